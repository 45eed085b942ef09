import type { Input, Output } from '@linli/contract'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNamed, areaNames } from '../organisation/index.ts'
import { askFor, asDefinition, typedColumns } from './ask.ts'
import * as queries from './queries.ts'
import type { LedgerRow } from './queries.ts'

type View = Output<'ledger', 'get'>

export const subjectOf = ({ id, subdistrict, area }: Pick<LedgerRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'ledger', id, subdistrict, area, may: 'base.view' })

export async function list(ctx: Ctx, { kind, base, after, limit }: Input<'ledger', 'list'>): Promise<Output<'ledger', 'list'>> {
  const page = cut(await queries.list(ctx, { kind, base, after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ area, id }) => [area, id])
  return { next: page.next, rows: await views(ctx, page.rows) }
}

export const get = async (ctx: Ctx, { id }: Input<'ledger', 'get'>): Promise<View> => view(ctx, found(await queries.find(ctx, id)))

export async function save(ctx: Ctx, { id, revision, area, ...given }: Input<'ledger', 'save'>): Promise<View> {
  const place = area === undefined ? ctx.actor.area : (await areaNamed(ctx, area)).path
  if (area !== undefined && !mayIn(ctx.actor, 'ledger.keep', place)) throw new Problem(mayIn(ctx.actor, 'base.view', place) ? 'may.not' : 'not-found', { detail: '只能保存给自己，或保存到您维护台账的辖区' })
  await askFor(ctx, given, { area: place })
  const stored = {
    kind: given.kind, name: given.name, base: given.base, logbook: given.base === 'entry' ? given.logbook : null, conditions: JSON.stringify(given.conditions), columns: JSON.stringify(given.columns), title: given.title || null, signature: given.signature || null, is_monthly: given.isMonthly && area !== undefined,
    area: place, owner: area === undefined ? ctx.actor.id : null, changed_by_name: ctx.actor.name, changed_at: ctx.now,
  }
  const before = id === undefined ? undefined : await mineToChange(ctx, id)
  if (before && revision !== before.revision) throw new Problem('base.changed', { detail: '这个台账刚被别人改过，请看过最新内容再改' })
  const row = before ? await queries.update(ctx, before, { ...stored, revision: before.revision + 1 }) : await queries.insert(ctx, { ...stored, subdistrict: tenantOf(place), id: ctx.newId() })
  ctx.record('ledger.saved', subjectOf(row), { name: row.name, revision: row.revision })
  return view(ctx, row)
}

export async function end(ctx: Ctx, { id }: Input<'ledger', 'end'>): Promise<Output<'ledger', 'end'>> {
  const row = await mineToChange(ctx, id)
  await queries.update(ctx, row, { ended_at: ctx.now })
  ctx.record('ledger.ended', subjectOf(row), { name: row.name })
  return { id }
}

/** What the street or the platform has set is used by the communities and changed above them. */
async function mineToChange(ctx: Ctx, id: string): Promise<LedgerRow> {
  const seen = found(await queries.find(ctx, id))
  if (!mayChange(ctx, seen)) throw new Problem('may.not', { detail: seen.subdistrict === 0 ? '系统自带的台账不能改，请另存一份' : '由保存它的辖区维护' })
  return found(await queries.lock(ctx, id))
}

const mayChange = (ctx: Ctx, { owner, area, subdistrict }: LedgerRow) => (owner !== null ? owner === ctx.actor.id : subdistrict > 0 && mayIn(ctx.actor, 'ledger.keep', area))

const view = async (ctx: Ctx, row: LedgerRow): Promise<View> => (await views(ctx, [row]))[0]!

async function views(ctx: Ctx, rows: LedgerRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map((row) => {
    const definition = asDefinition(row)
    return {
      id: row.id, kind: row.kind as View['kind'], name: row.name, ...definition, title: row.title, signature: row.signature, isMonthly: row.is_monthly, isOwn: row.owner !== null, isShipped: row.subdistrict === 0 && row.owner === null, area: row.area, areaName: names.get(row.area) ?? '',
      revision: row.revision, typedColumns: typedColumns(definition.columns), changedBy: row.changed_by_name, changedAt: row.changed_at.toISOString(), mayChange: mayChange(ctx, row),
    }
  })
}
