import type { WhistleUrgency } from '@linli/contract/words/index'
import { DatePicker, Form } from 'antd'
import dayjs from 'dayjs'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import type { WhistleRule } from './whistle-view.ts'

/** By the office's rule unless another moment is named. Moments are those of the office, whatever the computer's zone. */
export function ArriveByField() {
  const rule = useAsk('whistle', 'rule', {}, { freshMs: longFresh })
  const urgency = Form.useWatch<WhistleUrgency | undefined>('urgency')
  return (
    <Form.Item name="arriveBy" label="到场时间" extra={rule.data && urgency ? `不选时，${ruleWords(rule.data, urgency)}到场。` : undefined} rules={[{ required: false }]}
      getValueProps={(value?: string) => ({ value: value ? dayjs(value.slice(0, 16)) : undefined })} normalize={(value: dayjs.Dayjs | null) => value ? `${value.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined}>
      <DatePicker showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" showNow={false} minDate={dayjs()} placeholder="按规则" style={{ width: 210 }} />
    </Form.Item>
  )
}

const minutes = (amount: number) => amount % 60 === 0 ? `${amount / 60} 小时` : `${amount} 分钟`

/** When units have to be there, as the office says it. */
export function ruleWords(rule: WhistleRule, urgency: WhistleUrgency): string {
  if (urgency === 'emergency') return `吹哨后 ${minutes(rule.emergencyArrive)}内`
  if (urgency === 'urgent') return `吹哨后 ${minutes(rule.urgentArrive)}内`
  return `吹哨后 ${rule.ordinaryArrive} 个工作日内`
}
