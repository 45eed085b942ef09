import { App, Form, Radio, Select } from 'antd'
import { useTell } from '../../kernel/ask.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useToday } from '../../parts/use-today.ts'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { DayInput } from '../record/field-input.tsx'
import { useCodes } from '../record/use-codes.ts'
import type { PersonView } from './person-view.ts'
import { useTake } from './person.ts'

interface MoveInProps { person: PersonView, isOpen: boolean, close: () => void, hasHome: boolean }
interface Moving { at: Where, role: string, since: string, leavesOthers: boolean }

export const whereTold = ({ housing, area }: Where) => housing ? { housing } : { area }

/** Another place to live, instead of those before or besides them. */
export function MoveIn({ person, isOpen, close, hasHome }: MoveInProps) {
  const roles = useCodes('residencyRole') ?? []
  const today = useToday()
  const take = useTake()
  const { message } = App.useApp()
  const { mutateAsync } = useTell('person', 'moveIn', ['find'])
  const send = async ({ at, role, since, leavesOthers = false }: Moving) => {
    take(await mutateAsync({ id: person.id, at: whereTold(at), role, since, leavesOthers }))
    void message.success('已登记迁入')
    close()
  }
  return (
    <FormDrawer<Moving> name="move-in" title={`${person.name}迁入`} isOpen={isOpen} close={close} initial={{ since: today, leavesOthers: true }} submitWords="登记迁入" send={send}>
      <Form.Item name="at" label="新住处" rules={[{ required: true, message: '请选择房屋，或只选到楼幢、社区' }]}><WhereField /></Form.Item>
      <Form.Item name="role" label="居住关系" rules={[{ required: true, message: '请选择居住关系' }]}><Select options={roles.map(({ code, label }) => ({ value: code, label }))} placeholder="请选择" /></Form.Item>
      <Form.Item name="since" label="入住日期"><DayInput /></Form.Item>
      {hasHome && <Form.Item name="leavesOthers" label="原来的住处" rules={[{ required: true }]}><Radio.Group style={{ display: 'grid', gap: 8 }} options={[{ value: true, label: '搬走了，同时登记迁出' }, { value: false, label: '仍保留，这是增加的住处' }]} /></Form.Item>}
    </FormDrawer>
  )
}
