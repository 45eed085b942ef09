import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { PageHeader } from '../../parts/page-header.tsx'
import { BorderTab } from '../zoning/border-tab.tsx'
import { ChangeTab } from '../zoning/change-tab.tsx'
import { ImportTab } from './import-tab.tsx'
import { PlanTab } from './plan-tab.tsx'

const tabs = ['plan', 'border', 'change'] as const

/** 底图与网格: the installation's own map comes in here, and grids are drawn on it. */
export default function AtlasPage() {
  const [params, setParams] = useSearchParams()
  const tab = tabs.find((one) => one === params.get('tab')) ?? 'import'
  return (
    <>
      <PageHeader title="底图与网格" hint="道路、水系、楼幢和边界从测绘数据导入；网格边界在地图上调整，楼幢、人口和未办结的事件跟着划过去。" />
      <Tabs activeKey={tab} onChange={(key) => setParams(key === 'import' ? {} : { tab: key }, { replace: true })} destroyOnHidden
        items={[{ key: 'import', label: '底图数据', children: <ImportTab /> }, { key: 'plan', label: '道路和地点', children: <PlanTab /> }, { key: 'border', label: '网格划分', children: <BorderTab /> }, { key: 'change', label: '调整记录', children: <ChangeTab /> }]} />
    </>
  )
}
