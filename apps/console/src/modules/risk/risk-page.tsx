import { Tabs } from 'antd'
import { useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { BoardTables } from './board-tables.tsx'
import { CareList } from './care-list.tsx'
import { PlaceList } from './place-list.tsx'
import { WarningList } from './warning-list.tsx'

const tabs = ['board', 'warning', 'list', 'care'] as const

/** What needs somebody to look first: numbers, warnings, places, and people for those who care for them. */
export default function RiskPage() {
  const [params, setParams] = useSearchParams()
  const mayCare = useMay('risk.person')
  const tab = tabs.find((one) => one === params.get('tab') && (one !== 'care' || mayCare)) ?? 'board'
  return (
    <>
      <PageHeader title="风险看板" hint={<Hint />} />
      <Tabs activeKey={tab} onChange={(key) => setParams(key === 'board' ? {} : { tab: key }, { replace: true })} destroyOnHidden items={[
        { key: 'board', label: '看板', children: <Board /> },
        { key: 'warning', label: '预警', children: <WarningList /> },
        { key: 'list', label: '地点风险', children: <PlaceList /> },
        ...(mayCare ? [{ key: 'care', label: '关爱对象', children: <CareList /> }] : []),
      ]} />
    </>
  )
}

function Hint() {
  const { data } = useAsk('risk', 'board', {})
  if (!data) return null
  return data.computedAt === null ? '还没有发布风险规则，没有计算分值。' : `按风险规则第 ${data.version} 版，${whenWords(data.computedAt)} 更新；有变化的两分钟内更新，每天凌晨全部重算。`
}

function Board() {
  const [params] = useSearchParams()
  const area = params.get('area') ?? undefined
  return <Answer query={useAsk('risk', 'board', { area }, { keepsLast: true })}>{(board) => <BoardTables board={board} area={area} />}</Answer>
}
