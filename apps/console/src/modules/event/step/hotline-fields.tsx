import { hotlineWords } from '@linli/contract/words/index'
import { DatePicker, Form, Input, Radio } from 'antd'
import dayjs from 'dayjs'
import styles from './hotline-fields.module.css'
import { needed } from './step-fields.tsx'

const Choice = ({ name, label, yes = '是', no = '否' }: { name: string, label: string, yes?: string, no?: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}><Radio.Group aria-label={label} options={[{ value: true, label: yes }, { value: false, label: no }]} /></Form.Item>
)

/** What 12345 wants to know with the answer; what follows from a choice is asked only then. Moments are those of the office. */
export const HotlineFields = () => (
  <fieldset className={styles.hotline}>
    <legend>12345 答复要素</legend>
    <Choice name="isTrue" label={hotlineWords.isTrue} />
    <Choice name="isBeyondDuty" label={hotlineWords.isBeyondDuty} />
    <Form.Item noStyle dependencies={['isBeyondDuty']}>{({ getFieldValue }) => getFieldValue('isBeyondDuty') === true && (
      <Form.Item name="beyondKind" label={hotlineWords.beyondKind} rules={needed('请填写申请类型')}><Input maxLength={40} placeholder="如：超出行政范围类" /></Form.Item>
    )}</Form.Item>
    <Choice name="isContacted" label={hotlineWords.isContacted} yes="已联系" no="未联系" />
    <Form.Item noStyle dependencies={['isContacted']}>{({ getFieldValue }) => getFieldValue('isContacted') === true && (
      <Form.Item name="contactedAt" label={hotlineWords.contactedAt} getValueProps={(value?: string) => ({ value: value ? dayjs(value.slice(0, 16)) : undefined })} normalize={(value: dayjs.Dayjs | null) => value ? `${value.format('YYYY-MM-DDTHH:mm')}:00+08:00` : undefined}>
        <DatePicker showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" maxDate={dayjs()} placeholder="现在" style={{ width: 210 }} />
      </Form.Item>
    )}</Form.Item>
    <Choice name="isSolved" label={hotlineWords.isSolved} yes="已解决" no="未解决" />
    <Form.Item noStyle dependencies={['isSolved']}>{({ getFieldValue }) => getFieldValue('isSolved') === false && (
      <Form.Item name="unsolvedReason" label={hotlineWords.unsolvedReason} rules={needed('请填写未解决原因')}><Input.TextArea rows={2} maxLength={300} showCount /></Form.Item>
    )}</Form.Item>
  </fieldset>
)
