/** What a notice (站内提醒) is about: the first three come by the clock, the others because somebody did something. */
export const noticeKind = {
  warn: '即将超时',
  overdue: '已超时',
  severe: '严重超时',
  urged: '催办',
  urgeLetter: '催办通知书',
  supervised: '督办',
  supervisionReplied: '督办已答复',
  supervisionOverdue: '督办逾期未答复',
  instructed: '批示',
  dispatched: '派遣',
  returned: '退回',
  reworked: '返工',
  applied: '申请待审批',
  decided: '申请结果',
  review: '挂账待复核',
  assist: '请协办',
  assistOverdue: '协办逾期',
  answerLate: '逾期未接哨',
  arrivalLate: '逾期未到场',
} as const
export type NoticeKind = keyof typeof noticeKind
