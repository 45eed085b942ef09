import type { WhistleStep } from '@linli/contract'

/** Words of the journal names of this module. */
export const words = {
  'whistle.blown': '吹哨', 'whistle.called': '加派单位', 'whistle.released': '不再召集', 'whistle.withdrawn': '撤销吹哨', 'whistle.ended': '收哨', 'whistle.unit-rated': '评价单位',
  'whistle.answered': '接哨', 'whistle.arrived': '到场报到', 'whistle.fed-back': '反馈结果', 'whistle.office-rated': '评价街道', 'whistle.rule-set': '设置吹哨时限',
} as const

/** The journal name of each step. */
export const happened = {
  blow: 'whistle.blown', callMore: 'whistle.called', release: 'whistle.released', withdraw: 'whistle.withdrawn', end: 'whistle.ended', rateUnits: 'whistle.unit-rated',
  answer: 'whistle.answered', reportIn: 'whistle.arrived', feedback: 'whistle.fed-back', rateOffice: 'whistle.office-rated',
} as const satisfies Record<WhistleStep, keyof typeof words>
