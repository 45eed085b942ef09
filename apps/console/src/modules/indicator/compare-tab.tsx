import { indicatorLevel, valueWords } from '@linli/contract/words/index'
import type { IndicatorLevel } from '@linli/contract/words/index'
import { DatePicker, Select } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { Answer } from '../../parts/states.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import { AnalysisExport } from './analysis-export.tsx'
import { GridTable } from './grid-table.tsx'
import styles from './indicator.module.css'
import { SaveReport } from './save-report.tsx'
import { addressOf, usePlace } from './use-place.ts'

const usual = ['reported30', 'inTime30', 'overdue30', 'satisfied30', 'fresh365']
const levels = Object.entries(indicatorLevel).slice(1).map(([value, label]) => ({ value, label }))

/** Places below one another, indicators side by side, two days in one table. */
export function CompareTab() {
  const { area = '/', on, today, params, change } = usePlace()
  const codes = params.get('codes')?.split(',').filter(Boolean) ?? usual
  const level = (levels.find(({ value }) => value === params.get('level'))?.value ?? 'community') as IndicatorLevel
  const beside = params.get('beside') ?? undefined
  const known = useAsk('indicator', 'list', {}, { freshMs: 60_000 }).data?.rows ?? []
  const input = { codes, area, level, on, beside }
  const query = useAsk('indicator', 'table', input, { keepsLast: true, isWanted: codes.length > 0 })
  const day = (value: string | undefined) => (value ? dayjs(value) : null)
  return (
    <>
      <div className={styles.asked}>
        <AreaSelect aria-label="辖区" deepest="grid" value={area} onChange={(path) => path && change({ area: path })} style={{ minWidth: 170 }} />
        <Select aria-label="分到哪一级" value={level} options={levels} onChange={(value) => change({ level: value })} style={{ width: 90 }} />
        <DatePicker aria-label="截至哪一天" value={day(on ?? today)} maxDate={dayjs(today)} allowClear={false} onChange={(value) => change({ on: value?.format('YYYY-MM-DD') })} />
        <DatePicker aria-label="与哪一天比" placeholder="与哪一天比" value={day(beside)} maxDate={dayjs(today)} onChange={(value) => change({ beside: value?.format('YYYY-MM-DD') })} />
        <Select aria-label="指标" mode="multiple" maxCount={20} maxTagCount="responsive" value={codes} onChange={(value: string[]) => change({ codes: value.join(',') })} showSearch={{ optionFilterProp: 'label' }} options={known.map(({ code, name }) => ({ value: code, label: name }))} style={{ flex: 1, minWidth: 260 }} />
        <AnalysisExport input={{ table: input }} />
        <SaveReport area={area} part={{ kind: 'table', title: '各辖区情况', codes: codes.slice(0, 8), level: level === 'grid' ? 'grid' : 'community', isOfPeriod: false }} />
      </div>
      <Answer query={query}>{({ columns, whole, rows }) => (
        <GridTable label="指标比较" columns={columns.map(({ code, name, formula }) => ({ key: code, title: name, about: formula }))} rows={[whole, ...rows].map((row, at) => ({
          area: row.area, name: row.name, isSum: at === 0,
          cells: row.values.map((pair, no) => {
            const { code, scale } = columns[no]!
            return { tone: pair.now.band ? styles[pair.now.band] : undefined, shown: <><Link to={addressOf('/indicators/one', { code, area: row.area, on })}>{valueWords(pair.now, scale)}</Link>{beside && <small className="faint"> {valueWords({ value: pair.beside }, scale)}</small>}</> }
          }),
        }))} />
      )}</Answer>
    </>
  )
}
