import type { RecordMark, Values } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { retiredIn } from '@linli/contract/words/base/read'
import { cameWith, certificateIn, differenceOf, isMoved, isTouched, sentText } from '../cell/index.ts'
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
    else compareOne(reading, one, { mark, now, before: { ...now.values, ...sent(mark) }, seen: Math.min(mark.revision, now.revision) })
  }
}

interface Sides { mark: RecordMark, now: Standing & { name: string, home?: string | undefined }, before: Values, seen: number }

function compareOne(reading: Reading, one: One, { mark, now, before, seen }: Sides): void {
  const { batch, given: { columns }, readOne, labels } = reading
  const [values, was, conflicts, clears]: [Values, Values, string[], string[]] = [{}, {}, [], []]
  for (const { at, title, field } of columns) {
    if (field.part === 'place' || field.part === 'beside') continue
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
  compareBesides(reading, one, { mark, now, found: { values, was, conflicts, clears } })
  one.record = now.id
  // Somebody may live here besides, and mainly where the one who sent the file sees nothing.
  const area = now.area.startsWith(batch.area) ? now.area : batch.area
  one.place = { area, place: area, housing: null, address: null }
  one.returned = { values, before: was, conflicts, clears, seen, now: now.revision, name: now.name }
}

interface Found { values: Values, was: Values, conflicts: string[], clears: string[] }

/** Cells that are no fields of the record: whoever wrote over one is told what comes of it. How somebody lives is changed in their main home; of another one, and of what left it, only on their own page. */
function compareBesides({ given: { known }, readOne, labels, printed }: Reading, one: One, { mark, now, found }: Pick<Sides, 'mark' | 'now'> & { found: Found }): void {
  for (const { at, title, print, beside } of printed) {
    const cell = one.cells?.[at] ?? null
    if (!isTouched(cell, mark, print)) continue
    const fault = (code: string, message: string, isWarning: boolean) => void one.faults.push({ column: beside?.name ?? title.slice(0, 40), title, code, message, isWarning })
    if (!beside) fault('shown.only', '这一列只展示，这里的改动不导入', true)
    else if (beside.name !== 'tags' && mark.line !== now.home) fault('shown.elsewhere', '这不是主要住处，请在一人一档里改，这里的改动不导入', true)
    else {
      const { name } = beside
      const value = now.values[name] ?? null
      const difference = differenceOf(beside, cell, { before: value, masked: value, now: value, label: (code) => labels(beside, code) }, readOne, '111')
      const [retired] = difference && 'value' in difference ? retiredIn(beside, difference.value, known, value) : []
      if (!difference) continue
      if ('fault' in difference) fault(difference.fault.code, difference.fault.message, false)
      else if (retired !== undefined) fault('code.retired', `“${retired}”已经停用，请选别的`, false)
      else {
        if (difference.value === null) found.clears.push(name)
        else found.values[name] = difference.value
        // What went out is only known where it stands still.
        const isOther = isMoved(sentText(value, (code) => labels(beside, code)), mark, print)
        found.was[name] = isOther ? null : value
        if (isOther) found.conflicts.push(name)
      }
    }
  }
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
