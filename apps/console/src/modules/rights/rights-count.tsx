import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import count from '../desk/inbox-count.module.css'

/** How many wait for an answer, beside the inbox's place in the menu. */
export function RightsCount() {
  const { data } = useAsk('rights', 'waiting', {}, { isWanted: useMay('rights.handle') })
  if (!data || data.open === 0) return null
  return <span className={count.count}>{data.open}<span className="hidden"> 件</span></span>
}
