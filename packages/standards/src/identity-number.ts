import { isDay, type Day } from './day.ts'
import { provincePrefixes } from './region-code.ts'
import { compact } from './text.ts'

/**
 * Citizen identity number, GB 11643-1999: 6 region + 8 date of birth + 3 sequence (odd male, even female) + check character by
 * ISO 7064 MOD 11-2. The residence permit of Hong Kong, Macao and Taiwan residents has the same shape with 810000, 820000 or
 * 830000 for a region, the foreigner's permanent residence card of 2023 begins with 9 (date and check in the same places).
 */
export type IdentityKind = 'resident' | 'hkMacaoTaiwanPermit' | 'foreignerPermit'

export type IdentityNumber = {
  /** Always 18 characters; a number of 15 digits has been lengthened. */
  number: string
  kind: IdentityKind
  /** First six digits. They tell where the number was first given, not where the person lives. */
  region: string
  birthDate: Day
  /** GB/T 2261.1: 1 male, 2 female. */
  sex: '1' | '2'
}

export type IdentityFault = 'empty' | 'length' | 'characters' | 'region' | 'date' | 'tooOld' | 'future' | 'checksum'

/** `message` is Chinese and says how to mend it. */
export type IdentityResult = ({ ok: true } & IdentityNumber) | { ok: false; fault: IdentityFault; message: string }

/** Reads what a person typed: full-width digits, spaces, a small x and the old 15 digits are welcome. `today` bounds the birth. */
export function readIdentityNumber(text: string, today: Day): IdentityResult {
  const typed = normaliseIdentityNumber(text)
  const fault = shapeFault(typed)
  if (fault) return refuse(fault, typed)
  const number = typed.length === 15 ? lengthenIdentityNumber(typed) : typed
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  const kind = kindOf(number)
  if (!kind) return refuse('region', number)
  if (!isDay(birthDate)) return refuse('date', number)
  if (birthDate < '1900-01-01') return refuse('tooOld', number)
  if (birthDate > today) return refuse('future', number)
  if (identityCheckCharacter(number) !== number.charAt(17)) return refuse('checksum', number)
  return { ok: true, number, kind, region: number.slice(0, 6), birthDate, sex: Number(number.charAt(16)) % 2 === 1 ? '1' : '2' }
}

export function isIdentityNumber(text: string, today: Day): boolean {
  return readIdentityNumber(text, today).ok
}

/** Half-width, without spaces and dashes, capital X. What is stored and what a blind index is made of. */
export function normaliseIdentityNumber(text: string): string {
  return compact(text).replace(/[-\u2010-\u2015]/g, '').toUpperCase()
}

/** The old 15 digits (before 1999-10-01) to 18: `19` before the year, check character after. Throws RangeError. */
export function lengthenIdentityNumber(short: string): string {
  if (!/^\d{15}$/.test(short)) throw new RangeError('not an identity number of 15 digits')
  const body = `${short.slice(0, 6)}19${short.slice(6)}`
  return body + identityCheckCharacter(body)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Check character of the first 17 digits, ISO 7064 MOD 11-2. */
export function identityCheckCharacter(digits: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits.charAt(index)), 0)
  return '10X98765432'.charAt(sum % 11)
}

/** A complete number from its parts; `sequence` 1–999, odd for a man. Throws RangeError. */
export function makeIdentityNumber(region: string, birthDate: Day, sequence: number): string {
  if (!/^\d{6}$/.test(region) || !isDay(birthDate) || !(sequence >= 1 && sequence <= 999)) throw new RangeError('not the parts of an identity number')
  const body = region + birthDate.replace(/-/g, '') + `00${sequence}`.slice(-3)
  return body + identityCheckCharacter(body)
}

/** Completed years of age on a day (周岁). Born on 29 February, one is a year older on 1 March of a common year. */
export function ageAt(birthDate: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

function shapeFault(typed: string): IdentityFault | undefined {
  if (typed === '') return 'empty'
  if (typed.length !== 15 && typed.length !== 18) return 'length'
  return /^(?:\d{15}|\d{17}[\dX])$/.test(typed) ? undefined : 'characters'
}

function kindOf(number: string): IdentityKind | undefined {
  if (number.startsWith('9')) return 'foreignerPermit'
  if (/^8[123]/.test(number)) return number.slice(2, 6) === '0000' ? 'hkMacaoTaiwanPermit' : undefined
  return provincePrefixes.includes(number.slice(0, 2)) ? 'resident' : undefined
}

const remedies: Record<IdentityFault, (number: string) => string> = {
  empty: () => '请填写证件号码。',
  length: (number) => `身份证号码应为 18 位，现在是 ${number.length} 位，请核对是否漏写或多写。`,
  characters: () => '身份证号码只能是数字，末位可以是 X，请核对是否把字母 O、I 写成了 0、1。',
  region: (number) => /^8[123]/.test(number)
    ? '港澳台居民居住证号码应以 810000、820000 或 830000 开头，请核对前 6 位。'
    : `开头两位“${number.slice(0, 2)}”不是任何省份的代码，请核对前 6 位。`,
  date: (number) => `第 7 至 14 位“${number.slice(6, 14)}”不是真实的日期，请对照证件上的出生日期核对。`,
  tooOld: (number) => `出生日期“${number.slice(6, 14)}”早于 1900 年，请核对第 7 至 14 位。`,
  future: (number) => `出生日期“${number.slice(6, 14)}”晚于今天，请核对第 7 至 14 位。`,
  checksum: () => '末位校验码对不上，多半是抄错了一位或相邻两位写反了，请对照证件逐位核对。',
}

function refuse(fault: IdentityFault, number: string): IdentityResult {
  return { ok: false, fault, message: remedies[fault](number) }
}
