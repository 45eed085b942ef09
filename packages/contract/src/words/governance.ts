/** Where a governance item (治理事项) stands. */
export const governanceStatus = { founded: '待定方案', planned: '待实施', underWay: '治理中', done: '待验收', watched: '观察中', closed: '已闭环', cancelled: '已取消' } as const
export type GovernanceStatus = keyof typeof governanceStatus

/** How far it reaches: one place, or the same matter all over a grid or community. */
export const governanceReach = { spot: '同一地点', grid: '整个网格', community: '整个社区' } as const
export type GovernanceReach = keyof typeof governanceReach

export const governanceOutcome = { effective: '有效', partly: '部分有效', none: '无效' } as const
export type GovernanceOutcome = keyof typeof governanceOutcome

/** What an item can be founded from. */
export const governanceClue = { place: '复发点', merged: '并案', wide: '成片问题' } as const
export type GovernanceClue = keyof typeof governanceClue

/** What can be done with it: the words on the buttons. */
export const governanceStep = {
  found: '立项',
  plan: '定方案',
  begin: '开始治理',
  progress: '记进展',
  finish: '报完成',
  watch: '验收并观察',
  close: '闭环',
  redo: '重新治理',
  reopen: '重启治理',
  replan: '调整方案',
  addEvents: '加入事件',
  removeEvent: '移出事件',
  cancel: '取消治理',
} as const
export type GovernanceStep = keyof typeof governanceStep
