import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Link } from '../../kernel/schema.gen.ts'

export type LinkRow = Selectable<Link>
type Key = Pick<LinkRow, 'subdistrict' | 'id'>

export const insert = (ctx: Ctx, row: Insertable<Link>): Promise<LinkRow> => ctx.db.insertInto('link').values(row).returningAll().executeTakeFirstOrThrow()

export const insertToken = (ctx: Ctx, { subdistrict, id, area }: LinkRow, token: Buffer) =>
  ctx.db.insertInto('link_token').values({ token, subdistrict, link: id, area, made_at: ctx.now }).execute()

export const find = (ctx: Ctx, id: string): Promise<LinkRow | undefined> => ctx.db.selectFrom('link').selectAll().where('id', '=', id).executeTakeFirst()

/** Holds the row until the transaction ends. By its whole key, because a lock may not cross shards. */
export async function lock(ctx: Ctx, id: string): Promise<LinkRow | undefined> {
  const key = await ctx.db.selectFrom('link').select('subdistrict').where('id', '=', id).executeTakeFirst()
  return key && ctx.db.selectFrom('link').selectAll().where('subdistrict', '=', key.subdistrict).where('id', '=', id).forUpdate().executeTakeFirst()
}

export const update = (ctx: Ctx, { subdistrict, id }: Key, change: Updateable<Link>): Promise<LinkRow> =>
  ctx.db.updateTable('link').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Of one event, the newest first, at most 50. */
export const listOf = (ctx: Ctx, event: string): Promise<LinkRow[]> => ctx.db.selectFrom('link').selectAll().where('event', '=', event).orderBy('made_at', 'desc').orderBy('id').limit(50).execute()

/** What is late and nobody was told of, of all sub-districts, the longest late first. */
export const listLate = (ctx: Ctx, most: number) =>
  ctx.db.selectFrom('link').select(['id', 'area']).where('kind', '=', sql<string>`'forward'`).where('used_at', 'is', null).where('withdrawn_at', 'is', null).where('told_at', 'is', null).where('due_at', '<', ctx.now).orderBy('due_at').limit(most).execute()

/** Not answered and not taken back; held. */
export const lockOpen = (ctx: Ctx, { subdistrict, event }: { subdistrict: number, event: string }): Promise<LinkRow[]> =>
  ctx.db.selectFrom('link').selectAll().where('subdistrict', '=', subdistrict).where('event', '=', event).where('used_at', 'is', null).where('withdrawn_at', 'is', null).orderBy('id').forUpdate().execute()

export interface ByToken extends Pick<LinkRow, 'subdistrict' | 'id' | 'area' | 'event' | 'stage_no' | 'name' | 'phone_masked' | 'request' | 'due_at' | 'until' | 'used_at' | 'withdrawn_at'> {
  kind: 'ask' | 'forward', uploads: number, event_status: string, event_stage_no: number, number: string, matter_name: string, area_name: string, place: string, lng: number | null, lat: number | null
  description: string, reported_at: Date, event_photos: string[]
}

/** What its secret opens, for whoever stands at the gate. `isHeld`: whoever else has it waits. */
export const byToken = async (ctx: Ctx, token: Buffer, isHeld = false): Promise<ByToken | undefined> => (await sql<ByToken>`select * from link_by_token(${token}, ${isHeld})`.execute(ctx.db)).rows[0]

/** False where some of the photos are not the link's own. */
export const settle = async (ctx: Ctx, token: Buffer, { text, name, photos }: { text: string, name: string | null, photos: string[] }): Promise<boolean> =>
  (await sql<{ done: boolean }>`select link_settle(${token}, ${ctx.now}, ${text}, ${name}, ${photos}::uuid[]) as done`.execute(ctx.db)).rows[0]!.done

export interface Photo { id: string, width: number, height: number, bytes: number, digest: Buffer }

export const insertPhoto = (ctx: Ctx, token: Buffer, { by, ...photo }: Photo & { by: string }) =>
  sql`select link_photo(${token}, ${photo.id}, ${by}, ${photo.width}, ${photo.height}, ${photo.bytes}, ${photo.digest}, ${ctx.now})`.execute(ctx.db)
