import { sql, type RawBuilder } from 'kysely'
import { labelsOf, type Source } from '../measure/index.ts'

type Sql = RawBuilder<unknown>
const atLeast = (years: number) => (day: Sql) => sql`r.birth <= (${day} - make_interval(years => ${sql.lit(years)}))::date`
const under = (years: number) => (day: Sql) => sql`r.birth > (${day} - make_interval(years => ${sql.lit(years)}))::date`
const inGroup = (...codes: string[]) => sql`r.groups && array[${sql.join(codes.map((code) => sql.lit(code)))}]`
/** Lower ends of the bands that a year book tells apart. */
const ages = [0, 3, 6, 15, 25, 35, 50, 60, 70, 80, 90]

/** Who lives here, once each, where they mainly live. */
export const peopleMeasures: Source = {
  name: 'people', label: '实有人口', from: sql`person r`, where: sql`r.standing = 'present'`, isOfToday: true, isPersonal: true, may: 'base.view',
  measures: {
    people: { label: '实有人口', words: '登记在册、没有迁出和死亡的人，每人在主要居住地算一次' },
    registered: { label: '户籍人口', words: '实有人口中人口类型为户籍人口的', when: () => sql`r.population_kind = '01'` },
    floating: { label: '流动人口', words: '实有人口中人口类型为流动人口的', when: () => sql`r.population_kind = '02'` },
    overseas: { label: '境外人员', words: '实有人口中人口类型为境外人员的', when: () => sql`r.population_kind = '03'` },
    children: { label: '14 岁以下', words: '实有人口中不满 14 周岁的', when: under(14) },
    infants: { label: '3 岁以下', words: '实有人口中不满 3 周岁的', when: under(3) },
    aged60: { label: '60 岁以上', words: '实有人口中满 60 周岁的', when: atLeast(60) },
    aged80: { label: '80 岁以上', words: '实有人口中满 80 周岁的', when: atLeast(80) },
    alone80: { label: '独居 80 岁以上', words: '80 岁以上、属于独居老人的', when: (day) => sql`${atLeast(80)(day)} and ${inGroup('01')}` },
    cared: { label: '关爱对象', words: '实有人口中属于任一关爱对象类别的', when: () => sql`r.groups <> '{}'` },
    assisted: { label: '困难群众', words: '低保对象、低保边缘对象、特困供养人员', when: () => inGroup('12', '13', '14') },
    withPhone: { label: '有联系电话', words: '实有人口中登记了联系电话的', when: () => sql`r.phone is not null` },
    withNumber: { label: '有证件号码', words: '实有人口中登记了证件号码的', when: () => sql`r.number is not null` },
    checked30: { label: '30 天内核对', words: '实有人口中最近 30 天内登记、修改或核对过的', when: (day) => sql`r.checked_at >= ((${day} - 30)::timestamp at time zone 'Asia/Shanghai')` },
    checked365: { label: '一年内核对', words: '实有人口中最近一年内登记、修改或核对过的', when: (day) => sql`r.checked_at >= ((${day} - 365)::timestamp at time zone 'Asia/Shanghai')` },
    housed: { label: '人房已关联', words: '实有人口中登记了现住房屋的', when: () => sql`exists (select from residency home where home.subdistrict = r.subdistrict and home.person = r.id and home.until is null and home.housing is not null)` },
  },
  dimensions: {
    sex: { label: '性别', words: '按登记的性别', key: () => sql`r.sex`, values: labelsOf('sex') },
    kind: { label: '人口类型', words: '按登记的人口类型', key: () => sql`r.population_kind`, values: labelsOf('populationKind') },
    age: { label: '年龄', words: '按周岁分段', key: (day) => sql`width_bucket(extract(year from age(${day}, r.birth))::integer, array[${sql.join(ages.map((age) => sql.lit(age)))}])`, values: Object.fromEntries(ages.map((age, at) => [String(at + 1), ages[at + 1] === undefined ? `${age} 岁以上` : `${age}–${ages[at + 1]! - 1} 岁`])) },
    group: { label: '关爱对象类别', words: '一人可属于几类', key: () => sql`r.groups`, isMany: true, values: labelsOf('careGroup') },
  },
  shown: { kind: 'person', title: sql`r.name`, note: sql`coalesce(r.address, '')` },
}
