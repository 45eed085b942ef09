import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useMay } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { ClueList } from './clue-list.tsx'
import { GovernanceList } from './governance-list.tsx'

export default function GovernanceListPage() {
  const [params, setParams] = useSearchParams()
  const mayFound = useMay('governance.found')
  const tab = mayFound && params.get('tab') === 'clues' ? 'clues' : 'list'
  return (
    <>
      <PageHeader title="治理事项" hint={mayFound ? '反复发生的问题立一项，从根上治理（未诉先办）。' : '需要从根上治理的反复发生的问题。'} />
      {mayFound ? (
        <Tabs activeKey={tab} onChange={(key) => setParams(key === 'clues' ? { tab: key } : {}, { replace: true })} destroyOnHidden
          items={[{ key: 'list', label: '治理事项', children: <GovernanceList /> }, { key: 'clues', label: '治理线索', children: <ClueList /> }]} />
      ) : <GovernanceList />}
    </>
  )
}
