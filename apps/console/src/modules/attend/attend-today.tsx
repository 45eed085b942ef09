import { useAsk } from '../../kernel/ask.ts'
import styles from './attend.module.css'

/** What was done today: how many, and how long until the first answer. */
export function AttendToday() {
  const { data } = useAsk('attend', 'today', {}, { topic: 'talk' })
  if (!data || data.taken === 0) return null
  return (
    <span className={`faint ${styles.today}`} title="等待：从转人工到第一次人工回复">
      今天接待 {data.taken} 人次，回复 {data.replies} 条{data.medianMinutes !== null && `，等待中位数 ${data.medianMinutes} 分，最慢一成 ${data.p90Minutes} 分以上`}
    </span>
  )
}
