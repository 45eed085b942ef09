import { addressKey, areaAt, formatAddress, levelOf, readAddress } from '@linli/standards'

export interface AreaOf { path: string, name: string, kind: string }
export interface UnitOf { id: string, area: string, place: string, address: string, key: string, entrance: string, room: string }
export interface Looked { community?: AreaOf, grid?: AreaOf, buildings: AreaOf[], key: string | null, entrance: string | null, floor: number | null, room: string | null, part: string | null, text: string | null, faults: { column: string, code: string, message: string }[] }
export interface Found { area: string, place: string, housing: string | null, address: string | null, fault?: { column: string, code: string, message: string, isWarning: boolean } }

/** The areas of a batch by what people call them; buildings, of which every estate has a first, also by that within their community. */
export interface Areas { byName: ReadonlyMap<string, AreaOf[]>, buildings: ReadonlyMap<string, AreaOf[]> }

const plainName = (name: string) => name.replace(/[\s（）()]/g, '').replace(/(?:社区|网格)(?:居委会|居民委员会)?$/, '')
const buildingKey = (name: string) => addressKey(readAddress(name)).split('/').slice(0, 3).join('/')

/** A building by its number alone, as people write who mean their own estate. */
const unnamed = (key: string) => `/${key.split('/').slice(1).join('/')}`

/** With its estate and without, anywhere and within its community. */
const keysOf = ({ name, path }: AreaOf) => new Set([buildingKey(name), unnamed(buildingKey(name))].flatMap((key) => [key, (areaAt(path, 'community') ?? '') + key]))

export function areasOf(rows: readonly AreaOf[]): Areas {
  const [byName, buildings] = [new Map<string, AreaOf[]>(), new Map<string, AreaOf[]>()]
  const put = (map: Map<string, AreaOf[]>, key: string, row: AreaOf) => void (map.get(key)?.push(row) ?? map.set(key, [row]))
  for (const row of rows) {
    if (row.kind === 'building') for (const key of keysOf(row)) put(buildings, key, row)
    else put(byName, `${levelOf(row.path)} ${plainName(row.name)}`, row)
  }
  return { byName, buildings }
}

/** So many places of a file are remembered: as many homes as stand in a row of streets. */
const mostRemembered = 4000

/** Looks up the places of one file: whoever lives together stands one below the other and says the same. */
export function openLookUp(areas: Areas): (place: Readonly<Record<string, string>>) => Looked {
  const memory = new Map<string, Looked>()
  return (place) => {
    const key = JSON.stringify(place)
    const looked = memory.get(key) ?? lookUp(place, areas)
    if (memory.size >= mostRemembered) memory.clear()
    memory.set(key, looked)
    return looked
  }
}

/** Nothing said of where it is. */
export const nowhere = (): Looked => ({ buildings: [], key: null, entrance: null, floor: null, room: null, part: null, text: null, faults: [] })

/** What a row says of where it is, as far as names go. */
export function lookUp(place: Readonly<Record<string, string>>, areas: Areas): Looked {
  const looked: Looked = nowhere()
  if (place.community) {
    const [one] = areas.byName.get(`community ${plainName(place.community)}`) ?? []
    if (one) looked.community = one
    else looked.faults.push({ column: 'at.community', code: 'place.outside', message: `“${place.community}”不在您的辖区，或名称与辖区里的不同` })
  }
  if (place.grid) {
    const grids = (areas.byName.get(`grid ${plainName(place.grid)}`) ?? []).filter(({ path }) => !looked.community || path.startsWith(looked.community.path))
    if (grids.length === 1) looked.grid = grids[0]!
  }
  const text = wholeAddress(place)
  if (text === '') return looked
  const address = readAddress(text)
  looked.text = formatAddress(address) || text
  looked.room = address.room ?? null
  looked.entrance = address.entrance ?? null
  looked.floor = /^\d{1,3}$/.test(place.floor ?? address.floor ?? '') ? Number(place.floor ?? address.floor) : null
  looked.part = address.sub ?? null
  const key = addressKey(address)
  const isNamed = address.estate !== undefined || address.road !== undefined
  const [community] = looked.community || !address.community ? [] : areas.byName.get(`community ${plainName(address.community)}`) ?? []
  if (community) looked.community = community
  const building = key.split('/').slice(0, 3).join('/')
  if (address.building !== undefined || isNamed) looked.buildings = buildingsOf(areas, isNamed ? building : unnamed(building), looked)
  looked.key = address.room === undefined ? null : key
  return looked
}

const within = <T extends { path: string }>(rows: readonly T[], { community, grid }: Pick<Looked, 'community' | 'grid'>) => {
  const near = rows.filter(({ path }) => (!community || path.startsWith(community.path)) && (!grid || path.startsWith(grid.path)))
  return near.length > 0 ? near : [...rows]
}

/** Those of this name in the community and the grid that are said, or, where there are none, all of this name. */
function buildingsOf({ buildings }: Areas, key: string, { community, grid }: Looked): AreaOf[] {
  const near = (buildings.get((community?.path ?? '') + key) ?? []).filter(({ path }) => !grid || path.startsWith(grid.path))
  return near.length > 0 ? near : [...buildings.get(key) ?? []]
}

/** A whole address, or its parts in columns of their own. */
function wholeAddress({ address = '', building = '', entrance = '', room = '' }: Readonly<Record<string, string>>): string {
  const tail = [entrance && worded(entrance, '单元'), room && worded(room, '室')].join('')
  if (address === '') return building === '' ? '' : `${/^[\dA-Za-z一二三四五六七八九十]+$/.test(building) ? `${building}幢` : building}${tail}`
  return room !== '' && readAddress(address).room === undefined ? `${address}${building !== '' && !address.includes(building) && readAddress(address).building === undefined ? worded(building, '幢') : ''}${tail}` : address
}

const worded = (value: string, word: string) => (/[\dA-Za-z一二三四五六七八九十〇零]$/.test(value) ? `${value}${word}` : value)

/** Where a row is: its housing unit, or the smallest area that is known of it. */
export function settlePlace(looked: Looked, units: readonly UnitOf[], home: string): Found {
  const near = narrowed(units, looked)
  if (near.length === 1) return { area: near[0]!.area, place: near[0]!.place, housing: near[0]!.id, address: near[0]!.address }
  const [building] = looked.buildings
  const area = looked.buildings.length === 1 ? building!.path : looked.grid?.path ?? looked.community?.path ?? (isInCommunity(home) ? home : undefined)
  const at = (path: string): Found => ({ area: path, place: path, housing: null, address: looked.text })
  if (near.length > 1) return { ...at(area ?? home), fault: { column: 'at.address', code: 'place.ambiguous', message: `有 ${near.length} 处房屋都可能是这个地址，请写明小区、幢和单元`, isWarning: false } }
  if (area === undefined) return { ...at(home), fault: { column: 'at.community', code: 'place.unknown', message: '看不出在哪个社区，请填写所属社区或完整的地址', isWarning: false } }
  if (looked.key === null) return at(area)
  return { ...at(area), fault: { column: 'at.address', code: 'place.no-unit', message: looked.buildings.length === 1 ? `房屋库里没有这一户，先登记到${building!.name}` : '房屋库里没有这个地址，先登记到社区或网格', isWarning: true } }
}

/** A batch of a whole sub-district says of itself only in which one it is. */
const isInCommunity = (area: string) => area.split('/').length >= 7

function narrowed(units: readonly UnitOf[], { community, grid }: Looked): UnitOf[] {
  if (units.length <= 1) return [...units]
  return within(units.map((unit) => ({ ...unit, path: unit.area })), { ...(community && { community }), ...(grid && { grid }) })
}

/** The same unit, or where one of the two says none, the same area. */
export const isSameSpot = (one: { housing: string | null, area: string }, other: { housing: string | null, area: string }): boolean =>
  one.housing !== null && other.housing !== null ? one.housing === other.housing : one.area === other.area

/** 120.123456,30.123456 in any order and with any sign between: in China a longitude is never a latitude. */
export function readPoint(text: string): { lng: number, lat: number } | undefined {
  const [first, second, ...more] = text.replace(/[()（）]/g, '').split(/[,，;；\s]+/).filter((part) => part !== '').map(Number)
  if (first === undefined || second === undefined || more.length > 0) return undefined
  const [lng, lat] = first > second ? [first, second] : [second, first]
  return lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54 ? { lng, lat } : undefined
}
