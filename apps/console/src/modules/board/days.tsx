import type { Board } from './board-view.ts'
import { dayWords } from '../../parts/when.ts'
import styles from './board.module.css'

/** A bar for each day; its darker part was handed over. Said in words for who does not see it. */
export function Days({ days }: { days: Board['days'] }) {
  if (days.length < 2) return null
  const most = Math.max(...days.map(({ talks }) => talks), 1)
  return (
    <section className="panel" aria-label="每天的会话">
      <h2 className="panel-title">每天的会话<span className={styles.legend}><i className={styles.machineKey} />智能客服<i className={styles.handedKey} />转人工</span></h2>
      <ol className={styles.days}>{days.map(({ day, talks, handed }) => (
        <li key={day} title={`${dayWords(day)}：${talks} 个，转人工 ${handed} 个`}>
          <span className="hidden">{dayWords(day)} {talks} 个会话，转人工 {handed} 个</span>
          <span aria-hidden className={styles.bar} style={{ height: `${talks / most * 100}%` }}><span className={styles.handedPart} style={{ height: talks === 0 ? 0 : `${handed / talks * 100}%` }} /></span>
        </li>
      ))}</ol>
      <p className={styles.ends}><span>{dayWords(days[0]!.day)}</span><span>{dayWords(days[days.length - 1]!.day)}</span></p>
    </section>
  )
}
