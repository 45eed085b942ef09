import { isNumberBoundary, numberPattern, numeral, plainNumber } from './address-number.ts'

export type AddressSlot = 'group' | 'building' | 'entrance' | 'floor' | 'room' | 'sub'

export type HouseParts = Partial<Record<AddressSlot, string>>

/** What follows the estate: its parts, where they start, where the building (or group) ends, where they end. */
export type House = { parts: HouseParts; start: number; buildingEnd: number; end: number }

type Token = { value: string; slot?: AddressSlot; end: number; looksLikeRoom?: boolean }

/** Words after a number, longest first. 号 alone is a building unless one is known already; 楼 alone is a floor. */
const words: readonly [string, AddressSlot][] = [
  ['村民小组', 'group'], ['小组', 'group'], ['组', 'group'], ['队', 'group'],
  ['号楼', 'building'], ['#楼', 'building'], ['幢', 'building'], ['栋', 'building'], ['座', 'building'], ['#', 'building'],
  ['单元', 'entrance'], ['梯', 'entrance'], ['门', 'entrance'],
  ['号床', 'sub'], ['床位', 'sub'], ['床', 'sub'], ['间', 'sub'],
  ['层', 'floor'], ['楼', 'floor'], ['F', 'floor'],
  ['室', 'room'], ['房', 'room'], ['户', 'room'], ['号', 'building'],
]
const wordPattern = `(${words.map(([word]) => word).join('|')})`
const worded = new RegExp(`^(${numberPattern})${wordPattern}`)
/** Directions and 甲乙丙丁 need a word that cannot be read otherwise (小区北门 is a gate, not an entrance). */
const named = /^([甲乙丙丁戊己庚辛])(幢|栋|座|号楼|单元|门|梯|室)|^([东南西北中])(幢|栋|座|单元|户)/
const bare = new RegExp(`^(${numberPattern})(?=$|[^\\dA-Z])`)
const partOfRoom = /^(主卧|次卧|客卧|客厅|阁楼|[东南西北]间|[东南西北]卧|[甲乙丙丁东南西北中](?=[户室]?(?:-|$)))[户室]?|^(?:隔断|隔间|隔|床位|床|房间)(\d{1,2}|[A-Z])(?![\dA-Z])/
/** Numbers joined by dashes, or one number that ends the text and looks like a room. */
const dashed = new RegExp(`^${numberPattern}(?:-${numberPattern})+(?:$|[^\\dA-Z年月])|^\\d{3,4}[A-Z]?$`)
/** What the first of those begins with. */
const beginning = new RegExp(`[\\dA-Z${numeral}负地甲乙丙丁戊己庚辛东南西北中]`)
/** What may stand between two numbers: 3幢-501, 3幢楼501. */
const separator = /^(?:-|楼(?=\d))?/
/** 1号院 and 8号公馆 are names of estates. */
const nameAfterNumber = /^(?:院|公馆|府|庭|湾|苑|公寓|大院|别墅|公园|地块|线|路|码头|农贸|市场|广场)/

/** Finds the first place where an address turns from names to numbers and reads on from there; nothing when it never does. */
export function findHouse(text: string): House | undefined {
  for (let start = 0; start < text.length; start += 1) {
    if (!beginning.test(text.charAt(start)) || !isStart(text, start)) continue
    const tokens = readTokens(text, start)
    const last = tokens[tokens.length - 1]
    if (last) return { start, end: last.end, ...assign(tokens) }
  }
  return undefined
}

function isStart(text: string, start: number): boolean {
  const before = text.charAt(start - 1)
  const rest = text.slice(start)
  if (!/^[A-Z]/.test(rest) && !isNumberBoundary(text.slice(Math.max(0, start - 2), start))) return false
  if (/^[A-Z]/.test(rest) && /[A-Z]/.test(before)) return false
  const token = wordedToken(text, start)
  // 滨江1号3幢: the number with 号 belongs to the name when a building follows.
  if (token) return !(text.charAt(token.end - 1) === '号' && startsBuilding(text, token.end))
  return dashed.test(rest)
}

function startsBuilding(text: string, from: number): boolean {
  const match = worded.exec(text.slice(from))
  return match !== null && match[2] !== '号' && slotOf(match[2] ?? '') === 'building'
}

function readTokens(text: string, start: number): Token[] {
  const tokens: Token[] = []
  let from = start
  while (from < text.length) {
    const at = tokens.length === 0 ? from : from + (separator.exec(text.slice(from))?.[0].length ?? 0)
    const token = roomPart(text, at, tokens) ?? wordedToken(text, at) ?? bareToken(text, at)
    const slot = token?.slot && placeIn(token.slot, { word: text.charAt(token.end - 1), after: text.slice(token.end) }, tokens)
    if (!token || slot === 'taken') break
    const last = tokens[tokens.length - 1]
    // 301-1室: the word follows the part, the room stands before it.
    const isPart = slot === 'room' && last?.slot === undefined && last?.looksLikeRoom && /^\d{1,2}[室房户]$/.test(text.slice(at, token.end))
    if (isPart) tokens[tokens.length - 1] = { ...last, slot: 'room' }
    tokens.push({ ...token, slot: isPart ? 'sub' : slot })
    from = token.end
  }
  return tokens
}

function wordedToken(text: string, at: number): Token | undefined {
  const rest = text.slice(at)
  const match = worded.exec(rest)
  if (match) {
    const [whole, value = '', word = ''] = match
    const after = rest.slice(whole.length)
    // 2号门501 is an entrance, 小区2号门 a gate.
    if (word === '号' && /^门-?\d{3}/.test(after)) return { value: plainNumber(value), slot: 'entrance', end: at + whole.length + 1 }
    if ((word === '号' && nameAfterNumber.test(after)) || (word === '门' && after.startsWith('口')) || (word === '楼' && /^[上下梯道]/.test(after)) || isRoomBefore(word, after)) return undefined
    return { value: plainNumber(value), slot: slotOf(word), end: at + whole.length }
  }
  const name = named.exec(rest)
  return name ? { value: name[1] ?? name[3] ?? '', slot: slotOf(name[2] ?? name[4] ?? ''), end: at + name[0].length } : undefined
}

/** 501床位2: the room stands before the word, its part after it. */
const isRoomBefore = (word: string, after: string) => slotOf(word) === 'sub' && /^\d/.test(after)

/** 主卧, 甲, 东, 隔断2: a part of a room once a room is known. */
function roomPart(text: string, at: number, before: readonly Token[]): Token | undefined {
  const isInRoom = before.some(({ slot, looksLikeRoom }) => slot === 'room' || looksLikeRoom)
  const part = isInRoom ? partOfRoom.exec(text.slice(at)) : null
  return part ? { value: part[1] ?? part[2] ?? '', slot: 'sub', end: at + part[0].length } : undefined
}

/** A number without a word. */
function bareToken(text: string, at: number): Token | undefined {
  const match = bare.exec(text.slice(at))
  return match ? { value: plainNumber(match[1] ?? ''), end: at + match[0].length, looksLikeRoom: /^\d{3,4}[A-Z]?$/.test(match[1] ?? '') } : undefined
}

const order: Readonly<Record<AddressSlot, number>> = { group: 0, building: 1, entrance: 2, floor: 2, room: 3, sub: 4 }

/**
 * 号 is a building, after a building the door of a room (3幢501号) or of an entrance (3幢2号501), after a room a part of it. 座 after a
 * building is an entrance (3幢A座1201). What repeats a place or goes
 * back behind one, like a building after a room, is another address or a remark.
 */
function placeIn(slot: AddressSlot, { word, after }: { word: string, after: string }, before: readonly Token[]): AddressSlot | 'taken' {
  const isKnown = (rank: number): boolean => before.some((token) => token.slot !== undefined && order[token.slot] >= rank)
  const isInBuilding = slot === 'building' && before.some((token) => token.slot === 'building') && !isKnown(2)
  if (isInBuilding && (word === '座' || (word === '号' && /^-?\d{3,4}(?!\d)/.test(after)))) return 'entrance'
  if (word === '号' && slot === 'building' && (isKnown(1) || before.some((token) => token.slot === undefined))) return isKnown(3) ? 'sub' : 'room'
  return before.some((token) => token.slot === slot) || isKnown(order[slot] + 1) ? 'taken' : slot
}

const slots = new Map(words)
const slotOf = (word: string): AddressSlot => slots.get(word) ?? 'building'

/** Gives every token its place. */
function assign(tokens: readonly Token[]): { parts: HouseParts; buildingEnd: number } {
  const parts: HouseParts = {}
  let buildingEnd = 0
  tokens.forEach((token, index) => {
    const slot = token.slot ?? bareSlot(tokens, index, parts)
    // 3楼2单元: what looked like a floor was the building.
    if (slot === 'entrance' && parts.building === undefined && parts.floor !== undefined) {
      parts.building = parts.floor
      delete parts.floor
      buildingEnd = tokens[index - 1]?.end ?? 0
    }
    if (parts[slot] !== undefined) return
    parts[slot] = token.value
    if (slot === 'building' || slot === 'group') buildingEnd = token.end
  })
  return { parts, buildingEnd }
}

/** 3-2-501, 3-501, 301-1: the last number of three or four digits is the room, the ones before are building and entrance. */
function bareSlot(tokens: readonly Token[], index: number, parts: HouseParts): AddressSlot {
  if (parts.room !== undefined) return 'sub'
  const isLater = tokens.slice(index + 1).some(({ slot, looksLikeRoom }) => slot === 'room' || looksLikeRoom)
  if (tokens[index]?.looksLikeRoom && !isLater) return 'room'
  if (parts.entrance !== undefined || parts.floor !== undefined) return 'room'
  return parts.building === undefined ? 'building' : 'entrance'
}
