import { EditOutlined, PhoneOutlined } from '@ant-design/icons'
import type { Values } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { RecordParts } from '../../kernel/record-part.tsx'
import page from '../event/event-page.module.css'
import type { FieldView, ShownKind } from './field.ts'
import { HistoryPanel } from './history-panel.tsx'
import { RevealValue } from './reveal-value.tsx'
import { ValuesPanel } from './values-panel.tsx'

interface Known { id: string, area: string, values: Values, mayEdit: boolean, mayReveal: boolean }

interface RecordColumnsProps {
  kind: ShownKind
  record: Known
  name: string
  fields: FieldView[]
  /** Opens the form; without it the page has a way of its own. */
  change?: () => void
  restore: (no: number, field: string) => Promise<unknown>
  /** Panels of this kind alone: above what is known, and beside it. */
  above?: ReactNode
  beside?: ReactNode
}

/** The page of any record below its title: what is known with whole numbers on request, what other modules know of it, and what changed. */
export function RecordColumns({ kind, record, name, fields, change, restore, above, beside }: RecordColumnsProps) {
  const [revealed, setRevealed] = useState<FieldView>()
  const subject = { kind, id: record.id, area: record.area, name }
  const phone = record.mayReveal && fields.find((field) => field.name === 'phone' && (record.values.phone ?? null) !== null)
  return (
    <>
      <div className={page.columns}>
        <div className={page.column}>
          {above}
          <ValuesPanel kind={kind} fields={fields} values={record.values} reveal={record.mayReveal ? setRevealed : undefined} actions={(
            <>
              {phone && <Button size="small" icon={<PhoneOutlined aria-hidden />} onClick={() => setRevealed(phone)}>打电话</Button>}
              {change && record.mayEdit && <Button size="small" icon={<EditOutlined aria-hidden />} onClick={change}>修改</Button>}
            </>
          )} />
          <RecordParts record={subject} place="below" />
        </div>
        <div className={page.column}>
          {beside}
          <RecordParts record={subject} place="beside" />
          <HistoryPanel kind={kind} id={record.id} fields={fields} restore={record.mayEdit ? restore : undefined} />
        </div>
      </div>
      <RevealValue kind={kind} id={record.id} name={name} field={revealed} close={() => setRevealed(undefined)} />
    </>
  )
}
