import { PlusOutlined } from '@ant-design/icons'
import { side } from '@linli/contract/words/index'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { flag, oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Mark } from '../../parts/mark.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import { whenExact } from '../../parts/when.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { isLocked, useRoles } from './account.ts'
import type { Account } from './account.ts'
import { AccountForm } from './account-form.tsx'
import { ResidentDrawer } from './resident-drawer.tsx'

const fields = { text: word(), area: word(), role: word(), state: oneOf(['on', 'off']), all: flag() }

export default function AccountListPage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const mayManage = useMay('account.manage')
  const [isAdding, setAdding] = useState(false)
  const [isFinding, setFinding] = useState(false)
  const roles = useRoles().data?.rows ?? []
  const query = useAsk('account', 'list', { text: filter.text, area: filter.area, role: filter.role, isEnabled: filter.state && filter.state === 'on', after: pager.after }, { keepsLast: true })
  useRowKeys()
  return (
    <>
      <PageHeader title="人员" hint="能登录本平台的工作人员与办理单位人员。" actions={mayManage && <><Button onClick={() => setFinding(true)}>居民账号</Button><Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>新增人员</Button></>} />
      <FilterBar search={{ label: '搜索姓名、登录名', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear}>
        <AreaSelect allowClear deepest="grid" aria-label="辖区" placeholder="辖区" style={{ width: 180 }} value={filter.area} onChange={(area) => change({ area })} />
        <Select allowClear aria-label="角色" placeholder="角色" style={{ width: 140 }} value={filter.role} onChange={(role?: string) => change({ role })} options={roles.map((role) => ({ value: role.code, label: role.name }))} />
        <Select allowClear aria-label="账号状态" placeholder="账号状态" style={{ width: 120 }} value={filter.state} onChange={(state?: 'on' | 'off') => change({ state })} options={[{ value: 'on', label: '在用' }, { value: 'off', label: '停用' }]} />
      </FilterBar>
      <DataTable label="人员" query={query} columns={columns} rowKey={(row) => row.id} pager={pager} />
      <AccountForm isOpen={isAdding} close={() => setAdding(false)} />
      <ResidentDrawer isOpen={isFinding} close={() => setFinding(false)} />
    </>
  )
}

const columns: Column<Account>[] = [
  { key: 'name', title: '姓名', width: 110, isFixed: true, render: (row) => <Link data-row-link to={`/account/${row.id}`}>{row.name}</Link> },
  { key: 'signInName', title: '登录名', width: 130, render: (row) => row.signInName ?? '—' },
  { key: 'posts', title: '岗位', render: (row) => row.posts.length === 0 ? <span className="faint">未授岗位</span> : row.posts.map((post) => <Mark key={post.id}>{post.roleName}</Mark>) },
  { key: 'area', title: '辖区', width: 170, render: (row) => row.areaName },
  { key: 'unit', title: '单位', width: 150, render: (row) => row.unit?.name ?? '—' },
  { key: 'side', title: '类别', width: 90, render: (row) => side[row.side] },
  { key: 'state', title: '状态', width: 120, render: (row) => <>{<OnOff isOn={row.isEnabled} />} {isLocked(row) && <Mark tone="amber">已锁定</Mark>}</> },
  { key: 'lastSignIn', title: '最近登录', width: 140, render: (row) => row.lastSignIn ? whenExact(row.lastSignIn) : '从未' },
]
