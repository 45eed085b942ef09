import { App, Form } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useToday } from '../../parts/use-today.ts'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { whereTold } from '../person/move-in.tsx'
import { DayInput } from '../record/field-input.tsx'
import { placeWords, useTakeHousehold } from './household.ts'
import type { HouseholdView } from './household.ts'

interface MoveHouseholdProps { one: HouseholdView, isOpen: boolean, close: () => void }

/** All of them to another home. */
export function MoveHousehold({ one, isOpen, close }: MoveHouseholdProps) {
  const take = useTakeHousehold()
  const client = useQueryClient()
  const { message } = App.useApp()
  const today = useToday()
  const send = async ({ at, since }: { at: Where, since: string }) => {
    const moved = await call('household', 'move', { id: one.id, revision: one.revision, at: whereTold(at), since })
    take(moved)
    for (const name of ['person', 'housing'] as const) void client.invalidateQueries({ queryKey: [name] })
    void message.success(`已搬到${placeWords(moved)}`)
    close()
  }
  return (
    <FormDrawer<{ at: Where, since: string }> name="move-household" title={`整户搬迁（${one.members.length} 人）`} isOpen={isOpen} close={close} initial={{ since: today }} submitWords="登记搬迁" send={send} note={`${one.members.map(({ name }) => name).join('、')}从${placeWords(one)}搬走，居住关系不变；有人另有别的住处的，不受影响。`}>
      <Form.Item name="at" label="新住处" rules={[{ required: true, message: '请选择房屋，或只选到楼幢、社区' }]}><WhereField /></Form.Item>
      <Form.Item name="since" label="搬迁日期" rules={[{ required: true, message: '请填写搬迁日期' }]}><DayInput /></Form.Item>
    </FormDrawer>
  )
}
