import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { AccuracyTable } from './accuracy-table.tsx'
import { DraftRules } from './draft-rules.tsx'
import { RuleList } from './rule-list.tsx'
import { rateWords } from './rule-words.ts'
import type { Version } from './rule-words.ts'
import { lastDays, useAccuracy } from './use-accuracy.ts'
import { useDraftQuery } from './use-draft.ts'
import { VersionList } from './version-list.tsx'

const tabs = ['rules', 'accuracy', 'versions'] as const

/** Who is suggested for what: the rules, how they did, and what they were before. */
export default function RoutingPage() {
  const [params, setParams] = useSearchParams()
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'rules'
  const mayManage = useMay('routing.manage')
  const query = useAsk('routing', 'rules', {})
  const rate = useAccuracy(lastDays()).data?.all.rate
  return (
    <Answer query={query}>{({ version, rules }) => (
      <>
        <PageHeader title="派遣规则" hint={`${versionWords(version)}${rate === undefined ? '' : ` 近 30 天首派准确率 ${rateWords(rate)}。`}`} />
        <Tabs activeKey={tab} onChange={(key) => setParams(key === 'rules' ? {} : { tab: key }, { replace: true })} destroyOnHidden items={[
          { key: 'rules', label: '规则', children: mayManage ? <Drafted /> : <InForce rules={rules} /> },
          { key: 'accuracy', label: '首派准确率', children: <AccuracyTable rules={rules} /> },
          { key: 'versions', label: '各版', children: <VersionList current={version?.no} /> },
        ]} />
      </>
    )}</Answer>
  )
}

const versionWords = (version: Version | null) => version ? `现行第 ${version.no} 版，${version.by} ${whenExact(version.at)} 发布。` : '还没有发布过规则。'

function Drafted() {
  const measured = useAccuracy(lastDays()).data?.rules
  return <Answer query={useDraftQuery()}>{(draft) => <DraftRules draft={draft} measured={measured} />}</Answer>
}

function InForce({ rules }: { rules: Parameters<typeof RuleList>[0]['rules'] }) {
  const measured = useAccuracy(lastDays()).data?.rules
  return rules.length === 0 ? <Nothing words="还没有派遣规则；派遣时按事项自己的办理单位建议" /> : <RuleList label="派遣规则" rules={rules} measured={measured} />
}
