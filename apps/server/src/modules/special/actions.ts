import { specialFields, type Field, type Input, type Output, type SpecialKind, type Value, type Values } from '@linli/contract'
import { areaAt, maskName } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { areaNames } from '../organisation/index.ts'
import { personOf } from '../person/index.ts'
import { readAs, viewsOf } from '../record/index.ts'
import * as queries from './queries.ts'
import type { SpecialRow } from './queries.ts'
import type { Kept } from './rules.ts'
import { kindsOn, markOf } from './switch.ts'

type Row = Output<'special', 'enter'>
type View = Output<'special', 'look'>

/** The journal names neither the person nor the group: an opaque number, in the community. */
const subjectOf = ({ id, subdistrict, area }: Pick<SpecialRow, 'id' | 'subdistrict' | 'area'>): Subject => ({ kind: 'special', id, subdistrict, area: areaAt(area, 'community') ?? area, may: 'special.keep' })

const seal = (ctx: Ctx, kept: Kept): Buffer => ctx.crypto.encrypt(JSON.stringify(kept), 'special.sealed')
export const openedOf = (ctx: Ctx, { sealed }: Pick<SpecialRow, 'sealed'>) => JSON.parse(ctx.crypto.decrypt(sealed, 'special.sealed')) as Kept & { kind: SpecialKind, values: Values }

export const fields = async (ctx: Ctx, { kind }: Input<'special', 'fields'>): Promise<Output<'special', 'fields'>> => ({ rows: await viewsOf(ctx, specialFields[kind], { area: ctx.actor.area }) })

export async function list(ctx: Ctx, { kind, area = ctx.actor.area, withEnded, after, limit }: Input<'special', 'list'>): Promise<Output<'special', 'list'>> {
  const page = cut(await queries.list(ctx, { subdistrict: tenantOf(area), mark: markOf(ctx, kind), area, withEnded }, { after: goOnAfter(after, 2), limit: limit + 1 }), limit, ({ created_at: at, id }) => [at.toISOString(), id])
  return { next: page.next, rows: await rowViews(ctx, page.rows) }
}

export async function of(ctx: Ctx, { person }: Input<'special', 'of'>): Promise<Output<'special', 'of'>> {
  const { subdistrict, area } = found(await personOf(ctx, person))
  const isMine = mayIn(ctx.actor, 'special.keep', area)
  return { rows: isMine ? await rowViews(ctx, await queries.listOf(ctx, subdistrict, person)) : [], kinds: isMine ? await kindsOn(ctx, subdistrict) : [] }
}

/** The whole record, for a purpose that is kept. */
export async function look(ctx: Ctx, { id, purpose }: Input<'special', 'look'>): Promise<View> {
  const row = found(await queries.find(ctx, id))
  ctx.record('special.opened', subjectOf(row), { purpose })
  return view(ctx, row)
}

export async function enter(ctx: Ctx, { person: whom, kind, values }: Input<'special', 'enter'>): Promise<Row> {
  const person = found(await personOf(ctx, whom))
  if (!mayIn(ctx.actor, 'special.keep', person.area)) throw new Problem('not-found')
  if (!(await kindsOn(ctx, person.subdistrict)).includes(kind)) throw new Problem('special.off')
  if (person.merged_into !== null) throw new Problem('base.merged')
  const mark = markOf(ctx, kind)
  if ((await queries.listOf(ctx, person.subdistrict, whom)).some((row) => row.mark.equals(mark) && row.ended_on === null)) throw new Problem('conflict.exists', { detail: '已经登记过' })
  const read = known(await readAs(ctx, specialFields[kind], person, { given: values }))
  const id = ctx.newId()
  await queries.insert(ctx, { subdistrict: person.subdistrict, id, person: whom, mark, sealed: seal(ctx, { kind, values: read, endedFor: null }), created_at: ctx.now, changed_at: ctx.now })
  const row = found(await queries.find(ctx, id))
  await noteBefore(ctx, row, { no: 1, before: {}, changed: Object.keys(read) })
  ctx.record('special.entered', subjectOf(row))
  return (await rowViews(ctx, [row]))[0]!
}

/** Based on the revision that was seen. */
export async function change(ctx: Ctx, { id, revision, values }: Input<'special', 'change'>): Promise<Output<'special', 'change'>> {
  const row = await standing(ctx, id, revision)
  const kept = openedOf(ctx, row)
  const read = await readAs(ctx, specialFields[kept.kind], row, { given: values, before: kept.values })
  const changed = Object.keys(read).filter((name) => JSON.stringify(read[name] ?? null) !== JSON.stringify(kept.values[name] ?? null))
  if (changed.length > 0) {
    await queries.update(ctx, row, { sealed: seal(ctx, { ...kept, values: known({ ...kept.values, ...read }) }), revision: revision + 1, changed_at: ctx.now })
    await noteBefore(ctx, row, { no: revision + 1, before: kept.values, changed })
  }
  ctx.record('special.changed', subjectOf(row), { fields: changed.length })
  const after = found(await queries.find(ctx, id))
  return { ...(await rowViews(ctx, [after]))[0]!, revision: after.revision }
}

/** They are in it no more: the term is over, it was a mistake. Kept until the register says that it goes. */
export async function end(ctx: Ctx, { id, revision, on, reason }: Input<'special', 'end'>): Promise<Row> {
  const row = await standing(ctx, id, revision)
  await queries.update(ctx, row, { ended_on: on, sealed: seal(ctx, { ...openedOf(ctx, row), endedFor: reason }), revision: revision + 1, changed_at: ctx.now })
  await noteBefore(ctx, row, { no: revision + 1, before: {}, changed: ['endedOn'] })
  ctx.record('special.ended', subjectOf(row))
  return (await rowViews(ctx, [found(await queries.find(ctx, id))]))[0]!
}

async function standing(ctx: Ctx, id: string, seen: number): Promise<SpecialRow> {
  const row = found(await queries.lock(ctx, id))
  if (row.ended_on !== null) throw new Problem('base.changed', { detail: '已经解除，不能再改' })
  if (row.revision !== seen) throw new Problem('base.changed')
  return row
}

const known = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))

async function noteBefore(ctx: Ctx, { subdistrict, id }: SpecialRow, { no, before, changed }: { no: number, before: Values, changed: readonly string[] }): Promise<void> {
  const sealed = ctx.crypto.encrypt(JSON.stringify({ before: Object.fromEntries(changed.map((name) => [name, before[name] ?? null])) }), 'special_revision.sealed')
  await queries.insertRevision(ctx, { subdistrict, special: id, no, at: ctx.now, by: ctx.actor.id!, by_name: ctx.actor.name, sealed })
}

async function rowViews(ctx: Ctx, rows: readonly SpecialRow[]): Promise<Row[]> {
  const communityOf = ({ area }: SpecialRow) => areaAt(area, 'community') ?? area
  const names = await areaNames(ctx, [...new Set(rows.map(communityOf))])
  return rows.map((row) => ({
    id: row.id, kind: openedOf(ctx, row).kind, person: row.person, name: maskName(row.name), area: communityOf(row), areaName: names.get(communityOf(row)) ?? '',
    enteredAt: row.created_at.toISOString(), changedAt: row.changed_at.toISOString(), endedOn: row.ended_on,
  }))
}

const ended: Field = { name: 'endedOn', label: '解除登记', type: 'day', part: '' }

async function view(ctx: Ctx, row: SpecialRow): Promise<View> {
  const { kind, values, endedFor } = openedOf(ctx, row)
  const labels = new Map([...specialFields[kind], ended].map(({ name, label }) => [name, label]))
  const changes = (await queries.listRevisions(ctx, row)).map(({ no, at, by_name: by, sealed }) => {
    const { before } = JSON.parse(ctx.crypto.decrypt(sealed, 'special_revision.sealed')) as { before: Record<string, Value> }
    return { no, at: at.toISOString(), by, fields: Object.entries(before).map(([name, value]) => ({ name, label: labels.get(name) ?? name, before: value })) }
  })
  return { ...(await rowViews(ctx, [row]))[0]!, name: row.name, values, revision: row.revision, endedFor, changes }
}
