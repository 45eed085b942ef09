import type { RecordKind, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import type { JobTools } from '../../kernel/module.ts'
import { beforeOf, fieldsFor, withdrawClaims, type Saying } from '../record/index.ts'
import { inPieces } from './commit.ts'
import { kindOf } from './kinds.ts'
import * as queries from './queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'
import type { Task } from './read.ts'
import * as rows from './row-queries.ts'
import { fromBatch, subjectOf } from './subject.ts'

const atOnce = 1000

/** Takes back what a batch stored: people it entered are gone, values it changed are as before, what it said that did not stand waits no more; whatever was changed since stays and is told. */
export const undoBatch = async (tools: JobTools, task: Task): Promise<void> => void await inPieces(tools, task, { queue: 'intake.undo', piece: undoPiece })

async function undoPiece(ctx: Ctx, { id, run }: Task): Promise<'more' | 'done'> {
  const batch = await queries.lock(ctx, id)
  if (batch?.status !== 'undoing' || batch.run !== run) return 'done'
  const stored = await rows.listStored(ctx, batch, atOnce)
  const last = stored.at(-1)
  if (!last) return finish(ctx, batch)
  const entered = stored.filter(({ result }) => result === 'entered').map(({ no }) => no)
  const gone = new Set(await rows.undoEntered(ctx, batch, entered))
  const back = await putBack(ctx, batch, stored.filter(({ result }) => result === 'changed'))
  await rows.markResults(ctx, batch, [...entered.map((no) => ({ no, result: gone.has(no) ? 'undone' : 'kept', revision: null })), ...back])
  await queries.update(ctx, batch, { stored_to: last.no })
  ctx.record('intake.taken-back', subjectOf(batch), { to: last.no })
  return 'more'
}

/** Only what still stands as the batch wrote it is put back. */
async function putBack(ctx: Ctx, batch: BatchRow, changed: readonly StagedRow[]): Promise<{ no: number, result: string, revision: null }[]> {
  if (changed.length === 0) return []
  const before = new Map((await rows.listBefore(ctx, batch.subdistrict, batch.id, changed.map(({ record }) => record!))).map((one) => [one.record, one]))
  let whole = new Set<string>()
  const wanted = changed.flatMap((row): Saying[] => {
    const revision = before.get(row.record!)
    if (!revision) return []
    const old = beforeOf(ctx, revision)
    return [{
      id: row.record!, says: () => 'take', values: ({ sources }) => {
        const still = revision.fields.filter((field) => (sources[field] as [number, string] | undefined)?.[0] === revision.no)
        if (still.length === revision.fields.length) whole = whole.add(row.record!)
        return Object.fromEntries(still.map((field) => [field, old[field] ?? null])) as Values
      },
    }]
  })
  await kindOf(batch).store.revise(ctx, { subdistrict: batch.subdistrict, fields: await fieldsFor(ctx, batch.kind as RecordKind, batch) }, wanted, { ...fromBatch(batch), source: 'restore' })
  return changed.map(({ no, record }) => ({ no, result: whole.has(record!) ? 'undone' : 'kept', revision: null }))
}

async function finish(ctx: Ctx, batch: BatchRow): Promise<'done'> {
  const results = await rows.countResults(ctx, batch)
  await withdrawClaims(ctx, { subdistrict: batch.subdistrict, source: 'import', ref: batch.id })
  await queries.update(ctx, batch, { status: 'undone', counts: JSON.stringify({ ...batch.counts as object, results }) })
  ctx.record('intake.undone', subjectOf(batch), results)
  return 'done'
}
