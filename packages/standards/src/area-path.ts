import { regionSegments, trimRegionCode } from './region-code.ts'

/**
 * Where something belongs: statistical codes from the province down, each level followed by a slash.
 *
 *     /33/99/01/008/005/012/b0031/      province, city, county, sub-district, community, grid, building
 *     /33/99/01/008/005/012/03/b0031/   the same with a micro-grid between grid and building
 *
 * A place contains another exactly when its path is the beginning of the other's, so a scope is one range of an index.
 * The widths keep every level apart (2 2 2 3 3 3, then 2 for a micro-grid, 'b' and 4 for a building). There is no path
 * for the whole country: the widest scope is a province.
 */
export type AreaLevel = 'province' | 'city' | 'county' | 'subdistrict' | 'community' | 'grid' | 'microGrid' | 'building'

export const areaLevelLabels: Readonly<Record<AreaLevel, string>> = {
  province: '省',
  city: '市',
  county: '区县',
  subdistrict: '街道',
  community: '社区',
  grid: '网格',
  microGrid: '微网格',
  building: '楼幢',
}

/** The strict shape; also what may be written into a SQL statement. ASCII digits only. */
export const areaPattern =
  /^\/[1-9][0-9]\/(?:[0-9]{2}\/(?:[0-9]{2}\/(?:[0-9]{3}\/(?:[0-9]{3}\/(?:[0-9]{3}\/(?:[0-9]{2}\/)?(?:b[0-9]{4}\/)?)?)?)?)?)?$/

const byDepth: readonly AreaLevel[] = ['province', 'city', 'county', 'subdistrict', 'community', 'grid']

export function isAreaPath(value: unknown): value is string {
  return typeof value === 'string' && areaPattern.test(value)
}

/**
 * The path of a region, grid or micro-grid code: 2, 4, 6, 9, 12, 15 or 17 digits, padding zeros dropped.
 * `areaOf('339901008005')` is `/33/99/01/008/005/`; a number (the sub-district column) is welcome. Throws RangeError.
 */
export function areaOf(code: string | number): string {
  const digits = String(code)
  const head = digits.length > 12 ? digits.slice(0, 12) : trimRegionCode(digits)
  const parts = head === undefined ? undefined : regionSegments(head)
  const tail = /^(\d{3})(\d{2})?$/.exec(digits.slice(12))
  if (!parts || (digits.length > 12 && !tail)) throw new RangeError(`not a region or grid code: ${digits}`)
  const path = `/${[...parts, ...(tail ?? []).slice(1).filter(Boolean)].join('/')}/`
  if (!isAreaPath(path)) throw new RangeError(`not a region or grid code: ${digits}`)
  return path
}

/** The code of a path without padding, 2 to 17 digits; of a building, the code of the grid or micro-grid it stands in. */
export function codeOf(path: string): string {
  return checked(path).replace(/b[0-9]{4}/, '').replace(/\//g, '')
}

/** The path of a building in a grid or micro-grid; its number runs from 1 to 9999 within it. */
export function buildingArea(grid: string, number: number): string {
  const digits = String(number)
  const path = `${grid}b${'0'.repeat(Math.max(0, 4 - digits.length))}${digits}/`
  if (number < 1 || !isAreaPath(path)) throw new RangeError(`no building ${digits} in ${grid}`)
  return path
}

/** Level of the deepest segment. Throws RangeError for what is no path. */
export function levelOf(path: string): AreaLevel {
  const parts = segments(path)
  const last = parts[parts.length - 1] ?? ''
  if (last.charAt(0) === 'b') return 'building'
  return byDepth[parts.length - 1] ?? 'microGrid'
}

/** The sub-district as a 9-digit integer, the distribution column of every big table. Throws RangeError above a sub-district. */
export function subdistrictOf(path: string): number {
  const parts = segments(path)
  if (parts.length < 4) throw new RangeError(`above a sub-district: ${path}`)
  return Number(parts.slice(0, 4).join(''))
}

/** Is `inner` the same place as `outer` or within it? */
export function contains(outer: string, inner: string): boolean {
  return checked(inner).slice(0, checked(outer).length) === outer
}

/** One level up; nothing above a province. */
export function parentOf(path: string): string | undefined {
  const parts = segments(path)
  return parts.length === 1 ? undefined : joined(parts.slice(0, -1))
}

/** From the province down to the place itself. */
export function lineOf(path: string): string[] {
  const parts = segments(path)
  return parts.map((_, index) => joined(parts.slice(0, index + 1)))
}

/** The place of the given level that contains the path: `areaAt(building, 'community')`. Nothing when the path has no such level. */
export function areaAt(path: string, level: AreaLevel): string | undefined {
  return lineOf(path).find((area) => levelOf(area) === level)
}

function segments(path: string): string[] {
  return checked(path).slice(1, -1).split('/')
}

function joined(parts: readonly string[]): string {
  return `/${parts.join('/')}/`
}

function checked(path: string): string {
  if (!isAreaPath(path)) throw new RangeError(`not an area path: ${String(path)}`)
  return path
}
