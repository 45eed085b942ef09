import { indicatorBand, indicatorLevel, valueWords } from '@linli/contract/words/index'
import type { IndicatorBand, IndicatorLevel } from '@linli/contract/words/index'
import { levelOf, parentOf, isAreaPath } from '@linli/standards/area-path'
import { addDays } from '@linli/standards/day'
import { Segmented } from 'antd'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { sorted } from '../../parts/sorted.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { AreaSelect } from '../organisation/area-select.tsx'
import type { View } from './figures.ts'
import styles from './indicator.module.css'
import { TrendLine } from './trend-line.tsx'
import { addressOf, usePlace } from './use-place.ts'

const levels = Object.keys(indicatorLevel) as IndicatorLevel[]
const shownDays = 90

/** What lies below a place: a street's communities, a community's grids, a grid's buildings. */
function levelsIn(area: string): IndicatorLevel[] {
  const own = isAreaPath(area) ? levels.indexOf(levelOf(area) as IndicatorLevel) : -1
  return levels.slice(Math.max(own, 0) + 1)
}

/** One indicator: of the place, of the places in it, and over time. */
export default function OnePage() {
  const { area = '/', on, today, params, change } = usePlace()
  const code = params.get('code') ?? 'people'
  const below = levelsIn(area)
  const level = below.find((one) => one === params.get('level')) ?? below[0] ?? 'building'
  const query = useAsk('indicator', 'values', { indicator: code, area, level, on }, { keepsLast: true })
  const up = isAreaPath(area) && levelOf(area) !== 'subdistrict' ? parentOf(area) : undefined
  return <Answer query={query}>{({ indicator, whole, rows }) => (
    <>
      <PageHeader title={`${indicator.name}：${whole.name}`} hint={`${indicator.formula}${indicator.version > 0 ? `，第 ${indicator.version} 版` : ''}${indicator.note && `。${indicator.note}`}`} back={{ to: addressOf('/indicators', { area, on }), words: '指标看板' }}
        beside={<strong className={styles.whole}>{valueWords(whole, indicator.scale)}{whole.band && <span className={`${styles.band} ${styles[whole.band]}`}>{indicatorBand[whole.band]}</span>}</strong>}
        actions={<AreaSelect aria-label="辖区" deepest="grid" value={area} onChange={(path) => path && change({ area: path, level: undefined })} style={{ minWidth: 180 }} />} />
      <section className="panel" aria-label="走势">
        <h2 className="panel-title">近 {shownDays} 天走势</h2>
        <Trend indicator={indicator} area={area} until={addDays(on ?? today, 1)} />
      </section>
      {below.length > 0 && (
        <section className={`panel ${styles.places}`} aria-label="分辖区">
          <div className={styles.bar}>
            <Segmented aria-label="分到哪一级" value={level} onChange={(value) => change({ level: value })} options={below.map((value) => ({ value, label: indicatorLevel[value] }))} />
            {up && <Link to={addressOf('/indicators/one', { code, area: up, on })}>看上一级</Link>}
          </div>
          <Places indicator={indicator} rows={rows} on={on} />
        </section>
      )}
    </>
  )}</Answer>
}

function Trend({ indicator, area, until }: { indicator: View, area: string, until: string }) {
  const query = useAsk('indicator', 'trend', { indicator: indicator.code, area, from: addDays(until, -shownDays), until }, { keepsLast: true })
  return <Answer query={query}>{({ rows }) => <TrendLine rows={rows} scale={indicator.scale} name={indicator.name} />}</Answer>
}

interface Row { area: string, name: string, value: number | null, above: number | null, below: number | null, band: IndicatorBand | null, isSuppressed: boolean }

/** The best first where there is one, else the most. */
function Places({ indicator, rows, on }: { indicator: View, rows: Row[], on: string | undefined }) {
  const way = indicator.best === 'low' ? 1 : -1
  const rank = ({ value }: Row) => (value === null ? Infinity : way * value)
  const ordered = sorted(rows, (one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name, 'zh-CN')).slice(0, 500)
  const most = Math.max(...ordered.map(({ value }) => value ?? 0), 1)
  return <DataTable<Row> label="分辖区" query={{ data: { rows: ordered }, error: null, isPending: false, isFetching: false, refetch: () => undefined }} rowKey={({ area }) => area} empty={<Nothing words="这一级没有辖区" />}
    words={rows.length > ordered.length ? `只列前 ${ordered.length} 个，共 ${rows.length} 个` : undefined} columns={[
      { key: 'name', title: '辖区', render: ({ area, name }) => (levelsIn(area).length > 0 ? <Link data-row-link to={addressOf('/indicators/one', { code: indicator.code, area, on })}>{name}</Link> : name) },
      { key: 'value', title: indicator.name, width: 240, render: (row) => <span className={styles.value}><span className={styles.length} style={{ width: `${Math.max(row.value ?? 0, 0) / most * 100}px` }} aria-hidden />{valueWords(row, indicator.scale)}{row.band && <span className={`${styles.band} ${styles[row.band]}`}>{indicatorBand[row.band]}</span>}</span> },
      ...indicator.below.length > 0 ? [{ key: 'of', title: '分子 / 分母', width: 160, render: ({ above, below, isSuppressed }: Row) => (isSuppressed ? '不显示' : `${above?.toLocaleString('zh-CN') ?? '—'} / ${below?.toLocaleString('zh-CN') ?? '—'}`) }] : [],
    ]} />
}
