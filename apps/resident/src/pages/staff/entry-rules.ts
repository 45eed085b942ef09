/** How an entry is filled in: words · one of several · a whole number · a day (YYYY-MM-DD) · one to five stars · yes or no. */
export type EntryKind = 'words' | 'choice' | 'amount' | 'day' | 'stars' | 'yesNo'

/** One thing a step asks for: how the server calls it, how people do. `options` are the server's words → what people read; `when`: asked only where another entry has that answer. */
export type Entry = { name: string, label: string, hint?: string, most: number, isOptional?: boolean, kind?: EntryKind, options?: Readonly<Record<string, string>>, when?: readonly [name: string, text: string] }

export const yesNo = { yes: '是', no: '否' } as const

/** What was written → what the server is told. */
export function wired({ kind = 'words' }: Pick<Entry, 'kind'>, text: string): string | number | boolean {
  if (kind === 'amount' || kind === 'stars') return Number(text)
  return kind === 'yesNo' ? text === 'yes' : text
}

/** What is wrong with what was written, in words; null where nothing is. `today` is a day of the office. */
export function wrongWith({ kind = 'words', label, isOptional, most }: Entry, text: string, today: string): string | null {
  if (text === '') return isOptional ? null : kind === 'words' || kind === 'amount' ? `请写下${label}` : `请选择${label}`
  if (kind === 'amount' && (!/^\d+$/.test(text) || Number(text) < 1 || Number(text) > most)) return `请填写 1 到 ${most} 的整数`
  if (kind === 'day' && (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(Date.parse(text)) || text <= today)) return '请填写今天以后的日期，例如 2026-12-31'
  return null
}

/** As people read it: the label of a choice, stars, yes or no. */
export function readable({ kind = 'words', options }: Pick<Entry, 'kind' | 'options'>, text: string): string {
  if (kind === 'stars') return `${text} 星`
  return options?.[text] ?? text
}

const eastOfGreenwich = 8 * 3600 * 1000
const dayMs = 24 * 3600 * 1000

/** A day of the office, so many days after a moment. */
export const officeDay = (moment: number, days = 0) => new Date(moment + eastOfGreenwich + days * dayMs).toISOString().slice(0, 10)
