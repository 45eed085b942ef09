import type { Permission } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

/** Somebody else in one's area, held for a change. @throws Problem account.self: nobody acts on their own account where it matters */
export async function another(ctx: Ctx, id: string): Promise<queries.PersonRow> {
  if (id === ctx.actor.id) throw new Problem('account.self')
  return found(await queries.lock(ctx, id))
}

/** Somebody else who works nowhere beyond one's area: whoever could become them would gain more than they have. */
export async function subordinate(ctx: Ctx, id: string): Promise<queries.PersonRow> {
  const person = await another(ctx, id)
  if (await queries.worksBeyond(ctx, id)) throw new Problem('may.not', { detail: '此人在更大的范围任职，请由上级管理员办理' })
  return person
}

/** @throws Problem role.separation where `person` is one of the three administrators besides one's own kind: who could sign in as them would be two */
export async function notOtherAdministrator(ctx: Ctx, person: queries.PersonRow, own: 'system' | 'security', detail: string): Promise<void> {
  const held = await queries.permissionsTogether(ctx, [person.id])
  if (held.some(({ person: who, permissions }) => who === person.id && rules.isOtherAdministrator(permissions, own))) throw new Problem('role.separation', { detail })
}

/** An area that exists and in which one may do this. */
export async function ownArea(ctx: Ctx, may: Permission, path: string): Promise<void> {
  if (!mayIn(ctx.actor, may, path)) throw new Problem('may.not', { detail: '这个辖区不在您的管理范围内', fields: [{ path: 'area', message: '不在您的管理范围内' }] })
  await areaNamed(ctx, path)
}

/** Asked after the change, of what people then hold. @throws Problem role.separation, which takes the change back */
export async function keepApart(ctx: Ctx, accounts: string[]): Promise<void> {
  const held = await queries.permissionsTogether(ctx, accounts)
  if (held.some(({ permissions }) => rules.isMixed(permissions))) throw new Problem('role.separation')
}
