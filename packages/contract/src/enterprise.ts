import * as z from 'zod'
import { FieldView, OwnWanted, Purpose, RevisionView, Values, Whereabouts } from './base.ts'
import { AreaPath, Id, When, page, pageOf, reads, writes } from './kit.ts'

/** An enterprise, sole trader, social organisation, school or key place; `sort` says which. Numbers are masked. */
export const EnterpriseRow = z.object({
  id: Id, name: z.string(), sort: z.string().nullable(), creditCode: z.string().nullable(), industry: z.string().nullable(), state: z.string().nullable(), attention: z.string().nullable(), phone: z.string().nullable(),
  placeKinds: z.array(z.string()), tags: z.array(z.string()), area: AreaPath, areaName: z.string(), housing: Id.nullable(), address: z.string().nullable(), changedAt: When,
})

export const EnterpriseView = EnterpriseRow.extend({ values: Values, revision: z.number().int(), checkedAt: When, mayEdit: z.boolean(), mayReveal: z.boolean() })

const Code = z.string().max(10).optional()

export const enterprise = {
  fields: reads({ title: '企业与组织登记的项目', may: 'base.view', input: z.object({ area: AreaPath }), output: z.object({ rows: z.array(FieldView) }) }),
  list: reads({ title: '企业与组织列表', may: 'base.view', sensitive: true, input: page({ area: AreaPath.optional(), housing: Id.optional(), sort: Code, industry: Code, state: Code, placeKind: Code, attention: Code, own: OwnWanted.optional(), tag: z.string().max(20).optional() }), output: pageOf(EnterpriseRow) }),
  get: reads({ title: '一企一档', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: EnterpriseView }),
  enter: writes({ title: '登记企业与组织', may: 'base.edit', input: z.object({ values: Values, at: Whereabouts }), output: EnterpriseView }),
  change: writes({ title: '修改企业与组织信息', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), values: Values }), output: EnterpriseView }),
  /** Within the areas of the person asking. */
  move: writes({ title: '变更企业与组织的地址', may: 'base.edit', input: z.object({ id: Id, revision: z.number().int().min(1), at: Whereabouts }), output: EnterpriseView }),
  history: reads({ title: '企业与组织信息的变更记录', may: 'base.view', sensitive: true, input: z.object({ id: Id }), output: z.object({ rows: z.array(RevisionView) }) }),
  restore: writes({ title: '恢复企业与组织信息的旧值', may: 'base.edit', input: z.object({ id: Id, no: z.number().int().min(2), fields: z.array(z.string().max(40)).min(1).max(60) }), output: EnterpriseView }),
  reveal: writes({ title: '查看企业与组织的完整号码', may: 'base.reveal', tellsSecret: true, input: z.object({ id: Id, field: z.string().max(40), purpose: Purpose }), output: z.object({ value: z.string() }) }),
}
