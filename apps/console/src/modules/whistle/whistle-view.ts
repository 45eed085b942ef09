import type { Asked, Output } from '@linli/contract'

export type WhistleRow = Output<'whistle', 'list'>['rows'][number]
export type WhistleView = Output<'whistle', 'get'>
export type CallView = WhistleView['calls'][number]
export type WhistleTake = Asked<'whistle', 'take'>['take']
export type Figures = Output<'whistle', 'figures'>
export type WhistleRule = Output<'whistle', 'rule'>

/** How scores are said. */
export const scores = { 5: '很好', 4: '好', 3: '一般', 2: '较差', 1: '很差' } as const
export const scoreWords = (score: number): string => `${score} 分（${scores[score as keyof typeof scores]}）`
