import type { IntakeMerge, RecordKind, Value, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { enterMany, valuesOf } from '../person/index.ts'
import { fieldsFor, type Saying, type Standing } from '../record/index.ts'
import { kindOf } from './kinds.ts'
import type { Also } from './one.ts'
import * as queries from './queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'
import type { Task } from './read.ts'
import { cameWith } from './returned-rules.ts'
import * as rows from './row-queries.ts'
import { fromBatch, subjectOf } from './subject.ts'

/** So many rows are stored in one transaction. */
const atOnce = 2000
/** A job that works longer is taken for dead by the job store (300 s): it goes on as another. */
const longest = 200_000

export interface Merge { otherwise: IntakeMerge, fields: Record<string, IntakeMerge> }

/** Stores a batch, piece by piece, each in one transaction with how far it has come: killed at any moment, the next start goes on where it was. */
export const commitBatch = (tools: JobTools, task: Task): Promise<void> => inPieces(tools, task, { queue: 'intake.commit', piece: commitPiece })

/** Takes a batch back, in the same way. */
export async function inPieces(tools: JobTools, task: Task, { queue, piece }: { queue: string, piece: (ctx: Ctx, task: Task) => Promise<'more' | 'done'> }): Promise<void> {
  const until = Date.now() + longest
  for (;;) {
    const isLast = Date.now() > until
    const state = await tools.write(task.area, async (ctx) => {
      const now = await piece(ctx, task)
      if (now === 'more' && isLast) ctx.later({ queue, data: { ...task } })
      return now
    })
    if (state !== 'more' || isLast) return
  }
}

async function commitPiece(ctx: Ctx, { id, run }: Task): Promise<'more' | 'done'> {
  const batch = await queries.lock(ctx, id)
  if (batch?.status !== 'committing' || batch.run !== run) return 'done'
  const ready = await rows.listReady(ctx, batch, atOnce)
  const last = ready.at(-1)
  if (!last) return finish(ctx, batch)
  const entered = await enter(ctx, batch, { ready, to: last.no })
  const merged = ready.some(({ outcome }) => outcome === 'match') ? await merge(ctx, batch, await rows.listMatches(ctx, batch, last.no)) : []
  await rows.markResults(ctx, batch, [...entered, ...merged])
  await queries.update(ctx, batch, { stored_to: last.no })
  ctx.record('intake.stored', subjectOf(batch), { to: last.no })
  return 'more'
}

interface Result { no: number, result: string, revision: number | null }

async function enter(ctx: Ctx, batch: BatchRow, { ready, to }: { ready: readonly Pick<StagedRow, 'no' | 'outcome' | 'record'>[], to: number }): Promise<Result[]> {
  const fresh = ready.filter(({ outcome }) => outcome === 'fresh')
  if (fresh.length === 0) return []
  const entered = new Set(batch.kind === 'person' ? await enterPeople(ctx, batch, to) : await enterOthers(ctx, batch, to))
  return fresh.map(({ no, record }) => ({ no, result: entered.has(record!) ? 'entered' : 'stale', revision: 1 }))
}

/** There may be a hundred thousand of them: they are stored where they lie and not fetched. */
async function enterPeople(ctx: Ctx, batch: BatchRow, to: number): Promise<string[]> {
  await rows.joinByHash(ctx)
  return enterMany(ctx, rows.freshFrom(batch, batch.stored_to, to), fromBatch(batch))
}

async function enterOthers(ctx: Ctx, batch: BatchRow, to: number): Promise<string[]> {
  const brought = (await rows.listFresh(ctx, batch, to)).map((row) => {
    const { values, also } = saidIn(ctx, row)
    return { id: row.record!, subdistrict: row.subdistrict, area: row.area, place: row.place!, housing: row.housing, address: row.address, values, also }
  })
  return await kindOf(batch).store.enter?.(ctx, brought, fromBatch(batch)) ?? []
}

/** Two rows about one record in a file: the later one waits as `twice`, so that each record is changed once. */
async function merge(ctx: Ctx, batch: BatchRow, matches: readonly StagedRow[]): Promise<Result[]> {
  const { otherwise, fields: chosen } = batch.merge as unknown as Merge
  const quicker = new Set<number>()
  const wanted = matches.map((row): Saying => row.seen !== null
    ? { id: row.record!, says: () => 'take', values: (now) => takenOf(ctx, row, now) ?? (quicker.add(row.no), {}) }
    : { id: row.record!, says: (field) => (row.clears.includes(field) ? 'take' : chosen[field] ?? otherwise), values: () => saidBy(ctx, row) })
  const now = await kindOf(batch).store.revise(ctx, { subdistrict: batch.subdistrict, fields: await fieldsFor(ctx, batch.kind as RecordKind, batch) }, wanted, fromBatch(batch))
  return matches.map(({ no, record }) => {
    const one = quicker.has(no) ? undefined : now.get(record!)
    return { no, result: one ? (one.isChanged ? 'changed' : 'same') : 'stale', revision: one?.revision ?? null }
  })
}

/** Of a row that came back the cells that were chosen; nothing of it where one of them was changed by somebody after it was looked over. */
function takenOf(ctx: Ctx, row: StagedRow, now: Standing): Values | undefined {
  const taken = Object.entries(saidBy(ctx, row)).filter(([field]) => isTaken(row, field))
  return taken.some(([field]) => cameWith(now.sources, field) > (row.revision ?? 0)) ? undefined : Object.fromEntries(taken)
}

/** Unless somebody said otherwise: what was written, but neither what was emptied nor what was changed here too. */
export const isTaken = ({ choices, conflicts, clears }: StagedRow, field: string): boolean => (choices as Record<string, boolean>)[field] ?? !(conflicts.includes(field) || clears.includes(field))

/** What lies sealed of a row as it was read. */
export const saidIn = (ctx: Pick<Ctx, 'crypto'>, { said }: StagedRow): { values: Values, before: Values, also: Also } =>
  (said === null ? { values: {}, before: {}, also: {} } : JSON.parse(ctx.crypto.decrypt(said, 'intake.said')) as { values: Values, before: Values, also: Also })

/** What a row says: the cells that are filled, and those that are to be emptied. */
export function saidBy(ctx: Pick<Ctx, 'crypto'>, row: StagedRow): Values {
  const values = row.said === null ? valuesOf(ctx, { ...row, name: row.name! }) : saidIn(ctx, row).values
  return Object.fromEntries([...row.fields.map((field): [string, Value] => [field, values[field] ?? null]), ...row.clears.map((field): [string, Value] => [field, null])])
}

async function finish(ctx: Ctx, batch: BatchRow): Promise<'done'> {
  const results = await rows.countResults(ctx, batch)
  await queries.update(ctx, batch, { status: 'done', counts: JSON.stringify({ ...batch.counts as object, results }) })
  ctx.record('intake.done', subjectOf(batch), results)
  return 'done'
}
