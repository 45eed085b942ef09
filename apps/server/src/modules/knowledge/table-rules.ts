import { KnowledgeContent, entranceKind, mostKnowledge, type EntranceKind } from '@linli/contract'
import { dayOf, isDay } from '@linli/standards'
import type { Content } from './rules.ts'

export type Cell = string | number | boolean | Date | null
export type ColumnName = 'no' | 'question' | 'similar' | 'category' | 'answerShort' | 'answerLong' | 'steps' | 'materials' | 'entry' | 'phone' | 'audience' | 'sourceTitle' | 'sourceDate' | 'validFrom' | 'validTo' | 'matter' | 'isUnchecked' | 'isNotForUs' | 'replaces' | 'area' | 'status'
export interface TableColumn { name: ColumnName, titles: readonly string[], width: number, hint: string }

/** The table of an office, an entry in a row: what a column is called, and what is written in it. */
export const columns: readonly TableColumn[] = [
  { name: 'no', titles: ['编号', '知识编号'], width: 8, hint: '新知识不填；填已有的编号，就修改那一条。' },
  { name: 'question', titles: ['标准问题', '问题'], width: 36, hint: `必填，最多 ${mostKnowledge.question} 个字。` },
  { name: 'similar', titles: ['相似问法', '相似问题'], width: 40, hint: `居民的其他问法，每行一个（单元格里按 Alt+回车换行），最多 ${mostKnowledge.similar} 个。` },
  { name: 'category', titles: ['分类', '类别'], width: 12, hint: '送审前必填，如：养老、医保社保、物业与安全。' },
  { name: 'answerShort', titles: ['简短答复', '答案', '答复'], width: 44, hint: `送审前必填，最多 ${mostKnowledge.short} 个字，居民先看到这一段。` },
  { name: 'answerLong', titles: ['详细答复'], width: 60, hint: `最多 ${mostKnowledge.long} 个字。` },
  { name: 'steps', titles: ['办理步骤', '步骤'], width: 32, hint: '每行一步。' },
  { name: 'materials', titles: ['所需材料', '材料'], width: 32, hint: '每行一份。' },
  { name: 'entry', titles: ['办理入口', '入口'], width: 32, hint: `每行一个，写明是哪一种：${Object.values(entranceKind).map((kind) => `${kind}：……`).join('；')}。` },
  { name: 'phone', titles: ['咨询电话', '电话'], width: 16, hint: '' },
  { name: 'audience', titles: ['适用对象', '对象'], width: 24, hint: '' },
  { name: 'sourceTitle', titles: ['依据文件', '来源文件', '依据'], width: 30, hint: '' },
  { name: 'sourceDate', titles: ['文件日期'], width: 12, hint: '如 2026-03-01。' },
  { name: 'validFrom', titles: ['有效期起', '生效日期'], width: 12, hint: '如 2026-03-01；不填就从发布那天起。' },
  { name: 'validTo', titles: ['有效期止', '失效日期'], width: 12, hint: '最后一天，如 2026-12-31；不填就长期有效。' },
  { name: 'matter', titles: ['对应事项', '事项'], width: 12, hint: '事项目录里的代码，如 F07；没有就不填。' },
  { name: 'isUnchecked', titles: ['待核实'], width: 8, hint: '填“是”，答复居民时注明待核实。' },
  { name: 'isNotForUs', titles: ['本社区不适用'], width: 14, hint: '填“是”，街道的这条答案不答复本社区居民；要填“替代的街道知识”。' },
  { name: 'replaces', titles: ['替代的街道知识'], width: 16, hint: '街道知识的编号；社区写自己的答案时填。' },
  { name: 'area', titles: ['适用范围'], width: 14, hint: '导出时给人看，导入时不看；导入到哪里在页面上选。' },
  { name: 'status', titles: ['状态'], width: 10, hint: '导出时给人看，导入时不看。' },
]
const titleOf = (name: ColumnName) => columns.find((column) => column.name === name)!.titles[0]!

export interface Line { no: number, replaces: number | null, areaName: string, status: string, content: Content }

export function cellsOf({ no, replaces, areaName, status, content }: Line): (string | number | null)[] {
  const said: Record<ColumnName, string | number | null> = {
    no, question: content.question, similar: content.similar.join('\n'), category: content.category, answerShort: content.answerShort, answerLong: content.answerLong, steps: content.steps.join('\n'), materials: content.materials.join('\n'),
    entry: content.entry.map(({ kind, text }) => `${entranceKind[kind]}：${text}`).join('\n'), phone: content.phone, audience: content.audience, sourceTitle: content.source?.title ?? null, sourceDate: content.source?.date ?? null,
    validFrom: content.validFrom, validTo: content.validTo, matter: content.matter, isUnchecked: content.isUnchecked ? '是' : null, isNotForUs: content.isNotForUs ? '是' : null, replaces, area: areaName, status,
  }
  return columns.map(({ name }) => said[name] === '' ? null : said[name])
}

export interface Fault { column: string, message: string }
export interface Read { no: number | null, replaces: number | null, content: Content | null, faults: Fault[] }

/** A row as it was typed; what is wrong is said by its column, with how to mend it. */
export function readRow(cells: ReadonlyMap<ColumnName, Cell>): Read {
  const faults: Fault[] = []
  const wrong = <T>(name: ColumnName, message: string, instead: T): T => { faults.push({ column: titleOf(name), message }); return instead }
  const text = (name: ColumnName) => wordsOf(cells.get(name) ?? null)
  const lines = (name: ColumnName) => text(name).split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== '')
  const number = (name: ColumnName) => text(name) === '' ? null : /^\d{1,9}$/.test(text(name)) ? Number(text(name)) : wrong(name, '编号是数字，请改正或清空', null)
  const day = (name: ColumnName) => text(name) === '' ? null : dayIn(text(name)) ?? wrong(name, `“${text(name).slice(0, 20)}”不是日期，请写成 2026-03-01 这样`, null)
  const yes = (name: ColumnName) => /^(是|√|✓|有|1|true|y|yes)$/i.test(text(name)) || (!/^(否|无|0|false|n|no|×)?$/i.test(text(name)) && wrong(name, '请填“是”或不填', false))
  const entry = lines('entry').flatMap((line) => entranceOf(line) ?? wrong('entry', `“${line.slice(0, 20)}”没有写明是哪一种，请写成“窗口：2 号窗口”这样，种类有${Object.values(entranceKind).join('、')}`, []))
  const sourceDate = day('sourceDate')
  if (sourceDate !== null && text('sourceTitle') === '') wrong('sourceTitle', '填了文件日期，请写明是哪个文件', null)
  const written = {
    question: text('question'), similar: lines('similar'), category: text('category'), answerShort: text('answerShort'), answerLong: text('answerLong'), steps: lines('steps'), materials: lines('materials'), entry, phone: text('phone'), audience: text('audience'),
    source: text('sourceTitle') === '' ? null : { title: text('sourceTitle'), date: sourceDate }, validFrom: day('validFrom'), validTo: day('validTo'), matter: text('matter').split(/\s/)[0] || null, isUnchecked: yes('isUnchecked'), isNotForUs: yes('isNotForUs'),
  }
  const parsed = KnowledgeContent.safeParse(written)
  for (const { path: [first], message } of parsed.error?.issues ?? []) wrong(columnNamed(String(first)), message, null)
  return { no: number('no'), replaces: number('replaces'), content: parsed.success && faults.length === 0 ? parsed.data : null, faults }
}

const columnNamed = (field: string): ColumnName => (field === 'source' ? 'sourceTitle' : columns.some(({ name }) => name === field) ? field as ColumnName : 'question')

function wordsOf(cell: Cell): string {
  if (cell === null) return ''
  // A day in a workbook is midnight of that day, without a zone.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell === true ? '是' : cell === false ? '否' : cell).trim()
}

/** 2026-03-01, 2026/3/1, 2026.3.1, 2026年3月1日, 20260301. */
function dayIn(text: string): string | undefined {
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? []
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return year !== undefined && isDay(day) ? day : undefined
}

function entranceOf(line: string): { kind: EntranceKind, text: string }[] | undefined {
  const [, word = '', text = ''] = /^([^:：]{2,8})[:：]\s*(.+)$/.exec(line) ?? []
  const kind = (Object.keys(entranceKind) as EntranceKind[]).find((one) => entranceKind[one] === word.trim())
  return kind && [{ kind, text }]
}

export const fileNameOf = (areaName: string, now: Date): string => `知识库-${areaName}-${dayOf(now)}.xlsx`
