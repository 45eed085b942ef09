import { plainBraces, type Input, type Output } from '@linli/contract'
import { areaAt, subdistrictOf } from '@linli/standards'
import { mayIn, officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { matterBook } from '../matter/index.ts'
import { areaNamed } from '../organisation/index.ts'
import * as queries from './queries.ts'
import { isKeeper, once } from './rules.ts'

type View = Output<'reply', 'write'>
type Written = Pick<Input<'reply', 'write'>, 'name' | 'text' | 'matters' | 'steps'>

export async function list(ctx: Ctx, { text, matter, step, area, isRetired, after, limit }: Input<'reply', 'list'>): Promise<Output<'reply', 'list'>> {
  const subdistrict = tenantOf(ctx.actor.area)
  const book = await matterBook(ctx, subdistrict, ctx.now)
  const rows = await queries.list(ctx, {
    subdistrict, text, line: matter === undefined ? undefined : book.lineOf(matter), steps: step && [step], within: area, isRetired, after: goOnAfter(after, 2), limit: limit + 1,
  })
  return cut(rows.map((row) => viewOf(ctx, row, book.nameOf)), limit, ({ changedAt, id }) => [changedAt, id])
}

export async function write(ctx: Ctx, { area: asked, ...written }: Input<'reply', 'write'>): Promise<View> {
  const area = asked ?? ownArea(ctx, officeOf(ctx.actor).area)
  const office = areaAt(area, 'subdistrict')
  if (!office || !isKeeper(area, { office, mayAt: (one) => mayIn(ctx.actor, 'reply.manage', one) })) throw new Problem('not-found', { detail: '请选择本街道或您所在的社区' })
  const { name: areaName } = await areaNamed(ctx, area)
  const subdistrict = subdistrictOf(office)
  const nameOf = await check(ctx, subdistrict, written)
  const row = await queries.insert(ctx, { subdistrict, id: ctx.newId(), area, area_name: areaName, ...rowOf(ctx, written) })
  ctx.record('reply.written', subjectOf(row), { title: row.name, words: row.text })
  return viewOf(ctx, row, nameOf)
}

export async function change(ctx: Ctx, { id, from, ...written }: Input<'reply', 'change'>): Promise<View> {
  const row = await held(ctx, id)
  if (row.changed_at.getTime() !== new Date(from).getTime()) throw new Problem('reply.changed')
  const nameOf = await check(ctx, row.subdistrict, written)
  const changed = await queries.update(ctx, row, rowOf(ctx, written))
  ctx.record('reply.changed', subjectOf(row), { title: changed.name, words: changed.text, before: row.text })
  return viewOf(ctx, changed, nameOf)
}

export async function retire(ctx: Ctx, { id, isRetired }: Input<'reply', 'retire'>): Promise<View> {
  const row = await held(ctx, id)
  const changed = await queries.update(ctx, row, { is_retired: isRetired, changed_at: ctx.now, changed_name: ctx.actor.name })
  ctx.record(isRetired ? 'reply.retired' : 'reply.restored', subjectOf(row), { title: row.name })
  return viewOf(ctx, changed, (await matterBook(ctx, row.subdistrict, ctx.now)).nameOf)
}

/** Held, where it is there to be changed; who may only read it is told so. */
async function held(ctx: Ctx, id: string): Promise<queries.ReplyRow> {
  const row = found(await queries.find(ctx, id))
  if (!mayIn(ctx.actor, 'reply.manage', row.area)) throw new Problem('may.not', { detail: '这是街道的常用回复，由街道维护' })
  return found(await queries.lock(ctx, id))
}

/** Somebody of a community keeps those of the community. */
const ownArea = (ctx: Ctx, office: string): string =>
  mayIn(ctx.actor, 'reply.manage', office) ? office : ctx.actor.posts.find(({ permissions }) => permissions.includes('reply.manage'))?.area ?? office

const rowOf = (ctx: Ctx, { name, text, matters, steps }: Written) =>
  ({ name, text: plainBraces(text), matters: once(matters), steps: once(steps), changed_at: ctx.now, changed_name: ctx.actor.name })

/** @throws Problem input.invalid for a matter the office does not have */
async function check(ctx: Ctx, subdistrict: number, { matters }: Written): Promise<(code: string) => string | undefined> {
  const { nameOf } = await matterBook(ctx, subdistrict, ctx.now)
  if (matters.some((code) => nameOf(code) === undefined)) throw new Problem('input.invalid', { detail: '没有这个事项，请重新选择', fields: [{ path: 'matters', message: '没有这个事项，请重新选择' }] })
  return nameOf
}

const viewOf = (ctx: Ctx, row: queries.ReplyRow, nameOf: (code: string) => string | undefined): View => ({
  id: row.id, name: row.name, text: row.text, steps: row.steps as View['steps'], area: row.area, areaName: row.area_name, used: row.used,
  matters: row.matters.map((code) => ({ code, name: nameOf(code) ?? code })), changedAt: row.changed_at.toISOString(), changedBy: row.changed_name, isRetired: row.is_retired,
  mayChange: mayIn(ctx.actor, 'reply.manage', row.area),
})

const subjectOf = ({ id, subdistrict, area }: queries.ReplyRow) => ({ kind: 'reply', id, subdistrict, area })
