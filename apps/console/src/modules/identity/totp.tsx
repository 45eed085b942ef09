import { CheckCircleOutlined } from '@ant-design/icons'
import { App, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { useTell } from '../../kernel/ask.ts'
import { wordsOf } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { BindTotp } from './bind-totp.tsx'

/** The second step of signing in: a code from the phone. */
export function Totp({ isBound }: { isBound: boolean }) {
  const [isRemoving, setRemoving] = useState(false)
  const { message } = App.useApp()
  const begin = useTell('identity', 'beginTotp', [])
  const remove = useTell('identity', 'removeTotp')
  const start = () => begin.mutate({}, { onError: (fault) => void message.error(wordsOf(fault)) })
  return (
    <section className="panel" aria-labelledby="totp">
      <h2 id="totp" className="panel-title">动态口令</h2>
      <div className="panel-body">
        {isBound
          ? <p><CheckCircleOutlined aria-hidden style={{ color: 'var(--green)' }} /> 已绑定。登录时除密码外还要填写手机上的 6 位数字。</p>
          : <p>尚未绑定。绑定后，即使密码被人知道，没有您的手机也不能登录。</p>}
        <p style={{ marginTop: 12 }}>
          {isBound ? <Button onClick={() => setRemoving(true)}>解除绑定</Button> : <Button type="primary" loading={begin.isPending} onClick={start}>绑定动态口令</Button>}
        </p>
        {begin.data && !isBound && <BindTotp begun={begin.data} close={begin.reset} />}
      </div>
      <FormDrawer<{ password: string }> name="remove-totp" title="解除动态口令" isOpen={isRemoving} close={() => setRemoving(false)} isDanger submitWords="解除"
        note="解除后登录只需要密码，账号的安全会降低。可以随时重新绑定。"
        send={async (values) => {
          await remove.mutateAsync(values)
          setRemoving(false)
          void message.success('已解除动态口令')
        }}>
        <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}><Input.Password autoComplete="current-password" /></Form.Item>
      </FormDrawer>
    </section>
  )
}
