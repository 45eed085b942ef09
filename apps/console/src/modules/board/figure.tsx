import type { BoardList } from '@linli/contract/words/index'
import { Link } from 'react-router'
import styles from './board.module.css'
import { addressOf } from './board-filter.ts'
import type { Period } from './board-filter.ts'

interface FigureProps { title: string, value: number | null, unit?: string, rate?: number | null, note?: string, formula: string, behind?: { period: Period, list: BoardList }, behindWords?: string, to?: string, toWords?: string }

/** A number, what it is made of, and what lies behind it. */
export const Figure = ({ title, value, unit, rate, note, formula, behind, behindWords = '看清单', to, toWords }: FigureProps) => (
  <div className={`panel ${styles.figure}`}>
    <dt>{title}</dt>
    <dd>
      <strong className="number">{value ?? '—'}{value !== null && unit && <small>{unit}</small>}</strong>{rate !== undefined && rate !== null && <span className="number"> {rate}%</span>}
      {note && <p>{note}</p>}
      <p className={styles.formula}>{formula}</p>
      {behind && <Link to={`/reception-board/talks?which=${behind.list}&${addressOf(behind.period)}`}>{behindWords}<span className="hidden">：{title}</span></Link>}
      {to && <Link to={to}>{toWords}</Link>}
    </dd>
  </div>
)
