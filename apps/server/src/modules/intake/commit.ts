import type { IntakeMerge, Value, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { enterMany, reviseMany, valuesOf, type Revision } from '../person/index.ts'
import { fieldsFor } from '../record/index.ts'
import * as lanes from './lane-queries.ts'
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

/** What is confirmed is stored in two lanes at once: PostgreSQL works for each connection on a processor of its own. A file of a few rows needs no second one. */
export async function openLanes(ctx: Ctx, batch: BatchRow): Promise<void> {
  const middle = await lanes.middleOf(ctx, batch, atOnce * 2)
  const lane = (no: number, after: number, until: number) => ({ subdistrict: batch.subdistrict, batch: batch.id, run: batch.run, lane: no, area: batch.area, after_no: after, until_no: until, stored_to: after })
  await lanes.open(ctx, middle === undefined ? [lane(1, 0, batch.read_to)] : [lane(1, 0, middle), lane(2, middle, batch.read_to)])
}

/** Stores a batch, piece by piece, each in one transaction with how far its lane has come: killed at any moment, the next start goes on where it was. */
export async function commitBatch(tools: JobTools, task: Task): Promise<void> {
  const open = await tools.read(task.area, async (ctx) => {
    const batch = await queries.find(ctx, task.id)
    return batch ? lanes.list(ctx, batch) : []
  })
  const states = await Promise.all(open.map(({ lane }) => inPieces(tools, task, { piece: (ctx) => commitPiece(ctx, task, lane) })))
  await tools.write(task.area, (ctx) => (states.includes('more') ? goOnLater(ctx, task) : finish(ctx, task)))
}

type State = 'more' | 'done'

/** Does a work piece by piece until it is done, or has taken so long that it is to go on as another job. */
export async function inPieces(tools: JobTools, task: Task, { queue, piece }: { queue?: string, piece: (ctx: Ctx, task: Task) => Promise<State> }): Promise<State> {
  const until = Date.now() + longest
  for (;;) {
    const isLast = Date.now() > until
    const state = await tools.write(task.area, async (ctx) => {
      const now = await piece(ctx, task)
      if (now === 'more' && isLast && queue !== undefined) ctx.later({ queue, data: { ...task } })
      return now
    })
    if (state !== 'more' || isLast) return state ?? 'done'
  }
}

/** Pieces of both lanes share the batch: whoever cancels it waits for them, and those that come after find it cancelled. */
async function commitPiece(ctx: Ctx, { id, run }: Task, no: number): Promise<State> {
  const batch = await queries.share(ctx, id)
  if (batch?.status !== 'committing' || batch.run !== run) return 'done'
  const lane = await lanes.lock(ctx, batch, no)
  if (!lane || lane.stored_to >= lane.until_no) return 'done'
  const ready = await rows.listReady(ctx, lane, atOnce)
  const isLast = ready.length < atOnce
  const [from, to] = [lane.stored_to, isLast ? lane.until_no : ready.at(-1)!.no]
  const stale = await enter(ctx, batch, { ready, from, to })
  const merged = ready.some(({ outcome }) => outcome === 'match') ? await merge(ctx, batch, await rows.listMatches(ctx, batch, { from, to })) : []
  await rows.markResults(ctx, batch, [...stale, ...merged])
  await lanes.goOn(ctx, lane, to)
  ctx.record('intake.stored', subjectOf(batch), { to })
  return isLast ? 'done' : 'more'
}

interface Result { no: number, result: string, revision: number | null }

/** Answers who was not entered, because somebody else entered the number meanwhile. */
async function enter(ctx: Ctx, batch: BatchRow, { ready, from, to }: { ready: readonly Pick<StagedRow, 'no' | 'outcome' | 'person'>[], from: number, to: number }): Promise<Result[]> {
  const fresh = ready.filter(({ outcome }) => outcome === 'fresh')
  if (fresh.length === 0) return []
  await rows.joinByHash(ctx)
  const entered = new Set(await enterMany(ctx, rows.freshFrom(batch, from, to), fromBatch(batch)))
  return fresh.filter(({ person }) => !entered.has(person!)).map(({ no }) => ({ no, result: 'stale', revision: null }))
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

async function goOnLater(ctx: Ctx, task: Task): Promise<void> {
  const batch = await queries.lock(ctx, task.id)
  if (batch?.status !== 'committing' || batch.run !== task.run) return
  ctx.record('intake.stored', subjectOf(batch))
  ctx.later({ queue: 'intake.commit', data: { ...task } })
}

/** Whoever ends last finds every lane at its end. */
async function finish(ctx: Ctx, { id, run }: Task): Promise<void> {
  const batch = await queries.lock(ctx, id)
  if (batch?.status !== 'committing' || batch.run !== run) return
  const all = await lanes.list(ctx, batch)
  if (all.some(({ stored_to: to, until_no: until }) => to < until)) return
  const results = await rows.countResults(ctx, batch, all)
  await queries.update(ctx, batch, { status: 'done', stored_to: batch.read_to, counts: JSON.stringify({ ...batch.counts as object, results }) })
  ctx.record('intake.done', subjectOf(batch), results)
}
