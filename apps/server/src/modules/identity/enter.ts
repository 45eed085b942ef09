import { randomBytes } from 'node:crypto'
import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, RecordedProblem } from '../../kernel/problem.ts'
import { hashToken } from '../../kernel/session-cookie.ts'
import { view } from './me.ts'
import type { AccountRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { subjectOf } from './subject.ts'

export interface Entrance { how: 'password' | 'code' | 'wechat' | 'oidc', client: 'browser' | 'miniProgram' }

/** Opens a session for somebody who proved who they are. */
export async function enter(ctx: Ctx, account: AccountRow, { how, client }: Entrance): Promise<Output<'identity', 'signIn'>> {
  const token = randomBytes(32).toString('base64url')
  const { idle, absolute } = rules.sessionLife(account.side)
  await queries.update(ctx, account.id, { failures: 0, locked_until: null, last_sign_in: ctx.now })
  await queries.insertSession(ctx, {
    id: ctx.newId(), token: hashToken(token), account: account.id, device: ctx.request.device, address: ctx.request.address,
    since: ctx.now, last_seen: ctx.now, until: rules.later(ctx.now, absolute), idle_seconds: idle,
  })
  ctx.record('identity.signed-in', subjectOf(account), { how }, account)
  if (client === 'browser') ctx.keepSession(token, absolute)
  return { me: await view(ctx, await queries.whoIs(ctx, token)), token: client === 'miniProgram' ? token : null }
}

/** Refuses somebody at the door. What was wrong is written down; guesses count, and too many of them lock the account. */
export async function refuse(ctx: Ctx, account: AccountRow, why: Exclude<rules.Verdict, 'in'>): Promise<never> {
  if (why === 'code-needed') throw new Problem('sign-in.code-needed')
  ctx.record('identity.sign-in-failed', subjectOf(account), { why })
  if (why === 'disabled') throw new RecordedProblem('sign-in.disabled', account.side === 'resident' ? { detail: '账号已停用，如有疑问请联系社区或街道' } : {})
  const lockedUntil = why === 'locked' ? account.locked_until : await countFailure(ctx, account)
  throw lockedUntil ? locked(lockedUntil) : new RecordedProblem(why === 'wrong' ? 'sign-in.wrong' : 'sign-in.code-wrong')
}

/** One wrong try more; the moment until which the account is locked now, null where it is not. */
export async function countFailure(ctx: Ctx, account: AccountRow): Promise<Date | null> {
  const { failures, lockedUntil } = rules.afterFailure(account.failures, ctx.now)
  await queries.update(ctx, account.id, { failures, locked_until: lockedUntil })
  if (lockedUntil) ctx.record('identity.locked', subjectOf(account), { until: lockedUntil.toISOString() })
  return lockedUntil
}

export const locked = (until: Date): RecordedProblem =>
  new RecordedProblem('sign-in.locked', { until: until.toISOString(), detail: `连续输错 ${rules.mostFailures} 次，账号已锁定，请在 ${clock.format(rules.later(until, 59))} 后再试` })

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false })
