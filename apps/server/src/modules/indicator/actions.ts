import type { Input, Output } from '@linli/contract'
import { addDays, dayOf, daysBetween, type Day } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import * as measure from '../measure/index.ts'
import { addends, cellsOf, countsAt, countsFor, countsOn, dayBefore, hides, isKept, levelAt, mayOpen, noValue, officeIn, spansIn, untold, valueAt, type Place } from './compute.ts'
import { definitionNamed, definitionsOf, isFlow, isKeptByBuilding, namesFor, termWords, viewOf, type Known } from './definitions.ts'
import * as queries from './queries.ts'
import { leastPeople, rolling, spanOf, termKey, type Definition, type Span, type Value } from './rules.ts'
import { shared } from './shared.ts'
import { sourceNamed, sources } from './sources.ts'

export async function catalogue(ctx: Ctx): Promise<Output<'indicator', 'catalogue'>> {
  const [matters, units] = [await queries.matterNames(ctx), await queries.unitNames(ctx, ctx.actor.area)]
  const valuesOf = (values: measure.Dimension['values']) => (values === 'matter' ? [...matters] : values === 'unit' ? [...units] : Object.entries(values))
  return { sources: sources.map(({ name, label, at, measures, dimensions }) => ({
    source: name, label, isFlow: at !== undefined, measures: Object.entries(measures).map(([key, { label: of, words }]) => ({ key, label: of, words })),
    dimensions: Object.entries(dimensions).map(([dimension, { label: of, words, values }]) => ({ dimension, label: of, words, values: valuesOf(values).map(([value, said]) => ({ key: measure.keyOf(dimension, value), label: said })) })),
  })) }
}

export async function list(ctx: Ctx, { isAll }: Input<'indicator', 'list'>): Promise<Output<'indicator', 'list'>> {
  const known = await definitionsOf(ctx, ctx.actor.area, { isAll })
  const names = await namesFor(ctx, ctx.actor.area, known.map(({ definition }) => definition))
  return { rows: known.map((one) => viewOf(one, names)) }
}

/** Everything of one place, in as many questions as there are sources and spans. */
export const figures = (ctx: Ctx, asked: Input<'indicator', 'figures'>): Promise<Output<'indicator', 'figures'>> => shared(ctx, 'figures', asked, async (place) => {
  const { area, on, theme } = asked
  const day = dayAsked(ctx, on)
  const known = (await definitionsOf(ctx, officeIn(area))).filter(({ definition }) => theme === undefined || definition.theme === theme)
  return { area, ...await headOf(ctx, area), figures: await figuresOf(ctx, place, known, day) }
})

export async function figuresOf(ctx: Ctx, place: Place, known: readonly Known[], day: Day): Promise<Output<'indicator', 'figures'>['figures']> {
  const definitions = known.map(({ definition }) => definition)
  const names = await namesFor(ctx, officeIn(place.area), definitions)
  const earlier = [...Map.groupBy(known, ({ definition }) => dayBefore(definition, isFlow(definition), day))]
  const [now, ...then] = (await countsOn(ctx, place, levelAt(place.area), [{ definitions, on: day }, ...earlier.map(([on, some]) => ({ definitions: some.map(({ definition }) => definition), on }))])).map((counts) => counts.get(place.area))
  const none = await untold(ctx, place, definitions, { counts: now, on: day })
  const before = new Map(earlier.flatMap(([on, some], at) => some.map(({ code, definition }) => [code, keptValueAt(ctx, place, definition, { counts: then[at], on })?.value ?? null] as const)))
  return known.map((one) => {
    const { definition } = one
    const counts = countsFor(definition, now, day)
    const value = none.has(definition) ? noValue : valueAt(ctx, definition, counts, place.area)
    const { code, name, theme, formula, version, scale, period, best, target, owner } = viewOf(one, names)
    return {
      code, name, theme, formula, version, scale, period, best, target, owner, ...value, before: before.get(code) ?? null,
      span: isFlow(definition) ? spanOf(period, day) : spanOf('day', day), parts: partsOf(ctx, place, { definition, counts: none.has(definition) ? undefined : counts, names }),
    }
  })
}

/** What each was as of the end of a day; null where nothing is kept of then. */
export async function valuesAt(ctx: Ctx, place: Place, known: readonly Known[], on: Day): Promise<Map<string, Value | null>> {
  const counts = (await countsAt(ctx, place, { definitions: known.map(({ definition }) => definition), level: levelAt(place.area), on })).get(place.area)
  return new Map(known.map(({ code, definition }) => [code, keptValueAt(ctx, place, definition, { counts, on })]))
}

const keptValueAt = (ctx: Ctx, { area }: Place, definition: Definition, { counts, on }: { counts: ReadonlyMap<string, number> | undefined, on: Day }): Value | null =>
  (isKept(definition, counts) ? valueAt(ctx, definition, countsFor(definition, counts, on), area) : null)

function partsOf(ctx: Ctx, { area }: Place, { definition: { above, below }, counts, names }: { definition: Definition, counts: ReadonlyMap<string, number> | undefined, names: ReadonlyMap<string, string> }) {
  const isHidden = hides(ctx, area)
  return [...above.map((term) => ({ term, isBelow: false })), ...below.map((term) => ({ term, isBelow: true }))].map(({ term, isBelow }) => {
    const count = counts ? counts.get(termKey(term)) ?? 0 : null
    return { source: term.source, key: term.key, ...termWords(term, names), isLess: term.isLess, isBelow, count: count !== null && isHidden(term.source) && count > 0 && count < leastPeople ? null : count, mayOpen: mayOpen(ctx, area, term.source) }
  })
}

export const byPlace = (ctx: Ctx, asked: Input<'indicator', 'values'>): Promise<Output<'indicator', 'values'>> => shared(ctx, 'values', asked, async (place) => {
  const { indicator, area, level, on } = asked
  const known = await definitionNamed(ctx, officeIn(area), indicator)
  const day = dayAsked(ctx, on)
  if (level === 'building' && day < dayOf(ctx.now) && !isKeptByBuilding(known.definition)) throw new Problem('input.invalid', { detail: '楼幢只有现在的数，没有留存每天的', fields: [{ path: 'on', message: '请选今天' }] })
  const { countedAt } = await headOf(ctx, area)
  return { indicator: viewOf(known, await namesFor(ctx, officeIn(area), [known.definition])), span: spanOf(isFlow(known.definition) ? known.definition.period : 'day', day), ...await tableOf(ctx, place, { definition: known.definition, level, on: day }), countedAt }
})

/** The area as a whole and each place in it. */
export async function tableOf(ctx: Ctx, place: Place, { definition, level, on }: { definition: Definition, level: string, on: Day }) {
  const own = levelAt(place.area)
  const counts = await countsAt(ctx, place, { definitions: [definition], level, on })
  const whole = level === own ? counts : await countsAt(ctx, place, { definitions: [definition], level: own, on })
  const areas = await queries.areasOf(ctx, { area: place.area, level, mine: place.mine, day: on })
  const isUntold = (await untold(ctx, place, [definition], { counts: whole.get(place.area), on })).size > 0
  const row = (area: string, name: string, all: ReadonlyMap<string, number> | undefined) => ({ area, name, ...isUntold ? noValue : valueAt(ctx, definition, countsFor(definition, all, on), area) })
  return { whole: row(place.area, (await areaNames(ctx, [place.area])).get(place.area) ?? '', whole.get(place.area)), rows: areas.map(({ path, name }) => row(path, name, counts.get(path))) }
}

/** Whole days only; sums of the period that ends with each. */
export const trend = (ctx: Ctx, asked: Input<'indicator', 'trend'>): Promise<Output<'indicator', 'trend'>> => shared(ctx, 'trend', asked, async (place) => {
  const { indicator, area, from, until } = asked
  const { definition } = await definitionNamed(ctx, officeIn(area), indicator)
  const [first, last] = [from as Day, until as Day]
  if (daysBetween(first, last) < 1 || daysBetween(first, last) > 400) throw new Problem('input.invalid', { detail: '请选 1 到 400 天', fields: [{ path: 'until', message: '请改日期' }] })
  return { rows: await trendIn(ctx, place, definition, { from: first, until: last }) }
})

export async function trendIn(ctx: Ctx, place: Place, definition: Definition, { from: first, until: last }: Span): Promise<Output<'indicator', 'trend'>['rows']> {
  const [flows, stands] = [new Map<Day, Map<string, number>>(), [] as { source: string, days: measure.OfDay[] }[]]
  for (const [source, terms] of Map.groupBy([...definition.above, ...definition.below], ({ source: of }) => of)) {
    const keys = [...new Set(terms.map(({ key }) => key))]
    const span = { from: spanOf(definition.period, first).from, until: last }
    if (sourceNamed(source)!.at === undefined) for (const part of addends(place)) stands.push({ source, days: await measure.dailyPast(ctx, { ...part, source }, keys, span) })
    else for (const { day, counts } of await measure.dailyFlow(ctx, { ...cellsOf(place), source }, keys, span)) flows.set(day as Day, added(flows.get(day as Day), source, counts))
  }
  const rows: Output<'indicator', 'trend'>['rows'] = []
  for (let day = first; day < last; day = addDays(day, 1)) {
    let counts = new Map(rolling(flows, definition.period, day))
    const isUntold = day < dayOf(ctx.now) && stands.some(({ days }) => !days.some((one) => one.day <= day))
    for (const { source, days } of stands) counts = added(counts, source, days.findLast((one) => one.day <= day)?.counts ?? {})
    rows.push({ day, ...isUntold ? noValue : valueAt(ctx, definition, counts, place.area) })
  }
  return rows
}

function added(sums: ReadonlyMap<string, number> = new Map(), source: string, counts: Record<string, number>): Map<string, number> {
  const all = new Map(sums)
  for (const [key, n] of Object.entries(counts)) all.set(termKey({ source, key }), (all.get(termKey({ source, key })) ?? 0) + Number(n))
  return all
}

export const structure = (ctx: Ctx, asked: Input<'indicator', 'structure'>): Promise<Output<'indicator', 'structure'>> => shared(ctx, 'structure', asked, async (place) => {
  const { source: name, dimension, area, from, until } = asked
  const source = found(sourceNamed(name))
  const { values: labels } = found(source.dimensions[dimension])
  const names = labels === 'matter' ? await queries.matterNames(ctx) : labels === 'unit' ? await queries.unitNames(ctx, officeIn(area)) : new Map(Object.entries(labels))
  const isHidden = hides(ctx, area)(name)
  const counts = await measure.keysAt(ctx, { ...cellsOf(place), source: name }, source.at ? spansIn(ctx, { from, until }) : null, `${dimension}=`)
  return { rows: counts.map(({ key, n }) => ({ key, label: names.get(key.slice(dimension.length + 1)) ?? key.slice(dimension.length + 1), count: isHidden && n < leastPeople ? null : n, isSuppressed: isHidden && n < leastPeople })) }
})

export async function proof(ctx: Ctx): Promise<Output<'indicator', 'proof'>> {
  const rows = await measure.marks(ctx, ctx.actor.area)
  const names = await areaNames(ctx, rows.map(({ area }) => area))
  return { rows: rows.map((row) => ({
    area: row.area, areaName: names.get(row.area) ?? '', day: row.day, countedAt: row.counted_at?.toISOString() ?? null, provedAt: row.proved_at?.toISOString() ?? null, sources: row.looked,
    differences: (row.differences as unknown as measure.Difference[]).map(({ source, places, sums }) => ({ label: sourceNamed(source)?.label ?? source, places, sums })),
  })) }
}

async function headOf(ctx: Ctx, area: string): Promise<{ areaName: string, countedAt: string | null }> {
  const [mark] = await measure.marks(ctx, officeIn(area))
  return { areaName: (await areaNames(ctx, [area])).get(area) ?? '', countedAt: mark?.counted_at?.toISOString() ?? null }
}

/** @throws Problem input.invalid for a day that is still to come. */
export function dayAsked(ctx: Ctx, on: string | undefined): Day {
  const today = dayOf(ctx.now)
  if (on !== undefined && on > today) throw new Problem('input.invalid', { detail: '不能晚于今天', fields: [{ path: 'on', message: '不能晚于今天' }] })
  return (on ?? today) as Day
}
