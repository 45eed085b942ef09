import { crossingsOf, distanceInMetres, ringMetres, type Area, type Crossing, type Position } from '@linli/standards'
import type { Wrong } from './attribute-rules.ts'

/** What was mended of a shape, or is wrong with it. Of the first only those that are certain. */
export interface Flaw extends Wrong { isMended: boolean, at: Position | null }
export type Drawn = Area | { type: 'LineString', coordinates: Position[] } | { type: 'Point', coordinates: Position }
export interface Mended { shapes: Drawn[], flaws: Flaw[] }
type Wanted = 'surface' | 'line or surface' | 'point'

export const flawTold = (code: string, message: string, mend: string, at: Position | null = null, isMended = false): Flaw => ({ code, message, mend, at, isMended })

/** Takes a GeoJSON geometry for what a layer wants, in degrees as `read` tells them; closes rings, turns them as RFC 7946 has them, drops what is there twice, and undoes a crossing where only one thing can be meant. */
export function mendShape(geometry: unknown, wanted: Wanted, read: (position: Position) => Position): Mended {
  const flaws: Flaw[] = []
  const given = geometry as { type?: unknown, coordinates?: unknown } | null
  if (!given || typeof given !== 'object' || typeof given.type !== 'string' || given.type === 'GeometryCollection') return { shapes: [], flaws: [flawTold('shape.none', '没有图形', '在制图软件里补画图形，或删去这一条')] }
  let broken = false
  const point = (one: unknown): Position => {
    const [x, y] = Array.isArray(one) ? one as number[] : []
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
      broken = true
      return [0, 0]
    }
    const [lng, lat] = read([x, y])
    return [round(lng), round(lat)]
  }
  const list = (of: unknown): unknown[] => (Array.isArray(of) ? of : ((broken = true), []))
  const line = (of: unknown) => list(of).map(point)
  const lines = (of: unknown) => list(of).map(line)
  const surfaces: Position[][][] = given.type === 'Polygon' ? [lines(given.coordinates)] : given.type === 'MultiPolygon' ? list(given.coordinates).map(lines) : []
  const paths: Position[][] = given.type === 'LineString' ? [line(given.coordinates)] : given.type === 'MultiLineString' ? lines(given.coordinates) : []
  const points: Position[] = given.type === 'Point' ? [point(given.coordinates)] : given.type === 'MultiPoint' ? line(given.coordinates) : []
  if (broken) return { shapes: [], flaws: [flawTold('shape.number', '坐标里有不是数字的内容', '在制图软件里检查这个图形后重新导出')] }
  if (wanted === 'point') return pointOf(points, surfaces)
  if (surfaces.length === 0 && (wanted === 'surface' || paths.length === 0)) {
    const [only] = paths
    // An outline drawn as a line that ends where it began can only be meant as a surface.
    if (wanted === 'surface' && paths.length === 1 && only!.length > 3 && distanceInMetres(only![0]!, only!.at(-1)!) < 0.5) return surfaceOf([[only!]], [flawTold('shape.line', '轮廓是线，不是面', '已当作面读取', null, true)])
    return { shapes: [], flaws: [flawTold('shape.kind', `图形是${given.type.includes('Point') ? '点' : '线'}，这里要面`, '换成轮廓（面）数据，或选择别的图层导入')] }
  }
  return surfaces.length > 0 ? surfaceOf(surfaces, flaws) : { shapes: paths.map(dropTwice(flaws)).filter((path) => path.length > 1).map((coordinates) => ({ type: 'LineString', coordinates })), flaws }
}

/** Nine digits are a tenth of a millimetre. */
const round = (degrees: number) => Math.round(degrees * 1e9) / 1e9

function pointOf(points: Position[], surfaces: Position[][][]): Mended {
  const [only, ...others] = points
  if (only && others.length === 0) return { shapes: [{ type: 'Point', coordinates: only }], flaws: [] }
  const ring = surfaces[0]?.[0]
  if (!ring || ring.length === 0) return { shapes: [], flaws: [flawTold('shape.kind', '图形不是一个点', '换成点数据')] }
  return { shapes: [{ type: 'Point', coordinates: middleOf(ring) }], flaws: [flawTold('shape.surface', '图形是面，不是点', '已取面的中心点', null, true)] }
}

const middleOf = (ring: readonly Position[]): Position => [ring.reduce((sum, [x]) => sum + x, 0) / ring.length, ring.reduce((sum, [, y]) => sum + y, 0) / ring.length]

function dropTwice(flaws: Flaw[]): (path: Position[]) => Position[] {
  return (path) => {
    const kept = path.filter(([x, y], at) => at === 0 || path[at - 1]![0] !== x || path[at - 1]![1] !== y)
    if (kept.length < path.length && !flaws.some(({ code }) => code === 'point.twice')) flaws.push(flawTold('point.twice', `有 ${path.length - kept.length} 个重复的点`, '已去掉重复的点', null, true))
    return kept
  }
}

function surfaceOf(polygons: Position[][][], flaws: Flaw[]): Mended {
  const parts = polygons.flatMap((rings) => mendPolygon(rings, flaws))
  if (parts.length === 0) return { shapes: [], flaws }
  return { shapes: [parts.length === 1 ? { type: 'Polygon', coordinates: parts[0]! } : { type: 'MultiPolygon', coordinates: parts }], flaws }
}

/** Usually one polygon, two where a bow-tie was taken apart, none where it cannot be drawn. */
function mendPolygon(rings: Position[][], flaws: Flaw[]): Position[][][] {
  const outlines: Position[][] = []
  const holes: Position[][] = []
  for (const [at, given] of rings.entries()) {
    const walked = closed(dropTwice(flaws)(given), flaws)
    const simple = walked.length < 4 ? [walked] : uncrossed(walked, flaws)
    if (!simple) return []
    if (simple.some((loop) => loop.length < 4 || Math.abs(ringMetres(loop)) < 0.5)) {
      if (at > 0) continue
      flaws.push(flawTold('ring.small', '轮廓不到三个角，或面积不到 0.5 平方米', '在制图软件里重画这个轮廓', walked[0] ?? null))
      return []
    }
    for (const loop of simple) (at === 0 ? outlines : holes).push(turned(loop, at === 0, flaws))
  }
  return outlines.length === 1 ? [[outlines[0]!, ...holes]] : outlines.map((outline) => [outline])
}

function closed(ring: Position[], flaws: Flaw[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  if (!first || !last || (first[0] === last[0] && first[1] === last[1])) return ring
  flaws.push(flawTold('ring.open', '轮廓没有闭合', '已闭合', last, true))
  return [...ring, first]
}

function turned(ring: Position[], isOutline: boolean, flaws: Flaw[]): Position[] {
  if (ringMetres(ring) > 0 === isOutline) return ring
  if (!flaws.some(({ code }) => code === 'ring.turn')) flaws.push(flawTold('ring.turn', '轮廓的走向与 GeoJSON 标准（RFC 7946）相反', '已调整走向', null, true))
  return ring.toReversed()
}

/** So small a share of the other half is a slip of the pen and is cut off. */
const slip = 0.02

/** A ring that crosses itself once is two loops: a slip is cut off, a bow-tie becomes two parts. More is not guessed. */
function uncrossed(ring: Position[], flaws: Flaw[]): Position[][] | undefined {
  const crossings = crossingsOf(ring, 3)
  if (crossings.length === 0) return [ring]
  const [{ i, j, at }] = crossings as [Crossing]
  if (crossings.length > 1) {
    flaws.push(flawTold('ring.cross', `轮廓多处自相交（如 ${at[0].toFixed(6)}, ${at[1].toFixed(6)}）`, '在制图软件里按外轮廓重画', at))
    return undefined
  }
  const loops = [[at, ...ring.slice(i + 1, j + 1), at], [...ring.slice(0, i + 1), at, ...ring.slice(j + 1)]].map((loop) => loop.map(([x, y]): Position => [round(x), round(y)])).toSorted((a, b) => Math.abs(ringMetres(b)) - Math.abs(ringMetres(a)))
  const [large, small] = loops as [Position[], Position[]]
  if (Math.abs(ringMetres(small)) < slip * Math.abs(ringMetres(large))) {
    flaws.push(flawTold('ring.slip', '轮廓在一处打了个小圈', '已去掉小圈', at, true))
    return [large]
  }
  flaws.push(flawTold('ring.bow', '轮廓自相交成 8 字形', '已拆成两块', at, true))
  return [large, small]
}
