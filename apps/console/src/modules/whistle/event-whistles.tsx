import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { whenWords } from '../../parts/when.ts'
import { LightTag } from '../event/light-tag.tsx'
import { StatusTag } from './whistle-tags.tsx'
import type { WhistleRow } from './whistle-view.ts'
import styles from './whistle.module.css'

/** The whistles blown for an event, for those who may see them. */
export function EventWhistles({ event }: { event: string }) {
  const query = useAsk('whistle', 'list', { event, limit: 20 })
  if (!query.data || query.data.rows.length === 0) return null
  return (
    <section className="panel" aria-labelledby="whistles">
      <h2 id="whistles" className="panel-title">吹哨</h2>
      <WhistleLinks rows={query.data.rows} />
    </section>
  )
}

/** On the first page: whistles that wait for me, which do not bear waiting. */
export function WaitingWhistles() {
  const query = useAsk('whistle', 'list', { isMine: true, limit: 5 })
  if (!query.data || query.data.rows.length === 0) return null
  return (
    <section className={`panel ${styles.waiting}`} aria-labelledby="waiting-whistles">
      <h2 id="waiting-whistles" className="panel-title">吹哨待办{query.data.next && <Link to="/whistle?isMine=1" style={{ marginLeft: 'auto', fontSize: 13, fontWeight: 400 }}>全部<span className="hidden">吹哨待办</span></Link>}</h2>
      <WhistleLinks rows={query.data.rows} />
    </section>
  )
}

const WhistleLinks = ({ rows }: { rows: WhistleRow[] }) => (
  <ul>{rows.map((row) => (
    <li key={row.id}>
      <Link to={`/whistle/${row.id}`} className={styles.link}>
        <strong>{row.title}</strong><span className={styles.tags}><StatusTag status={row.status} />{row.light && <LightTag light={row.light} dueAt={row.arriveBy} />}</span>
        <span className="faint">{row.calls.map(({ unit }) => unit.name).join('、')} · {row.place}</span><span className="faint">{whenWords(row.blownAt)}吹哨</span>
      </Link>
    </li>
  ))}</ul>
)
