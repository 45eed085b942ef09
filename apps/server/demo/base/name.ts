import type { Random } from '../random.ts'

/** Surnames as common as they are, the frequent first; 曾 and 单 are read otherwise as surnames. */
const surnames: readonly (readonly [string, number])[] = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑谢罗梁宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤单', '欧阳', '上官', '司徒',
].map((surname, rank) => [surname, 1 / (rank + 8)] as const)
/** 「示例」「样本」「试验」「虚拟」 in every given name: nobody is called that. */
const middles = [...'示例样试设拟']
export const ends = [...'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥春夏秋冬东南西北金木水火土日月星梅兰竹菊山河']
const foreign: readonly (readonly [string, string])[] = [['安娜', 'ANNA'], ['约翰', 'JOHN'], ['玛丽', 'MARY'], ['彼得', 'PETER'], ['露西', 'LUCY'], ['保罗', 'PAUL'], ['卡尔', 'KARL'], ['索菲', 'SOPHIE']]

export const surnameOf = (random: Random): string => random.weighted(surnames)
export const givenName = (random: Random): string => random.pick(middles) + random.pick(ends)

/** 示例·安娜, SHILI ANNA: a name for somebody from abroad. */
export function foreignName(random: Random): { name: string, foreignName: string } {
  const [word, letters] = random.pick(foreign)
  const end = random.pick(ends)
  return { name: `示例·${word}${end}`, foreignName: `SHILI ${letters}` }
}

/** Mobile numbers that are given to nobody, 1xx 0000 xxxx (domain §8.18), each once; 139 belongs to those who sign in. */
export function* phones(): Generator<string, never> {
  const heads = ['130', '131', '132', '133', '135', '136', '137', '138', '150', '151', '152', '157', '158', '159', '180', '181', '182', '187', '188', '189']
  const all = heads.length * 10_000
  for (let at = 0; ; at += 1) {
    const number = (at * 77_773) % all
    yield `${heads[number % heads.length]}0000${String(Math.floor(number / heads.length)).padStart(4, '0')}`
  }
}
