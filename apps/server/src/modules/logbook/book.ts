import type { Input, LogbookAbout, Output } from '@linli/contract'
import { isAreaPath, levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed, areaNames } from '../organisation/index.ts'
import { viewsOf } from '../record/index.ts'
import { settleColumns } from './columns.ts'
import * as queries from './queries.ts'
import type { BookRow } from './queries.ts'
import * as rules from './rules.ts'

type View = Output<'logbook', 'save'>

const subjectOf = ({ id, subdistrict, area }: BookRow): Subject => ({ kind: 'logbook', id, subdistrict, area, may: 'logbook.view' })
export const shapeOf = ({ about, subject_label: subjectLabel, columns }: BookRow): rules.Shape => ({ about: about as LogbookAbout, subjectLabel, columns: columns as unknown as rules.Column[] })
export const isShipped = ({ subdistrict }: Pick<BookRow, 'subdistrict'>): boolean => subdistrict === 0

export async function books(ctx: Ctx, { isShipped: shipped, withEnded, after, limit }: Input<'logbook', 'books'>): Promise<Output<'logbook', 'books'>> {
  const page = cut(await queries.listBooks(ctx, { isShipped: shipped, withEnded, after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ area, id }) => [area, id])
  return { next: page.next, rows: await views(ctx, page.rows) }
}

export async function book(ctx: Ctx, { id }: Input<'logbook', 'book'>): Promise<Output<'logbook', 'book'>> {
  const row = found(await queries.findBook(ctx, id))
  return { ...(await views(ctx, [row]))[0]!, fields: await viewsOf(ctx, rules.fieldsOf(shapeOf(row), false), row) }
}

export async function save(ctx: Ctx, { id, ...given }: Input<'logbook', 'save'>): Promise<View> {
  const refused = [given.name, given.subjectLabel].map(rules.refusedName).find((message) => message !== undefined)
  if (refused !== undefined) throw wrong([{ path: 'name', message: refused }])
  return id === undefined ? begin(ctx, given) : change(ctx, { ...given, id })
}

type Given = Omit<Input<'logbook', 'save'>, 'id'>

/** A new one, for a sub-district or a community. */
async function begin(ctx: Ctx, given: Given): Promise<View> {
  const { path: area } = await areaNamed(ctx, given.area)
  if (!mayIn(ctx.actor, 'logbook.manage', area)) throw new Problem('not-found')
  if (!isAreaPath(area) || !['subdistrict', 'community'].includes(levelOf(area))) throw wrong([{ path: 'area', message: '请选择街道或社区' }])
  const template = given.template === undefined ? undefined : found(await queries.findBook(ctx, given.template))
  if (template && (!isShipped(template) || template.about !== given.about)) throw wrong([{ path: 'template', message: '只能从系统自带的登记簿启用，登记的对象不变' }])
  const place = { subdistrict: tenantOf(area), area }
  await refuseNamed(ctx, { ...place, name: given.name })
  const columns = settled(ctx, given, { before: template ? shapeOf(template).columns : [], isNew: true })
  const row = await queries.insertBook(ctx, { ...place, id: ctx.newId(), template: template?.id ?? null, about: given.about, ...stored(ctx, given, columns) })
  ctx.record('logbook.made', subjectOf(row), { name: row.name, columns: columns.length })
  return view(ctx, row)
}

async function change(ctx: Ctx, { id, revision, ...given }: Given & { id: string }): Promise<View> {
  const row = await mine(ctx, id)
  if (revision !== row.revision) throw new Problem('base.changed', { detail: '这本登记簿刚被别人改过，请看过最新内容再改' })
  if (given.area !== row.area || given.about !== row.about) throw wrong([{ path: given.area === row.area ? 'about' : 'area', message: '由谁维护、登记的对象不能改，请另建一本' }])
  if (given.name !== row.name) await refuseNamed(ctx, { ...row, name: given.name })
  const columns = settled(ctx, given, { before: shapeOf(row).columns, isNew: false })
  const after = await queries.updateBook(ctx, row, { ...stored(ctx, given, columns), revision: row.revision + 1 })
  ctx.record('logbook.changed', subjectOf(after), { name: after.name, revision: after.revision })
  return view(ctx, after)
}

/** What was written down stays, and may be read and put into ledgers. */
export async function end(ctx: Ctx, { id, isEnded }: Input<'logbook', 'end'>): Promise<View> {
  const row = await mine(ctx, id)
  if ((row.ended_at !== null) === isEnded) throw new Problem('base.changed', { detail: isEnded ? '已经停用' : '已经在用' })
  if (!isEnded) await refuseNamed(ctx, row)
  const after = await queries.updateBook(ctx, row, { ended_at: isEnded ? ctx.now : null })
  ctx.record(isEnded ? 'logbook.ended' : 'logbook.resumed', subjectOf(after), { name: row.name })
  return view(ctx, after)
}

const wrong = (fields: { path: string, message: string }[]) => new Problem('input.invalid', { detail: fields[0]!.message, fields })

/** What the street keeps is changed by the street. */
async function mine(ctx: Ctx, id: string): Promise<BookRow> {
  const seen = found(await queries.findBook(ctx, id))
  if (!mayChange(ctx, seen)) throw new Problem('may.not', { detail: isShipped(seen) ? '系统自带的登记簿不能改，请启用后再改' : '由设立它的街道或社区维护' })
  return found(await queries.lockBook(ctx, id))
}

const mayChange = (ctx: Ctx, row: BookRow) => !isShipped(row) && mayIn(ctx.actor, 'logbook.manage', row.area)

async function refuseNamed(ctx: Ctx, place: Pick<BookRow, 'subdistrict' | 'area' | 'name'>): Promise<void> {
  if (await queries.findNamed(ctx, place)) throw new Problem('conflict.exists', { detail: `已经有一本“${place.name}”`, fields: [{ path: 'name', message: '已经有这本登记簿' }] })
}

function settled(ctx: Ctx, { columns: given, subjectLabel }: Given, { before, isNew }: { before: readonly rules.Column[], isNew: boolean }): rules.Column[] {
  // The end of an id: letters and digits that no other column has.
  const { columns, faults } = settleColumns(given, { before, isNew, subjectLabel, newName: () => `x_${ctx.newId().replaceAll('-', '').slice(-10)}` })
  if (faults.length > 0) throw wrong(faults)
  return columns
}

const stored = (ctx: Ctx, { name, subjectLabel, purpose, note, hasPhotos }: Given, columns: readonly rules.Column[]) =>
  ({ name, subject_label: subjectLabel, purpose, note, has_photos: hasPhotos, columns: JSON.stringify(columns), changed_by_name: ctx.actor.name, changed_at: ctx.now })

const view = async (ctx: Ctx, row: BookRow): Promise<View> => (await views(ctx, [row]))[0]!

async function views(ctx: Ctx, rows: readonly BookRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => ({
    id: row.id, name: row.name, purpose: row.purpose, note: row.note, ...shapeOf(row), columns: [...shapeOf(row).columns], hasPhotos: row.has_photos, template: row.template, isShipped: isShipped(row), isEnded: row.ended_at !== null,
    area: row.area, areaName: names.get(row.area) ?? '', revision: row.revision, changedBy: row.changed_by_name, changedAt: row.changed_at.toISOString(), mayChange: mayChange(ctx, row),
  }))
}
