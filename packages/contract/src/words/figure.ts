import { indicatorBand, type IndicatorBand, type IndicatorScale } from './indicator.ts'

// A figure in words: the same on a screen, on paper and in a spreadsheet.

const units: Record<IndicatorScale, string> = { count: '', ratio: '', share: '%', perThousand: '‰', perTenThousand: '‱' }

/** 1,204 · 93.45% · “不足 5” for what may not be told; a dash where nothing was counted. */
export function valueWords({ value, isSuppressed = false }: { value: number | null, isSuppressed?: boolean }, scale: IndicatorScale): string {
  if (isSuppressed) return '不足 5'
  return value === null ? '—' : `${value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })}${units[scale]}`
}

interface Moved { value: number | null, before: number | null, scale: IndicatorScale }

/** How it moved, as short as a table has room for: shares in points, all else in per cent of what it was. */
export const movedWords = (moved: Moved): string => movement(moved, { nothing: '—', still: '持平', points: '点' })

/** The same as a part of a sentence. */
export function changeWords(moved: Moved): string {
  const words = movement(moved, { nothing: '', still: '', points: '个百分点' })
  return words !== '' ? `比前期${words}` : moved.value === null || moved.before === null ? '没有可比的' : '与前期持平'
}

function movement({ value, before, scale }: Moved, { nothing, still, points }: Record<'nothing' | 'still' | 'points', string>): string {
  if (value === null || before === null) return nothing
  const moved = Math.abs(value - before)
  if (moved < 0.005) return still
  const way = value > before ? '升' : '降'
  if (scale === 'share') return `${way} ${moved.toFixed(1)} ${points}`
  return before === 0 ? `多 ${value.toLocaleString('zh-CN')}` : `${way} ${(moved / Math.abs(before) * 100).toFixed(1)}%`
}

/** `best`: which way a target lies. */
interface Aimed { value: number | null, target: number | null, best: 'high' | 'low' | null, band: IndicatorBand | null }

/** Whether a target is met; nothing where there is none, or nothing to compare. */
export function isMet({ value, target, best }: Omit<Aimed, 'band'>): boolean | null {
  if (value === null || target === null || best === null) return null
  return best === 'low' ? value <= target : value >= target
}

/** 达标 · 未达标 · the colour where there is no target · a dash. */
export function standingWords({ band, ...aimed }: Aimed): string {
  const met = isMet(aimed)
  if (met !== null) return met ? '达标' : '未达标'
  return band ? indicatorBand[band] : '—'
}
