import { sql } from 'kysely'
import { labelsOf, type Source } from '../measure/index.ts'

/** Enterprises, sole traders, organisations and key places. */
export const organisationMeasures: Source = {
  name: 'organisations', label: '企业与单位', from: sql`enterprise r`, where: sql`coalesce(r.state, '01') not in ('03', '04')`, may: 'base.view',
  measures: {
    organisations: { label: '企业与单位', words: '登记在册、没有注销或吊销的企业、个体工商户、社会组织和单位' },
    enterprises: { label: '企业', words: '主体类型为企业的', when: () => sql`r.sort = '01'` },
    traders: { label: '个体工商户', words: '主体类型为个体工商户的', when: () => sql`r.sort = '02'` },
    societies: { label: '社会组织', words: '主体类型为社会组织的', when: () => sql`r.sort = '03'` },
    keyPlaces: { label: '重点场所', words: '属于任一重点场所类别的', when: () => sql`r.place_kinds <> '{}'` },
  },
  dimensions: {
    sort: { label: '主体类型', words: '按登记的类型', key: () => sql`r.sort`, values: labelsOf('enterpriseSort') },
    place: { label: '重点场所类别', words: '一处可属于几类', key: () => sql`r.place_kinds`, isMany: true, values: labelsOf('placeKind') },
  },
  shown: { kind: 'enterprise', title: sql`r.name`, note: sql`coalesce(r.address, '')` },
}
