import { eventStatus, returnReason, requestKind, type EventStatus, type NoticeKind, type RequestKind, type ReturnReason } from '@linli/contract'
import { momentWords } from '@linli/standards'

/** What the sentence of a notice is made of. `by` is a colleague; who reported is never among it. */
export interface Facts { status: EventStatus, by: string | null, text: string | null, dueAt: Date | null, request: RequestKind | undefined, isApproved: boolean, returnReason: string | null, unitName: string | null, personName: string | null }

const until = (dueAt: Date | null) => (dueAt ? `，期限 ${momentWords(dueAt)}` : '')
const byDay = (dueAt: Date | null) => (dueAt ? `，${momentWords(dueAt).split(' ')[0]}前完成` : '')
const quoted = (text: string | null) => (text ? `：${text}` : '')
const toWhom = (person: string | null) => (person ? `，责任人 ${person}` : '')
const whose = (by: string | null) => by ?? '上报人'

const sentences: Record<NoticeKind, (facts: Facts) => string> = {
  warn: ({ status, dueAt }) => `“${eventStatus[status]}”环节已用去 80% 的时限${until(dueAt)}`,
  overdue: ({ status, dueAt }) => `“${eventStatus[status]}”环节已超时${until(dueAt)}`,
  severe: ({ status, dueAt }) => `“${eventStatus[status]}”环节超时已达时限的 3 倍${until(dueAt)}`,
  urged: ({ by, text }) => `${whose(by)}催办${quoted(text)}`,
  urgeLetter: ({ by, text, dueAt }) => `《催办通知书》：${whose(by)}在超时后催办${until(dueAt)}，请立即办理并说明原因${quoted(text)}`,
  criticism: ({ dueAt }) => `《通报》：超时催办后又过 5 个工作日，仍未办完${until(dueAt)}`,
  supervised: ({ by, text, dueAt }) => `${whose(by)}督办，请答复${until(dueAt)}${quoted(text)}`,
  supervisionOverdue: ({ dueAt }) => `督办还没有答复${until(dueAt)}`,
  instructed: ({ by, text }) => `${whose(by)}批示${quoted(text)}`,
  dispatched: ({ by, personName, text, dueAt }) => `${by ?? '系统'}派来，请签收${until(dueAt)}${toWhom(personName)}${quoted(text)}`,
  recalled: ({ by, text }) => `${by ?? '系统'}撤回了派遣，不用再签收${quoted(text)}`,
  supervisionReplied: ({ by, text }) => `${whose(by)}答复了督办，请查看${quoted(text)}`,
  returned: ({ unitName, returnReason: reason, text }) => `${unitName ?? '办理单位'}退回${reason ? `（${returnReason[reason as ReturnReason] ?? reason}）` : ''}${quoted(text)}，请重新派遣`,
  reworked: ({ text }) => `核查没有通过，请重新处置${quoted(text)}`,
  applied: ({ by, request, text }) => `${whose(by)}申请${request ? requestKind[request] : ''}，请审批${quoted(text)}`,
  decided: ({ by, request, isApproved, text }) => `${whose(by)}${isApproved ? '同意' : '不同意'}${request ? requestKind[request] : ''}申请${quoted(text)}`,
  review: () => '挂账到了复核的日子，请看能否恢复办理',
  answered: () => '上报人已补充情况，请继续办理',
  forwardDone: ({ unitName }) => `${unitName ?? '外部单位'}报来了办理结果，请查看后反馈`,
  forwardOverdue: ({ unitName, dueAt }) => `${unitName ?? '外部单位'}还没有报来办理结果${until(dueAt)}，请催办或延长期限`,
  assist: ({ by, text, dueAt }) => `${whose(by)}请贵单位协办${until(dueAt)}${quoted(text)}`,
  answerLate: ({ unitName, dueAt }) => `${unitName ?? '被召集单位'}还没有接哨${until(dueAt)}`,
  arrivalLate: ({ unitName, dueAt }) => `${unitName ?? '被召集单位'}还没有到场报到${until(dueAt)}`,
  governed: ({ by, personName, text, dueAt }) => `${whose(by)}立项治理，由贵单位负责${toWhom(personName)}${byDay(dueAt)}${quoted(text)}`,
  replanned: ({ by, personName, text, dueAt }) => `${whose(by)}调整了治理方案，由贵单位负责${toWhom(personName)}${byDay(dueAt)}${quoted(text)}`,
  redone: ({ by, personName, text }) => `${whose(by)}要求重新治理${toWhom(personName)}${quoted(text)}`,
  knowledgeSoon: ({ dueAt }) => `这条知识${dueAt ? ` ${momentWords(dueAt).split(' ')[0]} ` : ''}到期，请核对内容，修改或延长有效期后送审`,
  knowledgeExpired: () => '这条知识已经过期，不再答复居民，请核对后重新送审，或撤下',
  zoned: ({ by, text }) => `${by ?? '系统'}${text ?? '调整了网格边界'}`,
  talkAlert: () => '居民说的话里可能有人身危险，已请其先拨打紧急电话，请马上接待并核实',
  riskWarned: ({ dueAt }) => `风险分值到了预警的颜色，请去看一看并登记处置${until(dueAt)}`,
  riskEscalated: ({ dueAt }) => `预警到期还没有人处置，已转到您这里${until(dueAt)}`,
  careWarned: ({ dueAt }) => `有一位关爱对象需要看望或联系${until(dueAt)}`,
  careEscalated: ({ dueAt }) => `关爱对象的预警到期还没有人处置，已转到您这里${until(dueAt)}`,
  bulletinMade: () => '已按时制成，请核对数字、补充文字后送审',
  bulletinToReview: ({ by }) => `${by ?? '系统'}送审，请审核`,
  bulletinToSign: ({ by }) => `${by ?? '系统'}审核通过，请签发`,
  bulletinReturned: ({ by, text }) => `${by ?? '系统'}退回${quoted(text)}`,
  bulletinSigned: ({ by }) => `${by ?? '系统'}已签发，可以查看和下载`,
  assistOverdue: ({ unitName, dueAt }) => `${unitName ?? '协办单位'}的协办还没有完成${until(dueAt)}`,
}

/** The sentence of a notice, 300 characters at most. */
export function wordsOf(kind: NoticeKind, facts: Facts): string {
  const words = sentences[kind](facts)
  return words.length > 300 ? `${words.slice(0, 299)}…` : words
}
