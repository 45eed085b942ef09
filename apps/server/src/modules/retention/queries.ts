import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Db } from '../../kernel/db.ts'
import type { RetentionHold, RetentionRun } from '../../kernel/schema.gen.ts'

export type HoldRow = Selectable<RetentionHold>

export const insertHold = (ctx: Ctx, row: Insertable<RetentionHold>): Promise<HoldRow> => ctx.db.insertInto('retention_hold').values(row).returningAll().executeTakeFirstOrThrow()
export const lockHold = (ctx: Ctx, id: string): Promise<HoldRow | undefined> => ctx.db.selectFrom('retention_hold').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const updateHold = (ctx: Ctx, { subdistrict, id }: HoldRow, change: Updateable<RetentionHold>): Promise<HoldRow> =>
  ctx.db.updateTable('retention_hold').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** The office's and those over all offices (sub-district 0): what holds first, then the newest. */
export const listHolds = (ctx: Ctx, subdistrict: number): Promise<HoldRow[]> =>
  ctx.db.selectFrom('retention_hold').selectAll().where('subdistrict', 'in', [subdistrict, 0]).orderBy(sql`released_at is not null`).orderBy('held_at', 'desc').limit(200).execute()

/** What is held today; an item null holds everything. */
export const heldItems = async (ctx: Ctx, subdistrict: number, today: string): Promise<(string | null)[]> =>
  (await ctx.db.selectFrom('retention_hold').select('item').distinct().where('subdistrict', 'in', [subdistrict, 0]).where('released_at', 'is', null).where(sql<boolean>`(until is null or until >= ${today}::date)`).execute()).map(({ item }) => item)

export const insertRun = (ctx: Ctx, row: Insertable<RetentionRun>) => ctx.db.insertInto('retention_run').values(row).execute()

/** The newest first; above all offices (sub-district 0) those of each. */
export function listRuns(ctx: Ctx, { subdistrict, item, after, limit }: { subdistrict: number, item: string | undefined, after: (string | number)[] | undefined, limit: number }): Promise<Selectable<RetentionRun>[]> {
  let query = ctx.db.selectFrom('retention_run').selectAll()
  if (subdistrict !== 0) query = query.where('subdistrict', '=', subdistrict)
  if (item) query = query.where('item', '=', item)
  if (after) query = query.where(sql<boolean>`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

export const listOffices = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('area').select('path').where('kind', '=', 'subdistrict').where('valid_until', 'is', null).orderBy('path').execute()).map(({ path }) => path)

/** How many rows went. */
export const sweep = async (ctx: Ctx, subdistrict: number, { item, before, most }: { item: string, before: Date, most: number }): Promise<number> =>
  (await (item === 'special.record' ? sql<{ removed: number }>`select special_sweep(${subdistrict}, ${before}, ${most}) as removed` : sql<{ removed: number }>`select retention_sweep(${subdistrict}, ${item}, ${before}, ${most}) as removed`).execute(ctx.db)).rows[0]!.removed

export interface Gone { id: string, goneOn: string, fields: string[] }

/** People who left or died before a day, after a place in their order, with what has gone of them already; who has no end of residency has not been gone long enough to say. */
export const gone = async (ctx: Ctx, subdistrict: number, { before, after, most }: { before: string, after: string, most: number }): Promise<Gone[]> =>
  (await sql<Gone>`select p.id, last.until as "goneOn", coalesce(done.fields, '{}') as fields from person p
    cross join lateral (select max(until) as until from residency r where r.subdistrict = p.subdistrict and r.person = p.id) as last
    left join retention_done done on done.subdistrict = p.subdistrict and done.person = p.id
    where p.subdistrict = ${subdistrict} and p.standing in ('left', 'dead') and p.merged_into is null and p.id > ${after} and last.until < ${before}::date and not coalesce(done.fields @> array['name'], false) order by p.id limit ${most}`.execute(ctx.db)).rows

export const setDone = (ctx: Ctx, row: { subdistrict: number, area: string, person: string, fields: string[] }) =>
  ctx.db.insertInto('retention_done').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'person']).doUpdateSet({ fields: row.fields })).execute()
