import { PlusOutlined } from '@ant-design/icons'
import { Button, Tabs } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { useMay } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { WhistleFigures } from './whistle-figures.tsx'
import { WhistleList } from './whistle-list.tsx'

export default function WhistleListPage() {
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const mayBlow = useMay('whistle.blow')
  const tab = params.get('tab') === 'figures' ? 'figures' : 'list'
  return (
    <>
      <PageHeader title="吹哨" hint={mayBlow ? '召集有关部门到现场一起解决问题。' : '街道召集本单位到现场的任务。'}
        actions={mayBlow && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/whistle/new')}>吹哨</Button>} />
      <Tabs activeKey={tab} onChange={(key) => setParams(key === 'figures' ? { tab: key } : {}, { replace: true })} destroyOnHidden
        items={[{ key: 'list', label: '吹哨列表', children: <WhistleList /> }, { key: 'figures', label: '报到情况', children: <WhistleFigures /> }]} />
    </>
  )
}
