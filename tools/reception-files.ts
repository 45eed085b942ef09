import { readFileSync } from 'node:fs'
import type { Entry, Query } from '../packages/matching/src/index.ts'

/** What is wrong with a file, in a sentence for who asked. */
export class Wrong extends Error {}

/** One knowledge base with what is asked of it. */
export interface Base { name: string, entries: Entry[], queries: Query[] }

/** Where no `kb` is named. */
const unnamed = 'default'
type Row = Record<string, unknown>

/** Reads both files, one index for each `kb`, and says on stderr what is asked of none. @throws Wrong */
export function basesIn(faqs: string, queries: string, only: string | undefined): Base[] {
  const [entries, asked] = [rowsIn(faqs, 'faqs').map((row, at) => entryOf(row, `${faqs}: faqs[${at}]`)), rowsIn(queries, 'queries').map((row, at) => queryOf(row, `${queries}: queries[${at}]`))]
  const names = [...new Set(entries.map(({ kb }) => kb))]
  if (names.length === 0) throw new Wrong(`There is nothing in ${faqs}.`)
  if (only !== undefined && !names.includes(only)) throw new Wrong(`There is no knowledge base ${only} in ${faqs}; there are: ${names.join(', ')}.`)
  const lost = asked.filter(({ kb }) => !names.includes(kb))
  if (lost.length > 0) console.error(`${lost.length} questions of ${[...new Set(lost.map(({ kb }) => kb))].join(', ')} are left out: ${faqs} has no such knowledge base.`)
  return names.filter((name) => only === undefined || name === only).map((name) => {
    const base = { name, entries: entries.filter(({ kb }) => kb === name), queries: asked.filter(({ kb }) => kb === name) }
    checkIds(base, faqs)
    return base
  })
}

function checkIds({ name, entries, queries }: Base, file: string): void {
  const ids = new Set<string>()
  for (const { id } of entries) {
    if (ids.has(id)) throw new Wrong(`${file}: ${name} has two answers with the id ${id}.`)
    ids.add(id)
  }
  const unknown = queries.filter(({ faq_id: id, also = [] }) => id !== null && ![id, ...also].some((one) => ids.has(one)))
  if (unknown.length > 0) console.error(`${unknown.length} questions of ${name} name an answer that is not there, first ${unknown[0]!.faq_id}: they count as answerable and are never right.`)
}

function rowsIn(file: string, key: 'faqs' | 'queries'): Row[] {
  const content = contentOf(file)
  const list = Array.isArray(content) ? content : (content as Row | null)?.[key]
  if (!Array.isArray(list)) throw new Wrong(`${file} holds no list "${key}".`)
  const wrong = list.findIndex((one) => typeof one !== 'object' || one === null || Array.isArray(one))
  if (wrong >= 0) throw new Wrong(`${file}: ${key}[${wrong}] is no object.`)
  return list as Row[]
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Wrong(error instanceof SyntaxError ? `${file} is no JSON: ${error.message}` : `${file} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

function entryOf(row: Row, where: string): Entry & { kb: string } {
  return { kb: text(row.kb ?? unnamed, where, 'kb'), id: text(row.id, where, 'id'), question: text(row.question, where, 'question'), similar: texts(row.similar, where, 'similar'), answer: text(row.answer ?? '', where, 'answer') }
}

function queryOf(row: Row, where: string): Query & { kb: string } {
  return { kb: text(row.kb ?? unnamed, where, 'kb'), text: text(row.text, where, 'text'), faq_id: row.faq_id === null || row.faq_id === undefined ? null : text(row.faq_id, where, 'faq_id'), also: texts(row.also, where, 'also') }
}

function text(value: unknown, where: string, key: string): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number') return String(value)
  throw new Wrong(`${where}.${key} is no text.`)
}

function texts(value: unknown, where: string, key: string): string[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) throw new Wrong(`${where}.${key} is no list.`)
  return value.map((one) => text(one, where, key))
}
