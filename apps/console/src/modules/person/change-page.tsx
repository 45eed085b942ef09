import { App, Form } from 'antd'
import { useNavigate, useParams } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, NoPermission, Waiting } from '../../parts/states.tsx'
import type { FieldView } from '../record/field.ts'
import { PersonForm } from './person-form.tsx'
import type { PersonView } from './person-view.ts'
import { homeWords } from './person-view.ts'
import { usePersonFields, useTake } from './person.ts'

export default function ChangePage() {
  const { id = '' } = useParams()
  const query = useAsk('person', 'get', { id }, { isLogged: true })
  const fields = usePersonFields(query.data?.area)
  return <Answer query={query} waiting={<Waiting isWhole />}>{(person) => person.mayEdit ? <Answer query={fields}>{({ rows }) => <Change key={`${person.id} ${person.revision}`} person={person} fields={rows} reload={() => void query.refetch()} />}</Answer> : <NoPermission />}</Answer>
}

function Change({ person, fields, reload }: { person: PersonView, fields: FieldView[], reload: () => void }) {
  const [form] = Form.useForm<Record<string, unknown>>()
  const navigate = useNavigate()
  const { message } = App.useApp()
  const take = useTake()
  const open = Object.fromEntries(fields.filter(({ name, isSensitive }) => !isSensitive && (person.values[name] ?? null) !== null).map(({ name }) => [name, person.values[name]]))
  const send = async (values: PersonView['values']) => {
    take(await call('person', 'change', { id: person.id, revision: person.revision, values }))
    void message.success(Object.keys(values).length > 0 ? '已保存' : '没有改动，已记为核对无误')
    void navigate(`/person/${person.id}`, { replace: true })
  }
  return (
    <>
      <PageHeader title={`修改：${person.name}`} back={{ to: `/person/${person.id}`, words: '返回档案' }} hint={`${homeWords(person)}。号码等敏感信息打码显示，不填则不变。`} />
      <PersonForm form={form} fields={fields} before={person.values} initial={open} self={person.id} send={send} reload={reload} ways={[{ words: '保存' }]} leave={() => void navigate(`/person/${person.id}`)} />
    </>
  )
}
