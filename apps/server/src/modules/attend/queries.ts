import type { AttendWhose } from '@linli/contract'
import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Attendance, Talk } from '../../kernel/schema.gen.ts'

export type AttendanceRow = Selectable<Attendance>
type TalkRow = Pick<Selectable<Talk>, 'id' | 'title' | 'area' | 'area_name' | 'channel' | 'state' | 'why' | 'alerted_at' | 'waiting_since' | 'worker' | 'worker_name'>
export type QueueRow = TalkRow & { is_for_me: boolean, last_by: string | null, last_text: string | null, last_at: Date | null }

/** Talks that want a person or have one, each with what was said last; alerts first, then who waits longest. */
export const listQueue = (ctx: Ctx, whose: AttendWhose, limit: number): Promise<QueueRow[]> => {
  const me = ctx.actor.id
  return ctx.db.selectFrom('talk').where('talk.state', 'in', ['waiting', 'attended'])
    .leftJoinLateral((is) => is.selectFrom('turn').select(['turn.by as last_by', sql<string>`left(turn.text, 80)`.as('last_text'), 'turn.at as last_at']).whereRef('turn.subdistrict', '=', 'talk.subdistrict').whereRef('turn.talk', '=', 'talk.id').orderBy('turn.no', 'desc').limit(1).as('last'), (join) => join.onTrue())
    .select(['talk.id', 'talk.title', 'talk.area', 'talk.area_name', 'talk.channel', 'talk.state', 'talk.why', 'talk.alerted_at', 'talk.waiting_since', 'talk.worker', 'talk.worker_name', 'last.last_by', 'last.last_text', 'last.last_at', forMe(me).as('is_for_me')])
    .$if(whose === 'waiting', (query) => query.where('talk.state', '=', 'waiting'))
    .$if(whose === 'mine', (query) => query.where('talk.worker', '=', me))
    .orderBy(sql`talk.state = 'waiting'`, 'desc').orderBy(sql`talk.alerted_at is not null`, 'desc').orderBy('talk.waiting_since').orderBy('talk.id').limit(limit).execute()
}

/** Passed on to somebody by name, and not taken up since. */
const forMe = (me: string | null) => sql<boolean>`(talk.state = 'waiting' and coalesce((select passed_to = ${me}::uuid from attendance a where a.subdistrict = talk.subdistrict and a.talk = talk.id order by claimed_at desc, id desc limit 1), false))`

export async function count(ctx: Ctx, most: number): Promise<{ waiting: number, alerts: number, mine: number }> {
  const some = ctx.db.selectFrom('talk').select(['state', 'alerted_at', 'worker']).where('state', 'in', ['waiting', 'attended']).limit(most * 20)
  const least = (which: ReturnType<typeof sql<boolean>>) => sql<number>`least(count(*) filter (where ${which}), ${most})::integer`
  return ctx.db.selectFrom(some.as('queued')).select([least(sql`state = 'waiting'`).as('waiting'), least(sql`state = 'waiting' and alerted_at is not null`).as('alerts'), least(sql`state = 'attended' and worker = ${ctx.actor.id}::uuid`).as('mine')]).executeTakeFirstOrThrow()
}

export const findQueued = (ctx: Ctx, id: string): Promise<{ is_for_me: boolean } | undefined> => ctx.db.selectFrom('talk').select(forMe(ctx.actor.id).as('is_for_me')).where('id', '=', id).executeTakeFirst()

/** Every time somebody took it up, the last first. */
export const listOf = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }): Promise<AttendanceRow[]> =>
  ctx.db.selectFrom('attendance').selectAll().where('subdistrict', '=', subdistrict).where('talk', '=', id).orderBy('claimed_at', 'desc').orderBy('id', 'desc').limit(20).execute()

export const lockOpen = (ctx: Ctx, { subdistrict, id }: { subdistrict: number, id: string }): Promise<AttendanceRow | undefined> =>
  ctx.db.selectFrom('attendance').selectAll().where('subdistrict', '=', subdistrict).where('talk', '=', id).where('ended_at', 'is', null).forUpdate().executeTakeFirst()

export const insert = (ctx: Ctx, row: Insertable<Attendance>) => ctx.db.insertInto('attendance').values(row).execute()
export const update = (ctx: Ctx, { subdistrict, id }: AttendanceRow, change: Updateable<Attendance>) => ctx.db.updateTable('attendance').set(change).where('subdistrict', '=', subdistrict).where('id', '=', id).execute()

/** Taken up since a moment: how long each had waited until the first answer, and how many answers. */
export const listSince = (ctx: Ctx, since: Date, limit: number): Promise<Pick<AttendanceRow, 'waiting_since' | 'replied_at' | 'replies'>[]> =>
  ctx.db.selectFrom('attendance').select(['waiting_since', 'replied_at', 'replies']).where('claimed_at', '>=', since).orderBy('claimed_at', 'desc').limit(limit).execute()

export interface CallerRow { name: string, phone_masked: string | null, phone: Buffer | null }
export const findCaller = async (ctx: Ctx, talk: string): Promise<CallerRow | undefined> => (await sql<CallerRow>`select name, phone_masked, phone from attend_caller(${talk})`.execute(ctx.db)).rows[0]

/** Records of the base with a number, as far as who asks may see them. */
export const listPeople = (ctx: Ctx, subdistrict: number, index: Buffer, limit: number): Promise<{ id: string, name: string, area: string }[]> =>
  ctx.db.selectFrom('person').select(['id', 'name', 'area']).where('subdistrict', '=', subdistrict).where('phone_index', '=', index).where('standing', '=', 'present').where('merged_into', 'is', null).orderBy('id').limit(limit).execute()

export const move = async (ctx: Ctx, talk: string, { area, name }: { area: string, name: string }): Promise<boolean> =>
  (await sql<{ moved: boolean }>`select talk_move(${talk}, ${area}, ${name}) as moved`.execute(ctx.db)).rows[0]!.moved

/** The desks of a sub-district: its own and its communities'. */
export const listDesks = (ctx: Ctx, office: string): Promise<{ area: string, name: string }[]> =>
  ctx.db.selectFrom('area').select(['path as area', 'name']).where((is) => is.or([is('path', '=', office), is.and([is('kind', '=', 'community'), sql<boolean>`path >= ${office} and path < ${office} || U&'\\FFFF'`])])).where('valid_until', 'is', null).orderBy('path').limit(300).execute()
