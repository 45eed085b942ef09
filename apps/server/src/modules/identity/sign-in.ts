import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { RecordedProblem } from '../../kernel/problem.ts'
import { enter, refuse } from './enter.ts'
import { isPassword } from './password.ts'
import type { AccountRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { strangerOf, subjectOf } from './subject.ts'
import { stepOf } from './totp.ts'

type SignedIn = Output<'identity', 'signIn'>

/** The account is held while the password is tried, so that guesses sent at once count one by one. */
export async function signIn(ctx: Ctx, { name, password, code, client }: Input<'identity', 'signIn'>): Promise<SignedIn> {
  const account = await queries.lockByName(ctx, name.toLowerCase())
  const isPasswordRight = await isPassword(password, account?.password ?? null)
  if (!account) return refuseStranger(ctx, 'unknown', 'sign-in.wrong')
  const codeStep = code === undefined ? undefined : stepOfCode(ctx, account, code)
  const verdict = rules.judge({ now: ctx.now, lockedUntil: account.locked_until, isEnabled: account.is_enabled, isPasswordRight, hasTotp: account.totp !== null, codeStep })
  if (verdict !== 'in') return refuse(ctx, account, verdict)
  const isOld = rules.isPasswordOld(account.password_at, ctx.now)
  await queries.update(ctx, account.id, { totp_last_step: codeStep ?? account.totp_last_step, must_change_password: account.must_change_password || isOld })
  return enter(ctx, account, { how: 'password', client })
}

const stepOfCode = (ctx: Ctx, { totp, totp_last_step }: AccountRow, code: string): number | null =>
  totp && stepOf(ctx.crypto.decrypt(totp, 'account.totp'), code, { now: ctx.now, last: totp_last_step })

/** Who the identity provider says has come, and the names it vouches for. */
export interface Vouched { subject: string, names: string[] }

/**
 * Single sign-on. An account is linked by its subject; on the first sign-in an account that has no subject yet is linked by its sign-in name.
 * A first password that nobody changed, or one that is too old, is taken away: the provider answers for the person now.
 */
export async function signInByOidc(ctx: Ctx, { subject, names }: Vouched): Promise<SignedIn> {
  const account = await queries.lockByOidc(ctx, subject) ?? await link(ctx, subject, names)
  if (!account) return refuseStranger(ctx, 'not-linked', 'sign-in.not-linked')
  if (!account.is_enabled) return refuse(ctx, account, 'disabled')
  if (account.must_change_password) await queries.update(ctx, account.id, { password: null, must_change_password: false })
  return enter(ctx, account, { how: 'oidc', client: 'browser' })
}

async function link(ctx: Ctx, subject: string, names: string[]): Promise<AccountRow | undefined> {
  for (const name of names) {
    const account = await queries.lockByName(ctx, name.toLowerCase())
    if (!account || account.oidc !== null) continue
    await queries.update(ctx, account.id, { oidc: subject })
    ctx.record('identity.oidc-linked', subjectOf(account), {}, account)
    return account
  }
  return undefined
}

function refuseStranger(ctx: Ctx, why: string, code: 'sign-in.wrong' | 'sign-in.not-linked'): never {
  // The name itself is not kept: people type their password there.
  ctx.record('identity.sign-in-failed', strangerOf('name', why), { why })
  throw new RecordedProblem(code)
}
