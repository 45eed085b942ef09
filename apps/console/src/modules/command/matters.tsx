import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { addressOf } from '../indicator/use-place.ts'
import styles from './command.module.css'

/** What is reported most. */
export function Matters({ area, from, until }: { area: string, from: string, until: string }) {
  const rows = (useAsk('indicator', 'structure', { source: 'reports', dimension: 'matter', area, from, until }, { keepsLast: true }).data?.rows ?? []).slice(0, 8)
  const most = Math.max(...rows.map(({ count }) => count ?? 0), 1)
  return (
    <section className={`${styles.box} ${styles.grows}`} aria-labelledby="matters">
      <h2 id="matters">近 30 天事项前 8</h2>
      <ol className={styles.bars}>{rows.map(({ key, label, count }) => (
        <li key={key}><Link to={addressOf('/indicators/records', { source: 'reports', key, area, from, until, label })}><i style={{ width: `${(count ?? 0) / most * 100}%` }} aria-hidden /><span>{label}</span><strong className="number">{count}</strong></Link></li>
      ))}</ol>
    </section>
  )
}
