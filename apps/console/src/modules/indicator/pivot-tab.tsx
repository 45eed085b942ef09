import { indicatorLevel } from '@linli/contract/words/index'
import type { IndicatorLevel } from '@linli/contract/words/index'
import { addDays } from '@linli/standards/day'
import { Select } from 'antd'
import { Link } from 'react-router'
import { longFresh, useAsk } from '../../kernel/ask.ts'
import { DayRange } from '../../parts/day-range.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { AnalysisExport } from './analysis-export.tsx'
import { GridTable } from './grid-table.tsx'
import styles from './indicator.module.css'
import { SaveReport } from './save-report.tsx'
import { addressOf, usePlace } from './use-place.ts'

const levels = Object.entries(indicatorLevel).slice(1).map(([value, label]) => ({ value, label }))

/** What is counted, by place and by a dimension; each cell opens its records. */
export function PivotTab() {
  const { area = '/', today, params, change } = usePlace()
  const catalogue = useAsk('indicator', 'catalogue', {}, { freshMs: longFresh })
  const sources = (catalogue.data?.sources ?? []).filter(({ dimensions }) => dimensions.length > 0)
  const source = sources.find((one) => one.source === (params.get('source') ?? 'reports')) ?? sources[0]
  const dimension = source?.dimensions.find((one) => one.dimension === params.get('by')) ?? source?.dimensions[0]
  const level = (levels.find(({ value }) => value === params.get('level'))?.value ?? 'community') as IndicatorLevel
  const [from, until] = [params.get('from') ?? addDays(today, -29), params.get('until') ?? addDays(today, 1)]
  const input = { source: source?.source ?? '', dimension: dimension?.dimension ?? '', area, level, ...source?.isFlow && { from, until } }
  const query = useAsk('indicator', 'pivot', input, { keepsLast: true, isWanted: dimension !== undefined })
  if (!source || !dimension) return <Answer query={catalogue}>{() => <div className="panel"><Nothing words="还没有可以分开数的来源" /></div>}</Answer>
  return (
    <>
      <div className={styles.asked}>
        <AreaSelect aria-label="辖区" deepest="grid" value={area} onChange={(path) => path && change({ area: path })} style={{ minWidth: 170 }} />
        <Select aria-label="分到哪一级" value={level} options={levels} onChange={(value) => change({ level: value })} style={{ width: 90 }} />
        <Select aria-label="看什么" value={source.source} options={sources.map((one) => ({ value: one.source, label: one.label }))} onChange={(value) => change({ source: value, by: undefined })} style={{ width: 150 }} />
        <Select aria-label="按什么分" value={dimension.dimension} options={source.dimensions.map((one) => ({ value: one.dimension, label: `按${one.label}` }))} onChange={(value) => change({ by: value })} style={{ width: 160 }} />
        {source.isFlow && <DayRange aria-label="时间" from={from} until={addDays(until, -1)} onChange={(days) => change({ from: days.from, until: days.until && addDays(days.until, 1) })} />}
        <AnalysisExport input={{ pivot: input }} />
        <SaveReport area={area} part={{ kind: 'pivot', title: `${source.label}分类`, source: source.source, dimension: dimension.dimension, level: level === 'grid' ? 'grid' : 'community' }} />
      </div>
      <Answer query={query}>{({ columns, rows, mayOpen }) => columns.length === 0 ? <div className="panel"><Nothing words="这里没有可分的数" /></div> : (
        <GridTable label="交叉分析" columns={columns.map(({ key, label }) => ({ key, title: label }))} rows={rows.map((row) => ({
          area: row.area, name: row.name,
          cells: row.counts.map((count, no) => {
            const { key, label } = columns[no]!
            return { shown: count === null ? '不足 5' : mayOpen && count > 0 ? <Link to={addressOf('/indicators/records', { source: source.source, key, area: row.area, from: input.from, until: input.until, label: `${row.name} ${label}` })}>{count.toLocaleString('zh-CN')}</Link> : count.toLocaleString('zh-CN') }
          }),
        }))} />
      )}</Answer>
    </>
  )
}
