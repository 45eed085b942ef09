import type { Input, Output } from '@linli/contract'
import { normaliseMobile } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { endSessions as end, firstPassword, subjectOf } from '../identity/index.ts'
import { personOf } from './person.ts'
import * as queries from './queries.ts'
import { another, notOtherAdministrator, subordinate } from './reach.ts'
import { view, views, type AccountView } from './view.ts'

export async function list(ctx: Ctx, { text, after, limit, ...filter }: Input<'account', 'list'>): Promise<Output<'account', 'list'>> {
  const phone = text && normaliseMobile(text)
  const rows = await queries.list(ctx, { ...filter, text: text?.trim(), phoneIndex: phone ? ctx.crypto.index(phone, 'account.phone') : undefined, after: goOnAfter(after, 2), limit: limit + 1 })
  const page = cut(rows, limit, ({ name, id }) => [name, id])
  return { rows: await views(ctx, page.rows), next: page.next }
}

export const get = (ctx: Ctx, { id }: Input<'account', 'get'>): Promise<AccountView> => view(ctx, id)

export async function create(ctx: Ctx, { signInName, side, ...input }: Input<'account', 'create'>): Promise<Output<'account', 'create'>> {
  const person = await personOf(ctx, input, { side, phone_masked: null })
  const { plain, columns } = await firstPassword(ctx.now)
  const made = await queries.insert(ctx, { id: ctx.newId(), side, sign_in_name: signInName, created_at: ctx.now, ...person, ...columns })
  if (!made) throw new Problem('conflict.exists', { detail: '这个登录名已有人使用', fields: [{ path: 'signInName', message: '这个登录名已有人使用' }] })
  ctx.record('account.created', subjectOf({ id: made.id, area: person.area }), { name: person.name, signInName, side })
  return { account: await view(ctx, made.id), firstPassword: plain }
}

/** One may mend one's own name and number, but not move oneself. */
export async function change(ctx: Ctx, { id, ...input }: Input<'account', 'change'>): Promise<AccountView> {
  const before = id === ctx.actor.id ? found(await queries.lock(ctx, id)) : await subordinate(ctx, id)
  if (id === ctx.actor.id && (input.area !== before.area || input.unit !== before.unit)) throw new Problem('account.self')
  const person = await personOf(ctx, input, before)
  await queries.update(ctx, id, person)
  const words = ({ name, area, unit }: Pick<typeof before, 'name' | 'area' | 'unit'>) => ({ name, area, unit })
  ctx.record('account.changed', subjectOf({ id, area: person.area }), { from: words(before), to: words(person), isPhoneChanged: 'phone' in person })
  return view(ctx, id)
}

export async function enable(ctx: Ctx, { id, isEnabled }: Input<'account', 'enable'>): Promise<AccountView> {
  const person = await subordinate(ctx, id)
  await queries.update(ctx, id, { is_enabled: isEnabled, disabled_at: isEnabled ? null : ctx.now })
  if (!isEnabled) await end(ctx, id)
  ctx.record(isEnabled ? 'account.enabled' : 'account.disabled', subjectOf(person))
  return view(ctx, id)
}

export async function resetPassword(ctx: Ctx, { id }: Input<'account', 'resetPassword'>): Promise<Output<'account', 'resetPassword'>> {
  const person = await subordinate(ctx, id)
  if (!person.has_totp) await notOtherAdministrator(ctx, person, 'system', '此人是安全或审计管理员，没有绑定动态口令，重置密码会让别人能以其身份登录。请另立账号接任，或在服务器上用 linli admin reset 重置')
  const { plain, columns } = await firstPassword(ctx.now)
  const history = person.password === null ? person.password_history : [person.password, ...person.password_history]
  await queries.update(ctx, id, { ...columns, password_history: history.slice(0, 5) })
  await end(ctx, id)
  ctx.record('account.password-reset', subjectOf(person))
  return { firstPassword: plain }
}

export async function unlock(ctx: Ctx, { id }: Input<'account', 'unlock'>): Promise<AccountView> {
  const person = await another(ctx, id)
  await queries.update(ctx, id, { failures: 0, locked_until: null })
  ctx.record('account.unlocked', subjectOf(person))
  return view(ctx, id)
}

/** For a lost phone. Together with a new password it lets somebody in, so the two are in different hands. */
export async function removeTotp(ctx: Ctx, { id }: Input<'account', 'removeTotp'>): Promise<AccountView> {
  const person = await subordinate(ctx, id)
  await queries.update(ctx, id, { totp: null, totp_pending: null, totp_last_step: null })
  ctx.record('account.totp-removed', subjectOf(person))
  return view(ctx, id)
}

export async function linkOidc(ctx: Ctx, { id, subject }: Input<'account', 'linkOidc'>): Promise<AccountView> {
  const person = await subordinate(ctx, id)
  if (subject !== null) await notOtherAdministrator(ctx, person, 'security', '此人是系统或审计管理员，统一认证账号由本人首次登录时按登录名绑定')
  await queries.update(ctx, id, { oidc: subject })
  // Who may sign in as this person from now on, and who no longer: an auditor must be able to tell.
  ctx.record(subject === null ? 'account.oidc-unlinked' : 'account.oidc-linked', subjectOf(person), { from: person.oidc, to: subject })
  return view(ctx, id)
}

export async function endSessions(ctx: Ctx, { id }: Input<'account', 'endSessions'>) {
  const person = await another(ctx, id)
  await end(ctx, id)
  ctx.record('account.sessions-ended', subjectOf(person))
  return {}
}
