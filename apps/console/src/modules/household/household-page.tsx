import { MoreOutlined, SwapOutlined, UserAddOutlined } from '@ant-design/icons'
import type { Values } from '@linli/contract/words/index'
import { App, Button, Dropdown } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { whenWords } from '../../parts/when.ts'
import { householdTitle } from '../find/found.ts'
import { useOpenedRecord } from '../find/recent.ts'
import { labelOf, openValues, writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { FieldItems } from '../record/form-parts.tsx'
import { RecordColumns } from '../record/record-columns.tsx'
import record from '../record/record.module.css'
import { useCodeWords } from '../record/use-codes.ts'
import { PutTags } from '../tag/put-tags.tsx'
import { arranged, placeWords, useHouseholdFields, useTakeHousehold } from './household.ts'
import type { HouseholdView, Member } from './household.ts'
import { MemberList } from './member-list.tsx'
import { MoveHousehold } from './move-household.tsx'
import { Join, Merge, Split } from './rearrange.tsx'

/** 一户一档: who keeps house together, what they are to each other, where, and what changed. */
export default function HouseholdPage() {
  const { id = '' } = useParams()
  const query = useAsk('household', 'get', { id }, { isLogged: true })
  const fields = useHouseholdFields(query.data?.area)
  return <Answer query={query} waiting={<Waiting isWhole />}>{(one) => <Answer query={fields} waiting={<Waiting isWhole />}>{({ rows }) => <Detail key={one.id} one={one} fields={rows} />}</Answer>}</Answer>
}

function Detail({ one, fields }: { one: HouseholdView, fields: FieldView[] }) {
  const take = useTakeHousehold()
  const [changing, setChanging] = useState<HouseholdView>()
  const trail = useLocation().state as { from: string } | null
  const navigate = useNavigate()
  const kinds = useCodeWords('householdKind')
  const title = householdTitle(one)
  const place = placeWords(one)
  useOpenedRecord({ kind: 'household', id: one.id, title, about: place })
  const restore = async (no: number, field: string) => take(await call('household', 'restore', { id: one.id, no, fields: [field] }))
  // One that has ended is read, not changed.
  const stands = { ...one, mayEdit: one.mayEdit && one.endedOn === null }
  return (
    <>
      <PageHeader title={title} back={trail ? { to: trail.from, words: '返回家庭户', go: () => void navigate(-1) } : one.housing ? { to: `/housing/${one.housing}`, words: '返回房屋' } : { to: '/household', words: '返回家庭户' }} beside={<>{one.kind && <Mark tone="blue">{labelOf(kinds, one.kind)}</Mark>}{one.endedOn && <Mark tone="amber">{one.endedOn} 销户</Mark>}{one.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}</>}
        hint={<>{one.housing ? <Link to={`/housing/${one.housing}`} style={{ textDecoration: 'underline' }}>{place}</Link> : place}{one.address && ` · ${one.areaName}`} · {whenWords(one.checkedAt)} 核对</>}
        actions={stands.mayEdit && <PutTags kind="household" id={one.id} area={one.area} name={title} tags={one.tags} />} />
      <RecordColumns kind="household" record={stands} name={title} fields={fields} change={() => setChanging(one)} restore={restore} above={<Members one={stands} />} />
      {changing && <Change one={changing} fields={fields} close={() => setChanging(undefined)} />}
    </>
  )
}

function Members({ one }: { one: HouseholdView }) {
  const take = useTakeHousehold()
  const confirm = useConfirm()
  const { message } = App.useApp()
  const today = useToday()
  const [doing, setDoing] = useState<'join' | 'move' | 'split' | 'merge'>()
  const arrange = async (next: { members: string[], head: string | null }) => take(await call('household', 'arrange', { id: one.id, revision: one.revision, ...next }))
  const setHead = (member: Member) => void arrange({ members: one.members.map(({ residency }) => residency), head: member.person }).then(() => message.success(`户主是${member.name}了`), (fault: unknown) => message.error(wordsOf(fault)))
  const leave = (member: Member) => confirm({ title: `把${member.name}移出本户？`, what: `仍住在${placeWords(one)}，只是不再编在这一户${member.isHead ? '；本户暂时没有户主' : ''}。`, words: '移出', act: () => arrange(arranged(one, { without: [member.residency] })), done: '已移出' })
  const end = () => confirm({ title: '销户？', what: '这一户不再存在，成员仍住在原处，可以另编一户。记录保留。', words: '销户', act: async () => take(await call('household', 'end', { id: one.id, on: today })), done: '已销户' })
  const stop = () => setDoing(undefined)
  return (
    <section className="panel" aria-labelledby="members">
      <h2 id="members" className="panel-title">成员<span className="faint">{one.members.length} 人</span>
        {one.mayEdit && (
          <span className={record.bar}>
            <Button size="small" icon={<UserAddOutlined aria-hidden />} disabled={one.housing === null} title={one.housing === null ? '先把成员的住处登记到房屋' : undefined} onClick={() => setDoing('join')}>加入成员</Button>
            <Button size="small" icon={<SwapOutlined aria-hidden />} disabled={one.members.length === 0} onClick={() => setDoing('move')}>整户搬迁</Button>
            <Dropdown trigger={['click']} menu={{ items: [{ key: 'split', label: '分户', disabled: one.members.length < 2 }, { key: 'merge', label: '并户', disabled: one.housing === null }, { key: 'end', label: '销户', danger: true }], onClick: ({ key }) => key === 'end' ? end() : setDoing(key as 'split' | 'merge') }}>
              <Button size="small" icon={<MoreOutlined aria-hidden />}>分户、并户、销户</Button>
            </Dropdown>
          </span>
        )}
      </h2>
      {one.members.length + one.former.length === 0 ? <p className="panel-body faint">本户没有成员。</p> : <MemberList one={one} setHead={one.mayEdit ? setHead : undefined} leave={one.mayEdit ? leave : undefined} />}
      <Join one={one} isOpen={doing === 'join'} close={stop} />
      <MoveHousehold one={one} isOpen={doing === 'move'} close={stop} />
      <Split one={one} isOpen={doing === 'split'} close={stop} />
      <Merge one={one} isOpen={doing === 'merge'} close={stop} />
    </section>
  )
}

/** As it stood when the form was opened: what others change meanwhile must not be overwritten unseen. */
function Change({ one, fields, close }: { one: HouseholdView, fields: FieldView[], close: () => void }) {
  const take = useTakeHousehold()
  const { message } = App.useApp()
  const initial = openValues(fields, one.values)
  const send = async (written: Values) => {
    take(await call('household', 'change', { id: one.id, revision: one.revision, values: writtenOf(fields, { ...initial, ...written }, one.values) }))
    void message.success('已保存')
    close()
  }
  return <FormDrawer<Values> name="household" title="修改户信息" isOpen close={close} initial={initial} submitWords="保存" send={send} under="values"><FieldItems kind="household" fields={fields} before={one.values} /></FormDrawer>
}
