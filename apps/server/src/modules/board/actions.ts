import type { Input, Output } from '@linli/contract'
import { daysBetween, maskNumbers } from '@linli/standards'
import { mayIn, officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import * as queries from './queries.ts'
import * as rules from './board-rules.ts'

/** More entries than a board shows are in the knowledge base. */
const mostEntries = 30
const mostDays = 400

export async function figures(ctx: Ctx, { area, from, until }: Input<'board', 'figures'>): Promise<Output<'board', 'figures'>> {
  const period = readable(ctx, { area, from, until })
  const earlier = { ...period, ...rules.before(from, until) }
  const [sums, was, minutes] = [await queries.sumOf(ctx, period), await queries.sumOf(ctx, earlier), await queries.findEstimate(ctx, tenantOf(area))]
  const { waits, ...counts } = sums
  const { waits: _, ...countsBefore } = was
  const wait = rules.spread(waits)
  const entries = (await queries.listEntries(ctx, period, earlier, mostEntries)).map((row) => ({ ...row, isRising: rules.isRising(row.asked, row.earlier) }))
  return {
    areaName: (await areaNamed(ctx, area)).name, counts, before: countsBefore,
    rates: { machine: rules.share(sums.machine, sums.talks), handed: rules.share(sums.handed, sums.talks), satisfied: rules.share(sums.satisfied, sums.rated), repeated: rules.share(sums.repeated, sums.questions), answered: rules.share(sums.answered, sums.questions) },
    wait: { medianMinutes: wait.median, p90Minutes: wait.p90, waited: waits.length },
    days: await queries.listDays(ctx, period), entries, categories: (await queries.listCategories(ctx, period, earlier)).map((row) => ({ ...row, isRising: rules.isRising(row.asked, row.earlier) })),
    saved: { hours: rules.hoursSaved(sums, minutes), minutes: { machine: minutes.machine, suggested: minutes.suggested, attended: minutes.attended }, changedBy: minutes.changedBy, changedAt: minutes.changedAt?.toISOString() ?? null, mayChange: tenantOf(area) > 0 && mayIn(ctx.actor, 'insight.freeze', area) },
  }
}

export async function behind(ctx: Ctx, { area, from, until, which, after, limit }: Input<'board', 'behind'>): Promise<Output<'board', 'behind'>> {
  const rows = await queries.listBehind(ctx, readable(ctx, { area, from, until }), which, { after: goOnAfter(after, 2), limit: limit + 1 })
  return cut(rows.map((row) => ({ id: row.id, title: maskNumbers(row.title), areaName: row.area_name, begunAt: row.begun_at.toISOString(), rating: row.rating, worker: row.worker_name, isOpen: row.state === 'waiting' || row.state === 'attended' })), limit, ({ begunAt, id }) => [begunAt, id])
}

/** What holds for the whole office; told beside the figure who said it when. */
export async function setEstimate(ctx: Ctx, input: Input<'board', 'setEstimate'>) {
  const office = officeOf(ctx.actor)
  if (!mayIn(ctx.actor, 'insight.freeze', office.area)) throw new Problem('may.not')
  const from = await queries.findEstimate(ctx, office.subdistrict)
  await queries.putEstimate(ctx, { ...office, ...input })
  ctx.record('board.estimate-set', { kind: 'board', id: String(office.subdistrict), ...office, may: 'insight.view' }, { from: { machine: from.machine, suggested: from.suggested, attended: from.attended }, to: input })
  return {}
}

function readable(ctx: Ctx, period: queries.Period): queries.Period {
  if (!mayIn(ctx.actor, 'insight.view', period.area)) throw new Problem('not-found')
  const days = daysBetween(period.from, period.until)
  if (days < 0 || days > mostDays) throw new Problem('input.invalid', { detail: days < 0 ? '结束日期不能早于开始日期' : '一次最多看 400 天', fields: [{ path: 'until', message: '请改日期' }] })
  return period
}
