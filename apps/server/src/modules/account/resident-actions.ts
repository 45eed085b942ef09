import type { Input, Output } from '@linli/contract'
import { maskPhone } from '@linli/standards'
import { areasFor, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'

type ResidentView = Output<'account', 'enableResident'>

/** Whoever looks for a number says why; that they looked stays on record in their own area, also where nobody was found. */
export async function findResident(ctx: Ctx, { phone, purpose }: Input<'account', 'findResident'>): Promise<Output<'account', 'findResident'>> {
  const index = ctx.crypto.index(phone, 'account.phone')
  const row = await queries.findResident(ctx, { phone: index })
  ctx.record('account.resident-sought', here(ctx, row ? { kind: 'account', id: row.id } : { kind: 'phone', id: index.toString('hex') }), { phone: maskPhone(phone), purpose, isFound: row !== undefined })
  return { resident: row ? view(row) : null }
}

export async function enableResident(ctx: Ctx, { id, isEnabled, reason }: Input<'account', 'enableResident'>): Promise<ResidentView> {
  const before = found(await queries.findResident(ctx, { id }))
  if (!await queries.enableResident(ctx, id, isEnabled)) throw new Problem('conflict.rule', { detail: `这个账号已经${isEnabled ? '启用' : '停用'}` })
  ctx.record(isEnabled ? 'account.resident-enabled' : 'account.resident-disabled', here(ctx, { kind: 'account', id }), { name: before.name, phone: before.phone_masked, reason })
  return view(found(await queries.findResident(ctx, { id })))
}

/** A resident has no area: what was done about them is for the auditors of whoever did it. */
function here({ actor }: Ctx, subject: Pick<Subject, 'kind' | 'id'>): Subject {
  const [area] = areasFor(actor, 'account.manage')
  return { ...subject, subdistrict: tenantOf(area!), area: area! }
}

const view = (row: queries.ResidentRow): ResidentView => ({
  id: row.id, name: row.name, phone: row.phone_masked, isEnabled: row.is_enabled, lastSignIn: row.last_sign_in?.toISOString() ?? null, since: row.created_at.toISOString(),
})
