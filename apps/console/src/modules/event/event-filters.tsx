import { eventFlag, eventSource, eventStatus, requestKind } from '@linli/contract/words/index'
import { Checkbox, Select } from 'antd'
import { DayRange } from '../../parts/day-range.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { MatterSelect } from '../matter/matter-select.tsx'
import type { EventFilter } from './event-filter.ts'

interface EventFiltersProps { filter: EventFilter, change: (change: EventFilter) => void }

const options = <T extends string>(words: Record<T, string>) => (Object.entries(words) as [T, string][]).map(([value, label]) => ({ value, label }))

/** Every filter but the search box. */
export const EventFilters = ({ filter, change }: EventFiltersProps) => (
  <>
    <Select mode="multiple" maxTagCount={1} allowClear aria-label="状态" placeholder="状态" style={{ width: 160 }} options={options(eventStatus)} value={filter.status ?? []} onChange={(status) => change({ status })} />
    <MatterSelect isAnyLevel allowClear aria-label="事项" placeholder="事项" style={{ width: 140 }} value={filter.matter} onChange={(matter) => change({ matter })} />
    <AreaSelect allowClear deepest="grid" aria-label="辖区" placeholder="辖区" style={{ width: 150 }} value={filter.area} onChange={(area) => change({ area })} />
    <UnitSelect allowClear aria-label="办理单位" placeholder="办理单位" style={{ width: 150 }} value={filter.unit} onChange={(unit) => change({ unit })} />
    <Select mode="multiple" maxTagCount={1} allowClear aria-label="来源" placeholder="来源" style={{ width: 140 }} options={options(eventSource)} value={filter.source ?? []} onChange={(source) => change({ source })} />
    <Select mode="multiple" maxTagCount={1} allowClear aria-label="标记" placeholder="标记" style={{ width: 120 }} options={options(eventFlag)} value={filter.flags ?? []} onChange={(flags) => change({ flags })} />
    <Select allowClear aria-label="待审批的申请" placeholder="待审批" style={{ width: 110 }} options={options(requestKind)} value={filter.pending} onChange={(pending) => change({ pending })} />
    <DayRange aria-label="上报日期" placeholder={['上报自', '至']} from={filter.from} until={filter.until} onChange={change} />
    <Checkbox checked={filter.isMine ?? false} onChange={(event) => change({ isMine: event.target.checked })}>等我办理</Checkbox>
    <Checkbox checked={filter.isOverdue ?? false} onChange={(event) => change({ isOverdue: event.target.checked })}>已超时</Checkbox>
  </>
)
