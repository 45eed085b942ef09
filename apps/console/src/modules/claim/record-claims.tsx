import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { whenWords } from '../../parts/when.ts'
import record from '../record/record.module.css'
import { ClaimActions } from './claim-actions.tsx'
import { ClaimSides } from './claim-sides.tsx'

/** On a record's page: what others say of it that does not stand yet. */
export function RecordClaims({ record: { id } }: { record: RecordSubject }) {
  const { data } = useAsk('claim', 'list', { record: id, limit: 20 }, { isLogged: true })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="claims">
      <h2 id="claims" className="panel-title">更正建议<span className="faint">{data.rows.length} 条{data.next && '以上'}</span></h2>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id} className={record.row}>
            <div className={record.head}><strong>{row.label}</strong><span className={record.when}>{whenWords(row.at)}</span></div>
            <ClaimSides claim={row} />
            <div style={{ marginTop: 6 }}><ClaimActions claim={row} /></div>
          </li>
        ))}
      </ul>
    </section>
  )
}
