import type { AnswerPart, Card as TalkCard, HandOverWhy, Help, MissingPiece } from '@linli/contract'
import { missingPiece } from '@linli/contract'
import { momentWords } from '@linli/standards'
import type { SmallTalk } from './recogniser-rules.ts'

export type Card = Extract<TalkCard, { kind: 'answer' }>['card']

/** Says first that it is a machine. */
export const greeting = (areaName: string, isPlaced: boolean): string =>
  `您好，我是${areaName}的智能客服，由程序自动回答，不是真人。请直接写下或说出想问的事；我答不上的，随时可以转人工。${isPlaced ? '' : '不同社区的安排可能不一样，需要时我会问您住在哪个社区。'}`

/** Said in a text message: short, since each letter is paid for. */
export const shortGreeting = (areaName: string): string => `您好，我是${areaName}的智能客服，程序自动回答，不是真人；找社工请回复“转人工”。`

/** Sentences that are of the page alone. */
export const tapIt = '点一下就能看到答案。'
export const seeLater = '关掉页面也能在“我的对话”里看到回复。'
export const inDanger = '如果有人正处在危险中，请马上拨打'
export const notListed = '都不是的话，请点“转人工”。'

export const smallWords: Record<SmallTalk, string> = {
  hello: '您好，请说想问的事，例如“居住证怎么办”“社区食堂几点开门”。',
  thanks: '不客气。还有想问的，随时写下来。',
  bye: '好的，再见。方便的话，请给这次对话评个分。',
  who: '我是智能客服，由程序自动回答，不是真人。要和社工说话，请点“转人工”。',
  empty: '我没有看明白，请再写具体一点，例如“老年卡怎么办”。',
}

export const offered = (isAgain: boolean): string => (isAgain ? `还是没有完全对上。您想问的是下面哪一个？${notListed}` : `您想问的是下面哪一个？${tapIt}`)

export const askedBack: Record<MissingPiece, string> = {
  community: `${missingPiece.community}各社区的安排不一样，请选一下，或直接写社区名称。`,
  childAge: `${missingPiece.childAge}不同年龄办的事不一样。`,
}

export const noSuchPlace = '没有找到这个社区，请换个写法，或从下面选。'
export const placed = (areaName: string): string => `好的，您在${areaName}。`
export const gone = '这条答案刚刚停用了，不能再给您。请点“转人工”，由社工回复您。'
export const repeated = '这个问题刚才已经答过，答案就在上面。如果没有解决，请换个说法，或点“转人工”。'
export const reportWords = (isAsked: boolean): string => (isAsked ? '好的，我已经替您写了一份上报，请点开核对地点和内容再提交。' : '这件事可以上报，由社区派人处理。我已经替您写好，请点开核对地点和内容再提交；如果只是想问问，请接着说。')
export const contactWords = (name: string): string => `${name}对外公开的联系方式：`
export const gridWords = '网格员的个人电话不对外公开。请打社区的电话，说您住在哪一幢，社区会请网格员联系您。'
export const noContact = '没有登记对外公开的电话。请点“转人工”，由社工回复您。'
export const rateIt = '请给这次回答评个分，'
export const ended = `这次对话结束了。${rateIt}没解决的可以随时再问。`
export const wordsAlone = '这里只能看懂文字。要发图片，请打开居民端“问社工”；有问题请写下来，要找社工请回复“转人工”。'
export const stillWaiting = '已经记下，社工回复时会一起看到。'

export const dangerWords = (calls: readonly Help[]): string =>
  `${inDanger} ${calls.map(({ number, name }) => `${number}（${name}）`).join('、')}。先离开危险的地方，不要独自处理。您说的情况已经同时告诉值班人员。`
export const dangerBeside = (calls: readonly Help[]): string => `如果正有人身危险，请先拨打 ${calls.map(({ number }) => number).join('、')}。`

const because: Record<HandOverWhy, string> = {
  wish: '已为您转人工', unsure: '这个问题我没有把握，不乱回答，已为您转人工', misses: '连着两次没有答上，已为您转人工', danger: '值班人员已经收到提醒', photos: '图片要由社工来看，已为您转人工',
}

/** What happens now that a person was called: at once, or when the office opens. */
export const handedOver = (why: HandOverWhy, opensAt: Date | null): string =>
  `${because[why]}，您说过的话社工都能看到，不用重说。${opensAt ? `现在不是上班时间，社工会在 ${momentWords(opensAt)} 上班后回复，您的问题已经留好；${seeLater}` : `社工会尽快回复，请稍等；${seeLater}`}`

const listed = (lines: readonly string[]): string => lines.map((line, at) => `${at + 1}. ${line}`).join('\n')
const entryName = { window: '窗口', phone: '电话', link: '网址', app: '网上办理' } as const

/** What the answer says of one thing; that it says nothing is said too. */
export function partOf(card: Card, part: Exclude<AnswerPart, 'whole'>): string {
  const of = `“${card.question}”`
  switch (part) {
    case 'materials': return card.materials.length > 0 ? `${of}要带的材料：\n${listed(card.materials)}` : `${of}的答案里没有写要带什么材料，去之前请先${card.phone ? `打 ${card.phone} 问一下` : '问一下社区'}。`
    case 'steps': return card.steps.length > 0 ? `${of}这样办：\n${listed(card.steps)}` : `${of}：${card.answerLong || card.answerShort}`
    case 'where': return card.entry.length > 0 ? `${of}在这里办：\n${listed(card.entry.map(({ kind, text }) => `${entryName[kind]}：${text}`))}` : `${of}的答案里没有写在哪里办${card.phone ? `，请打 ${card.phone} 问一下` : '，请点“转人工”'}。`
    case 'phone': return card.phone ? `${of}的咨询电话：${card.phone}` : `${of}的答案里没有写电话，请点“转人工”。`
    case 'source': return `${of}的${card.source ? `依据：${card.source.title}${card.source.date ? `（${card.source.date}）` : ''}` : '答案没有写依据'}；${card.validTo ? `有效期到 ${card.validTo}` : '没有写截止日期'}${card.isUnchecked ? '；待核实，以社区答复为准' : ''}。`
    case 'more': return card.answerLong || card.answerShort
  }
}
