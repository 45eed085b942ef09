import type { Input, Output } from '@linli/contract'
import { areaAt, at, dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { workersAt } from '../duty/index.ts'
import { answersTo } from '../knowledge/index.ts'
import { areaNames } from '../organisation/index.ts'
import { leftIn, talkOf, turnsOf, type Attended } from '../reception/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'attend', 'get'>
type Row = Output<'attend', 'queue'>['rows'][number]

const [mostQueued, mostTold, turnsAtOnce, mostColleagues] = [100, 99, 60, 200]

export async function queue(ctx: Ctx, { whose }: Input<'attend', 'queue'>): Promise<Output<'attend', 'queue'>> {
  const rows = await queries.listQueue(ctx, whose, mostQueued + 1)
  return { rows: rows.slice(0, mostQueued).map((row) => queued(ctx, row)), isMore: rows.length > mostQueued }
}

const queued = ({ actor }: Ctx, row: queries.QueueRow): Row => ({
  id: row.id, title: row.title, area: row.area, areaName: row.area_name, channel: row.channel as Row['channel'], state: row.state as Row['state'], why: row.why as Row['why'],
  isAlert: row.alerted_at !== null, waitingSince: row.waiting_since?.toISOString() ?? null, worker: row.worker_name, isMine: row.worker !== null && row.worker === actor.id, isForMe: row.is_for_me,
  last: row.last_at === null ? null : { by: row.last_by as 'resident', text: row.last_text ?? '', at: row.last_at.toISOString() },
})

export const count = (ctx: Ctx): Promise<Output<'attend', 'count'>> => queries.count(ctx, mostTold)

export async function get(ctx: Ctx, { id, before }: Input<'attend', 'get'>): Promise<View> {
  const talk = await talkOf(ctx, id)
  const rows = await turnsOf(ctx, id, { before, limit: turnsAtOnce + 1 })
  const turns = rows.slice(-turnsAtOnce)
  const last = turns.at(-1)
  const isMine = talk.workerId !== null && talk.workerId === ctx.actor.id
  const taken = await queries.listOf(ctx, talk)
  const isReported = taken.some(({ ended_at: ended, event }) => ended === null && event !== null)
  return {
    id, title: talk.title, area: talk.area, areaName: talk.areaName, channel: talk.channel, state: talk.state, why: talk.why as View['why'], isAlert: talk.alertedAt !== null, waitingSince: talk.waitingSince, worker: talk.worker, isMine,
    isForMe: (await queries.findQueued(ctx, id))?.is_for_me ?? false, last: last ? { by: last.by, text: last.text, at: last.at } : null, begunAt: talk.begunAt,
    turns, earlier: rows.length > turnsAtOnce ? turns[0]!.no : null, caller: await callerOf(ctx, talk), taken: taken.map(takenOf), left: before === undefined ? leftIn(ctx, talk, turns) : null,
    steps: rules.stepsFor({ state: talk.state, isMine, mayReport: !isReported && mayIn(ctx.actor, 'event.report', talk.area) }),
  }
}

const takenOf = (row: queries.AttendanceRow): View['taken'][number] => ({
  worker: row.worker_name, claimedAt: row.claimed_at.toISOString(), waitedMinutes: rules.minutesBetween(row.waiting_since, row.replied_at ?? row.claimed_at), replies: row.replies, endedAt: row.ended_at?.toISOString() ?? null,
  passedTo: row.passed_name, note: row.note, event: row.event && row.event_number ? { id: row.event, number: row.event_number } : null,
})

/** Who asks, masked, and their records of the base where the worker may see those. From outside the app it is a number alone. */
async function callerOf(ctx: Ctx, talk: Attended): Promise<View['caller']> {
  const account = talk.resident ? await queries.findCaller(ctx, talk.id) : undefined
  if (!account && !talk.sender) return null
  const index = account?.phone ? ctx.crypto.index(ctx.crypto.decrypt(account.phone, 'account.phone'), 'person.phone') : talk.channel === 'sms' ? talk.senderIndex : null
  const people = index && mayIn(ctx.actor, 'base.view', talk.area) ? await queries.listPeople(ctx, talk.subdistrict, index, 3) : []
  const names = await areaNames(ctx, people.map(({ area }) => area))
  return { name: account?.name || '居民', phone: account?.phone_masked ?? talk.sender, people: people.map(({ id, name, area }) => ({ id, name, areaName: names.get(area) ?? '' })) }
}

export async function suggest(ctx: Ctx, { id, question }: Input<'attend', 'suggest'>): Promise<Output<'attend', 'suggest'>> {
  const talk = await talkOf(ctx, id)
  const asked = question || rules.askedLast(await turnsOf(ctx, id, { limit: turnsAtOnce }))
  if (asked === '') return { question: '', version: 0, band: 'hand-over', hits: [] }
  const found = await answersTo(ctx, { subdistrict: talk.subdistrict, area: talk.area, question: asked })
  // What would not even be offered to the resident is noise unasked; who looks for it themselves sees what is nearest.
  return { ...found, question: asked, hits: question || found.band !== 'hand-over' ? found.hits : [] }
}

export async function colleagues(ctx: Ctx, { id }: Input<'attend', 'colleagues'>): Promise<Output<'attend', 'colleagues'>> {
  const talk = await talkOf(ctx, id)
  const people = await workersAt(ctx, talk.area, { most: mostColleagues })
  const desks = await queries.listDesks(ctx, areaAt(talk.area, 'subdistrict')!)
  return { people: people.filter((one) => one.id !== ctx.actor.id), desks: desks.filter(({ area }) => area !== talk.area) }
}

/** More than any office answers in a day. */
const mostADay = 2000

export async function today(ctx: Ctx): Promise<Output<'attend', 'today'>> {
  const rows = await queries.listSince(ctx, at(dayOf(ctx.now)), mostADay)
  const { median, p90 } = rules.spread(rows.flatMap(({ waiting_since: since, replied_at: replied }) => (replied ? [rules.minutesBetween(since, replied)] : [])))
  return { taken: rows.length, replies: rows.reduce((sum, { replies }) => sum + replies, 0), medianMinutes: median, p90Minutes: p90 }
}
