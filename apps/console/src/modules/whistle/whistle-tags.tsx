import { callStatus, whistleKind, whistleStatus, whistleUrgency } from '@linli/contract/words/index'
import type { CallStatus, WhistleKind, WhistleStatus, WhistleUrgency } from '@linli/contract/words/index'
import tag from '../event/status-tag.module.css'

const tone: Record<WhistleStatus, 'open' | 'going' | 'over'> = { blown: 'going', ended: 'open', rated: 'over', withdrawn: 'over' }
const callTone: Record<CallStatus, 'open' | 'going' | 'over' | 'pressing'> = { called: 'open', answered: 'open', arrived: 'going', fedBack: 'going', absent: 'pressing', released: 'over' }

export const StatusTag = ({ status }: { status: WhistleStatus }) => <span className={`${tag.tag} ${tag[tone[status]]}`}>{whistleStatus[status]}</span>
export const CallTag = ({ status }: { status: CallStatus }) => <span className={`${tag.tag} ${tag[callTone[status]]}`}>{callStatus[status]}</span>
export const KindTag = ({ kind }: { kind: WhistleKind }) => <span className={`${tag.tag} ${tag.flag}`}>{whistleKind[kind]}</span>
/** Said only where it is more than ordinary. */
export const UrgencyTag = ({ urgency }: { urgency: WhistleUrgency }) => urgency === 'ordinary' ? null : <span className={`${tag.tag} ${tag.pressing}`}>{whistleUrgency[urgency]}</span>
export const LateTag = ({ words }: { words: string }) => <span className={`${tag.tag} ${tag.pressing}`}>{words}</span>
