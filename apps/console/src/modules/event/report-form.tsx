import { eventSeverity, eventSource } from '@linli/contract/words/index'
import { Alert, Button, Form, Input, Radio, Select, Space } from 'antd'
import { useRef, useState } from 'react'
import { useMe } from '../../kernel/session.ts'
import { requiredMark } from '../../parts/form/form-drawer.tsx'
import { sendsOnCtrlEnter } from '../../parts/form/keys.ts'
import { useLeave } from '../../parts/form/use-leave.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { PhotoInput, photoRules } from '../../parts/photo/photo-input.tsx'
import { MatterField } from './matter-field.tsx'
import type { EventView } from './event-view.ts'
import styles from './report-form.module.css'
import { formPaths, usualSource } from './report-values.ts'
import type { ReportValues } from './report-values.ts'
import { WhereField } from './where-field.tsx'

interface ReportFormProps {
  initial?: Partial<ReportValues>
  submitWords: string
  send: (values: ReportValues) => Promise<unknown>
  /** Keeps it as a draft; not offered where it already is one. */
  keep?: (values: ReportValues) => Promise<unknown>
  /** The draft that is changed: its photos stay, further ones may be added. */
  draft?: EventView
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))

/** What happened first, everything else after: the matter follows from the description, the area from the place. */
export function ReportForm({ initial, submitWords, send, keep, draft }: ReportFormProps) {
  const [form] = Form.useForm<ReportValues>()
  const [isDraft, setDraft] = useState(false)
  const isSent = useRef(false)
  useLeave(() => form.isFieldsTouched() && !isSent.current)
  const { submit, isBusy, complaint } = useSubmit(form, async (values) => {
    isSent.current = true
    await (isDraft && keep ? keep(values) : send(values)).catch((fault: unknown) => {
      isSent.current = false
      throw fault
    })
  }, { paths: formPaths })
  const source = usualSource(useMe())
  const description = Form.useWatch('description', form) ?? ''
  return (
    <Form form={form} name="report" layout="vertical" requiredMark={requiredMark} initialValues={{ severity: 'ordinary', source, ...initial }} onFinish={() => void submit()} scrollToFirstError={{ focus: true }} className={styles.form} onKeyDownCapture={sendsOnCtrlEnter(() => { setDraft(false); form.submit() })}>
      <div className={`panel ${styles.words}`}>
        <Form.Item name="description" label="发生了什么" rules={[{ required: true, whitespace: true, message: '请描述发生了什么' }]}>
          <Input.TextArea rows={5} maxLength={1000} showCount autoFocus placeholder="如：3 幢东侧消防通道停了一辆货车，堵住了出口" />
        </Form.Item>
        <Form.Item name="matter" label="事项" rules={[{ required: true, message: '请选择事项' }]}><MatterField description={description} /></Form.Item>
        <Form.Item name="photos" label="照片" rules={photoRules}><PhotoInput sent={draft?.photos.map(({ id }) => id)} /></Form.Item>
      </div>
      <div className={`panel ${styles.where}`}>
        <Form.Item name="where" label="在哪里" rules={[{ required: true, message: '请在地图上点选，或按名称查找' }]}><WhereField /></Form.Item>
        <Form.Item name="place" label="具体地点"><Input maxLength={120} placeholder="如：北门保安亭旁" /></Form.Item>
      </div>
      <div className={`panel ${styles.more}`}>
        <div className={styles.pair}>
          <Form.Item name="severity" label="级别" className={styles.wide} rules={[{ required: true }]}><Radio.Group optionType="button" options={options(eventSeverity)} /></Form.Item>
          <Form.Item name="source" label="来源" rules={[{ required: true, message: '请选择来源' }]}><Select placeholder="请选择来源" options={options(eventSource)} /></Form.Item>
          <Form.Item name="reporterName" label="上报人姓名"><Input maxLength={30} autoComplete="off" /></Form.Item>
          <Form.Item name="reporterPhone" label="上报人电话" extra={draft?.reporter ? `已登记：${draft.reporter.name} ${draft.reporter.phone ?? ''}。不填则不变。` : '用于回访；同事只看到打码后的号码。'}><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
        </div>
        <Form.Item name="title" label="标题" extra="不填时取描述的开头。"><Input maxLength={40} /></Form.Item>
      </div>
      <div className={styles.send}>
        {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
        <Space>
          <Button type="primary" htmlType="submit" loading={isBusy && !isDraft} onClick={() => setDraft(false)}>{submitWords}</Button>
          {keep && <Button htmlType="submit" loading={isBusy && isDraft} onClick={() => setDraft(true)}>存为草稿</Button>}
        </Space>
      </div>
    </Form>
  )
}
