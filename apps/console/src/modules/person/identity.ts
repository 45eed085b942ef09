import { ageAt, readIdentityNumber } from '@linli/standards/identity-number'

/** What a citizen's number tells while it is typed: sex and date of birth (GB 11643). Undefined until the number is whole and right. */
export function toldBy(number: unknown, certificate: unknown, today: string): { sex: '1' | '2', birth: string, words: string } | undefined {
  if (typeof number !== 'string' || (certificate ?? '111') !== '111') return undefined
  const read = readIdentityNumber(number, today)
  if (!read.ok) return undefined
  const sex = read.sex
  return { sex, birth: read.birthDate, words: `${sex === '1' ? '男' : '女'}，${read.birthDate}，${ageAt(read.birthDate, today)} 岁` }
}

/** What is asked of the find box while somebody is entered: a whole number or telephone, or a name of two characters. */
export function askedWhile({ certificateNumber, phone, name }: Record<string, unknown>, today: string): string[] {
  const text = (value: unknown) => typeof value === 'string' ? value.replace(/\s/g, '') : ''
  return [
    ...(readIdentityNumber(text(certificateNumber), today).ok ? [text(certificateNumber)] : []),
    ...(/^1\d{10}$/.test(text(phone)) ? [text(phone)] : []),
    ...(/^[\u4e00-\u9fff·]{2,}$/.test(text(name)) ? [text(name)] : []),
  ]
}

/** What is compared while somebody is entered, as far as it is whole; nothing as long as there is neither a name nor a number. */
export function askedOf({ certificateNumber, certificate, phone, name, birth }: Record<string, unknown>, today: string): { name?: string, certificateNumber?: string, phone?: string, birth?: string } {
  const text = (value: unknown) => typeof value === 'string' ? value.replace(/\s/g, '') : ''
  const isNumber = (certificate ?? '111') === '111' && readIdentityNumber(text(certificateNumber), today).ok
  const isName = text(name).length >= 2
  return isName || isNumber ? { ...(isName && { name: text(name) }), ...(isNumber && { certificateNumber: text(certificateNumber) }), ...(/^1\d{10}$/.test(text(phone)) && { phone: text(phone) }), ...(/^\d{4}-\d{2}-\d{2}$/.test(text(birth)) && { birth: text(birth) }) } : {}
}
