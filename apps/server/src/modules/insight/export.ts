import { eventSource, indicatorGroup, indicatorUnit, type Input, type Output } from '@linli/contract'
import { writeXlsx, type WriteCell, type CellValue, type WriteSheet } from '@linli/sheet'
import { addDays } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import * as queries from './figure-queries.ts'
import { compare, posts } from './compare.ts'
import { figures, mayRecur, recurring, structure } from './read.ts'
import { mattersOf, type Filters } from './scope.ts'

type Figures = Output<'insight', 'figures'>
type Unit = keyof typeof indicatorUnit

/** The figures of the screen with their formulas, unit by unit and area by area, and a sheet that says what was asked for, when and by whom. */
export async function exportFigures(ctx: Ctx, filters: Input<'insight', 'export'>): Promise<Output<'insight', 'export'>> {
  const told = await figures(ctx, filters)
  const { from, until, area } = filters
  const sheets = [figureSheet(told)]
  for (const [name, by] of [['分单位', 'unit'], ['分辖区', 'area'], ['分事项', 'matter']] as const) sheets.push(compareSheet(name, await compare(ctx, { from, until, area, by })))
  sheets.push(postSheet(await posts(ctx, { from, until, area })), structureSheet(await structure(ctx, { from, until, area })), ...await recurringSheets(ctx, filters, told), await noteSheet(ctx, filters, told))
  return { fileName: `统计分析-${told.period.from}至${addDays(told.period.until, -1)}.xlsx`, xlsx: Buffer.from(await writeXlsx({ sheets })).toString('base64') }
}

const formats: Record<Unit, string> = { event: '0', share: '0.0%', minute: '0', density: '0.0' }

/** Rows under a header that stays in sight; `formatOf` says how a number is shown. */
function sheet(name: string, rows: CellValue[][], widths: number[], formatOf: (row: number, column: number) => Unit | undefined = () => undefined): WriteSheet {
  const cells = new Map<string, Partial<WriteCell>>()
  rows.forEach((row, at) => row.forEach((value, column) => {
    const unit = at > 0 && typeof value === 'number' ? formatOf(at, column) : undefined
    if (at === 0) cells.set(`${at},${column}`, { style: { font: { bold: true } } })
    else if (unit) cells.set(`${at},${column}`, { style: { numFmt: formats[unit] } })
  }))
  return { name, rows, columns: widths.map((width) => ({ width })), cells, freezePane: { rows: 1 } }
}

function figureSheet({ figures: list }: Figures): WriteSheet {
  const rows = list.map((one) => [indicatorGroup[one.group], one.label, one.value, indicatorUnit[one.unit], one.numerator, one.denominator, one.before, one.lastYear, one.formula, one.version])
  return sheet('指标', [['类别', '指标', '数值', '单位', '分子', '分母', '上期', '去年同期', '计算方法', '口径版本'], ...rows], [10, 18, 12, 8, 10, 10, 12, 12, 80, 10],
    (at, column) => (column === 4 || column === 5 ? 'event' : column === 2 || column === 6 || column === 7 ? list[at - 1]!.unit : undefined))
}

function compareSheet(name: string, { columns, rows }: Output<'insight', 'compare'>): WriteSheet {
  const lines = rows.map(({ label, values, ranks }) => [label, ...columns.flatMap(({ name: of }) => [values[of] ?? null, ...ranks[of] ?? [null, null]])])
  const head = columns.flatMap(({ label, unit }) => [unit === 'minute' ? `${label}（分钟）` : label, '排名', '上期排名'])
  return sheet(name, [['名称', ...head], ...lines], [24, ...head.map((word) => (word.endsWith('排名') ? 9 : 14))], (_, column) => (column % 3 === 1 ? columns[(column - 1) / 3]?.unit : 'event'))
}

/** One line for a person in a post and an indicator, in the order of the posts. */
function postSheet({ posts: all }: Output<'insight', 'posts'>): WriteSheet {
  const lines = all.flatMap(({ label, columns, rows }) => rows.flatMap(({ name, values, counts }) => columns.map((column) => ({ unit: column.unit, cells: [label, name, column.label, values[column.name] ?? null, counts[column.name] ?? 0, column.formula, column.version] }))))
  return sheet('分岗位', [['岗位', '姓名', '指标', '数值', '基数', '计算方法', '口径版本'], ...lines.map(({ cells }) => cells)], [10, 14, 18, 10, 10, 70, 10], (row, column) => (column === 3 ? lines[row - 1]?.unit : 'event'))
}

function structureSheet({ sources, groups, matters, hours, areas }: Output<'insight', 'structure'>): WriteSheet {
  const part = (title: string, rows: { label: string, count: number }[]) => rows.map(({ label, count }) => [title, label, count])
  const clock = hours.map((count, hour) => ({ label: `${hour} 时`, count }))
  return sheet('结构', [['分类', '名称', '上报数'], ...part('来源', sources), ...part('事项大类', groups), ...part('事项前十', matters), ...part('时段', clock), ...part('辖区', areas)], [14, 30, 12])
}

/** Where the same came back three times or more; nothing where the period is longer than it is looked for. */
async function recurringSheets(ctx: Ctx, { from, until, area }: Filters, { period }: Figures): Promise<WriteSheet[]> {
  if (!mayRecur(period)) return []
  const { rows } = await recurring(ctx, { from, until, area })
  return [sheet('复发点', [['事项', '地点', '辖区', '次数', '最近一次'], ...rows.map(({ matter, place, areaName, count, lastAt }) => [matter.name, place || areaName, areaName, count, moment(lastAt)])], [20, 40, 30, 8, 18])]
}

async function noteSheet(ctx: Ctx, { area, unit, matter, source, person }: Filters, { period, before, lastYear, countedUntil }: Figures): Promise<WriteSheet> {
  const days = ({ from, until }: Figures['period']) => `${from} 至 ${addDays(until, -1)}`
  const named = {
    area: area === undefined ? '您的全部辖区' : (await queries.areaNames(ctx, [area])).get(area) ?? area,
    unit: unit === undefined ? '全部' : (await queries.unitNames(ctx, [unit])).get(unit) ?? unit,
    matter: matter === undefined ? '全部' : (await mattersOf(ctx)).names.get(matter) ?? matter,
  }
  return sheet('说明', [
    ['项目', '内容'], ['统计期', days(period)], ['上期', days(before)], ['去年同期', days(lastYear)], ['辖区', named.area], ['办理单位（只用于“指标”）', named.unit], ['事项（只用于“指标”）', named.matter], ['来源（只用于“指标”）', source === undefined ? '全部' : eventSource[source as keyof typeof eventSource]], ['办理人（只用于“指标”）', person ?? '全部'],
    ['统计截至', moment(countedUntil)], ['导出时间', moment(ctx.now.toISOString())], ['导出人', ctx.actor.name],
  ], [28, 60])
}

/** As the clock on the office's wall: China keeps UTC+8 all year. */
const moment = (instant: string | null) => (instant === null ? '尚未统计' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '))
