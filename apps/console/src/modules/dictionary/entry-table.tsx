import { PlusOutlined } from '@ant-design/icons'
import { App, Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { Mark } from '../../parts/mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { dayWords } from '../../parts/when.ts'
import type { CodeTable, Entry } from './entry.ts'
import { EntryForm } from './entry-form.tsx'
import { RetireForm } from './retire-form.tsx'

type Doing = { what: 'add' } | { what: 'change' | 'retire', entry: Entry }

export function EntryTable({ table }: { table: CodeTable }) {
  const [withRetired, setWithRetired] = useState(false)
  const [text, setText] = useState('')
  const [doing, setDoing] = useState<Doing>()
  const query = useAsk('dictionary', 'entries', { table: table.name, withRetired }, { keepsLast: true })
  const isHit = (row: Entry) => row.label.includes(text.trim()) || row.code.includes(text.trim())
  const data = query.data && { rows: query.data.rows.filter(isHit) }
  const stop = () => setDoing(undefined)
  const retire = useTell('dictionary', 'retireEntry')
  const { message } = App.useApp()
  const resume = (row: Entry) => retire.mutate({ table: table.name, code: row.code, until: null }, { onSuccess: () => void message.success(`“${row.label}”已恢复启用`), onError: (fault) => void message.error(wordsOf(fault)) })
  const entry = doing && 'entry' in doing ? doing.entry : undefined
  return (
    <section aria-labelledby="table-title">
      <h2 id="table-title" className="panel-title" style={{ borderBottom: 0, paddingInline: 2, paddingTop: 0, flexWrap: 'wrap' }}>
        {table.title}<span className="faint" style={{ fontWeight: 400, fontSize: 13 }}>{table.standard}{!table.isVerified && '（通行取值，请对照标准原文核对）'}</span>
        <span style={{ marginLeft: 'auto', display: 'inline-flex', flexWrap: 'wrap', gap: 8, alignItems: 'center', fontWeight: 400 }}>
          <Checkbox checked={withRetired} onChange={(event) => setWithRetired(event.target.checked)}>含已停用</Checkbox>
          <Input allowClear aria-label="查找代码" placeholder="查找代码、名称" style={{ width: 160 }} value={text} onChange={(event) => setText(event.target.value)} />
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setDoing({ what: 'add' })}>新增代码</Button>
        </span>
      </h2>
      <DataTable label={table.title} query={{ ...query, data }} columns={columnsWith(setDoing, resume)} rowKey={(row) => row.code} />
      <EntryForm table={table} entries={query.data?.rows ?? []} entry={doing?.what === 'change' ? entry : undefined} isOpen={doing?.what === 'add' || doing?.what === 'change'} close={stop} />
      <RetireForm table={table} entry={entry} isOpen={doing?.what === 'retire'} close={stop} />
    </section>
  )
}

const columnsWith = (begin: (doing: Doing) => void, resume: (entry: Entry) => void): Column<Entry>[] => [
  { key: 'code', title: '代码', width: 120, isFixed: true, render: (row) => <span className="number">{row.code}</span> },
  { key: 'label', title: '名称', isFixed: true, render: (row) => <>{row.label} {row.isOwn && <Mark tone="blue">自用</Mark>}{row.isRetired && <Mark>已停用</Mark>}</> },
  { key: 'parent', title: '上级', width: 110, render: (row) => row.parent ?? '—' },
  { key: 'from', title: '启用', width: 140, render: (row) => dayWords(row.from) },
  { key: 'until', title: '停用', width: 140, render: (row) => row.until ? dayWords(row.until) : '—' },
  { key: 'acts', title: '操作', width: 140, isFixed: true, render: (row) => (
    <span style={{ display: 'inline-flex', gap: 6 }}>
      {row.isOwn && <Button size="small" type="link" aria-label={`修改“${row.label}”`} onClick={() => begin({ what: 'change', entry: row })}>修改</Button>}
      {row.until ? <Button size="small" type="link" aria-label={`恢复启用“${row.label}”`} onClick={() => resume(row)}>恢复启用</Button> : <Button size="small" type="link" danger aria-label={`停用“${row.label}”`} onClick={() => begin({ what: 'retire', entry: row })}>停用</Button>}
    </span>
  ) },
]
