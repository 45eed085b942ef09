import type { Asked } from '@linli/contract'
import type { Person } from '../apps/server/test/city-people.ts'
import type { Town } from './events.ts'
import { median, time, type Result, type Taken, type Target } from './measure.ts'
import { replay, statementsOf } from './replay.ts'
import { city, townOf, type Size } from './towns.ts'

type List = Asked<'event', 'list'>
type Ask = (person: Person) => Promise<unknown>
interface Question { what: string, who: keyof Town['who'], ask: Ask, target: Target }

const times = 120

/** What a screen shows, of a page of rows and of whatever stands beside it. */
const aPage = { p99: 20 } as const

/** What the map shows unless told otherwise. */
const open: { status: List['status'] } = { status: ['reported', 'needInfo', 'verifying', 'selfHandled', 'accepted', 'filed', 'dispatched', 'handling', 'needDetail', 'suspended', 'split', 'transferred', 'feedback', 'checked', 'revisited'] }

/** Every list people look at, through the front door (HTTP in memory), at a million events; the baseline is the same list at thirty thousand. */
export default async function eventList(): Promise<Result[]> {
  const [small, large] = [await measure('small'), await measure('large')]
  return large.map(({ what, target, taken, raw }, at) => ({
    what, ours: taken.median, p99: taken.p99, baseline: small[at]!.taken.median, target, note: `its SQL sent raw ${raw.toFixed(1)} ms`,
  }))
}

async function measure(size: Size): Promise<(Question & { taken: Taken, raw: number })[]> {
  const town = await townOf(size)
  const { owner } = await city()
  const measured = []
  for (const question of await questionsFor(town)) {
    const people = town.who[question.who]
    const ask = (at: number) => question.ask(people[at % people.length]!)
    const sent = await statementsOf(() => ask(0))
    measured.push({ ...question, taken: await time(times, ask), raw: await median(20, () => replay(owner, sent)) })
  }
  return measured
}

async function questionsFor({ street, units, events }: Town): Promise<Question[]> {
  const { owner } = await city()
  const { rows: [middle] } = await owner.query<{ reported_at: Date, id: string, number: string }>('select reported_at, id, number from event where subdistrict = $1 order by reported_at desc, id desc offset $2 limit 1', [street.code, events / 2])
  const { rows: [handled] } = await owner.query<{ id: string }>(`select id from event where unit = $1 and status = 'handling' order by reported_at desc limit 1`, [units[0]!.id])
  await owner.query(`insert into journal (subdistrict, area, at, id, name, actor, actor_name, actor_side, subject_kind, subject, details) select subdistrict, area, now(), gen_random_uuid(), 'event.signed', null, '经办人', 'unit', 'event', id, '{}' from event where id = $1`, [handled!.id])
  const after = Buffer.from(JSON.stringify([middle!.reported_at.toISOString(), middle!.id])).toString('base64url')
  const [area, west] = [street.communities[0]!.area, 120 + street.code % 1000 / 100]
  const box = { west: west - 0.01, south: 29.99, east: west + 0.02, north: 30.02 }
  const lane = { west: west + 0.001, south: 30.001, east: west + 0.002, north: 30.002 }
  const list = (who: Question['who'], what: string, asked: List): Question => ({ who, what: `list, ${what}, ${who}`, ask: (person) => person.call('event', 'list', asked), target: { ...aPage, ratio: 1.5 } })
  const other = (who: Question['who'], what: string, target: Target, ask: Ask): Question => ({ who, what: `${what}, ${who}`, ask, target })
  const filters: [string, List][] = [
    ['first page', {}], ['deep page', { after }], ['one state', { status: ['handling'] }], ['closed', { status: ['closed'] }], ['several states', { status: ['reported', 'accepted', 'handling'] }],
    ['urgent', { flags: ['urgent'] }], ['supervised', { flags: ['supervised'] }], ['severe', { flags: ['severe'] }], ['anonymous', { flags: ['anonymous'] }], ['overdue', { isOverdue: true }], ['not overdue', { isOverdue: false }],
    ['of a unit', { unit: units[4]!.id }], ['of a matter', { matter: 'B04' }], ['of a community', { area }], ['of a grid', { area: `${area}001/` }], ['of a building', { area: `${area}001/b0007/` }],
    ['a common word', { text: '楼道' }], ['a rare word', { text: '消防登高面停满' }], ['an address', { text: '学院路17号' }], ['a word nobody wrote', { text: '外星飞船' }], ['a number', { text: middle!.number }], ['the end of a number', { text: middle!.number.slice(-6) }], ['one character', { text: '车' }],
    ['waiting for me', { isMine: true }], ['what is due first', { order: 'due' }], ['waiting for me, due first', { isMine: true, order: 'due' }], ['in handling, due first', { status: ['handling'], order: 'due' }],
  ]
  const few = (...wanted: string[]) => filters.filter(([what]) => wanted.includes(what))
  return [
    ...filters.map(([what, asked]) => list('acceptor', what, asked)),
    ...few('first page', 'deep page', 'one state', 'urgent', 'overdue', 'a common word', 'waiting for me', 'waiting for me, due first', 'what is due first').map(([what, asked]) => list('secretary', what, asked)),
    ...few('first page', 'deep page', 'one state', 'overdue', 'a common word', 'waiting for me, due first').map(([what, asked]) => list('handler', what, asked)),
    list('handler', 'assisted in', { flags: ['assisted'] }),
    other('handler', 'an event and what happened to it', aPage, async (person) => [await person.call('event', 'get', { id: handled!.id }), await person.call('event', 'trace', { id: handled!.id })]),
    other('resident', 'list, mine', { ...aPage, ratio: 1.5 }, (person) => person.call('event', 'mine', {})),
    ...(['acceptor', 'secretary', 'handler'] as const).flatMap((who) => [other(who, 'today', aPage, (person) => person.call('desk', 'today', {})), other(who, 'map of the whole town', { p99: 100 }, (person) => person.call('desk', 'clusters', { filters: open, box, zoom: 13 }))]),
    other('leader', 'counts of the inboxes', aPage, (person) => person.call('desk', 'counts', {})),
    other('acceptor', 'map of a street', aPage, (person) => person.call('desk', 'clusters', { filters: open, box: lane, zoom: 17 })),
    // A map counts what lies in each cell: a statistic, no page of a list.
    other('acceptor', 'map of a street, closed', { p99: 100 }, (person) => person.call('desk', 'clusters', { filters: { status: ['closed'] }, box: lane, zoom: 17 })),
    other('acceptor', 'a lane of the board', aPage, (person) => person.call('event', 'list', { status: ['feedback'], order: 'due', limit: 10 })),
    ...few('first page', 'one state', 'overdue', 'a common word', 'a rare word', 'waiting for me').map(([what, asked]) => other('acceptor', `count, ${what}`, aPage, (person) => person.call('event', 'count', asked))),
  ]
}
