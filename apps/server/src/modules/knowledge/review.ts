import type { Input, KnowledgeStep, Output } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { contentOf } from './content.ts'
import * as queries from './queries.ts'
import { mayTake, missing } from './rules.ts'
import { view, whatOf, whoOf } from './view.ts'
import { notOpen, officeOfEntry, subjectOf, toEdit } from './write.ts'

type One = Input<'knowledge', 'takeBack'>
type Done = Output<'knowledge', 'submit'>
type View = Output<'knowledge', 'get'>
interface Held { row: queries.EntryRow, open: queries.RevisionRow }

/** All of them or none: who is told that one cannot go has lost nothing. */
export async function submit(ctx: Ctx, { items }: Input<'knowledge', 'submit'>): Promise<Done> {
  for (const item of inOrder(items)) {
    const { row, open } = await heldOpen(ctx, item, 'submit')
    const fields = missing(contentOf(open), dayOf(ctx.now))
    if (fields.length > 0) throw new Problem('input.invalid', { detail: `“${open.question}”${fields[0]!.message}`, fields })
    await queries.updateRevision(ctx, open, { status: 'review', review_note: '' })
    await queries.update(ctx, row, { open_status: 'review', ...now(ctx) })
    ctx.record('knowledge.submitted', subjectOf(row), { title: open.question, no: row.no })
  }
  return { done: items.length, version: null }
}

export async function takeBack(ctx: Ctx, item: One): Promise<View> {
  const { row, open } = await heldOpen(ctx, item, 'takeBack')
  await queries.updateRevision(ctx, open, { status: 'draft' })
  ctx.record('knowledge.taken-back', subjectOf(row), { title: open.question, no: row.no })
  return view(ctx, await queries.update(ctx, row, { open_status: 'draft', ...now(ctx) }))
}

/** What was never told goes with its draft. */
export async function drop(ctx: Ctx, item: One): Promise<Output<'knowledge', 'drop'>> {
  const { row, open } = await heldOpen(ctx, item, 'drop')
  await queries.updateRevision(ctx, open, { status: 'dropped', ended_at: ctx.now })
  ctx.record('knowledge.dropped', subjectOf(row), { title: open.question, no: row.no })
  const isGone = row.status === 'draft'
  await queries.update(ctx, row, { open_status: null, ...(isGone && { status: 'dropped' }), ...now(ctx) })
  return { isGone }
}

/** What is published from now on is told to residents: one step of the knowledge as a whole for all of them. Only for the module that has tried them out: there is no other way to publish. @returns the version of the knowledge. */
export async function approve(ctx: Ctx, items: readonly One[]): Promise<number> {
  let version = 0
  for (const item of inOrder(items)) {
    const { row, open } = await heldOpen(ctx, item, 'approve')
    if (open.valid_to !== null && open.valid_to < dayOf(ctx.now)) throw new Problem('input.invalid', { detail: `“${open.question}”的有效期已经过了，请退回修改` })
    version ||= await queries.grow(ctx, officeOfEntry(row))
    const before = await queries.findPublished(ctx, row)
    if (before) await queries.updateRevision(ctx, before, { status: 'past', version_to: version, ended_at: ctx.now })
    await queries.updateRevision(ctx, open, { status: 'published', reviewer_name: ctx.actor.name, reviewed_at: ctx.now, review_note: '', version_from: version, valid_from: open.valid_from ?? dayOf(ctx.now), warned_at: null })
    await queries.update(ctx, row, { status: 'published', open_status: null, shown: open.no, ...now(ctx) })
    ctx.record('knowledge.published', subjectOf(row), { title: open.question, no: row.no, revision: open.no, version, writtenBy: open.author_name })
  }
  return version
}

export async function sendBack(ctx: Ctx, { note, ...item }: Input<'knowledge', 'sendBack'>): Promise<View> {
  const { row, open } = await heldOpen(ctx, item, 'sendBack')
  await queries.updateRevision(ctx, open, { status: 'draft', reviewer_name: ctx.actor.name, reviewed_at: ctx.now, review_note: note })
  ctx.record('knowledge.sent-back', subjectOf(row), { title: open.question, no: row.no, note })
  return view(ctx, await queries.update(ctx, row, { open_status: 'draft', ...now(ctx) }))
}

/** Not told any more from this moment on. */
export async function withdraw(ctx: Ctx, { id, reason }: Input<'knowledge', 'withdraw'>): Promise<View> {
  const row = await toReview(ctx, id)
  if (!mayTake('withdraw', whatOf(row), whoOf(ctx, row.area, undefined))) throw notOpen(row)
  const published = await queries.findPublished(ctx, row)
  const version = published && await queries.grow(ctx, officeOfEntry(row))
  if (published) await queries.updateRevision(ctx, published, { status: 'withdrawn', version_to: version, ended_at: ctx.now, review_note: reason })
  ctx.record('knowledge.withdrawn', subjectOf(row), { no: row.no, reason, version: version ?? null })
  return view(ctx, await queries.update(ctx, row, { status: 'withdrawn', ...now(ctx) }))
}

/** Two who hold many at the same time do not wait for each other in a circle. */
const inOrder = (items: readonly One[]): One[] => items.toSorted((a, b) => (a.id < b.id ? -1 : 1))

const now = (ctx: Ctx) => ({ changed_at: ctx.now, changed_name: ctx.actor.name })

async function toReview(ctx: Ctx, id: string): Promise<queries.EntryRow> {
  const row = found(await queries.find(ctx, id))
  if (!mayIn(ctx.actor, 'knowledge.review', row.area)) throw new Problem('may.not', { detail: '这条知识由街道审核' })
  return found(await queries.lock(ctx, id))
}

/** The version that somebody looked at, still open and theirs to take this step with. */
async function heldOpen(ctx: Ctx, { id, no }: One, step: KnowledgeStep): Promise<Held> {
  const row = await (step === 'approve' || step === 'sendBack' ? toReview : toEdit)(ctx, id)
  const open = await queries.findOpen(ctx, row)
  if (open?.no !== no) throw notOpen(row)
  const who = whoOf(ctx, row.area, open)
  if (step === 'approve' && row.open_status === 'review' && who.isWriter) throw new Problem('may.not', { detail: `“${open.question}”是您写的，请由别人审核` })
  if (!mayTake(step, whatOf(row), who)) throw notOpen(row)
  return { row, open }
}
