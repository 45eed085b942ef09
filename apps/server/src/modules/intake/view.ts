import { intakeOutcome, type Field, type Output, type Value, type Values } from '@linli/contract'
import type { Known } from '@linli/contract/words/base/read'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { areaNames } from '../organisation/index.ts'
import { shown } from '../record/index.ts'
import { saidBy } from './commit.ts'
import { countStored, type Lane } from './lane-queries.ts'
import type { BatchRow, StagedRow } from './queries.ts'
import type { Fault } from './rules.ts'
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
      id: row.id, fileName: row.file_name, bytes: row.bytes, status: row.status as BatchView['status'], area: row.area, areaName: names.get(row.area) ?? '', by: row.created_name, at: row.created_at.toISOString(), changedAt: row.changed_at.toISOString(),
      read: row.total, stored: stored.get(row.id) ?? row.stored_to, total: row.read_to, counts: outcomes, results, fault: row.fault, mayCommit: may && row.status === 'ready' && good > 0, mayUndo: may && isUndoable(ctx, row),
      mayCancel: may && ['reading', 'ready', 'committing'].includes(row.status),
    }
  })
}

export const batchView = async (ctx: Ctx, row: BatchRow): Promise<BatchView> => (await batchViews(ctx, [row]))[0]!

/** A row as it may be shown: numbers masked; for somebody known already, what the file says otherwise than the record, codes as they are called. */
export function rowView(ctx: Ctx, row: StagedRow, { lanes, fields, known, names, now }: { lanes: readonly Lane[], fields: readonly Field[], known: Known, names: ReadonlyMap<string, string>, now: ReadonlyMap<string, Values> }): Row {
  const faults = row.faults ? JSON.parse(ctx.crypto.decrypt(row.faults, 'intake.faults')) as Fault[] : []
  return {
    no: row.no, outcome: row.outcome as Row['outcome'], result: (row.result ?? enteredIn(lanes, row)) as Row['result'], name: row.name, number: row.number_masked, phone: row.phone_masked, address: row.address, areaName: names.get(row.area) ?? '',
    person: row.person, twin: row.twin, faults, differences: row.outcome === 'match' && row.result === null ? differences(ctx, row, { fields, known, standing: now.get(row.person ?? '') }) : [],
  }
}

/** Who is new says nothing of its own once it is stored. */
const enteredIn = (lanes: readonly Lane[], { outcome, no }: StagedRow) => (outcome === 'fresh' && lanes.some(({ after_no: after, stored_to: to }) => no > after && no <= to) ? 'entered' : null)

function differences(ctx: Ctx, row: StagedRow, { fields, known, standing }: { fields: readonly Field[], known: Known, standing: Values | undefined }): Row['differences'] {
  if (!standing) return []
  const said = saidBy(ctx, row)
  const differing = fields.filter(({ name }) => name in said && JSON.stringify(said[name] ?? null) !== JSON.stringify(standing[name] ?? null))
  const [before, after] = [shown(differing, standing), shown(differing, said)]
  const called = (table: string | undefined, value: Value): Value => (Array.isArray(value) ? value.map((code) => String(called(table, code))) : known.tables[table ?? '']?.entries.find(({ code }) => code === value)?.label ?? value)
  return differing.map(({ name, label, table }) => ({ field: name, label, before: called(table, before[name] ?? null), after: called(table, after[name] ?? null) }))
}
