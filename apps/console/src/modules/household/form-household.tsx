import { App, Form, Select } from 'antd'
import { useNavigate } from 'react-router'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useCodes } from '../record/use-codes.ts'
import { MembersField, headOf } from './members-field.tsx'
import type { Chosen } from './members-field.tsx'
import { useTakeHousehold } from './household.ts'
import { useLodgers } from './use-lodgers.ts'

interface FormHouseholdProps { at: { housing: string, area: string, name: string }, isOpen: boolean, close: () => void }

/** A household of those who live in a unit and keep house together. */
export function FormHousehold({ at, isOpen, close }: FormHouseholdProps) {
  const kinds = useCodes('householdKind') ?? []
  const { lodgers, isPending } = useLodgers(at, isOpen)
  const take = useTakeHousehold()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const send = async ({ kind, ...chosen }: Chosen & { kind?: string }) => {
    const one = await call('household', 'form', { values: kind ? { kind } : {}, at: { housing: at.housing }, members: chosen.members ?? [], head: headOf(chosen, lodgers) })
    take(one)
    void message.success('已建户')
    close()
    void navigate(`/household/${one.id}`)
  }
  return (
    <FormDrawer<Chosen & { kind?: string }> name="form-household" title={`${at.name}建户`} isOpen={isOpen} close={close} initial={{ kind: '01', head: '' }} submitWords="建户" send={send} note="一起生活的人编为一户；一套房里可以有几户。">
      <MembersField lodgers={lodgers} isPending={isPending} label="成员" empty="还没有登记住在这里的人，请先登记人口。" />
      <Form.Item name="kind" label="户别"><Select allowClear options={kinds.map(({ code, label }) => ({ value: code, label }))} placeholder="请选择" /></Form.Item>
    </FormDrawer>
  )
}
