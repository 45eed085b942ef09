import type { EventSource } from '@linli/contract'
import { addDays, at, dayOf, defaultCalendar, isWorkday } from '@linli/standards'
import type { Random } from '../random.ts'

/** Events by source, in hundredths: 47 grid, 12 residents, 8 stewards, 14 hotline, 3 from above and others of 84 a day (domain §7.5). */
export const sourceShares: readonly (readonly [EventSource, number])[] = [['grid', 47], ['hotline', 14], ['resident', 12], ['steward', 8], ['upstream', 2], ['other', 1]]

/** Weight of each hour of the day: peaks 9–11, 14–16 and, for what people hear and see at home, 19–21 (domain §7.5). */
const office = [0, 0, 0, 0, 0, 0, 0, 1, 6, 12, 11, 5, 2, 5, 11, 10, 7, 3, 1, 1, 0, 0, 0, 0]
const home = [0.5, 0.2, 0.1, 0.1, 0.1, 0.3, 1, 3, 5, 7, 6, 4, 4, 3, 5, 5, 4, 5, 6, 9, 9, 7, 3, 1]
const hours: Record<EventSource, readonly number[]> = { grid: office, upstream: office, other: office, hotline: home.map((weight, hour) => weight + office[hour]!), resident: home, steward: home.map((weight, hour) => (weight + office[hour]!) / 2) }

const dayMs = 86_400_000

/** Moments at which so many events were reported in the year before now; weekends and holidays bring three fifths of a workday. */
export function reportMoments(random: Random, now: Date, count: number): { at: Date, source: EventSource }[] {
  const today = dayOf(now)
  const days = Array.from({ length: 366 }, (_, back) => addDays(today, -back))
  const weights = days.map((day, back): [string, number] => [day, (isWorkday(defaultCalendar, day) ? 1 : 0.6) * (1 + 0.1 * Math.sin(back / 58)) * random.between(0.85, 1.15) * (back === 0 ? share(now) : 1)])
  const pickDay = picker(random, weights)
  return Array.from({ length: count }, () => {
    const source = random.weighted(sourceShares)
    const moment = momentOn(random, pickDay(), source)
    return { at: moment < now && now.getTime() - moment.getTime() < 365 * dayMs ? moment : new Date(moment.getTime() - dayMs * (moment < now ? -1 : 1)), source }
  }).filter(({ at: moment }) => moment < now).toSorted((a, b) => a.at.getTime() - b.at.getTime())
}

/** How much of today's work has come in by now. */
function share(now: Date): number {
  const passed = ((now.getTime() + 8 * 3_600_000) % dayMs) / 3_600_000
  return office.reduce((sum, weight, hour) => sum + weight * Math.min(1, Math.max(0, passed - hour)), 0) / office.reduce((sum, weight) => sum + weight, 0)
}

export function momentOn(random: Random, day: string, source: EventSource): Date {
  const hour = random.weighted(hours[source].map((weight, index) => [index, weight] as const))
  return new Date(at(day).getTime() + hour * 3_600_000 + Math.floor(random.next() * 3_600_000))
}

/** Draws by weight from a long list without walking it each time. */
function picker<T>(random: Random, list: readonly (readonly [T, number])[]): () => T {
  const sums: number[] = []
  for (const [, weight] of list) sums.push((sums.at(-1) ?? 0) + weight)
  return () => {
    const aim = random.next() * sums.at(-1)!
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sums[middle]! > aim) high = middle
      else low = middle + 1
    }
    return list[low]![0]
  }
}
