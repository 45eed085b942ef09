import type { Input, Output } from '@linli/contract'
import { areaAt, dayOf, isAreaPath, subdistrictOf } from '@linli/standards'
import { areasFor, mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { commonArea } from '../../kernel/db.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed } from '../organisation/index.ts'
import { answersTo } from './answer.ts'
import { linesOf } from './matching.ts'
import * as lists from './list-queries.ts'
import * as queries from './queries.ts'
import { mayTake, soonUntil } from './rules.ts'
import { headOfEntry, revisionViewOf, view, whatOf, whoOf } from './view.ts'

const mostCounted = 99

export async function list(ctx: Ctx, { after, limit, ...filters }: Input<'knowledge', 'list'>): Promise<Output<'knowledge', 'list'>> {
  const page = cut(await lists.list(ctx, { ...filters, soonUntil: soonUntil(dayOf(ctx.now)) }, goOnAfter(after, 2), limit + 1), limit, (row) => [row.changed_at.toISOString(), row.id])
  return {
    next: page.next, rows: page.rows.map((row) => {
      const [what, who] = [whatOf(row), whoOf(ctx, row.area, row.open_authors === null ? undefined : { authors: row.open_authors })]
      return { ...headOfEntry(ctx, row, row), proposals: row.proposals, openNo: row.open_no, maySubmit: mayTake('submit', what, who), mayApprove: mayTake('approve', what, who) }
    }),
  }
}

export async function counts(ctx: Ctx): Promise<Output<'knowledge', 'counts'>> {
  const of = (filters: Omit<lists.Filters, 'soonUntil'>) => lists.count(ctx, { ...filters, soonUntil: soonUntil(dayOf(ctx.now)) }, mostCounted)
  return {
    soon: await of({ term: 'soon', isMine: true }), over: await of({ term: 'over', isMine: true }), proposed: mayIn(ctx.actor, 'knowledge.edit', home(ctx)) ? await of({ isProposed: true, isMine: true }) : 0,
    review: await lists.countToReview(ctx, areasFor(ctx.actor, 'knowledge.review'), mostCounted), version: await queries.versionOf(ctx, tenantOf(home(ctx))),
  }
}

const home = ({ actor }: Ctx) => commonArea(actor.posts.map(({ area }) => area))

export const categories = async (ctx: Ctx): Promise<Output<'knowledge', 'categories'>> => ({ rows: await lists.categories(ctx) })

export const get = async (ctx: Ctx, { id }: Input<'knowledge', 'get'>): Promise<Output<'knowledge', 'get'>> => view(ctx, found(await queries.find(ctx, id)))

export async function revision(ctx: Ctx, { id, no }: Input<'knowledge', 'revision'>): Promise<Output<'knowledge', 'revision'>> {
  return revisionViewOf(ctx, found(await queries.findRevision(ctx, found(await queries.find(ctx, id)), no)))
}

/** As if a resident asked in that community, or in the sub-district where none is named. */
export async function tryOut(ctx: Ctx, { question, area, matching }: Input<'knowledge', 'tryOut'>): Promise<Output<'knowledge', 'tryOut'>> {
  const office = isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined
  if (!office) throw new Problem('input.invalid', { fields: [{ path: 'area', message: '请选择街道或社区' }] })
  const { path } = await areaNamed(ctx, area)
  if (!mayIn(ctx.actor, 'knowledge.view', path) && !ctx.actor.posts.some((post) => post.area.startsWith(path))) throw new Problem('not-found')
  return answersTo(ctx, { subdistrict: subdistrictOf(office), area: path, question, tried: matching && { ...matching, terms: linesOf(matching.terms) } })
}
