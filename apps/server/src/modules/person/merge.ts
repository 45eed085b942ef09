import type { Input, Output, Values } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { beforeOf, fieldsFor, listRevisions, note, settle, type From, type Revised, type Sources } from '../record/index.ts'
import { becomeOne, becomeTwo, isOneCommunity } from '../twin/index.ts'
import { standingOf, subjectOf } from './actions.ts'
import { hindranceOf } from './compare.ts'
import * as merges from './merge-queries.ts'
import { toldBy } from './merge-rules.ts'
import * as queries from './queries.ts'
import type { PersonRow } from './queries.ts'
import { filledIn, rowOf } from './row.ts'
import { view } from './view.ts'

/** One record made part of another, with everything that points at it. */
export async function merge(ctx: Ctx, { keep: keepId, drop: dropId, keepRevision, dropRevision, take, both }: Input<'person', 'merge'>): Promise<Output<'person', 'merge'>> {
  const [keep, drop] = await lockBoth(ctx, keepId, dropId)
  if (keep.revision !== keepRevision || drop.revision !== dropRevision) throw new Problem('base.changed')
  refuse(ctx, keep, drop)
  const id = ctx.newId()
  const [standing, from]: [ReturnType<typeof standingOf>, From] = [standingOf(ctx, keep), { source: 'merge', ref: id, name: drop.name }]
  const told = toldBy(await fieldsFor(ctx, 'person', keep), standing.values, standingOf(ctx, drop).values, { take, both })
  const revised = await settle(ctx, standing, filledIn(told), from)
  await becomeOne(ctx, keep.subdistrict, keep, drop)
  await queries.update(ctx, drop, { standing: 'merged', merged_into: keep.id, changed_at: ctx.now })
  const moved = found(await merges.move(ctx, keep.subdistrict, drop.id, keep.id, dayOf(ctx.now)))
  await note(ctx, standing, revised, from)
  const after = await queries.update(ctx, keep, { ...await stored(ctx, keep, revised), tags: [...new Set([...keep.tags, ...drop.tags])], ...homeOf(keep, moved.home), changed_at: ctx.now })
  await merges.insert(ctx, {
    subdistrict: keep.subdistrict, id, area: keep.area, kept: keep.id, dropped: drop.id, kept_name: keep.name, dropped_name: drop.name, no: revised.changed.length > 0 ? revised.revision : null, moved: JSON.stringify(moved),
    before: JSON.stringify({ kept: rememberedOf(keep), dropped: rememberedOf(drop) }), at: ctx.now, by: ctx.actor.id!, by_name: ctx.actor.name,
  })
  ctx.record('person.merged', subjectOf(after), { dropped: drop.id, merge: id, fields: revised.changed })
  return { merge: id, person: await view(ctx, after) }
}

/** Two records again: what was moved goes back, and so does every value that nobody changed since. */
export async function unmerge(ctx: Ctx, { merge: id }: Input<'person', 'unmerge'>): Promise<Output<'person', 'unmerge'>> {
  const done = found(await merges.lock(ctx, id))
  if (done.undone_at !== null) throw new Problem('base.changed', { detail: '这次合并已经撤销' })
  const [keep, drop] = await lockBoth(ctx, done.kept, done.dropped)
  if (keep.merged_into !== null) throw new Problem('base.merged', { detail: '保留的那条后来又并入了别的记录，请先撤销后来的合并' })
  if (!mayIn(ctx.actor, 'base.edit', keep.area) || !mayIn(ctx.actor, 'base.edit', drop.area)) throw new Problem('may.not')
  const before = done.before as unknown as { kept: Remembered, dropped: Remembered }
  const revised = await putBack(ctx, keep, done.no)
  const kept = await queries.update(ctx, keep, { ...await stored(ctx, keep, revised), tags: keep.tags.filter((tag) => before.kept.tags.includes(tag) || !before.dropped.tags.includes(tag)), changed_at: ctx.now })
  const restored = await queries.update(ctx, drop, { ...before.dropped, merged_into: null, changed_at: ctx.now })
  const homes = found(await merges.moveBack(ctx, done))
  const after = await queries.update(ctx, kept, homes.target ? homeOf(kept, homes.target) : before.kept)
  const again = await queries.update(ctx, restored, homeOf(restored, homes.source))
  await becomeTwo(ctx, keep.subdistrict, keep, drop)
  await merges.undo(ctx, done)
  ctx.record('person.unmerged', subjectOf(after), { restored: drop.id, merge: id, fields: revised.changed })
  return { kept: await view(ctx, after), restored: await view(ctx, again) }
}

/** In one order, so that two people who merge the same two wait for each other. */
async function lockBoth(ctx: Ctx, one: string, other: string): Promise<[PersonRow, PersonRow]> {
  const rows = new Map<string, PersonRow>()
  for (const id of [one, other].toSorted()) rows.set(id, found(await queries.lock(ctx, id)))
  return [rows.get(one)!, rows.get(other)!]
}

function refuse(ctx: Ctx, keep: PersonRow, drop: PersonRow): void {
  const detail = hindranceOf(ctx, keep, drop)
  if (detail === null) return
  if (keep.id === drop.id) throw new Problem('input.invalid', { detail })
  if (keep.merged_into !== null || drop.merged_into !== null) throw new Problem('base.merged')
  throw new Problem(isOneCommunity(keep.area, drop.area) ? 'may.not' : 'twin.elsewhere', { detail })
}

/** The values the merge told, where what it told still stands. */
async function putBack(ctx: Ctx, keep: PersonRow, no: number | null): Promise<Revised> {
  const standing = standingOf(ctx, keep)
  const revision = no === null ? undefined : (await listRevisions(ctx, keep)).find((one) => one.no === no)
  const before = revision ? beforeOf(ctx, revision) : {}
  const names = (revision?.fields ?? []).filter((name) => (standing.sources as Sources)[name]?.[0] === no)
  const from: From = { source: 'restore', ref: String(no), name: '撤销合并' }
  const revised = await settle(ctx, standing, Object.fromEntries(names.map((name) => [name, before[name] ?? null])) as Values, from)
  await note(ctx, standing, revised, from)
  return revised
}

const stored = async (ctx: Ctx, place: PersonRow, { values, sources, revision }: Revised) => ({ ...rowOf(ctx, await fieldsFor(ctx, 'person', place), values), sources: JSON.stringify(sources), revision })

type Remembered = Pick<PersonRow, 'area' | 'address' | 'standing' | 'tags'>
const rememberedOf = ({ area, address, standing, tags }: PersonRow): Remembered => ({ area, address, standing, tags })

/** Where somebody is known from, and whether they are there: who has a home is. */
const homeOf = (row: PersonRow, home: merges.Home | null): Partial<Pick<PersonRow, 'area' | 'address' | 'standing'>> =>
  home === null ? {} : { area: home.area, address: home.address, standing: home.isThere ? 'present' : row.standing === 'present' ? 'left' : row.standing }
