import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import type { Asked } from '@linli/contract'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { ColumnChoice } from '../../parts/table/column-choice.tsx'
import { useColumns } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { useNarrow } from '../../parts/use-media.ts'
import { BulkBar } from '../desk/bulk/bulk-bar.tsx'
import { useInboxColumns } from '../desk/inbox-columns.tsx'
import type { Inbox } from '../desk/inbox-columns.tsx'
import { cardWith, eventColumns } from './event-columns.tsx'
import type { ListTrail } from './event-columns.tsx'
import { eventFields, questionOf } from './event-filter.ts'
import { EventFilters } from './event-filters.tsx'
import { useReturnFocus } from './last-opened.ts'
import { SavedViews } from './saved-views.tsx'
import { totalWords, useTotal } from './use-total.ts'

interface EventListProps {
  title: string
  hint?: string
  /** What this list is about, whatever is filtered besides. */
  about?: Pick<Asked<'event', 'list'>, 'flags' | 'isToApprove'>
  inbox?: Inbox
  empty?: string
}

export default function EventListPage() {
  return <EventList title="事件" />
}

/** The list of events, or a view of it that the menu leads to. */
export function EventList({ title, hint, about, inbox, empty = '还没有事件' }: EventListProps) {
  const { filter, isFiltered, change, clear } = useFilter(eventFields)
  const pager = usePager()
  const { pathname, search } = useLocation()
  const navigate = useNavigate()
  const mayReport = useMay('event.report')
  const asked = { ...questionOf(filter, pager.after), ...about, ...(about?.flags && { flags: [...new Set([...about.flags, ...filter.flags ?? []])] }) }
  const query = useAsk('event', 'list', asked, { keepsLast: true })
  const total = useTotal(filtersOf(asked), pager.after, query.data)
  const [ids, setIds] = useState<string[]>([])
  const trail: ListTrail = { ids: query.data?.rows.map((row) => row.id) ?? [], from: pathname + search }
  const own = useInboxColumns(inbox, query.data?.rows ?? [])
  const all = eventColumns(trail, own)
  const { shown, choose, reset } = useColumns(inbox ?? 'event', all)
  const isNarrow = useNarrow()
  useRowKeys()
  useReturnFocus(query.isSuccess)
  return (
    <>
      <PageHeader title={title} hint={hint} actions={mayReport && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => void navigate('/event/new')}>上报事件</Button>} />
      <FilterBar
        search={{ label: '搜索标题、描述、编号、地点', value: filter.text, onSearch: (text) => change({ text }) }}
        isFiltered={isFiltered} clear={clear}
        tools={<>
          <Segmented aria-label="排序" value={filter.order ?? 'newest'} options={[{ value: 'newest', label: '最新上报' }, { value: 'due', label: '最先到期' }]} onChange={(order) => change({ order: order === 'due' ? 'due' : undefined })} />
          <SavedViews />
          {!isNarrow && <ColumnChoice columns={all} shown={shown} choose={choose} reset={reset} />}
        </>}
      >
        <EventFilters filter={filter} change={change} />
      </FilterBar>
      <BulkBar key={JSON.stringify(filtersOf(asked))} ids={ids} clear={() => setIds([])} filters={filtersOf(asked)} total={total} />
      <DataTable label="事件列表" query={query} columns={shown} rowKey={(row) => row.id} pager={pager} words={total && totalWords(total)}
        choice={{ keys: ids, change: setIds, words: (row) => row.title }} card={cardWith(trail, own)} empty={isFiltered ? <Nothing words="没有符合条件的事件"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words={empty} />} />
    </>
  )
}

/** The list's filter without its page and order. */
function filtersOf(asked: Asked<'event', 'list'>) {
  const { text, status, matter, area, unit, source, isOverdue, flags, pending, from, until, isMine, isToApprove } = asked
  return { text, status, matter, area, unit, source, isOverdue, flags, pending, from, until, isMine, isToApprove }
}
