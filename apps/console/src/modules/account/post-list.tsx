import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { Mark } from '../../parts/mark.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { whenExact } from '../../parts/when.ts'
import type { Account } from './account.ts'
import { GrantForm } from './grant-form.tsx'

type Post = Account['posts'][number]

/** Which roles a person holds, where, and how long. */
export function PostList({ account }: { account: Account }) {
  const mayGrant = useMay('role.manage')
  const [isOpen, setOpen] = useState(false)
  const revoke = useTell('account', 'revoke')
  const ask = useConfirm()
  const columns: Column<Post>[] = [
    { key: 'role', title: '角色', isFixed: true, render: (row) => <>{row.roleName} {row.onBehalfOf && <Mark>代 {row.onBehalfOf}</Mark>}</> },
    { key: 'area', title: '辖区', render: (row) => row.areaName },
    { key: 'from', title: '生效', width: 150, render: (row) => whenExact(row.from) },
    { key: 'until', title: '到期', width: 150, render: (row) => row.until ? whenExact(row.until) : '长期' },
    ...(mayGrant ? [{ key: 'revoke', title: '操作', width: 90, isFixed: true, render: (row: Post) => row.onBehalfOf ? <span className="faint">代班</span> : (
      <Button size="small" danger onClick={() => ask({ title: `收回“${row.roleName}”？`, what: `${account.name}在${row.areaName}将立即失去这个角色的权限。`, words: '收回', act: () => revoke.mutateAsync({ account: account.id, post: row.id }), done: '已收回' })}>收回</Button>
    ) }] : []),
  ]
  return (
    <section aria-labelledby="posts">
      <h2 id="posts" className="panel-title" style={{ borderBottom: 0, paddingInline: 2 }}>岗位{mayGrant && <Button size="small" icon={<PlusOutlined aria-hidden />} style={{ marginLeft: 'auto' }} onClick={() => setOpen(true)}>授予岗位</Button>}</h2>
      <DataTable label="岗位" query={{ data: { rows: account.posts }, error: null, isPending: false, isFetching: false, refetch: () => undefined }} columns={columns} rowKey={(row) => row.id} empty={<Nothing words="还没有岗位，登录后什么都看不到" />} />
      <GrantForm account={account} isOpen={isOpen} close={() => setOpen(false)} />
    </section>
  )
}
