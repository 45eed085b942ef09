/** What can be looked up in a text word for word: addresses of the network, phones, days, times, amounts, counts, each in one way of writing. */
export function factsOf(text: string): string[] {
  const found: string[] = []
  kinds.reduce((rest, [form, of]) => rest.replace(form, (...match: unknown[]) => {
    found.push(of(match as string[]))
    return '　'
  }), plain(text))
  return found
}

const digits = '零一二三四五六七八九'
/** 十五个 is 15个, 两 is 2, ２ is 2: how it is written says nothing. Numbers up to 9999; beyond they are written in digits. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/(?<=\d),(?=\d{3}(?!\d))/g, '').replace(/(?<!第)[零〇一二两三四五六七八九十百千]+(?=\s*(?:个|工作日|自然日|小时|分钟|天|日|号|周|月|年|周?岁|元|块|角|万|%|折|点|时|次|份|张|本|套|人|户|楼|层|室|寸|页|米|公里|平))/g, (numeral) => String(valueOf(numeral)))
}

function valueOf(written: string): number | string {
  if (!/[十百千]/.test(written)) return [...written].map((one) => one === '两' ? 2 : one === '〇' ? 0 : digits.indexOf(one)).join('')
  let [whole, last] = [0, 0]
  for (const one of written) {
    const times = { 十: 10, 百: 100, 千: 1000 }[one]
    if (times === undefined) last = one === '两' ? 2 : Math.max(0, digits.indexOf(one))
    else {
      whole += (last || 1) * times
      last = 0
    }
  }
  return whole + last
}

const two = (text: string | undefined) => (text ?? '0').padStart(2, '0')
/** Units that mean the same. */
const same: Record<string, string> = { 日: '天', 号: '天', 自然日: '天', 块: '元', 块钱: '元', 元钱: '元', 周岁: '岁', 钟头: '小时', 星期: '周', 礼拜: '周' }
/** Of months the word 个 says that they are counted, and not which. */
const unitOf = (counted: string): string => {
  const bare = counted === '个月' ? counted : counted.replace(/^个/, '')
  return same[bare] ?? bare
}
const unit = '个?(?:工作日|自然日|小时|钟头|分钟|星期|礼拜|天|日|号|周岁|周|月|年|岁|万元|元钱?|块钱?|角|万|%|折|次|份|张|本|套|人|户|楼|层|室|寸|页|公里|米|平方米|平)?'

const kinds: readonly (readonly [RegExp, (match: string[]) => string])[] = [
  [/(?:https?:\/\/|www\.)[^\s，。；、）)〕\]]+/gi, ([whole]) => whole!.toLowerCase().replace(/[./]+$/, '')],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, ([whole]) => whole!.toLowerCase()],
  [/(?<![\w.])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:cn|com|net|org|gov|edu)(?:\/[\w./-]*)?/gi, ([whole]) => whole!.toLowerCase()],
  [/(?:(\d{4})\s*年\s*)(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号])?|(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/g, ([, year, month, day, year2, month2, day2]) => `day ${year ?? year2}-${two(month ?? month2)}${day ?? day2 ? `-${two(day ?? day2)}` : ''}`],
  [/(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g, ([, month, day]) => `day ${two(month)}-${two(day)}`],
  [/(\d{1,2})\s*[:：]\s*(\d{2})/g, ([, hour, minute]) => `time ${Number(hour)}:${minute}`],
  [/(\d{1,2})\s*[点时](?!间)(半|\d{1,2}分?)?/g, ([, hour, minute]) => `time ${Number(hour)}:${minute === undefined ? '00' : minute === '半' ? '30' : two(minute.replace('分', ''))}`],
  [/(?<!\d)\(?0\d{2,3}\)?[\s-]?\d{7,8}(?:-\d{1,5})?|(?<!\d)1\d{2}[\s-]?\d{4}[\s-]?\d{4}(?!\d)|(?<!\d)[48]00[\s-]?\d{3}[\s-]?\d{4}(?!\d)/g, ([whole]) => whole!.replace(/\D/g, '')],
  [new RegExp(`(?<!第)(\\d+(?:\\.\\d+)?)\\s*(${unit})`, 'g'), ([, value, of = '']) => `${value!.replace(/^0+(?=\d)/, '')} ${unitOf(of)}`.trim()],
]
