import { EnvironmentOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import type { Values } from '@linli/contract/words/index'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { useConfirm } from '../../parts/form/confirm.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { useToday } from '../../parts/use-today.ts'
import { whenWords } from '../../parts/when.ts'
import { useOpenedRecord } from '../find/recent.ts'
import { labelOf, openValues, placeOfFields, writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { FieldItems } from '../record/form-parts.tsx'
import { RecordColumns } from '../record/record-columns.tsx'
import { useCodeWords } from '../record/use-codes.ts'
import { PutTags } from '../tag/put-tags.tsx'
import { MoveThing } from './move-thing.tsx'
import { placeWords, useTakeThing } from './thing.ts'
import type { ThingView } from './thing.ts'

/** 一物一档: a lamp, a lid, a hydrant, a lift. */
export default function ThingPage() {
  const { id = '' } = useParams()
  const query = useAsk('thing', 'get', { id })
  const fields = useAsk('thing', 'fields', { area: placeOfFields(query.data?.area ?? '/') }, { isWanted: query.data !== undefined, freshMs: longFresh })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(one) => <Answer query={fields} waiting={<Waiting isWhole />}>{({ rows }) => <Detail key={one.id} one={one} fields={rows} />}</Answer>}</Answer>
}

function Detail({ one, fields }: { one: ThingView, fields: FieldView[] }) {
  const [changing, setChanging] = useState<ThingView>()
  const [isMoving, setMoving] = useState(false)
  const take = useTakeThing()
  const confirm = useConfirm()
  const today = useToday()
  const navigate = useNavigate()
  const trail = useLocation().state as { from: string } | null
  const back = () => void (trail ? navigate(-1) : navigate('/thing'))
  const retire = () => confirm({ title: `注销${one.name}？`, what: '拆除、丢失后不再使用的才注销。记录保留，不能再改，标识码可以给新的。', words: '注销', act: async () => take(await call('thing', 'retire', { id: one.id, on: today })), done: '已注销' })
  const [kinds, states] = [useCodeWords('thingKind'), useCodeWords('thingState')]
  const place = placeWords(one)
  useOpenedRecord({ kind: 'thing', id: one.id, title: one.name, about: place })
  const restore = async (no: number, field: string) => take(await call('thing', 'restore', { id: one.id, no, fields: [field] }))
  return (
    <>
      <PageHeader title={one.name} back={{ to: trail?.from ?? '/thing', words: '返回物与部件', go: back }} beside={<><Mark tone="blue">{labelOf(kinds, one.kind) || one.kind}</Mark>{one.state && <Mark>{labelOf(states, one.state) || one.state}</Mark>}{one.endedOn && <Mark tone="amber">已注销</Mark>}{one.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}</>}
        hint={<><Link to={one.housing ? `/housing/${one.housing}` : `/housing?area=${encodeURIComponent(one.area)}`} style={{ textDecoration: 'underline' }}>{place}</Link>{one.owner && ` · 权属：${one.owner.name}`} · {whenWords(one.checkedAt)} 核对</>}
        actions={one.mayEdit && !one.endedOn && <><Button danger onClick={retire}>注销</Button><PutTags kind="thing" id={one.id} area={one.area} name={one.name} tags={one.tags} /><Button icon={<EnvironmentOutlined aria-hidden />} onClick={() => setMoving(true)}>变更位置、权属</Button></>} />
      <RecordColumns kind="thing" record={one} name={one.name} fields={fields} change={one.endedOn ? undefined : () => setChanging(one)} restore={restore} />
      <MoveThing one={one} isOpen={isMoving} close={() => setMoving(false)} />
      {changing && <Change one={changing} fields={fields} take={take} close={() => setChanging(undefined)} />}
    </>
  )
}

/** As it stood when the form was opened: what others change meanwhile must not be overwritten unseen. */
function Change({ one, fields, take, close }: { one: ThingView, fields: FieldView[], take: (view: ThingView) => void, close: () => void }) {
  const { message } = App.useApp()
  const send = async (written: Values) => {
    take(await call('thing', 'change', { id: one.id, revision: one.revision, values: writtenOf(fields, { ...openValues(fields, one.values), ...written }, one.values) }))
    void message.success('已保存')
    close()
  }
  return <FormDrawer<Values> name="thing" title={`修改：${one.name}`} isOpen close={close} initial={openValues(fields, one.values)} submitWords="保存" send={send} under="values"><FieldItems kind="thing" fields={fields} before={one.values} /></FormDrawer>
}
