import { entryDay, entrySubject, type Field, type Input, type Output, type Values } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { isSame, laidDown, noteAs, readAs, reveal as revealOne } from '../record/index.ts'
import { isShipped, shapeOf } from './book.ts'
import * as queries from './queries.ts'
import type { BookRow, EntryRow } from './queries.ts'
import * as rules from './rules.ts'
import { aboutOf } from './subject.ts'
import { apart, rowView, sealedAs, valuesOf } from './view.ts'

type View = Output<'logbook', 'enter'>

const subjectOf = ({ id, subdistrict, area }: Pick<EntryRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'logbook', id, subdistrict, area, may: 'base.view' })

export async function enter(ctx: Ctx, { logbook, values: given, photos, isFromGrid, ...told }: Input<'logbook', 'enter'>): Promise<View> {
  const book = await bookInUse(ctx, logbook)
  const { about, subjectLabel, columns } = shapeOf(book)
  const at = await aboutOf(ctx, book, told)
  if (!mayIn(ctx.actor, 'base.edit', at.area)) throw new Problem('not-found')
  const fields = rules.fieldsOf({ about, subjectLabel, columns }, false)
  const values = await readWritten(ctx, fields, { book, given: { ...Object.fromEntries(fields.map(({ name }) => [name, null])), ...given }, before: {} })
  const row = await queries.insertEntry(ctx, {
    subdistrict: book.subdistrict, id: ctx.newId(), area: at.area, logbook: book.id, root: book.template ?? book.id, day: String(values[entryDay]), subject: about === 'place' ? String(values[entrySubject]) : at.name, about, record: at.record,
    ...laidDown(ctx, fields, values, { apart, sealedAs }), by: ctx.actor.id, by_name: ctx.actor.name, created_at: ctx.now, changed_at: ctx.now,
  })
  const kept = await withPhotos(ctx, book, row, photos)
  const known = Object.keys(values).filter((name) => values[name] !== null)
  await noteAs(ctx, fields, { ...standing(row), values: {}, revision: 0 }, { revised: { changed: known, revision: 1 }, from: { source: isFromGrid ? 'grid' : 'form' } })
  ctx.record('logbook.entered', subjectOf(kept), { logbook: book.name, photos: photos.length })
  return rowView(ctx, kept, book)
}

export async function change(ctx: Ctx, { id, revision, values: given, photos }: Input<'logbook', 'change'>): Promise<View> {
  const { row, book } = await standingEntry(ctx, id)
  if (row.revision !== revision) throw new Problem('base.changed')
  const fields = rules.fieldsOf(shapeOf(book), false)
  const before = valuesOf(ctx, row)
  const read = await readWritten(ctx, fields, { book, given, before })
  const changed = Object.keys(read).filter((name) => !isSame(before[name], read[name]))
  if (changed.length === 0 && photos.length === 0) throw new Problem('input.invalid', { detail: '内容没有改动' })
  const values = { ...before, ...read }
  const place = book.about === 'place' ? { subject: String(values[entrySubject]) } : {}
  // What columns that are asked no more hold goes along as it is.
  await queries.updateEntry(ctx, row, { day: String(values[entryDay]), ...place, ...laidDown(ctx, rules.fieldsOf(shapeOf(book)), values, { apart, sealedAs }), revision: revision + 1, changed_at: ctx.now })
  await noteAs(ctx, rules.fieldsOf(shapeOf(book)), { ...standing(row), values: before, revision }, { revised: { changed, revision: revision + 1 }, from: { source: 'form' } })
  const after = await withPhotos(ctx, book, found(await queries.findEntry(ctx, id)), photos)
  ctx.record('logbook.corrected', subjectOf(after), { logbook: book.name, fields: changed.length, photos: photos.length })
  return rowView(ctx, after, book)
}

/** It was written down wrongly: it stands in no list and ledger any more, and what it was stays with who took it back and why. */
export async function withdraw(ctx: Ctx, { id, reason }: Input<'logbook', 'withdraw'>): Promise<View> {
  const { row, book } = await standingEntry(ctx, id)
  const after = await queries.updateEntry(ctx, row, { withdrawn_at: ctx.now, withdrawn_by_name: ctx.actor.name, withdrawn_reason: reason, changed_at: ctx.now })
  ctx.record('logbook.withdrawn', subjectOf(after), { logbook: book.name, reason })
  return rowView(ctx, after, book)
}

export async function reveal(ctx: Ctx, { id, field, purpose }: Input<'logbook', 'reveal'>): Promise<Output<'logbook', 'reveal'>> {
  const row = found(await queries.findEntry(ctx, id))
  return revealOne(ctx, subjectOf(row), valuesOf(ctx, row), { field, purpose })
}

async function bookInUse(ctx: Ctx, id: string): Promise<BookRow> {
  const book = found(await queries.findBook(ctx, id))
  if (isShipped(book) || book.ended_at !== null) throw new Problem('input.invalid', { detail: isShipped(book) ? '这是系统自带的样式，请先启用成本街道或本社区的登记簿' : '这本登记簿已经停用' })
  return book
}

async function standingEntry(ctx: Ctx, id: string): Promise<{ row: EntryRow, book: BookRow }> {
  const row = found(await queries.lockEntry(ctx, id))
  if (!mayIn(ctx.actor, 'base.edit', row.area)) throw new Problem('not-found')
  if (row.withdrawn_at !== null) throw new Problem('base.changed', { detail: '这一条已经撤回，不能再改' })
  return { row, book: found(await queries.findBook(ctx, row.logbook)) }
}

async function readWritten(ctx: Ctx, fields: readonly Field[], { book, given, before }: { book: BookRow, given: Values, before: Values }): Promise<Values> {
  const values = await readAs(ctx, fields, book, { given, before })
  const faults = rules.faultsIn(fields, values, dayOf(ctx.now))
  if (faults.length > 0) throw new Problem('input.invalid', { detail: faults[0]!.message, fields: faults })
  return values
}

const standing = ({ id, subdistrict, area }: EntryRow) => ({ id, subdistrict, area, kind: 'entry' })

async function withPhotos(ctx: Ctx, { has_photos: hasPhotos }: Pick<BookRow, 'has_photos'>, row: EntryRow, photos: readonly string[]): Promise<EntryRow> {
  if (photos.length === 0) return row
  const most = 9
  if (!hasPhotos || row.photo_count + photos.length > most) throw new Problem('input.invalid', { fields: [{ path: 'photos', message: hasPhotos ? `一条最多 ${most} 张照片` : '这本登记簿不附照片' }] })
  if (await queries.attachPhotos(ctx, row, photos) !== photos.length) throw new Problem('input.invalid', { fields: [{ path: 'photos', message: '有照片已失效，请重新上传' }] })
  return queries.updateEntry(ctx, row, { photo_count: row.photo_count + photos.length })
}

