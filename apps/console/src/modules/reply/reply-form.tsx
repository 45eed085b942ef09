import { complaintOf, plainBraces } from '@linli/contract/words/index'
import type { ReplyStep } from '@linli/contract/words/index'
import { App, Form, Input, Select } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { MattersField } from '../routing/matters-field.tsx'
import { ReplyPreview } from './reply-preview.tsx'
import type { Reply } from './reply-words.ts'
import { stepOptions } from './reply-words.ts'
import { VariableField } from './variable-field.tsx'

interface Values { name: string, text: string, matters: string[], steps: ReplyStep[], area?: string }

/** `reply`: the one that is changed, or undefined for a new one. */
interface ReplyFormProps { reply: Reply | undefined, isOpen: boolean, close: () => void }

const rightBraces = { validator: async (_: unknown, text: string | undefined) => { const wrong = complaintOf(plainBraces(text ?? '')); if (wrong) throw new Error(wrong) } }

export function ReplyForm({ reply, isOpen, close }: ReplyFormProps) {
  const { message } = App.useApp()
  const [write, change] = [useTell('reply', 'write'), useTell('reply', 'change')]
  const roots = myAreas(useMe())
  return (
    <FormDrawer<Values> name="reply" title={reply ? `修改“${reply.name}”` : '新增常用回复'} isOpen={isOpen} close={close} submitWords="保存"
      initial={reply ? { name: reply.name, text: reply.text, matters: reply.matters.map(({ code }) => code), steps: reply.steps } : { area: roots[0]?.path, matters: [], steps: [] }}
      send={async ({ area, ...written }) => {
        if (reply) await change.mutateAsync({ id: reply.id, from: reply.changedAt, ...written })
        else await write.mutateAsync({ ...written, area })
        void message.success('已保存，办理时可以选用')
        close()
      }}>
      {(form) => (
        <>
          <Form.Item name="name" label="名称" rules={[{ required: true, whitespace: true, message: '请填写名称' }]}><Input maxLength={30} placeholder="如：垃圾已清运" /></Form.Item>
          <Form.Item name="text" label="内容" validateTrigger="onBlur" rules={[{ required: true, whitespace: true, message: '请填写内容' }, rightBraces]}><VariableField /></Form.Item>
          <Form.Item noStyle dependencies={['text', 'matters']}>{() => <ReplyPreview text={form.getFieldValue('text') ?? ''} matter={(form.getFieldValue('matters') as string[] | undefined)?.[0]} />}</Form.Item>
          <Form.Item name="matters" label="事项" extra="选大类，下面的事项都能用到。"><MattersField /></Form.Item>
          <Form.Item name="steps" label="环节"><Select mode="multiple" allowClear placeholder="不限；可输入名称查找" options={stepOptions} showSearch={{ optionFilterProp: 'label' }} /></Form.Item>
          {!reply && <Form.Item name="area" label="谁能用" extra="选街道，全街道都能用；选社区，只有本社区能用。" rules={[{ required: true, message: '请选择街道或社区' }]}><AreaSelect deepest="community" /></Form.Item>}
        </>
      )}
    </FormDrawer>
  )
}
