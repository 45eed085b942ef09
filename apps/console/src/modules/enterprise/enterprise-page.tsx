import { CheckOutlined, EditOutlined, EnvironmentOutlined } from '@ant-design/icons'
import { App, Button, Form } from 'antd'
import { useState } from 'react'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { useOpenedRecord } from '../find/recent.ts'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { whereTold } from '../person/move-in.tsx'
import type { FieldView } from '../record/field.ts'
import { RecordColumns } from '../record/record-columns.tsx'
import { PutTags } from '../tag/put-tags.tsx'
import { EnterpriseTags, useEnterpriseCodes } from './enterprise-columns.tsx'
import type { EnterpriseTrail } from './enterprise-columns.tsx'
import { placeWords, useEnterpriseFields, useTakeEnterprise } from './enterprise.ts'
import type { EnterpriseView } from './enterprise.ts'

/** Within a sentence colour alone does not tell a link. */
const inText = { textDecoration: 'underline' }

/** 一企一档: what is known of one, who belongs to it, what changed. */
export default function EnterprisePage() {
  const { id = '' } = useParams()
  const query = useAsk('enterprise', 'get', { id }, { isLogged: true })
  const fields = useEnterpriseFields(query.data?.area)
  return <Answer query={query} waiting={<Waiting isWhole />}>{(one) => <Answer query={fields} waiting={<Waiting isWhole />}>{({ rows }) => <Detail key={one.id} one={one} fields={rows} />}</Answer>}</Answer>
}

function Detail({ one, fields }: { one: EnterpriseView, fields: FieldView[] }) {
  const navigate = useNavigate()
  const trail = useLocation().state as EnterpriseTrail | null
  const back = () => void (trail ? navigate(-1) : navigate('/enterprise'))
  useKeys({ Escape: back })
  const take = useTakeEnterprise()
  const codes = useEnterpriseCodes()
  const [isMoving, setMoving] = useState(false)
  useOpenedRecord({ kind: 'enterprise', id: one.id, title: one.name, about: placeWords(one) })
  const restore = async (no: number, field: string) => take(await call('enterprise', 'restore', { id: one.id, no, fields: [field] }))
  return (
    <>
      <PageHeader title={one.name} back={{ to: trail?.from ?? '/enterprise', words: '返回企业组织', go: back }} beside={<EnterpriseTags row={one} codes={codes} />}
        hint={<>{one.housing ? <Link to={`/housing/${one.housing}`} style={inText}>{placeWords(one)}</Link> : placeWords(one)}{one.address && ` · ${one.areaName}`} · {whenWords(one.checkedAt)} 核对</>}
        actions={one.mayEdit && <><Confirm one={one} /><PutTags kind="enterprise" id={one.id} area={one.area} name={one.name} tags={one.tags} /><Button icon={<EnvironmentOutlined aria-hidden />} onClick={() => setMoving(true)}>变更地址</Button><Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => void navigate(`/enterprise/${one.id}/edit`)}>修改</Button></>} />
      <RecordColumns kind="enterprise" record={one} name={one.name} fields={fields} restore={restore} />
      <Move one={one} isOpen={isMoving} close={() => setMoving(false)} />
    </>
  )
}

/** Looked over and found right: nothing changes but when that was. */
function Confirm({ one }: { one: EnterpriseView }) {
  const take = useTakeEnterprise()
  const { message } = App.useApp()
  const { mutate, isPending } = useTell('enterprise', 'change', [])
  const confirm = () => mutate({ id: one.id, revision: one.revision, values: {} }, { onSuccess: (view) => { take(view); void message.success('已记为核对无误') }, onError: (fault) => void message.error(wordsOf(fault)) })
  return <Button icon={<CheckOutlined aria-hidden />} loading={isPending} onClick={confirm} title="看过了，都对">核对无误</Button>
}

function Move({ one, isOpen, close }: { one: EnterpriseView, isOpen: boolean, close: () => void }) {
  const take = useTakeEnterprise()
  const { message } = App.useApp()
  const send = async ({ at }: { at: Where }) => {
    take(await call('enterprise', 'move', { id: one.id, revision: one.revision, at: whereTold(at) }))
    void message.success('已变更地址')
    close()
  }
  return (
    <FormDrawer<{ at: Where }> name="move-enterprise" title={`${one.name}变更地址`} isOpen={isOpen} close={close} submitWords="变更地址" send={send} note={`现在的地址：${placeWords(one)}。登记的信息和变更记录都跟着走。`}>
      <Form.Item name="at" label="新地址" rules={[{ required: true, message: '请选择房屋，或只选到楼幢、社区' }]}><WhereField /></Form.Item>
    </FormDrawer>
  )
}
