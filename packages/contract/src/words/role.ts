import type { Permission } from './permission.ts'

/** The roles a new installation starts with; offices may change what each may do. */
export const role = {
  leader: '街道领导',
  acceptor: '受理员',
  shiftLeader: '值班长',
  dispatcher: '派遣员',
  handler: '部门经办人',
  secretary: '社区书记',
  socialWorker: '社区工作者',
  gridWorker: '网格员',
  specialWorker: '特殊人群专干',
  steward: '一长二员',
  resident: '居民',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
} as const

export type Role = keyof typeof role

/** Which database role a person's transactions take: by area, by assignment, or their own rows. */
export const side = { staff: '工作人员', unit: '办理单位', resident: '居民' } as const
export type Side = keyof typeof side

const field: Permission[] = ['event.view', 'event.report', 'event.handle', 'event.check', 'whistle.view', 'whistle.answer', 'governance.view', 'governance.handle', 'base.view', 'base.edit', 'base.reveal', 'indicator.view', 'logbook.view', 'duty.view', 'knowledge.view', 'risk.view', 'risk.rule', 'risk.handle', 'presence.share']

/** Starting permissions; the three administrators share none (GB/T 22239, 三员分立). */
export const rolePermissions: Record<Role, readonly Permission[]> = {
  leader: ['event.view', 'indicator.view', 'event.urge', 'event.supervise', 'event.instruct', 'insight.view', 'sandtable.view', 'whistle.view', 'whistle.blow', 'governance.view', 'governance.found', 'ledger.approve', 'processing.view', 'duty.view', 'knowledge.view', 'knowledge.review', 'risk.view', 'risk.rule', 'bulletin.review', 'bulletin.sign', 'presence.view'],
  acceptor: ['event.view', 'indicator.view', 'event.report', 'event.accept', 'event.revisit', 'event.urge', 'whistle.view', 'governance.view', 'attend.answer', 'duty.view', 'knowledge.view', 'knowledge.edit', 'talk.view'],
  shiftLeader: ['event.view', 'indicator.view', 'event.report', 'event.file', 'event.close', 'event.cancel', 'event.urge', 'event.supervise', 'insight.view', 'sandtable.view', 'insight.freeze', 'whistle.view', 'whistle.blow', 'reply.manage', 'governance.view', 'governance.found', 'attend.answer', 'duty.view', 'duty.manage', 'knowledge.view', 'knowledge.edit', 'knowledge.review', 'talk.view', 'risk.view', 'risk.rule', 'risk.handle', 'bulletin.make', 'bulletin.review', 'presence.view'],
  dispatcher: ['event.view', 'indicator.view', 'event.dispatch', 'event.urge', 'insight.view', 'sandtable.view', 'whistle.view', 'whistle.blow', 'routing.view', 'governance.view', 'governance.found', 'duty.view', 'knowledge.view', 'risk.view', 'risk.rule', 'presence.view'],
  handler: ['event.view', 'event.handle', 'whistle.view', 'whistle.answer', 'governance.view', 'governance.handle', 'presence.share'],
  secretary: [...field, 'base.manage', 'logbook.manage', 'ledger.keep', 'ledger.export', 'ledger.approve', 'event.urge', 'account.view', 'insight.view', 'sandtable.view', 'reply.manage', 'governance.found', 'processing.view', 'rights.handle', 'attend.answer', 'duty.manage', 'knowledge.edit', 'knowledge.review', 'talk.view', 'risk.person', 'bulletin.make', 'bulletin.review', 'bulletin.sign'],
  socialWorker: [...field, 'sandtable.view', 'ledger.keep', 'ledger.export', 'processing.view', 'rights.handle', 'attend.answer', 'knowledge.edit', 'talk.view', 'risk.person', 'bulletin.make'],
  gridWorker: field,
  // Beside another post: who is named for it, and nobody else.
  specialWorker: ['special.keep'],
  steward: ['event.view', 'event.report', 'base.propose', 'presence.share'],
  resident: ['event.own', 'rights.own', 'reception.own'],
  systemAdmin: ['organisation.manage', 'indicator.view', 'indicator.manage', 'account.view', 'account.manage', 'matter.manage', 'reply.manage', 'routing.view', 'routing.manage', 'calendar.manage', 'dictionary.manage', 'base.manage', 'logbook.view', 'logbook.manage', 'system.manage', 'processing.view', 'processing.manage', 'retention.view', 'special.manage', 'risk.rule', 'risk.manage'],
  securityAdmin: ['account.view', 'role.manage', 'processing.view', 'retention.view', 'retention.hold', 'special.approve'],
  auditAdmin: ['audit.view', 'processing.view', 'retention.view', 'special.audit'],
}

export const roleSide: Record<Role, Side> = {
  leader: 'staff', acceptor: 'staff', shiftLeader: 'staff', dispatcher: 'staff', handler: 'unit', secretary: 'staff', socialWorker: 'staff',
  gridWorker: 'staff', specialWorker: 'staff', steward: 'staff', resident: 'resident', systemAdmin: 'staff', securityAdmin: 'staff', auditAdmin: 'staff',
}
