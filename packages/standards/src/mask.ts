import { scanAddress } from './address.ts'
import { parsePhone } from './phone.ts'
import { compact, toHalfWidth } from './text.ts'

/**
 * What a list shows of a sensitive value (个人信息保护法 §51 去标识化; the common practice of government platforms).
 * A mask reveals nothing beyond the characters named in each docstring; what it does not recognise, it hides whole.
 */

/** Surnames of two characters still in use; 百家姓 and the 2020 name report of the Ministry of Public Security. */
const compoundSurnames =
  '欧阳 上官 司马 诸葛 司徒 皇甫 尉迟 公孙 慕容 令狐 夏侯 东方 宇文 长孙 司空 轩辕 端木 独孤 南宫 申屠 钟离 闾丘 澹台 淳于 单于 太叔 公冶 公羊 赫连 濮阳 呼延 鲜于 拓跋 百里 东郭 西门 南门 宗政 闻人 万俟 乐正 梁丘 左丘 谷梁 公西 漆雕 壤驷 夹谷 宰父 微生 段干 第五'.split(' ')

/** Surname and one star for each further character: 张*, 欧阳*. Names in letters or with a dot: first character and `**`. */
export function maskName(name: string): string {
  const characters = Array.from(compact(name))
  if (characters.length < 2) return characters.map(() => '*').join('')
  if (!characters.every(isHan)) return `${characters[0]}**`
  const isCompound = characters.length > 2 && compoundSurnames.includes(characters.slice(0, 2).join(''))
  const shown = isCompound ? 2 : 1
  return characters.slice(0, shown).join('') + stars(characters.length - shown)
}

/** Mobile: first three and last four digits, 138****1234. Landline: area code and last two, 0571-******34. */
export function maskPhone(phone: string): string {
  const parsed = parsePhone(phone)
  if (!parsed) return stars(compact(phone).length)
  if (parsed.kind === 'mobile') return `${parsed.number.slice(0, 3)}****${parsed.number.slice(-4)}`
  const [area, local = ''] = parsed.number.startsWith('0') ? parsed.number.split('-') : [undefined, parsed.number.split('-')[0]]
  return (area === undefined ? '' : `${area}-`) + stars(local.length - 2) + local.slice(-2)
}

/**
 * Identity number, 15 or 18 characters: first three and last four, 330***********1234. Other certificates (passport, permit):
 * the last four of twelve or more characters, the last two of six or more, nothing of shorter ones.
 */
export function maskIdentityNumber(number: string): string {
  const plain = compact(number)
  if (/^(?:\d{15}|\d{17}[\dXx])$/.test(plain)) return plain.slice(0, 3) + stars(plain.length - 7) + plain.slice(-4).toUpperCase()
  return tail(plain, plain.length >= 12 ? 4 : plain.length >= 6 ? 2 : 0)
}

/** Seven digits or more, whatever people write between them that is no word. */
const writtenNumber = /\+?[0-9](?:(?:[^0-9A-Za-z\u3400-\u9fff]|转|ext)*[0-9]){6,}(?:[\s-]*x)?/gi

/**
 * Free text with every number in it that may be a person's masked as above: phones, and what has eleven digits or seven together. The end of a number,
 * a door (12-3-1501) and a day stay.
 */
export function maskNumbers(text: string): string {
  return toHalfWidth(text).replace(writtenNumber, (written) => {
    if (parsePhone(written)) return maskPhone(written)
    const number = written.replace(/[^0-9x]/gi, '')
    return number.length >= 11 || /[0-9]{7}/.test(written) ? maskIdentityNumber(number) : written
  })
}

/** An id, an area, a moment or a network address: long enough for a number, and none of a person. */
const noNumber = /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\/[\w/]*|\d{4}-\d\d-\d\d(?:T[\d:.+-]+Z?)?|\d{1,3}(?:\.\d{1,3}){3})$/i

/** What somebody asked with, as it may be kept: numbers masked wherever they were typed, of `values` that were written of somebody the names of the fields alone; marks of a page (`after`) stay. */
export function maskWithin(asked: unknown, name = ''): unknown {
  if (typeof asked === 'string') return name === 'after' || noNumber.test(asked) ? asked : maskNumbers(asked)
  if (Array.isArray(asked)) return asked.map((one) => maskWithin(one, name))
  if (asked === null || typeof asked !== 'object') return asked
  if (name === 'values') return Object.keys(asked)
  const kept: Record<string, unknown> = {}
  for (const key of Object.keys(asked)) kept[key] = maskWithin((asked as Record<string, unknown>)[key], key)
  return kept
}

/** Bank card or account: last four digits; nothing of one shorter than twelve. */
export function maskBankCard(number: string): string {
  const plain = compact(number).replace(/-/g, '')
  return tail(plain, plain.length >= 12 ? 4 : 0)
}

/**
 * Keeps road, door number, estate and building, hides entrance, floor, room and everything after: 云禾里3幢***. A village house
 * is a household of its own, so its number is hidden too: 柳浜村***.
 */
export function maskAddress(address: string): string {
  const { text, shown } = scanAddress(address)
  return shown === text.length ? text : `${text.slice(0, shown)}***`
}

/** The end of a number of letters and digits; anything else is no number and is hidden whole. */
function tail(text: string, wanted: number): string {
  const shown = /^[0-9A-Za-z]*$/.test(text) ? wanted : 0
  return stars(text.length - shown) + (shown === 0 ? '' : text.slice(-shown).toUpperCase())
}

function stars(count: number): string {
  return '*'.repeat(Math.max(0, count))
}

function isHan(char: string): boolean {
  return /^[\u3400-\u9fff\uf900-\ufaff]$/.test(char) || char.length === 2
}
