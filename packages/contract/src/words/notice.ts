/** What a notice (站内提醒) is about: the first three come by the clock, the others because somebody did something. */
export const noticeKind = {
  warn: '即将超时',
  overdue: '已超时',
  severe: '严重超时',
  urged: '催办',
  urgeLetter: '催办通知书',
  supervised: '督办',
  supervisionOverdue: '督办逾期未答复',
  instructed: '批示',
  returned: '退回',
  reworked: '返工',
  applied: '申请待审批',
  decided: '申请结果',
  review: '挂账待复核',
  answered: '上报人已补充',
  forwardDone: '外部单位办理结果',
  forwardOverdue: '外部单位逾期',
  assist: '请协办',
  assistOverdue: '协办逾期',
} as const
export type NoticeKind = keyof typeof noticeKind
