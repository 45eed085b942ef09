import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { RiskKind, RiskColour, WarnedColour, WarningRole, WarningState, MistakenReason } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { RiskWarning } from '../../kernel/schema.gen.ts'
import type { Part } from './rules.ts'

interface Narrow { kind: RiskKind, colour: WarnedColour, role: WarningRole, state: WarningState, reason: MistakenReason | null, effect_colour: RiskColour | null, parts: Part[] }
export type WarningRow = Omit<Selectable<RiskWarning>, keyof Narrow> & Narrow

/** False where another server was quicker. */
export const insert = async (ctx: Ctx, row: Insertable<RiskWarning>): Promise<boolean> =>
  (await ctx.db.insertInto('risk_warning').values(row).onConflict((conflict) => conflict.columns(['subdistrict', 'kind', 'subject']).where('state', '=', 'open').doNothing()).executeTakeFirst()).numInsertedOrUpdatedRows === 1n
export const update = (ctx: Ctx, { subdistrict, id }: Pick<WarningRow, 'subdistrict' | 'id'>, change: Updateable<RiskWarning>) => ctx.db.updateTable('risk_warning').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()

export const find = (ctx: Ctx, id: string): Promise<WarningRow | undefined> => ctx.db.selectFrom('risk_warning').selectAll().where('id', '=', id).$castTo<WarningRow>().executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<WarningRow | undefined> => ctx.db.selectFrom('risk_warning').selectAll().where('id', '=', id).forUpdate().$castTo<WarningRow>().executeTakeFirst()
export const listOf = (ctx: Ctx, subdistrict: number, kind: RiskKind, subject: string): Promise<WarningRow[]> =>
  ctx.db.selectFrom('risk_warning').selectAll().where('subdistrict', '=', subdistrict).where('kind', '=', kind).where('subject', '=', subject).orderBy('raised_at', 'desc').limit(20).$castTo<WarningRow>().execute()

export interface Wanted { subdistrict: number, area: string, kinds: readonly RiskKind[], colours: readonly string[] | undefined, state: string | undefined, isOverdue: boolean | undefined, since: Date | undefined, roles: readonly { role: string, area: string }[] | undefined, rule: string | undefined }

const matching = (ctx: Ctx, wanted: Wanted) => ctx.db.selectFrom('risk_warning').where('kind', 'in', wanted.kinds).where('area', '>=', wanted.area).where(sql<boolean>`area < ${wanted.area} || U&'\\FFFF'`)
  .$if(wanted.subdistrict > 0, (query) => query.where('subdistrict', '=', wanted.subdistrict))
  .$if((wanted.colours ?? []).length > 0, (query) => query.where('colour', 'in', wanted.colours!))
  .$if(wanted.state !== undefined, (query) => query.where('state', '=', wanted.state!))
  .$if(wanted.isOverdue === true, (query) => query.where('state', '=', 'open').where(sql<boolean>`(due_at < ${ctx.now} or escalations > 0)`))
  .$if(wanted.since !== undefined, (query) => query.where('raised_at', '>', wanted.since!))
  .$if(wanted.rule !== undefined, (query) => query.where(sql<boolean>`${wanted.rule ?? null}::uuid = any (rules)`))
  .$if(wanted.roles !== undefined, (query) => query.where('state', '=', 'open').where((is) => is.or([sql<boolean>`false`, ...wanted.roles!.map(({ role, area }) => is.and([is('role', '=', role), sql<boolean>`area ^@ ${area}`]))])))

export const list = (ctx: Ctx, wanted: Wanted, after: (string | number)[] | undefined, limit: number): Promise<WarningRow[]> => matching(ctx, wanted).selectAll()
  .$if(after !== undefined, (query) => query.where(sql<boolean>`(raised_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`)).orderBy('raised_at', 'desc').orderBy('id', 'desc').limit(limit).$castTo<WarningRow>().execute()

/** How many wait, by kind; how many of them are late, and how many are new since yesterday. */
export const tally = (ctx: Ctx, wanted: Wanted, since: Date) => matching(ctx, wanted).select(['kind', sql<number>`count(*)::integer`.as('open'), sql<number>`(count(*) filter (where due_at < ${ctx.now} or escalations > 0))::integer`.as('overdue'), sql<number>`(count(*) filter (where raised_at > ${since}))::integer`.as('fresh')])
  .groupBy('kind').execute()

/** What nobody has seen to in time and has not been passed on since. */
export const listLate = async (ctx: Ctx, subdistrict: number, most: number): Promise<string[]> =>
  (await ctx.db.selectFrom('risk_warning').select('id').where('subdistrict', '=', subdistrict).where('state', '=', 'open').where('due_at', '<=', ctx.now).where(sql<boolean>`(escalated_at is null or escalated_at < due_at)`).orderBy('due_at').limit(most).execute()).map(({ id }) => id)

export async function attachPhotos(ctx: Ctx, { subdistrict, id, area }: Pick<WarningRow, 'subdistrict' | 'id' | 'area'>, ids: readonly string[]): Promise<number> {
  const { numUpdatedRows } = await ctx.db.updateTable('photo').set({ subject_kind: 'risk', subject: id, subdistrict, area, part: 'disposal' }).where('id', 'in', ids).where('uploaded_by', '=', ctx.actor.id).where('subject', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}
export const listPhotos = (ctx: Ctx, id: string) => ctx.db.selectFrom('photo').select(['id', 'width', 'height']).where('subject', '=', id).where('subject_kind', '=', 'risk').orderBy('at').limit(9).execute()
