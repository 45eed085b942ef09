import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, NotFound, Nothing, Waiting } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { RuleList } from './rule-list.tsx'

/** The rules of one version, as they were published. */
export default function VersionPage() {
  const no = Number(useParams().no)
  return Number.isInteger(no) && no > 0 ? <Shown no={no} /> : <NotFound />
}

function Shown({ no }: { no: number }) {
  const query = useAsk('routing', 'rules', { version: no })
  return (
    <Answer query={query} waiting={<Waiting isWhole />}>{({ version, rules }) => (
      <>
        <PageHeader title={`派遣规则第 ${no} 版`} back={{ to: '/routing?tab=versions', words: '派遣规则' }} hint={version && `${version.by} ${whenExact(version.at)} 发布${version.note ? `：${version.note}` : ''}`} />
        {rules.length === 0 ? <Nothing words="这一版没有规则" /> : <RuleList label={`第 ${no} 版的规则`} rules={rules} />}
      </>
    )}</Answer>
  )
}
