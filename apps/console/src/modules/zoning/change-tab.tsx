import { Button } from 'antd'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenWords } from '../../parts/when.ts'
import type { Output } from '@linli/contract'

type Change = Output<'zoning', 'changes'>['rows'][number]

/** Every change of borders: who, when, why, and what went where; the last one of a community can be undone. */
export function ChangeTab() {
  const pager = usePager()
  const query = useAsk('zoning', 'changes', { after: pager.after }, { keepsLast: true })
  const confirm = useConfirm()
  const { mutateAsync } = useTell('zoning', 'undo', ['zoning', 'organisation', 'atlas'])
  const undo = ({ id, areaName, counts }: Change) => confirm({ title: `撤销${areaName}的这次调整？`, what: `边界恢复原样，${counts.buildings} 幢楼和其中的人口、未办结事件划回原来的网格；之后新登记的内容跟着楼幢一起回去。`, words: '撤销调整', act: () => mutateAsync({ id }), done: '已撤销' })
  return <DataTable label="网格调整记录" query={query} columns={columnsWith(undo)} rowKey={({ id }) => id} pager={pager} empty={<Nothing words="还没有调整过网格" />} />
}

const columnsWith = (undo: (change: Change) => void): Column<Change>[] => [
  { key: 'area', title: '范围', width: 160, isFixed: true, render: ({ areaName }) => areaName },
  { key: 'drawn', title: '调整', render: ({ drawn }) => drawn.join('，') },
  { key: 'moved', title: '划转', width: 240, render: ({ moved, counts }) => (moved.length === 0 && counts.events === 0 ? '没有' : <details><summary>{counts.buildings} 幢楼，{counts.people} 人，{counts.events} 件事件</summary><ul>{moved.map(({ path, name, from, to }) => <li key={path}>{name}：{from} → {to}</li>)}</ul></details>) },
  { key: 'note', title: '原因', width: 180, render: ({ note }) => note },
  { key: 'by', title: '经办', width: 150, render: ({ by, at }) => <>{by}<br /><span className="faint">{whenWords(at)}</span></> },
  { key: 'acts', title: '状态', width: 150, render: (row) => (row.undoneAt !== null ? <span className="faint">{row.undoneBy}已撤销<br />{whenWords(row.undoneAt)}</span> : row.mayUndo ? <Button size="small" type="link" danger aria-label={`撤销${row.areaName} ${whenWords(row.at)}的调整`} onClick={() => undo(row)}>撤销</Button> : '已生效') },
]
