import type { Asked, Output } from '@linli/contract'

export type LinkRow = Output<'link', 'list'>['rows'][number]
export type Address = Output<'link', 'address'>
export type Forward = Asked<'link', 'forward'>
