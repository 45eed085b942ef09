import { areaAt, isAreaPath } from '@linli/standards/area-path'
import { App, Form, Select } from 'antd'
import type { FormInstance } from 'antd'
import { useRef, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useOnce } from '../../kernel/once.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import { DayInput } from '../record/field-input.tsx'
import type { FieldView } from '../record/field.ts'
import { useCodes } from '../record/use-codes.ts'
import { AskTransfer } from '../transfer/ask-transfer.tsx'
import { alikeIn, useTellApart } from './alike.tsx'
import { whereTold } from './move-in.tsx'
import { PersonForm } from './person-form.tsx'
import styles from './person.module.css'
import { usePersonFields, useTake } from './person.ts'

/** What another page knows already of who is to be entered. */
export interface EnterState { at?: Where, name?: string, from?: string }

type Written = Record<string, unknown>

export default function EnterPage() {
  const state = useLocation().state as EnterState | null
  const [form] = Form.useForm<Written>()
  const home = myAreas(useMe())[0]?.path
  // The community they live in may ask for more than others.
  const at = Form.useWatch('at', form) as Where | undefined
  const query = usePersonFields((at ?? state?.at)?.area ?? home)
  return (
    <>
      <PageHeader title="登记人口" back={{ to: state?.from ?? '/person', words: '返回' }} hint="必填的只有姓名和住处，其余知道多少填多少，以后可以补。" />
      <Answer query={query}>{({ rows }) => <Enter form={form} fields={rows} state={state} />}</Answer>
    </>
  )
}

function Enter({ form, fields, state }: { form: FormInstance<Written>, fields: FieldView[], state: EnterState | null }) {
  const navigate = useNavigate()
  const { message } = App.useApp()
  const { once, done } = useOnce()
  const take = useTake()
  const tellApart = useTellApart()
  const goesOn = useRef(false)
  const [isAsking, setAsking] = useState(false)
  // Whom somebody said it is not, as long as the same person is being written.
  const [apart, setApart] = useState<readonly string[]>([])
  const home = myAreas(useMe())[0]?.path
  const at = Form.useWatch('at', form) as Where | undefined
  const initial = { at: state?.at, name: state?.name, certificate: '111' }
  const send = async (values: object, written: Written) => {
    const input = { values: { ...values }, at: whereTold(written.at as Where), role: String(written.role), since: (written.since as string | null | undefined) ?? null, isSomebodyElse: [...apart] }
    const person = await once(input)('person', 'enter', input).catch(async (fault: unknown) => {
      const people = alikeIn(fault)
      if (!people || !await tellApart(people)) throw fault
      const told = { ...input, isSomebodyElse: [...new Set([...apart, ...people.map(({ id }) => id)])] }
      return once(told)('person', 'enter', told)
    })
    done()
    take(person)
    if (!goesOn.current) return void navigate(`/person/${person.id}`, { replace: true })
    void message.success(`已登记${person.name}，请继续登记同住的人`)
    form.resetFields()
    setApart([])
    // Who lives with an owner is family, who lives with a tenant shares: the codes of residencyRole.
    form.setFieldsValue({ at: written.at, since: written.since, role: { '01': '02', '03': '04' }[String(written.role)] ?? written.role, populationKind: written.populationKind })
    window.scrollTo(0, 0)
    form.focusField('name')
  }
  return (
    <>
      <PersonForm form={form} fields={fields} before={{}} initial={initial} send={send} ask={() => setAsking(true)} fresh={{ at: placeToCompare(at, home), apart: { ids: apart, tell: (ids) => setApart((now) => [...now, ...ids]) } }}
        ways={[{ words: '登记', choose: () => { goesOn.current = false } }, { words: '登记，再登记同住的人', choose: () => { goesOn.current = true } }]}>
        <Home />
      </PersonForm>
      <AskTransfer isOpen={isAsking} close={() => setAsking(false)} asked={() => form.resetFields()} initial={() => ({ number: form.getFieldValue('certificateNumber') as string, at: form.getFieldValue('at') as Where, role: form.getFieldValue('role') as string, since: form.getFieldValue('since') as string })} />
    </>
  )
}

/** Who is alike is looked for where they are to live; before that is said, in the community one works in. */
const placeToCompare = (at: Where | undefined, home: string | undefined) => at ? whereTold(at) : home && isAreaPath(home) && areaAt(home, 'community') ? { area: home } : undefined

/** Where they live, and as what. */
function Home() {
  const roles = useCodes('residencyRole') ?? []
  return (
    <div className={`panel ${styles.top}`}>
      <Form.Item name="at" label="住处" rules={[{ required: true, message: '请选择房屋，或只选到楼幢、社区' }]}><WhereField /></Form.Item>
      <Form.Item name="role" label="居住关系" rules={[{ required: true, message: '请选择居住关系' }]}><Select options={roles.map(({ code, label }) => ({ value: code, label }))} placeholder="请选择" /></Form.Item>
      <Form.Item name="since" label="入住日期"><DayInput /></Form.Item>
    </div>
  )
}
