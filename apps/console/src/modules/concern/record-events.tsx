import type { Output } from '@linli/contract'
import { concernWay } from '@linli/contract/words/index'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { call, wordsOf } from '../../kernel/call.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { Mark } from '../../parts/mark.tsx'
import { Answer } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { StatusTag } from '../event/status-tag.tsx'
import record from '../record/record.module.css'

type Row = Output<'concern', 'events'>['rows'][number]

const atOnce = 6

/** On a record's page: what was reported at its place, or by who it is about, the newest first. */
export function RecordEvents({ record: { kind, id } }: { record: RecordSubject }) {
  const asked = { [kind]: id }
  const query = useAsk('concern', 'events', { ...asked, limit: atOnce }, { isLogged: true })
  const [further, setFurther] = useState<{ rows: Row[], next: string | null }>()
  const [fault, setFault] = useState<string>()
  const more = (after: string) => void call('concern', 'events', { ...asked, after, limit: 20 }).then(({ rows, next }) => setFurther((now) => ({ rows: [...now?.rows ?? [], ...rows], next })), (refusal: unknown) => setFault(wordsOf(refusal)))
  return (
    <section className="panel" aria-labelledby="concern">
      <h2 id="concern" className="panel-title">有关的事件</h2>
      <Answer query={query} isSmall>
        {({ rows, next }) => {
          const after = further ? further.next : next
          return rows.length === 0 ? <p className="panel-body faint">{nothing[kind] ?? '没有有关的事件。'}</p> : (
            <>
              <ul>{[...rows, ...further?.rows ?? []].map((row) => <One key={row.id} row={row} isPerson={kind === 'person' || kind === 'household'} />)}</ul>
              {after && <p className="panel-body"><Button size="small" onClick={() => more(after)}>更早的事件</Button>{fault && <span role="alert"> {fault}</span>}</p>}
            </>
          )
        }}
      </Answer>
    </section>
  )
}

const nothing: Partial<Record<RecordSubject['kind'], string>> = {
  person: '没有本人上报或住处发生的事件。', household: '没有本户上报或住处发生的事件。', housing: '这里没有发生过事件。', building: '这一幢没有发生过事件。', enterprise: '没有发生在这里的事件。',
}

const One = ({ row, isPerson }: { row: Row, isPerson: boolean }) => (
  <li className={record.row}>
    <div className={record.head}>
      <Link to={`/event/${row.id}`}>{row.title}</Link><StatusTag status={row.status} />
      {isPerson && row.ways.map((way) => <Mark key={way} tone={way === 'reporter' ? 'blue' : 'plain'}>{concernWay[way]}</Mark>)}
      {row.light && row.light !== 'green' && <LightTag light={row.light} dueAt={row.dueAt} isShort />}
    </div>
    <p className="faint">{row.matter.name} · {row.place} · {whenWords(row.reportedAt)}{row.unit && ` · ${row.unit.name}`}</p>
  </li>
)
