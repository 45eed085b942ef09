import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { WaitingPanel } from '../../parts/item-list.tsx'
import { KnowledgeTags } from './knowledge-tags.tsx'
import type { KnowledgeRow } from './knowledge-words.ts'

/** On the first page: answers of mine whose time has ended or ends soon, and those I may review. */
export function WaitingKnowledge() {
  const mayReview = useMay('knowledge.review')
  const over = useAsk('knowledge', 'list', { isMine: true, term: 'over', limit: 2 })
  const soon = useAsk('knowledge', 'list', { isMine: true, term: 'soon', limit: 2 })
  const review = useAsk('knowledge', 'list', { open: 'review', limit: 4 }, { isWanted: mayReview })
  const mine = [...over.data?.rows ?? [], ...soon.data?.rows ?? []]
  const toReview = (review.data?.rows ?? []).filter(({ mayApprove }) => mayApprove)
  return (
    <>
      <WaitingPanel id="ending-knowledge" title="我负责的知识到期" items={mine.map(itemOf)} more={over.data?.next || soon.data?.next ? '/knowledge?isMine=1&term=over' : null} />
      <WaitingPanel id="review-knowledge" title="知识待审核" items={toReview.map(itemOf)} more={review.data?.next ? '/knowledge?open=review' : null} />
    </>
  )
}

const itemOf = (row: KnowledgeRow) => ({
  id: row.id, to: `/knowledge/${row.id}`, title: row.question, tags: <KnowledgeTags row={row} />, about: `${row.areaName} · ${row.category || '没有分类'}`, when: row.open === 'review' ? `${row.changedBy}送审` : row.validTo ? `${row.validTo} 到期` : '',
})
