import { eventSeverity, eventSource, eventStatus } from '@linli/contract'
import { sql, type RawBuilder } from 'kysely'
import type { Dimension, Source } from '../measure/index.ts'

const shown = { kind: 'event', title: sql`r.title`, note: sql`r.area_name`, at: sql`r.reported_at` }
const dimensions: Record<string, Dimension> = {
  source: { label: '来源', words: '按上报来源', key: () => sql`r.source`, values: eventSource },
  severity: { label: '级别', words: '按事件级别', key: () => sql`r.severity`, values: eventSeverity },
  matter: { label: '事项', words: '按事项目录', key: () => sql`r.matter`, values: 'matter' },
  unit: { label: '承办单位', words: '按现在的承办单位', key: () => sql`r.unit::text`, values: 'unit' },
}
/** Fire and charging, of the shipped catalogue of matters (domain §1.8, 安全). */
const isFire = sql`(r.matter_name like '%消防%' or r.matter_name like '%电动%' or r.matter_name like '%飞线%' or r.matter_name like '%燃气%')`

/** What was reported. */
export const reportMeasures: Source = {
  name: 'reports', label: '上报的事件', from: sql`event r`, where: sql`r.status <> 'draft' and r.part_of is null`, at: sql`r.reported_at`, may: 'event.view',
  measures: {
    reported: { label: '上报数', words: '当日上报的事件，不含草稿和拆分出的分件' },
    public: { label: '群众诉求', words: '当日居民上报、12345 转办的事件', when: () => sql`r.source in ('resident', 'hotline')` },
    patrol: { label: '网格上报数', words: '当日网格巡查上报的事件', when: () => sql`r.source = 'grid'` },
    selfHandled: { label: '自处置数', words: '当日上报的自处置事件', when: () => sql`r.is_self_handled` },
    fire: { label: '消防与用电用气隐患', words: '当日上报、事项为消防、电动车、飞线、燃气的事件', when: () => isFire },
    returned: { label: '退回过的', words: '当日上报、至今退回过的事件', when: () => sql`r.returns > 0` },
    overdue: { label: '超时过的', words: '当日上报、至今有环节超时过的事件', when: () => sql`r.is_overdue` },
    repeated: { label: '重复件', words: '当日上报、已标为重复的事件', when: () => sql`r.is_duplicate` },
    reopened: { label: '重办过的', words: '当日上报、至今因不满意重办过的事件', when: () => sql`r.reopened > 0` },
  },
  dimensions: { ...dimensions, hour: { label: '时段', words: '按上报的钟点', key: () => sql`extract(hour from r.reported_at at time zone 'Asia/Shanghai')::integer`, values: Object.fromEntries(Array.from({ length: 24 }, (_, hour) => [String(hour), `${hour} 时`])) } },
  shown,
}

/** What was closed. */
export const closingMeasures: Source = {
  name: 'closings', label: '结案的事件', from: sql`event r`, where: sql`r.status = 'closed' and r.part_of is null`, at: sql`r.closed_at`, may: 'event.view',
  measures: {
    closed: { label: '结案数', words: '当日结案、现仍为结案的事件' },
    inTime: { label: '按时结案数', words: '当日结案、各环节都没有超时的事件', when: () => sql`not r.is_overdue` },
    rated: { label: '已评价', words: '当日结案、已评价的事件', when: () => sql`r.rating is not null` },
    satisfied: { label: '满意', words: '当日结案、评为基本满意及以上的事件', when: () => sql`r.rating >= 3` },
    solved: { label: '已解决', words: '当日结案、评价人认为已解决的事件', when: () => sql`r.rating_solved` },
  },
  dimensions, shown: { ...shown, at: sql`r.closed_at` },
}

/** What is open now. */
export const openMeasures: Source = {
  name: 'open', label: '在办事件', from: sql`event r`, where: sql`r.status not in ('draft', 'closed', 'cancelled', 'merged') and r.part_of is null`, isOfToday: true, may: 'event.view',
  measures: {
    open: { label: '在办', words: '没有结案、作废、并案的事件' },
    suspended: { label: '挂账', words: '挂账的事件', when: () => sql`r.status = 'suspended'` },
    waiting: { label: '待派遣', words: '已立案、等待派遣的事件', when: () => sql`r.status = 'filed'` },
    supervised: { label: '督办中', words: '正在督办的事件', when: () => sql`r.is_supervised` },
    urgent: { label: '紧急', words: '标为紧急的事件', when: () => sql`r.is_urgent` },
    late: { label: '超时过的', words: '在办、有环节超时过的事件', when: () => sql`r.is_overdue` },
    long: { label: '积存 15 天以上', words: '上报满 15 天、仍在办的事件', when: (day) => sql`r.reported_at < ((${day} - 15)::timestamp at time zone 'Asia/Shanghai')` },
  },
  dimensions: { ...dimensions, status: { label: '状态', words: '按现在的状态', key: () => sql`r.status`, values: eventStatus } },
  shown,
}

const isInTime = sql`r.overdue_minutes = 0`
/** A stay in one state that ended with the step into another, as the tally counts it; `next` is the stay that follows. */
const step = (from: string, ...to: string[]) => sql`r.status = ${sql.lit(from)} and next.status in (${sql.join(to.map((one) => sql.lit(one)))})`
const pair = (name: string, label: string, ended: RawBuilder<unknown>): Source['measures'] => ({
  [name]: { label: `${label}环节办完`, words: `当日办完的${label}环节`, when: () => ended },
  [`${name}InTime`]: { label: `按时${label}`, words: `当日办完、没有超时的${label}环节`, when: () => sql`${ended} and ${isInTime}` },
})

/** The stages that events went through, each on the day it ended. */
export const stageMeasures: Source = {
  name: 'stages', label: '办理环节',
  from: sql`event_stage r join event e on e.subdistrict = r.subdistrict and e.id = r.event join event_stage next on next.subdistrict = r.subdistrict and next.event = r.event and next.no = r.no + 1`,
  where: sql`e.status <> 'draft'`, at: sql`r.until`, may: 'event.view',
  measures: {
    ...pair('accept', '受理', step('reported', 'accepted', 'verifying')), ...pair('verify', '核实', step('verifying', 'accepted', 'reported')), ...pair('file', '立案', step('accepted', 'filed')), ...pair('dispatch', '派遣', step('filed', 'dispatched')),
    ...pair('sign', '签收', step('dispatched', 'handling')), ...pair('handle', '处置', step('handling', 'feedback')), ...pair('check', '核查', step('feedback', 'checked', 'dispatched')),
  },
  dimensions: { matter: { label: '事项', words: '按事项目录', key: () => sql`e.matter`, values: 'matter' }, unit: { label: '承办单位', words: '按现在的承办单位', key: () => sql`e.unit::text`, values: 'unit' } },
  shown: { kind: 'event', id: sql`e.id`, title: sql`e.title`, note: sql`e.area_name`, at: sql`r.until` },
}
