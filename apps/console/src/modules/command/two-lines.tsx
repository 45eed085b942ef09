import { useAsk } from '../../kernel/ask.ts'
import { dayWords } from '../../parts/when.ts'
import styles from './command.module.css'

const [width, height] = [400, 90]

/** What came and what was done, day by day. */
export function TwoLines({ area, from, until }: { area: string, from: string, until: string }) {
  const came = useAsk('indicator', 'trend', { indicator: 'today', area, from, until }, { keepsLast: true }).data?.rows ?? []
  const done = useAsk('indicator', 'trend', { indicator: 'closedToday', area, from, until }, { keepsLast: true }).data?.rows ?? []
  const most = Math.max(...came.map(({ value }) => value ?? 0), ...done.map(({ value }) => value ?? 0), 1)
  const path = (rows: typeof came) => rows.map(({ value }, at) => `${at === 0 ? 'M' : 'L'}${(at / Math.max(rows.length - 1, 1) * width).toFixed(1)} ${(height - 4 - (value ?? 0) / most * (height - 8)).toFixed(1)}`).join('')
  const sum = (rows: typeof came) => rows.reduce((all, { value }) => all + (value ?? 0), 0)
  return (
    <section className={styles.box} aria-labelledby="two-lines">
      <h2 id="two-lines">近 30 天走势<span className={styles.key}><i className={styles.came} />上报 {sum(came)}<i className={styles.done} />结案 {sum(done)}</span></h2>
      <svg className={styles.lines} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={`近 30 天上报 ${sum(came)} 件，结案 ${sum(done)} 件，一天最多 ${most} 件`}><path className={styles.cameLine} d={path(came)} /><path className={styles.doneLine} d={path(done)} /></svg>
      {came[0] && <p className={styles.ends}><span>{dayWords(came[0].day)}</span><span>一天最多 {most} 件</span><span>{dayWords(came[came.length - 1]!.day)}</span></p>}
    </section>
  )
}
