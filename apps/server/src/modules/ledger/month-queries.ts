import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { LedgerLine, LedgerMonth } from '../../kernel/schema.gen.ts'

export type MonthRow = Selectable<LedgerMonth>
export type LineRow = Selectable<LedgerLine>
type After = (string | number)[] | undefined

export const insertMonth = (ctx: Ctx, row: Insertable<LedgerMonth>): Promise<MonthRow> => ctx.db.insertInto('ledger_month').values(row).returningAll().executeTakeFirstOrThrow()
export const findMonth = (ctx: Ctx, id: string): Promise<MonthRow | undefined> => ctx.db.selectFrom('ledger_month').selectAll().where('id', '=', id).executeTakeFirst()
export const findFrozen = (ctx: Ctx, { ledger, area, month }: { ledger: string, area: string, month: string }) =>
  ctx.db.selectFrom('ledger_month').select('id').where('ledger', '=', ledger).where('area', '=', area).where('month', '=', month).executeTakeFirst()
export const lockMonth = (ctx: Ctx, id: string): Promise<MonthRow | undefined> => ctx.db.selectFrom('ledger_month').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const updateMonth = (ctx: Ctx, { subdistrict, id }: Pick<MonthRow, 'subdistrict' | 'id'>, change: Updateable<LedgerMonth>) =>
  ctx.db.updateTable('ledger_month').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Many at once, as one parameter. */
export const insertLines = (ctx: Ctx, rows: { subdistrict: number, month: string, area: string, no: number, key: string, cells: unknown, marks: (string | null)[], digest: string }[]) => sql`
  insert into ledger_line (subdistrict, month, area, no, key, cells, marks, digest)
  select subdistrict, month, area, no, key, cells, marks, decode(digest, 'hex') from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (subdistrict integer, month uuid, area text, no integer, key uuid, cells jsonb, marks text[], digest text)`.execute(ctx.db)

/** The newest month first. */
export const listMonths = (ctx: Ctx, ledger: string | undefined, after: After, limit: number): Promise<MonthRow[]> =>
  ctx.db.selectFrom('ledger_month').selectAll().$if(ledger !== undefined, (query) => query.where('ledger', '=', ledger!))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(month, id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`)).orderBy('month', 'desc').orderBy('id', 'desc').limit(limit).execute()

export const listLines = (ctx: Ctx, { subdistrict, id }: Pick<MonthRow, 'subdistrict' | 'id'>, after: After, limit: number): Promise<LineRow[]> =>
  ctx.db.selectFrom('ledger_line').selectAll().where('subdistrict', '=', subdistrict).where('month', '=', id).$if(after !== undefined, (query) => query.where(sql<boolean>`no > ${after?.[0]}::integer`)).orderBy('no').limit(limit).execute()

/** A line in two months; null where it is not in one of them. */
export interface Pair { key: string, before: unknown[] | null, now: unknown[] | null, before_marks: (string | null)[] | null, now_marks: (string | null)[] | null }
interface Two { before: MonthRow, now: MonthRow }

const pairs = ({ before, now }: Two) => sql`(select * from ledger_line where subdistrict = ${before.subdistrict} and month = ${before.id}) as b
  full join (select * from ledger_line where subdistrict = ${now.subdistrict} and month = ${now.id}) as n on n.key = b.key where n.digest is distinct from b.digest`

const ofKind = { added: sql`and b.key is null`, gone: sql`and n.key is null`, changed: sql`and b.key = n.key` } as const

/** What is not the same in two months: all of it, or lines of one kind. */
export const listChanges = async (ctx: Ctx, two: Two & { kind?: keyof typeof ofKind | undefined }, after: After, limit: number): Promise<Pair[]> =>
  (await sql<Pair>`select coalesce(n.key, b.key) as key, b.cells as before, n.cells as now, b.marks as before_marks, n.marks as now_marks from ${pairs(two)} ${two.kind === undefined ? sql`` : ofKind[two.kind]} ${after === undefined ? sql`` : sql`and coalesce(n.key, b.key) > ${after[0]}::uuid`} order by 1 limit ${limit}`.execute(ctx.db)).rows

export const countChanges = async (ctx: Ctx, two: Two): Promise<{ added: number, gone: number, changed: number }> =>
  (await sql<{ added: number, gone: number, changed: number }>`select count(*) filter (where b.key is null) as added, count(*) filter (where n.key is null) as gone, count(*) filter (where b.key = n.key) as changed from ${pairs(two)}`.execute(ctx.db)).rows[0]!

/** What offices keep to be frozen each month by itself. */
export const listMonthly = (ctx: Ctx) => ctx.db.selectFrom('ledger').selectAll().where('is_monthly', '=', true).where('owner', 'is', null).where('subdistrict', '>', 0).where('ended_at', 'is', null).orderBy('id').execute()
