import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../parts/page-header.tsx'
import { MatterTree } from './matter-tree.tsx'
import { WhistleRule } from '../whistle/whistle-rule.tsx'
import { StepLimits } from './step-limits.tsx'

/** The catalogue of what can be reported, how long it may take and who handles it; and the limits of the other stages. */
export default function MatterPage() {
  const [params, setParams] = useSearchParams()
  const tab = ['step', 'whistle'].find((one) => one === params.get('tab')) ?? 'tree'
  return (
    <>
      <PageHeader title="事项与时限" hint="改动只影响以后的事件；已经算好的期限不变。" />
      <Tabs activeKey={tab} onChange={(key) => setParams(key === 'tree' ? {} : { tab: key }, { replace: true })} destroyOnHidden
        items={[{ key: 'tree', label: '事项目录', children: <MatterTree /> }, { key: 'step', label: '各环节时限', children: <StepLimits /> }, { key: 'whistle', label: '吹哨时限', children: <WhistleRule /> }]} />
    </>
  )
}
