import type { Input, Side } from '@linli/contract'
import { maskPhone, parsePhone } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { unitNamed } from '../organisation/index.ts'
import { ownArea } from './reach.ts'

type Given = Omit<Input<'account', 'change'>, 'id'>

interface Before { side: Side, phone_masked: string | null }

/**
 * The columns of a person as an administrator gave them: area and unit within reach, the phone number normal, sealed and findable.
 * A number that comes back as it was shown, masked, is not touched.
 */
export async function personOf(ctx: Ctx, { name, phone, area, unit }: Given, { side, phone_masked }: Before) {
  await ownArea(ctx, 'account.manage', area)
  if (side === 'unit' && unit === null) throw new Problem('unit.unknown', { detail: '办理单位的人要选择单位', fields: [{ path: 'unit', message: '请选择单位' }] })
  if (unit !== null && !mayIn(ctx.actor, 'account.manage', (await unitNamed(ctx, unit)).area)) throw new Problem('unit.unknown')
  return { name, area, unit, ...(phone === null || phone !== phone_masked) && phoneOf(ctx, phone) }
}

function phoneOf(ctx: Ctx, text: string | null) {
  if (text === null) return { phone: null, phone_index: null, phone_masked: null }
  const number = parsePhone(text)?.number
  if (!number) throw new Problem('input.invalid', { detail: '电话号码不正确', fields: [{ path: 'phone', message: '电话号码不正确' }] })
  return { phone: ctx.crypto.encrypt(number, 'account.phone'), phone_index: ctx.crypto.index(number, 'account.phone'), phone_masked: maskPhone(number) }
}
