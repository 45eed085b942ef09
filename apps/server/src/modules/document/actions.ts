import { documentSort, isSensitiveDocument, mostDocuments, type DocumentSort, type Input, type Output } from '@linli/contract'
import { dayOf, isAreaPath, levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { About, Ctx, Held, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { enterpriseNamed } from '../enterprise/index.ts'
import { standsHousehold } from '../household/index.ts'
import { housingUnit } from '../housing/index.ts'
import { areaNamed } from '../organisation/index.ts'
import { isForgotten, personOf } from '../person/index.ts'
import { standsThing } from '../thing/index.ts'
import * as queries from './queries.ts'
import type { DocumentRow, End } from './queries.ts'
import type { Paper } from './reading.ts'

type Of = Input<'document', 'list'>
type View = Output<'document', 'list'>['rows'][number]

export async function list(ctx: Ctx, of: Of): Promise<Output<'document', 'list'>> {
  const end = endOf(of)
  const place = await placeOf(ctx, end)
  return { rows: (await queries.list(ctx, place.subdistrict, end, mostDocuments)).map((row) => view(ctx, row, place)) }
}

/** A file that was sent up, for a record that who sends it may edit. */
export async function keep(ctx: Ctx, { sort, name, ...of }: Of & { sort: DocumentSort, name: string }, paper: Paper): Promise<View> {
  const end = endOf(of)
  const place = await placeOf(ctx, end)
  const { subdistrict, area } = place
  if (!may(ctx, 'base.edit', place)) throw new Problem('may.not')
  if ((await queries.list(ctx, subdistrict, end, mostDocuments)).length >= mostDocuments) throw new Problem('input.invalid', { detail: `一份档案最多 ${mostDocuments} 份材料，请先删除不需要的` })
  const { content, type, digest } = paper
  const row = await queries.insert(ctx, {
    subdistrict, id: ctx.newId(), area, [end.column]: end.id, sort, name, type, bytes: content.length, digest, content: ctx.crypto.encrypt(content.toString('base64'), 'document.content'), at: ctx.now, by: ctx.actor.id, by_name: ctx.actor.name,
  })
  ctx.record('document.added', subjectOf(end, place), { document: row.id, sort, bytes: row.bytes })
  return view(ctx, row, place)
}

/** Opened by whoever sees its record; what is sensitive by who may see whole numbers, for a purpose. Every look is kept. */
export async function open(ctx: Ctx, { id, purpose }: { id: string, purpose: string | undefined }): Promise<{ type: string, name: string, content: Buffer }> {
  const { row, end, place } = await known(ctx, id)
  if (!mayOpen(ctx, row, place)) throw new Problem('may.not')
  if (isSensitive(row) && !purpose) throw new Problem('input.invalid', { fields: [{ path: 'purpose', message: '请填写用途' }] })
  const content = found(await queries.contentOf(ctx, row))
  ctx.record('document.opened', subjectOf(end, place), { document: id, sort: row.sort, ...(purpose && { purpose }) })
  return { type: row.type, name: row.name, content: Buffer.from(ctx.crypto.decrypt(content, 'document.content'), 'base64') }
}

export async function remove(ctx: Ctx, { id, reason }: Input<'document', 'remove'>): Promise<Output<'document', 'remove'>> {
  const { row, end, place } = await known(ctx, id)
  if (!may(ctx, 'base.edit', place)) throw new Problem('may.not')
  found(await queries.remove(ctx, row))
  ctx.record('document.removed', subjectOf(end, place), { document: id, sort: row.sort, reason })
  return { id }
}

/** `homes`: of a person, where else they are kept. */
interface Place { subdistrict: number, area: string, homes?: string[] }

/** Whoever sees somebody by a home they have may do so by it too: a second home is a home. */
const may = ({ actor }: Ctx, permission: 'base.edit' | 'base.reveal', { area, homes = [] }: Place) => [area, ...homes].some((one) => mayIn(actor, permission, one))

/** Told of the record, whose page it stands on. */
const subjectOf = ({ column, id }: End, { subdistrict, area }: Place): Subject => ({ kind: column, id, subdistrict, area, may: 'base.view' })
const isSensitive = ({ sort }: Pick<DocumentRow, 'sort'>) => isSensitiveDocument(sort as DocumentSort)
const mayOpen = (ctx: Ctx, row: DocumentRow, place: Place) => !isSensitive(row) || may(ctx, 'base.reveal', place)

async function known(ctx: Ctx, id: string) {
  const row = found(await queries.find(ctx, id))
  const end = endOf(Object.fromEntries(ends.map((name) => [name, row[name] ?? undefined])))
  return { row, end, place: await placeOf(ctx, end) }
}

const ends = ['person', 'household', 'housing', 'enterprise', 'thing', 'building'] as const
function endOf(of: Of): End {
  const column = ends.find((name) => of[name] !== undefined)!
  return { column, id: of[column]! }
}

/** Where a record is, if who asks may see it. */
async function placeOf(ctx: Ctx, { column, id }: End): Promise<Place> {
  switch (column) {
    case 'person': return { ...found(await personOf(ctx, id)), homes: await queries.listHomes(ctx, id) }
    case 'household': return found(await standsHousehold(ctx, id)).standing
    case 'housing': return found(await housingUnit(ctx, id))
    case 'enterprise': return found(await enterpriseNamed(ctx, id))
    case 'thing': return found(await standsThing(ctx, id)).standing
    default: {
      const { path } = await areaNamed(ctx, id)
      if (!isAreaPath(path) || levelOf(path) !== 'building' || !mayIn(ctx.actor, 'base.view', path)) throw new Problem('not-found')
      return { subdistrict: tenantOf(path), area: path }
    }
  }
}

/** What is kept of somebody, by its name: for the person themself. */
export async function holds(ctx: Ctx, { person }: About): Promise<Held[]> {
  const row = person === null ? undefined : await personOf(ctx, person)
  const rows = row ? await queries.list(ctx, row.subdistrict, { column: 'person', id: row.id }, mostDocuments) : []
  return rows.length === 0 ? [] : [{ title: '附件材料', lines: rows.map(({ sort, name, at }) => ({ label: documentSort[sort as DocumentSort], value: `${name}，${dayOf(at)} 上传` })) }]
}

/** Whose name has been forgotten keeps no papers. */
export async function forget(ctx: Ctx, id: string): Promise<void> {
  const row = await personOf(ctx, id)
  if (!row || !isForgotten(row)) return
  const end: End = { column: 'person', id }
  for (const one of await queries.list(ctx, row.subdistrict, end, mostDocuments)) {
    await queries.remove(ctx, one)
    ctx.record('document.removed', subjectOf(end, row), { document: one.id, sort: one.sort, reason: '按规定删除信息' })
  }
}

const view = (ctx: Ctx, row: DocumentRow, place: Place): View => ({
  id: row.id, sort: row.sort as DocumentSort, name: row.name, type: row.type as View['type'], bytes: row.bytes, isSensitive: isSensitive(row), at: row.at.toISOString(), by: row.by_name, mayOpen: mayOpen(ctx, row, place), mayRemove: may(ctx, 'base.edit', place),
})
