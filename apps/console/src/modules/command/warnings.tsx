import { riskColour } from '@linli/contract/words/index'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { useMay } from '../../kernel/session.ts'
import styles from './command.module.css'

const colours = ['red', 'orange', 'yellow', 'blue'] as const

/** Warnings that wait for somebody, and how many places and people stand in each colour; small numbers are not told. */
export function Warnings({ area }: { area: string }) {
  const may = useMay('risk.view')
  const { data } = useAsk('risk', 'board', { area }, { keepsLast: true, isWanted: may })
  if (!may || !data) return null
  const sum = (colour: typeof colours[number]) => data.kinds.reduce((all, { counts }) => all + (counts[colour] ?? 0), 0)
  return (
    <section className={styles.box} aria-labelledby="warnings">
      <h2 id="warnings">风险预警<Link to="/risk" className={styles.key}>看板</Link></h2>
      <ul className={styles.warnings}>
        <li><Link to="/risk?tab=warning&state=open"><strong className="number">{data.open}</strong>待处置</Link></li>
        <li><Link to="/risk?tab=warning&state=open&isOverdue=1"><strong className={`number ${data.overdue > 0 ? styles.red : ''}`}>{data.overdue}</strong>已超时</Link></li>
        {colours.map((colour) => <li key={colour}><Link to={`/risk?tab=list&colours=${colour}`}><strong className={`number ${styles[colour]}`}>{sum(colour)}</strong>{riskColour[colour]}</Link></li>)}
      </ul>
    </section>
  )
}
