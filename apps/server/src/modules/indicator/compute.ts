import { addDays, addMonths, areaAt, areaOf, dayOf, isAreaPath, levelOf, type Day } from '@linli/standards'
import { areasFor, mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { spansOf } from '../insight/index.ts'
import * as measure from '../measure/index.ts'
import { subdistrictsIn } from '../organisation/index.ts'
import { spanOf, termKey, toTheMonthsEnd, valueOf, type Counts, type Definition, type Span, type Value } from './rules.ts'
import { sourceNamed } from './sources.ts'

/** Where somebody asks: the places that may be told of, and what they hold. */
export interface Place { area: string, mine: string[], subdistricts: number[], isMine: boolean }

/** @throws Problem not-found where the area is neither in nor around those of who asks. */
export async function placeFor(ctx: Ctx, area: string): Promise<Place> {
  const mine = areasFor(ctx.actor, 'indicator.view')
  const isMine = mine.some((one) => area.startsWith(one))
  if (!isMine && !mine.some((one) => one.startsWith(area))) throw new Problem('not-found')
  const tenant = tenantOf(area)
  const subdistricts = tenant > 0 ? [tenant] : await subdistrictsIn(ctx, [area])
  return { area, mine, isMine, subdistricts }
}

/** Small numbers of people are told to who may see the people themselves. */
export const hides = (ctx: Ctx, area: string) => (source: string): boolean => sourceNamed(source)?.isPersonal === true && !mayIn(ctx.actor, 'base.view', area)
/** Whether the list behind a number may be asked for. */
export const mayOpen = (ctx: Ctx, area: string, source: string): boolean => mayIn(ctx.actor, sourceNamed(source)!.may, area)

/** Whose cells together make up an area: its own, or those of the sub-districts of what is wider. */
export const cellsOf = ({ area, subdistricts }: Place): Omit<measure.Choice, 'source'> => ({ area, level: tenantOf(area) > 0 ? levelAt(area) : 'subdistrict', subdistricts })
/** The same one by one. */
export const addends = (place: Place): Omit<measure.Choice, 'source'>[] => (tenantOf(place.area) > 0 ? [cellsOf(place)] : place.subdistricts.map((code) => ({ area: areaOf(code), level: 'subdistrict', subdistricts: [code] })))

/** The cells in which lies what happened in these days, if none are named in the last thirty. */
export const spansIn = (ctx: Ctx, { from, until }: { from?: string | undefined, until?: string | undefined }): measure.Spans => {
  const today = dayOf(ctx.now)
  return spansOf(toTheMonthsEnd({ from: (from ?? addDays(today, -29)) as Day, until: (until ?? addDays(today, 1)) as Day }, today))
}

interface Wanted { definitions: readonly Definition[], on: Day }
type CountsOf = ReadonlyMap<string, ReadonlyMap<string, number>>

/** The counts of every place of a level that something is counted of; of what is wider than a sub-district, added up. */
export const countsAt = async (ctx: Ctx, place: Place, { level, ...wanted }: Wanted & { level: string }): Promise<CountsOf> => (await countsOn(ctx, place, level, [wanted]))[0]!

/** The same as of several days at once. */
export async function countsOn(ctx: Ctx, { area, subdistricts }: Place, level: string, wanted: readonly Wanted[]): Promise<CountsOf[]> {
  const isTogether = level === 'county' || level === 'city' || level === 'province'
  const questions = wanted.flatMap(({ definitions, on }, of) => questionsOf(definitions, on).map((question) => ({ ...question, of, on })))
  const today = dayOf(ctx.now)
  const cells = await measure.look(ctx, { subdistricts, level: isTogether ? 'subdistrict' : level, area, isTogether }, questions.map(({ source, keys, span, on }) => ({ source, keys, at: span ? spansIn(ctx, span) : on >= today ? 'now' as const : { day: on } })))
  const found = wanted.map(() => new Map<string, Map<string, number>>())
  for (const [no, { source, span, of }] of questions.entries()) {
    for (const { area: at, counts } of cells[no]!) {
      const here = found[of]!.get(at) ?? new Map<string, number>()
      found[of]!.set(at, here)
      for (const [key, count] of Object.entries(counts)) here.set(keyIn(source, key, span), count)
    }
  }
  return found
}

/** The same key is counted over several spans. */
const keyIn = (source: string, key: string, span: Span | null) => (span ? `${span.from}/${source}/${key}` : `${source}/${key}`)

/** What must be asked: each source once for each span, with all keys that anything needs of it. */
function questionsOf(definitions: readonly Definition[], on: Day): { source: string, keys: string[], span: Span | null }[] {
  const terms = definitions.flatMap(({ above, below, period }) => [...above, ...below].map(({ source, key }) => ({ source, key, span: sourceNamed(source)?.at ? spanOf(period, on) : null })))
  return [...Map.groupBy(terms, ({ source, span }) => `${source} ${span?.from ?? ''}`).values()].map((some) => ({ source: some[0]!.source, span: some[0]!.span, keys: [...new Set(some.map(({ key }) => key))] }))
}

/** Only what one definition is made of, under its own keys. */
export function countsFor({ above, below, period }: Definition, all: ReadonlyMap<string, number> | undefined, on: Day): Counts {
  return new Map([...above, ...below].map((term) => [termKey(term), all?.get(keyIn(term.source, term.key, sourceNamed(term.source)?.at ? spanOf(period, on) : null)) ?? 0]))
}

/** The day as of which it was before: a period earlier, or a month for what stands. */
export function dayBefore({ period }: Definition, isFlow: boolean, on: Day): Day {
  if (!isFlow) return addMonths(on, -1)
  if (period === 'month') return addMonths(on, -1)
  const { from } = spanOf(period, on)
  return addDays(from, -1)
}

export const valueAt = (ctx: Ctx, definition: Definition, counts: Counts, area: string): Value => valueOf(definition, counts, hides(ctx, area))

/** Whether anything is kept of a place that a number of then could be made of: what happened is counted as far back as there are records, what stood only since it is counted. */
export const isKept = ({ above, below }: Definition, counts: ReadonlyMap<string, number> | undefined): boolean =>
  [...above, ...below].every((term) => sourceNamed(term.source)?.at !== undefined || counts?.has(termKey(term)) === true)

/** What cannot be told as of a past day, because nothing had been counted by then: of what stands no count is kept, of what happened nothing had ever happened in the office. */
export async function untold(ctx: Ctx, { area, subdistricts }: Place, definitions: readonly Definition[], { counts, on }: { counts: ReadonlyMap<string, number> | undefined, on: Day }): Promise<ReadonlySet<Definition>> {
  if (on >= dayOf(ctx.now)) return new Set()
  const sourcesOf = ({ above, below }: Definition) => [...above, ...below].map(({ source }) => source).filter((source) => sourceNamed(source)?.at !== undefined)
  const firsts = new Map<string, string | null>()
  for (const source of new Set(definitions.flatMap(sourcesOf))) firsts.set(source, await measure.firstDay(ctx, { subdistricts, source, area: officeIn(area) }))
  const isBegun = (definition: Definition) => sourcesOf(definition).every((source) => (firsts.get(source) ?? '9999') <= on)
  return new Set(definitions.filter((definition) => !isKept(definition, counts) || !isBegun(definition)))
}
export const noValue: Value = { value: null, above: null, below: null, band: null, isSuppressed: false }

export const levelAt = (area: string): string => (isAreaPath(area) ? levelOf(area) : 'province')
export const officeIn = (area: string): string => (isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined) ?? area
