import type { Input, Output } from '@linli/contract'
import { ageAt, areaAt, dayOf } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { tellSides } from './pair-queries.ts'
import * as queries from './queries.ts'

type View = Output<'twin', 'tellApart'>

export async function list(ctx: Ctx, { status, area, after, limit }: Input<'twin', 'list'>): Promise<Output<'twin', 'list'>> {
  const page = cut(await queries.list(ctx, { status, area }, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ score, id }) => [score, id])
  return { next: page.next, rows: await views(ctx, page.rows) }
}

export const tellApart = (ctx: Ctx, { id }: Input<'twin', 'tellApart'>): Promise<View> => decide(ctx, id, { from: 'open', to: 'different', record: 'twin.told-apart' })
export const lookAgain = (ctx: Ctx, { id }: Input<'twin', 'lookAgain'>): Promise<View> => decide(ctx, id, { from: 'different', to: 'open', record: 'twin.looked-again' })

async function decide(ctx: Ctx, id: string, { from, to, record }: { from: string, to: 'open' | 'different', record: string }): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (row.status !== from) throw new Problem('base.changed', { detail: '这一对刚有人处理过，请看最新情况' })
  if (!mayIn(ctx.actor, 'base.edit', row.area)) throw new Problem('may.not')
  await queries.decide(ctx, row, to)
  await tellSides(ctx.db, { subdistrict: row.subdistrict, now: ctx.now }, [row.one])
  ctx.record(record, subjectOf(row), { people: [row.one, row.other] })
  return view(ctx, id)
}

const subjectOf = ({ id, subdistrict, area }: queries.TwinRow): Subject => ({ kind: 'twin', id, subdistrict, area, may: 'base.view' })

const view = async (ctx: Ctx, id: string): Promise<View> => found((await views(ctx, await queries.list(ctx, { id }, { after: undefined, limit: 1 })))[0])

async function views(ctx: Ctx, rows: queries.PairRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.flatMap(({ first, second }) => [first.area, second.area]))])
  const side = (one: queries.Side): View['one'] => ({
    id: one.id, name: one.name, sex: one.sex, birth: one.birth, age: one.birth === null ? null : ageAt(one.birth, dayOf(ctx.now)), number: one.number_masked, phone: one.phone_masked,
    standing: one.standing as View['one']['standing'], areaName: names.get(one.area) ?? '', address: one.address,
  })
  return rows.map((row) => {
    const mayEdit = mayIn(ctx.actor, 'base.edit', row.area)
    return {
      id: row.id, status: row.status as View['status'], reasons: row.reasons as View['reasons'], score: row.score, one: side(row.first), other: side(row.second), foundAt: row.found_at.toISOString(),
      decidedBy: row.decided_by_name, decidedAt: row.decided_at?.toISOString() ?? null, merge: row.merge,
      mayMerge: row.status === 'open' && mayEdit && isOneCommunity(row.first.area, row.second.area), mayTellApart: row.status === 'open' && mayEdit,
    }
  })
}

export const isOneCommunity = (one: string, other: string): boolean => areaAt(one, 'community') !== undefined && areaAt(one, 'community') === areaAt(other, 'community')
