import { isAreaPath, levelOf } from '@linli/standards/area-path'
import { Button } from 'antd'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { useMe } from '../../kernel/session.ts'
import { Answer, Nothing } from '../../parts/states.tsx'
import { BuildingChart } from '../housing/building-chart.tsx'
import { areaOn } from '../organisation/area.ts'
import { fromTop, isTold, rowWords, scaleOf } from './colour.ts'
import type { Row } from './colour.ts'
import { useAreaName } from './crumbs.tsx'
import styles from './sandtable.module.css'
import { behind, levelWords, useValues } from './questions.ts'
import { dayTitle } from './time.ts'
import { isDistrict, useChildren } from './use-town.ts'
import type { Town } from './use-town.ts'

interface PlacePanelProps { town: Town, open: (area: string) => void }

/** What is known of where one is, and the way further down: communities, grids, buildings, the units of a building. */
export function PlacePanel({ town, open }: PlacePanelProps) {
  const { area, question } = town
  const name = useAreaName(area)
  const isBuilding = isAreaPath(area) && levelOf(area) === 'building'
  return (
    <>
      <section className="panel">
        <h2 className="panel-title">{name}</h2>
        <div className="panel-body">{(town.office !== undefined || isDistrict(area)) && <Figure town={town} />}<Links area={area} /></div>
      </section>
      {isBuilding ? <Units building={area} /> : town.office === undefined && !isDistrict(area) ? <Below area={area} open={open} /> : <Children town={town} open={open} title={question.title} />}
    </>
  )
}

/** Above the districts: the way down to one of them. */
function Below({ area, open }: { area: string, open: (area: string) => void }) {
  const query = useAsk('organisation', 'areas', { parent: area }, { freshMs: longFresh })
  return (
    <section className="panel" aria-label="下级辖区">
      <h2 className="panel-title">下级辖区</h2>
      <Answer query={query} isSmall>{({ rows }) => rows.length === 0 ? <div className="panel-body"><Nothing words="下面没有辖区" /></div> : <ul className={styles.children}>{rows.map(({ path, name }) => <li key={path}><Button type="text" block className={styles.child} onClick={() => open(path)}>{name}</Button></li>)}</ul>}</Answer>
    </section>
  )
}

/** The value of where one is, with what it is counted of. */
function Figure({ town: { area, office, own, question, on } }: { town: Town }) {
  const community = areaOn(area, 'community')
  const level = office === undefined ? 'subdistrict' : community === undefined || levelOf(area) === 'community' ? 'community' : levelOf(area) === 'building' ? 'building' : 'grid'
  const asked = useMemo(() => community === undefined ? [office ?? area] : own.includes(community) ? [community] : [], [area, community, office, own])
  const { rows, isWaiting, isFirst } = useValues(question, asked, level, { on })
  const row = rows.find((one) => one.area === area)
  if (isFirst) return <p className="faint" role="status">正在第一次计算，算好会自动显示</p>
  if (!row) return <p className="faint">{isWaiting ? '正在统计' : community !== undefined && !own.includes(community) ? '不在您的辖区，不显示数字。' : '没有可以显示的数字。'}</p>
  return <p className={styles.figure}><Link to={behind(question, area)}><strong>{rowWords(row, question.unit)}</strong> {question.title}</Link>{on !== undefined && <span className="faint"> {dayTitle(on)}{!isTold(row) && '没有数'}</span>}<br /><small className="faint">{question.formula !== question.title && question.formula}{row.denominator !== null && row.numerator !== null && `：${row.numerator} ÷ ${row.denominator}`}</small></p>
}

/** The lists behind what one sees. */
function Links({ area }: { area: string }) {
  const me = useMe()
  const sees = (may: 'base.view' | 'event.view') => (me.may[may] ?? []).some((place) => area.startsWith(place))
  const to = (path: string) => `${path}?area=${encodeURIComponent(area)}`
  return (
    <p className={styles.links}>
      {sees('event.view') && <Link to={to('/event')}>事件</Link>}
      {sees('base.view') && <><Link to={to('/person')}>人口</Link><Link to={to('/housing')}>房屋</Link><Link to={to('/household')}>家庭户</Link><Link to={to('/enterprise')}>企业组织</Link></>}
    </p>
  )
}

function Children({ town, open, title }: PlacePanelProps & { town: Town, title: string }) {
  const { level, rows, isWaiting } = useChildren(town)
  const scale = useMemo(() => scaleOf(rows, town.question.unit), [rows, town.question.unit])
  const inOrder = useMemo(() => fromTop(rows), [rows])
  return (
    <section className="panel" aria-label={`各${levelWords[level]}`}>
      <h2 className="panel-title">各{levelWords[level]}<small className="faint">{town.on !== undefined && `${dayTitle(town.on)}，`}按{title}从高到低</small></h2>
      {rows.length === 0 ? <div className="panel-body">{isWaiting ? <p className="faint" role="status">正在统计</p> : <Nothing words={`没有可以显示的${levelWords[level]}`} />}</div>
        : <ul className={styles.children}>{inOrder.map((row) => <li key={row.area}><Child row={row} colour={scale.levelOf(row).colour} words={rowWords(row, town.question.unit)} open={open} /></li>)}</ul>}
    </section>
  )
}

const Child = ({ row: { area, name, numerator, denominator }, colour, words, open }: { row: Row, colour: string, words: string, open: (area: string) => void }) => (
  <Button type="text" block className={styles.child} onClick={() => open(area)}>
    <span aria-hidden className={styles.dot} style={{ background: colour }} /><span className={styles.childName}>{name}</span><span className="number">{words}</span>
    <small className="faint number">{denominator !== null && numerator !== null ? `${numerator}/${denominator}` : ''}</small>
  </Button>
)

/** Floors and units of the building; each unit opens with who lives there. */
function Units({ building }: { building: string }) {
  const sees = (useMe().may['base.view'] ?? []).some((place) => building.startsWith(place))
  const query = useAsk('housing', 'chart', { building }, { isWanted: sees })
  if (!sees) return <section className="panel"><div className="panel-body"><p className="faint">户室图由社区查看；您可以看到这一幢的数字和事件。</p></div></section>
  return (
    <section className={`panel ${styles.units}`} aria-label="户室图">
      <h2 className="panel-title">户室图<Link to={`/housing?area=${encodeURIComponent(building)}`}>一楼一档</Link></h2>
      <Answer query={query}>{({ rows }) => rows.length === 0 ? <div className="panel-body"><Nothing words="这一幢还没有登记房屋" /></div> : <BuildingChart units={rows} building={building} />}</Answer>
    </section>
  )
}
