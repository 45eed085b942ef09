import { permission, type Output, type Permission } from '@linli/contract'
import { areasFor, type Actor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import * as queries from './queries.ts'

export type Me = Output<'identity', 'me'>

export const me = (ctx: Ctx): Promise<Me> => view(ctx, ctx.actor)

/** What somebody is told about their own account; right after signing in the actor is not yet that of the request. */
export async function view(ctx: Ctx, actor: Actor): Promise<Me> {
  const account = found(await queries.find(ctx, actor.id!))
  const names = await areaNames(ctx, actor.posts.map((post) => post.area))
  const unit = account.unit && await queries.unitName(ctx, account.unit)
  return {
    id: account.id, name: account.name, side: account.side,
    unit: unit ? { id: account.unit!, name: unit } : null,
    phone: account.side === 'resident' ? account.phone_masked : null,
    posts: actor.posts.map(({ id, role, roleName, area, from, until, onBehalfOf }) => ({ id, role, roleName, area, areaName: names.get(area) ?? area, from, until, onBehalfOf })),
    may: mayOf(actor),
    mustChangePassword: actor.mustChangePassword, hasTotp: account.totp !== null, hasPassword: account.password !== null,
  }
}

const permissions = Object.keys(permission) as Permission[]

const mayOf = (actor: Actor): Me['may'] =>
  Object.fromEntries(permissions.map((one) => [one, areasFor(actor, one)] as const).filter(([, areas]) => areas.length > 0))
