import { App, Form } from 'antd'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { UnitSelect } from '../organisation/unit-select.tsx'
import { whereTold } from '../person/move-in.tsx'
import { placeWords, useTakeThing } from './thing.ts'
import type { ThingView } from './thing.ts'

interface Moved { at?: Where, owner?: string }

/** To another place, or to another owner; what was known goes with it, and where it was stands in its history. */
export function MoveThing({ one, isOpen, close }: { one: ThingView, isOpen: boolean, close: () => void }) {
  const take = useTakeThing()
  const { message } = App.useApp()
  const send = async ({ at, owner }: Moved) => {
    take(await call('thing', 'move', { id: one.id, revision: one.revision, ...(at && { at: whereTold(at) }), owner: owner ?? null }))
    void message.success('已变更')
    close()
  }
  return (
    <FormDrawer<Moved> name="move-thing" title={`${one.name}变更位置、权属`} isOpen={isOpen} close={close} initial={{ owner: one.owner?.id }} submitWords="变更" send={send} note={`现在的位置：${placeWords(one)}。不改位置的，新位置留空。`}>
      <Form.Item name="at" label="新位置"><WhereField /></Form.Item>
      <Form.Item name="owner" label="权属单位"><UnitSelect allowClear known={one.owner} /></Form.Item>
    </FormDrawer>
  )
}
