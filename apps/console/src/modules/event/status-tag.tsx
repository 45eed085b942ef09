import { eventSeverity, eventStatus } from '@linli/contract/words/index'
import type { EventSeverity, EventStatus } from '@linli/contract/words/index'
import styles from './status-tag.module.css'

/** Three tones: still to be begun, under way, over. The words say which of them exactly. */
const tone: Record<EventStatus, 'open' | 'going' | 'over'> = {
  draft: 'over', reported: 'open', needInfo: 'going', accepted: 'open', filed: 'open', dispatched: 'going', handling: 'going',
  feedback: 'going', checked: 'going', revisited: 'going', closed: 'over', cancelled: 'over',
}

export const StatusTag = ({ status }: { status: EventStatus }) => <span className={`${styles.tag} ${styles[tone[status]]}`}>{eventStatus[status]}</span>

/** Said only where it is more than ordinary. */
export const SeverityTag = ({ severity }: { severity: EventSeverity }) => severity === 'ordinary' ? null : <span className={`${styles.tag} ${styles.grave}`}>{eventSeverity[severity]}</span>
