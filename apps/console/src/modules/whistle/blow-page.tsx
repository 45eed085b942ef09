import { whistleKind, whistleUrgency } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Radio } from 'antd'
import { useRef } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useOnce } from '../../kernel/once.ts'
import { requiredMark } from '../../parts/form/form-drawer.tsx'
import { useLeave } from '../../parts/form/use-leave.ts'
import { useSubmit } from '../../parts/form/use-submit.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import type { EventView } from '../event/event-view.ts'
import { WhereField } from '../event/where-field.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { ArriveByField } from './arrive-by-field.tsx'
import { blowOf, blowPaths } from './blow-values.ts'
import type { BlowValues } from './blow-values.ts'
import { UnitsSelect } from './units-select.tsx'
import styles from './whistle.module.css'

/** For an event where the address names one; else for a place. */
export default function BlowPage() {
  const event = useSearchParams()[0].get('event') ?? undefined
  const query = useAsk('event', 'get', { id: event ?? '' }, { isWanted: event !== undefined })
  return event ? <Answer query={query}>{(known) => <BlowForm event={known} />}</Answer> : <BlowForm />
}

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }))
const needed = (message: string) => [{ required: true, whitespace: true, message }]

function BlowForm({ event }: { event?: EventView }) {
  const [fields] = Form.useForm<BlowValues>()
  const isSent = useRef(false)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { once } = useOnce()
  useLeave(() => fields.isFieldsTouched() && !isSent.current)
  const { submit, isBusy, complaint } = useSubmit(fields, async (values) => {
    const input = blowOf(values, event?.id)
    const blown = await once(input)('whistle', 'blow', input)
    isSent.current = true
    for (const name of ['whistle', 'event']) void client.invalidateQueries({ queryKey: [name] })
    void message.success('已吹哨，召集的单位会马上收到')
    void navigate(`/whistle/${blown.id}`, { replace: true })
  }, { paths: blowPaths })
  const lead = Form.useWatch('lead', fields)
  return (
    <>
      <PageHeader title="吹哨" back={event ? { to: `/event/${event.id}`, words: '返回事件' } : { to: '/whistle', words: '返回吹哨列表' }} hint={event ? `为事件“${event.title}”召集有关单位到现场。` : '召集有关单位到现场一起解决问题。'} />
      <Form form={fields} name="blow" layout="vertical" requiredMark={requiredMark} initialValues={{ kind: event ? 'enforcement' : undefined, urgency: 'ordinary', title: event?.title, place: event?.place }} onFinish={() => void submit()} scrollToFirstError className={styles.blow}>
        <div className={`panel ${styles.words}`}>
          <Form.Item name="title" label="事由" rules={needed('请填写事由')}><Input maxLength={60} placeholder="如：夜市占道联合整治" /></Form.Item>
          <Form.Item name="kind" label="哨别" rules={[{ required: true, message: '请选择哨别' }]}><Radio.Group options={options(whistleKind)} /></Form.Item>
          <Form.Item name="urgency" label="紧急程度" rules={[{ required: true, message: '请选择紧急程度' }]}><Radio.Group optionType="button" options={options(whistleUrgency)} /></Form.Item>
          <ArriveByField />
          <Form.Item name="requirement" label="要求" rules={needed('请填写要求')}><Input.TextArea rows={4} maxLength={500} showCount placeholder="到现场做什么、带什么、找谁" /></Form.Item>
        </div>
        <div className={`panel ${styles.where}`}>
          <Form.Item name="lead" label="主办单位" rules={[{ required: true, message: '请选择主办单位' }]}><UnitSelect known={event?.unit} /></Form.Item>
          <Form.Item name="others" label="协同单位"><UnitsSelect except={lead ? [lead] : []} most={9} /></Form.Item>
          {!event && <Form.Item name="where" label="到哪里" rules={[{ required: true, message: '请在地图上点选，或按名称查找' }]}><WhereField may="whistle.blow" /></Form.Item>}
          <Form.Item name="place" label="集合地点"><Input maxLength={120} placeholder="如：菜场南门" /></Form.Item>
        </div>
        <div className={styles.send}>
          {complaint && <Alert type="error" showIcon title={complaint} role="alert" style={{ marginBottom: 16 }} />}
          <Button type="primary" htmlType="submit" loading={isBusy}>吹哨</Button>
        </div>
      </Form>
    </>
  )
}
