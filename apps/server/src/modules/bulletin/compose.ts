import type { BulletinContent, BulletinCounted, BulletinDefinition, BulletinRhythm } from '@linli/contract'
import { addDays, addMonths, areaAt, type Day } from '@linli/standards'
import type * as z from 'zod'
import { tenantOf, theServer } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import * as indicator from '../indicator/index.ts'
import type { Known, Place } from '../indicator/index.ts'
import * as measure from '../measure/index.ts'
import { areaNames } from '../organisation/index.ts'
import * as rules from './rules.ts'
import type { Period } from './rules.ts'

export type Definition = z.output<typeof BulletinDefinition>
export type Content = z.output<typeof BulletinContent>
type Counted = z.output<typeof BulletinCounted>
type Head = Extract<Counted, { kind: 'trend' }>['column']
type Part = Definition['parts'][number]

/** Everything that parts are counted with. */
interface Scene { ctx: Ctx, place: Place, known: readonly Known[], names: ReadonlyMap<string, string>, rhythm: BulletinRhythm, period: Period, on: Day }

/**
 * What a report says of a period. Counted as the server itself, which may see nobody's record: whoever reads an issue later is told no small number of people,
 * whoever made it.
 */
export async function composed(asking: Ctx, { area, rhythm, office, heading, mark, isRed, parts }: Definition, period: Period): Promise<Content> {
  const ctx = { ...asking, actor: theServer(area) }
  const place: Place = { area, mine: [area], subdistricts: [tenantOf(area)], isMine: true }
  const home = areaAt(area, 'subdistrict')!
  const known = await indicator.definitionsOf(ctx, home, { isAll: true })
  const names = await indicator.namesFor(ctx, home, known.map(({ definition }) => definition))
  const scene = { ctx, place, known, names, rhythm, period, on: addDays(period.until, -1) }
  const counted: Counted[] = []
  for (const part of parts) counted.push(await countedOf(scene, part))
  const [counting] = await measure.marks(ctx, home)
  return { office, heading, mark, isRed, areaName: (await areaNames(ctx, [area])).get(area) ?? '', countedAt: counting?.counted_at?.toISOString() ?? null, parts: counted }
}

function countedOf(scene: Scene, part: Part): Promise<Counted> {
  if (part.kind === 'figures') return figures(scene, part)
  if (part.kind === 'table') return table(scene, part)
  return part.kind === 'pivot' ? pivot(scene, part) : trend(scene, part)
}

/** Those of the codes that are still computed, over the report's own time where it says so; and which are not. */
function chosen({ known, rhythm }: Scene, codes: readonly string[], isOfPeriod: boolean): { all: Known[], note: string } {
  const found = codes.flatMap((code) => known.find((one) => one.code === code) ?? [])
  const ended = found.filter(({ status }) => status === 'ended' || status === 'draft').map(({ definition }) => definition.name)
  return { all: found.filter(({ definition }) => !ended.includes(definition.name)).map((one) => (isOfPeriod ? inPeriod(one, rhythm) : one)), note: ended.length > 0 ? `已停用、不再统计：${ended.join('、')}` : '' }
}

/** Of a number of things its colours and target hold for the time it was made for; a share keeps them. */
function inPeriod(one: Known, rhythm: BulletinRhythm): Known {
  const { definition } = one
  if (rhythm === 'once' || !indicator.isFlow(definition)) return one
  return { ...one, definition: { ...definition, name: rules.nameIn(definition.name, rhythm), period: rhythm, ...(definition.scale === 'count' && { target: null, limits: null }) } }
}

function headOf({ names, on }: Scene, one: Known): Head {
  const { code, name, scale, formula, version, target, best, period, isFlow, above, below } = indicator.viewOf(one, names)
  const terms = [...above.map((term) => ({ term, isBelow: false })), ...below.map((term) => ({ term, isBelow: true }))].map(({ term: { source, key }, isBelow }) => ({ source, key, label: indicator.termWords({ source, key }, names).label, isBelow }))
  return { code, name, scale, formula, version, target, best, isFlow, terms, ...indicator.spanOf(isFlow ? period : 'day', on) }
}

async function figures(scene: Scene, { title, codes, isOfPeriod }: Extract<Part, { kind: 'figures' }>): Promise<Counted> {
  const { ctx, place, on } = scene
  const { all, note } = chosen(scene, codes, isOfPeriod)
  const now = await indicator.valuesAt(ctx, place, all, on)
  const [before, lastYear] = [await valuesBeside(scene, all, (one) => besideOf(scene, one, isOfPeriod).before), await valuesBeside(scene, all, (one) => besideOf(scene, one, isOfPeriod).lastYear)]
  return { kind: 'figures', title, note, rows: all.map((one) => {
    const { value, band, isSuppressed } = now.get(one.code) ?? { value: null, band: null, isSuppressed: false }
    return { ...headOf(scene, one), value, band, isSuppressed, before: before.get(one.code) ?? null, lastYear: lastYear.get(one.code) ?? null }
  }) }
}

/** The days a number is compared with: of the report's periods, or those of the indicator itself. */
function besideOf({ rhythm, period, on }: Scene, { definition }: Known, isOfPeriod: boolean): { before: Day, lastYear: Day } {
  const isFlow = indicator.isFlow(definition)
  return rhythm === 'once' || (isFlow && !isOfPeriod) ? { before: indicator.dayBefore(definition, isFlow, on), lastYear: addMonths(on, -12) } : rules.daysBeside(rhythm, period)
}

/** Of a time before anything was recorded nothing is said: that nothing happened then is not known. */
async function valuesBeside({ ctx, place }: Scene, all: readonly Known[], dayOf: (one: Known) => Day): Promise<Map<string, number | null>> {
  const values = new Map<string, number | null>()
  const first = new Map<string, Day | null>()
  for (const source of new Set(all.flatMap(({ definition: { above, below } }) => [...above, ...below].map((term) => term.source)))) if (indicator.sourceNamed(source)?.at) first.set(source, await measure.firstDay(ctx, { subdistricts: place.subdistricts, source, area: areaAt(place.area, 'subdistrict')! }))
  const isRecorded = ({ definition: { above, below, period } }: Known, day: Day) => [...above, ...below].every(({ source }) => !first.has(source) || (first.get(source) ?? '9999') <= indicator.spanOf(period, day).from)
  for (const [day, some] of Map.groupBy(all, dayOf)) for (const [code, told] of await indicator.valuesAt(ctx, place, some.filter((one) => isRecorded(one, day)), day)) values.set(code, told?.value ?? null)
  return values
}

/** A community is told apart by its grids. */
const levelIn = (area: string, level: 'community' | 'grid') => (indicator.levelAt(area) === 'subdistrict' ? level : 'grid')

async function table(scene: Scene, { title, codes, level, isOfPeriod }: Extract<Part, { kind: 'table' }>): Promise<Counted> {
  const { ctx, place, on } = scene
  const { all, note } = chosen(scene, codes, isOfPeriod)
  const { whole, rows } = await indicator.tableIn(ctx, place, all, { level: levelIn(place.area, level), day: on })
  return { kind: 'table', title, note, columns: all.map((one) => headOf(scene, one)), rows: [whole, ...rows].map(({ area, name, values }, at) => ({ area, name, isWhole: at === 0, values: values.map(({ now: { value, band, isSuppressed } }) => ({ value, band, isSuppressed })) })) }
}

/** More kinds than a page is wide for: those of which there are most, and the others together. */
const mostKinds = 9

async function pivot({ ctx, place, period }: Scene, { title, source, dimension, level }: Extract<Part, { kind: 'pivot' }>): Promise<Counted> {
  const named = indicator.sourceNamed(source)
  const by = named?.dimensions[dimension]
  if (!named || !by) return { kind: 'pivot', title, note: '这一类不再统计', words: '', source, from: null, until: null, columns: [], rows: [] }
  const asked = { source, dimension, ...period }
  const [inside, whole] = [await indicator.pivotIn(ctx, place, { ...asked, level: levelIn(place.area, level) }), await indicator.pivotIn(ctx, place, { ...asked, level: indicator.levelAt(place.area) })]
  const total = whole.rows[0]
  const lines = [...total ? [{ ...total, counts: inside.columns.map(({ key }) => { const at = whole.columns.findIndex((one) => one.key === key); return at < 0 ? null : total.counts[at] ?? null }) }] : [], ...inside.rows]
  const isTooWide = inside.columns.length > mostKinds
  const sums = inside.columns.map((_, at) => total === undefined ? 0 : lines[0]!.counts[at] ?? 0)
  const kept = isTooWide ? new Set(sums.map((sum, at) => ({ sum, at })).toSorted((one, other) => other.sum - one.sum).slice(0, mostKinds - 1).map(({ at }) => at)) : new Set(sums.keys())
  const [shown, rest] = [inside.columns.filter((_, at) => kept.has(at)), lines.map(({ counts }) => counts.filter((_, at) => !kept.has(at)))]
  const hasOthers = isTooWide && rest.every((counts) => counts.every((count) => count !== null))
  return {
    kind: 'pivot', title, source, words: `${named.label}，按${by.label}分`, from: named.at ? period.from : null, until: named.at ? period.until : null,
    note: [...isTooWide && !hasOthers ? [`只列最多的 ${mostKinds - 1} 类`] : [], ...by.isMany ? ['一条可属几类'] : [], ...named.at ? [] : ['按制表时的现状']].join('；'),
    columns: [...shown, ...hasOthers ? [{ key: null, label: '其他' }] : []],
    rows: lines.map(({ area, name, counts }, no) => ({ area, name, isWhole: no === 0 && total !== undefined, counts: [...counts.filter((_, at) => kept.has(at)), ...hasOthers ? [rest[no]!.reduce((all: number, count) => all + (count ?? 0), 0)] : []] })),
  }
}

async function trend(scene: Scene, { title, code, days }: Extract<Part, { kind: 'trend' }>): Promise<Counted> {
  const { ctx, place, period, known } = scene
  const { all: [one], note } = chosen(scene, [code], false)
  if (!one) return { kind: 'trend', title, note: note || '这个指标不再统计', column: headOf(scene, known[0]!), rows: [] }
  const rows = await indicator.trendIn(ctx, place, one.definition, { from: addDays(period.until, -days), until: period.until })
  return { kind: 'trend', title, note, column: headOf(scene, one), rows: rows.map(({ day, value, isSuppressed }) => ({ day, value, isSuppressed })) }
}
