/** Whom to call, and how they are called there. */
export interface Help { readonly number: string, readonly name: string }

/** Any of the words, which may be patterns. */
const any = (words: string) => new RegExp(words.trim().split(/\s+/).join('|'))

/**
 * What people write when somebody may be in danger, and who comes then; the report page and 问社工 read the same table. Too many hits are better than one too few: the numbers stand beside what
 * is asked. `grave` says that somebody is in danger now: who asks such a thing is given the numbers at once, and the people on duty hear of it. 12356 is the national line for mental health.
 */
const table: readonly (Help & { words: RegExp, grave: RegExp })[] = [
  {
    number: '119', name: '火警',
    words: any(`着火 起火 失火 火灾 火情 烧起来 烧着了 火光 冒烟 浓烟 爆炸 煤气 燃气 天然气 液化气 漏气
      被困 困在 人困 困人 困住 关在电梯 坍塌 倒塌 溺水 落水 掉[进到]?[河水井]`),
    grave: any(`着火了? 起火了? 失火了? 烧起来 烧着了 火光 冒浓?烟 浓烟 爆炸 (?:煤气|燃气|天然气|液化气)(?:的?味|泄[漏露]|漏) 漏气 被困 困在 人困 困人 困住 关在电梯 坍塌 倒塌 溺水 落水 掉[进到]?[河水井]`),
  },
  {
    number: '110', name: '报警',
    words: any(`打架 打人 被打 斗殴 动手 持刀 拿刀 砍人 行凶 抢劫 小偷 偷东西 入室 家暴 家庭暴力 绑架 威胁 走失 失踪 走丢 自杀 轻生 割腕 跳楼 跳河 不想活 活不下去
      (?:老公|老婆|丈夫|妻子|爸|妈|儿子|女婿)[^，。！]{0,4}打我 (?:老人|老伴|孩子|小孩|爸|妈|爷爷|奶奶)[^，。！]{0,6}(?:不见|找不到|丢了)`),
    grave: any(`打架 被打 斗殴 持刀 拿刀 砍人 行凶 抢劫 入室 家暴 家庭暴力 绑架 走失 失踪 走丢 自杀 轻生 割腕 跳楼 跳河 不想活 活不下去
      (?:老公|老婆|丈夫|妻子|爸|妈|儿子|女婿)[^，。！]{0,4}打我 (?:老人|老伴|孩子|小孩|爸|妈|爷爷|奶奶)[^，。！]{0,6}(?:不见|找不到|丢了)`),
  },
  {
    number: '120', name: '急救',
    words: any(`晕倒 昏迷 昏倒 晕过去 摔倒 摔伤 叫不醒 流血 吐血 受伤 撞伤 砸伤 中毒 触电 抽搐 抽筋 呼吸困难 没有呼吸 没气了 喘不[上过]
      心脏病 心梗 中风 不省人事 溺水 自杀 轻生 割腕 跳楼 爆炸 坍塌 (?:人|孩子|大爷|大妈|阿姨|爷爷|奶奶)倒在`),
    grave: any(`晕倒 昏迷 昏倒 晕过去 叫不醒 流血不止 大出血 吐血 中毒 触电 抽搐 呼吸困难 没有呼吸 没气了 喘不[上过] 心梗 不省人事 溺水 自杀 割腕 跳楼 爆炸 坍塌 (?:人|孩子|大爷|大妈|阿姨|爷爷|奶奶)倒在`),
  },
  { number: '12356', name: '心理援助热线', words: any('自杀 轻生 割腕 跳楼 跳河 不想活 活不下去'), grave: any('自杀 轻生 割腕 跳楼 跳河 不想活 活不下去') },
]

const named = (rows: readonly Help[]): Help[] => rows.map(({ number, name }) => ({ number, name }))

/** Whom to call before writing on. */
export const helpFor = (text: string): Help[] => named(table.filter(({ words }) => words.test(text)))

/** What is asked of a service, a rule or a course about such a thing, and not told of now. */
const onlyAbout = any(`怎么(?:办理|申请|申领|领|报销|开户|缴|交|预约|预防|防范) 如何(?:办理|申请|预防|防范|报销) (?:办理|申请|领取?|报销|开户|缴)(?:什么|哪些|需要|要|的|条件|流程) 补[贴助] 保险 理赔 演练 培训 讲座 宣传 知识 手环 报名 法律援助 保护令 检查 安检 复印 志愿`)
const never = any('自杀 轻生 割腕 跳楼 跳河 不想活 活不下去 (?:着火|起火|失火)了')

/** Whom to call at once, because somebody is in danger now; nobody where such a thing is only asked about. */
export const dangerIn = (text: string): Help[] => (onlyAbout.test(text) && !never.test(text) ? [] : named(table.filter(({ grave }) => grave.test(text))))
