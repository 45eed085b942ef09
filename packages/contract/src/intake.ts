import * as z from 'zod'
import { Value } from './base.ts'
import { AreaPath, Id, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { intakeKind, intakeMerge, intakeOutcome, intakeResult, intakeStatus } from './words/index.ts'

/** The largest file: 200,000 rows of 60 columns are some 40 MB of xlsx. */
export const mostIntakeBytes = 60 * 1024 * 1024
export const mostIntakeRows = 200_000
export const mostIntakeColumns = 60

const Count = z.number().int().min(0)
const Column = z.object({ at: z.number().int().min(0).max(16_384), title: z.string(), name: z.string().nullable() })

/** `counts`: rows by what they are and by what became of them; `wrong`: rows by the column that is wrong with them. */
export const IntakeView = z.object({
  id: Id, kind: choice(intakeKind), fileName: z.string(), bytes: Count, status: choice(intakeStatus), area: AreaPath, areaName: z.string(), by: z.string(), at: When, changedAt: When,
  read: Count, stored: Count, total: Count, counts: z.partialRecord(choice(intakeOutcome), Count), results: z.partialRecord(choice(intakeResult), Count), fault: z.string().nullable(), mayCommit: z.boolean(), mayUndo: z.boolean(), mayCancel: z.boolean(),
})

/** Of a ledger that came back: cells that differ from what went out, those that are to be taken, those that were changed here too, and those that were emptied. */
const Cells = z.object({ cells: Count, taken: Count, conflicts: Count, clears: Count })

/** `isReturned`: a ledger that went out, was changed in Excel and came back. */
export const IntakeLook = IntakeView.extend({
  isReturned: z.boolean(), cells: Cells.nullable(),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })), sheet: Count, row: Count, depth: Count, columns: z.array(Column), role: z.string(),
  /** The first rows of the sheet, numbers masked, to point at the header. */
  head: z.array(z.object({ no: Count, cells: z.array(z.string()) })), wrong: z.array(z.object({ field: z.string(), label: z.string(), rows: Count })),
  fields: z.array(z.object({ name: z.string(), label: z.string(), part: z.string() })), roles: z.array(z.object({ code: z.string(), label: z.string() })),
})

/** Of a row that came back also what had gone out, whether it was changed here since, and whether it is to be taken. */
const Fault = z.object({ column: z.string(), title: z.string(), code: z.string(), message: z.string(), isWarning: z.boolean() })
const Difference = z.object({ field: z.string(), label: z.string(), before: Value, after: Value, sent: Value.optional(), isConflict: z.boolean().optional(), isTaken: z.boolean().optional() })
export const IntakeRow = z.object({
  no: Count, outcome: choice(intakeOutcome), result: choice(intakeResult).nullable(), name: z.string().nullable(), number: z.string().nullable(), phone: z.string().nullable(), address: z.string().nullable(), areaName: z.string(),
  record: Id.nullable(), twin: Count.nullable(), faults: z.array(Fault), differences: z.array(Difference),
})

const Choices = z.object({ otherwise: choice(intakeMerge).default('fill'), fields: z.record(z.string().max(40), choice(intakeMerge)).refine((fields) => Object.keys(fields).length <= 120, '一次最多 120 项').default({}) })

export const intake = {
  list: reads({ title: '导入批次', may: 'base.edit', input: page({}), output: pageOf(IntakeView) }),
  get: reads({ title: '一次导入的情况', may: 'base.edit', input: z.object({ id: Id }), output: IntakeLook }),
  rows: reads({ title: '导入的各行', may: 'base.edit', sensitive: true, input: page({ id: Id, outcome: choice(intakeOutcome).optional(), wrong: z.string().max(40).optional(), isConflict: z.boolean().optional() }), output: pageOf(IntakeRow) }),
  /** The file with the rows that are to be mended, and a column that says what is wrong. */
  faults: reads({ title: '下载待修改的行', may: 'base.edit', sensitive: true, perMinute: 10, input: z.object({ id: Id }), output: z.object({ fileName: z.string(), xlsx: z.string(), rows: Count, isMore: z.boolean() }) }),
  /** Rows that something is wrong with, whole, by the columns of the file that were recognised: a hundred at a time, those that stand behind the row `after`. */
  toMend: reads({
    title: '导入中待修改的行', may: 'base.edit', sensitive: true, input: z.object({ id: Id, after: Count.default(0) }),
    output: z.object({ columns: z.array(z.object({ name: z.string(), title: z.string() })), next: Count.nullable(), rows: z.array(z.object({ no: Count, cells: z.record(z.string(), z.string()), faults: z.array(Fault) })) }),
  }),
  mend: writes({ title: '修改导入的行', may: 'base.edit', input: z.object({ id: Id, rows: z.array(z.object({ no: Count, cells: z.record(z.string().max(40), z.string().max(2000)) })).min(1).max(100) }), output: IntakeView }),
  /** Reads the file anew, from another sheet, with the header elsewhere or the columns taken for something else; what was chosen for a title is remembered. */
  read: writes({
    title: '重新读取导入文件', may: 'base.edit',
    input: z.object({ id: Id, sheet: z.number().int().min(0).max(1000), header: z.object({ row: z.number().int().min(1).max(1000), depth: z.number().int().min(1).max(2) }).optional(), columns: z.array(z.object({ at: z.number().int().min(0).max(16_384), name: z.string().max(40).nullable() })).max(500).default([]), role: z.string().max(10).default('02'), kind: choice(intakeKind).optional() }),
    output: IntakeView,
  }),
  /** Of a ledger that came back: which cells are to be taken, one by one, or all of them alike. */
  choose: writes({
    title: '选择要采纳的改动', may: 'base.edit',
    input: z.object({ id: Id, cells: z.array(z.object({ no: z.number().int().min(1), field: z.string().max(40) })).max(200).default([]), which: z.enum(['all', 'conflicts', 'clears']).optional(), isTaken: z.boolean() }).refine(({ cells, which }) => (which === undefined) !== (cells.length === 0), '请选择改动'),
    output: z.object({ id: Id, cells: Cells }),
  }),
  commit: writes({ title: '确认导入', may: 'base.edit', input: z.object({ id: Id, which: z.enum(['all', 'good']), merge: Choices.default({ otherwise: 'fill', fields: {} }) }), output: IntakeView }),
  cancel: writes({ title: '取消导入', may: 'base.edit', input: z.object({ id: Id }), output: IntakeView }),
  undo: writes({ title: '撤销一次导入', may: 'base.edit', input: z.object({ id: Id }), output: IntakeView }),
}
