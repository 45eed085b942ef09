import * as z from 'zod'
import { Day, Id, Nothing, Text, choice, reads, writes } from './kit.ts'
import { areaClass, eventSeverity, limitUnit, unitKind } from './words/index.ts'

/** A limit as the office writes it: 4 工作时, 2 工作日. A thousand workdays are four years, and the calendar is not asked for more than ten. */
export const Limit = z.object({ amount: z.number().int().min(1).max(1000), unit: choice(limitUnit) })

/** A limit for a class of areas, for a severity, or for both; `matter` says for which matter or group it was set. */
export const SpecialLimit = z.object({ matter: z.string(), areaClass: choice(areaClass).nullable(), severity: choice(eventSeverity).nullable(), limit: Limit })

export const MatterView = z.object({
  code: z.string(),
  name: z.string(),
  parent: z.string().nullable(),
  /** The standard the code comes from, and the codes it had in other standards. */
  standard: z.string(),
  mapped: z.array(z.object({ standard: z.string(), code: z.string() })),
  isLeaf: z.boolean(),
  handleLimit: Limit.nullable(),
  /** What speaks instead of it in a class of areas or at a severity, the most particular first. */
  specialLimits: z.array(SpecialLimit),
  unit: z.object({ id: Id, name: z.string(), kind: choice(unitKind) }).nullable(),
  /** A community handles it itself where no unit is named. */
  byCommunity: z.boolean(),
  isConfidential: z.boolean(),
  from: Day,
  until: Day.nullable(),
})

export const MatterHint = z.object({ code: z.string(), name: z.string(), path: z.string(), score: z.number() })

/** How an office handles: days after the closing and how often residents may ask for re-handling, how often a limit may be extended, and within how many metres and hours two reports of one matter are alike. */
const OfficeRule = z.object({
  reopenDays: z.number().int().min(0).max(90), mostReopened: z.number().int().min(0).max(9), mostExtensions: z.number().int().min(0).max(9),
  alikeMetres: z.number().int().min(1).max(1000), alikeHours: z.number().int().min(1).max(720),
})

export const matter = {
  tree: reads({ title: '事项目录', may: 'signed-in', input: z.object({ withRetired: z.boolean().default(false) }), output: z.object({ rows: z.array(MatterView) }) }),
  suggest: reads({ title: '从描述推荐事项', may: 'signed-in', input: z.object({ text: z.string().max(1000) }), output: z.object({ rows: z.array(MatterHint) }) }),
  create: writes({ title: '新增事项', may: 'matter.manage', input: z.object({ parent: z.string(), code: z.string().regex(/^[A-Z0-9]{2,10}$/, '编码为 2–10 位大写字母或数字'), name: Text(40), words: z.array(Text(20)).max(30) }), output: MatterView }),
  change: writes({ title: '修改事项', may: 'matter.manage', input: z.object({ code: z.string(), name: Text(40), isConfidential: z.boolean(), until: Day.nullable() }), output: MatterView }),
  /** The office's own rule for a matter: the limit for handling and who handles it. Stored deadlines do not change. */
  setRule: writes({ title: '设置事项时限与办理单位', may: 'matter.manage', input: z.object({ code: z.string(), handleLimit: Limit, unit: Id.nullable(), byCommunity: z.boolean() }), output: MatterView }),
  /** A limit of the office's own for a class of areas, a severity or both; null takes it away. */
  setSpecialLimit: writes({ title: '设置按区域与级别的时限', may: 'matter.manage', input: z.object({ code: z.string(), areaClass: choice(areaClass).nullable(), severity: choice(eventSeverity).nullable(), limit: Limit.nullable() }), output: MatterView }),
  stepLimits: reads({ title: '各环节时限', may: 'signed-in', input: Nothing, output: z.object({ rows: z.array(z.object({ status: z.string(), limit: Limit })) }) }),
  setStepLimit: writes({ title: '设置环节时限', may: 'matter.manage', input: z.object({ status: z.string(), limit: Limit }), output: Nothing }),
  officeRule: reads({ title: '办理规则', may: 'signed-in', input: Nothing, output: OfficeRule }),
  setOfficeRule: writes({ title: '设置办理规则', may: 'matter.manage', input: OfficeRule, output: OfficeRule }),
}
