import { useAsk } from '../../kernel/ask.ts'
import type { RecordSubject } from '../../kernel/record-part.tsx'
import { whenWords } from '../../parts/when.ts'
import record from '../record/record.module.css'
import { TransferActions } from './transfer-actions.tsx'
import { StatusMark } from './transfer-columns.tsx'
import { toWords } from './transfer-view.ts'

/** On a person's page: who has asked for them, and what was decided. */
export function PersonTransfers({ record: { id } }: { record: RecordSubject }) {
  const { data } = useAsk('transfer', 'list', { person: id, limit: 20 })
  if (!data || data.rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="transfers">
      <h2 id="transfers" className="panel-title">社区间迁移</h2>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id} className={record.row}>
            <div className={record.head}><StatusMark row={row} /><span>{row.from.name} → {toWords(row)}</span><span className={record.end}><TransferActions row={row} /></span></div>
            <p className="faint">{row.reason} · {row.askedBy} {whenWords(row.askedAt)}申请{row.decidedAt && ` · ${row.decidedBy} ${whenWords(row.decidedAt)}答复`}{row.note && `：${row.note}`}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}
