/** How an entry of the knowledge base (知识库) stands with residents; a draft beside a published one is told apart. */
export const knowledgeStatus = { draft: '未发布', published: '已发布', expired: '已过期', withdrawn: '已撤下' } as const
export type KnowledgeStatus = keyof typeof knowledgeStatus

/** How one version of it stands. */
export const revisionStatus = { draft: '草稿', review: '待审核', published: '已发布', past: '历史版本', expired: '已过期', withdrawn: '已撤下', dropped: '已放弃' } as const
export type RevisionStatus = keyof typeof revisionStatus

/** Where residents have it done. */
export const entranceKind = { window: '窗口', phone: '电话', link: '网址', app: '手机应用' } as const
export type EntranceKind = keyof typeof entranceKind

/** What is done with a question: answered, the best offered to choose from, handed over to a person. */
export const answerBand = { answer: '直接回答', offer: '请居民选', 'hand-over': '转人工' } as const
export type AnswerBand = keyof typeof answerBand

/** How much of its time an answer has left: it ends soon, or has ended. */
export const knowledgeTerm = { soon: '快到期', over: '已过期' } as const
export type KnowledgeTerm = keyof typeof knowledgeTerm
/** So many days before the end its owner is told. */
export const soonDays = 14

export const knowledgeStep = { change: '修改', submit: '提交审核', takeBack: '撤回审核', drop: '放弃草稿', approve: '审核通过', sendBack: '退回修改', withdraw: '撤下' } as const
export type KnowledgeStep = keyof typeof knowledgeStep
