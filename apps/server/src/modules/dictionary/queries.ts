import type { Ctx } from '../../kernel/ctx.ts'

const columns = ['table', 'area', 'code', 'label', 'parent', 'sort', 'valid_from', 'valid_until'] as const

export const listEntries = (ctx: Ctx, table: string, offices: string[]) =>
  ctx.db.selectFrom('code_entry').select(columns).where('table', '=', table).where('area', 'in', offices).orderBy('sort').orderBy('code').orderBy('valid_from').execute()

/** Codes in use of every table. */
export async function countEntries(ctx: Ctx, offices: string[], today: string): Promise<Map<string, number>> {
  const rows = await ctx.db.selectFrom('code_entry').select(['table', ({ fn }) => fn.count<number>('code').distinct().as('count')]).where('area', 'in', offices)
    .where('valid_from', '<=', today).where((is) => is.or([is('valid_until', 'is', null), is('valid_until', '>', today)])).groupBy('table').execute()
  return new Map(rows.map(({ table, count }) => [table, count]))
}

export interface NewEntry { table: string, area: string, code: string, label: string, parent: string | null, sort: number, valid_from: string }

export const insertEntry = (ctx: Ctx, row: NewEntry) => ctx.db.insertInto('code_entry').values(row).execute()

export const updateEntry = (ctx: Ctx, key: { table: string, area: string, code: string, valid_from: string }, change: { label?: string, valid_until?: string }) =>
  ctx.db.updateTable('code_entry').set(change).where('table', '=', key.table).where('area', '=', key.area).where('code', '=', key.code).where('valid_from', '=', key.valid_from)
    .returning(columns).executeTakeFirst()
