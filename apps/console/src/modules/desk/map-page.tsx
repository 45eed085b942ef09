import { UnorderedListOutlined } from '@ant-design/icons'
import { eventStatus } from '@linli/contract/words/index'
import { Checkbox, Select } from 'antd'
import { useMemo, useState } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import type { Dot, MapHand } from '../../parts/map/dots.ts'
import type { Box } from '../../parts/map/shape.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { usePause } from '../../parts/use-pause.ts'
import { eventFields, questionOf } from '../event/event-filter.ts'
import type { EventFilter } from '../event/event-filter.ts'
import { MatterSelect } from '../matter/matter-select.tsx'
import { TownMap } from '../organisation/town-map.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { boxAsked, pressed, toneOf, wordsOf } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { DotList } from './dot-list.tsx'
import { MapLegend } from './map-legend.tsx'
import styles from './map-page.module.css'
import { openStatuses } from './queue.ts'

/** While a map is dragged nothing is asked. */
const restMs = 250

/** The events of the filter as clustered points. Without a state chosen: those somebody is still to do something about. */
export default function MapPage() {
  const { filter, isFiltered, change, clear } = useFilter(eventFields)
  const me = useMe()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const [view, setView] = useState<{ box: Box, hand: MapHand }>()
  const [listed, setListed] = useState<Cluster>()
  const settled = usePause(view, restMs)
  const query = useAsk('desk', 'clusters', askedOf(filter, settled), { topic: 'event', keepsLast: true, isWanted: settled !== undefined })
  const hand = settled?.hand
  const dots = useMemo(() => (query.data?.rows ?? []).map((cluster): Dot => ({
    key: `${cluster.lng} ${cluster.lat}`, lng: cluster.lng, lat: cluster.lat, text: cluster.count > 1 ? String(cluster.count) : '', words: wordsOf(cluster), tone: toneOf(cluster),
    act: () => {
      const act = pressed(cluster, hand?.zoom() ?? 0)
      if (act === 'open') void navigate(`/event/${cluster.newest[0]!.id}`, { state: { ids: [cluster.newest[0]!.id], from: pathname + search } })
      else if (act === 'list') setListed(cluster)
      else hand?.goTo(cluster)
    },
  })), [query.data, hand, navigate, pathname, search])
  return (
    <>
      <PageHeader title="事件地图" hint={query.data ? `图中 ${query.data.isMore ? `最新 ${query.data.total}` : query.data.total} 件，不含没有定点的事件。` : '正在载入'}
        actions={<Link to={`/event${search}`} className={styles.list}><UnorderedListOutlined aria-hidden /> 看列表</Link>} />
      <FilterBar search={{ label: '搜索标题、描述、编号、地点', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear}>
        <Filters filter={filter} change={change} />
      </FilterBar>
      <div className={styles.map}>
        <TownMap label="事件地图，点按数字放大，点按单件打开" area={filter.area ?? myAreas(me)[0]?.path ?? '/'} dots={dots} onRest={(box, next) => setView({ box, hand: next })} height="100%" />
        <MapLegend />
        {listed && <DotList cluster={listed} from={pathname + search} close={() => setListed(undefined)} />}
      </div>
    </>
  )
}

function askedOf(filter: EventFilter, view: { box: Box, hand: MapHand } | undefined) {
  const { text, matter, unit, area, source, flags, pending, isMine, isOverdue, from, until } = questionOf(filter)
  const filters = { text, matter, unit, area, source, flags, pending, isMine, isOverdue, from, until, status: filter.status ?? openStatuses }
  return { filters, box: view ? boxAsked(view.box) : { west: 73, south: 3, east: 136, north: 54 }, zoom: Math.round((view?.hand.zoom() ?? 0) * 2) / 2 }
}

const Filters = ({ filter, change }: { filter: EventFilter, change: (change: EventFilter) => void }) => (
  <>
    <Select mode="multiple" maxTagCount={1} allowClear aria-label="状态" placeholder="全部在办状态" style={{ width: 180 }} options={Object.entries(eventStatus).map(([value, label]) => ({ value, label }))} value={filter.status ?? []} onChange={(status) => change({ status: status as EventFilter['status'] })} />
    <MatterSelect isAnyLevel allowClear aria-label="事项" placeholder="事项" style={{ width: 150 }} value={filter.matter} onChange={(matter) => change({ matter })} />
    <UnitSelect allowClear aria-label="办理单位" placeholder="办理单位" style={{ width: 150 }} value={filter.unit} onChange={(unit) => change({ unit })} />
    <Checkbox checked={filter.isMine ?? false} onChange={(event) => change({ isMine: event.target.checked })}>等我办理</Checkbox>
    <Checkbox checked={filter.isOverdue ?? false} onChange={(event) => change({ isOverdue: event.target.checked })}>已超时</Checkbox>
  </>
)
