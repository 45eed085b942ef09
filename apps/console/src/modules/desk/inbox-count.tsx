import type { Output } from '@linli/contract'
import { useAsk } from '../../kernel/ask.ts'
import styles from './inbox-count.module.css'

type Inbox = keyof Output<'desk', 'counts'>

/** How many wait in an inbox, beside its place in the menu; nothing where none do. */
function InboxCount({ inbox }: { inbox: Inbox }) {
  const waiting = useAsk('desk', 'counts', {}, { topic: 'event' }).data?.[inbox]
  if (!waiting?.count) return null
  return <span className={styles.count}>{waiting.count}{waiting.isMore && '+'}<span className="hidden"> 件</span></span>
}

export const ApprovalCount = () => <InboxCount inbox="approval" />
export const SupervisionCount = () => <InboxCount inbox="supervision" />
