import type { Output } from '@linli/contract'
import { Button } from 'antd'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Mark } from '../../parts/mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import styles from './my-account-page.module.css'

type Session = Output<'identity', 'sessions'>['rows'][number]

/** Where I am signed in; anything strange can be ended from here. */
export function MySessions() {
  const query = useAsk('identity', 'sessions', {})
  const end = useTell('identity', 'endSession')
  const ask = useConfirm()
  const columns: Column<Session>[] = [
    { key: 'device', title: '设备', isFixed: true, render: (row) => <>{row.device} {row.current && <Mark tone="blue">当前</Mark>}</> },
    { key: 'address', title: '网络地址', width: 150, render: (row) => row.address },
    { key: 'since', title: '登录时间', width: 150, render: (row) => whenExact(row.since) },
    { key: 'lastSeen', title: '最近使用', width: 150, render: (row) => whenExact(row.lastSeen) },
    { key: 'end', title: '操作', width: 90, isFixed: true, render: (row) => row.current ? '—' : (
      <Button size="small" danger onClick={() => ask({ title: '让这个设备下线？', what: `“${row.device}”将立即退出登录，未保存的内容会丢失。`, words: '下线', act: () => end.mutateAsync({ id: row.id }), done: '已下线' })}>下线</Button>
    ) },
  ]
  return (
    <section className={styles.wide} aria-labelledby="sessions">
      <h2 id="sessions" className="panel-title" style={{ borderBottom: 0, paddingInline: 2 }}>登录设备</h2>
      <DataTable label="登录设备" query={query} columns={columns} rowKey={(row) => row.id} />
    </section>
  )
}
