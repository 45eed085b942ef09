import type { MapCrs } from '@linli/contract'
import { convertPosition, fromGaussKruger, zoneOf, type Crs, type Position } from '@linli/standards'

/** How numbers of a file become CGCS2000 degrees, with how that is told. `isTurned`: the second number goes first. */
export interface Reading { words: string, isTurned: boolean, read: (position: Position) => Position }
export interface Asked { crs: MapCrs, meridian: number | null }
export type Box = readonly [west: number, south: number, east: number, north: number]

interface Plane { meridian: number, falseEasting: number, falseNorthing: number, scale: number }
type Said = { degrees: Crs } | { plane: Plane } | { refused: string } | undefined

const otherDatum = '要换算成 CGCS2000 须有本地的转换参数，请先用测绘软件转换，再导入'

/** What a .prj file says (ESRI WKT); nothing where it does not say. */
export function saidByPrj(wkt: string | null): Said {
  if (wkt === null || wkt.trim() === '') return undefined
  const named = (pattern: RegExp) => pattern.exec(wkt)?.[1]
  if (/xian|beijing|krasovsky|pulkovo/i.test(wkt)) return { refused: `坐标系是 ${named(/(?:PROJCS|GEOGCS)\["([^"]*)"/) ?? '西安 80 或北京 54'}，${otherDatum}` }
  if (!/china_2000|cgcs_?2000|china_geodetic_coordinate_system_2000|wgs_?(?:19)?84/i.test(wkt)) return { refused: `不认识坐标系 ${named(/(?:PROJCS|GEOGCS)\["([^"]*)"/) ?? wkt.slice(0, 40)}，请先用测绘软件转换成 CGCS2000，再导入` }
  if (!/^\s*PROJCS/i.test(wkt)) return { degrees: 'CGCS2000' }
  if (!/gauss_kruger|transverse_mercator/i.test(named(/PROJECTION\["([^"]*)"/i) ?? '')) return { refused: `不支持投影 ${named(/PROJECTION\["([^"]*)"/i) ?? ''}，请先转换成 CGCS2000 经纬度或高斯投影，再导入` }
  const parameter = (name: string, usual: number) => Number(new RegExp(`PARAMETER\\["${name}",\\s*(-?[\\d.]+)`, 'i').exec(wkt)?.[1] ?? usual)
  return { plane: { meridian: parameter('Central_Meridian', NaN), falseEasting: parameter('False_Easting', 500_000), falseNorthing: parameter('False_Northing', 0), scale: parameter('Scale_Factor', 1) } }
}

/** What the member `crs` of an older GeoJSON names (EPSG): 4490, 4326, CRS84, and CGCS2000 / Gauss–Krüger. */
export function saidByEpsg(name: string | null): Said {
  if (name === null || /CRS84$/i.test(name)) return undefined
  const code = Number(/(\d{4,5})$/.exec(name)?.[1])
  const by = (meridian: number, zone?: number) => ({ plane: { meridian, falseEasting: (zone ?? 0) * 1_000_000 + 500_000, falseNorthing: 0, scale: 1 } })
  if (code === 4490 || code === 4326) return { degrees: 'CGCS2000' }
  if (code >= 4491 && code <= 4501) return by((code - 4491 + 13) * 6 - 3, code - 4491 + 13)
  if (code >= 4502 && code <= 4512) return by((code - 4502 + 13) * 6 - 3)
  if (code >= 4513 && code <= 4533) return by((code - 4513 + 25) * 3, code - 4513 + 25)
  if (code >= 4534 && code <= 4554) return by((code - 4534 + 25) * 3)
  return { refused: `不认识坐标系 ${name}，请先转换成 CGCS2000，再导入` }
}

/** By what was asked for, else by what the file says, else by what its numbers can only be. `some`: positions of the file; `box`: where the sub-district lies, where that is known. */
export function readingOf(asked: Asked, said: Said, some: readonly Position[], box: Box | null): Reading | { fault: string } {
  const [first] = some
  if (!first) return { fault: '文件里没有图形' }
  if (asked.crs === 'auto' && said && 'refused' in said) return { fault: said.refused }
  const isPlane = some.some(([x, y]) => Math.abs(x) > 180 || Math.abs(y) > 180)
  if (asked.crs !== 'auto' && asked.crs !== 'gaussKruger') return isPlane ? { fault: '坐标是平面坐标（米），不是经纬度，请改选高斯投影平面坐标' } : degrees(asked.crs, some)
  if (asked.crs === 'gaussKruger' && !isPlane) return { fault: '坐标是经纬度，不是平面坐标，请改选经纬度' }
  if (!isPlane) return degrees(said && 'degrees' in said ? said.degrees : 'CGCS2000', some)
  return plane(asked, said, some, box)
}

/** In China no longitude is a latitude: 73–136 and 3–54. */
const isTurnedDegrees = ([x, y]: Position) => x >= 3 && x <= 54 && y >= 73 && y <= 136

function degrees(crs: Crs, some: readonly Position[]): Reading {
  const isTurned = some.every(isTurnedDegrees)
  return { words: `${crs === 'CGCS2000' ? 'CGCS2000（WGS84）经纬度' : crs === 'GCJ02' ? 'GCJ-02 经纬度' : 'BD-09 经纬度'}`, isTurned, read: (position) => convertPosition(position, crs, 'CGCS2000') }
}

function plane({ meridian }: Asked, said: Said, some: readonly Position[], box: Box | null): Reading | { fault: string } {
  // A northing of the country lies between 0.3 and 6 million metres; an easting without a zone below one million.
  const isTurned = some.every(([x, y]) => x > 300_000 && y > 0 && (zoneOf(y) !== undefined ? zoneOf(x) === undefined : x > 1_000_000 && y < 1_000_000))
  const [easting] = isTurned ? [some[0]![1]] : some[0]!
  const own = meridian === null && said && 'plane' in said && Number.isFinite(said.plane.meridian) ? said.plane : undefined
  const zone = own ? undefined : zoneOf(easting)
  const guess = meridian === null && !own && !zone ? guessed(isTurned ? [some[0]![1], some[0]![0]] : some[0]!, box) : undefined
  const central = own?.meridian ?? (meridian ?? zone?.meridian ?? guess)
  if (central === undefined) return { fault: '坐标是平面坐标，文件没有说明中央经线，请选择中央经线后重新读取' }
  const { falseEasting, falseNorthing, scale } = own ?? { falseEasting: zone?.falseEasting ?? 500_000, falseNorthing: 0, scale: 1 }
  const by = own ? '按 .prj 或 crs 的说明' : zone ? `按带号 ${zone.zone}` : guess ? '按街道所在位置推断' : '按所选'
  return { words: `CGCS2000 高斯投影平面坐标，中央经线 ${central}°（${by}）`, isTurned, read: ([x, y]) => fromGaussKruger([(x - falseEasting) / scale + 500_000, (y - falseNorthing) / scale], central) }
}

/** The meridian by which a position lies within some 20 km of where the sub-district is. */
function guessed(position: Position, box: Box | null): number | undefined {
  if (!box) return undefined
  const [lng, lat] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
  const near = [Math.round(lng / 3) * 3, Math.round(lng / 3) * 3 - 3, Math.round(lng / 3) * 3 + 3]
  return near.find((meridian) => {
    const at = fromGaussKruger(position, meridian)
    return Math.abs(at[0] - lng) < 0.2 && Math.abs(at[1] - lat) < 0.2
  })
}

/** Whether degrees of a file fit the sub-district better when they are read otherwise: told, never done. `inside` counts positions within it. */
export function otherReading(crs: Crs, some: readonly Position[], inside: (position: Position) => boolean): string | undefined {
  const fits = (as: Crs) => some.filter((position) => inside(convertPosition(position, as, 'CGCS2000'))).length
  const now = fits(crs)
  const better = (['CGCS2000', 'GCJ02', 'BD09'] as const).filter((one) => one !== crs).map((one) => ({ one, count: fits(one) })).toSorted((a, b) => b.count - a.count)[0]!
  if (better.count < now + Math.max(2, some.length * 0.05)) return undefined
  const words = { CGCS2000: 'CGCS2000（WGS84）', GCJ02: 'GCJ-02', BD09: 'BD-09', WGS84: 'WGS84' }
  return `抽查 ${some.length} 个位置，按现在的坐标系有 ${now} 个在本街道内，按 ${words[better.one]} 有 ${better.count} 个：请核对坐标系是否选对`
}
