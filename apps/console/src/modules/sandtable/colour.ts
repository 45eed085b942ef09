import { indicatorBand } from '@linli/contract/words/index'
import type { IndicatorBand } from '@linli/contract/words/index'
import { sorted } from '../../parts/sorted.ts'

/** What an area is coloured by: of a question of our own or of an indicator. */
export interface Row { area: string, name: string, value: number | null, numerator: number | null, denominator: number | null, band: IndicatorBand | null, isSuppressed: boolean }

/** How a value is written. */
export type Unit = 'count' | 'share' | 'plain'

export interface Level { key: string, words: string, colour: string, ink: string }
export interface Scale { levels: Level[], levelOf: (row: Row) => Level }

/** From sand to brick: steps of one hue that differ in lightness, so that who sees no hue sees the order (ColorBrewer's YlOrBr, five classes). */
const steps = [['#fbeebf', '#4d3a12'], ['#f3cd7f', '#4d3a12'], ['#e39c4c', '#3d2408'], ['#b05426', '#ffffff'], ['#86321f', '#ffffff']] as const
/** Of a definition with levels of its own, the best first. */
const bands: Record<IndicatorBand, readonly [string, string]> = { green: ['#8cc39a', '#123b1f'], blue: ['#7fb2d6', '#0b2f48'], yellow: ['#f0cf6b', '#4d3a12'], orange: ['#e3924a', '#3d2408'], red: ['#b8402f', '#ffffff'] }
/** Buildings of which nothing is known stand as on a plan. */
export const noLevel: Level = { key: 'none', words: '没有数据', colour: '#dcd6ca', ink: '#4d4638' }
const hidden: Level = { key: 'hidden', words: '人数太少，不显示', colour: '#b9bcc6', ink: '#2b2f38' }

export function words(value: number | null, unit: Unit): string {
  if (value === null) return '—'
  if (unit === 'share') return `${(value * 100).toFixed(value > 0 && value < 0.1 ? 1 : 0)}%`
  const digits = Number.isInteger(value) ? 0 : value < 10 ? 2 : 1
  return value.toLocaleString('zh-CN', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

export const rowWords = (row: Row, unit: Unit): string => row.isSuppressed ? '少于 5' : words(row.value, unit)

const keysOf = <K extends string>(of: Record<K, unknown>) => Object.keys(of) as K[]

/** Levels that a definition names, or five of about as many areas each, at numbers people would choose. */
export function scaleOf(rows: readonly Row[], unit: Unit): Scale {
  const named = new Set(rows.flatMap(({ band }) => band ?? []))
  const told = rows.some(({ isSuppressed }) => isSuppressed) ? [hidden] : []
  if (named.size > 0) {
    const levels = keysOf(bands).filter((key) => named.has(key)).map((key): Level => ({ key, words: indicatorBand[key], colour: bands[key][0], ink: bands[key][1] }))
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

/** Buildings as of a day of which no more is kept than of grids: each with what its grid had. */
export function byGrid(buildings: readonly Row[], grids: readonly Row[], gridOf: (area: string) => string | undefined): Row[] {
  const known = new Map(grids.map((row) => [row.area, row]))
  return buildings.map((row) => ({ ...row, ...noFigure, ...pick(known.get(gridOf(row.area) ?? '')) }))
}
const pick = (row: Row | undefined) => row && { value: row.value, numerator: row.numerator, denominator: row.denominator, band: row.band, isSuppressed: row.isSuppressed }
export const noFigure = { value: null, numerator: null, denominator: null, band: null, isSuppressed: false }

/** What must be said of the colours of a day that has passed. */
export function dayWords({ isByGrid, rows }: { isByGrid: boolean, rows: readonly Row[] }): string | undefined {
  if (!rows.some(isTold)) return '这一天没有数'
  return isByGrid ? '这一天只留有网格的数，楼幢按所在网格着色' : undefined
}

/** Is there anything to say of it? */
export const isTold = ({ value, isSuppressed }: Row): boolean => value !== null || isSuppressed

/** The highest first. */
export const fromTop = (rows: readonly Row[]): Row[] => sorted(rows, (one, other) => (other.value ?? -1) - (one.value ?? -1))
