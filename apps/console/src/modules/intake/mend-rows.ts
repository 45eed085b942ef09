import type { Output } from '@linli/contract'
import { readValue } from '@linli/contract/words/base/read'
import type { Known } from '@linli/contract/words/base/read'
import type { GridColumn } from '../../parts/grid/column.ts'
import type { Sheet, SheetRow } from '../../parts/grid/sheet.ts'
import type { FieldView } from '../record/field.ts'

export type ToMend = Output<'intake', 'toMend'>
export interface Plan { page: ToMend, fields: readonly FieldView[], known: Known }

/** A letter of the sheet's font, and what stands around the text of a cell. */
const [letterPx, besidePx, narrowPx, widePx] = [14, 24, 80, 300]
const widthOf = (texts: readonly string[]) => Math.min(widePx, Math.max(narrowPx, ...texts.map((text) => besidePx + [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? letterPx : letterPx * 0.62), 0))))

/** The columns of the file that were recognised, under the file's own titles. */
export const columnsFor = ({ page: { columns, rows }, fields }: Plan): GridColumn[] => columns.map(({ name, title }) => {
  const field = fields.find((one) => one.name === name)
  return { key: name, title, width: Math.round(widthOf([title, ...rows.map(({ cells }) => cells[name] ?? '')])), ...(field?.options && { options: field.options.map(({ label }) => label) }), ...(field?.type === 'codes' && { isMany: true }) }
})

export const rowsFor = ({ columns, rows }: ToMend): SheetRow[] => rows.map(({ no, cells }) => ({ id: no, no, cells: columns.map(({ name }) => cells[name] ?? '') }))

/** What is wrong with each cell: what the server said of those that stand as they stood; of those that were written since, what shows at once. */
export function faultsFor({ page: { columns, rows }, fields, known }: Plan): (row: SheetRow) => (string | undefined)[] {
  const stood = new Map(rows.map((row) => [row.no, row]))
  const kept = new WeakMap<SheetRow, (string | undefined)[]>()
  const read = (row: SheetRow) => {
    const before = stood.get(row.id)
    const texts = columns.map(({ name }) => before?.cells[name] ?? '')
    const isAsBefore = row.cells.every((cell, at) => cell === texts[at])
    const certificate = row.cells[columns.findIndex(({ name }) => name === 'certificate')] ?? ''
    return columns.map(({ name }, at) => {
      const isFirst = at === Math.max(0, columns.findIndex((column) => column.name === 'name'))
      // What is wrong with the row as a whole stands at the name, until the row is written.
      if (row.cells[at] === texts[at]) return before?.faults.filter(({ column }) => column === name || (isFirst && isAsBefore && !columns.some((one) => one.name === column))).map(({ message }) => message).join('；') || undefined
      const field = fields.find((one) => one.name === name)
      const told = field && readValue({ type: field.type, label: field.label, table: name, ...(field.max !== null && { max: field.max }) }, row.cells[at]!, known, certificate === '' || /身份证|^111$/.test(certificate) ? '111' : '990')
      return told && !told.ok ? told.message : undefined
    })
  }
  return (row) => {
    const faults = kept.get(row) ?? read(row)
    kept.set(row, faults)
    return faults
  }
}

export const knownOf = (fields: readonly FieldView[], today: string): Known => ({ today, tables: Object.fromEntries(fields.flatMap(({ name, options }) => (options ? [[name, { entries: [...options] }]] : []))) })

/** The rows that were written, with those of their cells that say something else now. */
export function writtenIn({ rows }: Pick<Sheet, 'rows'>, page: ToMend): { no: number, cells: Record<string, string> }[] {
  const stood = new Map(page.rows.map((row) => [row.no, row.cells]))
  return rows.map(({ id, cells }) => ({ no: id, cells: Object.fromEntries(page.columns.flatMap(({ name }, at) => (cells[at] === (stood.get(id)?.[name] ?? '') ? [] : [[name, cells[at]!]]))) })).filter(({ cells }) => Object.keys(cells).length > 0)
}
