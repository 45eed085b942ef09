import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Claim } from '../../kernel/schema.gen.ts'

export type ClaimRow = Selectable<Claim>

/** The newest first. */
export function list(ctx: Ctx, { subdistrict, area, kind, record, status }: { subdistrict: number, area?: string | undefined, kind?: string | undefined, record?: string | undefined, status: string }, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<ClaimRow[]> {
  let query = ctx.db.selectFrom('claim').selectAll().where('status', '=', status).$if(subdistrict > 0, (one) => one.where('subdistrict', '=', subdistrict))
  if (area) query = query.where(sql<boolean>`starts_with(area, ${area})`)
  if (kind) query = query.where('kind', '=', kind)
  if (record) query = query.where('record', '=', record)
  if (after) query = query.where(sql<boolean>`(at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

export const lock = (ctx: Ctx, id: string): Promise<ClaimRow | undefined> => ctx.db.selectFrom('claim').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()

/** What was said of who has moved in goes with `person` from now on; where it is not kept, that it was said is. */
export const decide = (ctx: Ctx, { subdistrict, id }: Pick<ClaimRow, 'subdistrict' | 'id'>, status: 'accepted' | 'refused', { person, isKept }: { person: string | undefined, isKept: boolean }): Promise<ClaimRow> =>
  ctx.db.updateTable('claim').set({ status, decided_at: ctx.now, decided_by_name: ctx.actor.name, ...(person !== undefined && { record: person, kind: 'person' }), ...(!isKept && { value: null, sealed: null }) })
    .where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** What waits of those who have moved in behind a door. */
export const listArrivals = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }, field: string): Promise<ClaimRow[]> =>
  ctx.db.selectFrom('claim').selectAll().where('subdistrict', '=', subdistrict).where('record', '=', id).where('field', '=', field).where('status', '=', 'open').execute()
export const replace = (ctx: Ctx, subdistrict: number, ids: readonly string[]) =>
  ctx.db.updateTable('claim').set({ status: 'replaced', value: null, sealed: null }).where('subdistrict', '=', subdistrict).where('id', 'in', ids).execute()
export const insert = (ctx: Ctx, row: Insertable<Claim>) => ctx.db.insertInto('claim').values(row).execute()
