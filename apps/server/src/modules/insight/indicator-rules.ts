import type { IndicatorGroup, IndicatorUnit } from '@linli/contract'
import { measures, percentile, times, type Counts, type Histogram, type Measure, type TimeMeasure } from './measure-rules.ts'

/** One indicator: what it is called, how it is computed, in words and as a formula. A changed formula gets a new version. */
export interface Indicator { name: string, label: string, group: IndicatorGroup, unit: IndicatorUnit, formula: string, version: number, numerator: Measure, less?: Measure, denominator?: Measure, time?: TimeMeasure, share?: number }

const count = (measure: Measure, label: string, formula: string): Indicator => ({ name: measure, label, group: 'count', unit: 'event', formula, version: 1, numerator: measure })
const rate = (name: string, group: IndicatorGroup, label: string, [numerator, denominator, less]: [Measure, Measure, Measure?], formula: string): Indicator =>
  ({ name, label, group, unit: 'share', formula, version: 1, numerator, denominator, ...(less && { less }) })
const time = (name: string, label: string, measure: TimeMeasure, share: number, formula: string): Indicator =>
  ({ name, label, group: 'time', unit: 'minute', formula, version: 1, numerator: times[measure], time: measure, share })

const asStored = '以各环节结束时存下的用时为准，已扣除待补充、挂账等暂停；超过 1 小时的误差不超过 5%'

/** Every indicator, in the order of the screen. Objects and formulas: GB/T 30428.4 as implemented, and the figures officials look at (domain §2.9, §3.6). Parts of a split event count with their units only. */
export const indicators: readonly Indicator[] = [
  count('reported', '上报数', '期内上报的事件，不含草稿和拆分出的分件'),
  count('accepted', '受理数', '期内受理的事件'),
  count('filed', '立案数', '期内立案的事件'),
  count('dispatched', '派遣数', '期内派遣的次数，改派、重派各算一次'),
  count('handled', '处置数', '期内反馈处置结果的次数'),
  count('closed', '结案数', '期内结案的次数，含自处置，重办后再结案另算'),
  count('suspended', '挂账数', '期内批准挂账的次数'),
  count('transferred', '移交上级数', '期内移交上级的次数'),
  count('cancelled', '作废数', '期内作废的事件'),
  count('duplicate', '重复件', '期内上报、已标为重复的事件'),
  rate('closeRate', 'result', '结案率', ['due_closed', 'due'], '已结案 ÷ 应结案。应结案：处置时限在期内到期的事件（作废、挂账、并案除外），加期内审核通过的自处置'),
  rate('closeInTimeRate', 'result', '按时结案率', ['due_in_time', 'due'], '各环节都未超时而结案的 ÷ 应结案'),
  rate('satisfiedRate', 'result', '满意率', ['satisfied', 'rated'], '评为基本满意及以上的 ÷ 已评价的（期内结案、现仍为结案的事件）'),
  rate('solvedRate', 'result', '解决率', ['solved', 'rated'], '评价人认为已解决的 ÷ 已评价的（期内结案、现仍为结案的事件）'),
  rate('reopenedRate', 'result', '重办率', ['reopened', 'closed'], '期内要求重办或回访后重办的次数 ÷ 期内结案次数'),
  rate('selfHandledRate', 'result', '自处置率', ['self_handled', 'reported'], '期内上报的自处置事件 ÷ 期内上报的事件'),
  rate('duplicateRate', 'result', '重复率', ['duplicate', 'reported'], '期内上报、已标为重复的 ÷ 期内上报的事件'),
  rate('acceptInTimeRate', 'post', '按时受理率', ['accept_in_time', 'accept_done'], '受理员：时限内受理或发核实的 ÷ 期内受理或发核实的'),
  rate('fileInTimeRate', 'post', '按时立案率', ['file_in_time', 'filed'], '值班长：时限内立案的 ÷ 期内立案的'),
  rate('fileRightRate', 'post', '准确立案率', ['filed', 'filed', 'filed_cancelled'], '值班长：（期内立案的 − 期内立案后作废的）÷ 期内立案的'),
  rate('dispatchInTimeRate', 'post', '按时派遣率', ['dispatch_in_time', 'dispatched'], '派遣员：时限内派遣的 ÷ 期内派遣的'),
  rate('firstRightRate', 'post', '首派准确率', ['first_right', 'first_dispatched'], '派遣员：首次派遣后至今未被退回的 ÷ 期内首次派遣的'),
  rate('verifyInTimeRate', 'post', '按时核实率', ['verify_in_time', 'verify_done'], '核查人：时限内完成核实的 ÷ 期内完成核实的'),
  rate('checkInTimeRate', 'post', '按时核查率', ['check_in_time', 'check_done'], '核查人：时限内完成核查的 ÷ 期内完成核查的'),
  rate('signInTimeRate', 'unit', '按时签收率', ['sign_in_time', 'signed'], '时限内签收的 ÷ 期内签收的'),
  rate('handleInTimeRate', 'unit', '按时处置率', ['handle_in_time', 'handled'], '时限内反馈结果的 ÷ 期内反馈结果的'),
  rate('reworkedRate', 'unit', '返工率', ['reworked', 'handled'], '期内核查未通过而返工的次数 ÷ 期内反馈结果的次数'),
  rate('returnedRate', 'unit', '退回率', ['returned', 'dispatched'], '期内退回的次数 ÷ 期内派遣的次数'),
  rate('extendedRate', 'unit', '延期率', ['extended', 'dispatched'], '期内批准延期的次数 ÷ 期内派遣的次数'),
  time('acceptMedian', '受理用时中位数', 'accept', 0.5, `从上报到受理。${asStored}`),
  time('acceptP90', '受理用时 P90', 'accept', 0.9, `九成事件不超过。从上报到受理。${asStored}`),
  time('handleMedian', '处置用时中位数', 'handle', 0.5, `从签收到反馈结果。${asStored}`),
  time('handleP90', '处置用时 P90', 'handle', 0.9, `九成事件不超过。从签收到反馈结果。${asStored}`),
  time('closeMedian', '结案用时中位数', 'close', 0.5, `从上报到结案，各环节用时之和。${asStored}`),
  time('closeP90', '结案用时 P90', 'close', 0.9, `九成事件不超过。从上报到结案，各环节用时之和。${asStored}`),
]

/** Shown side by side for units, areas and matters. */
export const mainIndicators = indicators.filter(({ name }) => ['reported', 'dispatched', 'handled', 'closed', 'closeRate', 'closeInTimeRate', 'handleInTimeRate', 'returnedRate', 'reworkedRate', 'satisfiedRate', 'handleMedian', 'handleP90'].includes(name))

export interface Counted { counts: Counts, times: Readonly<Partial<Record<TimeMeasure, Histogram>>> }
export interface Value { value: number | null, numerator: number, denominator: number | null }

export function valueOf({ numerator, less, denominator, time: measure, share }: Indicator, { counts, times: measured }: Counted): Value {
  const above = counts[numerator] - (less ? counts[less] : 0)
  if (measure) return { value: percentile(measured[measure] ?? new Map(), share!), numerator: above, denominator: null }
  if (!denominator) return { value: above, numerator: above, denominator: null }
  const below = counts[denominator]
  return { value: below === 0 ? null : above / below, numerator: above, denominator: below }
}

export const formulaOf = ({ name, label, group, unit, formula, version }: Indicator) => ({ name, label, group, unit, formula, version })

/** What the list behind an indicator can be asked for. */
export const partsOf = ({ numerator, less, denominator }: Indicator) =>
  [...new Set([numerator, less, denominator])].flatMap((name) => (name ? [{ name, label: measures[name] }] : []))
