import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import { kept } from '../../kernel/db.ts'
import type { Talk, Turn } from '../../kernel/schema.gen.ts'

export type TalkRow = Selectable<Talk>
export type TurnRow = Selectable<Turn>
export type NewTurn = Pick<Insertable<Turn>, 'by' | 'kind' | 'text'> & Partial<Pick<TurnRow, 'cards' | 'photos' | 'knowledge' | 'entry' | 'revision' | 'score' | 'band' | 'worker' | 'worker_name' | 'mark'>>

export const find = (ctx: Ctx, id: string): Promise<TalkRow | undefined> => ctx.db.selectFrom('talk').selectAll().where('id', '=', id).executeTakeFirst()

/** Holds the talk until the transaction ends: its turns come one after another. */
export const lock = (ctx: Ctx, id: string): Promise<TalkRow | undefined> => ctx.db.selectFrom('talk').select(columns).where('id', '=', id).forUpdate().modifyEnd(kept).executeTakeFirst()

/** Named one by one: a kept statement with `*` would fail once a migration adds a column under a server that runs. */
const columns = [
  'subdistrict', 'id', 'area', 'area_name', 'channel', 'resident', 'sender', 'sender_index', 'sender_masked', 'state', 'worker', 'worker_name', 'begun_at', 'last_at', 'title', 'turns', 'misses', 'context', 'why',
  'waiting_since', 'attended_at', 'alerted_at', 'ended_at', 'ended_by', 'rating', 'rating_reasons', 'rating_text', 'rated_at',
] as const satisfies (keyof TalkRow)[]

export const insert = (ctx: Ctx, row: Insertable<Talk>): Promise<TalkRow> => ctx.db.insertInto('talk').values(row).returningAll().executeTakeFirstOrThrow()

export const update = (ctx: Ctx, { subdistrict, id }: Pick<TalkRow, 'subdistrict' | 'id'>, change: Updateable<Talk>): Promise<TalkRow> =>
  ctx.db.updateTable('talk').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).returningAll().executeTakeFirstOrThrow()

/** Adds turns after those there are and changes the talk, in one statement; gives both as they are then. */
export async function goOn({ db, now }: Ctx, talk: TalkRow, { turns, change }: { turns: readonly NewTurn[], change: Partial<TalkRow> }): Promise<{ row: TalkRow, added: TurnRow[] }> {
  const row: TalkRow = { ...talk, ...change, turns: talk.turns + turns.length, last_at: now }
  const { subdistrict, id, area, resident } = row
  const added: TurnRow[] = turns.map((turn, at) => ({ ...said, ...turn, subdistrict, talk: id, area, resident, no: talk.turns + at + 1, at: now }))
  const begin = added.length === 0 ? db : db.with('said', (into) => into.insertInto('turn').values(added.map((turn) => ({ ...turn, cards: JSON.stringify(turn.cards) })))) as unknown as typeof db
  await begin.updateTable('talk').set({ ...change, ...(change.context !== undefined && { context: JSON.stringify(change.context) }), turns: row.turns, last_at: now })
    .where('subdistrict', '=', subdistrict).where('id', '=', id).returning('id').modifyEnd(kept).executeTakeFirstOrThrow()
  return { row, added }
}

/** What a turn has that says nothing of it. */
const said = { worker: null, worker_name: null, cards: [], photos: [], knowledge: null, entry: null, revision: null, score: null, band: null, is_helpful: null, mark: null } satisfies Partial<TurnRow>

/** The newest turns before a number, oldest first; one more than asked where there are some. */
export const listTurns = async (ctx: Ctx, { subdistrict, id }: Pick<TalkRow, 'subdistrict' | 'id'>, { before, limit }: { before?: number, limit: number }): Promise<TurnRow[]> =>
  (await ctx.db.selectFrom('turn').selectAll().where('subdistrict', '=', subdistrict).where('talk', '=', id).$if(before !== undefined, (query) => query.where('no', '<', before!)).orderBy('no', 'desc').limit(limit).execute()).toReversed()

export const judge = ({ db }: Ctx, { subdistrict, id }: TalkRow, { no, isHelpful }: { no: number, isHelpful: boolean }): Promise<TurnRow | undefined> =>
  db.updateTable('turn').set({ is_helpful: isHelpful }).where('subdistrict', '=', subdistrict).where('talk', '=', id).where('no', '=', no).where('by', '<>', 'resident').returningAll().executeTakeFirst()

/** What somebody has not brought to an end, the newest. */
export const findStanding = ({ db }: Ctx, resident: string): Promise<TalkRow | undefined> =>
  db.selectFrom('talk').selectAll().where('resident', '=', resident).where('state', '<>', 'ended').orderBy('last_at', 'desc').orderBy('id', 'desc').limit(1).forUpdate().executeTakeFirst()

export const listMine = (ctx: Ctx, { after, limit }: { after: (string | number)[] | undefined, limit: number }): Promise<TalkRow[]> =>
  ctx.db.selectFrom('talk').selectAll().where('resident', '=', ctx.actor.id).$if(after !== undefined, (query) => query.where(sql<boolean>`(last_at, id) < (${after?.[0]}::timestamptz, ${after?.[1]}::uuid)`))
    .orderBy('last_at', 'desc').orderBy('id', 'desc').limit(limit).execute()

/** Who writes from outside the app, found by the index of the number or name they write from. */
export const findStandingOf = ({ db }: Ctx, sender: Buffer, since: Date): Promise<TalkRow | undefined> =>
  db.selectFrom('talk').selectAll().where('sender_index', '=', sender).where('state', '<>', 'ended').where('last_at', '>', since).orderBy('last_at', 'desc').limit(1).forUpdate().executeTakeFirst()

/** The talk in which a message was heard already. */
export const findHeard = ({ db }: Ctx, subdistrict: number, mark: string): Promise<TalkRow | undefined> =>
  db.selectFrom('talk').selectAll('talk').innerJoin('turn', (join) => join.onRef('turn.subdistrict', '=', 'talk.subdistrict').onRef('turn.talk', '=', 'talk.id')).where('turn.subdistrict', '=', subdistrict).where('turn.mark', '=', mark).executeTakeFirst()

/** Turns of one side after one number and up to another. */
export const listBetween = async (ctx: Ctx, talk: Pick<TalkRow, 'subdistrict' | 'id'>, { by, from, to }: { by: string, from: number, to: number }): Promise<TurnRow[]> =>
  (await listTurns(ctx, talk, { before: to + 1, limit: Math.min(to - from, 200) })).filter((turn) => turn.by === by)

/** Where the last talk of somebody was about. */
export const findLastArea = async (ctx: Ctx): Promise<string | undefined> =>
  (await ctx.db.selectFrom('talk').select('area').where('resident', '=', ctx.actor.id).orderBy('last_at', 'desc').orderBy('id', 'desc').limit(1).executeTakeFirst())?.area

/** Where the last talk of somebody outside the app was about. */
export const findLastAreaOf = async ({ db }: Ctx, sender: Buffer): Promise<string | undefined> =>
  (await db.selectFrom('talk').select('area').where('sender_index', '=', sender).orderBy('last_at', 'desc').limit(1).executeTakeFirst())?.area

/** The community of who has this number; see the migration. */
export const findHome = async (ctx: Ctx, phone: Buffer): Promise<string | null> =>
  (await sql<{ area: string | null }>`select reception_home(${phone}) as area`.execute(ctx.db)).rows[0]?.area ?? null

/** Photos that somebody sent up and that belong to nothing yet become the talk's; how many. */
export async function attachPhotos({ db, actor }: Ctx, { subdistrict, id, area }: TalkRow, ids: readonly string[]): Promise<number> {
  const { numUpdatedRows } = await db.updateTable('photo').set({ subdistrict, area, subject_kind: 'talk', subject: id, part: 'talk' }).where('id', 'in', ids).where('uploaded_by', '=', actor.id).where('subject', 'is', null).executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Turns and photos follow their talk into the community that was chosen. */
export async function moveAll({ db }: Ctx, { subdistrict, id }: TalkRow, area: string): Promise<void> {
  await db.updateTable('turn').set({ area }).where('subdistrict', '=', subdistrict).where('talk', '=', id).execute()
  await db.updateTable('photo').set({ area }).where('subject', '=', id).where('subject_kind', '=', 'talk').execute()
}

/** Talks the machine answers in and in which nothing was said since. */
export const listIdle = ({ db }: Ctx, { since, limit }: { since: Date, limit: number }): Promise<Pick<TalkRow, 'id' | 'area'>[]> =>
  db.selectFrom('talk').select(['id', 'area']).where('state', '=', 'open').where('last_at', '<', since).orderBy('last_at').limit(limit).execute()

const mostSaid = 500

/** What was said in the talks of an account, the newest first. */
export const listSaid = (ctx: Ctx, account: string): Promise<Pick<TurnRow, 'by' | 'at' | 'text'>[]> =>
  ctx.db.selectFrom('talk').innerJoin('turn', (join) => join.onRef('turn.subdistrict', '=', 'talk.subdistrict').onRef('turn.talk', '=', 'talk.id'))
    .select(['turn.by', 'turn.at', 'turn.text']).where('talk.resident', '=', account).orderBy('talk.last_at', 'desc').orderBy('talk.id').orderBy('turn.no', 'desc').limit(mostSaid).execute()
