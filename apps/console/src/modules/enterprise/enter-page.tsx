import { Form } from 'antd'
import type { FormInstance } from 'antd'
import { useLocation, useNavigate } from 'react-router'
import { useOnce } from '../../kernel/once.ts'
import { myAreas, useMe } from '../../kernel/session.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer } from '../../parts/states.tsx'
import { WhereField } from '../housing/where-field.tsx'
import type { Where } from '../housing/where-field.tsx'
import type { EnterState } from '../person/enter-page.tsx'
import { whereTold } from '../person/move-in.tsx'
import type { FieldView } from '../record/field.ts'
import { EnterpriseForm } from './enterprise-form.tsx'
import { useEnterpriseFields, useTakeEnterprise } from './enterprise.ts'

type Written = Record<string, unknown>

export default function EnterPage() {
  const state = useLocation().state as EnterState | null
  const [form] = Form.useForm<Written>()
  const home = myAreas(useMe())[0]?.path
  const at = Form.useWatch('at', form) as Where | undefined
  const query = useEnterpriseFields((at ?? state?.at)?.area ?? home)
  return (
    <>
      <PageHeader title="登记企业组织" back={{ to: state?.from ?? '/enterprise', words: '返回' }} hint="必填的只有名称和地址，其余知道多少填多少，以后可以补。" />
      <Answer query={query}>{({ rows }) => <Enter form={form} fields={rows} state={state} />}</Answer>
    </>
  )
}

function Enter({ form, fields, state }: { form: FormInstance<Written>, fields: FieldView[], state: EnterState | null }) {
  const navigate = useNavigate()
  const { once, done } = useOnce()
  const take = useTakeEnterprise()
  const send = async (values: object, written: Written) => {
    const input = { values: { ...values }, at: whereTold(written.at as Where) }
    const one = await once(input)('enterprise', 'enter', input)
    done()
    take(one)
    void navigate(`/enterprise/${one.id}`, { replace: true })
  }
  return (
    <EnterpriseForm form={form} fields={fields} before={{}} send={send} words="登记" leave={() => void navigate(state?.from ?? '/enterprise')}>
      <div className="panel" style={{ padding: '12px 14px 0' }}><Form.Item name="at" label="地址" initialValue={state?.at} rules={[{ required: true, message: '请选择房屋，或只选到楼幢、社区' }]}><WhereField /></Form.Item></div>
    </EnterpriseForm>
  )
}
