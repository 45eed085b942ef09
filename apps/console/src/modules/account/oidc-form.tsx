import { App, Form, Input } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Account } from './account.ts'

/** Links an account to the same person at the identity provider; an empty name unlinks it. */
export function OidcForm({ account, isOpen, close }: { account: Account, isOpen: boolean, close: () => void }) {
  const link = useTell('account', 'linkOidc')
  const { message } = App.useApp()
  return (
    <FormDrawer<{ subject?: string }> name="oidc" title={`${account.name}的统一认证账号`} isOpen={isOpen} close={close} submitWords="保存" initial={{ subject: account.oidc ?? undefined }}
      note="绑定后，本人可以用统一认证直接登录本平台。请先核对账号确属本人。"
      send={async ({ subject }) => {
        await link.mutateAsync({ id: account.id, subject: subject?.trim() || null })
        close()
        void message.success(subject?.trim() ? '已绑定' : '已解绑')
      }}>
      <Form.Item name="subject" label="统一认证中的账号标识" extra="清空并保存即解除绑定。"><Input maxLength={255} autoComplete="off" /></Form.Item>
    </FormDrawer>
  )
}
