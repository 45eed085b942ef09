import type { IndicatorScale } from '@linli/contract/words/index'
import { dayWords } from '../../parts/when.ts'
import { valueWords } from '@linli/contract/words/index'
import styles from './indicator.module.css'

interface TrendLineProps { rows: { day: string, value: number | null, isSuppressed: boolean }[], scale: IndicatorScale, name: string }

const [width, height] = [600, 120]

/** A line over the days; said in words for who does not see it. Days without a value break it. */
export function TrendLine({ rows, scale, name }: TrendLineProps) {
  const known = rows.map(({ value }) => value).filter((value) => value !== null)
  if (known.length < 2) return <p className={styles.empty}>还没有足够的天数画走势。</p>
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const at = (value: number) => height - 6 - (most === least ? 0.5 : (value - least) / (most - least)) * (height - 12)
  const path = rows.map(({ value }, no) => (value === null ? '' : `${no === 0 || rows[no - 1]!.value === null ? 'M' : 'L'}${(no / (rows.length - 1) * width).toFixed(1)} ${at(value).toFixed(1)}`)).join('')
  const last = rows.reduce((found, row) => (row.value === null ? found : row))
  return (
    <figure className={styles.trend}>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={`${name}走势：最低 ${valueWords({ value: least }, scale)}，最高 ${valueWords({ value: most }, scale)}，${dayWords(last.day)} ${valueWords(last, scale)}`}><path d={path} /></svg>
      <figcaption><span>{dayWords(rows[0]!.day)}</span><span>最低 {valueWords({ value: least }, scale)} · 最高 {valueWords({ value: most }, scale)}</span><span>{dayWords(rows[rows.length - 1]!.day)}</span></figcaption>
    </figure>
  )
}
