import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { arrange, form } from './actions.ts'
import * as queries from './queries.ts'

/**
 * Puts who lives somewhere into a household of that place, for another module that has decided it: into the one that is named, else into the only one that stands there; where there is none they found one and
 * answer for it. Who is in it already stays. @returns the household.
 */
export async function join(ctx: Ctx, subdistrict: number, residency: string, household: string | null): Promise<string> {
  const lodging = found((await queries.lockResidencies(ctx, subdistrict, [residency]))[0])
  const id = household ?? lodging.household ?? await onlyOneAt(ctx, subdistrict, lodging)
  if (id === undefined) return (await form(ctx, { values: {}, at: lodging.housing ? { housing: lodging.housing } : { area: lodging.area }, members: [residency], head: lodging.person })).id
  const row = found(await queries.lock(ctx, id))
  const members = (await queries.listMembers(ctx, row)).filter(({ until }) => until === null).map((one) => one.id)
  if (!members.includes(residency)) await arrange(ctx, { id, revision: row.revision, members: [...members, residency], head: row.head })
  return id
}

/** The household that stands at a unit. @throws Problem input.invalid where there are several, and somebody has to say which */
async function onlyOneAt(ctx: Ctx, subdistrict: number, { area, housing }: { area: string, housing: string | null }): Promise<string | undefined> {
  if (housing === null) return undefined
  const [first, second] = await queries.list(ctx, { subdistrict, area, housing }, { after: undefined, limit: 2 })
  if (second) throw new Problem('input.invalid', { detail: '这里有几户，请选择编入哪一户', fields: [{ path: 'household', message: '这里有几户，请选择编入哪一户' }] })
  return first?.id
}
