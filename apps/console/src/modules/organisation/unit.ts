import type { Output } from '@linli/contract'

export type Unit = Output<'organisation', 'units'>['rows'][number]
