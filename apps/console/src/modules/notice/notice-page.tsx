import { CheckOutlined } from '@ant-design/icons'
import { noticeKind } from '@linli/contract/words/index'
import type { NoticeKind } from '@linli/contract/words/index'
import { App, Button, Checkbox, Select } from 'antd'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { flag, someOf } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { noticeCard, noticeColumns } from './notice-columns.tsx'

const kinds = Object.keys(noticeKind) as NoticeKind[]
const fields = { kinds: someOf(kinds), isUnread: flag() }

/** What was said to this person in the last thirty days, by the clock or because a colleague did something. */
export default function NoticePage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const { message } = App.useApp()
  const query = useAsk('notice', 'list', { ...filter, after: pager.after }, { keepsLast: true })
  const unread = useAsk('notice', 'count', {}).data?.unread ?? 0
  const read = useTell('notice', 'read')
  const readAll = useTell('notice', 'readAll')
  const fail = (fault: Error) => void message.error(wordsOf(fault))
  const acts = { ids: [...new Set(query.data?.rows.flatMap((row) => row.event?.id ?? []))], read: (id: string) => read.mutate({ id }, { onError: fail }) }
  useRowKeys()
  return (
    <>
      <PageHeader title="提醒" hint="最近三十天内与您的岗位有关的提醒。同事各自标记，互不影响。"
        actions={<Button icon={<CheckOutlined aria-hidden />} disabled={unread === 0} loading={readAll.isPending} onClick={() => readAll.mutate({}, { onError: fail, onSuccess: () => void message.success('已全部标为已读') })}>全部标为已读</Button>} />
      <FilterBar isFiltered={isFiltered} clear={clear}>
        <Select mode="multiple" maxTagCount={2} allowClear aria-label="提醒种类" placeholder="提醒种类" style={{ width: 240 }} value={filter.kinds ?? []} onChange={(chosen) => change({ kinds: chosen })} options={kinds.map((kind) => ({ value: kind, label: noticeKind[kind] }))} />
        <Checkbox checked={filter.isUnread ?? false} onChange={(event) => change({ isUnread: event.target.checked })}>只看未读</Checkbox>
      </FilterBar>
      <DataTable label="提醒" query={query} columns={noticeColumns(acts)} rowKey={(row) => row.id} pager={pager} card={noticeCard(acts)}
        empty={isFiltered ? <Nothing words="没有符合条件的提醒"><Button onClick={clear}>清除筛选</Button></Nothing> : <Nothing words="最近三十天没有提醒" />} />
    </>
  )
}
