import type { Input, Output } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './owner-queries.ts'

export type Owner = NonNullable<Input<'knowledge', 'write'>['owner']>
export interface OwnerColumns { owner: string | null, owner_role: string | null, owner_name: string }

const most = 300

/** Who may be asked to see to entries of an area: those who write there, and the roles that do. */
export async function owners(ctx: Ctx, { area }: Input<'knowledge', 'owners'>): Promise<Output<'knowledge', 'owners'>> {
  if (!mayIn(ctx.actor, 'knowledge.edit', area)) throw new Problem('not-found')
  return { people: await queries.listWriters(ctx, area, { most }), roles: await queries.listRoles(ctx) }
}

/** Whoever writes it sees to it, unless told otherwise. @throws Problem input.invalid for somebody who does not write there */
export async function ownerOf(ctx: Ctx, area: string, owner: Owner | undefined): Promise<OwnerColumns> {
  if (owner === undefined && ctx.actor.id !== null && mayIn(ctx.actor, 'knowledge.edit', area)) return { owner: ctx.actor.id, owner_role: null, owner_name: ctx.actor.name }
  if (owner?.person) {
    const [one] = await queries.listWriters(ctx, area, { person: owner.person, most: 1 })
    if (!one) throw unknown('这个人不能维护这里的知识，请重新选择')
    return { owner: one.id, owner_role: null, owner_name: one.name }
  }
  const [all, code] = [await queries.listRoles(ctx), owner?.role ?? queries.keeperOf(area)]
  const role = all.find((one) => one.code === code)
  if (!role) throw unknown('这个角色不能维护知识，请重新选择')
  return { owner: null, owner_role: role.code, owner_name: role.name }
}

const unknown = (message: string) => new Problem('input.invalid', { detail: message, fields: [{ path: 'owner', message }] })
