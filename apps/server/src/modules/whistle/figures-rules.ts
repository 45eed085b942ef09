import type { Output } from '@linli/contract'

type Figures = Output<'whistle', 'figures'>

/** What is counted of a unit's calls. `answerDue`, `arriveDue`: answered or there, or should be by now; who was let go is in none of them. */
export interface Counted { unit: string, unit_name: string, called: number, answered: number, answer_due: number, answer_in_time: number, arrived: number, arrive_due: number, arrive_in_time: number, off_spot: number, fed_back: number, rated: number, solved: number, score: number | null }

/** Changes with every change of a formula below. */
export const version = '1'

export const formulas: Figures['formulas'] = [
  { key: 'called', title: '被召集', formula: '期间内召集该单位的次数，不含已撤销的哨和不再召集的' },
  { key: 'answeredInTime', title: '按时接哨率', formula: '按时接哨 ÷ 应接哨（已接哨，或接哨时限已过、哨已结束而没有接哨）' },
  { key: 'arrival', title: '到场率', formula: '已到场 ÷ 应到场（已到场，或到场时限已过、哨已结束而没有到场）' },
  { key: 'arrivalInTime', title: '按时到场率', formula: '按时到场 ÷ 应到场' },
  { key: 'late', title: '迟到', formula: '到场时已过到场时限的次数' },
  { key: 'offSpot', title: '不在现场报到', formula: '报到位置超出现场范围，或没有取得定位的次数' },
  { key: 'solved', title: '解决率', formula: '街道评价为已解决 ÷ 街道已评价' },
  { key: 'score', title: '街道评价', formula: '到场与配合两项评分（1–5 分）的平均值' },
]

const share = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round(part / whole * 10_000) / 10_000)

export const figuresOf = (row: Counted): Figures['rows'][number] => ({
  unit: { id: row.unit, name: row.unit_name }, called: row.called, answered: row.answered, arrived: row.arrived, late: row.arrived - row.arrive_in_time, offSpot: row.off_spot, fedBack: row.fed_back, rated: row.rated,
  answeredInTime: share(row.answer_in_time, row.answer_due), arrival: share(row.arrived, row.arrive_due), arrivalInTime: share(row.arrive_in_time, row.arrive_due),
  solved: share(row.solved, row.rated), score: row.score === null ? null : Math.round(row.score * 100) / 100,
})
