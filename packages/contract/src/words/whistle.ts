/** What a whistle calls departments together for (吹哨报到). */
export const whistleKind = { enforcement: '综合执法哨', keyWork: '重点工作哨', emergency: '应急处置哨' } as const
export type WhistleKind = keyof typeof whistleKind

/** How soon they must be there. */
export const whistleUrgency = { emergency: '应急', urgent: '紧急', ordinary: '一般' } as const
export type WhistleUrgency = keyof typeof whistleUrgency

export const whistleStatus = { blown: '进行中', ended: '待评价', rated: '已评价', withdrawn: '已撤销' } as const
export type WhistleStatus = keyof typeof whistleStatus

/** Where one called unit stands. */
export const callStatus = { called: '待接哨', answered: '已接哨', arrived: '已到场', fedBack: '已反馈', absent: '未到场', released: '不再召集' } as const
export type CallStatus = keyof typeof callStatus

export const whistleOutcome = { solved: '已解决', partly: '部分解决', unsolved: '未解决' } as const
export type WhistleOutcome = keyof typeof whistleOutcome

/** What can be done with a whistle: the words on the buttons. */
export const whistleStep = {
  blow: '吹哨',
  answer: '接哨',
  reportIn: '到场报到',
  feedback: '反馈结果',
  rateOffice: '评价街道',
  callMore: '加派单位',
  end: '收哨',
  rateUnits: '评价单位',
  release: '不再召集',
  withdraw: '撤销吹哨',
} as const
export type WhistleStep = keyof typeof whistleStep
