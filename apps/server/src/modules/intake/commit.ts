import type { IntakeMerge, IntakeResult, RecordKind, Value, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { cameWith } from '../cell/index.ts'
import { enterMany, valuesOf } from '../person/index.ts'
import { fieldsFor, type Saying, type Standing } from '../record/index.ts'
import { kindOf } from './kinds.ts'
import * as lanes from './lane-queries.ts'
import { partsOf } from './lane-rules.ts'
import type { Also } from './one.ts'
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

/** What is confirmed is stored in several lanes, three at once: PostgreSQL works for each connection on a processor of its own, and while one waits another does not. So none is left to the end alone, there are more; a file of a few rows is one. */
const [mostLanes, lanesAtOnce] = [8, 3]

export async function openLanes(ctx: Ctx, { subdistrict, id, run, area, read_to: end }: BatchRow, ready: number): Promise<void> {
  const count = Math.max(1, Math.min(mostLanes, Math.floor(ready / atOnce)))
  await lanes.open(ctx, partsOf(end, count).map(([after, until], nth) => ({ subdistrict, batch: id, run, lane: nth + 1, area, after_no: after, until_no: until, stored_to: after })))
}

/** Stores a batch, piece by piece, each in one transaction with how far its lane has come: killed at any moment, the next start goes on where it was. */
export async function commitBatch(tools: JobTools, task: Task): Promise<void> {
  const open = await tools.read(task.area, async (ctx) => {
    const batch = await queries.find(ctx, task.id)
    return batch ? lanes.list(ctx, batch) : []
  })
  const until = Date.now() + longest
  const [states, next] = [[] as State[], open.values()]
  await Promise.all(Array.from({ length: lanesAtOnce }, async () => {
    for (const { lane } of next) states.push(await inPieces(tools, task, { until, piece: (ctx) => commitPiece(ctx, task, lane) }))
  }))
  await tools.write(task.area, (ctx) => (states.includes('more') ? goOnLater(ctx, task) : finish(ctx, task)))
}

type State = 'more' | 'done'

/** Does a work piece by piece until it is done, or has taken so long that it is to go on as another job. */
export async function inPieces(tools: JobTools, task: Task, { queue, until = Date.now() + longest, piece }: { queue?: string, until?: number, piece: (ctx: Ctx, task: Task) => Promise<State> }): Promise<State> {
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

/** Pieces of all lanes share the batch: whoever cancels it waits for them, and those that come after find it cancelled. */
async function commitPiece(ctx: Ctx, { id, run }: Task, no: number): Promise<State> {
  const batch = await queries.share(ctx, id)
  if (batch?.status !== 'committing' || batch.run !== run) return 'done'
  const lane = await lanes.lock(ctx, batch, no)
  if (!lane || lane.stored_to >= lane.until_no) return 'done'
  const ready = await rows.listReady(ctx, lane, atOnce)
  const isLast = ready.length < atOnce
  const part = { from: lane.stored_to, to: isLast ? lane.until_no : ready.at(-1)!.no }
  const stale = await enter(ctx, batch, ready, part)
  const merged = ready.some(({ outcome }) => outcome === 'match') ? await merge(ctx, batch, await rows.listPart(ctx, batch, part, 'match')) : []
  await rows.markResults(ctx, batch, [...stale, ...merged])
  const entered = ready.filter(({ outcome }) => outcome === 'fresh').length - stale.length
  await lanes.goOn(ctx, lane, { to: part.to, results: summed([lane.results as lanes.Results, { entered }, ...[...stale, ...merged].map(({ result }) => ({ [result]: 1 }))]) })
  ctx.record('intake.stored', subjectOf(batch), { to: part.to })
  return isLast ? 'done' : 'more'
}

interface Result { no: number, result: IntakeResult, revision: number | null }

function summed(all: readonly lanes.Results[]): lanes.Results {
  const sums: lanes.Results = {}
  for (const one of all) for (const [result, count] of Object.entries(one) as [IntakeResult, number][]) if (count > 0) sums[result] = (sums[result] ?? 0) + count
  return sums
}

/** Answers what was not entered, because somebody else entered the number meanwhile; of the others it is told by how far the lane has come. */
async function enter(ctx: Ctx, batch: BatchRow, ready: readonly Pick<StagedRow, 'no' | 'outcome' | 'record'>[], part: rows.Part): Promise<Result[]> {
  const fresh = ready.filter(({ outcome }) => outcome === 'fresh')
  if (fresh.length === 0) return []
  const entered = new Set(batch.kind === 'person' ? await enterPeople(ctx, batch, part) : await enterOthers(ctx, batch, part))
  return fresh.filter(({ record }) => !entered.has(record!)).map(({ no }) => ({ no, result: 'stale', revision: null }))
}

/** There may be a hundred thousand of them: they are stored where they lie and not fetched. */
async function enterPeople(ctx: Ctx, batch: BatchRow, part: rows.Part): Promise<string[]> {
  await rows.joinByHash(ctx)
  return enterMany(ctx, rows.freshFrom(batch, part), fromBatch(batch))
}

async function enterOthers(ctx: Ctx, batch: BatchRow, part: rows.Part): Promise<string[]> {
  const brought = (await rows.listPart(ctx, batch, part, 'fresh')).map((row) => {
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
  const ended = await lanes.list(ctx, batch)
  if (ended.some(({ stored_to: to, until_no: until }) => to < until)) return
  const results = summed(ended.map((lane) => lane.results as lanes.Results))
  await queries.update(ctx, batch, { status: 'done', stored_to: batch.read_to, counts: JSON.stringify({ ...batch.counts as object, results }) })
  ctx.record('intake.done', subjectOf(batch), results)
}
