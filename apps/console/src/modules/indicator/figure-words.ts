import type { Output } from '@linli/contract'
import type { IndicatorScale } from '@linli/contract/words/index'

export type Figure = Output<'indicator', 'figures'>['figures'][number]
export type View = Output<'indicator', 'list'>['rows'][number]

const units: Record<IndicatorScale, string> = { count: '', ratio: '', share: '%', perThousand: '‰', perTenThousand: '‱' }

/** 1,204 · 93.45% · “不足 5” for what may not be told; a dash where nothing was counted. */
export function valueWords({ value, isSuppressed = false }: { value: number | null, isSuppressed?: boolean }, scale: IndicatorScale): string {
  if (isSuppressed) return '不足 5'
  return value === null ? '—' : `${value.toLocaleString('zh-CN', { maximumFractionDigits: 2 })}${units[scale]}`
}

/** How it moved: shares in points, all else in per cent of what it was. */
export function changeWords(value: number | null, before: number | null, scale: IndicatorScale): string {
  if (value === null || before === null) return '没有可比的'
  const moved = Math.abs(value - before)
  if (moved < 0.005) return '与前期持平'
  const way = value > before ? '升' : '降'
  if (scale === 'share') return `比前期${way} ${moved.toFixed(1)} 个百分点`
  return before === 0 ? `比前期多 ${value.toLocaleString('zh-CN')}` : `比前期${way} ${(moved / Math.abs(before) * 100).toFixed(1)}%`
}
