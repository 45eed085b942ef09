import { compact } from './text.ts'

/** A telephone number in its one normal writing: `13800001234`, `0571-88001234`, `0571-88001234-801`, `88001234`. */
export type Phone = { kind: 'mobile' | 'landline'; number: string }

/** Mainland mobile number (工信部 numbering plan): 11 digits from 13 to 19. */
export const mobilePattern = /^1[3-9]\d{9}$/

/** Area code (three digits for 010 and 02x, else four), seven or eight digits, extension. */
const landlinePattern = /^(?:(010|02\d|0[3-9]\d{2})-?)?([2-9]\d{6,7})(?:-(\d{1,6}))?$/

/** Any writing to the normal one: full-width digits, spaces, dashes, brackets, +86, 0086, 转. Nothing when it is no number. */
export function parsePhone(text: string): Phone | undefined {
  // Most are written so already, a hundred thousand in one file.
  if (mobilePattern.test(text)) return { kind: 'mobile', number: text }
  const bare = withoutCountry(plain(text))
  const digits = bare.replace(/-/g, '')
  if (mobilePattern.test(digits)) return { kind: 'mobile', number: digits }
  if (/^01[3-9]\d{9}$/.test(digits)) return { kind: 'mobile', number: digits.slice(1) }
  const match = landlinePattern.exec(bare) ?? landlinePattern.exec(rejoined(bare))
  if (!match) return undefined
  const [, area, local = '', extension] = match
  return { kind: 'landline', number: [area, local, extension].filter(Boolean).join('-') }
}

/** The 11 digits of a mobile number in any writing; nothing for everything else. */
export function normaliseMobile(text: string): string | undefined {
  const phone = parsePhone(text)
  return phone?.kind === 'mobile' ? phone.number : undefined
}

/** Strict: already normal. Use `normaliseMobile` for what a person typed. */
export function isMobile(text: string): boolean {
  return mobilePattern.test(text)
}

function plain(text: string): string {
  return compact(text)
    .replace(/[\u2010-\u2015\u2212_\u30fc]/g, '-')
    .replace(/[()[\].]/g, (char) => (char === '.' ? '' : '-'))
    .replace(/(?:转|ext\.?|#)/i, '-')
    .replace(/-+/g, '-')
    .replace(/^-|-$/g, '')
}

/** Abroad the leading 0 of the area code is dropped (+86 571 …), so it is put back. */
function withoutCountry(text: string): string {
  const match = /^(?:\+-?86|0086|86(?=-?1[3-9]\d{9}$))-?(.*)$/.exec(text)
  if (!match) return text
  const rest = match[1] ?? ''
  return /^[01]/.test(rest) && !/^10-?\d{8}(?:-|$)/.test(rest) ? rest : `0${rest}`
}

/** `0571-8800-1234` and `010-8800-1234-801` have one dash too many inside the local number. */
function rejoined(text: string): string {
  return text.replace(/^(0\d{2,3}-)?(\d{3,4})-(\d{4})(-\d{1,6})?$/, '$1$2$3$4')
}
