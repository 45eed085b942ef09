import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { DraftRules } from './draft-rules.tsx'
import { RuleList } from './rule-list.tsx'
import { useDraftQuery } from './use-draft.ts'
import { VersionList } from './version-list.tsx'

/** What is scored how: the rules, how their warnings came out, and what they were before. */
export default function RulePage() {
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab') === 'versions' ? 'versions' : 'rules'
  const mayManage = useMay('risk.manage')
  return (
    <Answer query={useAsk('risk', 'rules', {})}>{({ version, rules, kinds }) => (
      <>
        <PageHeader title="风险规则" hint={version ? `现行第 ${version.no} 版，${version.by} ${whenExact(version.at)} 发布。` : '还没有发布过规则，没有计算分值。'} />
        <Tabs activeKey={tab} onChange={(key) => setParams(key === 'rules' ? {} : { tab: key }, { replace: true })} destroyOnHidden items={[
          { key: 'rules', label: '规则', children: mayManage ? <Drafted /> : rules.length === 0 ? <Nothing words="还没有发布过风险规则" /> : <RuleList rules={rules} kinds={kinds} isMeasured /> },
          { key: 'versions', label: '各版', children: <VersionList current={version?.no} /> },
        ]} />
      </>
    )}</Answer>
  )
}

const Drafted = () => <Answer query={useDraftQuery()}>{(draft) => <DraftRules draft={draft} />}</Answer>
