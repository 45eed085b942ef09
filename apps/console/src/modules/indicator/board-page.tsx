import { indicatorTheme } from '@linli/contract/words/index'
import type { IndicatorTheme } from '@linli/contract/words/index'
import { DatePicker, Segmented } from 'antd'
import dayjs from 'dayjs'
import { Link } from 'react-router'
import { useAsk } from '../../kernel/ask.ts'
import { PageHeader } from '../../parts/page-header.tsx'
import { Answer, Nothing } from '../../parts/states.tsx'
import { whenWords } from '../../parts/when.ts'
import { AreaSelect } from '../organisation/area-select.tsx'
import { FigureCard } from './figure-card.tsx'
import styles from './indicator.module.css'
import { usePlace } from './use-place.ts'

const themes = Object.keys(indicatorTheme) as IndicatorTheme[]

/** Every indicator of a place: what stands, how it moved, and what is behind it. */
export default function BoardPage() {
  const { area, on, today, params, change } = usePlace()
  const theme = themes.find((one) => one === params.get('theme'))
  return (
    <>
      <PageHeader title="指标看板" hint="数随登记和办理即时更新，每晚全部重算复核。" actions={(
        <span className={styles.filters}>
          <Link to="/indicators/analysis" className={styles.way}>比较与交叉分析</Link>
          <Link to="/indicators/define" className={styles.way}>指标定义</Link>
          <AreaSelect aria-label="辖区" deepest="grid" value={area} onChange={(path) => path && change({ area: path })} style={{ minWidth: 180 }} />
          <DatePicker aria-label="截至哪一天" value={dayjs(on ?? today)} maxDate={dayjs(today)} allowClear={false} onChange={(day) => change({ on: day?.format('YYYY-MM-DD') })} />
        </span>
      )} />
      <Segmented aria-label="主题" className={styles.themes} value={theme ?? ''} onChange={(value) => change({ theme: value || undefined })} options={[{ value: '', label: '全部' }, ...themes.map((value) => ({ value, label: indicatorTheme[value] }))]} />
      {area ? <Figures area={area} on={on} theme={theme} /> : <div className="panel"><Nothing words="请先选择辖区" /></div>}
    </>
  )
}

function Figures({ area, on, theme }: { area: string, on: string | undefined, theme: IndicatorTheme | undefined }) {
  const query = useAsk('indicator', 'figures', { area, on, theme }, { keepsLast: true })
  return <Answer query={query}>{({ figures, countedAt }) => countedAt === null ? <div className="panel"><Nothing words="正在第一次计算，算好会自动显示" /></div> : figures.length === 0 ? <div className="panel"><Nothing words="这个主题还没有指标" /></div> : (
    <>
      {themes.filter((one) => figures.some((figure) => figure.theme === one)).map((one) => (
        <section key={one} aria-label={indicatorTheme[one]}>
          <h2 className={styles.theme}>{indicatorTheme[one]}</h2>
          <dl className={styles.figures}>{figures.filter((figure) => figure.theme === one).map((figure) => <FigureCard key={figure.code} figure={figure} area={area} on={on} />)}</dl>
        </section>
      ))}
      <p className="faint">最近一次更新 {whenWords(countedAt)}</p>
    </>
  )}</Answer>
}
