import { isCare, riskColour, riskKind, warnedColours } from '@linli/contract/words/index'
import type { RiskKind, WarnedColour } from '@linli/contract/words/index'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { useMay } from '../../kernel/session.ts'
import { Nothing } from '../../parts/states.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { ColourTag } from './risk-tags.tsx'
import { fewWords } from './risk-view.ts'
import type { Board } from './risk-view.ts'
import styles from './risk.module.css'

/** By kind and colour, and the chosen kind by community or grid; every number leads to its list. */
export function BoardTables({ board, area }: { board: Board, area: string | undefined }) {
  const [params, setParams] = useSearchParams()
  const mayRule = useMay('risk.rule')
  if (board.computedAt === null) return <div className="panel"><Nothing words="还没有发布风险规则">{mayRule && <Link to="/risk-rule">看风险规则</Link>}</Nothing></div>
  const kind = (Object.keys(riskKind) as RiskKind[]).find((one) => one === params.get('kind')) ?? 'building'
  const put = (name: string, value: string | undefined) => setParams((now) => {
    const next = new URLSearchParams(now)
    if (value) next.set(name, value)
    else next.delete(name)
    return next
  }, { replace: true })
  return (
    <>
      <div className={styles.tiles}>
        <Tile title="待处置预警" count={board.open} to={listOf({ tab: 'warning', state: 'open', area })} />
        <Tile title="其中逾期" count={board.overdue} to={listOf({ tab: 'warning', isOverdue: '1', area })} />
        <Tile title="近一天新预警" count={board.fresh} to={listOf({ tab: 'warning', isNew: '1', state: 'open', area })} />
      </div>
      <section className="panel" aria-labelledby="by-kind">
        <h2 id="by-kind" className="panel-title">按对象和颜色</h2>
        <div className={styles.tableBox} role="region" aria-label="各类对象的颜色" tabIndex={0}>
          <table className={styles.table}>
            <thead><tr><th scope="col">对象</th>{warnedColours.map((colour) => <th key={colour} scope="col"><ColourTag colour={colour} /></th>)}<th scope="col">待处置预警</th></tr></thead>
            <tbody>{board.kinds.map((one) => (
              <tr key={one.kind} className={one.kind === kind ? styles.picked : undefined}>
                <th scope="row"><Button type="link" size="small" aria-pressed={one.kind === kind} onClick={() => put('kind', one.kind)}>{riskKind[one.kind]}</Button></th>
                {warnedColours.map((colour) => <td key={colour}><Count count={one.counts[colour]} words={`${riskKind[one.kind]}${riskColour[colour]}色`} to={one.mayOpen ? scoredOf(one.kind, colour, area) : undefined} /></td>)}
                <td>{isCare(one.kind) && !one.mayOpen ? '—' : <Count count={one.warnings} words={`${riskKind[one.kind]}待处置预警`} to={listOf({ tab: isCare(one.kind) ? 'care' : 'warning', show: isCare(one.kind) ? 'warning' : undefined, kind: one.kind, state: 'open', area })} />}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      </section>
      <div className={styles.group}><h2 style={{ fontSize: 15 }}>{riskKind[kind]}：按{board.rows.some((row) => row.area.split('/').length > 7) ? '网格' : '社区'}</h2><AreaSelect allowClear deepest="community" aria-label="辖区" placeholder="看某个社区的网格" style={{ width: 200 }} value={area} onChange={(path) => put('area', path)} /></div>
      <PlaceTable board={board} kind={kind} />
      {!board.kinds.every(({ mayOpen }) => mayOpen) && <p className={`${styles.small} ${styles.note}`}>关爱对象只显示人数，不足 5 人的显示为“&lt;5”，也不显示能推算出来的数。是谁，只有所在社区的社区书记和社区工作者看得到。</p>}
    </>
  )
}

function PlaceTable({ board, kind }: { board: Board, kind: RiskKind }) {
  const rows = board.rows.filter((row) => row.kind === kind && warnedColours.some((colour) => row.counts[colour] !== 0))
  const mayOpen = board.kinds.find((one) => one.kind === kind)?.mayOpen === true
  if (rows.length === 0) return <div className="panel"><Nothing words={`没有${riskKind[kind]}在蓝色以上`} /></div>
  return (
    <div className={`panel ${styles.tableBox}`} role="region" aria-label={`${riskKind[kind]}的分布`} tabIndex={0}>
      <table className={styles.table}>
        <thead><tr><th scope="col">辖区</th>{warnedColours.map((colour) => <th key={colour} scope="col"><ColourTag colour={colour} /></th>)}</tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.area}><th scope="row">{row.areaName}</th>{warnedColours.map((colour) => <td key={colour}><Count count={row.counts[colour]} words={`${row.areaName}${riskColour[colour]}色`} to={mayOpen ? scoredOf(kind, colour, row.area) : undefined} /></td>)}</tr>
        ))}</tbody>
      </table>
    </div>
  )
}

const listOf = (asked: Record<string, string | undefined>) => `/risk?${new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString()}`
const scoredOf = (kind: RiskKind, colour: WarnedColour, area: string | undefined) => listOf({ tab: isCare(kind) ? 'care' : 'list', kind, colours: colour, area })

const Tile = ({ title, count, to }: { title: string, count: number, to: string }) => <Link to={to} className={styles.tile}><span>{title}</span><strong className="number">{count}</strong></Link>
const Count = ({ count, words, to }: { count: number | null, words: string, to: string | undefined }) => (to && count !== 0 ? <Link to={to} aria-label={`${words} ${fewWords(count)}，看清单`}>{fewWords(count)}</Link> : <span className="faint">{fewWords(count)}</span>)
