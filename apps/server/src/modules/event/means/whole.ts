import type { Ctx } from '../../../kernel/ctx.ts'
import { Problem } from '../../../kernel/problem.ts'
import type { EventRow } from '../queries.ts'
import * as queries from '../queries.ts'
import { mayTakeIn } from '../whole-rules.ts'
import type { Means, Told } from './means.ts'

/** Two that are being merged into each other must not both be gone: the target is held, and must be one that still lives on its own. */
export async function merge(ctx: Ctx, event: EventRow, { into, note }: Told<'merge'>): Promise<Means> {
  const target = await queries.lock(ctx, into)
  if (!target || target.subdistrict !== event.subdistrict) throw new Problem('not-found', { detail: '没有找到要并入的事件' })
  if (target.id === event.id || !mayTakeIn(target)) throw new Problem('event.cannot-merge')
  return { change: { merged_into: target.id, is_duplicate: true, question: null }, details: { into: target.id, number: target.number, note } }
}

export const unmerge = (_: Ctx, event: EventRow, { reason }: Told<'unmerge'>): Means => ({ change: { merged_into: null, is_duplicate: false }, details: { reason, whole: event.merged_into } })
