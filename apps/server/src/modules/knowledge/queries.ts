import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Knowledge, KnowledgeRevision } from '../../kernel/schema.gen.ts'

export type EntryRow = Selectable<Knowledge>
export type RevisionRow = Selectable<KnowledgeRevision>
export type Key = Pick<EntryRow, 'subdistrict' | 'id'>

export const find = (ctx: Ctx, id: string): Promise<EntryRow | undefined> => ctx.db.selectFrom('knowledge').selectAll().where('id', '=', id).where('status', '!=', 'dropped').executeTakeFirst()

/** Holds the row until the transaction ends; nothing where it may only be read. */
export async function lock(ctx: Ctx, id: string): Promise<EntryRow | undefined> {
  const key = await ctx.db.selectFrom('knowledge').select('subdistrict').where('id', '=', id).executeTakeFirst()
  return key && ctx.db.selectFrom('knowledge').selectAll().where('subdistrict', '=', key.subdistrict).where('id', '=', id).where('status', '!=', 'dropped').forUpdate().executeTakeFirst()
}

export const insert = (ctx: Ctx, row: Insertable<Knowledge>): Promise<EntryRow> => ctx.db.insertInto('knowledge').values(row).returningAll().executeTakeFirstOrThrow()

export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Knowledge>): Promise<EntryRow> =>
  ctx.db.updateTable('knowledge').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

const revisions = (ctx: Ctx, { subdistrict, id }: Key) => ctx.db.selectFrom('knowledge_revision').selectAll().where('subdistrict', '=', subdistrict).where('knowledge', '=', id)

export const findRevision = (ctx: Ctx, key: Key, no: number): Promise<RevisionRow | undefined> => revisions(ctx, key).where('no', '=', no).executeTakeFirst()
/** The one that is being written or reviewed. */
export const findOpen = (ctx: Ctx, key: Key): Promise<RevisionRow | undefined> => revisions(ctx, key).where('status', 'in', ['draft', 'review']).executeTakeFirst()
export const findPublished = (ctx: Ctx, key: Key): Promise<RevisionRow | undefined> => revisions(ctx, key).where('status', '=', 'published').executeTakeFirst()
export const listRevisions = (ctx: Ctx, key: Key, most: number): Promise<RevisionRow[]> => revisions(ctx, key).orderBy('no', 'desc').limit(most).execute()

export const insertRevision = (ctx: Ctx, row: Insertable<KnowledgeRevision>): Promise<RevisionRow> => ctx.db.insertInto('knowledge_revision').values(row).returningAll().executeTakeFirstOrThrow()

export const updateRevision = (ctx: Ctx, { subdistrict, knowledge, no }: Pick<RevisionRow, 'subdistrict' | 'knowledge' | 'no'>, change: Updateable<KnowledgeRevision>): Promise<RevisionRow> =>
  ctx.db.updateTable('knowledge_revision').set(change).where('subdistrict', '=', subdistrict).where('knowledge', '=', knowledge).where('no', '=', no).returningAll().executeTakeFirstOrThrow()

/** `office`: the area of the sub-district. */
interface Office { subdistrict: number, office: string }

/** Something begins or ceases to be told: who publishes beside us waits until we have. */
export const grow = async (ctx: Ctx, office: Office): Promise<number> =>
  (await ctx.db.insertInto('knowledge_base').values({ ...office, version: 1 }).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet({ version: sql`knowledge_base.version + 1` })).returning('version').executeTakeFirstOrThrow()).version

/** The first of so many new numbers. */
export const takeNumbers = async (ctx: Ctx, office: Office, many: number): Promise<number> =>
  (await ctx.db.insertInto('knowledge_base').values({ ...office, last_no: many }).onConflict((conflict) => conflict.column('subdistrict').doUpdateSet({ last_no: sql`knowledge_base.last_no + ${many}` })).returning('last_no').executeTakeFirstOrThrow()).last_no - many + 1

export const versionOf = async (ctx: Ctx, subdistrict: number): Promise<number> =>
  (await ctx.db.selectFrom('knowledge_base').select('version').where('subdistrict', '=', subdistrict).executeTakeFirst())?.version ?? 0
