import { compact } from './text.ts'

/**
 * Administrative region codes: GB/T 2260 (6 digits, down to the county) lengthened by the statistical bureau's
 * 统计用区划代码 to 12 digits = 2 province + 2 city + 2 county + 3 township level + 3 village level.
 * A shorter unit may be padded with zeros (330000, 339901008000).
 */
export type RegionLevel = 'province' | 'city' | 'county' | 'subdistrict' | 'community'

/** Kind of a township-level unit (乡级), read from its three digits. */
export type TownshipKind = 'subdistrict' | 'town' | 'township' | 'townshipLike'

/** Kind of a village-level unit (村级), read from its three digits. */
export type VillageKind = 'residentsCommittee' | 'villagersCommittee' | 'residentsLike' | 'villagersLike'

export type RegionCode = {
  /** Without padding: 2, 4, 6, 9 or 12 digits. */
  code: string
  level: RegionLevel
  province: string
  city?: string
  county?: string
  township?: string
  townshipKind?: TownshipKind
  village?: string
  villageKind?: VillageKind
}

/** Words for the kinds above. */
export const townshipKindLabels: Readonly<Record<TownshipKind, string>> = {
  subdistrict: '街道',
  town: '镇',
  township: '乡',
  townshipLike: '类似乡级单位',
}

export const villageKindLabels: Readonly<Record<VillageKind, string>> = {
  residentsCommittee: '社区居民委员会',
  villagersCommittee: '村民委员会',
  residentsLike: '类似居民委员会',
  villagersLike: '类似村民委员会',
}

/** First two digits of GB/T 2260: the 34 provincial units, and 83 (Taiwan residents' permit) and 91 (abroad) in GB 11643. */
export const provincePrefixes: readonly string[] =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83 91'.split(' ')

const widths = [2, 2, 2, 3, 3] as const
const levels: readonly RegionLevel[] = ['province', 'city', 'county', 'subdistrict', 'community']

/** Cuts a region code into its levels; nothing for what is not a region code (wrong length, unknown province, unassigned range). */
export function parseRegionCode(text: string): RegionCode | undefined {
  const code = trimRegionCode(compact(text))
  const parts = code === undefined ? undefined : regionSegments(code)
  if (code === undefined || parts === undefined) return undefined
  const [province = '', city, county, township, village] = parts
  if (!provincePrefixes.includes(province)) return undefined
  const townshipKind = township === undefined ? undefined : townshipKindOf(township)
  const villageKind = village === undefined ? undefined : villageKindOf(village)
  if ((township !== undefined && !townshipKind) || (village !== undefined && !villageKind)) return undefined
  const level = levels[parts.length - 1] ?? 'province'
  return { code, level, province, city, county, township, townshipKind, village, villageKind }
}

/** Ranges of the three township digits (统计用区划代码编制规则): 001–099, 100–199, 200–399, 400–599. */
export function townshipKindOf(digits: string): TownshipKind | undefined {
  const number = Number(digits)
  if (!/^\d{3}$/.test(digits) || number === 0 || number > 599) return undefined
  if (number < 100) return 'subdistrict'
  if (number < 200) return 'town'
  return number < 400 ? 'township' : 'townshipLike'
}

/** Ranges of the three village digits: 001–199, 200–399, 400–499, 500–599. */
export function villageKindOf(digits: string): VillageKind | undefined {
  const number = Number(digits)
  if (!/^\d{3}$/.test(digits) || number === 0 || number > 599) return undefined
  if (number < 200) return 'residentsCommittee'
  if (number < 400) return 'villagersCommittee'
  return number < 500 ? 'residentsLike' : 'villagersLike'
}

/**
 * Grid code: 12 digits of the community and a three-digit number (15); a micro-grid adds two more (17).
 * The length follows GA/T 2000.33-2020; GB/T 30428.1 leaves the number of serial digits to the place. Throws RangeError.
 */
export function gridCode(community: string, grid: number, microGrid?: number): string {
  if (!/^\d{12}$/.test(community)) throw new RangeError(`not a community code of 12 digits: ${community}`)
  return community + serial(grid, 3) + (microGrid === undefined ? '' : serial(microGrid, 2))
}

/** Takes a grid or micro-grid code apart; nothing when it is neither. */
export function parseGridCode(text: string): { community: string; grid: number; microGrid?: number } | undefined {
  const match = /^(\d{12})(\d{3})(\d{2})?$/.exec(compact(text))
  if (!match) return undefined
  const [, community = '', grid = '', microGrid] = match
  if (parseRegionCode(community)?.level !== 'community' || Number(grid) === 0) return undefined
  return { community, grid: Number(grid), microGrid: microGrid === undefined ? undefined : Number(microGrid) }
}

/** Drops the zeros that pad a code to 6, 9 or 12 digits; nothing when the length is none of 2, 4, 6, 9, 12. */
export function trimRegionCode(code: string): string | undefined {
  if (!/^\d+$/.test(code) || ![2, 4, 6, 9, 12].includes(code.length) || code.slice(0, 2) === '00') return undefined
  const trimmed = code.replace(/^(\d{2}|\d{4}|\d{6}|\d{9})0+$/, '$1')
  return [2, 4, 6, 9, 12].includes(trimmed.length) ? trimmed : code
}

/** The digits of each level of an unpadded code. */
export function regionSegments(code: string): string[] | undefined {
  const parts: string[] = []
  let start = 0
  for (const width of widths) {
    if (start === code.length) return parts
    parts.push(code.slice(start, start + width))
    start += width
  }
  return start === code.length ? parts : undefined
}

function serial(number: number, width: number): string {
  const text = String(number)
  if (!/^\d+$/.test(text) || number === 0 || text.length > width) throw new RangeError(`not a serial of ${width} digits: ${text}`)
  return '0'.repeat(width - text.length) + text
}
