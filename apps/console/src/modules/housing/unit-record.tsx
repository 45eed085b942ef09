import { EditOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { RecordParts } from '../../kernel/record-part.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import page from '../event/event-page.module.css'
import type { EnterState } from '../person/enter-page.tsx'
import { PersonTags } from '../person/person-tags.tsx'
import { aboutWords } from '../person/person-view.ts'
import { placeOfFields } from '../record/field.ts'
import { HistoryPanel } from '../record/history-panel.tsx'
import record from '../record/record.module.css'
import { useCodeWords } from '../record/use-codes.ts'
import { ValuesPanel } from '../record/values-panel.tsx'
import { ChangeUnit } from './change-unit.tsx'
import styles from './housing.module.css'
import type { UnitView } from './unit.ts'
import { useTakeUnit } from './unit.ts'

interface UnitRecordProps { id: string, /** Where a person's page leads back to. */ from: string, /** Beside the chart: without history. */ isBrief?: boolean }

/** 一房一档: who lives there, what is known of it, what changed. */
export function UnitRecord({ id, from, isBrief = false }: UnitRecordProps) {
  const query = useAsk('housing', 'get', { id })
  return <Answer query={query}>{(unit) => <Detail key={unit.id} unit={unit} from={from} isBrief={isBrief} />}</Answer>
}

function Detail({ unit, from, isBrief }: { unit: UnitView, from: string, isBrief: boolean }) {
  const fields = useAsk('housing', 'fields', { area: placeOfFields(unit.area) }, { freshMs: longFresh })
  // As it stood when the form was opened: what others change meanwhile must not be overwritten unseen.
  const [changing, setChanging] = useState<UnitView>()
  const take = useTakeUnit()
  const restore = async (_: number, field: string, before: UnitView['values'][string]) => take(await call('housing', 'change', { id: unit.id, revision: unit.revision, values: { [field]: before ?? null } }))
  const subject = { kind: 'housing' as const, id: unit.id, area: unit.area, name: unit.address }
  return (
    <div className={isBrief ? styles.drawer : page.columns}>
      {isBrief && <p><Link to={`/housing/${unit.id}`}><strong>{unit.address}</strong></Link><br /><span className="faint">{unit.areaName} · {whenWords(unit.checkedAt)} 核对</span></p>}
      <div className={page.column}>
        <Residents unit={unit} from={from} />
        <RecordParts record={subject} place="beside" />
      </div>
      <Answer query={fields} isSmall>{({ rows }) => (
        <div className={page.column}>
          <ValuesPanel kind="housing" fields={rows} values={unit.values} actions={unit.mayEdit && <Button size="small" icon={<EditOutlined aria-hidden />} onClick={() => setChanging(unit)}>修改</Button>} />
          <RecordParts record={subject} place="below" />
          {!isBrief && <HistoryPanel kind="housing" id={unit.id} fields={rows} restore={unit.mayEdit ? restore : undefined} />}
          <ChangeUnit unit={changing ?? unit} fields={rows} isOpen={changing !== undefined} close={() => setChanging(undefined)} />
        </div>
      )}</Answer>
    </div>
  )
}

/** Who lives there now, and on to their pages. */
function Residents({ unit, from }: { unit: UnitView, from: string }) {
  const query = useAsk('person', 'list', { area: unit.area, housing: unit.id, limit: 50 }, { isLogged: true })
  const groups = useCodeWords('careGroup')
  const navigate = useNavigate()
  const enter = () => void navigate('/person/new', { state: { at: { housing: unit.id, area: unit.area, name: unit.address }, from: `/housing/${unit.id}` } satisfies EnterState })
  return (
    <section className="panel" aria-labelledby="residents">
      <h2 id="residents" className="panel-title">住在这里{query.data && query.data.rows.length > 0 && <span className="faint">{query.data.rows.length} 人</span>}<span className={record.bar}>{unit.mayEdit && <Button size="small" icon={<UserAddOutlined aria-hidden />} onClick={enter}>登记人口</Button>}</span></h2>
      <Answer query={query} isSmall>
        {({ rows }) => rows.length === 0 ? <div style={{ padding: 12 }}><Nothing words="还没有登记住在这里的人" /></div> : (
          <ul>{rows.map((row) => <li key={row.id} className={styles.person}><Link to={`/person/${row.id}`} state={{ from }}>{row.name}</Link><span>{aboutWords(row)}</span><span className="number">{row.phone}</span><span><PersonTags person={row} groups={groups} /></span></li>)}</ul>
        )}
      </Answer>
    </section>
  )
}
