import type { Field, Input, IntakeKind, Output } from '@linli/contract'
import { codeTables, maskNumbers } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { written, type Cell, type Look, type Wish } from '../cell/index.ts'
import { areaNames } from '../organisation/index.ts'
import { fieldsFor } from '../record/index.ts'
import { openLanes } from './commit.ts'
import { columnsFor } from './form.ts'
import { kindOf } from './kinds.ts'
import * as queries from './queries.ts'
import type { BatchRow } from './queries.ts'
import { knownIn } from './read.ts'
import * as rowQueries from './row-queries.ts'
import { subjectOf, undoDays, usualRole } from './subject.ts'
import { batchView, batchViews, isUndoable, rowView, type BatchView, type Counts } from './view.ts'

export async function list(ctx: Ctx, { after, limit }: Input<'intake', 'list'>): Promise<Output<'intake', 'list'>> {
  const page = cut(await queries.list(ctx, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ created_at: at, id }) => [at.toISOString(), id])
  return { next: page.next, rows: await batchViews(ctx, page.rows) }
}

export async function get(ctx: Ctx, { id }: Input<'intake', 'get'>): Promise<Output<'intake', 'get'>> {
  const batch = found(await queries.find(ctx, id))
  const fields = await columnsOf(ctx, batch)
  const look = batch.look as Look | null
  const { wrong = {} } = batch.counts as Counts
  return {
    ...await batchView(ctx, batch), isReturned: look?.mark !== undefined, cells: look?.mark !== undefined && batch.status === 'ready' ? await rowQueries.countCells(ctx, batch) : null, sheets: look?.sheets ?? [], sheet: look?.sheet ?? 0, row: look?.row ?? 0, depth: look?.depth ?? 1, columns: look?.columns ?? [], role: (batch.wish as Wish).role ?? usualRole, head: headOf(ctx, batch),
    wrong: Object.entries(wrong).map(([field, count]) => ({ field, label: fields.find(({ name }) => name === field)?.label ?? field, rows: count })),
    fields: fields.map(({ name, label, part }) => ({ name, label, part })), roles: codeTables.residencyRole!.entries.map(({ code, label }) => ({ code, label })),
  }
}

const columnsOf = async (ctx: Ctx, batch: BatchRow): Promise<Field[]> => columnsFor(batch.kind as IntakeKind, await fieldsFor(ctx, batch.kind as IntakeKind, batch), batch.look as Look | null)

/** So wide is what is shown to point at a header. */
const [headRows, headColumns] = [15, 60]
function headOf(ctx: Ctx, { head }: BatchRow): Output<'intake', 'get'>['head'] {
  if (!head) return []
  const seen = JSON.parse(ctx.crypto.decrypt(head, 'intake.head')) as { no: number, cells: Cell[] }[]
  return seen.slice(0, headRows).map(({ no, cells }) => ({ no, cells: cells.slice(0, headColumns).map((cell) => maskNumbers(written(cell)).slice(0, 60)) }))
}

export async function rows(ctx: Ctx, { id, outcome, wrong, isConflict, after, limit }: Input<'intake', 'rows'>): Promise<Output<'intake', 'rows'>> {
  const batch = found(await queries.find(ctx, id))
  const [from = 0] = goOnAfter(after, 1) ?? []
  if (typeof from !== 'number' || !Number.isInteger(from) || Math.abs(from) > 2e9) throw new Problem('input.invalid', { detail: '翻页标记不正确，请回到第一页', fields: [{ path: 'after', message: '翻页标记不正确' }] })
  const page = cut(await rowQueries.list(ctx, batch, { outcome, wrong, isConflict, after: from, limit: limit + 1 }), limit, ({ no }) => [no])
  const fields = asTitled((await columnsOf(ctx, batch)).filter(({ part }) => part !== 'place'), batch.look as Look | null)
  const now = await kindOf(batch).store.standing(ctx, batch.subdistrict, page.rows.flatMap(({ record, outcome: is }) => (is === 'match' && record ? record : [])))
  const shown = { fields, known: await knownIn(ctx, fields, batch), names: await areaNames(ctx, [...new Set(page.rows.map(({ area }) => area))]), now }
  return { next: page.next, rows: page.rows.map((row) => rowView(ctx, row, shown)) }
}

/** Of a ledger that came back the columns are called as the office calls them. */
const asTitled = (fields: Field[], look: Look | null): Field[] => (look?.mark === undefined ? fields : fields.map((field) => ({ ...field, label: look.columns.find(({ name }) => name === field.name)?.title ?? field.label })))

/** Another run over the same file; what the office calls its columns is remembered for the next file. */
export async function read(ctx: Ctx, { id, sheet, header, columns, role, kind }: Input<'intake', 'read'>): Promise<BatchView> {
  const batch = await atRest(ctx, id, ['ready', 'failed'])
  const look = batch.look as Look | null
  const isOther = kind !== undefined && kind !== batch.kind
  const fields = (await columnsOf(ctx, isOther ? { ...batch, kind } : batch)).map(({ name }) => name)
  if (columns.some(({ name }) => name !== null && !fields.includes(name))) throw new Problem('input.invalid', { fields: [{ path: 'columns', message: '没有这一项' }] })
  const named = columns.flatMap(({ name }) => name ?? [])
  if (new Set(named).size < named.length) throw new Problem('input.invalid', { detail: '有两列对应到同一项', fields: [{ path: 'columns', message: '有两列对应到同一项' }] })
  if (!codeTables.residencyRole!.entries.some(({ code }) => code === role)) throw new Problem('input.invalid', { fields: [{ path: 'role', message: '没有这种居住关系' }] })
  if (look?.sheet === sheet && look.mark === undefined) await remember(ctx, isOther ? { ...batch, kind } : batch, look, columns)
  const wish: Wish = { sheet, role, columns, ...kind !== undefined && { kind }, ...header && { header } }
  const after = await queries.update(ctx, batch, { status: 'reading', run: batch.run + 1, wish: JSON.stringify(wish), counts: '{}', read_to: 0, total: 0, fault: null })
  ctx.record('intake.read-anew', subjectOf(after), { sheet })
  ctx.later({ queue: 'intake.read', data: { id, area: batch.area, run: after.run } })
  return batchView(ctx, after)
}

async function remember(ctx: Ctx, { subdistrict, area, kind }: BatchRow, look: Look, columns: readonly { at: number, name: string | null }[]): Promise<void> {
  const changed = new Map(look.columns.filter(({ title }) => title.length <= 60).flatMap(({ at, title, name }) => {
    const chosen = columns.find((one) => one.at === at)
    return chosen && chosen.name !== name ? [[title, chosen.name] as const] : []
  }))
  await queries.keepTitles(ctx, [...changed].map(([title, name]) => ({ subdistrict, area, kind, title, name })))
}

export async function commit(ctx: Ctx, { id, which, merge }: Input<'intake', 'commit'>): Promise<BatchView> {
  const batch = await atRest(ctx, id, ['ready'])
  const { bad = 0, twice = 0, fresh = 0, match = 0 } = (batch.counts as Counts).outcomes ?? {}
  if (fresh + match === 0) throw new Problem('intake.faulty', { detail: '没有可以导入的行' })
  if (which === 'all' && bad + twice > 0) throw new Problem('intake.faulty')
  const after = await queries.update(ctx, batch, { status: 'committing', merge: JSON.stringify(merge), stored_to: 0 })
  await openLanes(ctx, batch, fresh + match)
  ctx.record('intake.committed', subjectOf(after), { which, merge: merge.otherwise, fresh, match })
  ctx.later({ queue: 'intake.commit', data: { id, area: batch.area, run: batch.run } })
  return batchView(ctx, after)
}

/** Which cells of a file that came back are to be taken: one by one, or all of them alike. */
export async function choose(ctx: Ctx, { id, cells, which, isTaken }: Input<'intake', 'choose'>): Promise<Output<'intake', 'choose'>> {
  const batch = await atRest(ctx, id, ['ready'])
  if ((batch.look as Look | null)?.mark === undefined) throw new Problem('intake.not-now', { detail: '只有导出后改过的台账可以逐格选择' })
  if (which) await rowQueries.chooseAll(ctx, batch, which, isTaken)
  else await rowQueries.choose(ctx, batch, cells.map((cell) => ({ ...cell, isTaken })))
  ctx.record('intake.chosen', subjectOf(batch), which ? { which, isTaken } : { cells: cells.length, isTaken })
  return { id, cells: await rowQueries.countCells(ctx, batch) }
}

/** While it is read, nothing has happened yet; while it is stored, what is stored already is taken back. */
export async function cancel(ctx: Ctx, { id }: Input<'intake', 'cancel'>): Promise<BatchView> {
  const batch = await atRest(ctx, id, ['reading', 'ready', 'failed', 'committing'])
  const isStored = batch.status === 'committing'
  const after = await queries.update(ctx, batch, isStored ? { status: 'undoing', stored_to: 0 } : { status: 'cancelled' })
  ctx.record('intake.cancelled', subjectOf(after))
  if (isStored) ctx.later({ queue: 'intake.undo', data: { id, area: batch.area, run: batch.run } })
  return batchView(ctx, after)
}

export async function undo(ctx: Ctx, { id }: Input<'intake', 'undo'>): Promise<BatchView> {
  const batch = await atRest(ctx, id, ['done'])
  if (!isUndoable(ctx, batch)) throw new Problem('intake.not-now', { detail: `导入超过 ${undoDays} 天，不能整批撤销` })
  const after = await queries.update(ctx, batch, { status: 'undoing', stored_to: 0 })
  ctx.record('intake.undoing', subjectOf(after))
  ctx.later({ queue: 'intake.undo', data: { id, area: batch.area, run: batch.run } })
  return batchView(ctx, after)
}

export async function atRest(ctx: Ctx, id: string, states: readonly string[]): Promise<BatchRow> {
  const batch = found(await queries.lock(ctx, id))
  if (!states.includes(batch.status)) throw new Problem('intake.not-now')
  return batch
}
