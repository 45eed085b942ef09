import { useParams, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, NoPermission, Waiting } from '../../parts/states.tsx'
import { KnowledgeForm } from './knowledge-form.tsx'

/** A new entry, also one of a community in the sub-district's place, or the draft of one that is there. */
export default function KnowledgeEditPage() {
  const { id } = useParams()
  const [params] = useSearchParams()
  const from = id ?? params.get('replaces') ?? undefined
  const query = useAsk('knowledge', 'get', { id: from ?? '' }, { isWanted: from !== undefined })
  if (from === undefined) return <><PageHeader title="新增知识" back={{ to: '/knowledge', words: '返回知识库' }} /><KnowledgeForm /></>
  return (
    <Answer query={query} waiting={<Waiting isWhole />}>
      {(entry) => id === undefined
        ? <><PageHeader title="写本社区的答案" back={{ to: `/knowledge/${from}`, words: '返回街道的答案' }} hint={`替代街道的“${entry.question}”，只在本社区有效`} /><KnowledgeForm replaces={entry} /></>
        : entry.steps.includes('change')
          ? <><PageHeader title={entry.question} back={{ to: `/knowledge/${id}`, words: '返回' }} hint={entry.published ? '改的是草稿，审核通过以前居民看到的不变。' : undefined} /><KnowledgeForm entry={entry} key={entry.draft?.no ?? 0} /></>
          : <NoPermission />}
    </Answer>
  )
}
