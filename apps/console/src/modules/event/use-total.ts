import type { Asked, Output } from '@linli/contract'
import { useAsk } from '../../kernel/ask.ts'

export type Total = Output<'event', 'count'>

/** How many the list holds that `page` begins or goes on with: what fits on one page is not counted by the server. */
export function useTotal(filters: Asked<'event', 'count'>, after: string | undefined, page: Output<'event', 'list'> | undefined): Total | undefined {
  const isWhole = after === undefined && page?.next === null
  const count = useAsk('event', 'count', filters, { isWanted: page !== undefined && !isWhole, keepsLast: true })
  return isWhole ? { total: page.rows.length, isMore: false } : count.data
}

/** Large counts are not counted to the end. */
export const totalWords = ({ total, isMore }: Total): string => `共 ${total}${isMore ? '+' : ''} 件`
