import { indicatorBand, valueWords } from '@linli/contract/words/index'
import { useState } from 'react'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { sorted } from '../../parts/sorted.ts'
import { addressOf } from '../indicator/use-place.ts'
import styles from './command.module.css'

/** By what became of things; never by taps or sign-ins (基层减负). */
const by = { inTime30: '按时结案', satisfied30: '群众满意', overdue30: '超时', fresh365: '底数核对' } as const

export function Ranking({ area }: { area: string }) {
  const [code, choose] = useState<keyof typeof by>('inTime30')
  const { data } = useAsk('indicator', 'values', { indicator: code, area, level: 'community' }, { keepsLast: true })
  const way = data?.indicator.best === 'low' ? 1 : -1
  const rows = sorted(data?.rows ?? [], (one, other) => (one.value === null ? Infinity : way * one.value) - (other.value === null ? Infinity : way * other.value))
  return (
    <section className={`${styles.box} ${styles.grows}`} aria-labelledby="ranking">
      <h2 id="ranking">社区实效排名</h2>
      <div className={styles.choice} role="group" aria-label="按什么排">{Object.entries(by).map(([key, label]) => <button key={key} type="button" aria-pressed={key === code} onClick={() => choose(key as keyof typeof by)}>{label}</button>)}</div>
      <ol className={styles.ranks}>{data && rows.map((row, at) => (
        <li key={row.area}><Link to={addressOf('/indicators/one', { code, area: row.area })}><span className="number">{at + 1}</span><span>{row.name}</span>{row.band && <small className={styles[row.band]}>{indicatorBand[row.band]}</small>}<strong className="number">{valueWords(row, data.indicator.scale)}</strong></Link></li>
      ))}</ol>
      {data && <p className={styles.formula}>{data.indicator.formula}</p>}
    </section>
  )
}
