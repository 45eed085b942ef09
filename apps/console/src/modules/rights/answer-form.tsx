import { App, Form, Input } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import type { Request } from './request.ts'

/** Ends a request: the person reads these words in the app. */
export function AnswerForm({ request, isRefused, isOpen, close }: { request: Request, isRefused: boolean, isOpen: boolean, close: () => void }) {
  const answer = useTell('rights', 'answer')
  const { message } = App.useApp()
  return (
    <FormDrawer<{ answer: string }> name="answer" title={isRefused ? '不予办理' : '答复'} isOpen={isOpen} close={close} submitWords={isRefused ? '不予办理' : '答复并办结'} isDanger={isRefused} isWarning={false}
      note={isRefused ? '请写明理由。请求人可以到法院起诉（个人信息保护法第五十条）。' : '请求人在居民端看到答复和办理结果。'}
      send={async (said) => {
        await answer.mutateAsync({ id: request.id, isRefused, answer: said.answer })
        close()
        void message.success('已答复')
      }}>
      <Form.Item name="answer" label={isRefused ? '理由' : '答复内容'} rules={[{ required: true, whitespace: true, message: '请填写' }]}><Input.TextArea rows={6} maxLength={1000} showCount /></Form.Item>
    </FormDrawer>
  )
}
