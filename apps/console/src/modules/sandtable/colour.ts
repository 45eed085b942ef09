import { sorted } from '../../parts/sorted.ts'

/** What an area is coloured by: of a question of our own or of an indicator. */
export interface Row { area: string, name: string, value: number | null, numerator: number | null, denominator: number | null, band: string | null, isSuppressed: boolean }

/** How a value is written. */
export type Unit = 'count' | 'share' | 'plain'

export interface Level { key: string, words: string, colour: string, ink: string }
export interface Scale { levels: Level[], levelOf: (row: Row) => Level }

/** From sand to brick: steps of one hue that differ in lightness, so that who sees no hue sees the order (ColorBrewer's YlOrBr, five classes). */
const steps = [['#fbeebf', '#4d3a12'], ['#f3cd7f', '#4d3a12'], ['#e39c4c', '#3d2408'], ['#bf6030', '#ffffff'], ['#86321f', '#ffffff']] as const
/** Of a definition with levels of its own, by their names. */
const bands: Record<string, readonly [string, string, string]> = {
  blue: ['蓝', '#7fb2d6', '#0b2f48'], green: ['绿', '#8cc39a', '#123b1f'], yellow: ['黄', '#f0cf6b', '#4d3a12'], orange: ['橙', '#e3924a', '#3d2408'], red: ['红', '#b8402f', '#ffffff'],
  good: ['达标', '#8cc39a', '#123b1f'], warn: ['关注', '#f0cf6b', '#4d3a12'], bad: ['未达标', '#b8402f', '#ffffff'],
}
/** Buildings of which nothing is known stand as on a plan. */
export const noLevel: Level = { key: 'none', words: '没有数据', colour: '#dcd6ca', ink: '#4d4638' }
const hidden: Level = { key: 'hidden', words: '人数太少，不显示', colour: '#b9bcc6', ink: '#2b2f38' }

export function words(value: number | null, unit: Unit): string {
  if (value === null) return '—'
  if (unit === 'share') return `${(value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0)}%`
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1)
}

export const rowWords = (row: Row, unit: Unit): string => row.isSuppressed ? '少于 5' : words(row.value, unit)

/** Levels that a definition names, or five of about as many areas each, at numbers people would choose. */
export function scaleOf(rows: readonly Row[], unit: Unit): Scale {
  const named = [...new Set(rows.flatMap(({ band }) => band !== null && band in bands ? [band] : []))]
  const told = rows.some(({ isSuppressed }) => isSuppressed) ? [hidden] : []
  if (named.length > 0) {
    const levels = Object.entries(bands).filter(([key]) => named.includes(key)).map(([key, [label, colour, ink]]): Level => ({ key, words: label, colour, ink }))
    return { levels: [...levels, ...told], levelOf: (row) => row.isSuppressed ? hidden : levels.find(({ key }) => key === row.band) ?? noLevel }
  }
  const borders = bordersOf(rows.flatMap(({ value }) => value ?? []), unit)
  const levels = borders.map((from, nth): Level => {
    const [colour, ink] = steps[Math.round(nth * (steps.length - 1) / Math.max(1, borders.length - 1))]!
    return { key: `step-${nth}`, words: rangeWords(from, borders[nth + 1], unit), colour, ink }
  })
  const levelOf = (row: Row): Level => {
    if (row.isSuppressed) return hidden
    if (row.value === null) return noLevel
    let at = 0
    for (const [nth, from] of borders.entries()) if (row.value >= from) at = nth
    return levels[at] ?? noLevel
  }
  return { levels: [...levels, ...told], levelOf }
}

/** Where each of at most five levels begins: what nothing was found of is a level of its own, because to have none is mostly what one looks for. */
function bordersOf(values: readonly number[], unit: Unit): number[] {
  const above = sorted(values.filter((value) => value > 0), (one, other) => one - other)
  const quarters = above.length === 0 ? [] : [0, 0.25, 0.5, 0.75].map((part) => Math.max(round(above[Math.floor(part * above.length)]!, unit), unit === 'share' ? 0.001 : 0))
  return sorted([...new Set([...(values.length > above.length ? [0] : []), ...quarters])], (one, other) => one - other)
}

function round(value: number, unit: Unit): number {
  if (unit === 'share') return Math.floor(value * 100) / 100
  if (value <= 10) return unit === 'count' ? Math.floor(value) : Math.floor(value * 10) / 10
  const size = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Math.floor(value / size) * size
}

function rangeWords(from: number, next: number | undefined, unit: Unit): string {
  if (next === undefined) return from === 0 ? words(0, unit) : `${words(from, unit)} 及以上`
  if (from === 0) return words(0, unit)
  if (unit === 'count' && next - from === 1) return words(from, unit)
  return `${words(from, unit)} – ${unit === 'count' ? words(next - 1, unit) : `不到 ${words(next, unit)}`}`
}

/** Areas beside each other as one; nothing where one of them is not told, or where what they hold cannot be added up. */
export function together(area: string, rows: readonly Row[], unit: Unit): Row | undefined {
  if (rows.length === 0 || unit === 'plain' || rows.some(({ numerator }) => numerator === null)) return undefined
  const sum = (of: 'numerator' | 'denominator') => rows.reduce((all, row) => all + (row[of] ?? 0), 0)
  const [numerator, denominator] = [sum('numerator'), unit === 'share' ? sum('denominator') : null]
  return { area, name: '', value: denominator === null ? numerator : denominator === 0 ? null : numerator / denominator, numerator, denominator, band: null, isSuppressed: false }
}

/** The highest first. */
export const fromTop = (rows: readonly Row[]): Row[] => sorted(rows, (one, other) => (other.value ?? -1) - (one.value ?? -1))
