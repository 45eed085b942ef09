/** What is counted, each under the name of its column in the tally, with the words for the list behind it. Where it is read from: measure-queries.ts. */
export const measures = {
  reported: '上报', duplicate: '重复件', self_handled: '自处置', to_contact: '需响应', contacted: '24 小时内响应', to_accept: '需受理', accepted_of: '已受理', patrol: '网格上报', patrol_valid: '有效上报',
  accepted: '受理', accept_done: '受理环节办完', accept_in_time: '按时受理', verify_done: '核实完成', verify_in_time: '按时核实', verify_sent: '发核实', verify_sent_in_time: '按时发核实',
  filed: '立案', file_in_time: '按时立案', filed_cancelled: '立案后作废', filed_of: '受理后立案', filed_public: '公众举报立案',
  dispatched: '派遣', dispatch_in_time: '按时派遣', recalled: '撤回派遣', first_dispatched: '首次派遣', first_right: '首派未被退回', sent_right: '只派一个单位',
  signed: '签收', sign_in_time: '按时签收',
  handled: '处置完成', handle_in_time: '期内按时处置', reworked: '返工', reworked_again: '多次返工', returned: '退回', returned_late: '超时退回', shirked: '重复退回', extended: '延期', check_done: '核查完成', check_in_time: '按时核查',
  suspended: '挂账', transferred: '移交上级', merged: '并案', cancelled: '作废', reopened: '重办', closed: '结案', close_done: '结案环节办完', close_in_time: '按时办完结案',
  handle_due: '应处置', handle_met: '应处置已处置', handle_met_in_time: '应处置按时处置', unhandled: '超期未处置', reply_due: '应答复', replied: '应答复已答复', reply_missing: '未答复', to_visit: '需回访', visited: '已回访', unvisited: '未回访',
  ended: '现为已结案', rated: '已评价', satisfied: '满意', solved: '已解决',
  due: '应结案', due_closed: '应结已结', due_in_time: '按时结案',
} as const
export type Measure = keyof typeof measures
export const measureNames = Object.keys(measures) as Measure[]

/** What is measured in minutes, and whose number it is. */
export const times = { accept: 'accepted', handle: 'handled', close: 'ended' } as const satisfies Record<string, Measure>
export type TimeMeasure = keyof typeof times

/** What cannot be counted from events: people and square kilometres of the place; nothing where nobody has told them. */
export interface Facts { people: number | null, km2: number | null }

export type Counts = Record<Measure, number>
/** Bucket → how many. */
export type Histogram = ReadonlyMap<number, number>

/** The least minutes of a bucket: exact below 64, then 16 steps to a doubling; the inverse of minute_bucket() in the database. */
export const minutesOf = (bucket: number): number => (bucket < 64 ? bucket : Math.ceil(64 * 2 ** ((bucket - 64) / 16)))

/** The smallest value that at least `share` of all do not exceed (nearest rank); null of nothing. */
export function percentile(histogram: Histogram, share: number): number | null {
  const total = [...histogram.values()].reduce((sum, n) => sum + n, 0)
  if (total === 0) return null
  let seen = 0
  for (const [bucket, n] of [...histogram].toSorted(([a], [b]) => a - b)) {
    seen += n
    if (seen >= share * total) return minutesOf(bucket)
  }
  return null
}

/** The mean, of each bucket its middle; to the minute. */
export function mean(histogram: Histogram): number | null {
  let [sum, total] = [0, 0]
  for (const [bucket, n] of histogram) {
    sum += n * (minutesOf(bucket) + minutesOf(bucket + 1) - 1) / 2
    total += n
  }
  return total === 0 ? null : Math.round(sum / total)
}
