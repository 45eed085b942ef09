import type { Asked, Output } from '@linli/contract'

export type EventRow = Output<'event', 'list'>['rows'][number]
export type EventView = Output<'event', 'get'>
export type Trace = Output<'event', 'trace'>['rows'][number]
export type Stage = EventView['stages'][number]
export type Take = Asked<'event', 'take'>['take']
export type Report = Asked<'event', 'report'>
