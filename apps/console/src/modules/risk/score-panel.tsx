import { Link } from 'react-router'
import { dayWords, whenExact, whenWords } from '../../parts/when.ts'
import { ColourTag } from './risk-tags.tsx'
import { openAddress } from './risk-view.ts'
import type { Part, Whole } from './risk-view.ts'
import styles from './risk.module.css'

/** How a score came to be: every rule that speaks, its points, and the records to open. */
export function ScorePanel({ whole }: { whole: Whole }) {
  return (
    <section className="panel" aria-labelledby="score">
      <h2 id="score" className="panel-title">分值与原因</h2>
      <div className="panel-body">
        <p className={styles.score}><strong>{whole.score}</strong><span>分</span><ColourTag colour={whole.colour} />{whole.since && <span className="faint">{whenWords(whole.since)}起</span>}</p>
        <p className={styles.small}>分值 = 各条规则得分之和，最多 100 分；{whole.version === null ? '现行规则没有给它计分。' : `按风险规则第 ${whole.version} 版${whole.publishedAt ? `（${whenExact(whole.publishedAt)} 发布）` : ''}计算。`}分值只用来提醒工作人员先去看哪里，不自动作出任何决定。</p>
        {whole.parts.length === 0 ? <p className="faint">没有规则计分。</p> : <Parts parts={whole.parts} version={whole.version} />}
      </div>
    </section>
  )
}

export const Parts = ({ parts, version }: { parts: Part[], version: number | null }) => <ul>{parts.map((part) => <One key={part.rule} part={part} version={version} />)}</ul>

const One = ({ part, version }: { part: Part, version: number | null }) => (
  <li className={styles.part}>
    <div className={styles.head}>
      <span>{version === null ? part.name : <Link to={`/risk-rule/version/${version}`}>{part.name}</Link>}{part.colour && <> <ColourTag colour={part.colour} words="本条直接定色" /></>}</span>
      <span className="number">{part.points} / {part.weight} 分</span>
    </div>
    <div className={styles.bar} aria-hidden><i style={{ width: `${part.weight === 0 ? 0 : Math.min(100, part.points / part.weight * 100)}%` }} /></div>
    <p>{part.label} <strong className="number">{part.value}</strong> {part.unit}</p>
    <p className={styles.small}>{part.words}</p>
    <ul className={styles.records} aria-label={`${part.name}的依据`}>
      {part.records.map((record) => {
        const to = openAddress(record)
        return <li key={`${record.kind} ${record.id}`}>{to ? <Link to={to}>{record.label}</Link> : record.label}{record.at && <span className="faint"> {whenWords(record.at)}</span>}</li>
      })}
      {part.count > part.records.length && part.records[0]?.kind === 'event' && <li className="faint">共 {part.count} 件，只列最近的</li>}
    </ul>
  </li>
)

/** What it was on the days it changed, the newest first. */
export const DaysPanel = ({ days }: { days: Whole['days'] }) => days.length === 0 ? null : (
  <section className="panel" aria-labelledby="days">
    <h2 id="days" className="panel-title">分值变化</h2>
    <ol className={`panel-body ${styles.days}`}>{days.slice(0, 40).map(({ day, score, colour }) => <li key={day}><span className="faint">{dayWords(day)}</span> <span className="number">{score}</span> <ColourTag colour={colour} /></li>)}</ol>
  </section>
)
