import { App, Form, Radio, Select } from 'antd'
import { useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { householdTitle } from '../find/found.ts'
import { arranged, placeWords, useTakeHousehold } from './household.ts'
import type { HouseholdView } from './household.ts'
import { MembersField, headOf } from './members-field.tsx'
import type { Chosen } from './members-field.tsx'
import { useLodgers } from './use-lodgers.ts'

interface RearrangeProps { one: HouseholdView, isOpen: boolean, close: () => void }

/** Those who live here too, and are in it from now on. */
export function Join({ one, isOpen, close }: RearrangeProps) {
  const { lodgers, isPending } = useLodgers(one, isOpen)
  const others = lodgers.filter(({ residency }) => !one.members.some((member) => member.residency === residency))
  const take = useTakeHousehold()
  const { message } = App.useApp()
  const send = async ({ members = [], head }: Chosen) => {
    const next = arranged(one, { joined: members })
    take(await call('household', 'arrange', { id: one.id, revision: one.revision, ...next, head: headOf({ members, head }, others) ?? next.head }))
    void message.success('已加入')
    close()
  }
  return (
    <FormDrawer<Chosen> name="join" title="加入成员" isOpen={isOpen} close={close} initial={{ head: '' }} submitWords="加入" send={send} note={`只列出登记住在${placeWords(one)}的人；已在另一户的，请先从那一户移出。`}>
      <MembersField lodgers={others} isPending={isPending} label="谁加入" empty="住在这里的人都在本户了。" />
    </FormDrawer>
  )
}

interface Splitting extends Chosen { stayingHead?: string | null }

/** Some of its members keep house by themselves from now on. */
export function Split({ one, isOpen, close }: RearrangeProps) {
  const people = one.members.map(({ residency, person, name }) => ({ residency, person, name }))
  const take = useTakeHousehold()
  const { message } = App.useApp()
  const send = async ({ members = [], head, stayingHead }: Splitting) => {
    const { stayed, formed } = await call('household', 'split', { id: one.id, revision: one.revision, members, head: headOf({ members, head }, people), stayingHead: stayingHead || null })
    take(formed)
    take(stayed)
    void message.success('已分户')
    close()
  }
  return (
    <FormDrawer<Splitting> name="split" title="分户" isOpen={isOpen} close={close} initial={{ head: '', stayingHead: '' }} submitWords="分户" send={send} note="选中的人从本户移出，在同一处另编一户。">
      <MembersField lodgers={people} isPending={false} label="谁分出去" empty="本户没有成员。" faultOf={({ length }) => length === people.length ? '至少要留一人在本户' : undefined} />
      <StayingHead one={one} />
    </FormDrawer>
  )
}

/** Asked only where the head is among those who leave. */
function StayingHead({ one }: { one: HouseholdView }) {
  const leaving = (Form.useWatch('members', Form.useFormInstance()) ?? []) as string[]
  const head = one.members.find(({ isHead }) => isHead)
  const staying = one.members.filter(({ residency }) => !leaving.includes(residency))
  if (!head || !leaving.includes(head.residency) || staying.length === 0) return null
  return <Form.Item name="stayingHead" label="留下的人，谁当户主"><Radio.Group style={{ display: 'grid', gap: 8 }} options={[...staying.map(({ person, name }) => ({ value: person, label: name })), { value: '', label: '暂不确定' }]} /></Form.Item>
}

/** Another household of the same place becomes part of this one, and is no more. */
export function Merge({ one, isOpen, close }: RearrangeProps) {
  const rows = useAsk('household', 'list', { area: one.area, housing: one.housing ?? undefined, limit: 50 }, { isWanted: isOpen && one.housing !== null, isLogged: true }).data?.rows ?? []
  const others = rows.filter(({ id }) => id !== one.id)
  const take = useTakeHousehold()
  const { message } = App.useApp()
  const send = async ({ other }: { other: string }) => {
    const { revision: otherRevision } = await call('household', 'get', { id: other })
    take(await call('household', 'merge', { id: one.id, revision: one.revision, other, otherRevision }))
    void message.success('已并户')
    close()
  }
  return (
    <FormDrawer<{ other: string }> name="merge" title="并户" isOpen={isOpen} close={close} submitWords="并入本户" isWarning send={send} note="被并入的一户销户，成员都到本户，户主仍是本户的户主。">
      <Form.Item name="other" label="把哪一户并进来" rules={[{ required: true, message: '请选择一户' }]} extra={others.length === 0 ? '这一处没有别的户。' : undefined}>
        <Select options={others.map((row) => ({ value: row.id, label: `${householdTitle(row)}（${row.people} 人）` }))} placeholder="请选择" />
      </Form.Item>
    </FormDrawer>
  )
}
