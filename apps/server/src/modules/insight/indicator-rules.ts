import { firstDispatchAccuracy, type IndicatorGroup, type IndicatorUnit } from '@linli/contract'
import { mean, measures, percentile, times, type Counts, type Facts, type Histogram, type Measure, type TimeMeasure } from './measure-rules.ts'

/** One indicator: what it is called, how it is computed, in words and as a formula. A changed formula gets a new version. */
export interface Indicator { name: string, label: string, group: IndicatorGroup, unit: IndicatorUnit, formula: string, version: number, numerator: Measure, less?: Measure, denominator?: Measure, time?: TimeMeasure, share?: number | 'mean', per?: keyof Facts, best?: 'high' | 'low' }

const count = (measure: Measure, label: string, formula: string): Indicator => ({ name: measure, label, group: 'count', unit: 'event', formula, version: 1, numerator: measure })
const countIn = (measure: Measure, group: IndicatorGroup, label: string, formula: string): Indicator => ({ ...count(measure, label, formula), group })
const rate = (name: string, group: IndicatorGroup, label: string, [numerator, denominator, less]: [Measure, Measure, Measure?], formula: string): Indicator =>
  ({ name, label, group, unit: 'share', formula, version: 1, numerator, denominator, ...(less && { less }) })
const low = (indicator: Indicator): Indicator => ({ ...indicator, best: 'low' })
const high = (indicator: Indicator): Indicator => ({ ...indicator, best: 'high' })
const per = (name: string, label: string, measure: Measure, what: keyof Facts, formula: string): Indicator => ({ name, label, group: 'area', unit: 'density', formula, version: 1, numerator: measure, per: what })
const time = (name: string, label: string, measure: TimeMeasure, share: number | 'mean', formula: string): Indicator =>
  ({ best: 'low', name, label, group: 'time', unit: 'minute', formula, version: 1, numerator: times[measure], time: measure, share })

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
  { ...count('duplicate', '重复件', '期内上报、已标为重复的事件，或同一上报人 30 天内就同一事项再次上报的（匿名、保密的不比对）'), version: 2 },
  count('merged', '并案数', '期内并入别的事件的次数'),
  low(count('unhandled', '超期未处置', '处置时限在期内（到今天为止）到期、至今没有反馈结果的事件（作废、挂账、并案除外）')),
  count('unvisited', '未回访', '期内核查通过、需要回访（居民上报、12345 转办）而至今没有回访或评价的'),
  rate('acceptRate', 'result', '受理率', ['accepted_of', 'to_accept'], '至今已受理的 ÷ 期内上报的（自处置、并案除外）'),
  rate('fileRate', 'result', '立案率', ['filed_of', 'accepted'], '受理后至今已立案的 ÷ 期内受理的'),
  high(rate('contactRate', 'result', '响应率', ['contacted', 'to_contact'], '24 小时内联系了上报人的 ÷ 期内上报的（居民上报、12345 转办）。联系：受理、请补充、告知并入已有事件、反馈结果或结案，上报人都会看到；24 小时按自然时间，刚上报的还会变化')),
  high(rate('visitRate', 'result', '回访率', ['visited', 'to_visit'], '至今已回访或评价的 ÷ 期内核查通过、需要回访的（居民上报、12345 转办）')),
  high(rate('replyRate', 'result', '答复率', ['replied', 'reply_due'], '至今已有公开答复的 ÷ 应答复的。应答复：居民上报、12345 转办的事件中处置时限在期内到期的（作废、挂账、并案除外）')),
  low(count('reply_missing', '漏答复', '应答复而至今没有公开答复的事件')),
  high(rate('closeRate', 'result', '结案率', ['due_closed', 'due'], '已结案 ÷ 应结案。应结案：处置时限在期内到期的事件（作废、挂账、并案除外），加期内审核通过的自处置')),
  high(rate('closeInTimeRate', 'result', '按时结案率', ['due_in_time', 'due'], '各环节都未超时而结案的 ÷ 应结案')),
  high(rate('satisfiedRate', 'result', '满意率', ['satisfied', 'rated'], '评为基本满意及以上的 ÷ 已评价的（期内结案、现仍为结案的事件）')),
  high(rate('solvedRate', 'result', '解决率', ['solved', 'rated'], '评价人认为已解决的 ÷ 已评价的（期内结案、现仍为结案的事件）')),
  low(rate('reopenedRate', 'result', '重办率', ['reopened', 'closed'], '期内要求重办或回访后重办的次数 ÷ 期内结案次数')),
  rate('selfHandledRate', 'result', '自处置率', ['self_handled', 'reported'], '期内上报的自处置事件 ÷ 期内上报的事件'),
  { ...rate('duplicateRate', 'result', '重复率', ['duplicate', 'reported'], '期内上报的重复件（已标为重复，或同一上报人 30 天内就同一事项再次上报）÷ 期内上报的事件'), version: 2 },
  rate('acceptInTimeRate', 'post', '按时受理率', ['accept_in_time', 'accept_done'], '受理员：时限内受理或发核实的 ÷ 期内受理或发核实的'),
  rate('sendVerifyInTimeRate', 'post', '核实按时派发率', ['verify_sent_in_time', 'verify_sent'], '受理员：时限内发核实的 ÷ 期内发核实的'),
  rate('fileInTimeRate', 'post', '按时立案率', ['file_in_time', 'filed'], '值班长：时限内立案的 ÷ 期内立案的'),
  rate('fileRightRate', 'post', '准确立案率', ['filed', 'filed', 'filed_cancelled'], '值班长：（期内立案的 − 期内立案后作废的）÷ 期内立案的'),
  rate('closeStepInTimeRate', 'post', '按时结案率（值班长）', ['close_in_time', 'close_done'], '值班长：时限内办完结案的 ÷ 期内办完结案的（含自处置审核；随主件、随分件结案的不算）'),
  rate('dispatchInTimeRate', 'post', '按时派遣率', ['dispatch_in_time', 'dispatched'], '派遣员：时限内派遣的 ÷ 期内派遣的'),
  countIn('recalled', 'post', '撤回派遣', '派遣员：期内派遣后、签收前撤回的次数，不算退回'),
  rate('firstRightRate', 'post', '首派未退率', ['first_right', 'first_dispatched'], '派遣员：首次派遣后至今未被退回的 ÷ 期内首次派遣的'),
  { ...rate('dispatchRightRate', 'post', firstDispatchAccuracy.label, ['sent_right', 'first_dispatched'], `派遣员：${firstDispatchAccuracy.formula}`), version: firstDispatchAccuracy.version },
  rate('verifyInTimeRate', 'post', '按时核实率', ['verify_in_time', 'verify_done'], '核查人：时限内完成核实的 ÷ 期内完成核实的'),
  rate('checkInTimeRate', 'post', '按时核查率', ['check_in_time', 'check_done'], '核查人：时限内完成核查的 ÷ 期内完成核查的'),
  countIn('patrol', 'post', '网格上报数', '网格员：期内网格巡查上报的事件'),
  rate('patrolValidRate', 'post', '有效上报率', ['patrol_valid', 'patrol'], '网格员：网格上报中已立案（含立案后作废）或自处置审核通过的 ÷ 期内网格上报的'),
  low(rate('patrolMissedRate', 'post', '漏报率', ['filed_public', 'filed'], '网格员：期内立案的公众举报（居民上报、12345 转办）÷ 期内立案的。公众先发现的，是巡查没有发现的')),
  rate('signInTimeRate', 'unit', '按时签收率', ['sign_in_time', 'signed'], '时限内签收的 ÷ 期内签收的'),
  high(rate('handleRate', 'unit', '处置率', ['handle_met', 'handle_due'], '至今已反馈结果的 ÷ 应处置的（处置时限在期内到期，作废、挂账、并案除外）')),
  { ...high(rate('handleInTimeRate', 'unit', '按时处置率', ['handle_met_in_time', 'handle_due'], '时限内反馈结果的 ÷ 应处置的（处置时限在期内到期，作废、挂账、并案除外）')), version: 2 },
  high(rate('handledInTimeRate', 'unit', '及时处置率', ['handle_in_time', 'handled'], '时限内反馈结果的 ÷ 期内反馈结果的，提前办的算在办的那天')),
  low(rate('reworkedRate', 'unit', '返工率', ['reworked', 'handled'], '期内核查未通过而返工的次数 ÷ 期内反馈结果的次数')),
  low(countIn('reworked_again', 'unit', '多次返工', '期内返工而此前已经返工过的次数')),
  low(rate('returnedRate', 'unit', '退回率', ['returned', 'dispatched'], '期内退回的次数 ÷ 期内派遣的次数')),
  countIn('returned_late', 'unit', '超时退回', '期内超过时限才退回的次数'),
  countIn('shirked', 'unit', '推诿', '期内退回而此前已经退回过的次数（重复退回）'),
  low(rate('extendedRate', 'unit', '延期率', ['extended', 'dispatched'], '期内批准延期的次数 ÷ 期内派遣的次数')),
  per('reportedPer10k', '万人上报数', 'reported', 'people', '期内上报的事件 ÷ 常住人口（万人）。人口见“人口与面积”，只按辖区算'),
  per('filedPer10k', '万人立案数', 'filed', 'people', '期内立案的事件 ÷ 常住人口（万人）。人口见“人口与面积”，只按辖区算'),
  per('filedPerKm2', '面积密度', 'filed', 'km2', '期内立案的事件 ÷ 面积（平方公里）。面积见“人口与面积”，只按辖区算'),
  time('acceptMean', '受理用时平均', 'accept', 'mean', `各件用时之和 ÷ 件数。从上报到受理。${asStored}`),
  time('acceptMedian', '受理用时中位数', 'accept', 0.5, `从上报到受理。${asStored}`),
  time('acceptP90', '受理用时 P90', 'accept', 0.9, `九成事件不超过。从上报到受理。${asStored}`),
  time('handleMean', '处置用时平均', 'handle', 'mean', `各件用时之和 ÷ 件数。从签收到反馈结果。${asStored}`),
  time('handleMedian', '处置用时中位数', 'handle', 0.5, `从签收到反馈结果。${asStored}`),
  time('handleP90', '处置用时 P90', 'handle', 0.9, `九成事件不超过。从签收到反馈结果。${asStored}`),
  time('closeMean', '结案用时平均', 'close', 'mean', `各件用时之和 ÷ 件数。从上报到结案，各环节用时之和。${asStored}`),
  time('closeMedian', '结案用时中位数', 'close', 0.5, `从上报到结案，各环节用时之和。${asStored}`),
  time('closeP90', '结案用时 P90', 'close', 0.9, `九成事件不超过。从上报到结案，各环节用时之和。${asStored}`),
]

/** Shown side by side for units, areas and matters. */
export const mainIndicators = indicators.filter(({ name }) => ['reported', 'dispatched', 'handled', 'closed', 'unhandled', 'closeRate', 'closeInTimeRate', 'handleRate', 'handleInTimeRate', 'returnedRate', 'reworkedRate', 'contactRate', 'satisfiedRate', 'handleMedian', 'handleP90'].includes(name))

/** Only areas have people and ground. */
export const areaIndicators = indicators.filter(({ per: what }) => what !== undefined)

export interface Counted { counts: Counts, times: Readonly<Partial<Record<TimeMeasure, Histogram>>>, facts?: Facts | undefined }
export interface Value { value: number | null, numerator: number, denominator: number | null }

export function valueOf({ numerator, less, denominator, time: measure, share, per: what }: Indicator, { counts, times: measured, facts }: Counted): Value {
  const above = counts[numerator] - (less ? counts[less] : 0)
  const histogram = measure && (measured[measure] ?? new Map())
  if (histogram) return { value: share === 'mean' ? mean(histogram) : percentile(histogram, share!), numerator: above, denominator: null }
  if (what) return densityOf(above, what, facts?.[what] ?? null)
  if (!denominator) return { value: above, numerator: above, denominator: null }
  const below = counts[denominator]
  return { value: below === 0 ? null : above / below, numerator: above, denominator: below }
}

/** To 10,000 people, or to a square kilometre; the whole of what it is divided by is told too. */
function densityOf(above: number, what: keyof Facts, of: number | null): Value {
  if (!of) return { value: null, numerator: above, denominator: null }
  return { value: what === 'people' ? above * 10_000 / of : above / of, numerator: above, denominator: what === 'people' ? of : null }
}

/** The place of each among its like, the best first, equals together; nothing where nothing was counted. */
export function ranksOf(values: readonly (number | null)[], best: Indicator['best']): (number | null)[] {
  const isBefore = (one: number, other: number) => (best === 'low' ? one < other : one > other)
  return values.map((value) => (value === null ? null : 1 + values.filter((other) => other !== null && isBefore(other, value)).length))
}

/** The posts of the standard (domain §2.9): whose number is counted by who took its step. */
export const posts: readonly { key: string, label: string, shown: readonly string[], of: Measure }[] = [
  { key: 'acceptor', label: '受理员', shown: ['acceptInTimeRate', 'sendVerifyInTimeRate'], of: 'accept_done' },
  { key: 'shiftLeader', label: '值班长', shown: ['fileInTimeRate', 'fileRightRate', 'closeStepInTimeRate'], of: 'filed' },
  { key: 'dispatcher', label: '派遣员', shown: ['dispatchInTimeRate', 'dispatchRightRate'], of: 'dispatched' },
  { key: 'checker', label: '核查人', shown: ['verifyInTimeRate', 'checkInTimeRate'], of: 'check_done' },
  { key: 'gridWorker', label: '网格员', shown: ['patrol', 'patrolValidRate'], of: 'patrol' },
]

export const formulaOf = ({ name, label, group, unit, formula, version, best }: Indicator) => ({ name, label, group, unit, formula, version, best: best ?? null })

export const columnOf = (indicator: Indicator) => ({ ...formulaOf(indicator), part: indicator.numerator })

/** What the list behind an indicator can be asked for, and how many it holds. */
export const partsOf = ({ numerator, less, denominator }: Indicator, counts: Counts) =>
  [...new Set([numerator, less, denominator])].flatMap((name) => (name ? [{ name, label: measures[name], count: counts[name] }] : []))
