import type { Output } from '@linli/contract'

export type Board = Output<'board', 'figures'>
