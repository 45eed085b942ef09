import type { Output } from '@linli/contract'

export type Figure = Output<'indicator', 'figures'>['figures'][number]
export type View = Output<'indicator', 'list'>['rows'][number]
