import type { Asked, Output } from '@linli/contract'

export type GovernanceRow = Output<'governance', 'list'>['rows'][number]
export type GovernanceView = Output<'governance', 'get'>
export type GovernanceTake = Asked<'governance', 'take'>['take']
export type Clue = Output<'governance', 'clues'>['rows'][number]

/** 下降 75%, 上升 50%, 持平; without events before there is nothing to compare. */
export function changeWords(change: number | null): string {
  if (change === null) return '立项前没有事件，无可比'
  if (change === 0) return '持平'
  return `${change > 0 ? '下降' : '上升'} ${Math.round(Math.abs(change) * 100)}%`
}
