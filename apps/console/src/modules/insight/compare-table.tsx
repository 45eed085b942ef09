import { useState } from 'react'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { sorted } from '../../parts/sorted.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { addressOf, justOne, questionOf, type InsightFilter } from './insight-filter.ts'
import { Behind } from './behind-link.tsx'
import { numberWords, rankWords } from './number-words.ts'
import styles from './insight.module.css'

type By = 'unit' | 'area' | 'matter'
const named: Record<By, string> = { unit: '办理单位', area: '辖区', matter: '事项' }

/** The main figures side by side, in the order of any of them; a name leads to all its figures. */
export function CompareTable({ by, filter }: { by: By, filter: InsightFilter }) {
  const { from, until, area } = questionOf(filter)
  const query = useAsk('insight', 'compare', { from, until, area, by }, { keepsLast: true, freshMs: 60_000 })
  const [order, setOrder] = useState('reported')
  const [isUp, setUp] = useState(false)
  const sort = (name: string) => { setUp(order === name ? !isUp : false); setOrder(name) }
  const of = (key: string): InsightFilter => ({ ...filter, ...(by === 'area' ? justOne({}) : justOne(by === 'unit' ? { unit: key } : { matter: key })), ...(by === 'area' && { area: key }) })
  const alone = (key: string) => `/insight?${addressOf(of(key), {})}`
  const behind = (key: string, part: string) => `/insight/event?${addressOf(of(key), { part })}`
  return (
    <Answer query={query}>
      {({ columns, rows }) => rows.length === 0 ? <Nothing words="这段时间没有统计数" /> : (
        <>
          {/* A table that is wider than its page is moved by keyboard too. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className={styles.tableBox} role="region" aria-label={`分${named[by]}统计表`} tabIndex={0}>
            <table className={styles.compare}>
              <thead><tr><th scope="col">{named[by]}</th><th scope="col" title={`按“${columns.find(({ name }) => name === order)?.label ?? ''}”排名，与上期比较`}>排名</th>{columns.map(({ name, label, formula, version }) => (
                <th key={name} scope="col" aria-sort={order === name ? (isUp ? 'ascending' : 'descending') : 'none'}><Button type="text" size="small" title={`${formula}（口径 v${version}）。点按排序`} onClick={() => sort(name)}>{label}{order === name && <span aria-hidden>{isUp ? ' ↑' : ' ↓'}</span>}</Button></th>
              ))}</tr></thead>
              <tbody>{sorted(rows, (a, b) => ((a.values[order] ?? -1) - (b.values[order] ?? -1)) * (isUp ? 1 : -1)).map(({ key, label, values, ranks }) => (
                <tr key={key}><th scope="row" style={{ fontWeight: 400 }}><Link to={alone(key)}>{label}</Link></th><td className={styles.rank}>{rankWords(ranks[order] ?? [null, null]) || '—'}</td>{columns.map(({ name, label: what, unit, part }) => <td key={name}><Behind to={behind(key, part)} label={`${label}${what}`} words={numberWords(values[name] ?? null, unit)} /></td>)}</tr>
              ))}</tbody>
            </table>
          </div>
          <p className="faint" style={{ marginTop: 8 }}>排名按选中的一列，与上期比较；时长、退回率、返工率、超期未处置少的在前，其余多的在前。</p>
          <details className={styles.formulas}><summary>计算方法</summary><dl>{columns.map(({ name, label, formula, version }) => <div key={name}><dt>{label}（口径 v{version}）</dt><dd>{formula}</dd></div>)}</dl></details>
        </>
      )}
    </Answer>
  )
}
