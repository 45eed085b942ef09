/** What is done with a talk at the human desk (人工接待): the words on the buttons. */
export const attendStep = { claim: '接待', takeOver: '接手', reply: '回复', pass: '转交', report: '转为事件', close: '结束对话' } as const
export type AttendStep = keyof typeof attendStep

/** How taking up a talk ended for a worker. */
export const attendEnd = { closed: '结束', passed: '转交', left: '居民离开' } as const
export type AttendEnd = keyof typeof attendEnd

/** Which talks the desk shows. */
export const attendWhose = { waiting: '等待接待', mine: '我接待的', all: '全部' } as const
export type AttendWhose = keyof typeof attendWhose
