import { Button, Form, Modal } from 'antd'
import { expiry } from '../../kernel/expiry.ts'
import { useSessionChange } from '../../kernel/session.ts'
import { useStore } from '../../kernel/store.ts'
import { SignInForm } from './sign-in-form.tsx'
import type { Credentials } from './sign-in-form.tsx'

/** Over the page instead of away from it: what was half written stays. */
export default function SignInAgain({ name }: { name: string }) {
  const isExpired = useStore(expiry)
  const [form] = Form.useForm<Credentials>()
  const { enter } = useSessionChange()
  return (
    <Modal title="登录已过期，请重新登录" open={isExpired} closable={false} keyboard={false} mask={{ closable: false }} footer={null} width={400} destroyOnHidden>
      <p className="faint" style={{ marginBottom: 16 }}>{name}，您填写的内容还在，登录后可以继续。</p>
      {isExpired && <SignInForm form={form} name="sign-in-again" enter={enter} />}
      <Button type="link" block href="/sign-in" style={{ marginTop: 8 }}>换一个账号</Button>
    </Modal>
  )
}
