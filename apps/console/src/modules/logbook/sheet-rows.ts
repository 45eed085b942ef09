import type { Asked } from '@linli/contract'
import { readValue } from '@linli/contract/words/base/read'
import type { GridColumn } from '../../parts/grid/column.ts'
import { isBlank } from '../../parts/grid/sheet.ts'
import type { SheetRow } from '../../parts/grid/sheet.ts'
import { faultsIn } from '../../parts/grid/use-hand-in.ts'
import type { Checked, Faults, Refused } from '../../parts/grid/use-hand-in.ts'
import { isOfRecord } from './logbook-view.ts'
import type { Book } from './logbook-view.ts'

type Entered = Asked<'logbook', 'enter'>

const widths: Partial<Record<Book['fields'][number]['type'], number>> = { code: 120, codes: 190, day: 110, number: 100, yes: 70, phone: 130, longText: 240 }
/** Of a record its name is written. */
const named = 'named'
const hints = { enterprise: '写底数里登记的全称', thing: '写名称或编号，全辖区只有一个的', housing: '写地址，如 文澜苑3幢2单元501室' } as const

/** The day, what it is about, and the columns of the logbook. */
export function columnsOf({ fields, about, subjectLabel }: Pick<Book, 'fields' | 'about' | 'subjectLabel'>): GridColumn[] {
  const [day, ...rest] = fields.map(({ name, label, type, options, isRequired }): GridColumn => ({
    key: name, title: label, width: widths[type] ?? 140, isRequired, ...(options && { options: options.map((option) => option.label) }), ...(type === 'codes' && { isMany: true, hint: '几项之间用、隔开' }), ...(type === 'day' && { hint: '写成 2026-03-01' }),
  }))
  return [day!, ...(isOfRecord(about) ? [{ key: named, title: subjectLabel, width: 190, isRequired: true, hint: hints[about] }] : []), ...rest]
}

/** What a row says, or what is wrong with each of its cells; asked again only when the row changed. An empty row has no faults. */
export function checkerOf({ id, fields }: Pick<Book, 'id' | 'fields'>, columns: readonly GridColumn[], { today, area }: { today: string, area: string | undefined }): (row: SheetRow) => Checked<Entered> {
  const read = new WeakMap<SheetRow, Checked<Entered>>()
  const tables = Object.fromEntries(fields.filter(({ options }) => options).map(({ name, options }) => [name, { entries: [...options!] }]))
  const readRow = ({ cells }: SheetRow): Checked<Entered> => {
    const faults: (string | undefined)[] = columns.map(() => undefined)
    const values: Entered['values'] = {}
    for (const [at, { key, isRequired, title }] of columns.entries()) {
      const text = cells[at]!.trim()
      const field = fields.find(({ name }) => name === key)
      const one = field ? readValue({ type: field.type, label: field.label, table: key, ...(field.max !== null && { max: field.max }) }, text, { today, tables }) : { ok: true as const, value: text || null }
      if (!one.ok) faults[at] = one.message
      else if (isRequired && one.value === null) faults[at] = `请填写${title}`
      else if (key === 'day' && String(one.value) > today) faults[at] = '日期不能晚于今天'
      else if (field && one.value !== null) values[key] = one.value
    }
    const name = cells[columns.findIndex(({ key }) => key === named)]?.trim()
    return faults.some((fault) => fault !== undefined) ? { faults } : { input: { logbook: id, ...(name !== undefined && { named: name }), ...(name === undefined && area !== undefined && { area }), values, isFromGrid: true } }
  }
  return (row) => {
    const checked = read.get(row) ?? (isBlank(row) ? { faults: [] } : readRow(row))
    read.set(row, checked)
    return checked
  }
}

/** Which cells the server's answer is about; what it says of the row as a whole stands at its day. */
export const faultsFrom = (problem: Refused, columns: readonly GridColumn[]): Faults => faultsIn(problem, columns, { whole: columns[0]!.key, keyOf: (path) => path.replace(/^values\./, '') })
