import type { BulletinRhythm, BulletinStatus, BulletinStep, Permission } from '@linli/contract'
import { addDays, addMonths, monthOf, weekdayOf, type Day } from '@linli/standards'

export interface Period { from: Day, until: Day }
type Rhythmic = Exclude<BulletinRhythm, 'once'>

/** The day, week from Monday, or month that a day lies in. */
export function periodWith(rhythm: Rhythmic, day: Day): Period {
  if (rhythm === 'day') return { from: day, until: addDays(day, 1) }
  if (rhythm === 'month') return { from: monthOf(day), until: addMonths(monthOf(day), 1) }
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7))
  return { from: monday, until: addDays(monday, 7) }
}

/** The last one that is over. */
export const lastPeriod = (rhythm: Rhythmic, today: Day): Period => periodWith(rhythm, addDays(periodWith(rhythm, today).from, -1))

/** The last day of the period before, and of the same one a year earlier; a week is compared with the week 52 weeks ago. */
export function daysBeside(rhythm: Rhythmic, { from, until }: Period): { before: Day, lastYear: Day } {
  const before = addDays(from, -1)
  if (rhythm === 'week') return { before, lastYear: addDays(until, -365) }
  const [last, year] = [addDays(until, -1), Number(until.slice(0, 4)) - 1]
  return { before, lastYear: rhythm === 'month' ? addDays(`${year}${until.slice(4)}`, -1) : last.endsWith('02-29') ? `${year}-02-28` : `${Number(last.slice(0, 4)) - 1}${last.slice(4)}` }
}

/** 临街统〔2026〕第 47 期 */
export const numberWords = (mark: string, year: number, no: number): string => `${mark}〔${year}〕第 ${no} 期`
/** By the year its last day lies in: what is told of December is of the old year. */
export const yearOf = ({ until }: Pick<Period, 'until'>): number => Number(addDays(until, -1).slice(0, 4))

const spoken: Record<Rhythmic, string> = { day: '当日', week: '本周', month: '本月' }
/** What is counted over the report's own time is called so: “近 30 天上报” becomes “本周上报”. */
export const nameIn = (name: string, rhythm: Rhythmic): string => `${spoken[rhythm]}${name.replace(/^(今日|当日|本周|本月|近\s*\d+\s*天)/, '')}`

interface Move { from: readonly BulletinStatus[], to: BulletinStatus, may: (status: BulletinStatus) => Permission, isForOthers?: boolean }
/** The life of an issue. `isForOthers`: not by whoever made it, unless nobody else there may. */
export const moves: Record<BulletinStep, Move> = {
  submit: { from: ['draft', 'returned'], to: 'review', may: () => 'bulletin.make' },
  agree: { from: ['review'], to: 'approved', may: () => 'bulletin.review', isForOthers: true },
  sign: { from: ['approved'], to: 'signed', may: () => 'bulletin.sign', isForOthers: true },
  return: { from: ['review', 'approved'], to: 'returned', may: (status) => (status === 'review' ? 'bulletin.review' : 'bulletin.sign') },
  drop: { from: ['draft', 'returned', 'review', 'approved'], to: 'dropped', may: () => 'bulletin.make' },
}

/** `isMaker`: made it or sent it in; `isAlone`: nobody else there holds a permission. */
export interface Who { may: (permission: Permission) => boolean, isMaker: boolean, isAlone: (permission: Permission) => boolean }

export function after(step: BulletinStep, { may, isMaker, isAlone }: Who, status: BulletinStatus): BulletinStatus | undefined {
  const { from, to, may: needed, isForOthers = false } = moves[step]
  if (!from.includes(status) || !may(needed(status))) return undefined
  return isForOthers && isMaker && !isAlone(needed(status)) ? undefined : to
}

export const stepsFor = (who: Who, status: BulletinStatus): BulletinStep[] => (Object.keys(moves) as BulletinStep[]).filter((step) => after(step, who, status) !== undefined)

/** The same text for the same content, whatever order its keys were stored in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null)
  return `{${Object.keys(value).toSorted().map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`
}
