import { Button, Popover } from 'antd'
import { createContext, useContext } from 'react'
import { Link } from 'react-router'
import { valueWords } from '@linli/contract/words/index'
import { addressOf } from '../indicator/use-place.ts'
import type { Counted } from './bulletin-words.ts'
import styles from './bulletin.module.css'

type Head = Extract<Counted, { kind: 'trend' }>['column']
type Value = Extract<Counted, { kind: 'table' }>['rows'][number]['values'][number]

/** The place an issue is of. */
export const WholeArea = createContext<string | undefined>(undefined)

interface OpenedProps { head: Head, value: Pick<Value, 'value' | 'isSuppressed'>, sources: readonly string[], area: string | undefined, where?: string }

/** A number; what it is made of, each leading to its list as far as whoever looks may see it. The number is of then, the list of now. */
export function Opened({ head, value, sources, area, where }: OpenedProps) {
  const whole = useContext(WholeArea)
  const words = valueWords(value, head.scale)
  const terms = head.terms.filter(({ source }) => sources.includes(source))
  const place = area ?? whole
  if (terms.length === 0 || place === undefined || value.value === null || value.isSuppressed) return <span title={value.isSuppressed ? '不足 5 人的数不显示，以免认出是谁' : undefined}>{words}</span>
  const to = ({ source, key, label }: Head['terms'][number]) => addressOf('/indicators/records', { source, key, area: place, ...(head.isFlow && { from: head.from, until: head.until }), label: `${where ? `${where} ` : ''}${label}` })
  const said = `${where ? `${where} ` : ''}${head.name} ${words}，查看清单`
  if (head.terms.length === 1) return <Link className={styles.number} to={to(terms[0]!)} aria-label={said}>{words}</Link>
  return (
    <Popover trigger="click" title={head.formula} content={<ul className={styles.terms}>{terms.map((term) => <li key={`${term.source} ${term.key} ${term.isBelow}`}><Link to={to(term)}>{term.isBelow ? '分母' : '分子'}：{term.label}</Link></li>)}</ul>}>
      <Button type="link" size="small" className={styles.number} aria-label={said}>{words}</Button>
    </Popover>
  )
}

type Pivot = Extract<Counted, { kind: 'pivot' }>

/** A number of one kind at one place, and its list. */
export function Counts({ part, at, count, row, sources }: { part: Pivot, at: number, count: number | null, row: Pivot['rows'][number], sources: readonly string[] }) {
  const { key, label } = part.columns[at]!
  if (count === null) return <span title="不足 5 人的数不显示，以免认出是谁">不足 5</span>
  const words = count.toLocaleString('zh-CN')
  if (key === null || count === 0 || !sources.includes(part.source)) return words
  return <Link className={styles.number} to={addressOf('/indicators/records', { source: part.source, key, area: row.area, from: part.from ?? undefined, until: part.until ?? undefined, label: `${row.name} ${label}` })} aria-label={`${row.name} ${label} ${words}，查看清单`}>{words}</Link>
}
