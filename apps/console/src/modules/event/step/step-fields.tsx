import { eventSeverity, satisfaction } from '@linli/contract/words/index'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { PhotoInput, photoRules } from '../../../parts/photo/photo-input.tsx'
import { MatterSelect } from '../../matter/matter-select.tsx'
import { HandlerSelect } from '../../routing/handler-select.tsx'
import { UnitSelect } from '../../organisation/unit-select.tsx'
import { suggestedBy } from '../event-view.ts'
import type { EventView } from '../event-view.ts'

export const needed = (message: string) => [{ required: true, whitespace: true, message }]

export const NoteField = () => <Form.Item name="note" label="内部意见"><Input.TextArea rows={3} maxLength={500} showCount placeholder="同事能看到，居民看不到" /></Form.Item>

export const TextField = ({ name, label, max }: { name: string, label: string, max: number }) => (
  <Form.Item name={name} label={label} rules={needed(`请填写${label}`)}><Input.TextArea rows={4} maxLength={max} showCount /></Form.Item>
)

export const ChoiceField = ({ name, label, words }: { name: string, label: string, words: Record<string, string> }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请选择${label}` }]}><Select options={Object.entries(words).map(([value, text]) => ({ value, label: text }))} /></Form.Item>
)

export const NumberField = ({ name, label, most, unit }: { name: string, label: string, most: number, unit: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}><InputNumber min={1} max={most} precision={0} suffix={unit} style={{ width: 160 }} /></Form.Item>
)

export const PhotosField = ({ label = '照片' }: { label?: string }) => <Form.Item name="photos" label={label} rules={photoRules}><PhotoInput /></Form.Item>

export const ReplyField = () => (
  <Form.Item name="publicReply" label="给居民的答复" rules={needed('请填写给居民的答复')}><Input.TextArea rows={4} maxLength={500} showCount placeholder="用居民听得懂的话，说清做了什么、结果怎样" /></Form.Item>
)

export const AcceptFields = () => (
  <>
    <Form.Item name="matter" label="事项" rules={[{ required: true, message: '请选择事项' }]}><MatterSelect /></Form.Item>
    <Form.Item name="severity" label="级别" rules={[{ required: true, message: '请选择级别' }]}><Select options={Object.entries(eventSeverity).map(([value, label]) => ({ value, label }))} /></Form.Item>
    <NoteField />
  </>
)

export const DispatchFields = ({ event }: { event: EventView }) => (
  <>
    <Form.Item name="unit" label="办理单位" extra={event.suggestedUnit ? `${suggestedBy(event)}建议：${event.suggestedUnit.name}。处置时限 ${event.handleLimit}。` : `处置时限 ${event.handleLimit}。`} rules={[{ required: true, message: '请选择办理单位' }]}>
      <UnitSelect known={event.unit ?? event.suggestedUnit} />
    </Form.Item>
    <Form.Item noStyle dependencies={['unit']}>{({ getFieldValue }) => (
      <Form.Item name="person" label="责任人"><HandlerSelect unit={getFieldValue('unit') as string | undefined} /></Form.Item>
    )}</Form.Item>
    <NoteField />
  </>
)

export const HandleFields = () => (
  <>
    <Form.Item name="note" label="做了什么" rules={needed('请填写做了什么')}><Input.TextArea rows={4} maxLength={500} showCount /></Form.Item>
    <PhotosField />
  </>
)

const Score = () => (
  <Form.Item name="score" label="满意程度" rules={[{ required: true, message: '请选择满意程度' }]}>
    <Select placeholder="请选择" options={[5, 4, 3, 2, 1].map((value) => ({ value, label: satisfaction[value as keyof typeof satisfaction] }))} />
  </Form.Item>
)

const Solved = () => (
  <Form.Item name="isSolved" label="问题是否解决" rules={[{ required: true, message: '请选择问题是否解决' }]}>
    <Radio.Group options={[{ value: true, label: '已解决' }, { value: false, label: '未解决' }]} />
  </Form.Item>
)

export const RevisitFields = () => (
  <>
    <Form.Item name="isReached" label="是否联系上" rules={[{ required: true, message: '请选择是否联系上' }]}><Radio.Group options={[{ value: true, label: '已联系上' }, { value: false, label: '未联系上' }]} /></Form.Item>
    <Form.Item noStyle dependencies={['isReached']}>{({ getFieldValue }) => getFieldValue('isReached') && <><Solved /><Score /></>}</Form.Item>
    <NoteField />
  </>
)

export const RateFields = () => (
  <>
    <Solved /><Score />
    <Form.Item name="text" label="评价"><Input.TextArea rows={3} maxLength={300} showCount /></Form.Item>
  </>
)
