import { sql } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'

const within = (column: string, area: string) => sql<boolean>`${sql.ref(column)} >= ${area} and ${sql.ref(column)} < ${area} || U&'\\FFFF'`

export interface MineRow { subdistrict: number, area: string, unit: string | null, since: Date, until: Date, at: Date | null }

export const findMine = (ctx: Ctx): Promise<MineRow | undefined> =>
  ctx.db.selectFrom('presence').select(['subdistrict', 'area', 'unit', 'since', 'until', 'at']).where('account', '=', ctx.actor.id).where('until', '>', ctx.now).executeTakeFirst()

export interface Begun { subdistrict: number, account: string, area: string, name: string, kind: string, post: string, unit: string | null, unit_name: string | null, since: Date, until: Date }

/** Where the phone was before it is shared anew is nobody's business. */
export const begin = (ctx: Ctx, row: Begun) => ctx.db.insertInto('presence').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'account']).doUpdateSet({ ...row, lng: null, lat: null, accuracy: null, at: null })).execute()

/** @returns nothing where it is not shared, or no longer. */
export const move = (ctx: Ctx, { lng, lat, accuracy }: { lng: number, lat: number, accuracy: number }) =>
  ctx.db.updateTable('presence').set({ lng, lat, accuracy, at: ctx.now }).where('account', '=', ctx.actor.id).where('until', '>', ctx.now).returning(['subdistrict', 'area', 'unit']).executeTakeFirst()

export const end = async (ctx: Ctx): Promise<boolean> => (await sql<{ ended: boolean }>`select presence_end() as ended`.execute(ctx.db)).rows[0]!.ended

const shared = (ctx: Ctx, area: string, gone: Date) => ctx.db.selectFrom('presence').where(within('presence.area', area)).where('presence.until', '>', ctx.now).where('presence.at', '>', gone)

/** Of an area, who has told where they are since `gone`. */
export const listShared = (ctx: Ctx, area: string, gone: Date) => shared(ctx, area, gone)
  .leftJoin('account', 'account.id', 'presence.account').leftJoin('unit', 'unit.id', 'presence.unit')
  .select(['presence.account', 'presence.name', 'presence.kind', 'presence.post', 'presence.unit', 'presence.unit_name', 'presence.area', 'presence.since', 'presence.at', 'presence.accuracy', 'presence.lng', 'presence.lat', 'account.phone', 'unit.phone as unit_phone'])
  .orderBy('presence.area').orderBy('presence.account').limit(500).execute()

export const newsOf = (ctx: Ctx, area: string, gone: Date) => shared(ctx, area, gone).select([sql<number>`count(*)::integer`.as('workers'), sql<Date | null>`max(presence.at)`.as('changed_at')]).executeTakeFirstOrThrow()

/** Where the units of an area sit; those without a point of their own where their community is. */
export const listSeats = (ctx: Ctx, area: string) => ctx.db.selectFrom('unit').leftJoin('area', (join) => join.onRef('area.path', '=', 'unit.area').on('unit.kind', '=', 'community'))
  .select(['unit.id', 'unit.name', 'unit.phone', sql<number>`coalesce(unit.lng, area.lng)`.as('lng'), sql<number>`coalesce(unit.lat, area.lat)`.as('lat')])
  .where(within('unit.area', area)).where('is_active', '=', true).where(sql<boolean>`coalesce(unit.lng, area.lng) is not null`).orderBy('unit.id').limit(500).execute()

/** What is open, by the unit and the person it lies with; as the index of what is open has it. */
export const countOpen = (ctx: Ctx, area: string) => ctx.db.selectFrom('event').select(['unit', 'person', sql<number>`count(*)::integer`.as('n')])
  .where(within('area', area)).where(sql<boolean>`status not in ('draft', 'closed', 'cancelled', 'merged')`).where('unit', 'is not', null).groupBy(['unit', 'person']).execute()

export interface Swept { subdistrict: number, account: string, area: string, name: string, unit: string | null, is_over: boolean }
export const sweep = async (ctx: Ctx): Promise<Swept[]> => (await sql<Swept>`select * from presence_sweep(${ctx.now})`.execute(ctx.db)).rows

export type Walked = Pick<Swept, 'subdistrict' | 'account' | 'area' | 'unit'>
export const walk = async (ctx: Ctx): Promise<Walked[]> => (await sql<Walked>`select * from presence_walk(${ctx.now})`.execute(ctx.db)).rows
