import { compact } from './text.ts'

/**
 * Unified social credit code, GB 32100-2015, 18 characters: registering department, category, 6 region, 9 organisation code
 * (GB 11714), check character. The alphabet leaves out I, O, S, V and Z.
 */
export type CreditCode = {
  code: string
  /** Registering department and category together, as in the table `creditRegistration`: 91 enterprise, 92 sole trader, 52 … */
  registration: string
  region: string
  organisationCode: string
}

export type CreditCodeFault = 'empty' | 'length' | 'characters' | 'checksum'

/** `message` is Chinese and says how to mend it. */
export type CreditCodeResult = ({ ok: true } & CreditCode) | { ok: false; fault: CreditCodeFault; message: string }

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Reads what a person typed: full-width letters, spaces, dashes and small letters are welcome. The organisation code within is
 * not checked on its own, the outer check character covers it.
 */
export function readCreditCode(text: string): CreditCodeResult {
  const code = plain(text)
  if (code === '') return refuse('empty', code)
  if (code.length !== 18) return refuse('length', code)
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return refuse('characters', code)
  if (creditCheckCharacter(code) !== code.charAt(17)) return refuse('checksum', code)
  return { ok: true, code, registration: code.slice(0, 2), region: code.slice(2, 8), organisationCode: code.slice(8, 17) }
}

export function isCreditCode(text: string): boolean {
  return readCreditCode(text).ok
}

/** Check character of the first 17 characters: 31 less the weighted sum modulo 31. */
export function creditCheckCharacter(code: string): string {
  const sum = creditWeights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code.charAt(index)), 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Organisation code, GB 11714-1997, in its nine characters without the dash; nothing when it is none. */
export function readOrganisationCode(text: string): string | undefined {
  const code = plain(text)
  return /^[0-9A-Z]{8}[0-9X]$/.test(code) && organisationCheckCharacter(code) === code.charAt(8) ? code : undefined
}

/** Check character of the first eight characters; letters count from A = 10. */
export function organisationCheckCharacter(code: string): string {
  const sum = organisationWeights.reduce((total, weight, index) => total + weight * parseInt(code.charAt(index), 36), 0)
  return '0X987654321'.charAt(sum % 11)
}

function plain(text: string): string {
  return compact(text).replace(/[-\u2010-\u2015]/g, '').toUpperCase()
}

const remedies: Record<CreditCodeFault, (code: string) => string> = {
  empty: () => '请填写统一社会信用代码。',
  length: (code) => `统一社会信用代码应为 18 位，现在是 ${code.length} 位，请对照营业执照核对。`,
  characters: () => '统一社会信用代码里不会有字母 I、O、S、V、Z，第 3 至 8 位是数字，请核对是否与 1、0、5、U、2 写混。',
  checksum: () => '末位校验码对不上，多半是抄错了一位，请对照营业执照逐位核对。',
}

function refuse(fault: CreditCodeFault, code: string): CreditCodeResult {
  return { ok: false, fault, message: remedies[fault](code) }
}
