/** How somebody talks with the AI social worker (问社工). */
export const talkChannel = { app: '居民端', wechat: '微信公众号', sms: '短信' } as const
export type TalkChannel = keyof typeof talkChannel

/** A talk (对话): answered by the machine, waiting for a person, with a person, over. */
export const talkState = { open: '智能客服回答', waiting: '等人工回复', attended: '人工接待', ended: '已结束' } as const
export type TalkState = keyof typeof talkState

export const turnBy = { resident: '居民', machine: '智能客服', worker: '社工' } as const
export type TurnBy = keyof typeof turnBy

/** What a turn did. `say` is of people, the rest of the machine. */
export const turnKind = {
  say: '说话', greeting: '问候', answer: '回答', follow: '接着回答', offer: '推荐问题', back: '反问', miss: '没有答上', report: '帮写上报', contacts: '联系方式', danger: '紧急提示', handedOver: '转人工', repeat: '已答过', small: '寒暄', ended: '结束',
} as const
export type TurnKind = keyof typeof turnKind

/** Why a person was called. */
export const handOverWhy = { wish: '居民要求', unsure: '没有把握的答案', misses: '连续两次没有答上', danger: '说到紧急情况', photos: '发来图片' } as const
export type HandOverWhy = keyof typeof handOverWhy

/** What may be wrong with an answer, or with a talk that was not satisfying. */
export const dislikeReason = { wrong: '答得不对', beside: '不是我问的', unclear: '看不明白', outdated: '内容过时', slow: '等得太久', rude: '态度不好', other: '其他' } as const
export type DislikeReason = keyof typeof dislikeReason

/** What is asked back before an answer can be given. */
export const missingPiece = { community: '您住在哪个社区？', childAge: '孩子多大了？' } as const
export type MissingPiece = keyof typeof missingPiece

/** The part of an answer that is told: all of it, or what was asked about the one just given. */
export const answerPart = { whole: '答案', materials: '要带的材料', steps: '办理步骤', where: '在哪里办', phone: '咨询电话', source: '依据和有效期', more: '详细说明' } as const
export type AnswerPart = keyof typeof answerPart

/** How the machine is called wherever it speaks (互联网信息服务深度合成管理规定 art. 17; 人工智能生成合成内容标识办法 art. 4: who reads must see that no person wrote it). */
export const machineLabel = '智能客服 · 自动回答'

/** Stars from which on somebody counts as satisfied; below, the reasons are asked. */
export const satisfiedFrom = 4
