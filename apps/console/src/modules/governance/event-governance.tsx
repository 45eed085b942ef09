import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import { dayWords } from '../../parts/when.ts'
import { FoundButton } from './found-button.tsx'
import { PressingTags, StatusTag } from './governance-tags.tsx'
import type { GovernanceRow } from './governance-view.ts'
import styles from './governance.module.css'

const over: readonly string[] = ['closed', 'cancelled']

/** The items that an event belongs to; where none is open, whoever may found one does so from here. */
export function EventGovernance({ event }: { event: string }) {
  const query = useAsk('governance', 'list', { event, limit: 20 })
  const mayFound = useMay('governance.found')
  if (!query.data) return null
  const { rows } = query.data
  const isFoundable = mayFound && rows.every((row) => over.includes(row.status))
  if (rows.length === 0 && !isFoundable) return null
  return (
    <section className="panel" aria-labelledby="governance">
      <h2 id="governance" className="panel-title">治理事项{isFoundable && <span style={{ marginLeft: 'auto' }}><FoundButton from={{ events: [event] }} words="立项治理" /></span>}</h2>
      {rows.length > 0 ? <GovernanceLinks rows={rows} /> : <p className="panel-body faint">反复发生的问题可以立一项，从根上治理；同一地点的同一事项会自动归入。</p>}
    </section>
  )
}

/** On the first page: items that wait for me. */
export function WaitingGovernance() {
  const query = useAsk('governance', 'list', { isMine: true, limit: 5 })
  if (!query.data || query.data.rows.length === 0) return null
  return (
    <section className={`panel ${styles.waiting}`} aria-labelledby="waiting-governance">
      <h2 id="waiting-governance" className="panel-title">治理待办{query.data.next && <Link to="/governance?isMine=1" style={{ marginLeft: 'auto', fontSize: 13, fontWeight: 400 }}>全部<span className="hidden">治理待办</span></Link>}</h2>
      <GovernanceLinks rows={query.data.rows} />
    </section>
  )
}

const GovernanceLinks = ({ rows }: { rows: GovernanceRow[] }) => (
  <ul>{rows.map((row) => (
    <li key={row.id}>
      <Link to={`/governance/${row.id}`} className={styles.link}>
        <strong>{row.title}</strong><span className={styles.tags}><StatusTag status={row.status} /><PressingTags row={row} /></span>
        <span className="faint">{row.matter.name} {row.events} 件{row.unit && ` · ${row.unit.name}`}</span><span className="faint">{row.targetOn ? `计划 ${dayWords(row.targetOn)} 完成` : '还没有方案'}</span>
      </Link>
    </li>
  ))}</ul>
)
