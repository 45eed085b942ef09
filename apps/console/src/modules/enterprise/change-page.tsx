import { App, Form } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, NoPermission, Waiting } from '../../parts/states.tsx'
import type { FieldView } from '../record/field.ts'
import { EnterpriseForm } from './enterprise-form.tsx'
import { placeWords, useEnterpriseFields, useTakeEnterprise } from './enterprise.ts'
import type { EnterpriseView } from './enterprise.ts'

export default function ChangePage() {
  const { id = '' } = useParams()
  const query = useAsk('enterprise', 'get', { id }, { isLogged: true })
  const fields = useEnterpriseFields(query.data?.area)
  return <Answer query={query} waiting={<Waiting isWhole />}>{(one) => one.mayEdit ? <Answer query={fields}>{({ rows }) => <Change key={`${one.id} ${one.revision}`} one={one} fields={rows} reload={() => void query.refetch()} />}</Answer> : <NoPermission />}</Answer>
}

function Change({ one, fields, reload }: { one: EnterpriseView, fields: FieldView[], reload: () => void }) {
  const [form] = Form.useForm<Record<string, unknown>>()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const take = useTakeEnterprise()
  const send = async (values: EnterpriseView['values']) => {
    take(await call('enterprise', 'change', { id: one.id, revision: one.revision, values }))
    void message.success(Object.keys(values).length > 0 ? '已保存' : '没有改动，已记为核对无误')
    void navigate(`/enterprise/${one.id}`, { replace: true })
  }
  return (
    <>
      <PageHeader title={`修改：${one.name}`} back={{ to: `/enterprise/${one.id}`, words: '返回档案' }} hint={`${placeWords(one)}。电话、证件号码打码显示，不填则不变。`} />
      <EnterpriseForm form={form} fields={fields} before={one.values} self={one.id} send={send} reload={reload} words="保存" leave={() => void navigate(`/enterprise/${one.id}`)} />
    </>
  )
}
