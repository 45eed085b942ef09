import { intakeOutcome, type Field, type Output, type Value } from '@linli/contract'
import type { Known } from '@linli/contract/words/base/read'
import { maskNumbers } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { Fault, Texts } from '../cell/index.ts'
import { areaNames } from '../organisation/index.ts'
import { shown, type Standing } from '../record/index.ts'
import { isTaken, saidBy, saidIn } from './commit.ts'
import { countStored } from './lane-queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'
import { undoDays } from './subject.ts'

export type BatchView = Output<'intake', 'cancel'>
type Row = Output<'intake', 'rows'>['rows'][number]
/** What was counted when a run had been read, and when it had been stored. */
export interface Counts { outcomes?: Partial<Record<keyof typeof intakeOutcome, number>>, wrong?: Record<string, number>, results?: BatchView['results'] }

/** What it stored is known for so long. */
export const isUndoable = ({ now }: Pick<Ctx, 'now'>, { status, changed_at: at }: BatchRow) => status === 'done' && now.getTime() - at.getTime() < undoDays * 86_400_000

export async function batchViews(ctx: Ctx, rows: readonly BatchRow[]): Promise<BatchView[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  const stored = await countStored(ctx, rows.filter(({ status }) => status === 'committing'))
  return rows.map((row) => {
    const { outcomes = {}, results = {} } = row.counts as Counts
    const may = mayIn(ctx.actor, 'base.edit', row.area)
    const good = (outcomes.fresh ?? 0) + (outcomes.match ?? 0)
    return {
      id: row.id, kind: row.kind as BatchView['kind'], fileName: row.file_name, bytes: row.bytes, status: row.status as BatchView['status'], area: row.area, areaName: names.get(row.area) ?? '', by: row.created_name, at: row.created_at.toISOString(), changedAt: row.changed_at.toISOString(),
      read: row.total, stored: stored.get(row.id) ?? row.stored_to, total: row.read_to, counts: outcomes, results, fault: row.fault, mayCommit: may && row.status === 'ready' && good > 0, mayUndo: may && isUndoable(ctx, row),
      mayCancel: may && ['reading', 'ready', 'committing'].includes(row.status),
    }
  })
}

export const batchView = async (ctx: Ctx, row: BatchRow): Promise<BatchView> => (await batchViews(ctx, [row]))[0]!

export const faultsOf = (ctx: Pick<Ctx, 'crypto'>, { faults }: Pick<StagedRow, 'faults'>): Fault[] => (faults ? JSON.parse(ctx.crypto.decrypt(faults, 'intake.faults')) as Fault[] : [])
export const textsOf = (ctx: Pick<Ctx, 'crypto'>, { cells }: Pick<StagedRow, 'cells'>): Texts => (cells ? JSON.parse(ctx.crypto.decrypt(cells, 'intake.cells')) as Texts : {})

/** Numbers are whole for who sent the file in, and masked for everybody else. */
export const shownIn = ({ actor }: Ctx, { created_by: sender }: BatchRow) => (sender === actor.id ? (text: string) => text : maskNumbers)

/** A row as it may be shown: numbers masked; for somebody known already, what the file says otherwise than the record, codes as they are called. */
export function rowView(ctx: Ctx, row: StagedRow, { fields, known, names, now }: { fields: readonly Field[], known: Known, names: ReadonlyMap<string, string>, now: ReadonlyMap<string, Standing & { name: string }> }): Row {
  const faults = faultsOf(ctx, row)
  return {
    no: row.no, outcome: row.outcome as Row['outcome'], result: row.result as Row['result'], name: row.name, number: row.number_masked, phone: row.phone_masked, address: row.address, areaName: names.get(row.area) ?? '',
    record: row.record, twin: row.twin, faults, differences: row.outcome === 'match' && (row.result === null || row.seen !== null) ? differences(ctx, row, { fields, known, standing: now.get(row.record ?? '') }) : [],
  }
}

function differences(ctx: Ctx, row: StagedRow, { fields, known, standing }: { fields: readonly Field[], known: Known, standing: Standing | undefined }): Row['differences'] {
  if (!standing) return []
  const said = saidBy(ctx, row)
  const sent = saidIn(ctx, row).before
  // What came of it is told as it was when it was looked over.
  const stood = row.result === null ? standing.values : { ...standing.values, ...sent }
  const differing = fields.filter(({ name }) => name in said && (row.seen !== null || JSON.stringify(said[name] ?? null) !== JSON.stringify(standing.values[name] ?? null)))
  const [before, after, was] = [shown(differing, stood), shown(differing, said), shown(differing, sent)]
  const called = (table: string | undefined, value: Value): Value => (Array.isArray(value) ? value.map((code) => String(called(table, code))) : [...known.tables[table ?? '']?.entries ?? [], ...known.tables[table ?? '']?.retired ?? []].find(({ code }) => code === value)?.label ?? value)
  return differing.map(({ name, label, table }) => ({
    field: name, label, before: called(table, before[name] ?? null), after: called(table, after[name] ?? null),
    ...row.seen !== null && { isConflict: row.conflicts.includes(name), sent: called(table, was[name] ?? null), isTaken: isTaken(row, name) },
  }))
}
