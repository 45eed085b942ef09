import { App, Form, Input, Radio, Select } from 'antd'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { AttendView } from './attend-view.ts'

interface Values { to: 'person' | 'desk', person?: string, area?: string, note: string }
interface PassDrawerProps { talk: AttendView, isOpen: boolean, close: () => void, done: () => void }

/** To a colleague, who sees it marked as theirs, or to another desk of the sub-district. */
export function PassDrawer({ talk, isOpen, close, done }: PassDrawerProps) {
  const tell = useTell('attend', 'pass', ['attend', 'talk'])
  const { message } = App.useApp()
  const query = useAsk('attend', 'colleagues', { id: talk.id }, { isWanted: isOpen })
  const people = query.data?.people ?? []
  const desks = query.data?.desks ?? []
  return (
    <FormDrawer<Values> name="pass" title="转交对话" isOpen={isOpen} close={close} submitWords="转交" note="整段对话一起转过去，居民重新排队，同事会看到“转给您”。" initial={{ to: 'person' }}
      send={async ({ to, person, area, note }) => {
        await tell.mutateAsync({ id: talk.id, note, ...(to === 'person' ? { person } : { area }) })
        close()
        done()
        void message.success('已转交')
      }}>
      <Form.Item name="to" label="转给" required><Radio.Group optionType="button" options={[{ value: 'person', label: '同事' }, { value: 'desk', label: '其他社区或街道' }]} /></Form.Item>
      <Form.Item noStyle dependencies={['to']}>{({ getFieldValue }) => getFieldValue('to') === 'person'
        ? <Form.Item name="person" label="同事" rules={[{ required: true, message: '请选择同事' }]}><Select placeholder="请选择同事" showSearch={{ optionFilterProp: 'label' }} loading={query.isPending} notFoundContent="这里没有其他负责接待的同事" options={people.map(({ id, name }) => ({ value: id, label: name }))} /></Form.Item>
        : <Form.Item name="area" label="单位" rules={[{ required: true, message: '请选择单位' }]}><Select placeholder="请选择社区或街道" showSearch={{ optionFilterProp: 'label' }} loading={query.isPending} options={desks.map(({ area, name }) => ({ value: area, label: name }))} /></Form.Item>}
      </Form.Item>
      <Form.Item name="note" label="交代一句" rules={[{ required: true, whitespace: true, message: '请写明为什么转、已经说到哪里' }]}><Input.TextArea rows={3} maxLength={200} showCount placeholder="如：居民问学区划分，请教育口的同事答复" /></Form.Item>
    </FormDrawer>
  )
}
