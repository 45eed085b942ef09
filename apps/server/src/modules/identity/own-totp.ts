import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { confirm } from './own-password.ts'
import * as queries from './queries.ts'
import { subjectOf } from './subject.ts'
import { newSecret, stepOf, uriOf } from './totp.ts'

const field = 'account.totp'

/** The secret waits until the first code shows that the phone has it. */
export async function beginTotp(ctx: Ctx): Promise<Output<'identity', 'beginTotp'>> {
  const account = found(await queries.lock(ctx, ctx.actor.id!))
  if (account.password === null) throw new Problem('conflict.rule', { detail: '用密码登录的账号才能绑定动态口令' })
  if (account.totp !== null) throw new Problem('conflict.exists', { detail: '已经绑定动态口令，要更换请先解除' })
  const secret = newSecret()
  await queries.update(ctx, account.id, { totp_pending: ctx.crypto.encrypt(secret, field) })
  ctx.record('identity.totp-begun', subjectOf(account))
  const uri = uriOf(secret, account.sign_in_name ?? account.name)
  const { default: QRCode } = await import('qrcode')
  return { secret, uri, picture: await QRCode.toDataURL(uri, { errorCorrectionLevel: 'M', margin: 4, width: 240 }) }
}

export async function confirmTotp(ctx: Ctx, { code }: Input<'identity', 'confirmTotp'>) {
  const account = found(await queries.lock(ctx, ctx.actor.id!))
  const step = account.totp_pending && stepOf(ctx.crypto.decrypt(account.totp_pending, field), code, { now: ctx.now, last: null })
  if (step === null) throw new Problem('totp.wrong', { fields: [{ path: 'code', message: '动态口令不正确' }] })
  await queries.update(ctx, account.id, { totp: account.totp_pending, totp_pending: null, totp_last_step: step })
  ctx.record('identity.totp-bound', subjectOf(account))
  return {}
}

export async function removeTotp(ctx: Ctx, { password }: Input<'identity', 'removeTotp'>) {
  const account = found(await queries.lock(ctx, ctx.actor.id!))
  await confirm(ctx, account, { password, field: 'password' })
  await queries.update(ctx, account.id, { totp: null, totp_pending: null, totp_last_step: null, failures: 0 })
  ctx.record('identity.totp-removed', subjectOf(account))
  return {}
}
