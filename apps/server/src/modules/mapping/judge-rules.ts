import type { MapLayer } from '@linli/contract'
import { areaAt, centroidOf, codeOf, distanceInMetres, isWithin, levelOf, type Area, type Position } from '@linli/standards'
import type { Attributes, Wrong } from './attribute-rules.ts'
import type { Drawn, Flaw } from './shape-rules.ts'

/** What stands on the map by now. */
export interface Known { path: string, name: string, kind: string, shape: Area | null, height: number | null, floors: number | null }
export interface KnownPlan { id: number, kind: string, name: string | null, width: number | null, line: readonly (readonly number[])[], code: string | null, sort: string | null }
export interface Told extends Wrong { isWarning: boolean, at: Position | null }
export interface Difference { label: string, before: string, after: string }
/** What a feature says, as it is to be stored. */
export interface Said { layer: MapLayer, kind: string, name: string | null, code: string | null, shape: Drawn | null, height: number | null, floors: number | null, width: number | null, sort: string | null, holder: string | null, differences: Difference[] }
export interface Judged { outcome: 'fresh' | 'changed' | 'same' | 'bad', name: string | null, key: string | null, said: Said, faults: Told[] }
export interface Feature { attributes: Attributes, shapes: readonly Drawn[], flaws: readonly Flaw[], wrong: readonly Wrong[] }

export const told = (code: string, message: string, mend: string, isWarning = false, at: Position | null = null): Told => ({ code, message, mend, isWarning, at })

/** The titles of faults, for counting them. */
export const faultTitles: Readonly<Record<string, string>> = {
  'shape.none': '没有图形', 'shape.number': '坐标不是数字', 'shape.kind': '图形的种类不对', 'shape.line': '轮廓是线', 'shape.surface': '图形是面', 'ring.small': '轮廓太小', 'ring.open': '轮廓没有闭合', 'ring.turn': '走向相反', 'ring.cross': '轮廓自相交', 'ring.bow': '8 字形轮廓', 'ring.slip': '轮廓打小圈', 'point.twice': '重复的点',
  'place.turned': '经纬度写反', 'place.outside': '在本街道以外', 'place.abroad': '坐标不在国内', 'grid.none': '没有落在网格里', 'grid.other': '落在别的网格', 'name.missing': '没有名称', 'name.differs': '名称与平台不同', 'code.missing': '没有编码', 'code.unknown': '编码不认识', 'code.level': '编码与级别不符', 'kind.missing': '没有类型',
  'height.wrong': '高度不对', 'floors.wrong': '层数不对', 'width.wrong': '宽度不对', 'width.usual': '没有宽度', 'key.twice': '与另一个图形重复', 'overlap': '互相重叠', 'parent.outside': '超出上级边界', 'road.surface': '道路是面', 'line.parts': '有几段', 'holes': '有空洞',
}

/** What of a shape may be mended is a warning when it was mended, and a fault where it was not to be. */
export const flawsOf = ({ flaws, wrong }: Feature, mends: boolean): Told[] =>
  [...flaws.map(({ isMended, code, message, mend, at }) => (isMended && mends ? told(code, message, mend, true, at) : told(code, message, isMended ? '打开“自动修复”后重新读取，或在制图软件里修改' : mend, false, at))), ...wrong.map(({ code, message, mend }) => told(code, message, mend))]

/** Finds what lies around a place without looking at everything: by squares of some 200 m. */
export class Around<T> {
  #squares = new Map<string, T[]>()
  #size = 0.002
  add(shape: Area, one: T): void {
    for (const square of this.#of(shape)) this.#squares.set(square, [...this.#squares.get(square) ?? [], one])
  }

  near(shape: Area): Set<T> {
    return new Set(this.#of(shape).flatMap((square) => this.#squares.get(square) ?? []))
  }

  #of(shape: Area): string[] {
    const [west, south, east, north] = boxOf(shape).map((degrees) => Math.floor(degrees / this.#size)) as [number, number, number, number]
    const squares: string[] = []
    // What is as large as a district is no building: its corner stands for it.
    for (let x = west; x <= Math.min(east, west + 50); x += 1) for (let y = south; y <= Math.min(north, south + 50); y += 1) squares.push(`${x} ${y}`)
    return squares
  }
}

export function boxOf(shape: Area): [number, number, number, number] {
  const outlines = (shape.type === 'Polygon' ? [shape.coordinates] : shape.coordinates).map(([outline = []]) => outline)
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const outline of outlines) for (const [x = NaN, y = NaN] of outline) [box[0], box[1], box[2], box[3]] = [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)]
  return box
}

export const positionOf = (shape: Drawn): Position => (shape.type === 'Point' ? shape.coordinates : shape.type === 'LineString' ? shape.coordinates[Math.floor(shape.coordinates.length / 2)]! : centroidOf(shape) ?? [NaN, NaN])

/** The smallest of these areas that holds a position. */
export const holderAt = (position: Position, areas: readonly Known[]): Known | undefined =>
  areas.filter(({ shape }) => shape !== null && isWithin(position, shape)).toSorted((a, b) => b.path.length - a.path.length)[0]

/** Letters and digits alone: 339901008-005-012 b0031 and /33/99/01/008/005/012/b0031/ are one code. */
export const plainCode = (code: string): string => code.toLowerCase().replace(/[^0-9a-z]/g, '')
export const codeAs = (path: string): string => (levelOf(path) === 'building' ? `${codeOf(path)}${path.slice(-6, -1)}` : codeOf(path))

export const isSameShape = (a: unknown, b: unknown): boolean => JSON.stringify(a, rounded) === JSON.stringify(b, rounded)
/** Seven digits are a centimetre. */
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e7) / 1e7 : value)

export const shown = (value: number | null, unit: string): string => (value === null ? '—' : `${value}${unit}`)

/** Who is nearest of the same name in the same community: within 150 m, or one that was never drawn. */
export function namesake(name: string, at: Position, holder: Known, buildings: readonly Known[]): Known | undefined {
  const community = areaAt(holder.path, 'community') ?? holder.path
  const same = buildings.filter((one) => one.name === name && one.path.startsWith(community))
  const fits = same.filter(({ shape }) => shape === null || distanceInMetres(at, centroidOf(shape) ?? at) <= 150)
  return fits.length === 1 ? fits[0] : undefined
}
