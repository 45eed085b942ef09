import { sql, type RawBuilder } from 'kysely'
import { labelsOf, type Source } from '../measure/index.ts'

/** 03 注销, 04 吊销: still a record of the base, and counted nowhere else. */
const isLive = sql`coalesce(r.state, '01') not in ('03', '04')`
const live = (when: RawBuilder<unknown>) => () => sql`${isLive} and ${when}`

/** Enterprises, sole traders, organisations and key places. */
export const organisationMeasures: Source = {
  name: 'organisations', label: '企业与单位', from: sql`enterprise r`, where: sql`true`, may: 'base.view',
  measures: {
    organisations: { label: '企业与单位', words: '登记在册、没有注销或吊销的企业、个体工商户、社会组织和单位', when: () => isLive },
    records: { label: '企业与单位档案', words: '登记在册的企业、个体工商户、社会组织和单位，含已注销、吊销的' },
    enterprises: { label: '企业', words: '企业与单位中主体类型为企业的', when: live(sql`r.sort = '01'`) },
    traders: { label: '个体工商户', words: '企业与单位中主体类型为个体工商户的', when: live(sql`r.sort = '02'`) },
    societies: { label: '社会组织', words: '企业与单位中主体类型为社会组织的', when: live(sql`r.sort = '03'`) },
    keyPlaces: { label: '重点场所', words: '企业与单位中属于任一重点场所类别的', when: live(sql`r.place_kinds <> '{}'`) },
  },
  dimensions: {
    sort: { label: '主体类型', words: '按登记的类型', key: () => sql`case when ${isLive} then r.sort end`, values: labelsOf('enterpriseSort') },
    place: { label: '重点场所类别', words: '一处可属于几类', key: () => sql`case when ${isLive} then r.place_kinds else '{}' end`, isMany: true, values: labelsOf('placeKind') },
  },
  shown: { kind: 'enterprise', title: sql`r.name`, note: sql`coalesce(r.address, '')` },
}
