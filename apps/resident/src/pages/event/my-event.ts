import type { Output } from '@linli/contract'

export type MyEvent = Output<'event', 'getMine'>

/** As it stands in a list. */
export type MyRow = Output<'event', 'mine'>['rows'][number]
