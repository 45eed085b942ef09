/** The talks behind a number of the board (接待看板). */
export const boardList = { talks: '全部会话', machine: '智能客服独立答完', suggested: '经推荐问题答完', handed: '转人工', unanswered: '没有答上', satisfied: '满意', dissatisfied: '不满意' } as const
export type BoardList = keyof typeof boardList
