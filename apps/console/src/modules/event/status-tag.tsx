import { eventFlag, eventSeverity, eventStatus } from '@linli/contract/words/index'
import type { EventFlag, EventSeverity, EventStatus, Light } from '@linli/contract/words/index'
import styles from './status-tag.module.css'

/** Three tones: still to be begun, under way, over. The words say which of them exactly. */
const tone: Record<EventStatus, 'open' | 'going' | 'over'> = {
  draft: 'over', reported: 'open', needInfo: 'going', accepted: 'open', filed: 'open', dispatched: 'going', handling: 'going', needDetail: 'going',
  feedback: 'going', checked: 'going', revisited: 'going', closed: 'over', cancelled: 'over', verifying: 'going', selfHandled: 'open', suspended: 'going', split: 'going', transferred: 'going', merged: 'over',
}

export const StatusTag = ({ status }: { status: EventStatus }) => <span className={`${styles.tag} ${styles[tone[status]]}`}>{eventStatus[status]}</span>

/** Said only where it is more than ordinary. */
export const SeverityTag = ({ severity }: { severity: EventSeverity }) => severity === 'ordinary' ? null : <span className={`${styles.tag} ${styles.grave}`}>{eventSeverity[severity]}</span>

/** What stands beside the state; that it is late the deadline says already, and three times late where it is so now. */
export const FlagTags = ({ flags, light }: { flags: readonly EventFlag[], light: Light | null }) => (
  <>{flags.filter((flag) => flag !== 'overdue' && (flag !== 'severe' || light !== 'severe')).map((flag) => <span key={flag} className={`${styles.tag} ${pressing.includes(flag) ? styles.pressing : styles.flag}`}>{eventFlag[flag]}</span>)}</>
)

const pressing: readonly EventFlag[] = ['urgent', 'severe', 'supervised', 'instructed', 'pinned', 'dissatisfied']
