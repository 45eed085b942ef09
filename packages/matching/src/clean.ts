import { Converter } from 'opencc-js/t2cn'
import { dialect, politeness } from './dialect.data.ts'

const simplified = Converter({ from: 't', to: 'cn' })

const digits = '零一二三四五六七八九'
/** 八十 is 80 and 三十五 is 35: ages and terms are written both ways. */
const inDigits = (text: string): string => text.replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (whole, tens?: string, ones?: string) => (tens === undefined && ones === undefined ? whole : String((tens === undefined ? 1 : digits.indexOf(tens)) * 10 + (ones === undefined ? 0 : digits.indexOf(ones)))))

/** A text as it is compared: one width, one case, simplified, without what is only polite, as it would be written; what is neither a character, a letter nor a digit is a space. */
export function cleaned(text: string): string {
  const plain = simplified(text.normalize('NFKC').toLowerCase()).replace(politeness, '')
  const written = dialect.reduce((so, [said, meant]) => so.replace(said, meant), plain)
  return inDigits(written).replace(/[^\p{Script=Han}a-z0-9]+/gu, ' ').trim()
}

/** The characters of a cleaned text; letters and digits that stand together are one. */
export const partsOf = (text: string): string[][] => text.split(' ').map((part) => part.match(/[a-z]+|\d+|\p{Script=Han}/gu) ?? [])
