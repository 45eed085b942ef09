import type { Input, Output } from '@linli/contract'
import { areasFor, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import type { DeadJob } from '../../kernel/job-state.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem } from '../../kernel/problem.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

export async function state(ctx: Ctx): Promise<Output<'system', 'state'>> {
  const { version, since, simulators } = ctx.installation
  const [dead, queues] = [await theirs(ctx), await ctx.jobs.queues()]
  return {
    version, since: since.toISOString(), simulators,
    database: await queries.databaseVersion(ctx),
    queues: queues.map((queue) => ({ ...queue, dead: dead.filter((job) => job.queue === queue.name).length })),
  }
}

export async function deadJobs(ctx: Ctx, { after, limit }: Input<'system', 'deadJobs'>): Promise<Output<'system', 'deadJobs'>> {
  const [moment, last] = goOnAfter(after, 2) ?? []
  const all = (await theirs(ctx)).map((job) => ({ ...job, failedAt: job.failedAt.toISOString(), reason: rules.withoutNumbers(job.reason) }))
  const rest = all.filter(({ failedAt, id }) => moment === undefined || failedAt < moment || (failedAt === moment && id < last!))
  return cut(rest.slice(0, limit + 1), limit, ({ failedAt, id }) => [failedAt, id])
}

export async function redrive(ctx: Ctx, { queue, ids }: Input<'system', 'redrive'>): Promise<Output<'system', 'redrive'>> {
  const redriven = await ctx.jobs.redrive(queue, await chosen(ctx, queue, ids))
  record(ctx, 'job.redriven', { queue, ids, count: redriven })
  return { redriven }
}

export async function discard(ctx: Ctx, { queue, ids }: Input<'system', 'discard'>): Promise<Output<'system', 'discard'>> {
  const discarded = await ctx.jobs.discard(queue, await chosen(ctx, queue, ids))
  record(ctx, 'job.discarded', { queue, ids, count: discarded })
  return { discarded }
}

/** Newest first; of one moment, by id. */
async function theirs(ctx: Ctx): Promise<DeadJob[]> {
  const areas = areasFor(ctx.actor, 'system.manage')
  const jobs = (await ctx.jobs.dead()).filter((job) => rules.isTheirs(job, areas))
  return jobs.toSorted((one, other) => other.failedAt.getTime() - one.failedAt.getTime() || (one.id < other.id ? 1 : -1))
}

/** Those of the ids that are there and theirs. */
async function chosen(ctx: Ctx, queue: string, ids: string[]): Promise<string[]> {
  const known = (await theirs(ctx)).filter((job) => job.queue === queue && ids.includes(job.id)).map(({ id }) => id)
  if (known.length === 0) throw new Problem('not-found')
  return known
}

/** @throws Problem not-found where somebody else was quicker */
function record(ctx: Ctx, name: string, { queue, ids, count }: { queue: string, ids: string[], count: number }): void {
  if (count === 0) throw new Problem('not-found')
  const { area } = ctx.actor
  ctx.record(name, { kind: 'job', id: queue, subdistrict: tenantOf(area), area }, { ids, count })
}
