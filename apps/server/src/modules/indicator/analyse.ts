import { indicatorLevel, indicatorPeriod, type Input, type Output } from '@linli/contract'
import { writeXlsx, type CellValue, type WriteSheet } from '@linli/sheet'
import { addDays, dayOf, type Day } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import * as measure from '../measure/index.ts'
import { areaNames } from '../organisation/index.ts'
import { dayAsked } from './actions.ts'
import { countsAt, countsFor, hides, levelAt, mayOpen, noValue, officeIn, placeFor, spansIn, untold, valueAt, type Place } from './compute.ts'
import { definitionNamed, isKeptByBuilding, namesFor, viewOf, type Known } from './definitions.ts'
import * as queries from './queries.ts'
import { leastPeople } from './rules.ts'
import { sourceNamed } from './sources.ts'

type Table = Output<'indicator', 'table'>
type Pivot = Output<'indicator', 'pivot'>

/** Places × indicators, as of one day and beside it another. */
export async function table(ctx: Ctx, { codes, area, level, on, beside }: Input<'indicator', 'table'>): Promise<Table> {
  const [place, day, other] = [await placeFor(ctx, area), dayAsked(ctx, on), beside === undefined ? undefined : dayAsked(ctx, beside)]
  const known: Known[] = []
  for (const code of new Set(codes)) known.push(await definitionNamed(ctx, officeIn(area), code))
  if (level === 'building' && [day, other].some((one) => one !== undefined && one < dayOf(ctx.now)) && known.some(({ definition }) => !isKeptByBuilding(definition))) throw new Problem('input.invalid', { detail: '楼幢只有现在的数，没有留存每天的', fields: [{ path: 'on', message: '请选今天，不比较' }] })
  return tableIn(ctx, place, known, { level, day, other })
}

export async function tableIn(ctx: Ctx, place: Place, known: readonly Known[], { level, day, other }: { level: string, day: Day, other?: Day | undefined }): Promise<Table> {
  const { area } = place
  const areas = await queries.areasOf(ctx, { area, level, mine: place.mine, day })
  const names = await namesFor(ctx, officeIn(area), known.map(({ definition }) => definition))
  const line = await linesOf(ctx, place, { known, level, day, other })
  return { columns: known.map((one) => viewOf(one, names)), whole: { area, name: (await areaNames(ctx, [area])).get(area) ?? '', values: line(area, true) }, rows: areas.map(({ path, name }) => ({ area: path, name, values: line(path, false) })) }
}

/** The values of one place, as of both days. */
async function linesOf(ctx: Ctx, place: Place, { known, level, day, other }: { known: readonly Known[], level: string, day: Day, other: Day | undefined }) {
  const definitions = known.map(({ definition }) => definition)
  const at = async (on: Day | undefined, of: string) => (on === undefined ? undefined : countsAt(ctx, place, { definitions, level: of, on }))
  const own = levelAt(place.area)
  const [now, then] = [await at(day, level), await at(other, level)]
  const [wholeNow, wholeThen] = own === level ? [now, then] : [await at(day, own), await at(other, own)]
  const [unknown, before] = [await untold(ctx, place, definitions, { counts: wholeNow?.get(place.area), on: day }), other === undefined ? undefined : await untold(ctx, place, definitions, { counts: wholeThen?.get(place.area), on: other })]
  return (area: string, isWhole: boolean): Table['whole']['values'] => definitions.map((definition) => {
    const counts = (all: Awaited<ReturnType<typeof at>>, on: Day) => countsFor(definition, all?.get(area), on)
    return { now: unknown.has(definition) ? noValue : valueAt(ctx, definition, counts(isWhole ? wholeNow : now, day), area), beside: other === undefined || before?.has(definition) ? null : valueAt(ctx, definition, counts(isWhole ? wholeThen : then, other), area).value }
  })
}

/** Places × values of a dimension. */
export const pivot = async (ctx: Ctx, asked: Input<'indicator', 'pivot'>): Promise<Pivot> => pivotIn(ctx, await placeFor(ctx, asked.area), asked)

export async function pivotIn(ctx: Ctx, place: Place, { source: name, dimension, level, from, until }: Omit<Input<'indicator', 'pivot'>, 'area' | 'level'> & { level: string }): Promise<Pivot> {
  const { area } = place
  const source = found(sourceNamed(name))
  const { values: labels } = found(source.dimensions[dimension])
  const today = dayOf(ctx.now)
  const rows = await measure.keysIn(ctx, { subdistricts: place.subdistricts, source: name, level, area }, source.at ? spansIn(ctx, { from, until }) : null, `${dimension}=`)
  const names = labels === 'matter' ? await queries.matterNames(ctx) : labels === 'unit' ? await queries.unitNames(ctx, officeIn(area)) : new Map(Object.entries(labels))
  const sums = new Map<string, number>()
  for (const { key, n } of rows) sums.set(key, (sums.get(key) ?? 0) + n)
  // Ages and hours in their own order, matters and units by how many.
  const inOrder = typeof labels === 'string' ? undefined : Object.keys(labels).map((value) => measure.keyOf(dimension, value))
  const keys = inOrder?.filter((key) => sums.has(key)) ?? [...sums].toSorted(([, one], [, other]) => other - one).slice(0, 60).map(([key]) => key)
  const cells = new Map(rows.map(({ area: at, key, n }) => [`${at} ${key}`, n]))
  const areas = await queries.areasOf(ctx, { area, level, mine: place.mine, day: today })
  const told = (at: string, count: number) => (hides(ctx, at)(name) && count > 0 && count < leastPeople ? null : count)
  return {
    columns: keys.map((key) => ({ key, label: names.get(key.slice(dimension.length + 1)) ?? key.slice(dimension.length + 1) })), mayOpen: mayOpen(ctx, area, name),
    rows: areas.map(({ path, name: said }) => ({ area: path, name: said, counts: keys.map((key) => told(path, cells.get(`${path} ${key}`) ?? 0)) })),
  }
}

export async function exportAnalysis(ctx: Ctx, { table: asked, pivot: crossed }: Input<'indicator', 'export'>): Promise<Output<'indicator', 'export'>> {
  const day = dayOf(ctx.now)
  const [title, rows, notes] = asked ? tableRows(await table(ctx, asked), asked, day) : pivotRows(await pivot(ctx, crossed!), crossed!)
  const sheets: WriteSheet[] = [{ name: title, rows, columns: rows[0]!.map((_, at) => ({ width: at === 0 ? 24 : 14 })), freezePane: { rows: 1, columns: 1 } }, { name: '说明', rows: [...notes, ['导出', `${ctx.actor.name} ${day}`], ['不足 5 人的数', '不显示，以免认出是谁']], columns: [{ width: 20 }, { width: 90 }] }]
  return { fileName: `${title}-${day}.xlsx`, xlsx: Buffer.from(await writeXlsx({ sheets })).toString('base64') }
}

function tableRows({ columns, whole, rows }: Table, { level, on, beside }: NonNullable<Input<'indicator', 'export'>['table']>, today: Day): [string, CellValue[][], CellValue[][]] {
  const head = columns.flatMap(({ name }) => (beside ? [name, `${name}（${beside}）`] : [name]))
  const line = ({ name, values }: Table['whole']) => [name, ...values.flatMap(({ now, beside: then }) => [now.isSuppressed ? '不足 5' : now.value, ...beside ? [then] : []])]
  const formulas = columns.map(({ name, formula, version, isFlow: flows, period }) => [name, `${formula}${flows ? `，${indicatorPeriod[period]}` : ''}，${version === 0 ? '随平台提供' : `第 ${version} 版`}`])
  return ['指标比较', [[indicatorLevel[level], ...head], line(whole), ...rows.map(line)], [['截至', on ?? today], ...formulas]]
}

function pivotRows({ columns, rows }: Pivot, { source, dimension, level, from, until }: NonNullable<Input<'indicator', 'export'>['pivot']>): [string, CellValue[][], CellValue[][]] {
  const named = sourceNamed(source)!
  const total = (counts: (number | null)[]) => counts.reduce((all: number, count) => all + (count ?? 0), 0)
  return ['交叉分析', [[indicatorLevel[level], ...columns.map(({ label }) => label), named.dimensions[dimension]!.isMany ? '合计（一条可属几类）' : '合计'], ...rows.map(({ name, counts }) => [name, ...counts.map((count) => count ?? '不足 5'), total(counts)])],
    [['内容', `${named.label}，按${named.dimensions[dimension]!.label}`], ...named.at && from && until ? [['时段', `${from} 至 ${addDays(until as Day, -1)}`]] : []]]
}
