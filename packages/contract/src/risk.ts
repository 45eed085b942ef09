import * as z from 'zod'
import { AreaPath, Id, Nothing, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { Limit } from './matter.ts'
import { careKinds, mistakenReason, placeKinds, riskColour, riskKind, riskScale, warnedColours, warningRole, warningState } from './words/index.ts'

const kind = choice(riskKind)
const place = z.enum(placeKinds)
const care = z.enum(careKinds)
const colour = choice(riskColour)
const warned = z.enum(warnedColours)
const count = z.number().int()
const value = z.number().min(0).max(1_000_000)
/** Key of a factor in the catalogue: what it is of, a point, what it is called. */
const Factor = z.string().regex(/^[a-z]+\.[a-z][A-Za-z]*$/).max(40)
/** A building's or grid's path, or the id of a record. */
const Subject = z.union([AreaPath, Id])

const thresholds = z.object({ red: value.nullable(), orange: value.nullable(), yellow: value.nullable(), blue: value.nullable() })

/** `from` gives no points, `to` all of `weight`; `thresholds` give a colour by this rule alone. `days` and `matters` where the factor asks for them, `groups` where it is of people. */
const ruled = {
  name: Text(40), factor: Factor, isOn: z.boolean(), days: count.min(1).max(400).nullable(), from: value, to: value, scale: choice(riskScale), weight: count.min(0).max(100), thresholds,
  owner: Text(40), note: z.string().trim().max(300),
}
/** An empty condition asks nothing. `id` stays with a rule through all versions; a new rule has none yet. */
const Rule = z.object({ id: Id.optional(), ...ruled, matters: z.array(z.string().max(10)).max(50), groups: z.array(z.string().max(10)).max(40), areas: z.array(AreaPath).max(50) })
export const RiskRuleView = z.object({ id: Id, ...ruled, kind, unit: z.string(), matters: z.array(z.object({ code: z.string(), name: z.string() })), groups: z.array(z.string()), areas: z.array(z.object({ path: AreaPath, name: z.string() })) })

const Duty = z.object({ role: choice(warningRole), limit: Limit }).nullable()
/** From how many points a kind has a colour, and who must look by when; null: nobody is warned. */
export const RiskKindRule = z.object({ kind, limits: z.object({ red: count.min(1).max(100), orange: count.min(1).max(100), yellow: count.min(1).max(100), blue: count.min(1).max(100) }), duties: z.object({ red: Duty, orange: Duty, yellow: Duty, blue: Duty }) })
const Kinds = z.array(RiskKindRule).max(7)

const Version = z.object({ no: count, at: When, by: z.string(), note: z.string(), from: count.nullable(), rules: count })
const Draft = z.object({ rules: z.array(RiskRuleView), kinds: Kinds, isOpen: z.boolean(), changedAt: When.nullable(), changedBy: z.string().nullable(), version: count.nullable() })
const FactorView = z.object({ key: Factor, kind, label: z.string(), unit: z.string(), words: z.string(), days: count.nullable(), hasMatters: z.boolean(), hasGroups: z.boolean(), canLookBack: z.boolean() })

/** A record that makes a value: where the screen can open it, its kind and id. */
const RecordView = z.object({ kind: z.string(), id: z.string(), label: z.string(), at: When.nullable() })
/** One rule that spoke: its value, the points it gave, the colour it gives alone, the newest records and how many there are. */
const Part = z.object({ rule: Id, name: z.string(), factor: Factor, label: z.string(), unit: z.string(), words: z.string(), value: z.number(), points: z.number(), weight: count, colour: colour.nullable(), records: z.array(RecordView), count })
/** `id`: of a building and a grid its path. */
const Subjected = { kind, id: Subject, name: z.string(), areaName: z.string(), area: AreaPath }
const Scored = z.object({ ...Subjected, score: z.number(), colour, since: When, reasons: z.array(z.string()), warning: Id.nullable() })

const WarningHead = { id: Id, kind, subject: Subject, name: z.string(), areaName: z.string(), area: AreaPath, colour: warned, score: z.number(), raisedAt: When, role: choice(warningRole), dueAt: When, isOverdue: z.boolean(), escalations: count, state: choice(warningState), reasons: z.array(z.string()) }
const WarningRow = z.object({ ...WarningHead, now: colour.nullable() })
const Photo = z.object({ id: Id, width: count, height: count })
const WarningView = z.object({
  ...WarningHead, version: count, found: z.string().nullable(), done: z.string().nullable(), event: z.object({ id: Id, number: z.string() }).nullable(), reason: choice(mistakenReason).nullable(), note: z.string().nullable(),
  photos: z.array(Photo), closedAt: When.nullable(), closedBy: z.string().nullable(), effect: z.object({ on: When, score: z.number().nullable(), colour: colour.nullable() }).nullable(), mayHandle: z.boolean(), parts: z.array(Part),
})
const Whole = z.object({ ...Subjected, score: z.number(), colour, since: When.nullable(), version: count.nullable(), publishedAt: When.nullable(), parts: z.array(Part), days: z.array(z.object({ day: z.string(), score: z.number(), colour })), warnings: z.array(WarningView) })

/** Null: fewer than five, or one that would give such a number away. */
const Few = count.nullable()
const Counts = z.object({ red: Few, orange: Few, yellow: Few, blue: Few })
const scored = { area: AreaPath.optional(), colours: z.array(warned).max(4).optional(), rule: Id.optional() }
const told = { area: AreaPath.optional(), colours: z.array(warned).max(4).optional(), state: choice(warningState).optional(), isOverdue: z.boolean().optional(), isNew: z.boolean().optional(), isMine: z.boolean().optional(), rule: Id.optional() }

const Tried = z.object({ warned: Few, followed: Few, mistaken: Few })
/** `added`: only the draft would have warned; `dropped`: only the rules in force. */
const TriedSubject = z.object({ ...Subjected, colour: warned, at: When, isFollowed: z.boolean(), change: z.enum(['added', 'kept', 'dropped']) })

export const risk = {
  /** By kind, colour and community (or grid), and what waits. `computedAt` null: no rules have been published. */
  board: reads({ title: '风险看板', may: 'risk.view', input: z.object({ area: AreaPath.optional() }), output: z.object({
    computedAt: When.nullable(), version: count.nullable(), kinds: z.array(z.object({ kind, counts: Counts, warnings: count, mayOpen: z.boolean() })), rows: z.array(z.object({ area: AreaPath, areaName: z.string(), kind, counts: Counts })),
    open: count, overdue: count, fresh: count, mayCare: z.boolean(),
  }) }),
  list: reads({ title: '地点风险列表', may: 'risk.view', input: page({ kind: place, ...scored }), output: pageOf(Scored) }),
  care: reads({ title: '关爱对象风险列表', may: 'risk.person', sensitive: true, input: page({ kind: care, ...scored }), output: pageOf(Scored) }),
  subject: reads({ title: '地点的风险说明', may: 'risk.view', input: z.object({ kind: place, id: Subject }), output: Whole }),
  careSubject: reads({ title: '关爱对象的风险说明', may: 'risk.person', sensitive: true, input: z.object({ kind: care, id: Id }), output: Whole }),
  warnings: reads({ title: '风险预警列表', may: 'risk.view', input: page({ kind: place.optional(), ...told }), output: pageOf(WarningRow) }),
  careWarnings: reads({ title: '关爱对象预警列表', may: 'risk.person', sensitive: true, input: page({ kind: care.optional(), ...told }), output: pageOf(WarningRow) }),
  warning: reads({ title: '风险预警', may: 'risk.view', input: z.object({ id: Id }), output: WarningView }),
  careWarning: reads({ title: '关爱对象预警', may: 'risk.person', sensitive: true, input: z.object({ id: Id }), output: WarningView }),
  /** What was found and done; the event only where one is wanted. */
  dispose: writes({ title: '处置风险预警', may: 'risk.handle', input: z.object({ id: Id, found: Text(500), done: Text(500), photos: z.array(Id).max(9).default([]), event: z.object({ matter: z.string().max(10), description: Text(500) }).optional() }), output: z.object({ state: choice(warningState), event: z.object({ id: Id, number: z.string() }).nullable() }) }),
  mistake: writes({ title: '标记风险误报', may: 'risk.handle', input: z.object({ id: Id, reason: choice(mistakenReason), note: z.string().trim().max(300).default('') }), output: z.object({ state: choice(warningState) }) }),
  export: reads({ title: '导出地点风险列表', may: 'risk.view', sensitive: true, perMinute: 20, input: z.object({ kind: place, ...scored }), output: z.object({ fileName: z.string(), xlsx: z.string(), rows: count, isMore: z.boolean() }) }),

  factors: reads({ title: '风险因子目录', may: 'risk.rule', input: Nothing, output: z.object({ rows: z.array(FactorView) }) }),
  /** The rules in force, or those of an earlier version. */
  rules: reads({ title: '风险规则', may: 'risk.rule', input: z.object({ version: count.min(1).max(1e6).optional() }), output: z.object({ version: Version.nullable(), rules: z.array(RiskRuleView), kinds: Kinds }) }),
  versions: reads({ title: '风险规则的各版', may: 'risk.rule', input: page({}), output: pageOf(Version) }),
  /** How the warnings of each rule in the last days came out. */
  outcomes: reads({ title: '各条规则的预警结果', may: 'risk.rule', input: z.object({ days: count.min(1).max(366).default(90) }), output: z.object({ rows: z.array(z.object({ rule: Id, warned: Few, disposed: Few, mistaken: Few, events: Few, better: Few, measured: Few })) }) }),
  draft: reads({ title: '风险规则草稿', may: 'risk.manage', input: Nothing, output: Draft }),
  /** `from` is when the draft one has seen was changed, null where there was none: whoever has seen another one is refused. */
  saveDraft: writes({ title: '保存风险规则草稿', may: 'risk.manage', input: z.object({ rules: z.array(Rule).max(60, '最多 60 条规则'), kinds: Kinds, from: When.nullable() }), output: Draft }),
  dropDraft: writes({ title: '放弃风险规则草稿', may: 'risk.manage', input: z.object({ from: When.nullable() }), output: Draft }),
  /** What the draft would have warned of in the last four weeks, week by week, against the rules in force. Changes nothing. */
  tryOut: reads({ title: '试算风险规则', may: 'risk.manage', perMinute: 20, input: z.object({ kind }), output: z.object({
    since: When, moments: z.array(When), now: Tried, draft: Tried, rules: z.array(z.object({ rule: Id, warned: Few, followed: Few })), rows: z.array(TriedSubject), found: count, isHidden: z.boolean(), cannotLookBack: z.array(z.string()),
  }) }),
  publish: writes({ title: '发布风险规则', may: 'risk.manage', input: z.object({ from: When, note: z.string().trim().max(200).default('') }), output: Version }),
  goBack: writes({ title: '恢复风险规则的早先一版', may: 'risk.manage', input: z.object({ no: count.min(1).max(1e6), note: z.string().trim().max(200).default('') }), output: Version }),
}
