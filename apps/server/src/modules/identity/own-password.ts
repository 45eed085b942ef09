import type { Input } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, RecordedProblem, found } from '../../kernel/problem.ts'
import { countFailure, locked } from './enter.ts'
import { historyLength, weakness } from './password-rules.ts'
import { hashPassword, isPassword } from './password.ts'
import type { AccountRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { subjectOf } from './subject.ts'

/** The new password ends every other session: whoever knew the old one is out. */
export async function changePassword(ctx: Ctx, { old, new: chosen }: Input<'identity', 'changePassword'>) {
  const account = found(await queries.lock(ctx, ctx.actor.id!))
  await confirm(ctx, account, { password: old, field: 'old' })
  const phone = account.phone && ctx.crypto.decrypt(account.phone, 'account.phone')
  const weak = weakness(chosen, { name: account.name, signInName: account.sign_in_name, phone })
  if (weak) throw new Problem('password.weak', { detail: weak, fields: [{ path: 'new', message: weak }] })
  const used = [account.password!, ...account.password_history].slice(0, historyLength)
  if (await isOneOf(chosen, used)) throw new Problem('password.used', { fields: [{ path: 'new', message: `不能使用最近 ${historyLength} 次用过的密码` }] })
  await queries.update(ctx, account.id, { password: await hashPassword(chosen), password_at: ctx.now, password_history: used, must_change_password: false, failures: 0 })
  await queries.endSessions(ctx, account.id, ctx.actor.session)
  ctx.record('identity.password-changed', subjectOf(account))
  return {}
}

interface Given { password: string, field: string }

/** Asks somebody who is signed in for their password again. Wrong answers count like those at the door. */
export async function confirm(ctx: Ctx, account: AccountRow, { password, field }: Given): Promise<void> {
  if (rules.isLocked(account.locked_until, ctx.now)) throw new Problem('sign-in.locked', locked(account.locked_until!).details)
  if (await isPassword(password, account.password)) return
  ctx.record('identity.password-refused', subjectOf(account))
  const lockedUntil = await countFailure(ctx, account)
  throw lockedUntil ? locked(lockedUntil) : new RecordedProblem('password.wrong', { fields: [{ path: field, message: '密码不正确' }] })
}

const isOneOf = async (password: string, hashes: string[]): Promise<boolean> =>
  (await Promise.all(hashes.map((hash) => isPassword(password, hash)))).includes(true)
