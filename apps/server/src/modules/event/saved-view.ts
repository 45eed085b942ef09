import type { Input, Output } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import * as queries from './queries.ts'

export async function views(ctx: Ctx): Promise<Output<'event', 'views'>> {
  return { rows: await queries.listViews(ctx) }
}

export async function saveView(ctx: Ctx, { name, query }: Input<'event', 'saveView'>): Promise<Output<'event', 'saveView'>> {
  const saved = { id: ctx.newId(), name, query }
  await queries.insertView(ctx, saved)
  ctx.record('event.view-saved', subjectOf(ctx, saved.id), { name })
  return saved
}

export async function dropView(ctx: Ctx, { id }: Input<'event', 'dropView'>) {
  found(await queries.dropView(ctx, id) || undefined)
  ctx.record('event.view-dropped', subjectOf(ctx, id))
  return {}
}

const subjectOf = ({ actor: { area } }: Ctx, id: string) => ({ kind: 'event-view', id, subdistrict: tenantOf(area), area })
