import type { Input } from '@linli/contract'

type Shipped = Omit<Input<'risk', 'saveDraft'>, 'from'>
type Rule = Shipped['rules'][number]

const none = { red: null, orange: null, yellow: null, blue: null }
const rule = (one: Pick<Rule, 'name' | 'factor' | 'from' | 'to' | 'weight'> & Partial<Rule>): Rule => ({ isOn: true, days: null, scale: 'linear', matters: [], groups: [], areas: [], thresholds: none, owner: '值班长', note: '', ...one })
/** Fire and electric bicycles, of both directories. */
const fire = ['B01', 'B02', 'B03', 'B04', '01013', '01054', '09012']
const disputes = ['A']

const limits = { red: 80, orange: 60, yellow: 40, blue: 20 }
const days = (amount: number) => ({ amount, unit: 'workingDay' as const })
const hours = (amount: number) => ({ amount, unit: 'workingHour' as const })
const place = { limits, duties: { red: { role: 'secretary' as const, limit: days(1) }, orange: { role: 'socialWorker' as const, limit: days(3) }, yellow: { role: 'gridWorker' as const, limit: days(5) }, blue: null } }
const care = { limits, duties: { red: { role: 'socialWorker' as const, limit: hours(4) }, orange: { role: 'socialWorker' as const, limit: days(1) }, yellow: { role: 'socialWorker' as const, limit: days(2) }, blue: null } }

/** What an office begins with (domain §1.8): a draft, tried out and published before anything is scored. Thresholds are the office's to set. */
export const shippedRules: Shipped = {
  kinds: [
    { kind: 'building', ...place }, { kind: 'housing', limits, duties: { ...place.duties, red: { role: 'socialWorker', limit: days(3) }, orange: { role: 'gridWorker', limit: days(5) }, yellow: null } }, { kind: 'grid', ...place }, { kind: 'enterprise', ...place }, { kind: 'thing', ...place }, { kind: 'person', ...care }, { kind: 'household', ...care },
  ],
  rules: [
    rule({ name: '消防、电动车事件密度', factor: 'building.perUnits', days: 90, matters: fire, from: 20, to: 120, weight: 40, note: '每千户件数。' }),
    rule({ name: '消防、电动车反复发生', factor: 'building.repeated', days: 90, matters: fire, from: 2, to: 6, weight: 40, thresholds: { red: 8, orange: 5, yellow: 3, blue: null }, note: '同一幢楼 90 天内同一事项 3 次及以上。' }),
    rule({ name: '矛盾纠纷久拖未结', factor: 'building.openLong', days: 400, matters: disputes, from: 10, to: 40, weight: 30, thresholds: { red: null, orange: 30, yellow: 16, blue: null }, note: '超过 15 天没有办结。' }),
    rule({ name: '同一地点纠纷 2 件及以上', factor: 'building.events', days: 180, matters: disputes, from: 1, to: 4, weight: 30, thresholds: { ...none, yellow: 3, blue: 2 } }),
    rule({ name: '多人反映同一件事', factor: 'building.voices', days: 180, from: 2, to: 10, weight: 30, thresholds: { ...none, red: 10, orange: 5 }, note: '5 人及以上按一般群体性事项关注；登记实际涉及人数后改用涉及人数。' }),
    rule({ name: '重办与不满意', factor: 'building.complaints', days: 180, from: 1, to: 5, weight: 20 }),
    rule({ name: '办理超时率', factor: 'building.overdueShare', days: 180, from: 20, to: 60, weight: 15 }),
    rule({ name: '挂账积压', factor: 'building.suspended', days: 400, from: 0, to: 3, weight: 15 }),
    rule({ name: '群租疑似', factor: 'housing.crowded', from: 4, to: 10, weight: 60, thresholds: { ...none, orange: 10, yellow: 6 }, note: '登记 6 人及以上，上门核实后再定；10 人及以上才预警。' }),
    rule({ name: '出租未登记', factor: 'housing.unfiled', from: 0, to: 1, scale: 'step', weight: 25 }),
    rule({ name: '流动人口突增', factor: 'grid.surge', from: 1, to: 4, weight: 60, thresholds: { ...none, orange: 4, yellow: 2 }, note: '7 天新登记超过 8 周平均数 2 个标准差。' }),
    rule({ name: '底数久未核对', factor: 'grid.stale', from: 20, to: 80, weight: 39 }),
    rule({ name: '重点场所反复出事', factor: 'enterprise.events', days: 180, from: 1, to: 6, weight: 100, thresholds: { ...none, yellow: 3 } }),
    rule({ name: '设施周边反复报修', factor: 'thing.events', days: 90, matters: ['01', '02', '03', '04', 'B08'], from: 2, to: 8, weight: 100 }),
    rule({ name: '独居高龄老人多日没有联系', factor: 'person.noContact', groups: ['01'], from: 1, to: 10, weight: 60, thresholds: { red: 5, orange: null, yellow: 3, blue: null }, owner: '社区书记', note: '3 天黄、5 天红；联系按平台现在知道的算，见因子说明。' }),
    rule({ name: '多重困难', factor: 'person.groups', groups: ['03', '07', '08', '10', '11', '12', '14', '19'], from: 1, to: 4, weight: 39, owner: '社区书记' }),
    rule({ name: '一户多名关爱对象', factor: 'household.cared', groups: ['03', '07', '08', '10', '11', '12', '14', '16', '19'], from: 1, to: 4, weight: 39, owner: '社区书记' }),
    rule({ name: '关爱对象家里反复有事', factor: 'household.events', days: 90, from: 1, to: 5, weight: 60, owner: '社区书记' }),
  ],
}
