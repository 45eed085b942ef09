import type { Input, Output } from '@linli/contract'
import { tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { matterBook } from '../matter/index.ts'
import * as queries from './queries.ts'

type Offered = Output<'reply', 'offer'>['rows'][number]

export async function offer(ctx: Ctx, { steps, matter, area, text, limit }: Input<'reply', 'offer'>): Promise<Output<'reply', 'offer'>> {
  const subdistrict = tenantOf(ctx.actor.area)
  const line = matter === undefined ? undefined : (await matterBook(ctx, subdistrict, ctx.now)).lineOf(matter)
  const rows = await queries.offer(ctx, { subdistrict, text, line, steps, at: area, limit: limit + 1 })
  return {
    rows: rows.slice(0, limit).map(({ id, name, text: words, matters, steps: its, area: of, area_name: areaName, used, is_favourite: isFavourite }) =>
      ({ id, name, text: words, matters, steps: its as Offered['steps'], area: of, areaName, used, isFavourite })),
    isMore: rows.length > limit,
  }
}

export async function use(ctx: Ctx, { id }: Input<'reply', 'use'>): Promise<Output<'reply', 'use'>> {
  const { subject, mark } = await offered(ctx, id)
  await queries.markUsed(ctx, mark)
  ctx.record('reply.used', subject)
  return {}
}

export async function favour(ctx: Ctx, { id, isFavourite }: Input<'reply', 'favour'>): Promise<Output<'reply', 'favour'>> {
  const { subject, mark } = await offered(ctx, id)
  await queries.markFavourite(ctx, mark, isFavourite)
  ctx.record(isFavourite ? 'reply.favoured' : 'reply.unfavoured', subject)
  return {}
}

/** What is retired is nobody's any more. A mark is kept where the person works, within what the words are for. */
async function offered(ctx: Ctx, id: string) {
  const row = found(await queries.find(ctx, id))
  found(row.is_retired ? undefined : row)
  const { subdistrict, area } = row
  const home = ctx.actor.posts.map((post) => post.area).find((one) => one.startsWith(area)) ?? area
  return { subject: { kind: 'reply', id, subdistrict, area }, mark: { subdistrict, reply: id, area: home } }
}
