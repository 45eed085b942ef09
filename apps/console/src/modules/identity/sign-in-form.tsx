import { LockOutlined, SafetyOutlined, UserOutlined } from '@ant-design/icons'
import { Alert, Button, Form, Input } from 'antd'
import type { FormInstance, InputRef } from 'antd'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { call } from '../../kernel/call.ts'
import type { Person } from '../../kernel/session.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'

export interface Credentials { name: string, password: string, code?: string }
interface SignInFormProps { form: FormInstance<Credentials>, name: string, enter: (me: Person) => void }

/** Name and password; the code of the phone only when the server asks for it. */
export function SignInForm({ form, name, enter }: SignInFormProps) {
  const [needsCode, setNeedsCode] = useState(false)
  const codeBox = useRef<InputRef>(null)
  const send = async (values: Credentials) => enter((await call('identity', 'signIn', values)).me)
  const onRefusal = (code: string) => {
    if (code !== 'sign-in.code-needed') return false
    flushSync(() => setNeedsCode(true))
    codeBox.current?.focus()
    return true
  }
  const { submit, isBusy, complaint } = useSubmit(form, send, { onRefusal })
  return (
    <Form form={form} name={name} layout="vertical" size="large" onFinish={() => void submit()} requiredMark={false}>
      <Form.Item name="name" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
        <Input prefix={<UserOutlined aria-hidden />} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={60} />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password prefix={<LockOutlined aria-hidden />} autoComplete="current-password" maxLength={200} />
      </Form.Item>
      {needsCode && (
        <Form.Item name="code" label="动态口令" extra="请打开手机上的动态口令应用，填写 6 位数字。" rules={[{ pattern: /^\d{6}$/, required: true, message: '请填写 6 位数字' }]}>
          <Input ref={codeBox} prefix={<SafetyOutlined aria-hidden />} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
      )}
      {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
      <Button type="primary" htmlType="submit" block loading={isBusy}>登录</Button>
    </Form>
  )
}
