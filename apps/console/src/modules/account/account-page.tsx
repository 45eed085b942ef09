import { side } from '@linli/contract/words/index'
import { Button, Descriptions } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { Mark } from '../../parts/mark.tsx'
import { OnOff } from '../../parts/on-off.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenExact } from '../../parts/when.ts'
import { AccountActions } from './account-actions.tsx'
import { AccountForm } from './account-form.tsx'
import { isLocked } from './account.ts'
import type { Account } from './account.ts'
import { PostList } from './post-list.tsx'

export default function AccountPage() {
  const { id = '' } = useParams()
  const query = useAsk('account', 'get', { id })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(account) => <Detail account={account} />}</Answer>
}

function Detail({ account }: { account: Account }) {
  const mayManage = useMay('account.manage')
  const [isChanging, setChanging] = useState(false)
  return (
    <>
      <PageHeader title={account.name} back={{ to: '/account', words: '返回人员' }} beside={<><OnOff isOn={account.isEnabled} />{isLocked(account) && <Mark tone="amber">已锁定</Mark>}</>}
        actions={<>{mayManage && <Button onClick={() => setChanging(true)}>修改</Button>}<AccountActions account={account} /></>} />
      <section className="panel" aria-labelledby="person" style={{ marginBottom: 12 }}>
        <h2 id="person" className="panel-title">基本情况</h2>
        <div className="panel-body">
          <Descriptions column={{ xs: 1, sm: 2, lg: 3 }} size="small" items={[
            { key: 'signInName', label: '登录名', children: account.signInName ?? '—' },
            { key: 'side', label: '类别', children: side[account.side] },
            { key: 'phone', label: '手机号', children: account.phone ?? '—' },
            { key: 'area', label: '所在辖区', children: account.areaName },
            { key: 'unit', label: '所在单位', children: account.unit?.name ?? '—' },
            { key: 'last', label: '最近登录', children: account.lastSignIn ? whenExact(account.lastSignIn) : '从未登录' },
            { key: 'totp', label: '动态口令', children: account.hasTotp ? '已绑定' : '未绑定' },
            { key: 'oidc', label: '统一认证', children: account.oidc ?? '未绑定' },
            ...(isLocked(account) ? [{ key: 'locked', label: '锁定至', children: whenExact(account.lockedUntil!) }] : []),
          ]} />
        </div>
      </section>
      <PostList account={account} />
      <AccountForm account={account} isOpen={isChanging} close={() => setChanging(false)} />
    </>
  )
}
