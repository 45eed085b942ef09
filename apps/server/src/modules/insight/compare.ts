import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { factsByArea } from './fact-queries.ts'
import * as queries from './figure-queries.ts'
import * as rules from './indicator-rules.ts'
import type { Facts } from './measure-rules.ts'
import { before, spansOf, type Period } from './period-rules.ts'
import { mattersOf, periodFor, placeOf, type Filters } from './scope.ts'

type By = Input<'insight', 'compare'>['by']

/** The main indicators of units, communities or matters side by side, with the place of each among them, now and in the period before. */
export async function compare(ctx: Ctx, { by, ...filters }: Input<'insight', 'compare'>): Promise<Output<'insight', 'compare'>> {
  const place = placeOf(ctx, filters.area)
  const choice: queries.Choice = by === 'area' ? { ...place, slice: 'all', level: place.subdistrict > 0 ? 'community' : place.level } : { ...place, slice: by }
  const columns = by === 'area' ? [...rules.mainIndicators, ...rules.areaIndicators] : rules.mainIndicators
  const facts = by === 'area' ? await factsByArea(ctx, choice) : new Map<string, Facts>()
  const period = periodFor(ctx, filters)
  const kind = by === 'area' ? 'area' : 'key'
  const [now, earlier] = [await valuesIn(ctx, choice, { period, kind, columns, facts }), await valuesIn(ctx, choice, { period: before(period), kind, columns, facts })]
  const [keys, names] = [[...now.keys()], await namesOf(ctx, by, [...now.keys()])]
  const ranks = new Map(columns.map((one) => [one.name, [rules.ranksOf(keys.map((key) => now.get(key)![one.name]!), one.best), ranksAmong(earlier, one)] as const]))
  const rows = keys.map((key, at) => ({
    key, label: names.get(key) ?? key, values: now.get(key)!,
    ranks: Object.fromEntries(columns.map(({ name }): [string, [number | null, number | null]] => [name, [ranks.get(name)![0][at]!, ranks.get(name)![1].get(key) ?? null]])),
  }))
  return { columns: columns.map(rules.columnOf), rows: rows.toSorted((a, b) => (b.values.reported ?? 0) - (a.values.reported ?? 0) || a.label.localeCompare(b.label, 'zh')) }
}

type Values = Record<string, number | null>

const ranksAmong = (all: Map<string, Values>, { name, best }: rules.Indicator) => {
  const ranks = rules.ranksOf([...all.values()].map((values) => values[name]!), best)
  return new Map([...all.keys()].map((key, at) => [key, ranks[at]!]))
}

interface Asked { period: Period, kind: queries.By, columns: readonly rules.Indicator[], facts: ReadonlyMap<string, Facts> }

async function valuesIn(ctx: Ctx, choice: queries.Choice, { period, kind, columns, facts }: Asked): Promise<Map<string, Values>> {
  const spans = spansOf(period)
  const counts = await queries.sums(ctx, choice, spans, kind)
  const times = await queries.histograms(ctx, choice, spans, kind, [...new Set(columns.flatMap(({ time }) => time ?? []))])
  return new Map([...counts].map(([key, sums]) => [key, Object.fromEntries(columns.map((one) => [one.name, rules.valueOf(one, { counts: sums, times: times.get(key) ?? {}, facts: facts.get(key) }).value]))]))
}

async function namesOf(ctx: Ctx, by: By, keys: string[]): Promise<ReadonlyMap<string, string>> {
  if (by === 'matter') return (await mattersOf(ctx)).names
  return by === 'unit' ? queries.unitNames(ctx, keys) : queries.areaNames(ctx, keys)
}

/** The posts of the standard, each with those who took its steps; in the order of their names, because a post is no race. */
export async function posts(ctx: Ctx, filters: Pick<Filters, 'from' | 'until' | 'area'>): Promise<Output<'insight', 'posts'>> {
  const choice: queries.Choice = { ...placeOf(ctx, filters.area), slice: 'person' }
  const counts = await queries.sums(ctx, choice, spansOf(periodFor(ctx, filters)), 'key')
  return {
    posts: rules.posts.map(({ key, label, shown }) => {
      const columns = shown.map((name) => rules.indicators.find((one) => one.name === name)!)
      const holders = [...counts].filter(([, sums]) => columns.some(({ numerator, denominator }) => sums[denominator ?? numerator] > 0))
      const rows = holders.map(([name, sums]) => ({
        name, values: Object.fromEntries(columns.map((one) => [one.name, rules.valueOf(one, { counts: sums, times: {} }).value])), counts: Object.fromEntries(columns.map(({ name: of, numerator, denominator }) => [of, sums[denominator ?? numerator]])),
      }))
      return { key, label, columns: columns.map(rules.columnOf), rows: rows.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')) }
    }),
  }
}
