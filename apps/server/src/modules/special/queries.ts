import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Special, SpecialRevision, SpecialSwitch } from '../../kernel/schema.gen.ts'

export type SwitchRow = Selectable<SpecialSwitch>
type Key = Pick<Selectable<Special>, 'subdistrict' | 'id'>

/** As far as who asks may see: of their own office, or of each they are over. */
export const listSwitches = (ctx: Ctx): Promise<SwitchRow[]> => ctx.db.selectFrom('special_switch').selectAll().orderBy('subdistrict').orderBy('kind').execute()
export const lockSwitch = (ctx: Ctx, subdistrict: number, kind: string): Promise<SwitchRow | undefined> =>
  ctx.db.selectFrom('special_switch').selectAll().where('subdistrict', '=', subdistrict).where('kind', '=', kind).forUpdate().executeTakeFirst()
export const putSwitch = (ctx: Ctx, row: Insertable<SpecialSwitch>): Promise<SwitchRow> =>
  ctx.db.insertInto('special_switch').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'kind']).doUpdateSet(row)).returningAll().executeTakeFirstOrThrow()
export const updateSwitch = (ctx: Ctx, { subdistrict, kind }: SwitchRow, change: Updateable<SpecialSwitch>): Promise<SwitchRow> =>
  ctx.db.updateTable('special_switch').set(change).where('subdistrict', '=', subdistrict).where('kind', '=', kind).returningAll().executeTakeFirstOrThrow()

const records = (ctx: Ctx) => ctx.db.selectFrom('special').innerJoin('person', (join) => join.onRef('person.subdistrict', '=', 'special.subdistrict').onRef('person.id', '=', 'special.person'))
  .selectAll('special').select(['person.name', 'person.area'])

export type SpecialRow = Awaited<ReturnType<typeof listOf>>[number]

export const insert = (ctx: Ctx, row: Insertable<Special>) => ctx.db.insertInto('special').values(row).execute()
export const find = (ctx: Ctx, id: string): Promise<SpecialRow | undefined> => records(ctx).where('special.id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<SpecialRow | undefined> => records(ctx).where('special.id', '=', id).forUpdate('special').executeTakeFirst()
export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Special>) => ctx.db.updateTable('special').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()
export const listOf = (ctx: Ctx, subdistrict: number, person: string) => records(ctx).where('special.subdistrict', '=', subdistrict).where('special.person', '=', person).orderBy('special.created_at', 'desc').execute()

export interface Chosen { subdistrict: number, mark: Buffer, area: string, withEnded: boolean }

/** The newest first. */
export function list(ctx: Ctx, { subdistrict, mark, area, withEnded }: Chosen, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<SpecialRow[]> {
  let query = records(ctx).where('special.mark', '=', mark).where('person.area', '>=', area).where(sql<boolean>`person.area < ${area} || U&'\\FFFF'`)
  if (subdistrict > 0) query = query.where('special.subdistrict', '=', subdistrict)
  if (!withEnded) query = query.where('special.ended_on', 'is', null)
  if (after) query = query.where(sql<boolean>`(special.created_at, special.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return query.orderBy('special.created_at', 'desc').orderBy('special.id', 'desc').limit(limit).execute()
}

export const insertRevision = (ctx: Ctx, row: Insertable<SpecialRevision>) => ctx.db.insertInto('special_revision').values(row).execute()
export const listRevisions = (ctx: Ctx, { subdistrict, id }: Key): Promise<Selectable<SpecialRevision>[]> =>
  ctx.db.selectFrom('special_revision').selectAll().where('subdistrict', '=', subdistrict).where('special', '=', id).orderBy('no', 'desc').execute()
