import type { Values } from '@linli/contract/words/index'
import { App, Form } from 'antd'
import { useNavigate } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { useOnce } from '../../kernel/once.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { whereTold } from '../person/move-in.tsx'
import { placeOfFields, writtenOf } from '../record/field.ts'
import { FieldItems } from '../record/form-parts.tsx'
import { useTakeThing } from './thing.ts'

interface Written extends Values { owner: string }

/** A thing at a place, with its owner. */
export function EnterThing({ isOpen, close }: { isOpen: boolean, close: () => void }) {
  const home = myAreas(useMe())[0]?.path ?? '/'
  const fields = useAsk('thing', 'fields', { area: placeOfFields(home) }, { isWanted: isOpen, freshMs: longFresh }).data?.rows ?? []
  const { once, done } = useOnce()
  const take = useTakeThing()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const send = async (written: Values) => {
    const { at, owner, ...values } = written as unknown as { at: Where, owner?: string } & Values
    const input = { values: writtenOf(fields, values), owner: owner ?? null, at: whereTold(at) }
    const one = await once(input)('thing', 'enter', input)
    done()
    take(one)
    void message.success('已登记')
    close()
    void navigate(`/thing/${one.id}`)
  }
  return (
    <FormDrawer<Written> name="enter-thing" title="登记物与部件" isOpen={isOpen} close={close} submitWords="登记" send={send} under="values">
      <Form.Item name="at" label="位置" rules={[{ required: true, message: '请选择房屋，或只选到楼幢、社区' }]}><WhereField /></Form.Item>
      <FieldItems kind="thing" fields={fields} before={{}} />
      <Form.Item name="owner" label="权属单位"><UnitSelect allowClear /></Form.Item>
    </FormDrawer>
  )
}
