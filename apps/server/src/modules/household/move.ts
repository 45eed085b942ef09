import type { Input, Output } from '@linli/contract'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { moveFrom, ownPlaceFor, putInHousehold } from '../person/index.ts'
import { note } from '../record/index.ts'
import { standingHousehold, standingOf, subjectOf } from './actions.ts'
import * as queries from './queries.ts'
import { view } from './view.ts'

/** All of a household move to another home and go on keeping house together; where it stood before is in its history. */
export async function move(ctx: Ctx, { id, revision, at, since }: Input<'household', 'move'>): Promise<Output<'household', 'get'>> {
  const row = await standingHousehold(ctx, id, revision)
  const { subdistrict, area, place, housing, address } = await ownPlaceFor(ctx, at)
  if (subdistrict !== row.subdistrict) throw new Problem('input.invalid', { detail: '不能搬到别的街道' })
  if (housing === row.housing && area === row.area) throw new Problem('conflict.exists', { detail: '本户已经住在这里' })
  // In one order, so that two who move the same people wait for each other.
  const members = (await queries.listMembers(ctx, row)).filter(({ until }) => until === null).toSorted((one, other) => (one.person < other.person ? -1 : 1))
  if (members.length === 0) throw new Problem('input.invalid', { detail: '本户没有成员，没有人可以搬' })
  const moved: string[] = []
  for (const member of members) moved.push(await moveFrom(ctx, member.person, { residency: member.id, at, since }))
  await putInHousehold(ctx, subdistrict, moved, row.id)
  const before = row.address ?? (await areaNames(ctx, [row.area])).get(row.area) ?? null
  await note(ctx, { ...standingOf(ctx, row), values: { home: before } }, { values: {}, changed: ['home'], overruled: [], sources: {}, revision: row.revision + 1 }, { source: 'form' })
  const after = await queries.update(ctx, row, { area, place, housing, address, revision: row.revision + 1, changed_at: ctx.now, checked_at: ctx.now })
  ctx.record('household.moved', subjectOf(after), { from: row.area, members: moved.length })
  return view(ctx, after)
}
