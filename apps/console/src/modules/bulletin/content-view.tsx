import { isMet, movedWords, ordinal, standingWords, valueWords } from '@linli/contract/words/index'
import { addDays } from '@linli/standards/day'
import { Fragment } from 'react'
import { TrendLine } from '../indicator/trend-line.tsx'
import type { Content, Counted } from './bulletin-words.ts'
import styles from './bulletin.module.css'
import { Counts, Opened } from './opened.tsx'

interface ContentViewProps { content: Content, number: string | null, subject: string, day: string, before: string, after: string, note?: string | null
  /** Whose lists may be opened by whoever looks; none while it is only tried out. */
  sources: readonly string[] }

/** An issue as it stands on paper, and each number leads to what is behind it. */
export function ContentView({ content, number, subject, day, before, after, note, sources }: ContentViewProps) {
  const { office, heading, isRed, parts } = content
  return (
    <article className={`panel ${styles.paper}`}>
      <header className={isRed ? styles.red : styles.plain}>
        <h2>{heading}</h2>
        <p>{number ?? '（未签发）'}</p>
        <p className={styles.line}><span>{office}</span><span>{day}</span></p>
      </header>
      <h3 className={styles.subject}>{subject}</h3>
      {note && <p className={styles.corrects}>（{note}）</p>}
      <Words words={before} />
      {parts.map((part, at) => (
        <section key={part.title} aria-label={part.title}>
          <h4>{ordinal(at + 1)}、{part.title}</h4>
          {noteOf(part) && <p className="faint">{noteOf(part)}</p>}
          <One part={part} sources={sources} />
        </section>
      ))}
      <Words words={after} />
      <Formulas parts={parts} />
    </article>
  )
}

const Words = ({ words }: { words: string }) => <>{words.split('\n').filter((line) => line.trim()).map((line) => <p key={line} className={styles.words}>{line}</p>)}</>
const noteOf = (part: Counted) => [part.kind === 'pivot' ? part.words : '', part.note].filter(Boolean).join('；')

const Table = ({ heads, children, label }: { heads: readonly string[], children: React.ReactNode, label: string }) => (
  <div className={styles.wide} role="region" aria-label={label} tabIndex={0}><table className={styles.table}><thead><tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead><tbody>{children}</tbody></table></div>
)

function One({ part, sources }: { part: Counted, sources: readonly string[] }) {
  if (part.kind === 'trend') return part.rows.length < 2 ? <p className="faint">没有数据</p> : <TrendLine rows={part.rows} scale={part.column.scale} name={part.column.name} />
  if (part.rows.length === 0) return <p className="faint">没有数据</p>
  if (part.kind === 'figures') {
    return <Table label={part.title} heads={['指标', '本期', '上期', '比上期', '去年同期', '目标', '状态']}>{part.rows.map((row) => (
      <tr key={row.code}><th scope="row">{row.name}</th><td><strong><Opened head={row} value={row} sources={sources} area={undefined} /></strong></td><td>{valueWords({ value: row.before }, row.scale)}</td><td>{movedWords(row)}</td><td>{valueWords({ value: row.lastYear }, row.scale)}</td><td>{row.target === null ? '—' : valueWords({ value: row.target }, row.scale)}</td><td className={isMet(row) === false ? styles.missed : undefined}>{standingWords(row)}</td></tr>
    ))}</Table>
  }
  if (part.kind === 'table') {
    return <Table label={part.title} heads={['辖区', ...part.columns.map(({ name }) => name)]}>{part.rows.map((row) => (
      <tr key={row.area} className={row.isWhole ? styles.whole : undefined}><th scope="row">{row.name}</th>{row.values.map((value, at) => <td key={part.columns[at]!.code}><Opened head={part.columns[at]!} value={value} sources={sources} area={row.area} where={row.name} /></td>)}</tr>
    ))}</Table>
  }
  return <Table label={part.title} heads={['辖区', ...part.columns.map(({ label }) => label)]}>{part.rows.map((row) => (
    <tr key={row.area} className={row.isWhole ? styles.whole : undefined}><th scope="row">{row.name}</th>{row.counts.map((count, at) => <td key={part.columns[at]!.label}><Counts part={part} at={at} count={count} row={row} sources={sources} /></td>)}</tr>
  ))}</Table>
}

function Formulas({ parts }: { parts: Content['parts'] }) {
  const heads = parts.flatMap((part) => (part.kind === 'figures' ? part.rows : part.kind === 'table' ? part.columns : part.kind === 'trend' ? [part.column] : []))
  const once = [...new Map(heads.map((one) => [`${one.code} ${one.name}`, one])).values()]
  if (once.length === 0) return null
  return (
    <section aria-label="口径说明">
      <h4>{ordinal(parts.length + 1)}、口径说明</h4>
      <dl className={styles.formulas}>{once.map(({ code, name, formula, isFlow, from, until, version }) => (
        <Fragment key={`${code} ${name}`}><dt>{name}</dt><dd>{formula}，{isFlow ? from === addDays(until, -1) ? from : `${from} 至 ${addDays(until, -1)}` : `截至 ${from}`}，{version === 0 ? '随平台提供' : `第 ${version} 版`}</dd></Fragment>
      ))}</dl>
    </section>
  )
}
