import * as z from 'zod'
import { AreaPath, Day, Id, Nothing, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { Limit } from './matter.ts'
import { eventSeverity, eventSource } from './words/index.ts'

const Named = z.object({ id: Id, name: z.string() })
const severity = choice(eventSeverity)

/** What a rule asks besides matter and area: any of the sources, of the severities, of the words; `电动车 充电` means both must occur. */
const asked = { sources: z.array(choice(eventSource)).max(6), severities: z.array(severity).max(4), words: z.array(Text(20)).max(20) }
/** What follows: null for the unit is the community's own; a severity is only raised, a limit is only given where it differs from the matter's. */
const given = { raisesTo: severity.nullable(), limit: Limit.nullable() }

/** An empty condition asks nothing. `id` stays with a rule through all versions; a new rule has none yet. */
const Rule = z.object({ id: Id.optional(), matters: z.array(z.string().max(10)).max(50), areas: z.array(AreaPath).max(50), ...asked, unit: Id.nullable(), person: Id.nullable().default(null), ...given })

export const RoutingRuleView = z.object({
  id: Id,
  matters: z.array(z.object({ code: z.string(), name: z.string() })),
  areas: z.array(z.object({ path: AreaPath, name: z.string() })),
  ...asked,
  /** A rule whose unit no longer handles is passed over. */
  unit: Named.extend({ isActive: z.boolean() }).nullable(),
  /** Who of the unit is to see to it first. */
  person: Named.nullable(),
  ...given,
})

/** `from`: the version whose rules were taken up again. */
export const RoutingVersionView = z.object({ no: z.number().int(), at: When, by: z.string(), note: z.string(), from: z.number().int().nullable(), rules: z.number().int() })

/** Rules that are being written; where nobody has begun, those in force. */
const Draft = z.object({ rules: z.array(RoutingRuleView), isOpen: z.boolean(), changedAt: When.nullable(), changedBy: z.string().nullable(), version: z.number().int().nullable() })

const count = z.number().int()
/** `no` 0 is what no rule says, only the matter's own. `mended`: sent about before, and sent at once to whom it came to in the end; `spoiled`: sent right before. */
const TriedRule = z.object({ no: count, matched: count, moved: count, mended: count, spoiled: count })
const TriedEvent = z.object({ id: Id, number: z.string(), title: z.string(), matter: z.string(), areaName: z.string(), sentAt: When, no: count, from: Named, to: Named.nullable(), finally: z.string().nullable() })

/** `to`: whom it was sent to first; `finally`: who has it now. */
const SentEvent = z.object({ id: Id, number: z.string(), title: z.string(), matter: z.string(), areaName: z.string(), sentAt: When, to: Named, finally: z.string().nullable() })

/** Of the events first sent in the period: sent to one unit only, and sent to whom the rule had said. */
const Accuracy = z.object({ sent: count, missent: count, followed: count, rate: z.number().nullable() })

export const routing = {
  /** The rules in force, or those of an earlier version. */
  rules: reads({ title: '派遣规则', may: 'routing.view', input: z.object({ version: z.number().int().min(1).max(1e6).optional() }), output: z.object({ version: RoutingVersionView.nullable(), rules: z.array(RoutingRuleView) }) }),
  /** Who handles for a unit: whom a rule or a dispatch may name. */
  people: reads({ title: '单位的经办人', may: 'routing.view', input: z.object({ unit: Id }), output: z.object({ rows: z.array(Named) }) }),
  versions: reads({ title: '派遣规则的各版', may: 'routing.view', input: page({}), output: pageOf(RoutingVersionView) }),
  draft: reads({ title: '派遣规则草稿', may: 'routing.manage', input: Nothing, output: Draft }),
  /** `from` is when the draft one has seen was changed, null where there was none: whoever has seen another one is refused. */
  saveDraft: writes({ title: '保存派遣规则草稿', may: 'routing.manage', input: z.object({ rules: z.array(Rule).max(100, '最多 100 条规则'), from: When.nullable() }), output: Draft }),
  dropDraft: writes({ title: '放弃派遣规则草稿', may: 'routing.manage', input: z.object({ from: When.nullable() }), output: Draft }),
  /** What the draft would have suggested for events first sent in the last days, against whom they were sent to. Changes nothing. */
  tryOut: reads({
    title: '试算派遣规则', may: 'routing.manage', perMinute: 60,
    input: z.object({ days: z.number().int().min(1).max(31).default(30), no: z.number().int().min(0).max(100).optional(), from: Id.optional(), to: Id.optional() }),
    output: z.object({
      since: When, looked: count, isMore: z.boolean(), moved: count, mended: count, spoiled: count, rules: z.array(TriedRule),
      flows: z.array(z.object({ no: count, from: Named, to: Named.nullable(), count })),
      rows: z.array(TriedEvent), rowsFound: count,
    }),
  }),
  publish: writes({ title: '发布派遣规则', may: 'routing.manage', input: z.object({ from: When, note: z.string().trim().max(200).default('') }), output: RoutingVersionView }),
  goBack: writes({ title: '恢复派遣规则的早先一版', may: 'routing.manage', input: z.object({ no: z.number().int().min(1).max(1e6), note: z.string().trim().max(200).default('') }), output: RoutingVersionView }),
  /** The events behind a number of the accuracy: of one rule, of none (null), or of all. */
  behind: reads({
    title: '首派准确率的事件', may: 'routing.view',
    input: page({ from: Day, until: Day, rule: Id.nullable().optional(), which: z.enum(['sent', 'missent', 'followed']) }), output: pageOf(SentEvent),
  }),
  /** `formula` says how the rate is computed, with its version. */
  accuracy: reads({
    title: '首派准确率', may: 'routing.view', input: z.object({ from: Day, until: Day }),
    output: z.object({ formula: z.string(), all: Accuracy, rules: z.array(Accuracy.extend({ rule: Id.nullable(), version: count.nullable(), no: count.nullable() })) }),
  }),
}
