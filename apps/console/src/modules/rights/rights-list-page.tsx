import { PlusOutlined } from '@ant-design/icons'
import type { Output } from '@linli/contract'
import { rightsKind, rightsStatus } from '@linli/contract/words/index'
import { App, Button, Checkbox, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { flag, oneOf } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'

type Row = Output<'rights', 'list'>['rows'][number]
const statuses = Object.keys(rightsStatus) as Row['status'][]
const fields = { status: oneOf(statuses), open: flag() }
const tones = { asked: 'amber', checked: 'blue', answered: 'plain', refused: 'plain', withdrawn: 'plain' } as const

/** What people ask about their own data: what waits, until when, and what was answered. */
export default function RightsListPage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const [isTaking, setTaking] = useState(false)
  const query = useAsk('rights', 'list', { status: filter.status, isOpen: filter.open, after: pager.after }, { keepsLast: true, isLogged: true })
  return (
    <>
      <PageHeader title="个人信息请求" hint="居民要求查阅、更正、删除自己的信息，15 个工作日内答复。先核对身份，再办理。" actions={<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setTaking(true)}>代为登记</Button>} />
      <FilterBar isFiltered={isFiltered} clear={clear}>
        <Select allowClear aria-label="状态" placeholder="状态" style={{ width: 140 }} value={filter.status} options={statuses.map((value) => ({ value, label: rightsStatus[value] }))} onChange={(status) => change({ status })} />
        <Checkbox checked={filter.open ?? false} onChange={(event) => change({ open: event.target.checked || undefined })}>只看没办结的</Checkbox>
      </FilterBar>
      <DataTable label="个人信息请求" query={query} columns={columns} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 件`} empty={<Nothing words={isFiltered ? '没有这样的请求' : '还没有人提出请求'} />} />
      <TakeForm isOpen={isTaking} close={() => setTaking(false)} />
    </>
  )
}

const columns: Column<Row>[] = [
  { key: 'name', title: '请求人', width: 130, isFixed: true, render: (row) => <Link to={`/rights/${row.id}`}>{row.name}</Link> },
  { key: 'kind', title: '请求', width: 120, isFixed: true, render: (row) => rightsKind[row.kind] },
  { key: 'status', title: '状态', width: 120, render: (row) => <Mark tone={tones[row.status]}>{rightsStatus[row.status]}</Mark> },
  { key: 'due', title: '答复期限', width: 200, render: (row) => (row.light === null ? '—' : <LightTag light={row.light} dueAt={row.dueAt} />) },
  { key: 'wish', title: '内容', render: (row) => row.wish },
  { key: 'area', title: '受理社区', width: 170, render: (row) => row.areaName },
  { key: 'asked', title: '提出', width: 140, render: (row) => <>{row.isFromApp ? '居民端' : `${row.takenBy}登记`}<br /><span className="faint">{whenWords(row.askedAt)}</span></> },
]

interface Taken { name: string, phone?: string, kind: Row['kind'], area: string, wish: string }

/** Told at the counter or by telephone. */
function TakeForm({ isOpen, close }: { isOpen: boolean, close: () => void }) {
  const take = useTell('rights', 'take')
  const { message } = App.useApp()
  const go = useNavigate()
  return (
    <FormDrawer<Taken> name="take" title="代为登记个人信息请求" isOpen={isOpen} close={close} submitWords="登记" note="登记后从今天起算 15 个工作日。"
      send={async ({ phone, ...said }) => {
        const { id } = await take.mutateAsync({ ...said, phone: phone?.trim() || null })
        close()
        void message.success('已登记')
        await go(`/rights/${id}`)
      }}>
      <Form.Item name="name" label="请求人姓名" rules={[{ required: true, whitespace: true, message: '请填写姓名' }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name="phone" label="手机号"><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
      <Form.Item name="kind" label="请求" rules={[{ required: true, message: '请选择' }]}><Select options={Object.entries(rightsKind).map(([value, label]) => ({ value, label }))} /></Form.Item>
      <Form.Item name="area" label="受理社区" rules={[{ required: true, message: '请选择社区' }]}><AreaSelect deepest="community" /></Form.Item>
      <Form.Item name="wish" label="内容" rules={[{ required: true, whitespace: true, message: '请填写' }]}><Input.TextArea rows={4} maxLength={500} showCount /></Form.Item>
    </FormDrawer>
  )
}
