import type { Ctx } from '../../kernel/ctx.ts'

const columns = ['table', 'area', 'code', 'label', 'parent', 'sort', 'valid_from', 'valid_until', 'is_word_on'] as const

export const listEntries = (ctx: Ctx, table: string, offices: string[]) =>
  ctx.db.selectFrom('code_entry').select(columns).where('table', '=', table).where('area', 'in', offices).orderBy('sort').orderBy('code').orderBy('valid_from').execute()

/** Of every table. */
export const listAll = (ctx: Ctx, offices: string[]) => ctx.db.selectFrom('code_entry').select(columns).where('area', 'in', offices).execute()

export interface NewEntry { table: string, area: string, code: string, label: string, parent: string | null, sort: number, valid_from: string, valid_until?: string | null, is_word_on?: boolean }

export const insertEntry = (ctx: Ctx, row: NewEntry) => ctx.db.insertInto('code_entry').values(row).returning(columns).executeTakeFirstOrThrow()

export const updateEntry = (ctx: Ctx, key: { table: string, area: string, code: string, valid_from: string }, change: { label?: string, valid_until?: string | null }) =>
  ctx.db.updateTable('code_entry').set(change).where('table', '=', key.table).where('area', '=', key.area).where('code', '=', key.code).where('valid_from', '=', key.valid_from)
    .returning(columns).executeTakeFirst()
