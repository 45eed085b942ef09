import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { unitNamed } from '../organisation/index.ts'
import { listHandlers, type Handling } from './people-queries.ts'

type Person = Output<'routing', 'people'>['rows'][number]

/** More than any unit has. */
const most = 300

export async function people(ctx: Ctx, { unit }: Input<'routing', 'people'>): Promise<Output<'routing', 'people'>> {
  return { rows: await listHandlers(ctx, await unitNamed(ctx, unit), { most }) }
}

/** Somebody who handles for the unit now; undefined where they do not. */
export async function handlerNamed(ctx: Ctx, unit: string, person: string): Promise<Person | undefined> {
  return handlerOf(ctx, await unitNamed(ctx, unit), person)
}

const handlerOf = async (ctx: Ctx, unit: Handling, person: string): Promise<Person | undefined> => (await listHandlers(ctx, unit, { person, most: 1 }))[0]

/** Who is to see to what is sent to a unit: who was named, else who was suggested and still handles for it. @throws Problem unit.unknown where who was named does not */
export async function personFor(ctx: Ctx, unit: Handling, { named, suggested }: { named: string | null | undefined, suggested: string | null }): Promise<Person | undefined> {
  const wanted = named === undefined ? suggested : named
  if (wanted === null) return undefined
  const person = await handlerOf(ctx, unit, wanted)
  if (!person && named) throw new Problem('unit.unknown', { detail: '责任人不是该单位的经办人，请重新选择', fields: [{ path: 'take.person', message: '请选择该单位的经办人' }] })
  return person
}
