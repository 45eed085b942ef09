import type { Output } from '@linli/contract'
import type { Values } from '@linli/contract/words/index'
import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { FormDrawer } from '../../parts/form/form-drawer.tsx'
import { Answer } from '../../parts/states.tsx'
import { openValues, placeOfFields, writtenOf } from '../record/field.ts'
import type { FieldView } from '../record/field.ts'
import { FieldItems } from '../record/form-parts.tsx'
import { RecordColumns } from '../record/record-columns.tsx'
import record from '../record/record.module.css'

type BuildingView = Output<'building', 'get'>

/** 一楼一档 below its chart: its facts, who and what is in it in numbers, what other modules know of it, what changed. */
export function BuildingRecord({ building }: { building: string }) {
  const query = useAsk('building', 'get', { id: building })
  const fields = useAsk('building', 'fields', { area: placeOfFields(building) }, { freshMs: longFresh })
  return <Answer query={query}>{(one) => <Answer query={fields}>{({ rows }) => <Detail one={one} fields={rows} />}</Answer>}</Answer>
}

function Detail({ one, fields }: { one: BuildingView, fields: FieldView[] }) {
  // As it stood when the form was opened: what others change meanwhile must not be overwritten unseen.
  const [changing, setChanging] = useState<BuildingView>()
  const take = useTake()
  const restore = async (no: number, field: string) => take(await call('building', 'restore', { id: one.id, no, fields: [field] }))
  return (
    <div>
      <RecordColumns kind="building" record={one} name={one.name} fields={fields} change={() => setChanging(one)} restore={restore} beside={<Counts one={one} />} />
      {changing && <Change one={changing} fields={fields} take={take} close={() => setChanging(undefined)} />}
    </div>
  )
}

function useTake() {
  const client = useQueryClient()
  return (view: BuildingView): void => {
    client.setQueryData(['building', 'get', { id: view.id }], view)
    void client.invalidateQueries({ queryKey: ['building', 'history'] })
  }
}

function Counts({ one: { id, counts } }: { one: BuildingView }) {
  const area = encodeURIComponent(id)
  const shown: [string, number | null, string?][] = [
    ['单元', counts.entrances || null], ['层数', counts.floors], ['房屋', counts.units], ['有人住', counts.lived], ['出租', counts.rented, `/housing?area=${area}&by=rented`], ['空置', counts.empty, `/housing?area=${area}&by=empty`],
    ['家庭户', counts.households, `/household?area=${area}`], ['人口', counts.people, `/person?area=${area}`], ['户籍人口', counts.registered, `/person?area=${area}&populationKind=01`], ['流动人口', counts.floating, `/person?area=${area}&populationKind=02`], ['境外人员', counts.overseas, `/person?area=${area}&populationKind=03`],
    ['60 岁以上', counts.old], ['80 岁以上', counts.veryOld], ['14 岁以下', counts.children], ['独居老人', counts.livingAlone, `/housing?area=${area}&by=alone`], ['关爱对象', counts.inCare, `/housing?area=${area}&by=care`], ['企业组织', counts.enterprises, `/enterprise?area=${area}`], ['物与部件', counts.things, `/thing?area=${area}`],
  ]
  return (
    <section className="panel" aria-labelledby="counts">
      <h2 id="counts" className="panel-title">底数<span className="faint">按登记自动统计</span></h2>
      <dl className={`${record.values} ${record.counts}`}>{shown.map(([words, count, to]) => <div key={words} className={record.pair}><dt>{words}</dt><dd>{to && count ? <Link to={to}>{count}</Link> : count ?? '—'}</dd></div>)}</dl>
    </section>
  )
}

function Change({ one, fields, take, close }: { one: BuildingView, fields: FieldView[], take: (view: BuildingView) => void, close: () => void }) {
  const { message } = App.useApp()
  const initial = openValues(fields, one.values)
  const send = async (written: Values) => {
    take(await call('building', 'change', { id: one.id, revision: one.revision, values: writtenOf(fields, { ...initial, ...written }, one.values) }))
    void message.success('已保存')
    close()
  }
  return <FormDrawer<Values> name="building" title={`修改${one.name}`} isOpen close={close} initial={initial} submitWords="保存" send={send} under="values"><FieldItems kind="building" fields={fields} before={one.values} /></FormDrawer>
}
