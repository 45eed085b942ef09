import { normaliseIdentityNumber, parsePhone, readCreditCode, readIdentityNumber, toHalfWidth, type Day } from '@linli/standards'

/** What a text may be a part of; several may hold. */
export type Way = { by: 'number' | 'phone' | 'tail' | 'initials' | 'pinyin' | 'name' | 'tag', text: string }

/** How people are looked for: a whole number, its last four digits, pinyin or its initials, part of a name. */
export function waysOf(written: string, today: Day): Way[] {
  const text = toHalfWidth(written).replace(/\s/g, '')
  if (readIdentityNumber(text, today).ok) return [{ by: 'number', text: normaliseIdentityNumber(text) }]
  const phone = /^\d/.test(text) ? parsePhone(text) : undefined
  if (phone) return [{ by: 'phone', text: phone.number }]
  if (/^\d{3}[\dXx]$/.test(text)) return [{ by: 'tail', text: text.toUpperCase() }]
  if (/^[a-z]+$/i.test(text)) return [...(text.length <= 6 ? [{ by: 'initials', text: text.toLowerCase() } as const] : []), { by: 'pinyin', text: text.toLowerCase() }]
  return [...(/^[\u4e00-\u9fff·]{2,}$/.test(text) ? [{ by: 'name' as const, text }] : []), ...tagIn(text)]
}

/** What records are marked with is found as a whole: 志愿者, 4050人员. */
const tagIn = (text: string): { by: 'tag', text: string }[] => (/[\u4e00-\u9fff]/.test(text) && text.length >= 2 && text.length <= 20 ? [{ by: 'tag', text }] : [])

export type EnterpriseWay = { by: 'code' | 'phone' | 'initials' | 'pinyin' | 'name' | 'tag', text: string }

/** How enterprises are looked for: a credit code, a whole phone number, pinyin or its initials, part of a name. */
export function enterpriseWaysOf(written: string): EnterpriseWay[] {
  const text = toHalfWidth(written).replace(/\s/g, '')
  const code = readCreditCode(text)
  if (code.ok) return [{ by: 'code', text: code.code }]
  const phone = /^\d/.test(text) ? parsePhone(text) : undefined
  if (phone) return [{ by: 'phone', text: phone.number }]
  if (/^[a-z]+$/i.test(text)) return [{ by: 'initials', text: text.toLowerCase() }, { by: 'pinyin', text: text.toLowerCase() }]
  return /[\u4e00-\u9fff]/.test(text) ? [{ by: 'name', text }, ...tagIn(text)] : []
}

export { readDoor as doorOf } from '@linli/standards'
