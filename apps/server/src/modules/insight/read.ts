import { eventSource, type EventStatus, type Input, type Output } from '@linli/contract'
import { addDays, isDay } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './figure-queries.ts'
import * as rules from './indicator-rules.ts'
import { factsOf } from './fact-queries.ts'
import { isMeasure } from './measure-queries.ts'
import type { Facts } from './measure-rules.ts'
import { before, lastYear, spansOf, stretchesOf, type Period } from './period-rules.ts'
import { groupOf, mattersOf, momentsOf, periodFor, placeOf, sliceOf, type Filters } from './scope.ts'

export async function figures(ctx: Ctx, filters: Input<'insight', 'figures'>): Promise<Output<'insight', 'figures'>> {
  const choice = await choiceOf(ctx, filters)
  const period = periodFor(ctx, filters)
  const periods = [period, before(period), lastYear(period)] as const
  const facts = choice.slice === 'all' ? await factsOf(ctx, choice) : undefined
  const [now, then, year] = [await countedIn(ctx, choice, periods[0], facts), await countedIn(ctx, choice, periods[1], facts), await countedIn(ctx, choice, periods[2], facts)]
  const of = await ofEvents(ctx, filters)
  const since = await queries.countedSince(ctx, choice.subdistrict)
  return {
    period, before: periods[1], lastYear: periods[2],
    present: await queries.present(ctx, of),
    figures: rules.indicators.map((one) => ({ ...rules.formulaOf(one), ...rules.valueOf(one, now), before: comparable(periods[1], since) ? rules.valueOf(one, then).value : null, lastYear: comparable(periods[2], since) ? rules.valueOf(one, year).value : null, parts: rules.partsOf(one, now.counts) })),
    countedSince: since, countedUntil: (await queries.countedUntil(ctx, choice.subdistrict))?.toISOString() ?? null,
  }
}

/** What began before the records did would compare with a part of it. */
const comparable = ({ from }: Period, since: string | null) => since !== null && from >= since

export async function choiceOf(ctx: Ctx, filters: Filters): Promise<queries.Choice> {
  return { ...placeOf(ctx, filters.area), ...sliceOf(filters, filters.matter ? await mattersOf(ctx) : undefined) }
}

/** Everything that was counted in a period. */
export async function countedIn(ctx: Ctx, choice: queries.Choice, period: Period, facts?: Facts): Promise<rules.Counted> {
  const spans = spansOf(period)
  const counts = await queries.sums(ctx, choice, spans, 'none')
  return { counts: counts.get('')!, times: (await queries.histograms(ctx, choice, spans, 'none')).get('') ?? {}, facts }
}

async function ofEvents(ctx: Ctx, filters: Filters): Promise<queries.Of> {
  const { area, subdistrict } = placeOf(ctx, filters.area)
  const { slice, keys } = await choiceOf(ctx, filters)
  return { area, subdistrict, unit: slice === 'unit' ? keys![0] : undefined, matters: slice === 'matter' ? keys : undefined, source: slice === 'source' ? keys![0] : undefined, person: slice === 'person' ? keys![0] : undefined, hour: slice === 'hour' ? Number(keys![0]) : undefined }
}

export async function structure(ctx: Ctx, filters: Input<'insight', 'structure'>): Promise<Output<'insight', 'structure'>> {
  return structureIn(ctx, placeOf(ctx, filters.area), periodFor(ctx, filters))
}

const mostMatters = 10

export async function structureIn(ctx: Ctx, place: ReturnType<typeof placeOf>, period: Period): Promise<Output<'insight', 'structure'>> {
  const spans = spansOf(period)
  const of = (slice: queries.Choice['slice']) => queries.reportedBy(ctx, { ...place, slice }, spans)
  const known = await mattersOf(ctx)
  const labelled = (key: string, count: number) => ({ key, label: known.names.get(key) ?? key, count })
  const matters = await of('matter')
  const groups = Map.groupBy(matters, ({ key }) => groupOf(known, key))
  const areas = await queries.reportedIn(ctx, { ...place, slice: 'all', level: place.subdistrict > 0 ? 'community' : place.level }, spans)
  const areaNames = await queries.areaNames(ctx, areas.map(({ key }) => key))
  const hours = new Map((await of('hour')).map(({ key, count }) => [Number(key), count]))
  return {
    sources: (await of('source')).map(({ key, count }) => ({ key, label: eventSource[key as keyof typeof eventSource] ?? key, count })),
    groups: [...groups].map(([key, some]) => labelled(key, some.reduce((sum, { count }) => sum + count, 0))).toSorted((a, b) => b.count - a.count),
    matters: matters.slice(0, mostMatters).map(({ key, count }) => labelled(key, count)),
    hours: Array.from({ length: 24 }, (_, hour) => hours.get(hour) ?? 0),
    areas: areas.map(({ key, count }) => ({ key, label: areaNames.get(key) ?? key, count })),
  }
}

export async function events(ctx: Ctx, { part, after, limit, ...filters }: Input<'insight', 'events'>): Promise<Output<'insight', 'events'>> {
  if (!isMeasure(part)) throw new Problem('input.invalid', { detail: '没有这个指标', fields: [{ path: 'part', message: '没有这个指标' }] })
  const [of, choice] = [await ofEvents(ctx, filters), await choiceOf(ctx, filters)]
  const mark = goOnAfter(after, 3)
  const page = cut(await behind({ ctx, of, choice, measure: part, period: upTo(periodFor(ctx, filters), mark?.[0]), after: mark, limit: limit + 1 }), limit, ({ day, reported_at, id }) => [day, reported_at.toISOString(), id])
  return { next: page.next, rows: page.rows.map(behindView) }
}

export const behindView = (row: queries.BehindRow): Output<'insight', 'events'>['rows'][number] =>
  ({ id: row.id, number: row.number, title: row.title, status: row.status as EventStatus, matter: row.matter_name, areaName: row.area_name, unit: row.unit_name, reportedAt: row.reported_at.toISOString(), times: row.times, on: row.day })

/** What is left of the period where a list goes on with a day. */
const upTo = ({ from, until }: Period, day: string | number | undefined): Period => ({ from, until: typeof day === 'string' && isDay(day) && day < until ? addDays(day, 1) : until })

interface Behind extends Pick<queries.Behind, 'measure' | 'after' | 'limit'> { ctx: Ctx, of: queries.Of, choice: queries.Choice, period: Period }

/** Only the days that a page needs are read: the tally tells which. */
async function behind({ ctx, of, choice, measure, period, after, limit }: Behind) {
  const rows: Awaited<ReturnType<typeof queries.listBehind>> = []
  for (const part of stretchesOf(await queries.daysOf(ctx, choice, measure, period), limit)) {
    rows.push(...await queries.listBehind(ctx, of, { measure, moments: { subdistrict: of.subdistrict, ...momentsOf(part) }, after, limit: limit - rows.length }))
    if (rows.length >= limit) break
  }
  return rows
}

/** Three times is the office's own word for a place where something comes back (domain §3.6). */
const least = 3
const mostShown = 100
const mostRecurringDays = 366
/** Whether the period is short enough to look for what comes back. */
export const mayRecur = ({ from, until }: Period): boolean => addDays(from, mostRecurringDays) >= until

export async function recurring(ctx: Ctx, filters: Input<'insight', 'recurring'>): Promise<Output<'insight', 'recurring'>> {
  const period = periodFor(ctx, filters)
  if (!mayRecur(period)) throw new Problem('input.invalid', { detail: '复发点最多看一年', fields: [{ path: 'from', message: '复发点最多看一年' }] })
  const rows = await recurringPlaces(ctx, await ofEvents(ctx, filters), momentsOf(period))
  return {
    period, total: rows[0]?.total ?? 0, places: rows[0]?.places ?? 0,
    rows: rows.map((row) => ({ area: row.area, areaName: row.area_name, place: row.place, matter: { code: row.matter, name: row.matter_name }, count: row.count, lastAt: row.last_at.toISOString(), events: row.events })),
  }
}


export async function recurringEvents(ctx: Ctx, { like, after, limit, ...filters }: Input<'insight', 'recurringEvents'>): Promise<Output<'insight', 'recurringEvents'>> {
  const rows = await queries.listLike(ctx, await ofEvents(ctx, filters), momentsOf(periodFor(ctx, filters)), { like, after: goOnAfter(after, 2), limit: limit + 1 })
  const page = cut(rows, limit, ({ reported_at, id }) => [reported_at.toISOString(), id])
  return { next: page.next, rows: page.rows.map(behindView) }
}

type Where = Pick<queries.Of, 'area' | 'subdistrict'>

/** Recurring places as other modules read them. */
export const recurringPlaces = (ctx: Ctx, where: Where & Partial<queries.Of>, period: { from: Date, until: Date }) =>
  queries.recurring(ctx, { unit: undefined, matters: undefined, source: undefined, ...where }, period, { least, most: mostShown })

/** Matters that came up all over a community, by the tally. */
export async function widespread(ctx: Ctx, where: Where, period: Period, leastCount: number) {
  const rows = await queries.widespread(ctx, { ...where, level: 'community', slice: 'matter' }, spansOf(period), { least: leastCount, most: mostShown })
  const [known, names] = [await mattersOf(ctx), await queries.areaNames(ctx, [...new Set(rows.map(({ area }) => area))])]
  return rows.map(({ area, key, count }) => ({ area, areaName: names.get(area) ?? area, matter: { code: key, name: known.names.get(key) ?? key }, count }))
}
