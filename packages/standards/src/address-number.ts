/** Numbers as addresses write them: 3, 03, A, 12B, 三, 十二, 廿三, 五〇一, 负一, 甲. */

export const numeral = '零〇一二两三四五六七八九十百廿卅'

/** One number of an address, as regular-expression source without groups. */
export const numberPattern = `(?:(?:负|地下)(?:\\d{1,2}|[${numeral}]{1,2})|\\d{1,5}[A-Z]?|[${numeral}]{1,5}|[A-Z]\\d{0,4})`

const numerals = new RegExp(`^[${numeral}]+$`)
const inNumber = new RegExp(`(?:[\\d${numeral}负]|地下)$`)

/** One form for one number: Arabic digits without leading zeros, capitals, B1 for what is under ground; 甲 and 东 stay. */
export function plainNumber(text: string): string {
  const match = /^(负|地下)?(.*)$/.exec(text)
  const body = match?.[2] ?? ''
  const digits = numerals.test(body) ? fromNumerals(body) : body.replace(/^0+(?=\d)/, '')
  return match?.[1] ? `B${digits}` : digits
}

/** Can a number begin after these characters? Not in the middle of one: 0三, 负501. */
export function isNumberBoundary(before: string): boolean {
  return !inNumber.test(before)
}

/** 五〇一 digit by digit, 十二, 廿三 and 一百零三 by place. */
export function fromNumerals(written: string): string {
  const text = written.replace(/廿/g, '二十').replace(/卅/g, '三十')
  if (!/[十百]/.test(text)) return text.split('').map(digitOf).join('').replace(/^0+(?=\d)/, '')
  let total = 0
  let digit = 0
  for (const char of text.split('')) {
    if (char === '百' || char === '十') {
      total += (digit || 1) * (char === '百' ? 100 : 10)
      digit = 0
    } else digit = Number(digitOf(char))
  }
  return String(total + digit)
}

function digitOf(char: string): string {
  if (char === '两') return '2'
  return char === '〇' ? '0' : String(numeral.replace(/[〇两]/g, '').indexOf(char))
}
