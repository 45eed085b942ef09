import type { RecordMark, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { cameWith, certificateIn, differenceOf } from '../cell/index.ts'
import { beforeOf, listRevisionsSince, masked, type Standing } from '../record/index.ts'
import { kindOf } from './kinds.ts'
import type { One, Reading } from './one.ts'

/** Rows of a ledger that went out, was changed in Excel and came back: each is held against what had gone out and what stands now, cell by cell. */
export async function compareReturned(ctx: Ctx, reading: Reading, read: readonly One[]): Promise<void> {
  if (read.length === 0) return
  const { batch } = reading
  const markIn = ({ mark }: One): RecordMark | undefined => (mark !== 'lost' && mark?.kind === batch.kind ? mark : undefined)
  const marks = read.flatMap((one) => markIn(one) ?? [])
  const standing = await kindOf(batch).store.standing(ctx, batch.subdistrict, [...new Set(marks.map(({ id }) => id))])
  const sent = await sentOf(ctx, marks, standing)
  for (const one of read) {
    const mark = markIn(one)
    const now = mark && standing.get(mark.id)
    const fault = (code: string, message: string) => void one.faults.push({ column: 'name', title: '', code, message, isWarning: false })
    if (one.mark === 'lost') fault('record.lost', '隐藏的“记录编号”被改动，认不出是哪条记录；请重新导出再改')
    else if (!mark) fault('record.kind', '这一行不是这类记录；请不要把几个台账拼在一张表里')
    else if (!now) fault('record.gone', '这条记录已注销、合并，或不在您的辖区')
    else compareOne(reading, one, { now, before: { ...now.values, ...sent(mark) }, seen: Math.min(mark.revision, now.revision) })
  }
}

interface Sides { now: Standing & { name: string }, before: Values, seen: number }

function compareOne({ batch, given: { columns }, readOne, labels }: Reading, one: One, { now, before, seen }: Sides): void {
  const [values, was, conflicts, clears]: [Values, Values, string[], string[]] = [{}, {}, [], []]
  for (const { at, title, field } of columns) {
    if (field.part === 'place') continue
    const { name } = field
    const difference = differenceOf(field, one.cells?.[at] ?? null, { before: before[name] ?? null, masked: masked(field, before[name] ?? null), now: now.values[name] ?? null, label: (code) => labels(field, code) }, readOne, certificateIn({ ...now.values, ...values }, field))
    if (difference === undefined) continue
    if ('fault' in difference) {
      one.faults.push({ column: name, title, ...difference.fault, isWarning: false })
      continue
    }
    if (difference.value === null) clears.push(name)
    else values[name] = difference.value
    was[name] = before[name] ?? null
    if (cameWith(now.sources, name) > seen) conflicts.push(name)
  }
  one.record = now.id
  // Somebody may live here besides, and mainly where the one who sent the file sees nothing.
  const area = now.area.startsWith(batch.area) ? now.area : batch.area
  one.place = { area, place: area, housing: null, address: null }
  one.returned = { values, before: was, conflicts, clears, seen, now: now.revision, name: now.name }
}

/** What stood in a record when it went out, of the fields that were changed since. */
async function sentOf(ctx: Ctx, marks: readonly RecordMark[], standing: ReadonlyMap<string, Standing>): Promise<(mark: RecordMark) => Values> {
  const changed = marks.filter(({ id, revision }) => (standing.get(id)?.revision ?? 0) > revision)
  const [first] = changed
  if (!first) return () => ({})
  const since = Map.groupBy(await listRevisionsSince(ctx, standing.get(first.id)!.subdistrict, changed.map(({ id }) => id), Math.min(...changed.map(({ revision }) => revision))), ({ record }) => record)
  return ({ id, revision }) => {
    const values: Values = {}
    // The oldest change after it went out says what had stood.
    for (const one of since.get(id) ?? []) {
      if (one.no <= revision) continue
      const before = beforeOf(ctx, one)
      for (const field of one.fields) if (!(field in values)) values[field] = before[field] ?? null
    }
    return values
  }
}
