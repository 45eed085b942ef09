import { Alert, App, Button, Form, Input, Modal } from 'antd'
import type { Output } from '@linli/contract'
import { useTell } from '../../kernel/ask.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'

interface BindTotpProps { begun: Output<'identity', 'beginTotp'>, close: () => void }

/** Scan, then prove that the phone shows the right code. */
export function BindTotp({ begun, close }: BindTotpProps) {
  const [form] = Form.useForm<{ code: string }>()
  const { message } = App.useApp()
  const confirm = useTell('identity', 'confirmTotp')
  const { submit, isBusy, complaint } = useSubmit(form, async (values) => {
    await confirm.mutateAsync(values)
    void message.success('动态口令已绑定')
    close()
  })
  return (
    <Modal title="绑定动态口令" open onCancel={close} footer={null} width={420}>
      <ol style={{ display: 'grid', gap: 10 }}>
        <li>1. 在手机上打开动态口令应用，扫描二维码。</li>
        <li><img src={begun.picture} alt="动态口令二维码" width={180} height={180} style={{ margin: '0 auto' }} /></li>
        <li>不能扫描时，请在应用中手工填写密钥：<code style={{ overflowWrap: 'anywhere' }}>{begun.secret}</code></li>
        <li>2. 填写应用显示的 6 位数字。</li>
      </ol>
      <Form form={form} name="confirm-totp" layout="vertical" onFinish={() => void submit()} requiredMark={false} style={{ marginTop: 8 }}>
        <Form.Item name="code" label="动态口令" rules={[{ required: true, pattern: /^\d{6}$/, message: '请填写 6 位数字' }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
        </Form.Item>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={isBusy} block>确认绑定</Button>
      </Form>
    </Modal>
  )
}
