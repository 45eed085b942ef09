import { buildingFields, buildingGrounds, buildingParts } from './building.ts'
import { enterpriseFields, enterpriseGrounds, enterpriseParts } from './enterprise.ts'
import type { Field, Ground, Part, RecordKind } from './field.ts'
import { householdFields, householdGrounds, householdParts } from './household.ts'
import { housingFields, housingGrounds, housingParts } from './housing.ts'
import { personFields, personGrounds, personParts } from './person.ts'
import { thingFields, thingGrounds, thingParts } from './thing.ts'

export * from './building.ts'
export * from './enterprise.ts'
export * from './field.ts'
export * from './household.ts'
export * from './housing.ts'
export * from './intake.ts'
export * from './person.ts'
export * from './proposable.ts'
export * from './thing.ts'

/** What is known of a kind of record, in which parts, and on what ground. */
export interface BaseKind { fields: readonly Field[], parts: readonly Part[], grounds: readonly Ground[] }

export const baseKinds: Readonly<Partial<Record<RecordKind, BaseKind>>> = {
  person: { fields: personFields, parts: personParts, grounds: personGrounds },
  housing: { fields: housingFields, parts: housingParts, grounds: housingGrounds },
  building: { fields: buildingFields, parts: buildingParts, grounds: buildingGrounds },
  household: { fields: householdFields, parts: householdParts, grounds: householdGrounds },
  enterprise: { fields: enterpriseFields, parts: enterpriseParts, grounds: enterpriseGrounds },
  thing: { fields: thingFields, parts: thingParts, grounds: thingGrounds },
}

/** Where a value comes from. */
export const valueSource = {
  form: '登记表', grid: '表格录入', import: '批量导入', visit: '走访', survey: '问卷', department: '部门数据', steward: '楼道长上报', resident: '居民自填', merge: '档案合并', restore: '恢复旧值', demo: '演示数据',
} as const
export type ValueSource = keyof typeof valueSource

export const claimStatus = { open: '待定', accepted: '已采纳', refused: '未采纳', replaced: '已被新说法取代' } as const

/** A person's way from one community to another. */
export const transferStatus = { asked: '待同意', agreed: '已同意', done: '已迁移', refused: '不同意', withdrawn: '已撤回' } as const
