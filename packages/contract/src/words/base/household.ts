import type { Field, Ground, Part } from './field.ts'

/** A household (户): registered as one or living as one (domain §2.7: a house may hold several). Who is in it are residencies, and not among these. */
export const householdParts: readonly Part[] = [{ name: 'household', title: '户' }]

export const householdFields: readonly Field[] = [
  { name: 'no', label: '户号', type: 'text', max: 30, part: 'household', headers: ['户编号', '家庭编号'] },
  { name: 'kind', label: '户别', type: 'code', table: 'householdKind', part: 'household', headers: ['户类型'] },
  { name: 'groups', label: '家庭类别', type: 'codes', table: 'householdGroup', part: 'household', isSensitive: true },
  { name: 'phone', label: '家庭电话', type: 'phone', part: 'household', isSensitive: true },
  { name: 'note', label: '备注', type: 'longText', max: 500, part: 'household' },
]

export const householdGrounds: readonly Ground[] = [
  { part: 'household', purpose: '按户服务与走访', basis: '城市居民委员会组织法第三条；个人信息保护法第十三条第一款第（三）项', keepYears: 3 },
]

/** How two records belong together, and between which. */
export const relationKind = { family: '亲属', landlord: '房东', employer: '用工单位', legalPerson: '法定代表人', steward: '楼栋长' } as const
export type RelationKind = keyof typeof relationKind
