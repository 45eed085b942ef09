import type { Input, Output, Value, Values } from '@linli/contract'
import { mayIn } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { found } from '../../kernel/problem.ts'
import { fieldViews, fieldsFor, shown } from '../record/index.ts'
import { isOneCommunity, pairOf } from '../twin/index.ts'
import { betterOf, isDiffering } from './merge-rules.ts'
import * as queries from './queries.ts'
import type { PersonRow } from './queries.ts'
import { valuesOf } from './row.ts'
import { view } from './view.ts'

type Compared = Output<'person', 'compare'>

/** A pair side by side: what differs first, then what only one of them knows, each in the order of the form. */
export async function compare(ctx: Ctx, { one: first, other: second }: Input<'person', 'compare'>): Promise<Compared> {
  const [one, other] = [found(await queries.find(ctx, first)), found(await queries.find(ctx, second))]
  const [mine, theirs] = [valuesOf(ctx, one), valuesOf(ctx, other)]
  const pair = await pairOf(ctx, one.subdistrict, one.id, other.id)
  const hindrance = hindranceOf(ctx, one, other)
  return {
    one: await view(ctx, one), other: await view(ctx, other), fields: await fieldsOf(ctx, one, mine, theirs), reasons: pair?.reasons ?? [], twin: pair && { id: pair.id, status: pair.status },
    better: betterOf({ id: one.id, values: mine, createdAt: one.created_at.getTime() }, { id: other.id, values: theirs, createdAt: other.created_at.getTime() }),
    mayMerge: hindrance === null && pair?.status !== 'different', hindrance,
  }
}

async function fieldsOf(ctx: Ctx, place: PersonRow, mine: Values, theirs: Values): Promise<Compared['fields']> {
  const fields = await fieldsFor(ctx, 'person', place)
  const words = new Map((await fieldViews(ctx, 'person', place)).map(({ name, options, retired = [] }) => [name, new Map([...options ?? [], ...retired].map(({ code, label }) => [code, label]))]))
  const [left, right] = [shown(fields, mine), shown(fields, theirs)]
  const text = (name: string, value: Value | undefined): string | null => {
    if (value === null || value === undefined) return null
    if (typeof value === 'boolean') return value ? '是' : '否'
    return (Array.isArray(value) ? value : [String(value)]).map((one) => words.get(name)?.get(one) ?? one).join('、')
  }
  const rows = fields.map(({ name, label, part, type }) => ({ name, label, part, one: text(name, left[name]), other: text(name, right[name]), isDiffering: isDiffering(mine[name], theirs[name]), mayTakeBoth: type === 'codes' && isDiffering(mine[name], theirs[name]) }))
  const rank = (row: Compared['fields'][number]) => (row.isDiffering ? 0 : row.one === null || row.other === null ? 1 : 2)
  return rows.filter(({ one, other }) => one !== null || other !== null).toSorted((a, b) => rank(a) - rank(b))
}

/** Why these two may not be made one record by this person, if so. */
export function hindranceOf(ctx: Ctx, one: PersonRow, other: PersonRow): string | null {
  if (one.id === other.id) return '这是同一条记录'
  if (one.merged_into !== null || other.merged_into !== null) return '其中一条已经合并'
  if (one.subdistrict !== other.subdistrict || !isOneCommunity(one.area, other.area)) return '两条记录分属两个社区，请由居住地社区申请迁移，迁移后再合并'
  return mayIn(ctx.actor, 'base.edit', one.area) && mayIn(ctx.actor, 'base.edit', other.area) ? null : '您没有这项权限'
}
