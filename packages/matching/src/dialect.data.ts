/** How people say it, and how it is written: Wu, Cantonese, Sichuan and north-eastern words met in messages to communities, and what voice recognition makes of them. Longer ones first. */
export const dialect: readonly (readonly [RegExp, string])[] = [
  [/哪能介|哪能|哪介|哪个办|咋个|咋样|点样|咋/g, '怎么'], [/如何|怎么样|怎样/g, '怎么'],
  [/为啥|做啥|干啥|点解|咋回事/g, '为什么'], [/啥辰光|几时|啥时候|什么辰光/g, '什么时候'], [/啥地方|啥场化|哪块|哪搭|哪旮旯|边度|哪儿/g, '哪里'],
  [/啥子|啥|乜嘢|乜|甚么|什麽/g, '什么'],
  [/阿拉|俺们|俺|咱们|咱|偶/g, '我'], [/侬|恁/g, '你'], [/伊拉/g, '他们'],
  [/勿|冇得|冇|木有|没得|唔/g, '不'],
  [/小囡|囡囡|囡|娃娃|娃儿|崽崽|小人(?!物)|细路|小朋友|小孩子/g, '孩子'],
  [/屋里厢|屋里头|屋里向|屋里|屋头|屋企/g, '家里'],
  [/老爷子|老太太|老头子|老头儿|老头|老太|老爸老妈|爸妈/g, '老人'],
  [/坏脱了|坏脱|坏掉了|歇菜/g, '坏了'], [/搞丢|弄丢|落脱/g, '丢了'],
  [/整(?=[个张下]|不)|搞(?=[个张下定]|不)|弄(?=[个张下]|不|吗)/g, '办'],
  [/哉|嘞|呗|噻|嗦|呐|哟|呦|伐|哇(?=$)|咯|啵/g, ''],
]

/** Words of politeness and of speaking, which stand for nothing that is asked. */
export const politeness = /你好|您好|请问一下|请问|麻烦问一下|麻烦问下|麻烦|问一下|问下|想问问|想问|咨询一下|咨询|谢谢|劳驾|打扰了|打扰|大家好|哈喽|在吗|同志|师傅|那个|这个嘛/g
