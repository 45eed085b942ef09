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
  (await (item === 'talk.content' ? sql<{ removed: number }>`select reception_sweep(${subdistrict}, ${before}, ${most}) as removed` : item === 'logbook.sensitive' ? sql<{ removed: number }>`select logbook_sweep(${subdistrict}, ${before}, ${most}) as removed` : item === 'risk.care' ? sql<{ removed: number }>`select risk_sweep(${subdistrict}, ${before}, ${most}) as removed` : item === 'special.record' ? sql<{ removed: number }>`select special_sweep(${subdistrict}, ${before}, ${most}) as removed` : sql<{ removed: number }>`select retention_sweep(${subdistrict}, ${item}, ${before}, ${most}) as removed`).execute(ctx.db)).rows[0]!.removed

export interface Gone { id: string, goneOn: string, fields: string[] }

/** The day from which a record's time counts; null where it has not come. Somebody who left without an end of residency has not been gone long enough to say. */
const goneOn = {
  person: sql`case when r.standing in ('left', 'dead') and r.merged_into is null then (select max(until) from residency home where home.subdistrict = r.subdistrict and home.person = r.id) end`,
  household: sql`r.ended_on`, housing: sql`r.ended_on`, thing: sql`r.ended_on`,
  // When it was closed (03) stands in its history, or it was closed when it was entered.
  enterprise: sql`case when r.state = '03' then (coalesce((select max(at) from revision v where v.subdistrict = r.subdistrict and v.record = r.id and 'state' = any (v.fields)), r.created_at) at time zone 'Asia/Shanghai')::date end`,
} as const
/** What an index knows of it: few have gone. */
const mayBeGone = { person: sql`r.standing in ('left', 'dead') and r.merged_into is null`, household: sql`r.ended_on is not null`, housing: sql`r.ended_on is not null`, thing: sql`r.ended_on is not null`, enterprise: sql`r.state = '03'` } as const

/** Records that went before a day, after a place in their order, with what has gone of them already: of whom was changed since, nothing. */
export const gone = async (ctx: Ctx, subdistrict: number, kind: keyof typeof goneOn, { before, after, most, names }: { before: string, after: string, most: number, names: readonly string[] }): Promise<Gone[]> =>
  (await sql<Gone>`select r.id, gone.day as "goneOn", coalesce(done.fields, '{}') as fields from ${sql.table(kind)} r cross join lateral (select ${goneOn[kind]} as day) as gone
    left join retention_done done on done.subdistrict = r.subdistrict and done.person = r.id and done.at >= r.changed_at
    where r.subdistrict = ${subdistrict} and r.id > ${after} and ${mayBeGone[kind]} and gone.day < ${before}::date and not coalesce(done.fields @> ${names}::text[], false) order by r.id limit ${most}`.execute(ctx.db)).rows

export const setDone = (ctx: Ctx, row: { subdistrict: number, area: string, person: string, fields: string[], at: Date }) =>
  ctx.db.insertInto('retention_done').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'person']).doUpdateSet({ fields: row.fields, at: row.at })).execute()

/** Homes, tags and history of a record: see the migration. Gives those there was something of. */
export const letGo = async (ctx: Ctx, subdistrict: number, kind: string, id: string, what: readonly string[]): Promise<string[]> =>
  (await sql<{ gone: string[] }>`select retention_let_go(${subdistrict}, ${kind}, ${id}, ${what}::text[]) as gone`.execute(ctx.db)).rows[0]!.gone
