import type { Output } from '@linli/contract'

export type CodeTable = Output<'dictionary', 'tables'>['rows'][number]
export type Entry = Output<'dictionary', 'entries'>['rows'][number]
