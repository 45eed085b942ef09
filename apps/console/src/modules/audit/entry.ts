import type { Output } from '@linli/contract'

export type Entry = Output<'audit', 'list'>['rows'][number]
