import type { Input, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { areasFor } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { findEnterprises } from '../enterprise/index.ts'
import { findHousing } from '../housing/index.ts'
import { subdistrictsIn } from '../organisation/index.ts'
import { findPeople } from '../person/index.ts'
import { findThings } from '../thing/index.ts'
import * as rules from './rules.ts'

/** Each way that the text may mean, until there are enough; who was found by one way is not told again by another. */
export async function all(ctx: Ctx, { text, limit }: Input<'find', 'all'>): Promise<Output<'find', 'all'>> {
  const subdistricts = await subdistrictsIn(ctx, areasFor(ctx.actor, 'base.view'))
  const people: Output<'find', 'all'>['people'] = []
  for (const way of rules.waysOf(text, dayOf(ctx.now))) {
    if (people.length >= limit) break
    const found = await findPeople(ctx, subdistricts, way, limit)
    people.push(...found.filter(({ id }) => !people.some((one) => one.id === id)))
  }
  const enterprises: Output<'find', 'all'>['enterprises'] = []
  for (const way of rules.enterpriseWaysOf(text)) {
    if (enterprises.length >= limit) break
    const found = await findEnterprises(ctx, subdistricts, way, limit)
    enterprises.push(...found.filter(({ id }) => !enterprises.some((one) => one.id === id)))
  }
  const door = rules.doorOf(text)
  return { people: people.slice(0, limit), enterprises: enterprises.slice(0, limit), things: await findThings(ctx, subdistricts, text, limit), housing: door ? await findHousing(ctx, subdistricts, door, limit) : [] }
}
