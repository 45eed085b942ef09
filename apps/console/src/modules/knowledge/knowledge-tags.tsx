import { knowledgeStatus, knowledgeTerm } from '@linli/contract/words/index'
import type { KnowledgeStatus } from '@linli/contract/words/index'
import tag from '../event/status-tag.module.css'
import type { KnowledgeRow } from './knowledge-words.ts'

const tone: Record<KnowledgeStatus, 'open' | 'going' | 'over'> = { draft: 'going', published: 'open', expired: 'over', withdrawn: 'over' }

export const StatusTag = ({ status }: { status: KnowledgeStatus }) => <span className={`${tag.tag} ${tag[tone[status]]}`}>{knowledgeStatus[status]}</span>
export const UncheckedTag = () => <span className={`${tag.tag} ${tag.flag}`}>待核实</span>

type Tagged = Pick<KnowledgeRow, 'status' | 'open' | 'term' | 'isUnchecked' | 'isNotForUs' | 'isReplacing'>
/** How it stands, and what asks for attention. */
export const KnowledgeTags = ({ row }: { row: Tagged }) => (
  <>
    {(row.status !== 'draft' || row.open === null) && <StatusTag status={row.status} />}
    {row.open && <span className={`${tag.tag} ${tag.going}`}>{row.open === 'review' ? '待审核' : row.status === 'draft' ? '草稿' : '有草稿'}</span>}
    {row.term === 'soon' && <span className={`${tag.tag} ${tag.pressing}`}>{knowledgeTerm.soon}</span>}
    {row.term === 'over' && row.status === 'published' && <span className={`${tag.tag} ${tag.pressing}`}>{knowledgeTerm.over}</span>}
    {row.isReplacing && <span className={`${tag.tag} ${tag.flag}`}>{row.isNotForUs ? '本社区不适用' : '替代街道答案'}</span>}
    {row.isUnchecked && <UncheckedTag />}
  </>
)
