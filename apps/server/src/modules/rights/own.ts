import type { Input, Output } from '@linli/contract'
import { maskPhone } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { ownContact, subjectOf as accountOf } from '../identity/index.ts'
import { newRequest } from './actions.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { myView, subjectOf } from './view.ts'

type Mine = Output<'rights', 'ask'>

/** By the person themself: the number they signed in with is how they are reached. */
export async function ask(ctx: Ctx, input: Input<'rights', 'ask'>): Promise<Mine> {
  if (await queries.openOf(ctx, ctx.actor.id!) >= rules.mostOpen) throw new Problem('conflict.rule', { detail: `您还有 ${rules.mostOpen} 个请求没有办结，请等答复后再提` })
  const { phone } = await ownContact(ctx)
  const row = await queries.insert(ctx, { ...await newRequest(ctx, { ...input, phone }), source: 'app', account: ctx.actor.id })
  ctx.record('rights.asked', subjectOf(row), { kind: row.kind, ...(phone && { phone: maskPhone(phone) }) })
  return myView(row)
}

export async function mine(ctx: Ctx, { after, limit }: Input<'rights', 'mine'>): Promise<Output<'rights', 'mine'>> {
  const page = cut(await queries.list(ctx, { statuses: undefined, after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ asked_at: at, id }) => [at.toISOString(), id])
  return { next: page.next, rows: page.rows.map(myView) }
}

export async function withdraw(ctx: Ctx, { id }: Input<'rights', 'withdraw'>): Promise<Mine> {
  const row = found(await queries.lock(ctx, id))
  if (!rules.isOpen(row.status)) throw new Problem('base.changed', { detail: '这个请求已经办结' })
  const after = await queries.update(ctx, row, { status: 'withdrawn' })
  ctx.record('rights.withdrawn', subjectOf(after))
  return myView(after)
}

/** At once and for good: signed out everywhere, number and WeChat forgotten. What was reported remains with those who handle it, for as long as the register says. */
export async function closeAccount(ctx: Ctx, { phone }: Input<'rights', 'closeAccount'>) {
  if ((await ownContact(ctx)).phone !== phone) throw new Problem('input.invalid', { fields: [{ path: 'phone', message: '与登录的手机号不一致' }] })
  if (!await queries.closeAccount(ctx)) throw new Problem('conflict.rule', { detail: '这个账号已经注销' })
  ctx.keepSession(null, 0)
  ctx.record('rights.account-closed', accountOf({ id: ctx.actor.id!, area: ctx.actor.area }), {}, { id: ctx.actor.id, name: '已注销用户' })
  return {}
}
