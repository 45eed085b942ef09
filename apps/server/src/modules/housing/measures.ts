import { sql } from 'kysely'
import { labelsOf, type Source } from '../measure/index.ts'

/** Homes, shops and rooms with an address of their own. */
export const housingMeasures: Source = {
  name: 'homes', label: '房屋', from: sql`housing r`, where: sql`r.ended_on is null`, isOfToday: true, may: 'base.view',
  measures: {
    homes: { label: '房屋', words: '登记在册、没有拆除或合并的房屋（套间）' },
    dwellings: { label: '住宅', words: '房屋用途为住宅的', when: () => sql`r.use = '01'` },
    rented: { label: '出租房', words: '使用状态为出租的', when: () => sql`r.state = '02'` },
    empty: { label: '空置房', words: '使用状态为空置的', when: () => sql`r.state = '04'` },
    unclear: { label: '待核实房屋', words: '使用状态为待核实或没有登记的', when: () => sql`coalesce(r.state, '06') = '06'` },
    checked365: { label: '一年内核对', words: '最近一年内登记、修改或核对过的', when: (day) => sql`r.checked_at >= ((${day} - 365)::timestamp at time zone 'Asia/Shanghai')` },
  },
  dimensions: {
    use: { label: '房屋用途', words: '按登记的用途', key: () => sql`r.use`, values: labelsOf('housingUse') },
    state: { label: '使用状态', words: '按登记的状态', key: () => sql`r.state`, values: labelsOf('housingState') },
  },
  shown: { kind: 'housing', title: sql`r.address`, note: sql`''` },
}
