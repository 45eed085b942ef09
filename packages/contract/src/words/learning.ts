/** How a topic (问题主题) stands: gathered from questions that nobody's answer was found for. */
export const topicStatus = { open: '待处理', answering: '答案待审核', answered: '已有答案', dismissed: '不用回答' } as const
export type TopicStatus = keyof typeof topicStatus

export const topicWhy = { unanswered: '没有答上', disliked: '居民不满意' } as const
export type TopicWhy = keyof typeof topicWhy

export const rehearsalStatus = { waiting: '排队中', running: '试跑中', done: '已跑完' } as const
export type RehearsalStatus = keyof typeof rehearsalStatus
