import type { EventSource } from '@linli/contract'
import type { Limit } from '@linli/standards'
import { defaultRules } from '../../src/modules/matter/directory/index.ts'
import type { Account, People } from '../people/account.ts'
import type { Unit, Units } from '../people/unit.ts'
import type { Random } from '../random.ts'
import type { Community, Grid } from '../town/district.ts'
import type { CommunityKind } from '../town/profile.ts'
import type { Reported } from './run.ts'
import { stories, type Story } from './story/index.ts'
import { placeIn, type Place } from './where.ts'
import * as words from './words.ts'

/** Who reports what, where and to whom. */
export interface Desk {
  random: Random
  communities: readonly Community[]
  people: People
  units: Units
  /** Places that were reported before, by community and matter: some keep coming back (domain §7.5: repeat groups 29 %). */
  spots: Map<string, Place[]>
  likely: ReturnType<typeof likelihoods>
}

export const openDesk = (random: Random, { communities, people, units }: Pick<Desk, 'communities' | 'people' | 'units'>): Desk =>
  ({ random, communities, people, units, spots: new Map(), likely: likelihoods() })

/** Something new: where people live, by whom it is found, what is common there. */
export function reportOf(desk: Desk, at: Date, source: EventSource): Reported {
  const { random, communities, people, likely } = desk
  const community = random.weighted(communities.map((one) => [one, one.profile.persons] as const))
  const steward = source === 'steward' ? random.pick(people.stewards.get(community.path)!) : undefined
  const grid = steward ? community.grids.find(({ path }) => path === steward.area)! : random.pick(community.grids)
  const story = random.weighted(likely(source, community.kind))
  return reportAt(desk, { at, source, story, place: placeFor(desk, story, community, steward ? { grid, isFixed: true } : { grid, isFixed: false }) })
}

/** The same again, from somebody else: merged by the acceptor, mostly. */
export function twinOf(desk: Desk, first: Reported, at: Date, source: EventSource): Reported {
  if (source === 'steward' || first.source === 'steward') return reportOf(desk, at, source)
  const { story, place, which } = first
  return { ...reportAt(desk, { at, source, story, place }), which, isTwin: true, isOnTheSpot: false, cancelled: null }
}

function placeFor({ random, spots }: Desk, story: Story, community: Community, { grid, isFixed }: { grid: Grid, isFixed: boolean }): Place {
  const key = `${community.path} ${story.code}`
  const known = spots.get(key) ?? []
  if (!isFixed && known.length > 0 && random.chance(0.36)) return random.pick(known)
  const place = placeIn(random, community, grid, story.site)
  if (!isFixed && known.length < 3) spots.set(key, [...known, place])
  return place
}

function reportAt(desk: Desk, { at, source, story, place }: Pick<Reported, 'at' | 'source' | 'story' | 'place'>): Reported {
  const { random, units } = desk
  const own = units.communities.get(place.community.path)!
  const suggested = unitFor(units, story.code) ?? own
  // Four in a hundred are sent elsewhere than usual.
  const unit = random.chance(0.96) ? suggested : random.chance(0.6) ? own : random.pick(units.handlers)
  const isFound = source === 'grid' || source === 'steward'
  return {
    at, source, story, which: random.whole(0, story.texts.length - 1), place, limit: limitOf(story.code), unit, suggested, reporter: reporterOf(desk, source, place),
    isTwin: false, cancelled: random.chance(0.045) ? random.pick(words.cancelReasons) : null, isOnTheSpot: random.chance(unit.kind === 'community' ? (isFound ? 0.95 : 0.45) : source === 'grid' ? 0.78 : 0),
  }
}

function reporterOf({ random, people }: Desk, source: EventSource, { community, grid }: Place): Account {
  if (source === 'grid') return people.gridWorkers.get(grid.path)!
  if (source === 'steward') return people.stewards.get(community.path)!.find(({ area }) => area === grid.path)!
  return source === 'resident' ? random.pick(people.residents) : random.pick(people.acceptors)
}

/** A matter and its group, nearest first. */
const lineOf = (code: string) => [code, code.slice(0, /^[A-Z]/.test(code) ? 1 : 2)]

/** The unit of the office's rule; nothing where the community handles. */
const unitFor = ({ rules }: Units, code: string): Unit | null =>
  lineOf(code).map((one) => rules.find(({ matter }) => matter === one)).find((rule) => rule !== undefined)?.unit ?? null

function limitOf(code: string): Limit {
  const { amount, unit } = lineOf(code).map((one) => defaultRules.find(({ matter }) => matter === one)).find((rule) => rule !== undefined)!
  return { amount, unit }
}

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
