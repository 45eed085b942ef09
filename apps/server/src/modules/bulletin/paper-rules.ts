import { isMet, movedWords, periodWords, standingWords, valueWords, type BulletinRhythm } from '@linli/contract'
import { addDays } from '@linli/standards'
import type { Content } from './compose.ts'

/** What is printed and written into a spreadsheet, in words; both say the same. */
export interface Printed {
  office: string, heading: string, isRed: boolean, number: string, day: string, subject: string, before: string[], after: string[], sections: Section[], formulas: string[][]
  made: string, reviewed: string, signed: string, digest: string | null, standing: string | null, correction: string | null, mark: string
}
/** `widths`: shares of a row. `line`: a course day by day instead of a table. */
export interface Section { title: string, note: string, heads: string[], widths: number[], rows: Cell[][], line: { days: string[], values: (number | null)[], words: string[] } | null }
export interface Cell { text: string, isStrong?: boolean }

const countWords = (count: number | null) => (count === null ? '不足 5' : count.toLocaleString('zh-CN'))
const cell = (text: string, isStrong = false): Cell => (isStrong ? { text, isStrong } : { text })

/** A part as a table, or a line. */
export function sectionOf(part: Content['parts'][number]): Section {
  const { title, note } = part
  if (part.kind === 'figures') {
    return {
      title, note, line: null, heads: ['指标', '本期', '上期', '比上期', '去年同期', '目标', '状态'], widths: [26, 13, 13, 14, 13, 10, 11],
      rows: part.rows.map((row) => [cell(row.name), cell(valueWords(row, row.scale), true), cell(valueWords({ value: row.before }, row.scale)), cell(movedWords(row)), cell(valueWords({ value: row.lastYear }, row.scale)), cell(row.target === null ? '—' : valueWords({ value: row.target }, row.scale)), cell(standingWords(row), isMet(row) === false)]),
    }
  }
  if (part.kind === 'table') {
    return { title, note, line: null, heads: ['辖区', ...part.columns.map(({ name }) => name)], widths: [20, ...part.columns.map(() => 80 / part.columns.length)], rows: part.rows.map(({ name, isWhole, values }) => [cell(name, isWhole), ...values.map((value, at) => cell(valueWords(value, part.columns[at]!.scale), isWhole))]) }
  }
  if (part.kind === 'pivot') {
    return { title, note: [part.words, part.note].filter(Boolean).join('；'), line: null, heads: ['辖区', ...part.columns.map(({ label }) => label)], widths: [18, ...part.columns.map(() => 82 / part.columns.length)], rows: part.rows.map(({ name, isWhole, counts }) => [cell(name, isWhole), ...counts.map((count) => cell(countWords(count), isWhole))]) }
  }
  const { column, rows } = part
  return { title, note: [`${column.name}，${column.formula}`, note].filter(Boolean).join('；'), heads: ['日期', column.name], widths: [50, 50], rows: rows.map((row) => [cell(row.day), cell(valueWords(row, column.scale))]), line: { days: rows.map(({ day }) => day), values: rows.map(({ value }) => value), words: rows.map((row) => valueWords(row, column.scale)) } }
}

/** Which number is which, once for each: name, formula, time and version. */
export function formulasOf({ parts }: Content): string[][] {
  const heads = parts.flatMap((part) => (part.kind === 'figures' ? part.rows : part.kind === 'table' ? part.columns : part.kind === 'trend' ? [part.column] : []))
  return [...new Map(heads.map((one) => [`${one.code} ${one.name} ${one.version}`, [one.name, one.formula, one.isFlow ? spanWords(one) : `截至 ${one.from}`, one.version === 0 ? '随平台提供' : `第 ${one.version} 版`]])).values()]
}
const spanWords = ({ from, until }: { from: string, until: string }) => { const last = addDays(until, -1); return from === last ? from : `${from} 至 ${last}` }

export const subjectWords = (areaName: string, rhythm: BulletinRhythm, period: { from: string, until: string }): string => `${areaName}　${periodWords(rhythm, period)}`
export const paragraphs = (words: string): string[] => words.split('\n').map((line) => line.trim()).filter(Boolean)
