export type Help = { number: string, name: string }

/** Any of the words, which may be patterns. */
const any = (words: string) => new RegExp(words.trim().split(/\s+/).join('|'))

/** What people write when somebody may be in danger, and who comes then. Too many hits are better than one too few. */
const table: readonly (Help & { words: RegExp })[] = [
  {
    number: '119', name: '火警',
    words: any(`着火 起火 失火 火灾 火情 烧起来 烧着了 火光 冒烟 浓烟 爆炸 煤气 燃气 天然气 液化气 漏气
      被困 困在 困人 困住 关在电梯 坍塌 倒塌 溺水 落水 掉[进到]?[河水井]`),
  },
  {
    number: '110', name: '报警',
    words: any(`打架 打人 被打 斗殴 动手 持刀 拿刀 砍人 行凶 抢劫 小偷 偷东西 入室 家暴 绑架 威胁 走失 失踪 走丢 自杀 轻生 割腕 跳楼 跳河
      (?:老人|老伴|孩子|小孩|爸|妈|爷爷|奶奶)[^，。！]{0,6}(?:不见|找不到|丢了)`),
  },
  {
    number: '120', name: '急救',
    words: any(`晕倒 昏迷 昏倒 晕过去 摔倒 摔伤 叫不醒 流血 吐血 受伤 撞伤 砸伤 中毒 触电 抽搐 抽筋 呼吸困难 没有呼吸 没气了 喘不[上过]
      心脏病 心梗 中风 不省人事 溺水 自杀 轻生 割腕 跳楼 爆炸 坍塌 (?:人|孩子|大爷|大妈|阿姨|爷爷|奶奶)倒在`),
  },
]

/** Whom to call before writing on. */
export const helpFor = (text: string): Help[] => table.filter(({ words }) => words.test(text)).map(({ number, name }) => ({ number, name }))
