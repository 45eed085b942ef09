import { PlusOutlined } from '@ant-design/icons'
import { unitKind } from '@linli/contract/words/index'
import type { UnitKind } from '@linli/contract/words/index'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { flag, oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useRowKeys } from '../../parts/table/use-row-keys.ts'
import type { Unit } from './unit.ts'
import { UnitForm } from './unit-form.tsx'

const fields = { text: word(), kind: oneOf(Object.keys(unitKind) as UnitKind[]), withStopped: flag() }

export default function UnitPage() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const pager = usePager()
  const [changing, setChanging] = useState<Unit>()
  const [isOpen, setOpen] = useState(false)
  const query = useAsk('organisation', 'units', { text: filter.text, kind: filter.kind, isActive: filter.withStopped ? undefined : true, after: pager.after }, { keepsLast: true })
  useRowKeys()
  const begin = (unit?: Unit) => {
    setChanging(unit)
    setOpen(true)
  }
  const columns: Column<Unit>[] = [
    { key: 'name', title: '名称', isFixed: true, render: (row) => <Button type="link" data-row-link style={{ padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'left' }} onClick={() => begin(row)}>{row.name}</Button> },
    { key: 'kind', title: '类别', width: 110, render: (row) => unitKind[row.kind] },
    { key: 'area', title: '辖区', width: 200, render: (row) => row.areaName },
    { key: 'phone', title: '电话', width: 150, render: (row) => row.phone ?? '—' },
    { key: 'isActive', title: '状态', width: 90, render: (row) => <OnOff isOn={row.isActive} /> },
  ]
  return (
    <>
      <PageHeader title="办理单位" hint="事件派给这些单位办理。" actions={<Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => begin()}>新增单位</Button>} />
      <FilterBar search={{ label: '搜索单位名称', value: filter.text, onSearch: (text) => change({ text }) }} isFiltered={isFiltered} clear={clear}>
        <Select allowClear aria-label="类别" placeholder="类别" style={{ width: 140 }} value={filter.kind} onChange={(kind?: UnitKind) => change({ kind })} options={Object.entries(unitKind).map(([value, label]) => ({ value, label }))} />
        <Checkbox checked={filter.withStopped ?? false} onChange={(event) => change({ withStopped: event.target.checked })}>含已停用</Checkbox>
      </FilterBar>
      <DataTable label="办理单位" query={query} columns={columns} rowKey={(row) => row.id} pager={pager} />
      <UnitForm unit={changing} isOpen={isOpen} close={() => setOpen(false)} />
    </>
  )
}
