import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Select, Tabs, Tag } from 'antd'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { day, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { saveText } from '../../parts/download.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { instantsOf, whenExact } from '../../parts/when.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import type { Entry } from './entry.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import { subjectWords } from './subject.ts'
import { Seals } from './seals.tsx'

const fields = { subject: word(), actor: word(), name: word(), area: word(), from: day(), until: day() }

export default function AuditPage() {
  const [tab, setTab] = useState('list')
  return (
    <>
      <PageHeader title="审计记录" hint="谁在什么时候做了什么。只能查看和导出，不能修改；查看和导出本身也会留下记录。" />
      <Tabs activeKey={tab} onChange={setTab} destroyOnHidden items={[{ key: 'list', label: '记录', children: <Journal /> }, { key: 'seals', label: '封存情况', children: <Seals /> }]} />
    </>
  )
}

function Journal() {
  const { filter: { from, until, ...rest }, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const asked = { ...rest, ...instantsOf(from, until) }
  const query = useAsk('audit', 'list', { ...asked, after: pager.after }, { keepsLast: true, isLogged: true })
  const names = useAsk('audit', 'names', {}, { freshMs: longFresh }).data?.rows ?? []
  const [open, setOpen] = useState<Entry>()
  useRowKeys()
  return (
    <>
      <FilterBar search={{ label: '搜索对象编号', value: rest.subject, onSearch: (subject) => change({ subject }) }} isFiltered={isFiltered} clear={clear} tools={<Export asked={asked} />}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} aria-label="动作" placeholder="动作" style={{ width: 160 }} value={rest.name} onChange={(name?: string) => change({ name })} options={names.map((row) => ({ value: row.name, label: row.title }))} />
        <AreaSelect allowClear deepest="community" aria-label="辖区" placeholder="辖区" style={{ width: 160 }} value={rest.area} onChange={(area) => change({ area })} />
        {rest.actor && <Tag closable={{ 'aria-label': '不再只看这个人' }} onClose={() => change({ actor: undefined })}>人员：{query.data?.rows.find(({ actor }) => actor === rest.actor)?.actorName ?? '所选人员'}</Tag>}
        <DayRange aria-label="日期" from={from} until={until} onChange={change} />
      </FilterBar>
      <DataTable label="审计记录" query={query} columns={columnsWith(setOpen, (actor) => change({ actor }))} rowKey={(row) => row.id} pager={pager} />
      <EntryDrawer entry={open} close={() => setOpen(undefined)} />
    </>
  )
}

function Export({ asked }: { asked: Parameters<typeof call<'audit', 'export'>>[2] }) {
  const { message } = App.useApp()
  const job = useMutation({
    mutationFn: () => call('audit', 'export', asked),
    onSuccess: ({ fileName, csv, rows, isCut }) => {
      saveText(fileName, csv)
      void (isCut ? message.warning(`只导出了前 ${rows} 条，请缩小时间范围分几次导出`) : message.success(`已导出 ${rows} 条`))
    },
    onError: (fault) => void message.error(wordsOf(fault)),
  })
  return <Button icon={<DownloadOutlined aria-hidden />} loading={job.isPending} onClick={() => job.mutate()}>导出 CSV</Button>
}

const columnsWith = (open: (row: Entry) => void, only: (actor: string) => void): Column<Entry>[] => [
  { key: 'at', title: '时间', width: 150, isFixed: true, render: (row) => <span className="number">{whenExact(row.at)}</span> },
  { key: 'title', title: '动作', width: 170, isFixed: true, render: (row) => <Button type="link" data-row-link style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }} onClick={() => open(row)}>{row.title}</Button> },
  { key: 'actor', title: '人员', width: 170, render: (row) => row.actor ? <Button type="link" style={{ padding: 0, height: 'auto' }} title="只看这个人的记录" onClick={() => only(row.actor!)}>{row.actorName}</Button> : row.actorName },
  { key: 'post', title: '岗位', width: 120, render: (row) => row.actorPost ?? '—' },
  { key: 'subject', title: '对象', render: (row) => <span className="faint">{subjectWords(row)}</span> },
  { key: 'address', title: '网络地址', width: 140, render: (row) => row.address ?? '—' },
]
