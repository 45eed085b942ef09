/** One password for everybody in the demo: printed at the start, shown on the sign-in page, good for nothing else. */
export const demoPassword = 'Linhe-2026'

/** Whom to sign in as, to see the platform from each post. Everybody else is named likewise: wangge001…120, shegong001…120, shuji01…17. */
export const demoPosts: readonly [signInName: string, post: string][] = [
  ['lingdao', '街道领导'],
  ['shouli', '受理员'],
  ['zhibanzhang', '值班长'],
  ['paiqian', '派遣员'],
  ['zhifa', '部门经办人（综合行政执法队）'],
  ['huanwei', '部门经办人（环卫所）'],
  ['fuwu', '部门经办人（公共服务办公室）'],
  ['shuji01', '社区书记（示范桥社区）'],
  ['shegong001', '社区工作者（示范桥社区）'],
  ['wangge001', '网格员（示范桥社区第1网格）'],
  ['louzhang01', '一长二员（示范桥社区）'],
  ['xitong', '系统管理员'],
  ['anquan', '安全管理员'],
  ['shenji', '审计管理员'],
]

/** The resident whose events stand in every state; the code to sign in with stands on the page of simulated messages. */
export const demoResidentPhone = '13900000001'
