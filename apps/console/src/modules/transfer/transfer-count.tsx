import { useAsk } from '../../kernel/ask.ts'
import count from '../desk/inbox-count.module.css'

const most = 20

/** How many wait for my answer, beside the inbox's place in the menu. */
export function TransferCount() {
  const { data } = useAsk('transfer', 'list', { isToDecide: true, limit: most })
  const waiting = data?.rows.filter(({ mayDecide }) => mayDecide).length ?? 0
  if (waiting === 0) return null
  return <span className={count.count}>{waiting}{data?.next && '+'}<span className="hidden"> 件</span></span>
}
