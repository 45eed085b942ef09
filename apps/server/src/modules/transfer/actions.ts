import type { Input, Output } from '@linli/contract'
import { normaliseIdentityNumber } from '@linli/standards'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { ownPlaceFor } from '../person/index.ts'
import * as queries from './queries.ts'

type View = Output<'transfer', 'ask'>

export async function list(ctx: Ctx, { status, person, isToDecide, after, limit }: Input<'transfer', 'list'>): Promise<Output<'transfer', 'list'>> {
  const page = cut(await queries.list(ctx, { status, person, isToDecide, after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ asked_at: at, id }) => [at.toISOString(), id])
  return { next: page.next, rows: await views(ctx, page.rows) }
}

/** By the number on the certificate that the person shows: nobody is asked for by name. */
export async function ask(ctx: Ctx, { number, at, role, since, reason }: Input<'transfer', 'ask'>): Promise<View> {
  const to = await ownPlaceFor(ctx, at)
  const keeper = await queries.findKeeper(ctx, to.subdistrict, ctx.crypto.index(normaliseIdentityNumber(number), 'person.number'))
  if (!keeper) throw new Problem('not-found', { detail: '本街道没有登记过这个证件号码，可以直接登记' })
  if (mayIn(ctx.actor, 'base.edit', keeper.area)) throw new Problem('conflict.exists', { detail: '这个人就在您的辖区，可以直接办理迁入', person: keeper.id })
  const row = await queries.insert(ctx, {
    subdistrict: to.subdistrict, id: ctx.newId(), area: keeper.area, to_area: to.area, person: keeper.id, person_name: keeper.name, housing: to.housing, to_address: to.address, role, since, reason,
    status: 'asked', asked_by: ctx.actor.id!, asked_name: ctx.actor.name, asked_at: ctx.now,
  })
  ctx.record('transfer.asked', subjectOf(row), { role })
  return view(ctx, row)
}

/** The community that keeps the person decides; the move itself follows as a job, since nobody writes into another community. */
export async function decide(ctx: Ctx, { id, isAgreed, note }: Input<'transfer', 'decide'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (!mayIn(ctx.actor, 'base.edit', row.area)) throw new Problem('may.not', { detail: '由登记此人的社区决定' })
  if (row.status !== 'asked') throw new Problem('base.changed', { detail: '这个申请已经处理过了' })
  const after = await queries.update(ctx, row, { status: isAgreed ? 'agreed' : 'refused', decided_name: ctx.actor.name, decided_at: ctx.now, note: note ?? null })
  ctx.record(isAgreed ? 'transfer.agreed' : 'transfer.refused', subjectOf(after), { note })
  return view(ctx, after)
}

export async function withdraw(ctx: Ctx, { id }: Input<'transfer', 'withdraw'>): Promise<View> {
  const row = found(await queries.lock(ctx, id))
  if (!mayIn(ctx.actor, 'base.edit', row.to_area)) throw new Problem('may.not', { detail: '由提出申请的社区撤回' })
  if (row.status !== 'asked') throw new Problem('base.changed', { detail: '这个申请已经处理过了' })
  const after = await queries.update(ctx, row, { status: 'withdrawn' })
  ctx.record('transfer.withdrawn', subjectOf(after))
  return view(ctx, after)
}

export const subjectOf = ({ id, subdistrict, area }: queries.TransferRow): Subject => ({ kind: 'transfer', id, subdistrict, area, may: 'base.view' })

const view = async (ctx: Ctx, row: queries.TransferRow): Promise<View> => (await views(ctx, [row]))[0]!

async function views(ctx: Ctx, rows: queries.TransferRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.flatMap((row) => [communityOf(row.area), row.to_area]))])
  return rows.map((row) => {
    const isKeeper = mayIn(ctx.actor, 'base.view', row.area)
    return {
      id: row.id, status: row.status as View['status'], reason: row.reason, askedBy: row.asked_name, askedAt: row.asked_at.toISOString(), decidedBy: row.decided_name, decidedAt: row.decided_at?.toISOString() ?? null, note: row.note,
      from: { area: communityOf(row.area), name: names.get(communityOf(row.area)) ?? '' }, to: { area: row.to_area, name: names.get(row.to_area) ?? '', address: row.to_address },
      person: isKeeper || row.status === 'done' ? { id: row.person, name: row.person_name } : null, mayDecide: row.status === 'asked' && mayIn(ctx.actor, 'base.edit', row.area),
      mayWithdraw: row.status === 'asked' && mayIn(ctx.actor, 'base.edit', row.to_area),
    }
  })
}

/** Where exactly somebody lives is not told before it is agreed. */
const communityOf = (area: string) => area.split('/').slice(0, 6).join('/') + '/'
