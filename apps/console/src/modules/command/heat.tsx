import { addDays } from '@linli/standards/day'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { dayWords } from '../../parts/when.ts'
import { addressOf } from '../indicator/use-place.ts'
import styles from './command.module.css'

const weeks = 53
const dayOfWeek = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

/** A year of days, a column for each week: the darker the fewer. Each day opens what was reported on it. */
export function Heat({ area, today }: { area: string, today: string }) {
  const from = addDays(today, -(weeks - 1) * 7 - dayOfWeek(today))
  const rows = useAsk('indicator', 'trend', { indicator: 'today', area, from, until: addDays(today, 1) }, { keepsLast: true }).data?.rows ?? []
  const most = Math.max(...rows.map(({ value }) => value ?? 0), 1)
  const total = rows.reduce((all, { value }) => all + (value ?? 0), 0)
  return (
    <section className={styles.box} aria-labelledby="heat">
      <h2 id="heat">一年上报日历<span className={styles.key}>共 {total.toLocaleString('zh-CN')} 件，一天最多 {most} 件</span></h2>
      <ol className={styles.days}>{rows.map(({ day, value }) => (
        <li key={day} style={{ gridRow: dayOfWeek(day) + 1, '--share': (value ?? 0) / most } as React.CSSProperties}>
          <Link to={addressOf('/indicators/records', { source: 'reports', key: 'reported', area, from: day, until: addDays(day, 1), label: `${dayWords(day)}上报` })} tabIndex={-1} title={`${dayWords(day)} ${value ?? 0} 件`}><span className="hidden">{dayWords(day)} {value ?? 0} 件</span></Link>
        </li>
      ))}</ol>
    </section>
  )
}
