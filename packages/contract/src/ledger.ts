import * as z from 'zod'
import { Purpose, Value } from './base.ts'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { exportStatus, fieldType, ledgerBase, ledgerKind, lineChange, testBy } from './words/index.ts'

/** One question of a value. Days may be told from today (`-1y`, `+30d`, `-6m`); several values mean any of them. */
export const LedgerTest = z.object({ field: z.string().max(60), by: choice(testBy), value: Value.default(null), isNot: z.boolean().default(false) })
/** All of them must hold; of each, any of its tests. Whatever can be asked with and, or and not can be asked so. */
export const LedgerConditions = z.array(z.object({ any: z.array(LedgerTest).min(1).max(20) })).max(20)
/** A column under the name the office has for it. Without a field nothing of the base fills it: it is typed for this ledger alone. */
export const LedgerColumn = z.object({ field: z.string().max(60).nullable(), label: Text(40) })

/** `logbook`: of which logbook the entries are, where a line is one. */
const definition = { base: choice(ledgerBase), logbook: Id.nullable().default(null), conditions: LedgerConditions, columns: z.array(LedgerColumn).min(1, '请至少选择一列').max(60) }
export const LedgerDraft = z.object(definition)

/** What may be asked of the base and shown of it: the dictionary of fields, and what follows from where somebody lives. */
export const LedgerItem = z.object({
  name: z.string(), label: z.string(), part: z.string(), type: z.union([choice(fieldType), z.literal('area')]), bases: z.array(choice(ledgerBase)), isSensitive: z.boolean(), tests: z.array(choice(testBy)),
  options: z.array(z.object({ code: z.string(), label: z.string() })).nullable(),
})

/** `isShipped`: comes with the platform; it is copied, not changed. `typedColumns`: how many columns nothing of the base fills. */
export const LedgerView = z.object({
  id: Id, kind: choice(ledgerKind), name: z.string(), ...definition, title: z.string().nullable(), signature: z.string().nullable(), isMonthly: z.boolean(), isOwn: z.boolean(), isShipped: z.boolean(), area: AreaPath, areaName: z.string(),
  revision: z.number().int(), typedColumns: z.number().int(), changedBy: z.string(), changedAt: When, mayChange: z.boolean(),
})

/** `lines` and `sensitive` are what the one who decides goes by: how many, and which columns are shown whole. */
export const LedgerExportView = z.object({
  id: Id, name: z.string(), area: AreaPath, areaName: z.string(), purpose: z.string(), isWhole: z.boolean(), sensitive: z.array(z.string()), lines: z.number().int(), status: choice(exportStatus), askedBy: z.string(), askedAt: When,
  decidedBy: z.string().nullable(), decidedAt: When.nullable(), note: z.string().nullable(), expiresAt: When.nullable(), takenAt: When.nullable(), takenLines: z.number().int().nullable(), mayDecide: z.boolean(), mayTake: z.boolean(),
})

/** A ledger as it stood when a month was over. Numbers are kept masked; that they changed is told all the same. */
export const LedgerMonthView = z.object({
  id: Id, ledger: Id, name: z.string(), title: z.string().nullable(), signature: z.string().nullable(), area: AreaPath, areaName: z.string(), month: Day, columns: z.array(LedgerColumn), lines: z.number().int(), isFrozen: z.boolean(), by: z.string(), frozenAt: When.nullable(),
})
const Cells = z.array(z.union([z.string(), z.number(), z.null()]))

/** A kept ledger by its id, or one that is being made; of one's areas or a part of them. */
const asked = { id: Id.optional(), draft: LedgerDraft.optional(), area: AreaPath.optional() }
const oneOf = ({ id, draft }: { id?: string | undefined, draft?: unknown }) => (id === undefined) !== (draft === undefined)

export const ledger = {
  items: reads({ title: '台账可用的项目', may: 'base.view', input: z.object({ logbook: Id.optional() }), output: z.object({ rows: z.array(LedgerItem) }) }),
  list: reads({ title: '名单与台账', may: 'base.view', input: page({ kind: choice(ledgerKind).optional(), base: choice(ledgerBase).optional() }), output: pageOf(LedgerView) }),
  get: reads({ title: '名单或台账的定义', may: 'base.view', input: z.object({ id: Id }), output: LedgerView }),
  /** Along the buildings as people walk. Numbers are masked. */
  rows: reads({
    title: '查看名单与台账', may: 'base.view', sensitive: true, input: page(asked).refine(oneOf, '请选择台账'),
    output: pageOf(z.object({ id: Id, kind: z.enum(['person', 'housing', 'household', 'enterprise', 'thing', 'event', 'entry', 'worker']), cells: z.array(z.union([z.string(), z.number(), z.null()])) })).extend({ columns: z.array(LedgerColumn) }),
  }),
  /** How many lines; asked apart, so that nobody waits for it, and beyond ten thousand not counted on. `typed`: cells that would have to be typed for it alone. */
  count: reads({ title: '名单与台账的行数', may: 'base.view', input: z.object(asked).refine(oneOf, '请选择台账'), output: z.object({ total: z.number().int(), isMore: z.boolean(), typed: z.number().int() }) }),
  /** Which homes of a building have lines of it, and how many: for its chart. */
  homes: reads({ title: '名单在一幢楼里的房屋', may: 'base.view', sensitive: true, input: z.object({ id: Id, building: AreaPath }), output: z.object({ rows: z.array(z.object({ housing: Id, lines: z.number().int() })) }) }),
  /** Without `id` a new one; `area`: kept for a community or the street, without it for oneself. */
  save: writes({
    title: '保存名单或台账', may: 'base.view',
    input: z.object({ id: Id.optional(), revision: z.number().int().min(1).optional(), kind: choice(ledgerKind), name: Text(40), ...definition, title: z.string().trim().max(80).nullable().default(null), signature: z.string().trim().max(120).nullable().default(null), isMonthly: z.boolean().default(false), area: AreaPath.optional() }),
    output: LedgerView,
  }),
  end: writes({ title: '删除名单或台账', may: 'base.view', input: z.object({ id: Id }), output: z.object({ id: Id }) }),
  /** Masked it may be taken at once, for a day. With whole numbers somebody else agrees first, and it is taken once: `/api/ledger/file`. */
  askExport: writes({
    title: '申请导出台账', may: 'ledger.export', perMinute: 30,
    input: z.object({ ...asked, name: Text(40).optional(), isWhole: z.boolean().default(false), purpose: Purpose }).refine(oneOf, '请选择台账'), output: LedgerExportView,
  }),
  exports: reads({ title: '我申请的导出', may: 'ledger.export', input: page({}), output: pageOf(LedgerExportView) }),
  exportsToDecide: reads({ title: '待审批的导出', may: 'ledger.approve', input: page({}), output: pageOf(LedgerExportView) }),
  decideExport: writes({ title: '审批导出', may: 'ledger.approve', input: z.object({ id: Id, isAgreed: z.boolean(), note: z.string().trim().max(200).optional() }), output: LedgerExportView }),
  /** Keeps a ledger of one's area as it stands now, for the month that is ending or the one that has just ended; once. The lines follow as a job. */
  freeze: writes({ title: '固化台账', may: 'ledger.keep', perMinute: 10, input: z.object({ id: Id, area: AreaPath.optional(), month: Day }), output: LedgerMonthView }),
  months: reads({ title: '已固化的台账', may: 'base.view', input: page({ ledger: Id.optional() }), output: pageOf(LedgerMonthView) }),
  monthLines: reads({ title: '查看固化的台账', may: 'base.view', sensitive: true, input: page({ id: Id }), output: pageOf(z.object({ no: z.number().int(), cells: Cells })).extend({ month: LedgerMonthView }) }),
  /** Line by line and cell by cell; columns of one name are compared; all that is not the same, or only lines of one kind. How many of each kind is told with the first page. */
  compareMonths: reads({
    title: '比较两个月的台账', may: 'base.view', sensitive: true, input: page({ before: Id, now: Id, kind: choice(lineChange).optional() }),
    output: pageOf(z.object({ key: Id, kind: choice(lineChange), cells: Cells, changes: z.array(z.object({ label: z.string(), before: Cells.element, now: Cells.element })) })).extend({ columns: z.array(LedgerColumn), counts: z.record(choice(lineChange), z.number().int()).nullable(), lines: z.object({ before: z.number().int(), now: z.number().int() }) }),
  }),
}
