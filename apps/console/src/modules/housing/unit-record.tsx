import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { call } from '../../kernel/call.ts'
import { RecordParts } from '../../kernel/record-part.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import page from '../event/event-page.module.css'
import { placeOfFields } from '../record/field.ts'
import { HistoryPanel } from '../record/history-panel.tsx'
import { ValuesPanel } from '../record/values-panel.tsx'
import { ChangeUnit } from './change-unit.tsx'
import styles from './housing.module.css'
import { Residents } from './residents.tsx'
import type { UnitView } from './unit.ts'
import { useTakeUnit } from './unit.ts'
import { UnitQuick } from './unit-quick.tsx'

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
        {isBrief && unit.mayEdit && fields.data && <UnitQuick unit={unit} fields={fields.data.rows} />}
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
