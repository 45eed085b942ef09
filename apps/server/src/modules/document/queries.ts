import type { Insertable, Selectable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Document } from '../../kernel/schema.gen.ts'

export type DocumentRow = Omit<Selectable<Document>, 'content'>
/** The column of a kind of record, and which record it is. */
export interface End { column: 'person' | 'household' | 'housing' | 'enterprise' | 'thing' | 'building', id: string }

/** Every column but the file itself. */
const columns = ['subdistrict', 'id', 'area', 'person', 'household', 'housing', 'enterprise', 'thing', 'building', 'sort', 'name', 'type', 'bytes', 'digest', 'at', 'by', 'by_name', 'removed_at', 'removed_by_name'] as const

export const insert = (ctx: Ctx, row: Insertable<Document>): Promise<DocumentRow> => ctx.db.insertInto('document').values(row).returning(columns).executeTakeFirstOrThrow()

export const list = (ctx: Ctx, subdistrict: number, { column, id }: End, limit: number): Promise<DocumentRow[]> =>
  ctx.db.selectFrom('document').select(columns).where('subdistrict', '=', subdistrict).where(column, '=', id).where('removed_at', 'is', null).orderBy('at', 'desc').orderBy('id', 'desc').limit(limit).execute()

export const find = (ctx: Ctx, id: string): Promise<DocumentRow | undefined> => ctx.db.selectFrom('document').select(columns).where('id', '=', id).where('removed_at', 'is', null).executeTakeFirst()

export const contentOf = async (ctx: Ctx, { subdistrict, id }: Pick<DocumentRow, 'subdistrict' | 'id'>): Promise<Buffer | null> =>
  (await ctx.db.selectFrom('document').select('content').where('subdistrict', '=', subdistrict).where('id', '=', id).executeTakeFirstOrThrow()).content

/** The file goes; that there was one stays. Answers undefined where somebody else was faster. */
export const remove = (ctx: Ctx, { subdistrict, id }: Pick<DocumentRow, 'subdistrict' | 'id'>): Promise<DocumentRow | undefined> =>
  ctx.db.updateTable('document').set({ content: null, removed_at: ctx.now, removed_by_name: ctx.actor.name }).where('subdistrict', '=', subdistrict).where('id', '=', id).where('removed_at', 'is', null).returning(columns).executeTakeFirst()

/** Where somebody lives, or lived last. */
export const listHomes = async (ctx: Ctx, person: string): Promise<string[]> =>
  (await ctx.db.selectFrom('residency').select('area').distinct().where('person', '=', person).where('is_last', '=', true).execute()).map(({ area }) => area)
