import { PlusOutlined } from '@ant-design/icons'
import type { Output } from '@linli/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import { DeputyForm } from './deputy-form.tsx'

type Deputy = Output<'account', 'deputies'>['rows'][number]

/** Who stands in for whom: the deputy holds the absent person's posts for that time, and everything done says on whose behalf. */
export default function DeputyPage() {
  const mayAppoint = useMay('role.manage')
  const query = useAsk('account', 'deputies', {})
  const end = useTell('account', 'endDeputy')
  const ask = useConfirm()
  const [isOpen, setOpen] = useState(false)
  const columns: Column<Deputy>[] = [
    { key: 'absent', title: '不在岗', isFixed: true, render: (row) => row.absent.name },
    { key: 'deputy', title: '代班人', isFixed: true, render: (row) => row.deputy.name },
    { key: 'from', title: '自', width: 150, render: (row) => whenExact(row.from) },
    { key: 'until', title: '至', width: 150, render: (row) => whenExact(row.until) },
    { key: 'state', title: '状态', width: 90, render: (row) => <Mark tone={isOn(row) ? 'blue' : 'plain'}>{stateOf(row)}</Mark> },
    ...(mayAppoint ? [{ key: 'end', title: '操作', width: 110, isFixed: true, render: (row: Deputy) => stateOf(row) === '已结束' ? '—' : (
      <Button size="small" danger onClick={() => ask({ title: '结束代班？', what: `${row.deputy.name}将立即失去代${row.absent.name}行使的权限。`, words: '结束代班', act: () => end.mutateAsync({ id: row.id }), done: '代班已结束' })}>结束代班</Button>
    ) }] : []),
  ]
  return (
    <>
      <PageHeader title="代班" hint="请假、出差时由他人代班：代班人在这段时间有同样的岗位，办理记录会写明代谁办理。"
        actions={mayAppoint && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>指定代班人</Button>} />
      <DataTable label="代班" query={query} columns={columns} rowKey={(row) => row.id} empty={<Nothing words="没有代班" />} />
      <DeputyForm isOpen={isOpen} close={() => setOpen(false)} />
    </>
  )
}

const isOn = (row: Deputy) => stateOf(row) === '代班中'

const stateOf = ({ from, until }: Deputy): string => {
  const now = Date.now()
  if (Date.parse(until) <= now) return '已结束'
  return Date.parse(from) <= now ? '代班中' : '未开始'
}
