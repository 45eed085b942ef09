import { currentCodes, isValidCode } from '@linli/standards'
import { sql, type Insertable, type Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Claim, Revision } from '../../kernel/schema.gen.ts'

export type RevisionRow = Selectable<Revision>
export interface Key { subdistrict: number, id: string }

export const insertRevision = (ctx: Ctx, row: Insertable<Revision>) => ctx.db.insertInto('revision').values(row).execute()
export const insertRevisions = (ctx: Ctx, rows: Insertable<Revision>[]) => (rows.length === 0 ? Promise.resolve() : ctx.db.insertInto('revision').values(rows).execute())

/** The newest first. */
export const listRevisions = (ctx: Ctx, { subdistrict, id }: Key): Promise<RevisionRow[]> =>
  ctx.db.selectFrom('revision').selectAll().where('subdistrict', '=', subdistrict).where('record', '=', id).orderBy('no', 'desc').execute()

/** Of many records what came after a revision, the oldest first. */
export const listRevisionsSince = (ctx: Ctx, subdistrict: number, records: readonly string[], no: number): Promise<RevisionRow[]> =>
  ctx.db.selectFrom('revision').selectAll().where('subdistrict', '=', subdistrict).where(sql<boolean>`record = any (${records}::uuid[])`).where('no', '>', no).orderBy('record').orderBy('no').execute()

export const insertClaims = (ctx: Ctx, rows: Insertable<Claim>[]) => (rows.length === 0 ? Promise.resolve() : ctx.db.insertInto('claim').values(rows).execute())

/** What something said that was taken back waits no more. */
export const withdrawClaims = (ctx: Ctx, { subdistrict, source, ref }: { subdistrict: number, source: string, ref: string }) =>
  ctx.db.updateTable('claim').set({ status: 'replaced' }).where('subdistrict', '=', subdistrict).where('status', '=', 'open').where('source', '=', source).where('source_ref', '=', ref).execute()

/** What the same source said before of the same field is replaced by what it says now. */
export const replaceClaims = (ctx: Ctx, { subdistrict, id }: Key, source: string, fields: string[]) =>
  ctx.db.updateTable('claim').set({ status: 'replaced' }).where('subdistrict', '=', subdistrict).where('record', '=', id).where('status', '=', 'open').where('source', '=', source).where('field', 'in', fields).execute()

/** Fails where it may not, or where more than these would go or anything come: see the migration. */
export const forgetRevision = (ctx: Ctx, { subdistrict, record, no }: RevisionRow, { names, sealed }: { names: readonly string[], sealed: Buffer | null }) =>
  sql`select revision_forget(${subdistrict}, ${record}, ${no}, ${names}::text[], ${sealed})`.execute(ctx.db)
/** The fields that something was said of. */
export const claimedFields = async (ctx: Ctx, { subdistrict, id }: Key): Promise<string[]> =>
  (await ctx.db.selectFrom('claim').select('field').distinct().where('subdistrict', '=', subdistrict).where('record', '=', id).where(sql<boolean>`(value is not null or sealed is not null)`).execute()).map(({ field }) => field)
export const forgetClaims = (ctx: Ctx, { subdistrict, id }: Key, fields: readonly string[]) =>
  ctx.db.updateTable('claim').set({ value: null, sealed: null, status: sql`case when status = 'open' then 'refused' else status end` }).where('subdistrict', '=', subdistrict).where('record', '=', id).where('field', 'in', fields).execute()

export const listOwnFields = (ctx: Ctx, subdistrict: number, kind: string, areas: string[]) =>
  ctx.db.selectFrom('own_field').selectAll().where('subdistrict', '=', subdistrict).where('kind', '=', kind).where(sql<boolean>`area = any(${areas})`).where('ended_on', 'is', null).orderBy('sort').orderBy('name').execute()

export const listRanks = async (ctx: Ctx, subdistrict: number, kind: string): Promise<Record<string, string[]>> =>
  Object.fromEntries((await ctx.db.selectFrom('source_rank').select(['field', 'sources']).where('subdistrict', '=', subdistrict).where('kind', '=', kind).execute()).map(({ field, sources }) => [field, sources]))

interface Codes { entries: { code: string, label: string }[], retired: { code: string, label: string }[] }

/** Codes of these tables as they hold for the office today, and those that records may carry still. */
export async function listCodes(ctx: Ctx, tables: string[], offices: string[], today: string): Promise<Record<string, Codes>> {
  if (tables.length === 0) return {}
  const rows = await ctx.db.selectFrom('code_entry').select(['table', 'area', 'code', 'label', 'valid_from', 'valid_until', 'is_word_on']).where('table', 'in', tables).where('area', 'in', offices).orderBy('sort').orderBy('code').execute()
  const byTable = Map.groupBy(rows, ({ table }) => table)
  return Object.fromEntries(tables.map((table): [string, Codes] => {
    const current = currentCodes(byTable.get(table) ?? [], today)
    const brief = (isUsed: boolean) => current.filter((row) => isValidCode(row, today) === isUsed).map(({ code, label }) => ({ code, label }))
    return [table, { entries: brief(true), retired: brief(false) }]
  }))
}
