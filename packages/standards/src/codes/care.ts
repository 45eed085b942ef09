import { entriesOf, type CodeTable } from './table.ts'

/**
 * Groups a community cares for (关爱对象), each with its legal or customary ground in domain §1.9. Nobody is listed here for what they believe,
 * for an illness that the law keeps secret, or for having petitioned.
 */
export const careGroup: CodeTable = {
  name: 'careGroup',
  title: '关爱对象类别',
  standard: '民政、卫健、残联、退役军人等部门工作口径',
  entries: entriesOf(`01独居老人 02空巢老人 03孤寡老人 04留守老人 05留守妇女 06留守儿童 07失能老人 08半失能老人 09高龄老人 10计划生育特殊家庭 11残疾人
    12低保对象 13低保边缘对象 14特困供养人员 15临时救助对象 16困境儿童 17事实无人抚养儿童 18孤儿 19重病患者 20孕产妇 21三岁以下婴幼儿
    22退役军人 23优抚对象 24困难党员 25失业人员 26就业困难人员 27新就业群体 28港澳台及外籍人员`),
}

/** GB/T 26341-2010, kinds and grades of disability. */
export const disabilityKind: CodeTable = { name: 'disabilityKind', title: '残疾类别', standard: 'GB/T 26341-2010', entries: entriesOf('1视力残疾 2听力残疾 3言语残疾 4肢体残疾 5智力残疾 6精神残疾 7多重残疾') }
export const disabilityGrade: CodeTable = { name: 'disabilityGrade', title: '残疾等级', standard: 'GB/T 26341-2010', entries: entriesOf('1一级 2二级 3三级 4四级') }
