import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Mend } from '../../kernel/schema.gen.ts'

export type MendRow = Selectable<Mend>
export interface Where { subdistrict: number, area: string }

/** A row for each grid and kind: as many as there are grids, whatever the base holds. */
export const listCounts = (ctx: Ctx, { subdistrict, area }: Where) =>
  ctx.db.selectFrom('flaw_count').select(['area', 'kind', 'open']).$if(subdistrict > 0, (one) => one.where('subdistrict', '=', subdistrict)).where('area', '>=', area).where(sql<boolean>`area < ${area} || U&'\\FFFF'`).where('open', '>', 0).execute()

export interface FlawRow { subject: string, area: string, elsewhere: string | null, since: Date, name: string | null, number_masked: string | null, phone_masked: string | null, address: string | null, checked_at: Date }

/** In the order of places; of housing units the address is the name. */
export function list(ctx: Ctx, { subdistrict, area, kind }: Where & { kind: string }, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<FlawRow[]> {
  const from = ctx.db.selectFrom('flaw').$if(subdistrict > 0, (one) => one.where('flaw.subdistrict', '=', subdistrict)).where('flaw.kind', '=', kind).where('flaw.is_open', '=', true).where('flaw.area', '>=', area).where(sql<boolean>`flaw.area < ${area} || U&'\\FFFF'`)
    .$if(after !== undefined, (one) => one.where(sql<boolean>`(flaw.area, flaw.subject) > (${after?.[0]}, ${after?.[1]}::uuid)`)).orderBy('flaw.area').orderBy('flaw.subject').limit(limit)
  const known = ['flaw.subject', 'flaw.area', 'flaw.elsewhere', 'flaw.since'] as const
  if (kind === 'noHousehold') {
    return from.innerJoin('housing as h', (join) => join.onRef('h.subdistrict', '=', 'flaw.subdistrict').onRef('h.id', '=', 'flaw.subject')).select(known)
      .select([sql<null>`null`.as('name'), sql<null>`null`.as('number_masked'), sql<null>`null`.as('phone_masked'), 'h.address', 'h.checked_at']).execute()
  }
  return from.innerJoin('person as p', (join) => join.onRef('p.subdistrict', '=', 'flaw.subdistrict').onRef('p.id', '=', 'flaw.subject')).select(known).select(['p.name', 'p.number_masked', 'p.phone_masked', 'p.address', 'p.checked_at']).execute()
}

export const insertMend = (ctx: Ctx, row: Insertable<Mend>) => ctx.db.insertInto('mend').values(row).execute()
export const lockMend = (ctx: Ctx, id: string): Promise<MendRow | undefined> => ctx.db.selectFrom('mend').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const undoMend = (ctx: Ctx, { subdistrict, id }: MendRow) => ctx.db.updateTable('mend').set({ undone_at: ctx.now }).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()
