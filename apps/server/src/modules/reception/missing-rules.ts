import type { MissingPiece } from '@linli/contract'

/** A place of a community: what holds there an office's common answer does not say. */
const place = /社区|居委|党群服务|服务站|服务中心|驿站|活动室|食堂|老年大学|卫生站|文化家园|我们小区|咱们小区|我家附近|家门口/
const local = /几点|什么时候|时间|开门|关门|上班|地址|在哪|哪里|哪儿|怎么走|电话|活动|课程|报名/

const child = /孩子|小孩|宝宝|娃|儿子|女儿|孙子|孙女|外孙|小朋友|儿童/
const byAge = /上学|入学|报名|入园|托育|托班|补贴|疫苗|打针|接种|医保|体检|托管|学位|补助/
const told = /(\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(个月|岁|周岁)(半)?|刚出生|新生儿|满月|幼儿园|托班|小学|初中|高中|[一二三四五六]年级/

/** What has to be known before this can be answered. `isSure`: the knowledge has one answer to it already. */
export function missingFor(question: string, { isPlaced, isSure }: { isPlaced: boolean, isSure: boolean }): MissingPiece | undefined {
  if (!isPlaced && place.test(question) && local.test(question)) return 'community'
  if (!isSure && child.test(question) && byAge.test(question) && !told.test(question)) return 'childAge'
  return undefined
}

/** Ready answers to how old the child is, as services are divided: nurseries to three, kindergarten from three, school from six (义务教育法 art. 11; 托育机构设置标准). */
export const childAges = ['不到 3 岁', '3 到 5 岁', '6 到 11 岁', '12 到 17 岁'] as const

const digits: Record<string, number> = { 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10 }
const number = (text: string): number => (/^\d+$/.test(text) ? Number(text) : [...text].length === 2 ? (text[0] === '十' ? 10 + digits[text[1]!]! : digits[text[0]!]! * 10) : digits[text] ?? 0)

/** Whole years that are told, by number or by where the child goes. */
export function ageIn(text: string): number | undefined {
  if (/不到\s*3\s*岁|三岁以下|3\s*岁以下|个月|刚出生|新生儿|满月|托班/.test(text)) return 1
  if (/幼儿园|[小中大]班/.test(text)) return 4
  if (/小学|[一二三四五六]年级/.test(text)) return 8
  if (/初中|初[一二三]|高中|高[一二三]/.test(text)) return 14
  const age = /(\d{1,2}|[一二两三四五六七八九十]{1,2})\s*(?:周?岁|到)?/.exec(text)?.[1]
  return age === undefined ? undefined : number(age)
}

/** The question as it is asked of a child of this age, in the words services are called by. */
export function withAge(question: string, age: number): string {
  const stage = age < 3 ? '3岁以下婴幼儿' : age < 6 ? '幼儿园' : age < 12 ? '小学' : '初中'
  return `${question} ${stage}`
}

/** A question that only goes on from the last one: 那外地户口呢, 如果是孙子呢. */
export const goesOn = (text: string): boolean => /^(?:那|那么|还有|如果|要是|换成|可是|但是)/.test(text.trim())
