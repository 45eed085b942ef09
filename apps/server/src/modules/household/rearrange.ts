import type { Input, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { putInHousehold } from '../person/index.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { formAt, noteMembers, rearranged, standingHousehold, subjectOf } from './actions.ts'
import * as queries from './queries.ts'
import type { HouseholdRow } from './queries.ts'
import { mergeHindrance, splitHindrance } from './rules.ts'
import { view } from './view.ts'

const membersNow = async (ctx: Ctx, row: HouseholdRow) => (await queries.listMembers(ctx, row)).filter(({ until }) => until === null)

/** Some of its members keep house by themselves at the same place from now on. */
export async function split(ctx: Ctx, { id, revision, members, head, stayingHead }: Input<'household', 'split'>): Promise<Output<'household', 'split'>> {
  const row = await standingHousehold(ctx, id, revision)
  const present = await membersNow(ctx, row)
  refuse(splitHindrance(present.map((one) => one.id), members), 'members')
  const staying = present.filter((one) => !members.includes(one.id))
  const answering = stayingHead ?? (staying.some(({ person }) => person === row.head) ? row.head : null)
  const { after } = await rearranged(ctx, row, { members: staying.map((one) => one.id), head: answering })
  const formed = await formAt(ctx, row, { values: row.kind === null ? {} : { kind: row.kind }, members, head, from: row.id })
  ctx.record('household.split', subjectOf(after), { formed: formed.id, left: members.length })
  return { stayed: await view(ctx, after), formed: await view(ctx, formed) }
}

/** Another household of the same place becomes part of this one, and is no more. */
export async function merge(ctx: Ctx, { id, revision, other, otherRevision }: Input<'household', 'merge'>): Promise<Output<'household', 'merge'>> {
  const rows = new Map<string, HouseholdRow>()
  // In one order, so that two people who merge the same two wait for each other.
  for (const [one, seen] of new Map([[id, revision], [other, otherRevision]].toSorted() as [string, number][])) rows.set(one, await standingHousehold(ctx, one, seen))
  const [kept, dropped] = [rows.get(id)!, rows.get(other)!]
  refuse(mergeHindrance(kept, dropped), 'other')
  const [present, joining] = [await membersNow(ctx, kept), await membersNow(ctx, dropped)]
  await putInHousehold(ctx, dropped.subdistrict, joining.map((one) => one.id), null)
  const no = dropped.revision + 1
  await noteMembers(ctx, dropped, joining, { names: ['members', 'head'], no })
  const ended = await queries.update(ctx, dropped, { ended_on: dayOf(ctx.now), head: null, revision: no, changed_at: ctx.now, checked_at: ctx.now })
  const { after, joined } = await rearranged(ctx, kept, { members: [...present, ...joining].map((one) => one.id), head: kept.head })
  ctx.record('household.ended', subjectOf(ended), { on: ended.ended_on, into: kept.id })
  ctx.record('household.merged', subjectOf(after), { other: dropped.id, joined })
  return view(ctx, after)
}

function refuse(why: string | undefined, path: string): void {
  if (why !== undefined) throw new Problem('input.invalid', { detail: why, fields: [{ path, message: why }] })
}
