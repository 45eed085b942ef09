import { isAreaPath, levelOf } from '@linli/standards/area-path'
import { Button, Checkbox } from 'antd'
import { useMemo } from 'react'
import { useAsk } from '../../kernel/ask.ts'
import { usePager } from '../../parts/address/use-pager.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { Link, useLocation } from 'react-router'
import { openStatuses } from '../desk/queue.ts'
import { cardWith, eventColumns } from '../event/event-columns.tsx'
import { totalWords, useTotal } from '../event/use-total.ts'
import { CareTable } from './care-table.tsx'
import { fromTop, isTold, rowWords, scaleOf } from './colour.ts'
import { PlacePanel } from './place-panel.tsx'
import styles from './flat-view.module.css'
import { behind, levelWords } from './questions.ts'
import { SelectionPanel } from './selection-panel.tsx'
import type { ViewProps } from './scene-view.tsx'
import { dayTitle, stepWords } from './time.ts'
import { TimeBar } from './time-bar.tsx'
import { isDistrict, useChildren } from './use-town.ts'
import type { Town } from './use-town.ts'

/** The same as the drawn town, for the keyboard, for screen readers and for printing: places with their values, the events of the chosen time. */
export function FlatView({ town, filter, change, open }: ViewProps) {
  const isBuilding = isAreaPath(town.area) && levelOf(town.area) === 'building'
  return (
    <div className={styles.flat}>
      <div className={styles.time}><TimeBar town={town} isOpen={filter.isOpen === true} change={change} /></div>
      {filter.ring && <SelectionPanel ring={filter.ring} town={town} isOpen={filter.isOpen === true} close={() => change({ ring: undefined })} open={open} />}
      {isBuilding || (town.office === undefined && !isDistrict(town.area)) ? <PlacePanel town={town} open={open} /> : <Places town={town} open={open} />}
      {!isBuilding && <CareTable town={town} open={open} />}
      <EventRows town={town} isOpen={filter.isOpen === true} change={change} />
    </div>
  )
}

function Places({ town, open }: { town: Town, open: (area: string) => void }) {
  const { level, rows, isWaiting, isFirst } = useChildren(town)
  const { question } = town
  const scale = useMemo(() => scaleOf(rows, question.unit), [rows, question.unit])
  const inOrder = useMemo(() => fromTop(rows), [rows])
  return (
    <section className="panel" aria-label={`各${levelWords[level]}的${question.title}`}>
      <h2 className="panel-title">各{levelWords[level]}的{question.title}{town.on !== undefined && <small className="faint">{dayTitle(town.on)}{level === 'building' && !question.isKeptByBuilding ? '只留有网格的数，没有楼幢的' : rows.length > 0 && !rows.some(isTold) && '没有数'}</small>}{question.formula !== question.title && <small className="faint">{question.formula}</small>}{isFirst && <small className="faint" role="status">正在第一次计算，算好会自动显示</small>}</h2>
      {rows.length === 0 ? <p className="panel-body faint" role="status">{isWaiting ? '正在统计' : '没有可以显示的数字'}</p> : (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${levelWords[level]}表`}>
          <table className={styles.table}>
            <thead><tr>{[levelWords[level], question.title, ...(question.unit === 'share' ? ['分子', '分母'] : []), '级别'].map((head) => <th key={head} scope="col">{head}</th>)}</tr></thead>
            <tbody>
              {inOrder.map((row) => (
                <tr key={row.area}>
                  <th scope="row"><Button type="link" size="small" onClick={() => open(row.area)}>{row.name}</Button></th>
                  <td><Link to={behind(question, row.area)}>{rowWords(row, question.unit)}</Link></td>{question.unit === 'share' && <><td>{row.numerator ?? '—'}</td><td>{row.denominator ?? '—'}</td></>}<td>{scale.levelOf(row).words}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

function EventRows({ town: { area, time }, isOpen, change }: { town: Town, isOpen: boolean, change: ViewProps['change'] }) {
  const pager = usePager()
  const { pathname, search } = useLocation()
  const filters = { area, ...time.period, ...(isOpen && { status: openStatuses }) }
  const query = useAsk('event', 'list', { ...filters, after: pager.after, limit: 20 }, { keepsLast: true })
  const total = useTotal(filters, pager.after, query.data)
  const trail = { ids: query.data?.rows.map((row) => row.id) ?? [], from: pathname + search }
  return (
    <section className="panel" aria-label="这段时间上报的事件">
      <h2 className="panel-title">事件<small className="faint">{time.step === undefined ? time.span === 'day' ? '这一天上报的' : '这三十天上报的' : `${stepWords(time.span, time.steps[time.step]!)} 上报的`}</small>
        <Checkbox checked={isOpen} onChange={(event) => change({ isOpen: event.target.checked })}>只看在办的</Checkbox></h2>
      <DataTable label="事件" query={query} columns={eventColumns(trail).filter(({ isExtra }) => isExtra !== true)} rowKey={(row) => row.id} pager={pager} words={total && totalWords(total)} card={cardWith(trail)} />
    </section>
  )
}
