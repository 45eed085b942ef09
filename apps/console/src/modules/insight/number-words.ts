import type { IndicatorUnit } from '@linli/contract/words/index'
import { minuteWords } from '../../parts/when.ts'

const share = (value: number) => `${(value * 100).toFixed(1)}%`

/** 1,204 · 93.4% · 2 小时 5 分; a dash where nothing was counted. */
export function numberWords(value: number | null, unit: IndicatorUnit): string {
  if (value === null) return '—'
  if (unit === 'share') return share(value)
  if (unit === 'minute') return minuteWords(value)
  return value.toLocaleString('zh-CN', { maximumFractionDigits: unit === 'density' ? 1 : 0 })
}

/** How it moved: shares in points, everything else in per cent of what it was. Words, because an arrow alone says nothing to a screen reader. */
export function changeWords(value: number | null, then: number | null, unit: IndicatorUnit): string {
  if (value === null || then === null) return '无可比'
  const moved = Math.abs(value - then)
  if (moved === 0 || (unit === 'share' && moved < 0.0005)) return '持平'
  if (unit !== 'share' && then === 0) return '无可比（原为 0）'
  return `${value > then ? '升' : '降'} ${unit === 'share' ? `${(moved * 100).toFixed(1)} 个百分点` : share(moved / then)}`
}

/** Where it stands and where it stood: 第 2，升 1 位. */
export function rankWords([now, before]: readonly [number | null, number | null]): string {
  if (now === null) return ''
  if (before === null) return `第 ${now}`
  return `第 ${now}，${now === before ? '持平' : `${now < before ? '升' : '降'} ${Math.abs(now - before)} 位`}`
}
