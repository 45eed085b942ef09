import * as z from 'zod'
import { FieldView, Purpose, RevisionView, Values } from './base.ts'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { logbookAbout, logbookColumnTypes } from './words/index.ts'

export const mostLogbookColumns = 40

/** A column as an office writes it; without `name` it is a new one. */
const Column = z.object({
  name: z.string().max(20).optional(), label: Text(30), type: z.enum(logbookColumnTypes), options: z.array(Text(40)).max(60).default([]), max: z.number().int().min(1).max(1_000_000).nullable().default(null), isRequired: z.boolean().default(false), isSensitive: z.boolean().default(false),
})
/** `isEnded`: asked no more, and shown where entries have it. */
export const LogbookColumn = z.object({ name: z.string(), label: z.string(), type: z.enum(logbookColumnTypes), options: z.array(z.string()), max: z.number().nullable(), isRequired: z.boolean(), isSensitive: z.boolean(), isEnded: z.boolean() })

/** A logbook (登记簿): what its entries are about and what is written down of each. `isShipped`: comes with the platform, to be taken over. `subjectLabel`: what it calls that which entries are about. */
export const LogbookView = z.object({
  id: Id, name: z.string(), about: choice(logbookAbout), subjectLabel: z.string(), purpose: z.string(), note: z.string(), columns: z.array(LogbookColumn), hasPhotos: z.boolean(), template: Id.nullable(), isShipped: z.boolean(), isEnded: z.boolean(),
  area: AreaPath, areaName: z.string(), revision: z.number().int(), changedBy: z.string(), changedAt: When, mayChange: z.boolean(),
})

/** Sensitive values are masked; codes are the words themselves. */
const row = {
  id: Id, logbook: Id, logbookName: z.string(), day: Day, subject: z.string(), record: z.object({ kind: z.enum(['enterprise', 'housing', 'thing']), id: Id }).nullable(), area: AreaPath, areaName: z.string(), values: Values, photoCount: z.number().int(),
  by: z.string(), at: When, revision: z.number().int(), withdrawn: z.object({ by: z.string(), at: When, reason: z.string() }).nullable(), mayChange: z.boolean(),
}
export const EntryRow = z.object(row)
export const EntryView = z.object({ ...row, fields: z.array(FieldView), photos: z.array(Id), changes: z.array(RevisionView) })

const Photos = z.array(Id).max(9, '一条最多 9 张照片').default([])

export const logbook = {
  /** What comes with the platform, or what the office and its communities keep. */
  books: reads({ title: '登记簿', may: 'logbook.view', input: page({ isShipped: z.boolean().default(false), withEnded: z.boolean().default(false) }), output: pageOf(LogbookView) }),
  book: reads({ title: '登记簿的设置', may: 'logbook.view', input: z.object({ id: Id }), output: LogbookView.extend({ fields: z.array(FieldView) }) }),
  /** Without `id` a new one for a sub-district or a community, from a shipped one (`template`) or from nothing. Where it is kept, and what its entries are about, stay. */
  save: writes({
    title: '设置登记簿', may: 'logbook.manage',
    input: z.object({
      id: Id.optional(), revision: z.number().int().min(1).optional(), template: Id.optional(), area: AreaPath, name: Text(30), about: choice(logbookAbout), subjectLabel: Text(12), purpose: Text(200), note: z.string().trim().max(200).default(''), hasPhotos: z.boolean().default(true),
      columns: z.array(Column).min(1, '请至少设一栏').max(mostLogbookColumns),
    }),
    output: LogbookView,
  }),
  end: writes({ title: '停用或恢复登记簿', may: 'logbook.manage', input: z.object({ id: Id, isEnded: z.boolean() }), output: LogbookView }),
  /** The newest first. `column`: what one of its columns that may be looked for holds. */
  list: reads({
    title: '登记簿的内容', may: 'base.view',
    input: page({ logbook: Id, area: AreaPath.optional(), from: Day.optional(), until: Day.optional(), text: z.string().trim().max(30).optional(), column: z.object({ name: z.string().max(20), value: z.string().trim().min(1).max(60) }).optional(), withWithdrawn: z.boolean().default(false) }),
    output: pageOf(EntryRow),
  }),
  /** What was written down of one record of the base. */
  of: reads({ title: '一份档案的登记', may: 'base.view', input: page({ record: Id }), output: pageOf(EntryRow.extend({ summary: z.string() })) }),
  get: reads({ title: '一条登记', may: 'base.view', input: z.object({ id: Id }), output: EntryView }),
  /** `record`, or `named`: what the record is called, where that says which; of a place in words it stands among the values. */
  enter: writes({ title: '登记一条', may: 'base.edit', perMinute: 600, input: z.object({ logbook: Id, record: Id.optional(), named: z.string().trim().max(80).optional(), area: AreaPath.optional(), values: Values, photos: Photos, isFromGrid: z.boolean().default(false) }), output: EntryRow }),
  change: writes({ title: '修改一条登记', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values, photos: Photos }), output: EntryRow }),
  withdraw: writes({ title: '撤回一条登记', may: 'base.edit', input: z.object({ id: Id, reason: Text(100) }), output: EntryRow }),
  reveal: writes({ title: '查看登记的完整内容', may: 'base.reveal', input: z.object({ id: Id, field: z.string().max(20), purpose: Purpose }), output: z.object({ value: z.string() }) }),
}
