import type { Input, Output } from '@linli/contract'
import { areaAt, areaOf, isAreaPath, subdistrictOf } from '@linli/standards'
import { mayIn, officeOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { check, columnsOf, contentOf, isSame } from './content.ts'
import { ownerOf, type Owner, type OwnerColumns } from './owner.ts'
import { decide } from './proposal.ts'
import * as queries from './queries.ts'
import { mayTake, type Content } from './rules.ts'
import { view, whatOf, whoOf } from './view.ts'

type View = Output<'knowledge', 'get'>

export const subjectOf = ({ id, subdistrict, area }: queries.EntryRow): Subject => ({ kind: 'knowledge', id, subdistrict, area })

export async function write(ctx: Ctx, { area: asked, replaces, owner, content }: Input<'knowledge', 'write'>): Promise<View> {
  const area = asked ?? ownArea(ctx)
  if (!mayIn(ctx.actor, 'knowledge.edit', area)) throw new Problem('not-found', { detail: '请选择本街道或您所在的社区' })
  return view(ctx, await draft(ctx, { area, replaces: replaces ?? null, owner, content }))
}

export interface Drafting { area: string, replaces: string | null, owner?: Owner | undefined, content: Content, note?: string }

/** A new entry of a sub-district or a community, as a draft. @throws Problem input.invalid */
export async function draft(ctx: Ctx, { area, replaces, owner, content, note = '' }: Drafting): Promise<queries.EntryRow> {
  const office = isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined
  if (!office || (area !== office && area !== areaAt(area, 'community'))) throw new Problem('input.invalid', { detail: '请选择街道或社区', fields: [{ path: 'area', message: '请选择街道或社区' }] })
  const subdistrict = subdistrictOf(office)
  const whole = replaces === null ? null : found(await queries.find(ctx, replaces))
  if (whole && (whole.area !== office || area === office)) throw new Problem('input.invalid', { detail: '只有社区的答案可以替代街道的答案' })
  await check(ctx, subdistrict, content, whole !== null)
  const no = await queries.takeNumbers(ctx, { subdistrict, office }, 1)
  const row = await queries.insert(ctx, {
    subdistrict, id: ctx.newId(), area, area_name: (await areaNamed(ctx, area)).name, no, replaces, status: 'draft', open_status: 'draft', shown: 1, last: 1, ...await ownerOf(ctx, area, owner), changed_at: ctx.now, changed_name: ctx.actor.name,
  })
  await queries.insertRevision(ctx, { ...written(ctx, row, 1, content), note })
  ctx.record('knowledge.drafted', subjectOf(row), { title: content.question, no })
  return row
}

export async function change(ctx: Ctx, { id, seen, owner, note, content, proposals }: Input<'knowledge', 'change'>): Promise<View> {
  const row = await held(ctx, id, seen)
  const owned = owner && await ownerOf(ctx, row.area, owner)
  await check(ctx, row.subdistrict, content, row.replaces !== null)
  const decided = proposals ? await decide(ctx, row, proposals) : 0
  const changed = await rewrite(ctx, row, { content, note, owned, isNothing: decided === 0 })
  return view(ctx, changed)
}

/** Somebody saw an older one and would overwrite what they do not know. */
async function held(ctx: Ctx, id: string, seen: string): Promise<queries.EntryRow> {
  const row = await toEdit(ctx, id)
  if (row.changed_at.getTime() !== new Date(seen).getTime()) throw new Problem('knowledge.changed', { detail: `${row.changed_name}刚改过这条知识，请看过最新的再改` })
  return row
}

/** Held, where it is there to be changed; who may only read it is told so. */
export async function toEdit(ctx: Ctx, id: string): Promise<queries.EntryRow> {
  const row = found(await queries.find(ctx, id))
  if (!mayIn(ctx.actor, 'knowledge.edit', row.area)) throw new Problem('may.not', { detail: '这是街道的知识，由街道维护；社区可以另写本社区的答案' })
  return found(await queries.lock(ctx, id))
}

interface Rewriting { content: Content, note: string, owned?: OwnerColumns | undefined, isNothing?: boolean }

/** Into the draft there is, or into a new one beside what is published. */
export async function rewrite(ctx: Ctx, row: queries.EntryRow, { content, note, owned, isNothing = true }: Rewriting): Promise<queries.EntryRow> {
  const open = await queries.findOpen(ctx, row)
  const who = whoOf(ctx, row.area, open)
  if (!mayTake('change', whatOf(row), who)) throw notOpen(row)
  const before = open ?? await queries.findRevision(ctx, row, row.shown)
  const isOwner = owned !== undefined && (owned.owner !== row.owner || owned.owner_role !== row.owner_role)
  const isAsBefore = before !== undefined && isSame(before, content)
  if (isAsBefore && !isOwner && isNothing) throw new Problem('input.invalid', { detail: '内容没有改动' })
  const no = open?.no ?? (isAsBefore ? null : row.last + 1)
  if (open) await queries.updateRevision(ctx, open, { ...columnsOf(content), note: note || open.note, authors: [...new Set([...open.authors, ...authorsOf(ctx)])], author_name: ctx.actor.name, written_at: ctx.now })
  else if (no !== null) await queries.insertRevision(ctx, { ...written(ctx, row, no, content), note })
  const changed = await queries.update(ctx, row, { ...owned, ...(no !== null && { open_status: 'draft', last: Math.max(row.last, no) }), ...(row.status === 'draft' && no !== null && { shown: no }), changed_at: ctx.now, changed_name: ctx.actor.name })
  ctx.record('knowledge.changed', subjectOf(row), { title: content.question, no: row.no, revision: no ?? row.shown, ...(isOwner && { owner: owned.owner_name }) })
  return changed
}

export async function restore(ctx: Ctx, { id, seen, no }: Input<'knowledge', 'restore'>): Promise<View> {
  const row = await held(ctx, id, seen)
  const former = found(await queries.findRevision(ctx, row, no))
  return view(ctx, await rewrite(ctx, row, { content: contentOf(former), note: `恢复第 ${no} 版` }))
}

export async function setOwner(ctx: Ctx, { id, owner }: Input<'knowledge', 'setOwner'>): Promise<View> {
  const row = await toEdit(ctx, id)
  const owned = await ownerOf(ctx, row.area, owner)
  if (owned.owner === row.owner && owned.owner_role === row.owner_role) throw new Problem('input.invalid', { detail: '负责人没有变' })
  const changed = await queries.update(ctx, row, { ...owned, changed_at: ctx.now, changed_name: ctx.actor.name })
  ctx.record('knowledge.owner-set', subjectOf(row), { no: row.no, owner: owned.owner_name })
  return view(ctx, changed)
}

/** Somebody of a community writes for the community. */
function ownArea(ctx: Ctx): string {
  const office = officeOf(ctx.actor).area
  if (mayIn(ctx.actor, 'knowledge.edit', office)) return office
  const post = ctx.actor.posts.find(({ permissions }) => permissions.includes('knowledge.edit'))?.area
  return (post !== undefined && isAreaPath(post) ? areaAt(post, 'community') : undefined) ?? office
}

const authorsOf = (ctx: Ctx): string[] => (ctx.actor.id === null ? [] : [ctx.actor.id])

const written = (ctx: Ctx, { subdistrict, id, area, replaces }: queries.EntryRow, no: number, content: Content) =>
  ({ subdistrict, knowledge: id, no, area, replaces, status: 'draft', ...columnsOf(content), authors: authorsOf(ctx), author_name: ctx.actor.name, written_at: ctx.now })

export const notOpen = (row: queries.EntryRow) => new Problem('knowledge.step-not-open', { detail: `${row.changed_name}刚处理过，这一步现在不能办，请看最新情况` })

export const officeOfEntry = ({ subdistrict }: queries.EntryRow) => ({ subdistrict, office: areaOf(subdistrict) })
