import type { Random } from '../random.ts'

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕']
/** 「示例」「样本」「试验」 in every given name: nobody is called that. */
const middles = [...'示例样范试演设拟']
const ends = [...'一二三四五六七八九十甲乙丙丁戊己庚辛壬癸']

/** Names nobody bears, each once: 王示一, 李例甲. */
export function* names(random: Random): Generator<string, never> {
  const all = surnames.flatMap((surname) => middles.flatMap((middle) => ends.map((end) => `${surname}${middle}${end}`)))
  for (;;) yield* random.shuffled(all)
}

/** Mobile numbers that are given to nobody: 139 0000 and four digits (domain §8.18). */
export const phoneOf = (number: number): string => `1390000${String(number).padStart(4, '0')}`
