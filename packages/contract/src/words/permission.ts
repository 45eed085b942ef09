/** What a role may be allowed to do, in the words of the administration screen. */
export const permission = {
  'event.view': '查看事件',
  'event.report': '上报事件',
  'event.accept': '受理',
  'event.file': '立案',
  'event.dispatch': '派遣',
  'event.handle': '签收与处置',
  'event.check': '核查',
  'event.revisit': '回访',
  'event.close': '结案',
  'event.cancel': '作废',
  'event.urge': '催办',
  'event.supervise': '督办',
  'event.instruct': '批示',
  'event.own': '办理自己上报的事件',
  'matter.manage': '维护事项目录',
  'calendar.manage': '维护工作日历',
  'dictionary.manage': '维护代码表',
  'organisation.manage': '维护辖区与单位',
  'account.view': '查看人员账号',
  'account.manage': '维护人员账号',
  'role.manage': '维护角色与授权',
  'audit.view': '查看审计记录',
  'system.manage': '查看与重做后台任务',
} as const

export type Permission = keyof typeof permission
