import * as z from 'zod'
import { AreaPath, Id, Nothing, Text, When, choice, page, pageOf, reads, writes } from './kit.ts'
import { Phone, PostView } from './identity.ts'
import { permission, side } from './words/index.ts'

export const RoleView = z.object({ code: z.string(), name: z.string(), side: choice(side), permissions: z.array(choice(permission)), builtIn: z.boolean() })

export const AccountView = z.object({
  id: Id,
  name: z.string(),
  signInName: z.string().nullable(),
  /** Masked. */
  phone: z.string().nullable(),
  side: choice(side),
  area: AreaPath,
  areaName: z.string(),
  unit: z.object({ id: Id, name: z.string() }).nullable(),
  isEnabled: z.boolean(),
  lockedUntil: When.nullable(),
  lastSignIn: When.nullable(),
  hasTotp: z.boolean(),
  /** The account's name (subject) at the identity provider, where single sign-on is linked. */
  oidc: z.string().nullable(),
  posts: z.array(PostView),
})

export const DeputyView = z.object({ id: Id, absent: z.object({ id: Id, name: z.string() }), deputy: z.object({ id: Id, name: z.string() }), from: When, until: When })

/** What an administrator learns of a resident's account; the phone is masked. */
export const ResidentAccountView = z.object({ id: Id, name: z.string(), phone: z.string(), isEnabled: z.boolean(), lastSignIn: When.nullable(), since: When })

/** A phone number written as it is shown, masked, stays as it was. */
const Person = { name: Text(30), phone: z.string().max(20).nullable(), area: AreaPath, unit: Id.nullable() }

export const account = {
  list: reads({ title: '人员列表', may: 'account.view', input: page({ text: z.string().max(30).optional(), area: AreaPath.optional(), role: z.string().optional(), isEnabled: z.boolean().optional() }), output: pageOf(AccountView) }),
  get: reads({ title: '人员详情', may: 'account.view', input: z.object({ id: Id }), output: AccountView }),
  create: writes({ title: '新增人员', may: 'account.manage', tellsSecret: true, input: z.object({ ...Person, signInName: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,29}$/, '登录名用 3–30 位小写字母、数字、点、横线'), side: choice({ staff: side.staff, unit: side.unit }) }), output: z.object({ account: AccountView, firstPassword: z.string() }) }),
  change: writes({ title: '修改人员', may: 'account.manage', input: z.object({ id: Id, ...Person }), output: AccountView }),
  enable: writes({ title: '启用或停用账号', may: 'account.manage', input: z.object({ id: Id, isEnabled: z.boolean() }), output: AccountView }),
  resetPassword: writes({ title: '重置密码', may: 'account.manage', tellsSecret: true, input: z.object({ id: Id }), output: z.object({ firstPassword: z.string() }) }),
  unlock: writes({ title: '解除锁定', may: 'role.manage', input: z.object({ id: Id }), output: AccountView }),
  removeTotp: writes({ title: '解除动态口令（手机遗失时）', may: 'role.manage', input: z.object({ id: Id }), output: AccountView }),
  linkOidc: writes({ title: '绑定或解绑统一认证账号', may: 'role.manage', input: z.object({ id: Id, subject: Text(255).nullable() }), output: AccountView }),
  endSessions: writes({ title: '强制下线', may: 'role.manage', input: z.object({ id: Id }), output: Nothing }),
  grant: writes({ title: '授予岗位', may: 'role.manage', input: z.object({ account: Id, role: z.string(), area: AreaPath, from: When.optional(), until: When.nullable() }), output: AccountView }),
  revoke: writes({ title: '收回岗位', may: 'role.manage', input: z.object({ account: Id, post: Id }), output: AccountView }),
  roles: reads({ title: '角色列表', may: 'account.view', input: Nothing, output: z.object({ rows: z.array(RoleView) }) }),
  changeRole: writes({ title: '修改角色权限', may: 'role.manage', input: z.object({ code: z.string(), permissions: z.array(choice(permission)).max(100) }), output: RoleView }),
  deputies: reads({ title: '代班列表', may: 'account.view', input: Nothing, output: z.object({ rows: z.array(DeputyView) }) }),
  appointDeputy: writes({ title: '指定代班人', may: 'role.manage', input: z.object({ absent: Id, deputy: Id, from: When, until: When }), output: DeputyView }),
  /** Residents are in no list: one by one, by the whole number, with a purpose. */
  findResident: writes({ title: '按手机号查找居民账号', may: 'account.manage', perMinute: 10, input: z.object({ phone: Phone, purpose: Text(60) }), output: z.object({ resident: ResidentAccountView.nullable() }) }),
  enableResident: writes({ title: '停用或启用居民账号', may: 'account.manage', input: z.object({ id: Id, isEnabled: z.boolean(), reason: Text(200) }), output: ResidentAccountView }),
  endDeputy: writes({ title: '结束代班', may: 'role.manage', input: z.object({ id: Id }), output: Nothing }),
}
