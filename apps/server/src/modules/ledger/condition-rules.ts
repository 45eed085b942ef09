import type { Input, LedgerBase, TestBy, TestPeriod, Value } from '@linli/contract'
import { readValue } from '@linli/contract/words/base/read'
import { addDays, addMonths, isAreaPath, maskNumbers, type Day } from '@linli/standards'
import { isFound, type Item, type Options } from './item-rules.ts'

type Conditions = NonNullable<Input<'ledger', 'rows'>['draft']>['conditions']
type Test = Conditions[number]['any'][number]
type Columns = NonNullable<Input<'ledger', 'rows'>['draft']>['columns']

export interface Fault { path: string, message: string }
/** A test as it was understood: days are days, numbers are numbers, codes are codes; `ids`: what was found by the words, records or the homes they are in. */
export interface Understood { item: Item, by: TestBy, isNot: boolean, strings: string[], numbers: number[], span: { from: string | null, until: string | null }, isTrue: boolean, ids?: readonly string[] }

export interface Catalogue { items: readonly Item[], options: (item: Item) => Options, today: Day }

/** Understands conditions, or says of each that cannot be meant what is wrong with it. */
export function understand({ items, options, today }: Catalogue, base: LedgerBase, conditions: Conditions): { groups: Understood[][], faults: Fault[] } {
  const faults: Fault[] = []
  const groups = conditions.map(({ any }, at) => any.flatMap((test, place) => {
    const item = items.find(({ name }) => name === test.field)
    const understood = item?.bases.includes(base) ? understandOne(item, test, { options: options(item), today }) : '没有这一项，或这种台账不能用它'
    if (typeof understood !== 'string') return [understood]
    faults.push({ path: `conditions.${at}.any.${place}`, message: item ? `${item.label}：${understood}` : understood })
    return []
  }))
  return { groups, faults }
}

export const faultsOfColumns = (items: readonly Item[], base: LedgerBase, columns: Columns): Fault[] => columns.flatMap(({ field, label }, at) =>
  field === null || items.some((item) => item.name === field && item.bases.includes(base) && !isFound(item)) ? [] : [{ path: `columns.${at}`, message: `“${label}”要的项目没有，或这种台账不能用它` }])

interface Around { options: Options, today: Day }

function understandOne(item: Item, { by, isNot, value }: Test, { options, today }: Around): Understood | string {
  const plain: Understood = { item, by, isNot, strings: [], numbers: [], span: { from: null, until: null }, isTrue: false }
  if (!item.tests.includes(by)) return item.tests.length === 0 ? '这一项不能作为条件' : '不能这样问这一项'
  if (by === 'known') return plain
  const given = (Array.isArray(value) ? value : [value]).filter((one) => one !== null && one !== '')
  if (given.length === 0) return '请填写要比的内容'
  if (by === 'within') {
    const span = spanOf(String(given[0]), today)
    return span ? { ...plain, span } : '没有这段时间'
  }
  if (by === 'has') return asWords(plain, given)
  return by === 'in' ? amongst(plain, given, options) : beyond(plain, given[0]!, today)
}

/** What is asked is journaled: numbers of people do not belong there. */
function asWords(plain: Understood, given: readonly Value[]): Understood | string {
  const strings = given.map((one) => String(one).trim())
  if (strings.some((one) => one.length > 60)) return '最多 60 个字'
  return strings.some((one) => maskNumbers(one) !== one) ? '条件里不要写证件号码和电话，请用全库查找' : { ...plain, strings }
}

function amongst(plain: Understood, given: readonly Value[], options: Options): Understood | string {
  const { type } = plain.item
  if (type === 'yes') return typeof given[0] === 'boolean' ? { ...plain, isTrue: given[0] } : '请选“是”或“否”'
  if (type === 'number') return given.every((one) => Number.isFinite(Number(one))) ? { ...plain, numbers: given.map(Number) } : '请填写数字'
  if (type === 'area') return given.every((one) => isAreaPath(String(one))) ? { ...plain, strings: given.map(String) } : '请选择辖区'
  if (plain.item.table === undefined) return asWords(plain, given)
  const unknown = given.find((one) => !options.some(({ code }) => code === one))
  return unknown === undefined ? { ...plain, strings: given.map(String) } : `没有“${String(unknown).slice(0, 20)}”这个选项`
}

function beyond(plain: Understood, limit: Value, today: Day): Understood | string {
  const { by, item } = plain
  if (item.type === 'number') {
    const number = Number(limit)
    return Number.isFinite(number) ? { ...plain, numbers: [number] } : '请填写数字'
  }
  const day = dayFrom(limit, today)
  if (day === undefined) return '请填写日期，如 2026-03-01，或离今天多久，如 -1y'
  return { ...plain, span: by === 'from' ? { from: day, until: null } : { from: null, until: day } }
}

/** A day in any writing, or so many days, months or years from today. */
function dayFrom(limit: Value, today: Day): Day | undefined {
  const moved = /^([+-]\d{1,3})([dmy])$/.exec(String(limit))
  if (moved) return moved[2] === 'd' ? addDays(today, Number(moved[1])) : addMonths(today, Number(moved[1]) * (moved[2] === 'y' ? 12 : 1))
  const read = readValue({ type: 'day', label: '' }, limit)
  return read.ok && typeof read.value === 'string' ? read.value : undefined
}

export function spanOf(period: string, today: Day): { from: Day, until: Day } | undefined {
  const first = (months: number) => addMonths(`${today.slice(0, 7)}-01`, months)
  const month = (from: number) => ({ from: first(from), until: addDays(first(from + 1), -1) })
  const spans: Record<TestPeriod, () => { from: Day, until: Day }> = {
    today: () => ({ from: today, until: today }), thisMonth: () => month(0), lastMonth: () => month(-1), nextMonth: () => month(1), thisYear: () => ({ from: `${today.slice(0, 4)}-01-01`, until: `${today.slice(0, 4)}-12-31` }),
  }
  return Object.hasOwn(spans, period) ? spans[period as TestPeriod]() : undefined
}
