import { clearMark, faultTitle, recordTitle, type Field, type Value, type Values } from '@linli/contract/words/base/index'
import { readValue, retiredIn, type Known, type Read } from '@linli/contract/words/base/read'

export type Cell = string | number | boolean | Date | null
/** What stands in the cells of a row, as people see it, by what their columns are. */
export type Texts = Readonly<Record<string, string>>
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

/** What stands in the cells of these columns, one after the other, as JSON: for most rows nobody asks for it again. */
export const packTexts = (columns: readonly Taken[], cells: readonly Cell[]): string => JSON.stringify(columns.map(({ at }) => written(cells[at])))
export function unpackTexts(columns: readonly Taken[], packed: string): Texts {
  const texts = JSON.parse(packed) as string[]
  return Object.fromEntries(columns.map(({ field }, place) => [field.name, texts[place]!]))
}

/** The same as cells of a file; those that are left out say nothing. */
export function cellsOf(columns: readonly Taken[], texts: Texts, without: readonly string[] = []): Cell[] {
  const cells: Cell[] = Array.from({ length: Math.max(0, ...columns.map(({ at }) => at + 1)) }, () => null)
  for (const { at, field } of columns) if (!without.includes(field.name)) cells[at] = texts[field.name] ?? null
  return cells
}

/** Dashes and strokes that fill an empty cell. */
const isBlank = (text: string) => text === '' || /^[-—－/／\\]+$/.test(text)
export const isEmpty = (cells: readonly Cell[]): boolean => cells.every((cell) => written(cell) === '')

/** Sums, signatures and remarks around a table, and its header once more on the next printed page. */
const around = /^(?:填表|制表|审核|备注|说明|注[:：\d]|合计|总计|小计|共计|单位负责人|联系人|报送|填报)/
export function isNote(cells: readonly Cell[], columns: readonly Taken[], keys: readonly [name: string, number: string]): boolean {
  const [name, number] = keys.map((key) => columns.find(({ field }) => field.name === key)).map((column) => (column ? written(cells[column.at]) : ''))
  if (name !== '' && columns.filter(({ at, title }) => written(cells[at]) === title).length > columns.length / 2) return true
  if ((number !== '' && !around.test(number!)) || (name !== '' && !around.test(name!))) return false
  const said = cells.map((cell) => written(cell)).filter((text) => text !== '')
  return said.length <= 2 || around.test(said[0] ?? '')
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
export function openReader(columns: readonly Taken[], known: Known): { row: (cells: readonly Cell[]) => Read1, one: ReadOne } {
  const memory = new Map(columns.filter(({ field }) => remembered.includes(field.type)).map(({ field }) => [field.name, new Map<Value, Read>()]))
  const one: ReadOne = (field, raw, certificate) => {
    const own = memory.get(field.name)
    const before = own?.get(raw)
    if (before) return before
    const now = readValue(field, raw, known, certificate)
    if (own && own.size < mostRemembered) own.set(raw, now)
    return now
  }
  // A passport is not read as an identity card: what kind of certificate it is, is read first.
  const ordered = columns.toSorted((left, right) => Number(isCertificate(right)) - Number(isCertificate(left)))
  const retiring = ordered.filter(({ field: { table = '' } }) => (known.tables[table]?.retired ?? []).length > 0)
  return {
    one, row: (cells) => {
      const row = nothingRead()
      for (const column of ordered) readCell(row, column, cells[column.at] ?? null, one)
      for (const { field, title } of retiring) for (const label of retiredIn(field, row.values[field.name] ?? null, known)) row.faults.push({ column: field.name, title, code: 'code.retired', message: `“${label}”已经停用，仍按它登记`, isWarning: true })
      return row
    },
  }
}

const isCertificate = ({ field: { table } }: Taken) => table === 'certificate'
export const nothingRead = (): Read1 => ({ values: {}, place: {}, role: null, since: null, clears: [], faults: [] })

/** What a cell says: a value, nothing, that what stands is to be emptied, or what is wrong with it. */
export type Told = { value: Value } | 'blank' | 'clear' | Pick<Fault, 'code' | 'message'>
export type ReadOne = (field: Field, raw: Value, certificate: string) => Read

export function tell(field: Field, cell: Cell, read: ReadOne, certificate: string): Told {
  const text = written(cell)
  if (text === clearMark) return field.isRequired === true || field.part === 'place' ? { code: 'clear.not', message: `${field.label}不能清空` } : 'clear'
  if (isBlank(text)) return 'blank'
  const spoiled = spoilt(field, cell)
  if (spoiled) return spoiled
  const one = read(field, typeof cell === 'number' ? cell : text, certificate)
  return one.ok ? (one.value === null ? 'blank' : { value: one.value }) : { code: 'value', message: one.message }
}

/** The kind of certificate that a number belongs to stands in the field named like it. */
export const certificateIn = (values: Values, { name, type }: Pick<Field, 'name' | 'type'>): string => (type === 'certificateNumber' ? String(values[name.replace(/Number$/, '')] ?? '111') : '111')

function readCell(row: Read1, { field, title }: Taken, cell: Cell, read: ReadOne): void {
  const told = tell(field, cell, read, certificateIn(row.values, field))
  if (told === 'clear') row.clears.push(field.name)
  else if (told === 'blank') return
  else if ('code' in told) row.faults.push({ column: field.name, title, ...told, isWarning: false })
  else if (field.name === 'at.role') row.role = told.value as string
  else if (field.name === 'at.since') row.since = told.value as string
  else if (field.part === 'beside') row.faults.push({ column: field.name, title, code: 'beside.new', message: `新加的行里${field.label}不导入，登记以后再填`, isWarning: true })
  else if (field.part === 'place') row.place[field.name.slice(3)] = told.value as string
  else row.values[field.name] = told.value
}

/** What only shows when the whole row has been read. */
export function lookOver(row: Read1, filled: Values, { titles, required }: { titles: ReadonlyMap<string, string>, required: readonly Field[] }): Fault[] {
  const faults: Fault[] = []
  const add = (column: string, code: string, message: string, isWarning = false) => void faults.push({ column, title: titles.get(column) ?? '', code, message, isWarning })
  for (const { name, label } of required) if ((filled[name] ?? null) === null && !row.faults.some(({ column }) => column === name)) add(name, `${name}.missing`, `请填写${label}`)
  for (const [field, label] of [['birth', '出生日期'], ['sex', '性别']] as const) {
    const said = row.values[field] ?? null
    if (said !== null && said !== filled[field]) add(field, 'number.disagrees', `${label}与证件号码不一致，按证件号码登记`, true)
  }
  return faults
}

/** What files may call the columns: the office's own words go first, then the field's label and other names. */
export function knownColumns(columns: readonly Field[], own: ReadonlyMap<string, string | null>): { name: string, titles: string[] }[] {
  const mine = (name: string) => [...own].filter(([, to]) => to === name).map(([title]) => title)
  return columns.map(({ name, label, headers = [] }) => ({ name, titles: [label, ...mine(name), ...headers].filter((title) => !own.has(title) || own.get(title) === name) }))
}

/** Columns of our own in a file that comes back. */
export const isOurs = (title: string): boolean => title === faultTitle || title.startsWith(recordTitle)

/** The export that a file went out as stands in the header of the column that says which record a line is of. */
export const exportIn = (title: string): string | undefined => (title.startsWith(`${recordTitle} `) && /^[\da-f-]{36}$/.test(title.slice(recordTitle.length + 1)) ? title.slice(recordTitle.length + 1) : undefined)

export const textOf = (values: Values, name: string): string | null => ((values[name] ?? null) === null ? null : String(values[name]))
