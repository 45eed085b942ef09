import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { valueWords } from '@linli/contract/words/index'
import type { Figure } from '../indicator/figures.ts'
import { addressOf } from '../indicator/use-place.ts'
import styles from './command.module.css'

/** What a street tells of itself: records kept, questions answered, hours saved; an estimate is called one, with its formula. */
export function News({ figures, area, from, until }: { figures: readonly Figure[], area: string, from: string, until: string }) {
  const records = figures.find(({ code }) => code === 'records')
  const board = useAsk('board', 'figures', { area, from, until }, { keepsLast: true }).data
  const period = addressOf('/reception-board', { area, from, until })
  return (
    <section className={styles.box} aria-labelledby="news">
      <h2 id="news">平台成效<span className={styles.key}>近一年</span></h2>
      <ul className={styles.news}>
        <li><Link to={addressOf('/indicators/one', { code: 'records', area })} title={records?.formula}><strong className="number">{records ? valueWords(records, records.scale) : '—'}</strong>在册记录</Link></li>
        {board && <li><Link to={period} title="居民至少说了一句的会话数"><strong className="number">{board.counts.talks.toLocaleString('zh-CN')}</strong>AI 社工接待</Link></li>}
        {board && <li><Link to={period} title="评四星、五星的会话 ÷ 评价了的会话"><strong className="number">{board.rates.satisfied === null ? '—' : `${board.rates.satisfied}%`}</strong>接待满意率</Link></li>}
        {board && <li><Link to={period} title={`估算：（独立答完 × ${board.saved.minutes.machine} 分 ＋ 经推荐答完 × ${board.saved.minutes.suggested} 分 ＋ 人工接待 × ${board.saved.minutes.attended} 分）÷ 60，系数可调`}><strong className="number">{board.saved.hours.toLocaleString('zh-CN')}</strong>节省工时（估算）</Link></li>}
      </ul>
    </section>
  )
}
