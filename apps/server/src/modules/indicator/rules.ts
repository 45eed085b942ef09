import type { IndicatorBand, IndicatorPeriod, Input } from '@linli/contract'
import { addDays, addMonths, monthOf, type Day } from '@linli/standards'

export type Definition = Input<'indicator', 'tryOut'>['definition']
export type Term = Definition['above'][number]
export interface Span { from: Day, until: Day }
/** How many there are under each key of each source. */
export type Counts = ReadonlyMap<string, number>
export interface Value { value: number | null, above: number | null, below: number | null, band: IndicatorBand | null, isSuppressed: boolean }

export const termKey = ({ source, key }: Pick<Term, 'source' | 'key'>): string => `${source}/${key}`

const lengths: Record<Exclude<IndicatorPeriod, 'month'>, number> = { day: 1, week: 7, days30: 30, days90: 90, year: 365 }

/** The days that count as of a day, that day among them. */
export const spanOf = (period: IndicatorPeriod, on: Day): Span => ({ from: period === 'month' ? `${on.slice(0, 7)}-01` : addDays(on, 1 - lengths[period]), until: addDays(on, 1) })

/** The same days, read sooner: nothing has happened after today, so the month that is not over is read as a whole. */
export const toTheMonthsEnd = ({ from, until }: Span, today: Day): Span => ({ from, until: until > today ? addMonths(monthOf(today), 1) : until })

const factors = { count: 1, ratio: 1, share: 100, perThousand: 1000, perTenThousand: 10_000 } as const

/** Fewer than so many people, and who knows the place knows who is meant. */
export const leastPeople = 5
const isSmall = (count: number) => count > 0 && count < leastPeople

const sum = (terms: readonly Term[], counts: Counts) => terms.reduce((all, term) => all + (term.isLess ? -1 : 1) * (counts.get(termKey(term)) ?? 0), 0)

/** `hides`: whether small numbers under a source may not be told to who asks. */
export function valueOf(definition: Definition, counts: Counts, hides: (source: string) => boolean): Value {
  const terms = [...definition.above, ...definition.below]
  if (terms.some((term) => hides(term.source) && isSmall(counts.get(termKey(term)) ?? 0))) return { value: null, above: null, below: null, band: null, isSuppressed: true }
  const above = sum(definition.above, counts)
  const below = definition.below.length > 0 ? sum(definition.below, counts) : null
  const value = below === null ? above : below > 0 ? Math.round(above / below * factors[definition.scale] * 100) / 100 : null
  return { value, above, below, band: bandOf(definition, value), isSuppressed: false }
}

/** The worst colour whose limit the value reaches. */
export function bandOf({ best, limits }: Pick<Definition, 'best' | 'limits'>, value: number | null): IndicatorBand | null {
  if (!limits || !best || value === null) return null
  const isReached = (limit: number) => (best === 'low' ? value >= limit : value <= limit)
  return (['red', 'orange', 'yellow', 'blue'] as const).find((band) => isReached(limits[band])) ?? 'green'
}

/** What is wrong with a definition, by field; `isKnown`: whether there is such a key of a source. */
export function faultsOf({ above, below, scale, best, target, limits }: Definition, isKnown: (term: Term) => boolean): { path: string, message: string }[] {
  const faults = [...above.map((term, at) => ({ term, path: `definition.above.${at}` })), ...below.map((term, at) => ({ term, path: `definition.below.${at}` }))]
    .filter(({ term }) => !isKnown(term)).map(({ path }) => ({ path, message: '基础指标目录里没有这一项' }))
  if (above.every(({ isLess }) => isLess)) faults.push({ path: 'definition.above', message: '分子至少要有一项不是减项' })
  if (below.length > 0 && below.every(({ isLess }) => isLess)) faults.push({ path: 'definition.below', message: '分母至少要有一项不是减项' })
  if (below.length === 0 && scale !== 'count') faults.push({ path: 'definition.below', message: '请选择分母，或改为“个数”' })
  if (below.length > 0 && scale === 'count') faults.push({ path: 'definition.scale', message: '有分母时请选择百分比、平均数、每千或每万' })
  if ((target !== null || limits !== null) && best === null) faults.push({ path: 'definition.best', message: '设了目标或分级，请选择越高越好还是越低越好' })
  if (limits && best && !isOrdered(limits, best)) faults.push({ path: 'definition.limits', message: best === 'low' ? '红、橙、黄、蓝要从大到小' : '红、橙、黄、蓝要从小到大' })
  return faults
}

function isOrdered({ red, orange, yellow, blue }: NonNullable<Definition['limits']>, best: 'high' | 'low'): boolean {
  const worst = [red, orange, yellow, blue]
  return worst.every((limit, at) => at === 0 || (best === 'low' ? limit < worst[at - 1]! : limit > worst[at - 1]!))
}

/** The series of a place day by day, each the sum over the days that count for it. `daily` are sums of single days. */
export function rolling(daily: ReadonlyMap<Day, Counts>, period: IndicatorPeriod, on: Day): Counts {
  const { from, until } = spanOf(period, on)
  const sums = new Map<string, number>()
  for (let day = from; day < until; day = addDays(day, 1)) for (const [key, count] of daily.get(day) ?? []) sums.set(key, (sums.get(key) ?? 0) + count)
  return sums
}
