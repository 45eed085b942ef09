import { randomInt, timingSafeEqual } from 'node:crypto'
import type { Input, Output } from '@linli/contract'
import { maskPhone } from '@linli/standards'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, RecordedProblem, found } from '../../kernel/problem.ts'
import { enter, refuse } from './enter.ts'
import type { AccountRow } from './queries.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { strangerOf, subjectOf } from './subject.ts'

const phoneField = 'account.phone'

/** Answers the same for numbers we know and numbers we do not. `reached`: is there anybody to send it? */
export async function sendCode(ctx: Ctx, { phone }: Input<'identity', 'sendCode'>): Promise<Output<'identity', 'sendCode'>> {
  if (!ctx.reached) throw new Problem('sign-in.not-offered', { detail: '这里还没有开通短信验证码，请换一种方式登录，或到社区、街道办理' })
  const index = ctx.crypto.index(phone, phoneField)
  await queries.holdPhone(ctx, index)
  const wait = rules.waitToSend(await queries.codesSince(ctx, index, rules.later(ctx.now, -rules.sendMemory)), ctx.now)
  if (wait > 0) throw new Problem('request.too-many', { waitSeconds: wait, detail: `请 ${wait < 120 ? `${wait} 秒` : `${Math.ceil(wait / 60)} 分钟`}后再获取验证码` })
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = rules.later(ctx.now, rules.code.seconds)
  await queries.insertCode(ctx, { phone_index: index, code: seal(ctx, phone, code), sent_at: ctx.now, until })
  ctx.later({ queue: 'identity.send-code', data: { sealed: ctx.crypto.encrypt(JSON.stringify({ phone, code }), 'identity.send-code').toString('base64'), until: until.toISOString() } })
  ctx.record('identity.code-sent', strangerOf('phone', index.toString('hex')), { phone: maskPhone(phone) })
  return { waitSeconds: rules.code.againAfter }
}

export async function signInByCode(ctx: Ctx, { phone, code, client }: Input<'identity', 'signInByCode'>): Promise<Output<'identity', 'signInByCode'>> {
  const index = ctx.crypto.index(phone, phoneField)
  await queries.holdPhone(ctx, index)
  const sent = await queries.newestCode(ctx, index)
  const isSame = sent !== undefined && timingSafeEqual(sent.code, seal(ctx, phone, code))
  const verdict = rules.judgeCode(sent && { until: sent.until, tries: sent.tries, isUsed: sent.used }, isSame, ctx.now)
  if (sent && verdict !== 'none') await queries.updateCode(ctx, index, sent.sent_at, verdict === 'right' ? { used: true } : { tries: sent.tries + 1 })
  if (verdict !== 'right') {
    ctx.record('identity.code-refused', strangerOf('phone', index.toString('hex')), { phone: maskPhone(phone) })
    throw new RecordedProblem('sign-in.code-wrong')
  }
  return admit(ctx, await residentOf(ctx, phone), { how: 'code', client })
}

/** What WeChat answered before the transaction: null where a code is not valid, undefined where no phone was asked for. */
export interface WeChatAnswer { openId: string | null, phone: string | null | undefined }

/** The first time WeChat also vouches for the phone number, which links it to the resident of that number. */
export async function signInByWeChat(ctx: Ctx): Promise<Output<'identity', 'signInByWeChat'>> {
  if (ctx.reached === null) throw new Problem('sign-in.not-offered', { detail: '这里还没有开通微信登录，请换一种方式登录' })
  const { openId, phone } = ctx.reached as WeChatAnswer
  if (openId === null || phone === null) throw new Problem('sign-in.code-wrong', { detail: '微信登录没有成功，请重试' })
  const known = await queries.lockByWeChat(ctx, openId)
  if (!known && phone === undefined) throw new Problem('sign-in.phone-needed')
  return admit(ctx, known ?? await linkWeChat(ctx, phone!, openId), { how: 'wechat', client: 'miniProgram' })
}

async function linkWeChat(ctx: Ctx, phone: string, openId: string): Promise<AccountRow> {
  await queries.holdPhone(ctx, ctx.crypto.index(phone, phoneField))
  const resident = await residentOf(ctx, phone)
  // Whoever has a lost phone has its WeChat: while the account is disabled it links to nothing.
  if (!resident.is_enabled) return resident
  await queries.update(ctx, resident.id, { wechat: openId })
  ctx.record('identity.wechat-linked', subjectOf(resident), {}, resident)
  return resident
}

const admit = (ctx: Ctx, resident: AccountRow, entrance: Parameters<typeof enter>[2]) =>
  resident.is_enabled ? enter(ctx, resident, entrance) : refuse(ctx, resident, 'disabled')

/** The resident of a phone number; made at the first sign-in. */
async function residentOf(ctx: Ctx, phone: string): Promise<AccountRow> {
  const index = ctx.crypto.index(phone, phoneField)
  const known = await queries.lockResident(ctx, index)
  if (known) return known
  const id = ctx.newId()
  await queries.insertResident(ctx, { id, name: rules.residentName(phone), phone: ctx.crypto.encrypt(phone, phoneField), phone_index: index, phone_masked: maskPhone(phone) })
  const resident = found(await queries.lock(ctx, id))
  ctx.record('identity.resident-joined', subjectOf(resident), {}, resident)
  return resident
}

/** Six digits are guessed in no time from a plain hash; under a key of the installation they are not. */
const seal = (ctx: Ctx, phone: string, code: string): Buffer => ctx.crypto.sign(`${phone} ${code}`, 'phone code')
