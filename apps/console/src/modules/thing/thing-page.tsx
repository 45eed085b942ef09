import type { Output } from '@linli/contract'
import { App } from 'antd'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Values } from '@linli/contract/words/index'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Mark } from '../../parts/mark.tsx'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Waiting } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { useOpenedRecord } from '../find/recent.ts'
import { labelOf, openValues, placeOfFields, writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { FieldItems } from '../record/form-parts.tsx'
import { RecordColumns } from '../record/record-columns.tsx'
import { useCodes } from '../record/use-codes.ts'
import { PutTags } from '../tag/put-tags.tsx'

type ThingView = Output<'thing', 'get'>

/** 一物一档: a lamp, a lid, a hydrant, a lift. */
export default function ThingPage() {
  const { id = '' } = useParams()
  const query = useAsk('thing', 'get', { id })
  const fields = useAsk('thing', 'fields', { area: placeOfFields(query.data?.area ?? '/') }, { isWanted: query.data !== undefined, freshMs: longFresh })
  return <Answer query={query} waiting={<Waiting isWhole />}>{(one) => <Answer query={fields} waiting={<Waiting isWhole />}>{({ rows }) => <Detail key={one.id} one={one} fields={rows} />}</Answer>}</Answer>
}

function Detail({ one, fields }: { one: ThingView, fields: FieldView[] }) {
  const [changing, setChanging] = useState<ThingView>()
  const client = useQueryClient()
  const take = (view: ThingView) => {
    client.setQueryData(['thing', 'get', { id: view.id }], view)
    void client.invalidateQueries({ predicate: ({ queryKey: [module, endpoint] }) => (module === 'thing' && endpoint !== 'get') || module === 'find' })
  }
  const [kinds, states] = [useCodes('thingKind'), useCodes('thingState')]
  const place = one.address ?? one.areaName
  useOpenedRecord({ kind: 'thing', id: one.id, title: one.name, about: place })
  const restore = async (no: number, field: string) => take(await call('thing', 'restore', { id: one.id, no, fields: [field] }))
  return (
    <>
      <PageHeader title={one.name} beside={<><Mark tone="blue">{labelOf(kinds, one.kind) || one.kind}</Mark>{one.state && <Mark>{labelOf(states, one.state) || one.state}</Mark>}{one.endedOn && <Mark tone="amber">已注销</Mark>}{one.tags.map((tag) => <Mark key={tag}>{tag}</Mark>)}</>}
        hint={<><Link to={one.housing ? `/housing/${one.housing}` : `/housing?area=${encodeURIComponent(one.area)}`} style={{ textDecoration: 'underline' }}>{place}</Link>{one.owner && ` · 权属：${one.owner.name}`} · {whenWords(one.checkedAt)} 核对</>}
        actions={one.mayEdit && !one.endedOn && <PutTags kind="thing" id={one.id} area={one.area} name={one.name} tags={one.tags} />} />
      <RecordColumns kind="thing" record={one} name={one.name} fields={fields} change={one.endedOn ? undefined : () => setChanging(one)} restore={restore} />
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
