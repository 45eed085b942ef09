import type { EventSeverity, EventSource, EventStatus } from '@linli/contract'
import { dayOf, type Limit } from '@linli/standards'
import { defaultRules } from '../../src/modules/matter/directory/index.ts'
import { idAt } from '../id.ts'
import type { Account, People } from '../people/account.ts'
import { names, phoneOf } from '../people/name.ts'
import type { Unit, Units } from '../people/unit.ts'
import { randomOf, type Random } from '../random.ts'
import type { Community, Grid } from '../town/district.ts'
import type { CommunityKind } from '../town/profile.ts'
import { live, type Course, type Reported, type World } from './course.ts'
import { present } from './life.ts'
import { stories, type Story } from './story/index.ts'
import { momentOn, reportMoments, sourceShares } from './when.ts'
import { placeIn, type Place } from './where.ts'
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

/** A year of events, oldest first, and among the latest some that stand in every state. The same for the same seed and moment. */
export function makeEvents(setting: Setting): DemoEvent[] {
  const random = randomOf(`${setting.seed} events`)
  const maker = makerOf(random, setting)
  const open = standing.map(([status, count]) => [status, Math.ceil((count * Math.min(1, setting.count / 3000)))] as const)
  const past = reportMoments(random, setting.now, setting.count - open.reduce((sum, [, count]) => sum + count, 0)).map(({ at, source }) => maker.at(at, source))
  const waiting = open.flatMap(([status, count]) => Array.from({ length: count }, (_, at) => maker.standing(status, at === 0)))
  return [...past, ...waiting].toSorted((a, b) => a.reported.at.getTime() - b.reported.at.getTime())
}

/** How many of the latest stand in each state, so that everybody finds work in 今日待办. */
const standing: readonly (readonly [EventStatus, number])[] = [
  ['reported', 8], ['needInfo', 5], ['accepted', 6], ['filed', 7], ['dispatched', 18], ['handling', 62], ['feedback', 24], ['checked', 26], ['revisited', 7], ['closed', 1],
]
/** Of these the first belongs to the first resident, who shows the resident's end. */
const shown: readonly EventStatus[] = ['reported', 'needInfo', 'handling', 'checked', 'closed']

function makerOf(random: Random, { now, communities, people, units }: Setting) {
  const world: World = { random, people, now }
  const ruled = rulesOf(units)
  const caller = names(random)
  const spots = new Map<string, Place[]>()
  const numbers = new Set<string>()
  const populous = communities.map((community) => [community, community.profile.persons] as const)
  const likely = likelihoods()
  let last: Reported | undefined

  return { at, standing: standingIn }

  function at(moment: Date, source: EventSource): DemoEvent {
    const isTwin = last !== undefined && random.chance(0.03)
    const told = isTwin ? twinOf(last!, moment, source) : reportOf(moment, source)
    last = told
    return finish(told, live(world, told))
  }

  /** An event of the last days that stands in the state now: some late, some soon due, most in time. */
  function standingIn(status: EventStatus, isFirst: boolean): DemoEvent {
    const isShown = isFirst && shown.includes(status)
    const wanted = random.weighted([['late', 1], ['soon', 2], ['early', 5]] as const)
    let best: { reported: Reported, course: Course } | undefined
    for (let attempt = 0; attempt < 60; attempt += 1) {
      const source = isShown ? 'resident' : isAsked(status) ? random.pick(['resident', 'hotline'] as const) : random.weighted(sourceShares)
      const back = random.next() ** 2 * (attempt < 30 ? 4 : 8)
      const moment = momentOn(random, dayOf(new Date(now.getTime() - back * 86_400_000)), source)
      if (moment >= now) continue
      const told = reportOf(moment, source)
      const reported = { ...told, cancelled: null, reporter: isShown ? people.residents[0]! : told.reporter }
      const course = live(world, reported, status)
      if (present(course).status !== status || (status === 'closed' && course.rating !== null)) continue
      best = { reported, course }
      if (lightOf(course, now) === wanted) break
    }
    const found = best ?? { reported: reportOf(new Date(now.getTime() - 60_000), 'grid'), course: undefined }
    return finish(found.reported, found.course ?? live(world, found.reported))
  }

  function reportOf(moment: Date, source: EventSource): Reported {
    const community = random.weighted(populous)
    const steward = source === 'steward' ? random.pick(people.stewards.get(community.path)!) : undefined
    const grid = steward ? community.grids.find(({ path }) => path === steward.area)! : random.pick(community.grids)
    const story = random.weighted(likely(source, community.kind))
    return reportAt(moment, source, story, placeFor(story, community, grid, steward !== undefined))
  }

  /** Reported again from the same place by somebody else: told apart by the acceptor. */
  function twinOf(first: Reported, moment: Date, source: EventSource): Reported {
    const isFit = source !== 'steward' && first.source !== 'steward'
    return isFit ? { ...reportAt(moment, source, first.story, first.place), which: first.which, cancelled: random.chance(0.6) ? '与已受理的事件重复，已合并办理' : null } : reportOf(moment, source)
  }

  /** Some places keep coming back (domain §7.5: repeat groups 29 %). */
  function placeFor(story: Story, community: Community, grid: Grid, isFixed: boolean): Place {
    const key = `${community.path} ${story.code}`
    const known = spots.get(key) ?? []
    if (!isFixed && known.length > 0 && random.chance(0.36)) return random.pick(known)
    const place = placeIn(random, community, grid, story.site)
    if (!isFixed && known.length < 3) spots.set(key, [...known, place])
    return place
  }

  function reportAt(moment: Date, source: EventSource, story: Story, place: Place): Reported {
    const { limit, unit: suggested } = ruled(story.code, units.communities.get(place.community.path)!)
    const unit = random.chance(0.96) ? suggested : random.chance(0.6) ? units.communities.get(place.community.path)! : random.pick(units.handlers)
    const isFound = source === 'grid' || source === 'steward'
    return {
      at: moment, source, story, which: random.whole(0, story.texts.length - 1), place, limit, unit, suggested, reporter: reporterOf(source, place), cancelled: random.chance(0.008) ? random.pick(words.cancelReasons) : null,
      isOnTheSpot: unit.kind === 'community' && random.chance(isFound ? 0.92 : 0.45),
    }
  }

  function reporterOf(source: EventSource, { community, grid }: Place): Account {
    if (source === 'grid') return people.gridWorkers.get(grid.path)!
    if (source === 'steward') return people.stewards.get(community.path)!.find(({ area }) => area === grid.path)!
    return source === 'resident' ? random.pick(people.residents) : random.pick(people.acceptors)
  }

  function finish(reported: Reported, course: Course): DemoEvent {
    const { title, description } = words.tell(random, reported)
    const severity = reported.story.code.startsWith('M') ? 'larger' : random.weighted([['ordinary', 95], ['larger', 4.4], ['major', 0.6]] as const)
    return {
      id: idAt(random, reported.at.getTime()), number: numberFor(reported.at), reported, course, title, severity,
      description: course.supplement === null ? description : `${description}\n补充：${course.supplement}`,
      caller: reported.source === 'hotline' ? { name: caller.next().value, phone: phoneOf(random.whole(1000, 9999)) } : null,
    }
  }

  function numberFor(moment: Date): string {
    const local = new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(2, 19).replace(/[-T:]/g, '')
    for (;;) {
      const number = `${local}${String(random.whole(0, 999_999)).padStart(6, '0')}`
      if (!numbers.has(number)) {
        numbers.add(number)
        return number
      }
    }
  }
}

/** States that only what residents and callers report comes to stand in, or stands in longest. */
const isAsked = (status: EventStatus) => status === 'checked' || status === 'revisited' || status === 'needInfo'

/** How likely each story is from a source in a kind of community. */
function likelihoods(): (source: EventSource, kind: CommunityKind) => readonly (readonly [Story, number])[] {
  const known = new Map<string, (readonly [Story, number])[]>()
  return (source, kind) => {
    const key = `${source} ${kind}`
    const list = known.get(key) ?? stories.map((story) => [story, story.weight * (story.from[source === 'other' ? 'resident' : source] ?? 0) * (story.where[kind] ?? 1)] as const).filter(([, weight]) => weight > 0)
    known.set(key, list)
    return list
  }
}

function lightOf(course: Course, now: Date): 'late' | 'soon' | 'early' {
  const { dueAt, warnAt } = present(course)
  if (dueAt && dueAt < now) return 'late'
  return warnAt && warnAt <= now ? 'soon' : 'early'
}

/** The rule of each matter as the office keeps it, with the community's own unit where the community handles. */
function rulesOf(units: Units): (code: string, community: Unit) => { limit: Limit, unit: Unit } {
  const groupOf = (code: string) => code.slice(0, /^[A-Z]/.test(code) ? 1 : 2)
  return (code, community) => {
    const line = [code, groupOf(code)]
    const rule = line.map((one) => units.rules.find(({ matter }) => matter === one)).find((one) => one !== undefined)
    const limit = line.map((one) => defaultRules.find(({ matter }) => matter === one)).find((one) => one !== undefined)!
    return { limit: { amount: limit.amount, unit: limit.unit }, unit: rule?.unit ?? community }
  }
}
