import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Logbook, LogbookEntry } from '../../kernel/schema.gen.ts'

export type BookRow = Selectable<Logbook>
export type EntryRow = Selectable<LogbookEntry>
type Key = Pick<EntryRow, 'subdistrict' | 'id'>
type After = (string | number)[] | undefined

export const findBook = (ctx: Ctx, id: string): Promise<BookRow | undefined> => ctx.db.selectFrom('logbook').selectAll().where('id', '=', id).executeTakeFirst()
export const lockBook = (ctx: Ctx, id: string): Promise<BookRow | undefined> => ctx.db.selectFrom('logbook').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const listByIds = async (ctx: Ctx, ids: readonly string[]): Promise<ReadonlyMap<string, BookRow>> =>
  new Map((await ctx.db.selectFrom('logbook').selectAll().where(sql<boolean>`id = any (${ids}::uuid[])`).execute()).map((row) => [row.id, row]))
export const insertBook = (ctx: Ctx, row: Insertable<Logbook>): Promise<BookRow> => ctx.db.insertInto('logbook').values(row).returningAll().executeTakeFirstOrThrow()
export const updateBook = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Logbook>): Promise<BookRow> =>
  ctx.db.updateTable('logbook').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()
export const findNamed = (ctx: Ctx, { subdistrict, area, name }: Pick<BookRow, 'subdistrict' | 'area' | 'name'>): Promise<{ id: string } | undefined> =>
  ctx.db.selectFrom('logbook').select('id').where('subdistrict', '=', subdistrict).where('area', '=', area).where('name', '=', name).where('ended_at', 'is', null).executeTakeFirst()

/** The street's first, then its communities', each in the order they were made. */
export const listBooks = (ctx: Ctx, { isShipped, withEnded, after, limit }: { isShipped: boolean, withEnded: boolean, after: After, limit: number }): Promise<BookRow[]> =>
  ctx.db.selectFrom('logbook').selectAll().where('subdistrict', isShipped ? '=' : '>', 0).$if(!withEnded, (query) => query.where('ended_at', 'is', null))
    .$if(after !== undefined, (query) => query.where(sql<boolean>`(area, id) > (${after?.[0]}, ${after?.[1]}::uuid)`)).orderBy('area').orderBy('id').limit(limit).execute()

export const insertEntry = (ctx: Ctx, row: Insertable<LogbookEntry>): Promise<EntryRow> => ctx.db.insertInto('logbook_entry').values(row).returningAll().executeTakeFirstOrThrow()
export const findEntry = (ctx: Ctx, id: string): Promise<EntryRow | undefined> => ctx.db.selectFrom('logbook_entry').selectAll().where('id', '=', id).executeTakeFirst()
export const lockEntry = (ctx: Ctx, id: string): Promise<EntryRow | undefined> => ctx.db.selectFrom('logbook_entry').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const updateEntry = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<LogbookEntry>): Promise<EntryRow> =>
  ctx.db.updateTable('logbook_entry').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** `whole`: JSON that a column holds, of several one among them; `part`: what its words have in them. */
export interface Chosen { logbook: string, area: string, from: string | undefined, until: string | undefined, text: string | undefined, column: { name: string, whole: string | null, part: string | null } | undefined, withWithdrawn: boolean }

const newest = (ctx: Ctx, after: After, limit: number) => ctx.db.selectFrom('logbook_entry').selectAll()
  .$if(after !== undefined, (query) => query.where(sql<boolean>`(day, id) < (${after?.[0]}::date, ${after?.[1]}::uuid)`)).orderBy('day', 'desc').orderBy('id', 'desc').limit(limit)

export function listEntries(ctx: Ctx, { logbook, area, from, until, text, column, withWithdrawn }: Chosen, after: After, limit: number): Promise<EntryRow[]> {
  let query = newest(ctx, after, limit).where('logbook', '=', logbook).where('area', '>=', area).where(sql<boolean>`area < ${area} || U&'\\FFFF'`)
  if (from) query = query.where('day', '>=', from)
  if (until) query = query.where('day', '<=', until)
  if (text) query = query.where(sql<boolean>`(strpos(lower(subject || ' ' || by_name), lower(${text})) > 0 or exists (select from jsonb_each_text(facts) as fact where strpos(lower(fact.value), lower(${text})) > 0))`)
  if (column) query = query.where(column.part === null ? sql<boolean>`facts -> ${column.name} @> ${column.whole}::jsonb` : sql<boolean>`strpos(facts ->> ${column.name}, ${column.part}) > 0`)
  if (!withWithdrawn) query = query.where('withdrawn_at', 'is', null)
  return query.execute()
}

export const listOf = (ctx: Ctx, { subdistrict, record }: { subdistrict: number, record: string }, after: After, limit: number): Promise<EntryRow[]> =>
  newest(ctx, after, limit).$if(subdistrict > 0, (query) => query.where('subdistrict', '=', subdistrict)).where('record', '=', record).where('withdrawn_at', 'is', null).execute()

/** Gives photos of one's own to the entry; answers how many there were. */
export async function attachPhotos(ctx: Ctx, { subdistrict, id, area }: Key & { area: string }, ids: readonly string[]): Promise<number> {
  const { numUpdatedRows } = await ctx.db.updateTable('photo').set({ subject_kind: 'logbook', subject: id, subdistrict, area, part: 'entry' })
    .where('id', 'in', ids).where('uploaded_by', '=', ctx.actor.id).where('subject', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}
export const listPhotos = async (ctx: Ctx, id: string): Promise<string[]> =>
  (await ctx.db.selectFrom('photo').select('id').where('subject', '=', id).where('subject_kind', '=', 'logbook').orderBy('at').orderBy('id').execute()).map((row) => row.id)
