import { Button } from 'antd'
import { Link } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Mark } from '../../parts/mark.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import type { Version } from './risk-view.ts'

/** Every version that was ever published, who and when; an earlier one can be taken up again. */
export function VersionList({ current }: { current: number | undefined }) {
  const mayManage = useMay('risk.manage')
  const pager = usePager()
  const query = useAsk('risk', 'versions', { after: pager.after }, { keepsLast: true })
  const goBack = useTell('risk', 'goBack')
  const ask = useConfirm()
  const columns: Column<Version>[] = [
    { key: 'no', title: '版', width: 150, isFixed: true, render: ({ no }) => <><Link to={`/risk-rule/version/${no}`}>第 {no} 版</Link> {no === current && <Mark tone="blue">现行</Mark>}</> },
    { key: 'at', title: '发布时间', width: 150, render: ({ at }) => whenExact(at) },
    { key: 'by', title: '发布人', width: 110, render: ({ by }) => by },
    { key: 'rules', title: '规则', width: 80, render: ({ rules }) => `${rules} 条` },
    { key: 'note', title: '说明', render: ({ note, from }) => [from === null ? '' : `恢复第 ${from} 版`, note].filter(Boolean).join('：') || '—' },
    ...(mayManage ? [{ key: 'back', title: '操作', width: 110, isFixed: true, render: ({ no, rules }: Version) => no === current ? '—' : (
      <Button size="small" aria-label={`恢复第 ${no} 版`} onClick={() => ask({ title: `恢复第 ${no} 版？`, what: `第 ${no} 版的 ${rules} 条规则将作为新的一版立即生效，并重新计算全部分值。`, words: '恢复', isDanger: false, act: () => goBack.mutateAsync({ no }), done: '已恢复，正在重新计算' })}>恢复</Button>
    ) }] : []),
  ]
  return <DataTable label="风险规则的各版" query={query} columns={columns} rowKey={({ no }) => String(no)} pager={pager.after || query.data?.next ? pager : undefined} empty={<Nothing words="还没有发布过" />} />
}
