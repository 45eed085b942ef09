import assert from 'node:assert/strict'
import { test } from 'node:test'
import { defaultCalendar, isMobile, isWithin } from '@linli/standards'
import { end } from '../../src/modules/event/stage.ts'
import { leadsTo, moves } from '../../src/modules/event/rules.ts'
import { directory } from '../../src/modules/matter/directory/index.ts'
import { demoResidentPhone } from '../account-list.ts'
import { makePeople } from '../people/account.ts'
import { makeUnits } from '../people/unit.ts'
import { randomOf } from '../random.ts'
import { drawDistrict } from '../town/district.ts'
import { subdistrict } from '../town/profile.ts'
import { makeEvents, type DemoEvent } from './generate.ts'
import { present } from './life.ts'
import { stories } from './story/index.ts'

const now = new Date('2026-03-04T10:20:00+08:00')
const communities = drawDistrict('a seed', subdistrict.path)

function yearOf(seed: string, moment = now, count = 3000): DemoEvent[] {
  const units = makeUnits(randomOf(`${seed} units`), communities, 0)
  return makeEvents({ seed, now: moment, communities, people: makePeople(randomOf(`${seed} people`), communities, units, 0), units, count })
}

const year = yearOf('a seed')
const share = (some: readonly unknown[], all: readonly unknown[] = year) => some.length / all.length
const isAbout = (value: number, [least, most]: [number, number], words: string) => assert.ok(value >= least && value <= most, `${words}: ${value}`)

test('the same seed and moment give the same year', () => {
  assert.deepEqual(yearOf('a seed', now, 300), yearOf('a seed', now, 300))
  assert.notDeepEqual(yearOf('another', now, 300)[0]!.number, yearOf('a seed', now, 300)[0]!.number)
})

test('every event goes the ways of the state machine, one step after the other, and never ahead of now', () => {
  for (const { course, reported } of year) {
    let status: string = 'draft'
    let last = reported.at
    for (const { step, from, to, at } of course.happenings) {
      assert.equal(from, status)
      assert.ok(moves[step].from.includes(from), `${step} from ${from}`)
      assert.equal(leadsTo(moves[step], from), to, `${step} to ${to}`)
      assert.ok(at >= last && at < now)
      status = to
      last = at
    }
    assert.equal(present(course).status, status)
  }
})

test('the stages of an event follow each other without a gap and are measured as the event module measures them', () => {
  for (const { course, reported } of year) {
    assert.deepEqual(course.stays[0]!.since, reported.at)
    course.stays.forEach((stay, at) => {
      const next = course.stays[at + 1]
      assert.deepEqual(stay.until, next?.since ?? null)
      if (!next) return
      const { used, paused, overdue } = end(defaultCalendar, stay, next.since)
      assert.deepEqual([stay.used, stay.paused, stay.overdue], [used, paused, overdue])
    })
    assert.equal(course.isOverdue, course.stays.some(({ overdue }) => (overdue ?? 0) > 0))
    const { status } = present(course)
    assert.equal(course.closedAt !== null, status === 'closed' || status === 'cancelled')
    assert.equal(status === 'merged', course.marks.merged_into !== undefined && course.closedAt === null)
    assert.equal(status === 'suspended', (course.marks.suspend_reason ?? null) !== null)
    assert.equal(course.closeKind !== null, status === 'closed')
  }
})

test('nobody takes a step that is not theirs', () => {
  const allowed: Record<string, readonly string[]> = { sendVerify: ['acceptor'], confirm: ['gridWorker'], reportHandled: ['gridWorker'], passSelf: ['shiftLeader'], return: ['handler'], askExtension: ['handler'], approveExtension: ['dispatcher'], approveSuspension: ['dispatcher'], assist: ['dispatcher'], supervise: ['leader'], instruct: ['leader'], merge: ['acceptor'], rework: ['gridWorker', 'socialWorker'], accept: ['acceptor'], file: ['shiftLeader'], close: ['shiftLeader'], dispatch: ['dispatcher'], check: ['gridWorker', 'socialWorker'], revisit: ['acceptor'] }
  for (const { course, reported } of year) {
    let fedBack: string | undefined
    for (const { step, by } of course.happenings) {
      if (allowed[step]) assert.ok(allowed[step].includes(by!.posts[0]!.role), `${step} by ${by!.posts[0]!.role}`)
      if (step === 'sign' || step === 'feedback') assert.ok(reported.unit.kind === 'community' ? reported.place.area.startsWith(by!.posts[0]!.area) : by!.unit === reported.unit.id)
      if (step === 'feedback') fedBack = by!.id
      if (step === 'check') assert.notEqual(by!.id, fedBack)
    }
  }
})

test('the year has the shape of a real one', () => {
  const from = (source: string) => share(year.filter(({ reported }) => reported.source === source))
  isAbout(from('grid'), [0.5, 0.62], 'found by grid workers')
  isAbout(from('hotline'), [0.13, 0.21], 'from the hotline')
  const closed = year.filter(({ course }) => course.closeKind !== null)
  isAbout(share(closed.filter(({ course }) => course.closeKind === 'overdue'), closed), [0.03, 0.1], 'closed late')
  isAbout(share(year.filter(({ course }) => present(course).status === 'cancelled')), [0.012, 0.04], 'cancelled')
  const taken = (step: string) => share(year.filter(({ course }) => course.happenings.some((one) => one.step === step)))
  isAbout(taken('reportHandled'), [0.42, 0.6], 'handled on the spot')
  isAbout(share(year.filter(({ course }) => course.marks.is_duplicate)), [0.02, 0.08], 'reported twice')
  isAbout(taken('return'), [0.005, 0.05], 'sent back')
  isAbout(taken('approveExtension'), [0.002, 0.03], 'given more time')
  isAbout(taken('approveSuspension'), [0.0005, 0.02], 'suspended')
  isAbout(taken('rework'), [0.003, 0.03], 'done again')
  const rated = year.filter(({ course }) => course.rating)
  isAbout(share(rated.filter(({ course }) => course.rating!.score >= 3), rated), [0.9, 0.965], 'content')
  const weekend = year.filter(({ reported }) => [0, 6].includes(new Date(reported.at.getTime() + 8 * 3_600_000).getUTCDay()))
  isAbout(share(weekend), [0.15, 0.26], 'at weekends')
  const places = Map.groupBy(year, ({ reported }) => `${reported.story.code} ${reported.place.place}`)
  isAbout(share([...places.values()].filter(({ length }) => length > 2).flat()), [0.05, 0.45], 'from places that keep coming back')
})

for (const moment of ['2026-03-04T10:20:00+08:00', '2026-02-17T23:20:00+08:00', '2026-03-08T04:00:00+08:00']) {
  test(`whenever it starts, work waits in every state: ${moment}`, () => {
    const then = yearOf('a seed', new Date(moment))
    const states = new Set(then.map(({ course }) => present(course).status))
    const own = then.filter(({ reported }) => reported.reporter.phone === demoResidentPhone).map(({ course }) => present(course).status)
    for (const status of ['reported', 'needInfo', 'handling', 'checked', 'closed'] as const) assert.ok(own.includes(status), `the shown resident has none ${status}`)
    for (const waits of ['is_supervised', 'pending'] as const) assert.ok(then.some(({ course }) => course.marks[waits]), waits)
    for (const status of ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'feedback', 'checked', 'revisited', 'selfHandled', 'verifying', 'suspended', 'needDetail'] as const) assert.ok(states.has(status), status)
  })
}

test('places lie where they say, numbers are unique, callers’ phones belong to nobody', () => {
  for (const { reported: { place }, caller } of year) {
    assert.ok(isWithin([place.lng, place.lat], { type: 'Polygon', coordinates: [place.community.ring] }), place.place)
    assert.ok(place.area.startsWith(place.grid.path))
    if (caller) assert.ok(isMobile(caller.phone) && caller.phone.startsWith('1390000'))
  }
  assert.equal(new Set(year.map(({ number }) => number)).size, year.length)
  assert.equal(new Set(year.map(({ id }) => id)).size, year.length)
})

test('what is told: each text has its heading, each matter is one of the directory', () => {
  const leaves = new Set(directory.filter(({ isLeaf }) => isLeaf).map(({ code }) => code))
  for (const { code, texts, titles, notes, replies, from } of stories) {
    assert.ok(leaves.has(code), code)
    assert.equal(titles.length, texts.length, code)
    assert.ok(notes.length > 0 && replies.length > 0 && Object.keys(from).length > 0, code)
  }
  for (const { title, description } of year) assert.ok(title.length <= 40 && description.length <= 1000)
})
