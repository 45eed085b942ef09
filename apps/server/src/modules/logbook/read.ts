import type { Field, Input, Output, Values } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { historyAs, inWords, readAs, viewsOf } from '../record/index.ts'
import { shapeOf } from './book.ts'
import * as queries from './queries.ts'
import type { BookRow } from './queries.ts'
import * as rules from './rules.ts'
import { rowView, rowViews, valuesOf } from './view.ts'

type View = Output<'logbook', 'enter'>
type Wanted = NonNullable<Input<'logbook', 'list'>['column']>

export async function list(ctx: Ctx, { logbook, area = ctx.actor.area, from, until, text, column, withWithdrawn, after, limit }: Input<'logbook', 'list'>): Promise<Output<'logbook', 'list'>> {
  const book = found(await queries.findBook(ctx, logbook))
  const wanted = column && await wantedOf(ctx, book, column)
  const page = cut(await queries.listEntries(ctx, { logbook, area, from, until, text, column: wanted, withWithdrawn }, goOnAfter(after, 2), limit + 1), limit, ({ day, id }) => [day, id])
  return { next: page.next, rows: await rowViews(ctx, page.rows, () => book) }
}

/** Words are found by a part of them, anything else as a whole; what is sealed is not looked for. */
async function wantedOf(ctx: Ctx, book: BookRow, { name, value }: Wanted): Promise<queries.Chosen['column']> {
  const field = rules.fieldsOf(shapeOf(book)).find((one) => one.name === name)
  if (!field || field.isSensitive || !shapeOf(book).columns.some((one) => one.name === name)) throw new Problem('input.invalid', { fields: [{ path: 'column', message: field?.isSensitive ? '敏感项目加密保存，不能用来查找' : '没有这一栏' }] })
  if (field.type === 'text' || field.type === 'longText') return { name, part: value, whole: null }
  const { [name]: read = null } = await readAs(ctx, [{ ...field, isRequired: false }], book, { given: { [name]: value } })
  return { name, part: null, whole: JSON.stringify(read) }
}

/** Of one record of the base, in whichever logbooks. */
export async function of(ctx: Ctx, { record, after, limit }: Input<'logbook', 'of'>): Promise<Output<'logbook', 'of'>> {
  const page = cut(await queries.listOf(ctx, { subdistrict: tenantOf(ctx.actor.area), record }, goOnAfter(after, 2), limit + 1), limit, ({ day, id }) => [day, id])
  const books = await queries.listByIds(ctx, [...new Set(page.rows.map(({ logbook }) => logbook))])
  const rows = await rowViews(ctx, page.rows, ({ logbook }) => found(books.get(logbook)))
  return { next: page.next, rows: await Promise.all(rows.map(async (row) => ({ ...row, summary: await summaryOf(ctx, row, found(books.get(row.logbook))) }))) }
}

async function summaryOf(ctx: Ctx, { values }: View, book: BookRow): Promise<string> {
  const columns = rules.tellingFirst(rules.fieldsOf(shapeOf(book)).filter(({ name, isSensitive, type }) => !isSensitive && type !== 'day' && shapeOf(book).columns.some((one) => one.name === name)))
  const say = await inWords(ctx, columns, book)
  return rules.summaryOf(columns.map((field) => ((values[field.name] ?? null) === null ? '' : say(field, values[field.name]!))))
}

export async function get(ctx: Ctx, { id }: Input<'logbook', 'get'>): Promise<Output<'logbook', 'get'>> {
  const row = found(await queries.findEntry(ctx, id))
  const book = found(await queries.findBook(ctx, row.logbook))
  const fields = rules.fieldsOf(shapeOf(book))
  return { ...await rowView(ctx, row, book), fields: await viewsOf(ctx, known(fields, book, valuesOf(ctx, row)), book), photos: row.photo_count === 0 ? [] : await queries.listPhotos(ctx, id), changes: await historyAs(ctx, fields, row) }
}

/** What is asked no more is shown where there is something of it. */
const known = (fields: readonly Field[], book: BookRow, values: Values): Field[] => {
  const ended = new Set(shapeOf(book).columns.filter(({ isEnded }) => isEnded).map(({ name }) => name))
  return fields.filter(({ name }) => !ended.has(name) || (values[name] ?? null) !== null)
}
