import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import type { EventRow } from './queries.ts'
import * as queries from './queries.ts'

/** Photos must have been sent up by the same person, or by the same one-time link, and belong to nothing yet. */
export async function addPhotos(ctx: Ctx, event: EventRow, ids: string[], part: string, by: string | null = ctx.actor.id): Promise<void> {
  if (ids.length === 0) return
  if (await queries.attachPhotos(ctx, event, ids, { part, by }) !== ids.length) throw new Problem('input.invalid', { detail: '有照片已失效，请重新上传', fields: [{ path: 'photos', message: '请重新上传照片' }] })
  await queries.update(ctx, event, { photo_count: event.photo_count + ids.length })
}
