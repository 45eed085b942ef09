import type { Input, Output } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { subjectOf } from '../identity/index.ts'
import * as queries from './queries.ts'
import { another, keepApart, ownArea } from './reach.ts'
import * as rules from './rules.ts'
import { view, type AccountView } from './view.ts'

export async function grant(ctx: Ctx, { account, role: code, area, from = ctx.now.toISOString(), until }: Input<'account', 'grant'>): Promise<AccountView> {
  const person = await another(ctx, account)
  const role = await queries.findRole(ctx, code)
  if (!role || role.side !== person.side) throw new Problem('role.unknown', { detail: role ? '这个角色不适合此人的类别' : undefined })
  await ownArea(ctx, 'role.manage', area)
  const period = { valid_from: new Date(from), valid_until: until === null ? null : new Date(until) }
  if (!rules.isPeriod(period.valid_from, period.valid_until, ctx.now)) throw badPeriod()
  const held = await queries.postsOf(ctx, [account])
  if (held.some((post) => post.role === code && post.area === area)) throw new Problem('conflict.exists', { detail: '此人在这个辖区已有这个岗位' })
  await queries.insertPost(ctx, { id: ctx.newId(), account, role: code, area, ...period })
  await keepApart(ctx, [account])
  ctx.record('post.granted', subjectOf(person), { role: role.name, area, from, until })
  return view(ctx, account)
}

export async function revoke(ctx: Ctx, { account, post: id }: Input<'account', 'revoke'>): Promise<AccountView> {
  const person = await another(ctx, account)
  const post = found(await queries.findPost(ctx, account, id))
  await queries.endPost(ctx, id)
  ctx.record('post.revoked', subjectOf(person), { role: post.role_name, area: post.area })
  return view(ctx, account)
}

export async function roles(ctx: Ctx): Promise<Output<'account', 'roles'>> {
  return { rows: rules.inOrder(await queries.listRoles(ctx)).map(roleView) }
}

/** Roles are of the whole installation, so only a security administrator of all areas changes them. */
export async function changeRole(ctx: Ctx, { code, permissions }: Input<'account', 'changeRole'>): Promise<Output<'account', 'changeRole'>> {
  if (!mayIn(ctx.actor, 'role.manage', '/')) throw new Problem('may.not', { detail: '角色权限对全平台生效，只有管理全部辖区的安全管理员可以修改' })
  const before = await queries.lockRole(ctx, code)
  if (!before) throw new Problem('role.unknown')
  if (before.side === 'resident') throw new Problem('conflict.rule', { detail: '居民能做什么由平台规定，不能修改' })
  if (rules.lostPower(code, permissions)) throw new Problem('conflict.rule', { detail: `${before.name}的基本权限不能去掉` })
  if (ctx.actor.posts.some(({ role }) => role === code)) throw new Problem('account.self', { detail: '不能修改自己担任的角色的权限' })
  if (rules.isMixed(permissions)) throw new Problem('role.separation')
  await queries.updateRole(ctx, code, permissions)
  await keepApart(ctx, await queries.holdersOf(ctx, code))
  ctx.record('role.changed', { kind: 'role', id: code, subdistrict: 0, area: '/' }, {
    role: before.name, added: permissions.filter((one) => !before.permissions.includes(one)), removed: before.permissions.filter((one) => !permissions.some((kept) => kept === one)),
  })
  return roleView(found(await queries.findRole(ctx, code)))
}

type RoleRow = NonNullable<Awaited<ReturnType<typeof queries.findRole>>>
type RoleView = Output<'account', 'changeRole'>

const roleView = ({ code, name, side, permissions, built_in }: RoleRow): RoleView =>
  ({ code, name, side: side as RoleView['side'], permissions: permissions as RoleView['permissions'], builtIn: built_in })

export const badPeriod = () => new Problem('input.invalid', { detail: '结束时间要晚于开始时间和现在', fields: [{ path: 'until', message: '要晚于开始时间和现在' }] })
