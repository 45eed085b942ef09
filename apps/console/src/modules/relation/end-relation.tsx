import { App, Form } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useToday } from '../../parts/use-today.ts'
import { DayInput } from '../record/field-input.tsx'
import type { RelationRow } from './relation-view.ts'

/** From a day on it holds no more; it stays to be read. */
export function EndRelation({ row, words, close }: { row: RelationRow | undefined, words: string, close: () => void }) {
  const today = useToday()
  const { message } = App.useApp()
  const { mutateAsync } = useTell('relation', 'end')
  const send = async ({ on }: { on: string }) => {
    await mutateAsync({ id: row!.id, on })
    void message.success('已结束，记录保留')
    close()
  }
  return (
    <FormDrawer<{ on: string }> name="end-relation" title={`结束关系：${words}`} isOpen={row !== undefined} close={close} initial={{ on: today }} submitWords="结束关系" send={send} note="关系从这一天起不再有效，记录仍保留在下面。">
      <Form.Item name="on" label="到哪天为止" rules={[{ required: true, message: '请填写日期' }]}><DayInput /></Form.Item>
    </FormDrawer>
  )
}
