import { Button } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { isLocked } from './account.ts'
import type { Account } from './account.ts'
import { FirstPasswordShown } from './first-password-shown.tsx'
import { OidcForm } from './oidc-form.tsx'

/** What may be done with an account. The system administrator keeps accounts; the security administrator unlocks and signs out. */
export function AccountActions({ account }: { account: Account }) {
  const mayManage = useMay('account.manage')
  const maySecure = useMay('role.manage')
  const ask = useConfirm()
  const enable = useTell('account', 'enable')
  const reset = useTell('account', 'resetPassword')
  const unlock = useTell('account', 'unlock')
  const end = useTell('account', 'endSessions')
  const removeTotp = useTell('account', 'removeTotp')
  const [isLinking, setLinking] = useState(false)
  const [shown, setShown] = useState<{ name: string, password: string }>()
  const { id, name } = account
  return (
    <>
      {mayManage && <Button onClick={() => ask({ title: `重置${name}的密码？`, what: '原密码立即失效，已登录的设备会下线。新的初始密码只显示一次。', words: '重置密码', act: async () => setShown({ name, password: (await reset.mutateAsync({ id })).firstPassword }) })}>重置密码</Button>}
      {maySecure && isLocked(account) && <Button onClick={() => ask({ title: `解除${name}的锁定？`, what: '解除后可以立即登录。请先确认是本人输错了密码。', words: '解除锁定', isDanger: false, act: () => unlock.mutateAsync({ id }), done: '已解除锁定' })}>解除锁定</Button>}
      {maySecure && account.hasTotp && <Button onClick={() => ask({ title: `解除${name}的动态口令？`, what: '用于手机遗失时：解除后只凭密码登录，请先核实是本人，并提醒尽快重新绑定。', words: '解除', act: () => removeTotp.mutateAsync({ id }), done: '已解除动态口令' })}>解除动态口令</Button>}
      {maySecure && <Button onClick={() => setLinking(true)}>统一认证</Button>}
      {maySecure && <Button onClick={() => ask({ title: `让${name}下线？`, what: '所有设备立即退出登录，未保存的内容会丢失。', words: '强制下线', act: () => end.mutateAsync({ id }), done: '已下线' })}>强制下线</Button>}
      {mayManage && (account.isEnabled
        ? <Button danger onClick={() => ask({ title: `停用${name}的账号？`, what: '停用后不能登录，已登录的设备会下线；经办过的记录不受影响。以后可以重新启用。', words: '停用', act: () => enable.mutateAsync({ id, isEnabled: false }), done: '已停用' })}>停用</Button>
        : <Button onClick={() => ask({ title: `启用${name}的账号？`, what: '启用后可以用原密码登录，岗位仍按各自的有效期。', words: '启用', isDanger: false, act: () => enable.mutateAsync({ id, isEnabled: true }), done: '已启用' })}>启用</Button>)}
      <OidcForm account={account} isOpen={isLinking} close={() => setLinking(false)} />
      <FirstPasswordShown shown={shown} close={() => setShown(undefined)} />
    </>
  )
}
