import { governanceReach, governanceStatus } from '@linli/contract/words/index'
import type { GovernanceReach, GovernanceStatus } from '@linli/contract/words/index'
import tag from '../event/status-tag.module.css'
import type { GovernanceRow } from './governance-view.ts'

const tone: Record<GovernanceStatus, 'open' | 'going' | 'over'> = { founded: 'open', planned: 'open', underWay: 'going', done: 'going', watched: 'going', closed: 'over', cancelled: 'over' }

export const StatusTag = ({ status }: { status: GovernanceStatus }) => <span className={`${tag.tag} ${tag[tone[status]]}`}>{governanceStatus[status]}</span>
export const ReachTag = ({ reach }: { reach: GovernanceReach }) => reach === 'spot' ? null : <span className={`${tag.tag} ${tag.flag}`}>{governanceReach[reach]}</span>
/** What asks for attention: late, or come back after it was done. */
export const PressingTags = ({ row: { isLate, isBack, recurred } }: { row: Pick<GovernanceRow, 'isLate' | 'isBack' | 'recurred'> }) => (
  <>
    {isLate && <span className={`${tag.tag} ${tag.pressing}`}>已过计划日期</span>}
    {isBack && <span className={`${tag.tag} ${tag.pressing}`}>治理后又发生 {recurred} 件</span>}
  </>
)
