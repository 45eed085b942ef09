import { Alert, Button, Form } from 'antd'
import { call } from '../../kernel/call.ts'
import { Logo } from '../../kernel/logo.tsx'
import { useSessionChange } from '../../kernel/session.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import styles from './first-password.module.css'
import { PasswordFields } from './password-fields.tsx'
import type { PasswordValues } from './password-fields.tsx'

/** Nothing else can be done before the first password, which others have seen, was changed. */
export default function FirstPassword({ name }: { name: string }) {
  const [form] = Form.useForm<PasswordValues>()
  const { renew, leave } = useSessionChange()
  const { submit, isBusy, complaint } = useSubmit(form, async (values) => {
    await call('identity', 'changePassword', { old: values.old, new: values.new })
    await renew()
  })
  return (
    <div className={styles.page}>
      <title>修改初始密码 · 邻里</title>
      <header className={styles.header}><Logo /><span>邻里</span></header>
      <main className={styles.box}>
        <h1 className={styles.title}>{name}，请先修改初始密码</h1>
        <p className="faint">初始密码由管理员设置，只能使用一次。改好后即可进入平台。</p>
        <Form form={form} name="first-password" layout="vertical" onFinish={() => void submit()} requiredMark={false} className={styles.form}>
          <PasswordFields oldLabel="初始密码" />
          {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
          <Button type="primary" htmlType="submit" loading={isBusy} block>修改并进入</Button>
          <Button type="link" block onClick={() => void leave()}>退出登录</Button>
        </Form>
      </main>
    </div>
  )
}
