import type { IntakeMerge, Value, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { enterMany, reviseMany, valuesOf, type Revision } from '../person/index.ts'
import { fieldsFor } from '../record/index.ts'
import * as queries from './queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'
import type { Task } from './read.ts'
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

async function enter(ctx: Ctx, batch: BatchRow, { ready, to }: { ready: readonly Pick<StagedRow, 'no' | 'outcome' | 'person'>[], to: number }): Promise<Result[]> {
  const fresh = ready.filter(({ outcome }) => outcome === 'fresh')
  if (fresh.length === 0) return []
  await rows.joinByHash(ctx)
  const entered = new Set(await enterMany(ctx, rows.freshFrom(batch, batch.stored_to, to), fromBatch(batch)))
  return fresh.map(({ no, person }) => ({ no, result: entered.has(person!) ? 'entered' : 'stale', revision: 1 }))
}

/** Two rows about one person in a file: the later one waits as `twice`, so that each person is changed once. */
async function merge(ctx: Ctx, batch: BatchRow, matches: readonly StagedRow[]): Promise<Result[]> {
  const { otherwise, fields: chosen } = batch.merge as unknown as Merge
  const wanted = matches.map((row): Revision => ({ id: row.person!, values: () => saidBy(ctx, row), says: (field) => (row.clears.includes(field) ? 'take' : chosen[field] ?? otherwise) }))
  const now = await reviseMany(ctx, { subdistrict: batch.subdistrict, fields: await fieldsFor(ctx, 'person', batch) }, wanted, fromBatch(batch))
  return matches.map(({ no, person }) => {
    const one = now.get(person!)
    return { no, result: one ? (one.isChanged ? 'changed' : 'same') : 'stale', revision: one?.revision ?? null }
  })
}

/** What a row says: the cells that are filled, and those that are to be emptied. */
export function saidBy(ctx: Pick<Ctx, 'crypto'>, row: StagedRow): Values {
  const values = valuesOf(ctx, { ...row, name: row.name! })
  return Object.fromEntries([...row.fields.map((field): [string, Value] => [field, values[field] ?? null]), ...row.clears.map((field): [string, Value] => [field, null])])
}

async function finish(ctx: Ctx, batch: BatchRow): Promise<'done'> {
  const results = await rows.countResults(ctx, batch)
  await queries.update(ctx, batch, { status: 'done', counts: JSON.stringify({ ...batch.counts as object, results }) })
  ctx.record('intake.done', subjectOf(batch), results)
  return 'done'
}
