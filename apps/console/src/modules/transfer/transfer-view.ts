import type { Output } from '@linli/contract'

export type TransferRow = Output<'transfer', 'list'>['rows'][number]

/** Who moves, as far as one may know: until it is agreed the community that asks knows only that it asked. */
export const whoWords = ({ person }: TransferRow): string => person?.name ?? '（同意后可见）'
export const toWords = ({ to }: TransferRow): string => to.address ? `${to.address}（${to.name}）` : to.name
