import type { Output } from '@linli/contract'
import { indicatorGroup } from '@linli/contract/words/index'
import type { IndicatorGroup } from '@linli/contract/words/index'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { addressOf, type InsightFilter } from './insight-filter.ts'
import { changeWords, numberWords } from './number-words.ts'
import styles from './insight.module.css'

type Told = Output<'insight', 'figures'>
type Figure = Told['figures'][number]

/** Every figure with what it was before, how it is computed, and the lists behind it. */
export const FigureGroups = ({ told, filter }: { told: Told, filter: InsightFilter }) => (
  <>
    {(Object.keys(indicatorGroup) as IndicatorGroup[]).filter((group) => group !== 'area' || !(filter.unit || filter.matter || filter.source || filter.person)).map((group) => (
      <section key={group} className={`panel ${styles.group}`} aria-labelledby={`group-${group}`}>
        <h2 id={`group-${group}`} className="panel-title">{indicatorGroup[group]}</h2>
        {group === 'area' && <p className="panel-body faint">人口、面积由系统管理员在“人口与面积”里维护；所选范围内有社区没有填写时不算。</p>}
        <ul className={styles.figures}>{told.figures.filter((figure) => figure.group === group).map((figure) => <FigureCard key={figure.name} figure={figure} filter={filter} />)}</ul>
      </section>
    ))}
  </>
)

function FigureCard({ figure, filter }: { figure: Figure, filter: InsightFilter }) {
  const to = (part: string) => `/insight/event?${addressOf(filter, { part })}`
  const [first] = figure.parts
  return (
    <li className={styles.figure}>
      <h3>{figure.label}</h3>
      <p className={styles.value}><Link to={to(first!.name)} aria-label={`${figure.label} ${numberWords(figure.value, figure.unit)}，查看清单`}>{numberWords(figure.value, figure.unit)}</Link></p>
      {figure.denominator !== null && <p className="faint">{figure.numerator.toLocaleString('zh-CN')} / {figure.denominator.toLocaleString('zh-CN')}{figure.unit === 'density' && ' 人'}</p>}
      <p className="faint">环比 {changeWords(figure.value, figure.before, figure.unit)}<br />同比 {changeWords(figure.value, figure.lastYear, figure.unit)}</p>
      <p className={styles.formula}>{figure.formula}<span className={styles.version}>口径 v{figure.version}</span></p>
      {figure.parts.length > 1 && <p className={styles.parts}>清单：{figure.parts.map(({ name, label, count }, at) => <Fragment key={name}>{at > 0 && '、'}<Link to={to(name)}>{label} {count.toLocaleString('zh-CN')}</Link></Fragment>)}</p>}
    </li>
  )
}
