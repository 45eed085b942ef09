import type { Asked, Output } from '@linli/contract'

export type EventRow = Output<'event', 'list'>['rows'][number]
export type EventView = Output<'event', 'get'>
export type Trace = Output<'event', 'trace'>['rows'][number]
export type Stage = EventView['stages'][number]
export type Take = Asked<'event', 'take'>['take']
export type Report = Asked<'event', 'report'>

/** Passed on by 12345 as a whole: it wants to know more with the answer. */
export const isFromHotline = ({ source, whole }: Pick<EventView, 'source' | 'whole'>): boolean => source === 'hotline' && whole === null

/** Why this unit is suggested. */
export const suggestedBy = ({ routed, reopened }: Pick<EventView, 'routed' | 'reopened'>): string => {
  if (reopened > 0) return '按上次办理'
  return routed ? `按派遣规则第 ${routed.version} 版第 ${routed.no} 条` : '按事项规则'
}
