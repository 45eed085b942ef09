import type { Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import * as queries from './queries.ts'

export type AccountView = Output<'account', 'get'>

export const view = async (ctx: Ctx, id: string): Promise<AccountView> => found((await views(ctx, [found(await queries.find(ctx, id))]))[0])

/** People with their posts, as far as those lie in the area of who asks. */
export async function views(ctx: Ctx, people: queries.PersonRow[]): Promise<AccountView[]> {
  const posts = people.length === 0 ? [] : await queries.postsOf(ctx, people.map(({ id }) => id))
  const names = await areaNames(ctx, [...people, ...posts].map(({ area }) => area))
  const named = (area: string) => names.get(area) ?? area
  return people.map((person) => ({
    id: person.id, name: person.name, signInName: person.sign_in_name, phone: person.phone_masked, side: person.side, area: person.area, areaName: named(person.area),
    unit: person.unit === null ? null : { id: person.unit, name: person.unit_name ?? '' },
    isEnabled: person.is_enabled, hasTotp: person.has_totp, oidc: person.oidc,
    lockedUntil: person.locked_until && person.locked_until > ctx.now ? person.locked_until.toISOString() : null,
    lastSignIn: person.last_sign_in?.toISOString() ?? null,
    posts: posts.filter(({ account }) => account === person.id).map((post) => ({
      id: post.id, role: post.role, roleName: post.role_name, area: post.area, areaName: named(post.area), from: post.valid_from.toISOString(), until: post.valid_until?.toISOString() ?? null, onBehalfOf: null,
    })),
  }))
}
