import { Alert, App, Button, Form } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { PasswordFields } from './password-fields.tsx'
import type { PasswordValues } from './password-fields.tsx'

export function ChangePassword() {
  const [form] = Form.useForm<PasswordValues>()
  const { message } = App.useApp()
  const tell = useTell('identity', 'changePassword')
  const { submit, isBusy, complaint } = useSubmit(form, async (values) => {
    await tell.mutateAsync({ old: values.old, new: values.new })
    form.resetFields()
    void message.success('密码已修改')
  })
  return (
    <section className="panel" aria-labelledby="password">
      <h2 id="password" className="panel-title">修改密码</h2>
      <div className="panel-body">
        <Form form={form} name="change-password" layout="vertical" onFinish={() => void submit()} requiredMark={false}>
          <PasswordFields />
          {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
          <Button type="primary" htmlType="submit" loading={isBusy}>修改密码</Button>
        </Form>
      </div>
    </section>
  )
}
