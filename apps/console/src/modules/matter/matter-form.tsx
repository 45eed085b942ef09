import { Alert, App, Button, DatePicker, Form, Input, Switch } from 'antd'
import dayjs from 'dayjs'
import type { Dayjs } from 'dayjs'
import { useTell } from '../../kernel/ask.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import type { Matter } from './matter-select.tsx'

interface MatterValues { name: string, isConfidential: boolean, until?: Dayjs | null }

/** Name, confidentiality, and the day from which it can no longer be chosen. */
export function MatterForm({ matter }: { matter: Matter }) {
  const [form] = Form.useForm<MatterValues>()
  const { message } = App.useApp()
  const tell = useTell('matter', 'change')
  const { submit, isBusy, complaint } = useSubmit(form, async ({ name, isConfidential, until }) => {
    await tell.mutateAsync({ code: matter.code, name, isConfidential, until: until?.format('YYYY-MM-DD') ?? null })
    void message.success('已保存')
  })
  return (
    <section aria-labelledby="basics" style={{ marginTop: 24 }}>
      <h2 id="basics" className="form-title">名称与有效期</h2>
      <Form form={form} name="matter" layout="vertical" requiredMark={false} onFinish={() => void submit()} initialValues={{ name: matter.name, isConfidential: matter.isConfidential, until: matter.until ? dayjs(matter.until) : null }}>
        <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={40} /></Form.Item>
        <Form.Item name="isConfidential" label="保密" valuePropName="checked" extra="打开后，只有办理的人能看到上报人。"><Switch /></Form.Item>
        <Form.Item name="until" label="停用日期" extra="从这一天起不能再选；以前的事件不变。清空即恢复使用。"><DatePicker style={{ width: '100%' }} /></Form.Item>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
        <Button htmlType="submit" loading={isBusy}>保存</Button>
      </Form>
    </section>
  )
}
