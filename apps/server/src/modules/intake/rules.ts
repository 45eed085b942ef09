import type { Field, Value, Values } from '@linli/contract'
import { clearMark, faultTitle, placeFields } from '@linli/contract/words/base/intake'
import { readValue, type Known, type Read } from '@linli/contract/words/base/read'

export type Cell = string | number | boolean | Date | null
/** What is wrong with a cell and how to mend it; a warning is told and does not keep the row back. */
export interface Fault { column: string, title: string, code: string, message: string, isWarning: boolean }
export interface Taken { at: number, title: string, field: Field }
export interface Read1 { values: Values, place: Record<string, string>, role: string | null, since: string | null, clears: string[], faults: Fault[] }

/** A cell as people see it. */
export function written(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, cell.getTime() % 86_400_000 === 0 ? 10 : 16).replace('T', ' ')
  if (typeof cell === 'boolean') return cell ? '是' : '否'
  return String(cell).trim()
}

/** Dashes and strokes that fill an empty cell. */
const isBlank = (text: string) => text === '' || /^[-—－/／\\]+$/.test(text)
export const isEmpty = (cells: readonly Cell[]): boolean => cells.every((cell) => written(cell) === '')

/** Sums, signatures and remarks around a table, and its header once more on the next printed page. */
const around = /^(?:填表|制表|审核|备注|说明|注[:：\d]|合计|总计|小计|共计|单位负责人|联系人|报送|填报)/
export function isNote(cells: readonly Cell[], columns: readonly Taken[]): boolean {
  const of = (name: string) => columns.find(({ field }) => field.name === name)
  const [name, number] = [of('name'), of('certificateNumber')].map((column) => (column ? written(cells[column.at]) : ''))
  if (name !== '' && columns.filter(({ at, title }) => written(cells[at]) === title).length > columns.length / 2) return true
  if (number !== '') return false
  const said = cells.map((cell) => written(cell)).filter((text) => text !== '')
  return (name === '' || around.test(name!)) && (said.length <= 2 || around.test(said[0] ?? ''))
}

const numbered = ['identityNumber', 'certificateNumber', 'bankCard', 'creditCode']
/** A double keeps 15 digits. */
const mostExact = 1e15

/** Letters that no database keeps: a zero byte, half a character. */
const isKept = (text: string) => !text.includes('\0') && text.isWellFormed()

/** What a spreadsheet made of a value before it came to us. */
function spoilt(field: Field, cell: Cell): Pick<Fault, 'code' | 'message'> | undefined {
  if (typeof cell === 'string' && /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/.test(cell.trim())) return { code: 'cell.error', message: `公式出错（${cell.trim()}），请改成文字或数字` }
  if (typeof cell === 'string' && !isKept(cell)) return { code: 'cell.letter', message: '有不能保存的字符，请删除后重新填写' }
  if (typeof cell === 'number' && numbered.includes(field.type) && Math.abs(cell) >= mostExact) return { code: 'number.lost', message: '号码被表格软件当成数字保存，15 位以后的数字已丢失；请把这一列设为文本后重新填写' }
  if (cell instanceof Date && field.type !== 'day' && (field.part === 'place' || field.type !== 'text' && field.type !== 'longText')) return { code: 'cell.date', message: `“${written(cell)}”可能被表格软件变成了日期；请把这一列设为文本后重新填写` }
  return undefined
}

const remembered = ['code', 'codes', 'yes', 'day']
const mostRemembered = 20_000

/** Reads rows of one file; what was read of a cell with few possible contents is remembered. */
export function openReader(columns: readonly Taken[], known: Known): (cells: readonly Cell[]) => Read1 {
  const memory = new Map(columns.filter(({ field }) => remembered.includes(field.type)).map(({ field }) => [field.name, new Map<Value, Read>()]))
  const read = (field: Field, raw: Value, certificate: string): Read => {
    const own = memory.get(field.name)
    const before = own?.get(raw)
    if (before) return before
    const now = readValue(field, raw, known, certificate)
    if (own && own.size < mostRemembered) own.set(raw, now)
    return now
  }
  // A passport is not read as an identity card: what kind of certificate it is, is read first.
  const ordered = columns.toSorted((one, other) => Number(other.field.name === 'certificate') - Number(one.field.name === 'certificate'))
  return (cells) => {
    const row: Read1 = { values: {}, place: {}, role: null, since: null, clears: [], faults: [] }
    for (const column of ordered) readCell(row, column, cells[column.at] ?? null, read)
    return row
  }
}

function readCell(row: Read1, { field, title }: Taken, cell: Cell, read: (field: Field, raw: Value, certificate: string) => Read): void {
  const text = written(cell)
  const fault = (code: string, message: string) => void row.faults.push({ column: field.name, title, code, message, isWarning: false })
  if (text === clearMark) {
    if (field.isRequired === true || field.part === 'place') fault('clear.not', `${field.label}不能清空`)
    else row.clears.push(field.name)
    return
  }
  if (isBlank(text)) return
  const spoiled = spoilt(field, cell)
  if (spoiled) return fault(spoiled.code, spoiled.message)
  const one = read(field, typeof cell === 'number' ? cell : text, String(row.values.certificate ?? '111'))
  if (!one.ok) return fault('value', one.message)
  if (one.value === null) return
  if (field.name === 'at.role') row.role = one.value as string
  else if (field.name === 'at.since') row.since = one.value as string
  else if (field.part === 'place') row.place[field.name.slice(3)] = one.value as string
  else row.values[field.name] = one.value
}

/** What only shows when the whole row has been read. */
export function lookOver(row: Read1, filled: Values, titles: ReadonlyMap<string, string>): Fault[] {
  const faults: Fault[] = []
  const add = (column: string, code: string, message: string, isWarning = false) => void faults.push({ column, title: titles.get(column) ?? '', code, message, isWarning })
  if ((row.values.name ?? null) === null && !row.faults.some(({ column }) => column === 'name')) add('name', 'name.missing', '请填写姓名')
  for (const [field, label] of [['birth', '出生日期'], ['sex', '性别']] as const) {
    const said = row.values[field] ?? null
    if (said !== null && said !== filled[field]) add(field, 'number.disagrees', `${label}与证件号码不一致，按证件号码登记`, true)
  }
  return faults
}

/** What files may call the columns: the office's own words go first, then the field's label and other names. */
export function knownColumns(fields: readonly Field[], own: ReadonlyMap<string, string | null>): { name: string, titles: string[] }[] {
  const mine = (name: string) => [...own].filter(([, to]) => to === name).map(([title]) => title)
  return [...fields, ...placeFields].map(({ name, label, headers = [] }) => ({ name, titles: [label, ...mine(name), ...headers].filter((title) => !own.has(title) || own.get(title) === name) }))
}

/** Columns of our own in a file that comes back. */
export const isOurs = (title: string): boolean => title === faultTitle
