import { ordinal } from '@linli/contract'
import { writeXlsx, type WriteSheet } from '@linli/sheet'
import type { Printed, Section } from './paper-rules.ts'

/** The same as a spreadsheet: a sheet for the words, one for each part, one for the formulas. Every cell is text, as it was told; nothing that begins with = is a formula. */
export async function bookOf(printed: Printed): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: [cover(printed), ...printed.sections.map((section, at) => sheetOf(printed, section, at)), formulas(printed)] }))
}

const bold = { style: { font: { bold: true } } }

function cover({ office, heading, number, day, subject, before, after, made, reviewed, signed, digest, standing, correction, mark }: Printed): WriteSheet {
  const rows = [[heading], [number || `（${standing ?? ''}）`], [`${office}　${day}`], [subject], ...correction ? [[correction]] : [], [''], ...before.map((line) => [line]), ...after.map((line) => [line]), [''], [`制表：${made}`], [`审核：${reviewed}`], [`签发：${signed}`], [''], ...digest ? [[`SHA-256 摘要：${digest}`]] : [], [mark]]
  return { name: '报表', rows, columns: [{ width: 110 }], cells: new Map([['0,0', bold], ['3,0', bold]]) }
}

function sheetOf({ mark, subject }: Printed, { title, note, heads, rows }: Section, at: number): WriteSheet {
  const name = `${at + 1} ${title}`.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31)
  const lines = [[`${ordinal(at + 1)}、${title}`, subject], [note], heads, ...rows.map((row) => row.map(({ text }) => text)), [''], [mark]]
  return { name, rows: lines, columns: heads.map((_, column) => ({ width: column === 0 ? 24 : 14 })), cells: new Map([['0,0', bold], ...heads.map((_, column): [string, typeof bold] => [`2,${column}`, bold])]), freezePane: { rows: 3, columns: 1 } }
}

const formulas = ({ formulas: all, mark }: Printed): WriteSheet => ({
  name: '口径说明', rows: [['指标', '计算方法', '统计时段', '版本'], ...all, ['不足 5 人的数', '不显示，以免认出是谁', '', ''], [mark]], columns: [{ width: 24 }, { width: 60 }, { width: 28 }, { width: 14 }], freezePane: { rows: 1 }, cells: new Map([0, 1, 2, 3].map((column): [string, typeof bold] => [`0,${column}`, bold])),
})
