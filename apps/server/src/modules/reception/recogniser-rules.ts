import { answerPart, dangerIn, helpFor, type AnswerPart, type Help } from '@linli/contract'

/** What a turn of a resident wants, before any knowledge is asked. */
export type Wish =
  | { kind: 'danger', calls: Help[] }
  | { kind: 'worker' }
  | { kind: 'report', isAsked: boolean }
  | { kind: 'contacts', of: 'community' | 'grid' | 'named' }
  | { kind: 'follow', part: Exclude<AnswerPart, 'whole'> }
  | { kind: 'small', words: SmallTalk }
  | { kind: 'question' }

export type SmallTalk = 'hello' | 'thanks' | 'bye' | 'who' | 'empty'

const any = (words: string) => new RegExp(words.trim().split(/\s+/).join('|'))

const worker = any('转人工 人工客服 人工服务 真人 (?:要|找|接|转|换)个?(?:人工|真人|活人) (?:叫|让|请|找)社工(?:来|回|接|$) ^人工$ ^找社工$')

/** Said to be reported, whatever stands beside it. */
const toReport = any('我?(?:要|想|来)(?:上报|举报|反映|投诉|报修|报个) 帮我(?:上报|反映|报修|报一下) ^(?:上报|举报|投诉|报修)')
/** Something that is wrong somewhere. */
const trouble = any(`坏了 坏掉 不亮 不工作 失灵 堵了 堵住 堵塞 漏水 渗水 积水 淹了 没人(?:收|管|修|扫|清) 满了 发臭 很臭 臭得 恶臭 噪音 噪声 吵得 太吵 扰民 乱停 乱扔 乱倒 乱贴 乱堆
  占道 占用 挡住 堵着 堆(?:了|满|放|着) 脱落 掉下来 破损 破了 松动 塌陷 塌了 断了 倒了 丢了个?井盖 井盖(?:没|坏|丢|不见) 飞线 停水了 停电了 有狗 流浪 垃圾(?:成山|遍地|很多)`)
const asking = any('[?？] 吗 呢$ 怎么 咋 如何 哪里 哪儿 在哪 什么 多少 几点 能不能 可不可以 可以.*吗 是否 要不要 有没有 找谁 谁管 为什么')

/** Whom to reach, and that they are to be reached. */
const reach = any('电话 联系方式 联系(?:一下)?(?:我们|咱们|你们)?(?:的)?(?:社区|居委|网格|社工|街道|书记) (?:怎么|如何|咋|哪里|哪儿)(?:能|可以)?(?:才)?(?:能)?(?:联系|找到?|打)')
const grid = any('网格员 网格长 网格')
const community = any('社区 居委会? 社工 村委会? 党群服务 便民服务')
/** Where the office itself is not what is asked for: its knowledge answers. */
const service = any('办理 办证 开证明 证明 补贴 申请 预约 社保 医保 食堂 托育 幼儿园 医院 卫生 学校 派出所 物业 燃气 水务 供电 电力 快递 老年大学')

const small: [SmallTalk, RegExp][] = [
  ['hello', /^(?:你好|您好|在吗|在不在|有人吗|哈喽|喂|hi|hello|早上好|下午好|晚上好)+[呀啊吗]?$/i],
  ['thanks', /^(?:好的?|嗯+|行|知道了|明白了|清楚了|可以了)?[，,]?(?:谢谢|多谢|感谢|谢了|辛苦了)(?:你|您|啦|了|哈|社工)*$|^(?:好的?|嗯+|行|知道了|明白了|清楚了|ok|可以了)$/i],
  ['bye', /^(?:再见|拜拜|没有了|没事了|不用了|没别的了|bye)[了啦吧]*$/i],
  ['who', /你(?:是|叫)(?:谁|什么|机器人|真人|人吗)|是(?:机器人|真人|人工智能|ai)(?:吗|还是)/i],
]

/** What is asked about an answer that was just given. */
const follows: [Exclude<AnswerPart, 'whole'>, RegExp][] = [
  ['materials', /(?:要|需要|得|该)?(?:带|准备|提供|交|拿)(?:些)?(?:什么|啥|哪些)(?:东西|材料|证件|资料)?|(?:要|需要)?(?:什么|啥|哪些)(?:材料|证件|资料|手续)|材料|证件/],
  ['steps', /(?:怎么|如何|咋)(?:个)?(?:办|弄|申请|走)(?:法|理|呢)?|(?:什么|啥|办理)?(?:流程|步骤|手续)(?:是什么)?/],
  ['where', /(?:在|去|到|上)?(?:哪里|哪儿|哪个窗口|几号窗口|什么地方)(?:去)?(?:办|弄|交|申请)?(?:理)?|地址(?:在哪里?|是什么)?|网上(?:能|可以)(?:办|申请)/],
  ['phone', /(?:电话|号码)(?:是)?(?:多少|几号)?|打(?:给)?(?:谁(?:的)?(?:电话)?|哪个电话|什么电话)|(?:怎么|咋)联系/],
  ['source', /(?:有)?(?:什么|啥)?(?:依据|文件|政策)(?:是什么)?|(?:哪里|谁)(?:说|规定)的|(?:还)?有效(?:期)?(?:吗|到什么时候)?|靠谱吗|真的吗/],
  ['more', /(?:说|讲|写)?(?:得)?(?:再)?(?:详细|具体|清楚)(?:一?点|些|说说)?|看不懂|没看懂|不明白|展开/],
]
/** What may stand around such a question without making it another one. */
const around = /那么?|这个|这|它|呢|啊|呀|吧|吗|嘛|的话|我|要|去|还|都|请问|一下|想问|问|麻烦|你好|您好|谢谢|需要|得|具体|办|理|是|的|了|[\s，。！？,.!?]/g

/** Which part of the last answer somebody asks for; nothing where the words say something of their own. */
export function partAsked(text: string): Exclude<AnswerPart, 'whole'> | undefined {
  return follows.find(([, words]) => words.test(text) && text.replace(words, '').replace(around, '') === '')?.[0]
}

/** Letters and digits that say something. */
const meaning = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** In the order of what is at stake: danger, a person, something to report, whom to reach; then what belongs to the answer before. */
export function wishOf(text: string, { hasAnswer }: { hasAnswer: boolean }): Wish {
  const said = text.trim()
  const calls = dangerIn(said)
  if (calls.length > 0) return { kind: 'danger', calls }
  if (worker.test(said)) return { kind: 'worker' }
  if (toReport.test(said) && !/^我?(?:要|想)?(?:怎么|如何|咋|在哪)/.test(said) && !asking.test(said)) return { kind: 'report', isAsked: true }
  if (trouble.test(said) && !asking.test(said)) return { kind: 'report', isAsked: false }
  const part = hasAnswer ? partAsked(said) : undefined
  if (part) return { kind: 'follow', part }
  if (reach.test(said) && !service.test(said)) {
    if (grid.test(said)) return { kind: 'contacts', of: 'grid' }
    if (community.test(said)) return { kind: 'contacts', of: 'community' }
    if (/电话|联系/.test(said)) return { kind: 'contacts', of: 'named' }
  }
  const chat = meaning(said).length < 2 ? 'empty' : small.find(([, words]) => words.test(meaning(said)))?.[0]
  return chat ? { kind: 'small', words: chat } : { kind: 'question' }
}

/** Numbers to stand above an answer where danger is only spoken of. */
export const besideOf = (text: string): Help[] => helpFor(text)

export const isPart = (part: string): part is AnswerPart => Object.hasOwn(answerPart, part)
