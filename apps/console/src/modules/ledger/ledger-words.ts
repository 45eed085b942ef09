import type { Output, Asked } from '@linli/contract'
import type { TestBy } from '@linli/contract/words/index'

export type Ledger = Output<'ledger', 'get'>
export type Item = Output<'ledger', 'items'>['rows'][number]
export type Draft = NonNullable<Asked<'ledger', 'rows'>['draft']>
export type Test = Draft['conditions'][number]['any'][number]
export type Cell = string | number | null

/** How a question is put, and how its opposite is: `from` of a day is another word than of a number. */
const asked: Record<TestBy, { day: [string, string], other: [string, string] }> = {
  in: { day: ['是', '不是'], other: ['是', '不是'] }, has: { day: ['包含', '不包含'], other: ['包含', '不包含'] }, from: { day: ['不早于', '早于'], other: ['不小于', '小于'] }, until: { day: ['不晚于', '晚于'], other: ['不大于', '大于'] },
  within: { day: ['在', '不在'], other: ['在', '不在'] }, known: { day: ['已登记', '没有登记'], other: ['已登记', '没有登记'] },
}

export const wayOf = ({ by, isNot = false }: Pick<Test, 'by' | 'isNot'>): string => (isNot ? `${by}!` : by)
export const testOf = (way: string): Pick<Test, 'by' | 'isNot'> => ({ by: way.replace('!', '') as TestBy, isNot: way.endsWith('!') })

export const waysOf = (item: Item): { value: string, label: string }[] => item.tests.flatMap((by) => {
  const [yes, no] = asked[by][item.type === 'day' ? 'day' : 'other']
  return [{ value: by, label: yes }, { value: `${by}!`, label: no }]
})

/** A fresh question of an item: the first way it can be put, nothing chosen yet. */
export const freshTest = (item: Item): Test => ({ field: item.name, by: item.tests[0]!, value: item.type === 'yes' ? true : null, isNot: false })

/** Questions that can be asked already: those without their answer are still being written. */
export const asReady = ({ conditions, ...rest }: Draft): Draft => ({
  ...rest, conditions: conditions.map(({ any }) => ({ any: any.filter(({ by, value }) => by === 'known' || (value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0))) })).filter(({ any }) => any.length > 0),
})

/** Items in groups, as a choice. */
export function choicesOf(items: readonly Item[]): { label: string, options: { value: string, label: string }[] }[] {
  const parts = [...new Set(items.map(({ part }) => part))]
  return parts.map((label) => ({ label, options: items.filter(({ part }) => part === label).map((item) => ({ value: item.name, label: item.label })) }))
}

/** A key for each name, also where one comes twice. */
export const keysOf = (names: readonly string[]): string[] => names.map((name, at) => `${name}.${names.slice(0, at).filter((other) => other === name).length}`)

export const freshDraft: Draft = { base: 'person', conditions: [], columns: [{ field: 'name', label: '姓名' }, { field: 'phone', label: '联系电话' }, { field: 'place.address', label: '地址' }] }

/** What a line of each kind is told by. */
const first: Record<Draft['base'], readonly string[]> = { person: ['name', 'phone'], residency: ['name', 'phone'], former: ['name'], housing: ['place.building'], household: ['household.no', 'household.head', 'household.members'], enterprise: ['enterprise.name', 'enterprise.sort', 'enterprise.phone'], thing: ['thing.name', 'thing.kind', 'thing.state'], event: ['event.number', 'event.title', 'event.status'], entry: ['entry.day', 'entry.subject', 'entry.by'], worker: ['worker.name', 'worker.roles', 'worker.phone'] }

/** Where another kind of line has not all the columns, those by which it is told. */
export const columnsFor = (base: Draft['base'], items: readonly Item[], kept: Draft['columns']): Draft['columns'] =>
  first[base].filter((name) => !kept.some(({ field }) => field === name)).flatMap((name) => { const item = items.find((one) => one.name === name); return item ? [{ field: item.name, label: item.label }] : [] })

export type Logbook = Output<'logbook', 'books'>['rows'][number]

/** A logbook as it is handed in: the day, what it is about, and what is written down of each. */
export const columnsOfLogbook = ({ about, subjectLabel, columns }: Pick<Logbook, 'about' | 'subjectLabel' | 'columns'>): Draft['columns'] => [
  { field: 'entry.day', label: '日期' }, ...(about === 'none' ? [] : [{ field: 'entry.subject', label: subjectLabel }]), ...columns.filter(({ isEnded }) => !isEnded).map(({ name, label }) => ({ field: `entry.${name}`, label })), { field: 'place.community', label: '所属社区' },
]

/** Where a line leads to. */
export const pageOfLine = ({ id, kind }: Output<'ledger', 'rows'>['rows'][number]): string | undefined => (kind === 'worker' ? undefined : kind === 'entry' ? `/logbook/entry/${id}` : `/${kind}/${id}`)

/** How many, as far as it was counted; and that nobody has to type for it, or how much. */
export const countWords = ({ total, isMore, typed }: Output<'ledger', 'count'>): string => `共 ${total}${isMore ? '+' : ''} 行；${typed === 0 ? '全部取自底数，不用另填' : `其中 ${typed} 格底数里没有，需另填`}`

/** A column of names and codes is narrow, one of addresses wider, one of what people told widest: rows stay low. Pixels. */
export function widthOf(cells: readonly Cell[]): number {
  // A letter of Chinese is as wide as two figures.
  const longest = Math.max(0, ...cells.map((cell) => [...String(cell ?? '')].reduce((sum, letter) => sum + (letter > '\u2e80' ? 2 : 1), 0)))
  return longest > 80 ? 420 : longest > 24 ? 240 : 150
}
