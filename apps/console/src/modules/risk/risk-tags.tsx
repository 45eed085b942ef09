import { riskColour, warningState } from '@linli/contract/words/index'
import type { RiskColour, WarningState } from '@linli/contract/words/index'
import tag from '../event/status-tag.module.css'
import styles from './risk.module.css'

/** The colour in words and in colour. */
export const ColourTag = ({ colour, words }: { colour: RiskColour, words?: string }) => <span className={`${styles.colour} ${styles[colour]}`}>{riskColour[colour]}色{words && ` ${words}`}</span>

const tone: Record<WarningState, 'open' | 'over'> = { open: 'open', disposed: 'over', mistaken: 'over' }
export const StateTag = ({ state, isOverdue }: { state: WarningState, isOverdue: boolean }) => <><span className={`${tag.tag} ${tag[tone[state]]}`}>{warningState[state]}</span>{isOverdue && <span className={`${tag.tag} ${tag.pressing}`}>逾期</span>}</>
