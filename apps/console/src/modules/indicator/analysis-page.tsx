import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../parts/page-header.tsx'
import { CompareTab } from './compare-tab.tsx'
import { PivotTab } from './pivot-tab.tsx'

/** Indicators side by side, and what is counted by place and kind. */
export default function AnalysisPage() {
  const [params, setParams] = useSearchParams()
  const tab = params.get('tab') === 'pivot' ? 'pivot' : 'compare'
  return (
    <>
      <PageHeader title="指标分析" hint="选什么看什么，地址可以发给同事；每个数都能点开。" back={{ to: '/indicators', words: '指标看板' }} />
      <Tabs activeKey={tab} onChange={(key) => setParams(key === 'compare' ? {} : { tab: key }, { replace: true })} destroyOnHidden items={[
        { key: 'compare', label: '比较辖区与时间', children: <CompareTab /> }, { key: 'pivot', label: '交叉分析', children: <PivotTab /> },
      ]} />
    </>
  )
}
