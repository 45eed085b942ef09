import { fromNumerals, numberPattern, plainNumber } from './address-number.ts'
import { readRegion } from './address-region.ts'
import { findHouse, type HouseParts } from './address-token.ts'
import { compact, toHalfWidth } from './text.ts'

/**
 * A house address in the order of GB/T 23705: road and door number, estate, group (village), building, entrance, floor, room,
 * part of a room. Numbers are in their one form (三幢 and 03幢 are `3`).
 */
export type Address = {
  /** As typed. */
  raw: string
  /** What told nothing: 门口, 楼下, 附近. */
  rest: string
  /** Regions in front, as typed: 某某省某某市…某某社区. */
  region: string
  community?: string
  road?: string
  doorNo?: string
  estate?: string
} & HouseParts

const door = new RegExp(`^(.*?(?:路|街|巷|弄|大道|公路))(${numberPattern}(?:-\\d+)?(?:弄${numberPattern})?)(?:号(?:-(\\d{1,2})(?!\\d))?(?!楼|院|公馆|公寓)|$)`)

/** Reads any writing; what it cannot place stays in `rest` or in `estate`. `known` fills in what the context tells, such as the estate. */
export function readAddress(raw: string, known: Pick<Address, 'road' | 'doorNo' | 'estate' | 'community'> = {}): Address {
  return { ...known, ...dropEmpty(scanAddress(raw).address) } as Address
}

/**
 * One text for one house, `estate/group/building/entrance/room/part`: 某某苑//3/2/501/. Without an estate the road and door
 * number take its place, else the community. Regions do not count, nor a floor that the room number tells; 小区 is dropped from names.
 */
export function addressKey(address: Address): string {
  const { group, building, entrance, floor, room, sub } = address
  const road = address.road === undefined ? undefined : `${address.road}${address.doorNo ?? ''}`
  const place = nameKey(road !== undefined && premises.test(address.estate ?? '') ? road + (address.estate ?? '') : address.estate ?? road ?? address.community ?? '')
  const level = (impliedFloor(room) === floor ? '' : worded(floor, 'F')) + (room ?? '')
  return [place, group ?? '', building ?? '', entrance ?? '', level, sub ?? ''].join('/')
}

/** What every road has: without the road it would be one place for all of them. */
const premises = /^(?:底商|商铺|商业|沿街|临街|门面|店面|店铺|裙楼|车库|车棚|地下|门卫|传达室|门口|门前|楼下|对面|旁|附近|路口|仓库|厂房|车间|院内|[东南西北前后][侧面门])/

/** The official writing, 文一路12号某某苑3幢2单元501室-1, without regions and without `rest`. */
export function formatAddress(address: Address): string {
  const { road = '', doorNo, estate, group, building, entrance, floor, room, sub } = address
  const place = estate ?? (road === '' ? address.community ?? '' : '')
  const level = (impliedFloor(room) === floor ? '' : worded(floor, '层')) + worded(room, /^[东南西北中]$/.test(room ?? '') ? '户' : '室')
  const part = sub === undefined ? '' : room === undefined ? `${sub}间` : `-${sub}`
  return road + worded(doorNo, '号') + place + worded(group, '组') + worded(building, isVillage(address) && /^\w+$/.test(building ?? '') ? '号' : '幢') + worded(entrance, '单元') + level + part
}

/**
 * Any writing to the official one. Doing it twice changes nothing: what the official writing would make another address of
 * (numbers that run into a name) stays as typed, in half-width characters.
 */
export function normaliseAddress(raw: string): string {
  const text = formatAddress(readAddress(raw))
  return formatAddress(readAddress(text)) === text ? text : plainText(raw)
}

/** Village houses are numbered 号, by group or right after the village: 柳浜村3组12号. */
export function isVillage({ group, estate = '' }: Address): boolean {
  return group !== undefined || (estate.endsWith('村') && !/(?:新村|[一二三四五六七八九十\d]村)$/.test(estate))
}

/** An address with the plain text it was read from and how far that text may be shown: down to the building, not into three digits. */
export function scanAddress(raw: string): { address: Address; text: string; shown: number } {
  const text = plainText(raw)
  const region = readRegion(text)
  const address: Address = { raw, rest: '', region: text.slice(0, region.length), community: region.community }
  const afterDoor = readDoor(text, region.length, address)
  const house = findHouse(text.slice(afterDoor))
  const name = text.slice(afterDoor, house ? afterDoor + house.start : undefined).replace(/^-|-$/g, '')
  if (name !== '') address.estate = name
  if (!house) return { address, text, shown: afterDoor + leadingName(name) }
  Object.assign(address, withFloor(house.parts))
  address.rest = text.slice(afterDoor + house.end)
  const shownName = leadingName(text.slice(afterDoor, afterDoor + house.start))
  const isNumberShown = shownName === house.start && !isVillage(address) && !/\d{3}/.test(text.slice(afterDoor + house.start, afterDoor + house.buildingEnd))
  return { address, text, shown: afterDoor + (isNumberShown ? Math.max(house.start, house.buildingEnd) : shownName) }
}

/**
 * Half-width capitals and one kind of dash. A space or a dot between two numbers separates them like a dash, a dash before a floor
 * means under ground (-1层); 12号附3号 and 12号之三 are 12-3号, 第3组 is 3组. What is longer than 200 characters is no address.
 */
function plainText(raw: string): string {
  const text = toHalfWidth(raw.slice(0, 200)).replace(/(\d)(?:\s+|\.)(?=\d)/g, '$1-')
  return compact(text)
    .toUpperCase()
    .replace(/[()[\]【】"'“”]/g, '')
    .replace(/[\u2010-\u2015\u2212~\u30fc_,、。;:/\\-]+/g, '-')
    .replace(/(^|[^\dA-Z])-(\d)(?=层|楼|F)/g, '$1负$2')
    .replace(ordinal, '')
    .replace(attached, '-$1号')
    .replace(/^-|-$/g, '')
}

/** 第3组, 第三村民小组, 第3幢; not 第一新村. */
const ordinal = new RegExp(`第(?=${numberPattern}(?:村民小组|小组|组|幢|栋|座|号楼|单元|层))`, 'g')
/** 12号附3号, 12号附3, 12号之一. */
const attached = new RegExp(`号(?:附|之)(${numberPattern})号?`, 'g')

/** Fills in road and door number; answers where they end. */
function readDoor(text: string, from: number, address: Address): number {
  const match = door.exec(text.slice(from))
  if (!match) return from
  const [whole, road = '', number = '', suffix] = match
  address.road = road
  const [lane, inner] = number.split('弄')
  const plain = (lane ?? '').split('-').map(plainNumber).join('-') + (inner === undefined ? '' : `弄${plainNumber(inner)}`)
  address.doorNo = suffix === undefined ? plain : `${plain}-${plainNumber(suffix)}`
  return from + whole.length
}

/** Floor and room complete each other: 501 is on floor 5, and 01 on floor 5 is 501. */
function withFloor(parts: HouseParts): HouseParts {
  const { floor, room } = parts
  if (room === undefined) return parts
  if (floor !== undefined && /^[1-9]\d?$/.test(floor) && /^\d{1,2}$/.test(room)) return { ...parts, room: floor + `0${room}`.slice(-2) }
  return floor === undefined && impliedFloor(room) !== undefined ? { ...parts, floor: impliedFloor(room) } : parts
}

/** The floor a room number tells: all but its last two digits. */
function impliedFloor(room = ''): string | undefined {
  return /^([1-9]\d?)\d{2}[A-Z]?$/.exec(room)?.[1]
}

/** 云禾里小区 and 云禾里, 翠苑一区 and 翠苑1区 are the same names. */
function nameKey(name: string): string {
  return name
    .replace(/[零〇一二两三四五六七八九十百]+(?=[区期村园弄坊])/g, fromNumerals)
    .replace(/(..)小区$/, '$1')
}

/** How much of a name may be shown: up to three digits in a row or numbers with a dash, which might be a room. */
function leadingName(name: string): number {
  const number = /\d{3}|\d+-/.exec(name)
  return number ? number.index : name.length
}

function worded(value: string | undefined, word: string): string {
  return value === undefined ? '' : value + word
}

function dropEmpty(address: Address): Partial<Address> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(address)) if (value !== undefined) kept[name] = value
  return kept
}
