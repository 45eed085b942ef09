import type { Input, Output } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'

export async function list(ctx: Ctx, input: Input<'bookmark', 'list'>): Promise<Output<'bookmark', 'list'>> {
  return { rows: await queries.list(ctx, input.list) }
}

export async function save(ctx: Ctx, bookmark: Input<'bookmark', 'save'>): Promise<Output<'bookmark', 'save'>> {
  const id = ctx.newId()
  await queries.insert(ctx, { id, ...bookmark })
  ctx.record('bookmark.saved', subjectOf(ctx, id), { list: bookmark.list, name: bookmark.name })
  return { id, name: bookmark.name, query: bookmark.query }
}

export async function drop(ctx: Ctx, { id }: Input<'bookmark', 'drop'>): Promise<Output<'bookmark', 'drop'>> {
  found(await queries.drop(ctx, id) || undefined)
  ctx.record('bookmark.dropped', subjectOf(ctx, id))
  return {}
}

const subjectOf = ({ actor: { area } }: Ctx, id: string) => ({ kind: 'bookmark', id, subdistrict: tenantOf(area), area })
