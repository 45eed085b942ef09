import type { IndicatorUnit } from '@linli/contract/words/index'
import { minuteWords } from '../../parts/when.ts'

const share = (value: number) => `${(value * 100).toFixed(1)}%`

/** 1,204 · 93.4% · 2 小时 5 分; a dash where nothing was counted. */
export function numberWords(value: number | null, unit: IndicatorUnit): string {
  if (value === null) return '—'
  if (unit === 'share') return share(value)
  return unit === 'minute' ? minuteWords(value) : value.toLocaleString('zh-CN')
}

/** How it moved: shares in points, everything else in per cent of what it was. Words, because an arrow alone says nothing to a screen reader. */
export function changeWords(value: number | null, then: number | null, unit: IndicatorUnit): string {
  if (value === null || then === null) return '无可比'
  if (value === then) return '持平'
  const by = unit === 'share' ? `${Math.abs((value - then) * 100).toFixed(1)} 个百分点` : then === 0 ? `${numberWords(Math.abs(value - then), unit)}` : share(Math.abs(value - then) / then)
  return `${value > then ? '升' : '降'} ${by}`
}
