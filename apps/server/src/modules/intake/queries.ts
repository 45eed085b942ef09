import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { IntakeBatch, IntakeRow } from '../../kernel/schema.gen.ts'

export type BatchRow = Selectable<IntakeBatch>
export type StagedRow = Selectable<IntakeRow>
export type Key = Pick<BatchRow, 'subdistrict' | 'id'>

export const insertBatch = (ctx: Ctx, row: Insertable<IntakeBatch>): Promise<BatchRow> => ctx.db.insertInto('intake_batch').values(row).returningAll().executeTakeFirstOrThrow()
export const insertFile = (ctx: Ctx, { subdistrict, id, area }: BatchRow, content: Buffer) => ctx.db.insertInto('intake_file').values({ subdistrict, batch: id, area, content }).execute()
export const readFile = async (ctx: Ctx, { subdistrict, id }: Key): Promise<Buffer | undefined> =>
  (await ctx.db.selectFrom('intake_file').select('content').where('subdistrict', '=', subdistrict).where('batch', '=', id).executeTakeFirst())?.content

/** What has just come in, for the job that reads it at once: where that is of the same server, twelve megabytes need not be fetched back and opened (half a second). */
export const lately = new Map<string, Buffer>()
const [latelyMs, mostLately] = [10_000, 2]
export function keepLately(id: string, content: Buffer): void {
  if (lately.size >= mostLately) return
  lately.set(id, content)
  setTimeout(() => lately.delete(id), latelyMs).unref()
}

export const find = (ctx: Ctx, id: string): Promise<BatchRow | undefined> => ctx.db.selectFrom('intake_batch').selectAll().where('id', '=', id).executeTakeFirst()
export const lock = (ctx: Ctx, id: string): Promise<BatchRow | undefined> => ctx.db.selectFrom('intake_batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
/** Held so that nobody changes it before the transaction ends; several hold it at once. */
export const share = (ctx: Ctx, id: string): Promise<BatchRow | undefined> => ctx.db.selectFrom('intake_batch').selectAll().where('id', '=', id).forShare().executeTakeFirst()
export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<IntakeBatch>): Promise<BatchRow> =>
  ctx.db.updateTable('intake_batch').set({ ...change, changed_at: ctx.now }).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** The newest first. */
export function list(ctx: Ctx, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<BatchRow[]> {
  let query = ctx.db.selectFrom('intake_batch').selectAll()
  if (after) query = query.where(sql<boolean>`(created_at, id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
}

/** Those that some job was busy with. */
export const listAtWork = (ctx: Ctx) => ctx.db.selectFrom('intake_batch').select(['id', 'area', 'status', 'run']).where('status', 'in', ['reading', 'committing', 'undoing']).orderBy('changed_at').limit(1000).execute()

/** What the office and those above it call columns; the nearest last. */
export const listTitles = (ctx: Ctx, subdistrict: number, kind: string) =>
  ctx.db.selectFrom('intake_title').select(['title', 'name']).where('subdistrict', '=', subdistrict).where('kind', '=', kind).orderBy(sql`length(area)`).execute()
export const keepTitles = (ctx: Ctx, rows: Insertable<import('../../kernel/schema.gen.ts').IntakeTitle>[]) => (rows.length === 0 ? Promise.resolve() : ctx.db.insertInto('intake_title').values(rows)
  .onConflict((conflict) => conflict.columns(['subdistrict', 'area', 'kind', 'title']).doUpdateSet((is) => ({ name: is.ref('excluded.name') }))).execute())

export const forgetRuns = (ctx: Ctx, { subdistrict, id, run }: BatchRow) => sql`select intake_forget(${subdistrict}, ${id}, ${run})`.execute(ctx.db)

/** Areas that hold today, from the community down. */
export const listAreas = (ctx: Ctx, area: string) =>
  ctx.db.selectFrom('area').select(['path', 'name', 'kind']).where('path', '>=', area).where(sql<boolean>`path < ${area} || U&'\\FFFF'`).where('valid_until', 'is', null).execute()
