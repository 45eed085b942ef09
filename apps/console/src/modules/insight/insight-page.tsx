import { dayWords, whenWords } from '../../parts/when.ts'
import { addDays } from '@linli/standards/day'
import { Select, Tabs, Tag } from 'antd'
import type { Output } from '@linli/contract'
import { eventSource } from '@linli/contract/words/index'
import type { EventSource } from '@linli/contract/words/index'
import { useAsk } from '../../kernel/ask.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { useNarrow } from '../../parts/use-media.ts'
import { MatterSelect } from '../matter/matter-select.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { CompareTable } from './compare-table.tsx'
import { ExportButton } from './export-button.tsx'
import { FigureGroups } from './figure-groups.tsx'
import { FrozenMonths } from './frozen-months.tsx'
import { insightFields, justOne, questionOf, tabField, type InsightFilter } from './insight-filter.ts'
import { PostTables } from './post-tables.tsx'
import { Present } from './present.tsx'
import { RecurringTable } from './recurring-table.tsx'
import { StructureBars } from './structure-bars.tsx'

export default function InsightPage() {
  const { filter, isFiltered, change, clear } = useFilter(insightFields)
  const { filter: { tab }, change: choose } = useFilter(tabField)
  const query = useAsk('insight', 'figures', questionOf(filter), { keepsLast: true, freshMs: 60_000 })
  const tabs = [
    { key: 'figures', label: '指标', children: <Answer query={query}>{(told) => <>{!filter.person && <Present present={told.present} filter={filter} />}{told.countedUntil ? <FigureGroups told={told} filter={filter} /> : <Nothing words="首次统计正在进行，请过几分钟再看" />}</>}</Answer> },
    { key: 'structure', label: '结构', children: <StructureBars filter={filter} choose={(chosen) => { change(chosen); choose({ tab: undefined }) }} /> },
    ...(['unit', 'area', 'matter'] as const).map((by) => ({ key: by, label: { unit: '分单位', area: '分辖区', matter: '分事项' }[by], children: <CompareTable by={by} filter={filter} /> })),
    { key: 'post', label: '分岗位', children: <PostTables filter={filter} /> },
    { key: 'recurring', label: '复发点', children: <RecurringTable filter={filter} /> },
    { key: 'frozen', label: '固化月报', children: <FrozenMonths area={filter.area} /> },
  ]
  return (
    <>
      <PageHeader title="统计分析" hint={query.data && periodWords(query.data)} />
      <FilterBar isFiltered={isFiltered} clear={clear} tools={<ExportButton filter={filter} />}>
        <Filters filter={filter} change={change} />
      </FilterBar>
      <Parts tabs={tabs} chosen={tab ?? 'figures'} choose={(key) => choose({ tab: tabField.tab.read(key) })} />
    </>
  )
}

interface PartsProps { tabs: { key: string, label: string, children: React.ReactNode }[], chosen: string, choose: (key: string) => void }

/** Eight tabs do not fit on a phone. */
function Parts({ tabs, chosen, choose }: PartsProps) {
  if (!useNarrow()) return <Tabs activeKey={chosen} onChange={choose} destroyOnHidden items={tabs} />
  return (
    <>
      <Select aria-label="看什么" style={{ width: '100%', marginBottom: 12 }} value={chosen} onChange={choose} options={tabs.map(({ key, label }) => ({ value: key, label }))} />
      {tabs.find(({ key }) => key === chosen)?.children}
    </>
  )
}

const Filters = ({ filter, change }: { filter: InsightFilter, change: (change: InsightFilter) => void }) => (
  <>
    <DayRange aria-label="统计日期" placeholder={['本月', '今天']} from={filter.from} until={filter.until} onChange={change} />
    <AreaSelect allowClear deepest="community" aria-label="辖区" placeholder="辖区" style={{ width: 160 }} value={filter.area} onChange={(area) => change({ area })} />
    <UnitSelect allowClear aria-label="办理单位" placeholder="办理单位" style={{ width: 150 }} value={filter.unit} onChange={(unit) => change(justOne({ unit }))} />
    <MatterSelect isAnyLevel allowClear aria-label="事项" placeholder="事项" style={{ width: 150 }} value={filter.matter} onChange={(matter) => change(justOne({ matter }))} />
    <Select<EventSource> allowClear aria-label="来源" placeholder="来源" style={{ width: 130 }} value={filter.source} onChange={(source) => change(justOne({ source }))}
      options={Object.entries(eventSource).map(([value, label]) => ({ value: value as EventSource, label }))} />
    {filter.person && <Tag closable={{ 'aria-label': '不限办理人' }} onClose={() => change({ person: undefined })} style={{ margin: 0, lineHeight: '30px' }}>办理人：{filter.person}</Tag>}
  </>
)

const days = ({ from, until }: Output<'insight', 'figures'>['period']) => (from === until ? dayWords(from) : `${dayWords(from)}至${dayWords(addDays(until, -1))}`)

const periodWords = ({ period, before, lastYear, countedSince, countedUntil }: Output<'insight', 'figures'>) =>
  `${days(period)}。环比 ${days(before)}，同比 ${days(lastYear)}。${countedSince && lastYear.from < countedSince ? `记录自${dayWords(countedSince)}起，更早的不作比较。` : ''}${countedUntil ? `统计截至${whenWords(countedUntil)}，约一分钟更新一次。` : ''}`
