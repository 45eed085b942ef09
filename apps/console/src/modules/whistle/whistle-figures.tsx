import { Link } from 'react-router'
import { addDays } from '@linli/standards/day'
import { useAsk } from '../../kernel/ask.ts'
import { day } from '../../parts/address/filter.ts'
import { useFilter } from '../../parts/address/use-filter.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { FilterBar } from '../../parts/filter-bar.tsx'
import { Nothing } from '../../parts/states.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { useToday } from '../../parts/use-today.ts'
import type { Figures } from './whistle-view.ts'
import styles from './whistle.module.css'

type Row = Figures['rows'][number]
const fields = { from: day(), until: day() }
const percent = (share: number | null) => share === null ? '—' : `${(share * 100).toFixed(1)} %`
const number = (words: string | number) => <span className="number">{words}</span>

/** What each unit did with the whistles that called it, the formula beside each number; the last thirty days unless told. */
export function WhistleFigures() {
  const { filter, isFiltered, change, clear } = useFilter(fields)
  const today = useToday()
  const until = filter.until ?? today
  const from = filter.from ?? addDays(until, -29)
  const query = useAsk('whistle', 'figures', { from, until }, { keepsLast: true })
  return (
    <>
      <FilterBar isFiltered={isFiltered} clear={clear}><DayRange aria-label="统计日期" from={from} until={until} onChange={change} /></FilterBar>
      <DataTable label="各单位报到情况" query={query} columns={columns(from, until)} rowKey={(row) => row.unit.id} empty={<Nothing words="这段时间没有吹哨" />} words={query.data?.isMore ? '只列出召集最多的 200 个单位' : undefined} />
      {query.data && (
        <section className="panel" aria-labelledby="formulas" style={{ marginTop: 12 }}>
          <h2 id="formulas" className="panel-title">计算口径<span className="faint" style={{ fontWeight: 400, fontSize: 13 }}>第 {query.data.version} 版，按召集时间统计</span></h2>
          <dl className={styles.formulas}>{query.data.formulas.map(({ key, title, formula }) => <Formula key={key} title={title} formula={formula} />)}</dl>
        </section>
      )}
    </>
  )
}

const Formula = ({ title, formula }: { title: string, formula: string }) => <><dt>{title}</dt><dd>{formula}</dd></>

const columns = (from: string, until: string): Column<Row>[] => [
  { key: 'unit', title: '单位', isFixed: true, render: (row) => row.unit.name },
  { key: 'called', title: '被召集', width: 90, render: (row) => <Link to={`/whistle?unit=${row.unit.id}&status=blown,ended,rated&from=${from}&until=${until}`} aria-label={`${row.unit.name}被召集 ${row.called} 次，查看`}>{number(row.called)}</Link> },
  { key: 'answeredInTime', title: '按时接哨率', width: 110, render: (row) => number(percent(row.answeredInTime)) },
  { key: 'arrival', title: '到场率', width: 100, render: (row) => number(percent(row.arrival)) },
  { key: 'arrivalInTime', title: '按时到场率', width: 110, render: (row) => number(percent(row.arrivalInTime)) },
  { key: 'late', title: '迟到', width: 70, render: (row) => number(row.late) },
  { key: 'offSpot', title: '不在现场报到', width: 120, render: (row) => number(row.offSpot) },
  { key: 'solved', title: '解决率', width: 100, render: (row) => number(percent(row.solved)) },
  { key: 'score', title: '街道评价', width: 130, render: (row) => row.score === null ? '—' : <>{number(row.score.toFixed(2))} <span className="faint">{row.rated} 次</span></> },
]
