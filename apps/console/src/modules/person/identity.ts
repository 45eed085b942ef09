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
