import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, NotFound, Waiting } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { RuleList } from './rule-list.tsx'

/** The rules of one version, as they were published. */
export default function VersionPage() {
  const no = Number(useParams().no)
  return Number.isInteger(no) && no > 0 ? <Shown no={no} /> : <NotFound />
}

function Shown({ no }: { no: number }) {
  const query = useAsk('risk', 'rules', { version: no })
  return (
    <Answer query={query} waiting={<Waiting isWhole />}>{({ version, rules, kinds }) => (
      <>
        <PageHeader title={`风险规则第 ${no} 版`} back={{ to: '/risk-rule?tab=versions', words: '风险规则' }} hint={version && `${version.by} ${whenExact(version.at)} 发布${version.note ? `：${version.note}` : ''}`} />
        <RuleList rules={rules} kinds={kinds} />
      </>
    )}</Answer>
  )
}
