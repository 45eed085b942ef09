import { specialKind } from '@linli/contract/words/index'
import { Alert, Button, Checkbox, Segmented, Watermark } from 'antd'
import { useState } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import { flag, oneOf, word } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useToday } from '../../parts/use-today.ts'
import { whenWords } from '../../parts/when.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { OpenRecord } from './open-record.tsx'
import { kinds } from './special-view.ts'
import type { SpecialRow } from './special-view.ts'

const fields = { kind: oneOf(kinds), area: word(), withEnded: flag() }

/** Who is in a restricted group, by kind; names are masked until a record is opened for a purpose. */
export default function SpecialListPage() {
  const query = useAsk('special', 'switches', {})
  return (
    <>
      <PageHeader title="特殊人群" hint="只有被授权的人看得到。姓名打码显示，打开档案要写明用途；每次查看都会留下记录。不导出，不进任何名单和台账；新登记请到本人的档案页。" />
      <Answer query={query}>{({ rows }) => <Kinds on={rows.filter(({ status }) => status === 'on').map(({ kind }) => kind)} />}</Answer>
    </>
  )
}

function Kinds({ on }: { on: SpecialRow['kind'][] }) {
  const { filter, change } = useFilter(fields)
  const [opened, setOpened] = useState<SpecialRow>()
  const kind = filter.kind && on.includes(filter.kind) ? filter.kind : on[0]
  if (!kind) return <Alert type="info" showIcon title="本街道没有启用特殊人群登记。需要时由系统管理员申请、安全管理员审批。" />
  return (
    <>
      <FilterBar isFiltered={filter.area !== undefined || filter.withEnded === true} clear={() => change({ area: undefined, withEnded: undefined })}>
        <Segmented aria-label="类别" options={on.map((value) => ({ value, label: specialKind[value] }))} value={kind} onChange={(value) => change({ kind: value })} />
        <AreaSelect allowClear aria-label="辖区" placeholder="社区" style={{ width: 180 }} value={filter.area} onChange={(area) => change({ area })} />
        <Checkbox checked={filter.withEnded ?? false} onChange={({ target }) => change({ withEnded: target.checked })}>含已解除</Checkbox>
      </FilterBar>
      <Records kind={kind} area={filter.area} withEnded={filter.withEnded ?? false} open={setOpened} />
      <OpenRecord row={opened} close={() => setOpened(undefined)} />
    </>
  )
}

function Records({ kind, area, withEnded, open }: { kind: SpecialRow['kind'], area: string | undefined, withEnded: boolean, open: (row: SpecialRow) => void }) {
  const pager = usePager()
  const me = useMe()
  const today = useToday()
  const query = useAsk('special', 'list', { kind, area, withEnded, after: pager.after }, { keepsLast: true, isLogged: true })
  return (
    <Watermark content={`${me.name} ${today}`} gap={[120, 90]} font={{ fontSize: 14, color: 'rgba(0, 0, 0, 0.06)' }}>
      <DataTable label={specialKind[kind]} query={query} columns={columnsWith(open)} rowKey={(row) => row.id} pager={pager} words={query.data && `本页 ${query.data.rows.length} 人`} empty={<Nothing words="没有登记" />} />
    </Watermark>
  )
}

const columnsWith = (open: (row: SpecialRow) => void): Column<SpecialRow>[] => [
  { key: 'name', title: '姓名', width: 120, isFixed: true, render: (row) => row.name },
  { key: 'state', title: '状态', width: 150, isFixed: true, render: (row) => (row.endedOn ? <Mark>{row.endedOn} 解除</Mark> : <Mark tone="blue">登记中</Mark>) },
  { key: 'area', title: '社区', render: (row) => row.areaName },
  { key: 'entered', title: '登记', width: 150, render: (row) => whenWords(row.enteredAt) },
  { key: 'changed', title: '更新', width: 150, render: (row) => whenWords(row.changedAt) },
  { key: 'acts', title: '操作', width: 110, isFixed: true, render: (row) => <Button size="small" onClick={() => open(row)} aria-label={`打开档案：${row.name}`}>打开档案</Button> },
]
