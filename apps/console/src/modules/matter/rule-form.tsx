import { Alert, App, Button, Form, Radio } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { LimitField } from './limit-field.tsx'
import type { Limit } from './limit-words.ts'
import type { Matter } from './matter-select.tsx'

interface RuleValues { handleLimit: Limit, byCommunity: boolean, unit?: string }

/** The office's own rule for a matter: how long handling may take, and who is suggested at dispatch. */
export function RuleForm({ matter }: { matter: Matter }) {
  const [form] = Form.useForm<RuleValues>()
  const { message } = App.useApp()
  const tell = useTell('matter', 'setRule')
  const { submit, isBusy, complaint } = useSubmit(form, async ({ handleLimit, byCommunity, unit }) => {
    await tell.mutateAsync({ code: matter.code, handleLimit, byCommunity, unit: byCommunity ? null : unit ?? null })
    void message.success('规则已保存，以后的事件按新规则计算')
  })
  return (
    <section aria-labelledby="rule" style={{ marginTop: 20 }}>
      <h2 id="rule" className="form-title">时限与办理单位</h2>
      {!matter.isLeaf && <p className="faint" style={{ marginBottom: 10 }}>本类下没有单独设置的事项都按这里办理。</p>}
      <Form form={form} name="rule" layout="vertical" requiredMark={false} onFinish={() => void submit()} initialValues={{ handleLimit: matter.handleLimit ?? { unit: 'workingDay' }, byCommunity: matter.byCommunity, unit: matter.unit?.id }}>
        <LimitField name="handleLimit" label="处置时限" />
        <Form.Item name="byCommunity" label="派遣时建议"><Radio.Group options={[{ value: true, label: '事件所在社区' }, { value: false, label: '指定单位' }]} /></Form.Item>
        <Form.Item noStyle dependencies={['byCommunity']}>{({ getFieldValue }) => !getFieldValue('byCommunity') && (
          <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请选择单位' }]}><UnitSelect known={matter.unit} /></Form.Item>
        )}</Form.Item>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
        <Button type="primary" htmlType="submit" loading={isBusy}>保存规则</Button>
      </Form>
    </section>
  )
}
