import { Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useLocation } from 'react-router'
import { useFilter } from '../../parts/address/use-filter.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { useReturnFocus } from '../event/last-opened.ts'
import { MatterSelect } from '../matter/matter-select.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { boardFields, lanes } from './board.ts'
import type { BoardFilter } from './board.ts'
import { BoardLane } from './board-lane.tsx'
import styles from './board-page.module.css'

/** Every open event by where it stands, the first due on top; it follows what happens by itself. On a phone one lane at a time. */
export default function BoardPage() {
  const { filter, isFiltered, change, clear } = useFilter(boardFields)
  const isNarrow = useNarrow()
  const [key, setKey] = useState('reported')
  const { pathname, search } = useLocation()
  useRowKeys()
  useReturnFocus(true)
  const shown = isNarrow ? lanes.filter((lane) => lane.key === key) : lanes
  return (
    <>
      <PageHeader title="看板" />
      <FilterBar search={{ label: '搜索标题、描述、编号、地点', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear}
        tools={isNarrow && <Select aria-label="状态" value={key} onChange={setKey} options={lanes.map(({ key: value, title }) => ({ value, label: title }))} />}>
        <Filters filter={filter} change={change} />
      </FilterBar>
      <div className={styles.board} role="group" aria-label="按状态排列的事件" tabIndex={-1}>
        {shown.map((lane) => <BoardLane key={`${lane.key} ${search}`} lane={lane} filter={filter} from={pathname + search} />)}
      </div>
    </>
  )
}

const Filters = ({ filter, change }: { filter: BoardFilter, change: (change: BoardFilter) => void }) => (
  <>
    <MatterSelect isAnyLevel allowClear aria-label="事项" placeholder="事项" style={{ width: 150 }} value={filter.matter} onChange={(matter) => change({ matter })} />
    <AreaSelect allowClear deepest="grid" aria-label="辖区" placeholder="辖区" style={{ width: 150 }} value={filter.area} onChange={(area) => change({ area })} />
    <UnitSelect allowClear aria-label="办理单位" placeholder="办理单位" style={{ width: 150 }} value={filter.unit} onChange={(unit) => change({ unit })} />
    <Checkbox checked={filter.isMine ?? false} onChange={(event) => change({ isMine: event.target.checked })}>等我办理</Checkbox>
    <Checkbox checked={filter.isOverdue ?? false} onChange={(event) => change({ isOverdue: event.target.checked })}>已超时</Checkbox>
  </>
)
