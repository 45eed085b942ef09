import { CheckOutlined, EditOutlined, PhoneOutlined } from '@ant-design/icons'
import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { useLocation, useNavigate, useParams } from 'react-router'
import { useAsk, useTell } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import { RecordParts } from '../../kernel/record-part.tsx'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { useKeys } from '../../parts/keys.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import page from '../event/event-page.module.css'
import { useOpenedRecord } from '../find/recent.ts'
import type { FieldView } from '../record/field.ts'
import { HistoryPanel } from '../record/history-panel.tsx'
import { RevealValue } from '../record/reveal-value.tsx'
import { useCodeWords } from '../record/use-codes.ts'
import { ValuesPanel } from '../record/values-panel.tsx'
import { PutTags } from '../tag/put-tags.tsx'
import type { PersonTrail } from './person-columns.tsx'
import { PersonTags } from './person-tags.tsx'
import { aboutWords, homeWords } from './person-view.ts'
import type { PersonView } from './person-view.ts'
import { usePersonFields, useTake } from './person.ts'
import { ResidencyPanel } from './residency-panel.tsx'

/** 一人一档: everything known of one person, where they live and lived, what changed; and what other modules know of them. */
export default function PersonPage() {
  const { id = '' } = useParams()
  const query = useAsk('person', 'get', { id }, { isLogged: true })
  const fields = usePersonFields(query.data?.area)
  return <Answer query={query} waiting={<Waiting isWhole />}>{(person) => <Answer query={fields} waiting={<Waiting isWhole />}>{({ rows }) => <Detail key={person.id} person={person} fields={rows} />}</Answer>}</Answer>
}

function Detail({ person, fields }: { person: PersonView, fields: FieldView[] }) {
  const [revealed, setRevealed] = useState<FieldView>()
  const take = useTake()
  useOpenedRecord({ kind: 'person', id: person.id, title: person.name, about: homeWords(person) })
  const subject: RecordSubject = { kind: 'person', id: person.id, area: person.area, name: person.name }
  const restore = async (no: number, field: string) => take(await call('person', 'restore', { id: person.id, no, fields: [field] }))
  return (
    <>
      <Head person={person} />
      <div className={page.columns}>
        <div className={page.column}>
          <ValuesPanel kind="person" fields={fields} values={person.values} reveal={person.mayReveal ? setRevealed : undefined}
            actions={person.mayReveal && person.phone && <Button size="small" icon={<PhoneOutlined aria-hidden />} onClick={() => setRevealed(fields.find(({ name }) => name === 'phone'))}>打电话</Button>} />
          <RecordParts record={subject} place="below" />
        </div>
        <div className={page.column}>
          <ResidencyPanel person={person} />
          <RecordParts record={subject} place="beside" />
          <HistoryPanel kind="person" id={person.id} fields={fields} restore={person.mayEdit ? restore : undefined} />
        </div>
      </div>
      <RevealValue kind="person" id={person.id} name={person.name} field={revealed} close={() => setRevealed(undefined)} />
    </>
  )
}

function Head({ person }: { person: PersonView }) {
  const navigate = useNavigate()
  const trail = useLocation().state as PersonTrail | null
  const from = trail?.from ?? '/person'
  const back = () => void (trail ? navigate(-1) : navigate(from))
  useKeys({ Escape: back })
  return (
    <PageHeader title={person.name} back={{ to: from, words: from.startsWith('/housing') ? '返回房屋' : '返回人口列表', go: back }} beside={<PersonTags person={person} groups={useCodeWords('careGroup')} />}
      hint={<>{[aboutWords(person), homeWords(person)].filter((words) => words !== '').join(' · ')} · {whenWords(person.checkedAt)} 核对</>}
      actions={person.mayEdit && <><Confirm person={person} /><PutTags kind="person" id={person.id} area={person.area} name={person.name} tags={person.tags} /><Button type="primary" icon={<EditOutlined aria-hidden />} onClick={() => void navigate(`/person/${person.id}/edit`)}>修改</Button></>} />
  )
}

/** Looked over and found right: nothing changes but when that was. */
function Confirm({ person }: { person: PersonView }) {
  const take = useTake()
  const client = useQueryClient()
  const { message } = App.useApp()
  const { mutateAsync, isPending } = useTell('person', 'change', [])
  const confirm = async () => {
    try {
      take(await mutateAsync({ id: person.id, revision: person.revision, values: {} }))
      void message.success('已记为核对无误')
    } catch (fault) {
      void message.error(wordsOf(fault))
      void client.invalidateQueries({ queryKey: ['person', 'get', { id: person.id }] })
    }
  }
  return <Button icon={<CheckOutlined aria-hidden />} loading={isPending} onClick={() => void confirm()} title="看过了，都对">核对无误</Button>
}
