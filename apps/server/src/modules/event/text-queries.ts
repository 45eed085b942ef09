import { sql } from 'kysely'

/** Whole months of 30 days, the newest first, or everything before one. */
export type Span = { months: number[] } | { before: number }

/** So many of the newest are read before the index is asked: a word in one of forty fills a page. */
export const lookedThrough = 800

/** As in the index: see month_bigrams in the migrations. */
const month = 30 * 86_400_000

/** Not a number and more than one character: what the index of months can find. */
export const isInWords = (text: string): boolean => [...text.trim()].length > 1 && !isNumber(text.trim())

const isNumber = (text: string) => /^\d+$/.test(text)

/** One month, another, two and four more; where they hold too few, all that is older. */
export function spansBack(from: Date): Span[] {
  const newest = Math.floor(from.getTime() / month)
  return [...[[0, 1], [1, 2], [2, 4], [4, 8]].map(([first, end]) => ({ months: Array.from({ length: end! - first! }, (_, at) => newest - first! - at) })), { before: newest - 7 }]
}

/** Numbers by their beginning or end, words by the index of bigrams. An OR looks at every pair again that the index has found: only where it could be both, and a telephone number has eleven digits. */
export function holds(text: string, span?: Span) {
  const inWords = sql<boolean>`${withPairs(text, span)} and ${isWritten(text)}`
  if (!isNumber(text)) return inWords
  const inNumber = sql<boolean>`(number collate "C" ^@ ${text} or reverse(number) collate "C" ^@ reverse(${text}))`
  return text.length > 11 ? inNumber : sql<boolean>`(${inNumber} or (${inWords}))`
}

/** Chinese has no capitals, and making all of the words small takes longer than anything else here. */
export const isWritten = (text: string) => (text.toLowerCase() === text.toUpperCase() ? sql<boolean>`strpos(words, ${text.trim()}) > 0` : sql<boolean>`strpos(lower(words), lower(${text.trim()})) > 0`)

function withPairs(text: string, span: Span | undefined) {
  if (span === undefined) return sql`grams @> bigrams(${text})`
  if ('before' in span) return sql`grams @> bigrams(${text}) and reported_at < to_timestamp(${span.before * month / 1000})`
  return sql`(${sql.join(span.months.map((no) => sql`grams @> month_bigrams(${no}, ${text})`), sql` or `)})`
}
