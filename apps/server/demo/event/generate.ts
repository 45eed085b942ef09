import type { EventSeverity, EventSource, EventStatus } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { idAt } from '../id.ts'
import type { People } from '../people/account.ts'
import { names, phoneOf } from '../people/name.ts'
import type { Units } from '../people/unit.ts'
import { randomOf, type Random } from '../random.ts'
import type { Community } from '../town/district.ts'
import { follow, live } from './course.ts'
import { present } from './life.ts'
import { openDesk, reportOf, twinOf, type Desk } from './report.ts'
import type { Course, Reported, World } from './run.ts'
import { momentOn, reportMoments, sourceShares } from './when.ts'
import * as words from './words.ts'

/** One event with everything that happened to it. */
export interface DemoEvent {
  id: string
  number: string
  reported: Reported
  course: Course
  title: string
  description: string
  severity: EventSeverity
  /** Who called, where it was not the account that reported. */
  caller: { name: string, phone: string } | null
}

export interface Setting { seed: string, now: Date, communities: readonly Community[], people: People, units: Units, count: number }

interface Maker { random: Random, world: World, desk: Desk, callers: Iterator<string, never>, numbers: Set<string> }

/** How many of the latest stand in each state, so that everybody finds work in 今日待办. */
const standing: readonly (readonly [EventStatus, number])[] = [
  ['reported', 8], ['needInfo', 5], ['accepted', 6], ['filed', 7], ['dispatched', 18], ['handling', 62], ['feedback', 24], ['checked', 26], ['revisited', 7], ['closed', 1],
  ['selfHandled', 14], ['verifying', 4], ['suspended', 6], ['needDetail', 6],
]
/** Of these the first belongs to the first resident, who shows the resident's end. */
const shown: readonly EventStatus[] = ['reported', 'needInfo', 'handling', 'checked', 'closed']

/** A year of events, oldest first, and among the latest some that stand in every state. The same for the same seed and moment. */
export function makeEvents({ seed, now, communities, people, units, count }: Setting): DemoEvent[] {
  const random = randomOf(`${seed} events`)
  const maker: Maker = { random, world: { random, people, units, now }, desk: openDesk(random, { communities, people, units }), callers: names(random), numbers: new Set() }
  const open = standing.map(([status, most]) => [status, Math.ceil(most * Math.min(1, count / 3000))] as const)
  const past = pastEvents(maker, count - open.reduce((sum, [, some]) => sum + some, 0))
  const waiting = open.flatMap(([status, some]) => Array.from({ length: some }, (_, at) => standingIn(maker, status, { isShown: at === 0 && shown.includes(status), fits: (status === 'handling' && wishes[at]) || (() => true) })))
  return [...past, ...waiting].toSorted((a, b) => a.reported.at.getTime() - b.reported.at.getTime())
}

function pastEvents(maker: Maker, count: number): DemoEvent[] {
  const { random, world, desk } = maker
  let last: DemoEvent | undefined
  return reportMoments(random, world.now, count).map(({ at, source }) => {
    const reported = last && random.chance(0.06) ? twinOf(desk, last.reported, at, source) : reportOf(desk, at, source)
    const course = last && reported.isTwin && random.chance(0.8) ? follow(world, reported, last) : undefined
    const event = finish(maker, reported, course ?? live(world, reported))
    if (!course) last = event
    return event
  })
}

/** Some that stand in handling wait for somebody to decide or to answer for them. */
const wishes = [undefined, 'extension', 'extension', 'suspension', 'supervision', 'supervision', 'supervision'].map((wish) =>
  wish && (({ marks }: Course) => (wish === 'supervision' ? marks.is_supervised === true : marks.pending === wish)))

/** An event of the last days that stands in the state now: some late, some soon due, most in time. */
function standingIn(maker: Maker, status: EventStatus, { isShown, fits }: { isShown: boolean, fits: (course: Course) => boolean }): DemoEvent {
  const { random, world, desk } = maker
  // What waits for an answer longer than it may goes on by itself.
  const wanted = isShown || status === 'needDetail' ? 'early' : random.weighted([['late', 1], ['soon', 2], ['early', 5]] as const)
  let best: { reported: Reported, course: Course } | undefined
  const most = isShown ? 600 : 120
  for (let attempt = 0; attempt < most && (!best || !fits(best.course) || lightOf(best.course, world.now) !== wanted); attempt += 1) {
    const source = isShown ? 'resident' : status === 'selfHandled' ? 'grid' : isAsked(status) ? random.pick(['resident', 'hotline'] as const) : random.weighted(sourceShares)
    const at = recently(maker, source, attempt < most / 2 ? 4 : isShown ? 14 : 8)
    const told = reportOf(desk, at, source)
    const reported = { ...told, cancelled: null, reporter: isShown ? world.people.residents[0]! : told.reporter }
    const course = live(world, reported, status)
    if (present(course).status === status && (status !== 'closed' || course.rating === null) && (!best || fits(course))) best = { reported, course }
  }
  const reported = best?.reported ?? reportOf(desk, recently(maker, 'grid', 1), 'grid')
  return finish(maker, reported, best?.course ?? live(world, reported))
}

/** A moment of the last days, rather of the last than of the first of them. */
function recently({ random, world: { now } }: Maker, source: EventSource, days: number): Date {
  const at = momentOn(random, dayOf(new Date(now.getTime() - random.next() ** 2 * days * 86_400_000)), source)
  return at < now ? at : new Date(now.getTime() - random.whole(1, 50) * 60_000)
}

/** States that only what residents and callers report comes to stand in, or stands in longest. */
const isAsked = (status: EventStatus) => status === 'checked' || status === 'revisited' || status === 'needInfo' || status === 'needDetail'

function lightOf(course: Course, now: Date): 'late' | 'soon' | 'early' {
  const { dueAt, warnAt } = present(course)
  if (dueAt && dueAt < now) return 'late'
  return warnAt && warnAt <= now ? 'soon' : 'early'
}

function finish({ random, callers, numbers }: Maker, reported: Reported, course: Course): DemoEvent {
  const { title, description } = words.tell(random, reported)
  const severity = reported.story.code.startsWith('M') ? 'larger' : random.weighted([['ordinary', 95], ['larger', 4.4], ['major', 0.6]] as const)
  return {
    id: idAt(random, reported.at.getTime()), number: numberFor(random, reported.at, numbers), reported, course, title, severity,
    description: course.supplement === null ? description : `${description}\n补充：${course.supplement}`,
    caller: reported.source === 'hotline' ? { name: callers.next().value, phone: phoneOf(random.whole(1000, 9999)) } : null,
  }
}

/** As the event module numbers: the moment and six digits; none twice. */
function numberFor(random: Random, at: Date, taken: Set<string>): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(2, 19).replace(/[-T:]/g, '')
  let number: string
  do number = `${local}${String(random.whole(0, 999_999)).padStart(6, '0')}`
  while (taken.has(number))
  taken.add(number)
  return number
}
