import type { Asked, Output } from '@linli/contract'
import { readValue } from '@linli/contract/words/base/read'
import type { Known } from '@linli/contract/words/base/read'
import type { GridColumn } from '../../parts/grid/column.ts'
import { isBlank } from '../../parts/grid/sheet.ts'
import type { SheetRow } from '../../parts/grid/sheet.ts'
import { faultsIn } from '../../parts/grid/use-hand-in.ts'
import type { Checked, Faults, Refused } from '../../parts/grid/use-hand-in.ts'
import { toldBy } from '../person/identity.ts'
import { doorIn } from './door.ts'
import type { Unit } from './door.ts'

export type FieldView = Output<'person', 'fields'>['rows'][number]
export type Entered = Asked<'person', 'enter'>

/** What a sheet of people is typed against: where they live, which columns it has, what each may hold. */
export interface Plan { area: string, units: readonly Unit[] | undefined, fields: readonly FieldView[] }

/** Columns that say where and how somebody lives there come first, then those of the person. */
const roleField: Pick<FieldView, 'name' | 'label' | 'type'> = { name: 'role', label: '居住关系', type: 'code' }
const sinceField: Pick<FieldView, 'name' | 'label' | 'type'> = { name: 'since', label: '入住日期', type: 'day' }

export const defaultFields = ['name', 'certificateNumber', 'phone', 'sex', 'birth', 'populationKind', 'groups']

const widths: Partial<Record<FieldView['type'], number>> = { code: 110, codes: 180, day: 110, number: 90, yes: 70, phone: 130, identityNumber: 180, certificateNumber: 180, longText: 240 }
const hints: Partial<Record<FieldView['type'], string>> = { day: '写成 2024-03-01', codes: '几类之间用、隔开', phone: '手机 11 位，或区号-号码' }

/** The doors of the building complete what is written of a room. */
export const columnsOf = (fields: readonly FieldView[], roles: readonly string[], units: readonly Unit[] = []): GridColumn[] => [
  { key: 'name', title: '姓名', width: 110, isRequired: true },
  { key: 'room', title: '房号', width: 110, hint: '如 2-501；不写为整幢', ...(units.length > 0 && { options: units.map(({ entrance, room }) => (entrance === '' ? room : `${entrance}-${room}`)), isFree: true }) },
  { key: 'role', title: '居住关系', width: 110, isRequired: true, options: roles },
  { key: 'since', title: '入住日期', width: 110, hint: hints.day! },
  ...fields.filter(({ name }) => name !== 'name').map(({ name, label, type, options }): GridColumn => ({
    key: name, title: label, width: widths[type] ?? 130, ...(options && { options: options.map((option) => option.label) }), ...(type === 'codes' && { isMany: true }), ...(hints[type] && { hint: hints[type] }),
  })),
]

export const knownOf = (fields: readonly FieldView[], today: string, roles: Known['tables'][string]): Known =>
  ({ today, tables: { role: roles, ...Object.fromEntries(fields.filter(({ options }) => options).map(({ name, options }) => [name, { entries: [...options!] }])) } })

/** A citizen's number tells sex and date of birth (GB 11643). */
export function filledIn(columns: readonly GridColumn[], cells: readonly string[], column: number, today: string): readonly string[] {
  if (columns[column]?.key !== 'certificateNumber') return cells
  const told = toldBy(cells[column], certificateOf(cells[columns.findIndex(({ key }) => key === 'certificate')] ?? ''), today)
  const filled: Readonly<Record<string, string>> = told ? { sex: told.sex === '1' ? '男' : '女', birth: told.birth } : {}
  return cells.map((cell, at) => filled[columns[at]!.key] ?? cell)
}

/** What a row says, or what is wrong with each of its cells. */
export function readRow({ cells }: SheetRow, columns: readonly GridColumn[], { area, units, fields }: Plan, known: Known): Checked<Entered> {
  const faults: (string | undefined)[] = columns.map(() => undefined)
  const cellOf = (key: string) => cells[columns.findIndex((one) => one.key === key)] ?? ''
  const certificate = certificateOf(cellOf('certificate'))
  const values: Entered['values'] = {}
  let [role, since, housing]: [string, string | null, string | undefined] = ['', null, undefined]
  for (const [at, { key, isRequired, title }] of columns.entries()) {
    const text = cells[at]!.trim()
    if (key === 'room') {
      const door = units ? doorIn(units, text) : text === '' ? { id: undefined } : { fault: '请先在上面选择楼幢，再写房号' }
      if ('fault' in door) faults[at] = door.fault
      else housing = door.id
      continue
    }
    const field = key === 'role' ? roleField : key === 'since' ? sinceField : fields.find(({ name }) => name === key)!
    const read = readValue({ type: field.type, label: field.label, table: key, ...('max' in field && field.max !== null && { max: field.max as number }) }, text, known, certificate)
    if (!read.ok) faults[at] = read.message
    else if (isRequired && read.value === null) faults[at] = `请填写${title}`
    else if (key === 'role') role = String(read.value)
    else if (key === 'since') since = read.value as string | null
    else if (read.value !== null) values[key] = read.value
  }
  return faults.some((fault) => fault !== undefined) ? { faults } : { input: { values, at: housing ? { housing } : { area }, role, since } }
}

export type Checker = (row: SheetRow) => Checked<Entered>

/** The same, once for each row as long as it stays as it is; an empty row has no faults. */
export function checkerOf(columns: readonly GridColumn[], plan: Plan, known: Known): Checker {
  const read = new WeakMap<SheetRow, Checked<Entered>>()
  return (row) => {
    const checked = read.get(row) ?? (isBlank(row) ? { faults: [] } : readRow(row, columns, plan, known))
    read.set(row, checked)
    return checked
  }
}

const certificateOf = (written: string) => (written === '' || /身份证|^111$/.test(written) ? '111' : '990')

/** Which cells the server's answer is about; what it says of the row as a whole stands at the name. */
export const faultsFrom = (problem: Refused, columns: readonly GridColumn[]): Faults => faultsIn(problem, columns, { whole: 'name', keyOf: (path) => (/^at(\.|$)/.test(path) ? 'room' : path.replace(/^values\./, '')) })
