import type { BulletinRhythm, BulletinStatus, BulletinStep, IndicatorScale, Permission } from '@linli/contract'
import { addDays, daysBetween, weekdayOf, type Day } from '@linli/standards'

export interface Period { from: Day, until: Day }
type Rhythmic = Exclude<BulletinRhythm, 'once'>

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`
const nextMonth = (day: Day): Day => monthOf(addDays(monthOf(day), 31))

/** The day, week from Monday, or month that a day lies in. */
export function periodWith(rhythm: Rhythmic, day: Day): Period {
  if (rhythm === 'day') return { from: day, until: addDays(day, 1) }
  if (rhythm === 'month') return { from: monthOf(day), until: nextMonth(day) }
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

const told = (day: Day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 2026年11月25日 · 2026年11月16日至22日 · 2026年11月 */
export function periodWords(rhythm: BulletinRhythm, { from, until }: Period): string {
  const last = addDays(until, -1)
  if (rhythm === 'month') return told(from).replace(/\d+日$/, '')
  if (daysBetween(from, until) === 1) return told(from)
  const rest = from.slice(0, 4) === last.slice(0, 4) ? (from.slice(0, 7) === last.slice(0, 7) ? `${Number(last.slice(8))}日` : told(last).slice(5)) : told(last)
  return `${told(from)}至${rest}`
}

/** 临街统〔2026〕第 47 期 */
export const numberWords = (mark: string, year: number, no: number): string => `${mark}〔${year}〕第 ${no} 期`
/** By the year its last day lies in: what is told of December is of the old year. */
export const yearOf = ({ until }: Pick<Period, 'until'>): number => Number(addDays(until, -1).slice(0, 4))

const spoken: Record<Rhythmic, string> = { day: '当日', week: '本周', month: '本月' }
/** What is counted over the report's own time is called so: “近 30 天上报” becomes “本周上报”. */
export const nameIn = (name: string, rhythm: Rhythmic): string => `${spoken[rhythm]}${name.replace(/^(今日|当日|本周|本月|近\s*\d+\s*天)/, '')}`

const units: Record<IndicatorScale, string> = { count: '', ratio: '', share: '%', perThousand: '‰', perTenThousand: '‱' }
/** 1,204 · 93.45% · 不足 5 · — */
export const valueWords = ({ value, isSuppressed = false }: { value: number | null, isSuppressed?: boolean }, scale: IndicatorScale): string =>
  (isSuppressed ? '不足 5' : value === null ? '—' : `${value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })}${units[scale]}`)

/** Whether a target is met; nothing where there is none, or nothing to compare. */
export const isMet = ({ value, target, best }: { value: number | null, target: number | null, best: 'high' | 'low' | null }): boolean | null =>
  (value === null || target === null || best === null ? null : best === 'low' ? value <= target : value >= target)

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
