import * as z from 'zod'
import { AreaPath, Day, Id, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { bulletinRhythm, bulletinStatus, bulletinStep, indicatorBand, indicatorScale } from './words/index.ts'

const Code = z.string().min(1).max(40)
const Source = z.string().max(30)
/** Places a report tells apart: each community, or each grid. */
const Level = z.enum(['community', 'grid'])
const title = Text(30)

/** One part of a report. `isOfPeriod`: what happened is counted over the report's own day, week or month, whatever the indicator's period is. */
export const BulletinPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figures'), title, codes: z.array(Code).min(1, '请选择指标').max(30, '最多 30 个指标'), isOfPeriod: z.boolean().default(true) }),
  z.object({ kind: z.literal('table'), title, codes: z.array(Code).min(1, '请选择指标').max(8, '一张表最多 8 个指标'), level: Level, isOfPeriod: z.boolean().default(true) }),
  z.object({ kind: z.literal('pivot'), title, source: Source, dimension: z.string().max(30), level: Level }),
  z.object({ kind: z.literal('trend'), title, code: Code, days: z.number().int().min(7).max(92) }),
])

const words = z.string().trim().max(2000, '最多 2000 个字').default('')
/** `office`: who publishes (发文单位); `heading`: the title of each issue; `mark`: what stands before the number: 临街统〔2026〕第 47 期. `isRed`: the heading is red (套红). */
export const BulletinDefinition = z.object({
  name: Text(30), area: AreaPath, rhythm: choice(bulletinRhythm), office: Text(40), heading: Text(40), mark: z.string().trim().max(12, '最多 12 个字').default(''), isRed: z.boolean().default(true),
  parts: z.array(BulletinPart).min(1, '请至少选一部分内容').max(12, '最多 12 部分'), before: words, after: words,
})

const Value = z.object({ value: z.number().nullable(), band: choice(indicatorBand).nullable(), isSuppressed: z.boolean() })
/** What is counted behind a number, and when. */
const Term = z.object({ source: Source, key: z.string(), label: z.string(), isBelow: z.boolean() })
const Head = z.object({ code: Code, name: z.string(), scale: choice(indicatorScale), formula: z.string(), version: z.number().int(), from: Day, until: Day, isFlow: z.boolean(), target: z.number().nullable(), best: z.enum(['high', 'low']).nullable(), terms: z.array(Term) })
const Place = z.object({ area: AreaPath, name: z.string(), isWhole: z.boolean() })
/** `note`: what is left out, and why. */
const about = { title: z.string(), note: z.string() }

/** A part as it was counted. */
export const BulletinCounted = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('figures'), ...about, rows: z.array(Head.extend({ ...Value.shape, before: z.number().nullable(), lastYear: z.number().nullable() })) }),
  z.object({ kind: z.literal('table'), ...about, columns: z.array(Head), rows: z.array(Place.extend({ values: z.array(Value) })) }),
  z.object({ kind: z.literal('pivot'), ...about, words: z.string(), source: Source, from: Day.nullable(), until: Day.nullable(), columns: z.array(z.object({ key: z.string().nullable(), label: z.string() })), rows: z.array(Place.extend({ counts: z.array(z.number().int().nullable()) })) }),
  z.object({ kind: z.literal('trend'), ...about, column: Head, rows: z.array(z.object({ day: Day, value: z.number().nullable(), isSuppressed: z.boolean() })) }),
])
/** What an issue is frozen as: its heading and every part. `countedAt`: how far changes had been counted. */
export const BulletinContent = z.object({ office: z.string(), heading: z.string(), mark: z.string(), isRed: z.boolean(), areaName: z.string(), countedAt: When.nullable(), parts: z.array(BulletinCounted) })

export const BulletinView = BulletinDefinition.extend({
  id: Id, areaName: z.string(), isEnded: z.boolean(), changedBy: z.string(), changedAt: When, mayChange: z.boolean(),
  /** The period that is over and would be made now; nothing for what has no rhythm. */
  due: z.object({ from: Day, until: Day, isMade: z.boolean() }).nullable(),
})

const By = z.object({ name: z.string(), at: When })
const IssueHead = z.object({ id: Id, bulletin: Id, name: z.string(), rhythm: choice(bulletinRhythm), area: AreaPath, areaName: z.string(), from: Day, until: Day, status: choice(bulletinStatus), number: z.string().nullable(), madeBy: z.string(), madeAt: When, signed: By.nullable(), isReplaced: z.boolean() })
/** `replaces`: the issue it corrects. `sources`: what may be opened by whoever looks. `digest`: over all that was signed. */
export const BulletinIssueView = IssueHead.extend({
  content: BulletinContent, before: z.string(), after: z.string(), submitted: By.nullable(), reviewed: By.nullable(), reason: z.string().nullable(), why: z.string().nullable(),
  replaces: z.object({ id: Id, number: z.string().nullable() }).nullable(), replacedBy: z.object({ id: Id, number: z.string().nullable() }).nullable(),
  digest: z.string().nullable(), steps: z.array(choice(bulletinStep)), mayCorrect: z.boolean(), sources: z.array(z.string()),
})

const reason = z.string().trim().max(200, '最多 200 个字').default('')
const decided = z.object({ id: Id, isAgreed: z.boolean(), reason }).refine((asked) => asked.isAgreed || asked.reason !== '', { path: ['reason'], message: '请写明退回的原因' })

export const bulletin = {
  /** The reports that are kept for places in one's areas. */
  list: reads({ title: '报表', may: 'indicator.view', input: z.object({ isAll: z.boolean().default(false) }), output: z.object({ rows: z.array(BulletinView) }) }),
  get: reads({ title: '一份报表的设置', may: 'indicator.view', input: z.object({ id: Id }), output: BulletinView }),
  /** What it would say of the period that is over; nothing is kept. */
  preview: reads({ title: '预览报表', may: 'bulletin.make', perMinute: 60, input: z.object({ definition: BulletinDefinition }), output: z.object({ content: BulletinContent, from: Day, until: Day }) }),
  save: writes({ title: '保存报表', may: 'bulletin.make', input: z.object({ id: Id.optional(), seen: When.optional(), definition: BulletinDefinition }), output: BulletinView }),
  /** No longer made by itself, or again. */
  end: writes({ title: '停用或恢复报表', may: 'bulletin.make', input: z.object({ id: Id, isEnded: z.boolean() }), output: BulletinView }),
  /** An issue at once: of the period that is over or one before it (`on`: a day of it); of what has no rhythm, of the days that are told. `replaces` corrects a signed one, of the same period. */
  make: writes({ title: '制作一期报表', may: 'bulletin.make', perMinute: 30, input: z.object({ id: Id, on: Day.optional(), from: Day.optional(), until: Day.optional(), replaces: Id.optional(), why: z.string().trim().max(200, '最多 200 个字').default('') }), output: BulletinIssueView }),
  issues: reads({ title: '各期报表', may: 'indicator.view', input: page({ bulletin: Id.optional(), status: choice(bulletinStatus).optional(), isWaiting: z.boolean().optional() }), output: pageOf(IssueHead) }),
  issue: reads({ title: '一期报表', may: 'indicator.view', input: z.object({ id: Id }), output: BulletinIssueView }),
  /** The words around the figures; the figures stay as they were counted. */
  word: writes({ title: '修改一期报表的文字', may: 'bulletin.make', input: z.object({ id: Id, before: words, after: words }), output: BulletinIssueView }),
  submit: writes({ title: '报表送审', may: 'bulletin.make', input: z.object({ id: Id }), output: BulletinIssueView }),
  drop: writes({ title: '作废一期报表', may: 'bulletin.make', input: z.object({ id: Id, reason: Text(200) }), output: BulletinIssueView }),
  review: writes({ title: '审核报表', may: 'bulletin.review', input: decided, output: BulletinIssueView }),
  sign: writes({ title: '签发报表', may: 'bulletin.sign', input: decided, output: BulletinIssueView }),
  /** As a spreadsheet or a paper in base64; each is on record. */
  file: reads({ title: '下载报表', may: 'indicator.view', sensitive: true, perMinute: 20, input: z.object({ id: Id, format: z.enum(['xlsx', 'pdf']) }), output: z.object({ fileName: z.string(), content: z.string() }) }),
  /** Whether what was signed stands as it was: of an issue, or by the digest that is printed on it (its first 16 letters do). */
  verify: reads({ title: '核验报表', may: 'indicator.view', input: z.object({ digest: z.string().trim().toLowerCase().regex(/^[0-9a-f]{16,64}$/, '请填写报表末尾的摘要，至少前 16 位') }), output: z.object({ issue: IssueHead.nullable(), digest: z.string().nullable(), isWhole: z.boolean() }) }),
}
