import { refusedWord, type Input, type Output, type RecordKind } from '@linli/contract'
import { dayOf, isAreaPath, levelOf } from '@linli/standards'
import { mayIn, tenantOf } from '../../kernel/actor.ts'
import type { Ctx, Subject } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { putTags as tagEnterprise } from '../enterprise/index.ts'
import { putTags as tagHousehold } from '../household/index.ts'
import { putTags as tagHousing } from '../housing/index.ts'
import { areaNames } from '../organisation/index.ts'
import { putTags as tagPerson } from '../person/index.ts'
import { putTags as tagThing } from '../thing/index.ts'
import * as queries from './queries.ts'
import type { TagRow } from './queries.ts'

type View = Output<'tag', 'add'>

const kinds: Partial<Record<RecordKind, (ctx: Ctx, id: string, tags: string[]) => Promise<Subject & { had: string[] }>>> = { person: tagPerson, household: tagHousehold, housing: tagHousing, enterprise: tagEnterprise, thing: tagThing }

export const list = async (ctx: Ctx, { area }: Input<'tag', 'list'>): Promise<Output<'tag', 'list'>> => ({ rows: await views(ctx, (await queries.list(ctx, tenantOf(area), area, { within: false })).filter((row) => row.ended_on === null)) })
export const all = async (ctx: Ctx, { area }: Input<'tag', 'all'>): Promise<Output<'tag', 'all'>> => ({ rows: await views(ctx, await queries.list(ctx, tenantOf(area), area, { within: true })) })

/** For a whole sub-district or for one community. */
export async function add(ctx: Ctx, { area, name, note }: Input<'tag', 'add'>): Promise<View> {
  if (!mayIn(ctx.actor, 'base.manage', area)) throw new Problem('not-found')
  if (!isAreaPath(area) || !['subdistrict', 'community'].includes(levelOf(area))) throw new Problem('input.invalid', { fields: [{ path: 'area', message: '请选择街道或社区' }] })
  const refused = refusedWord(name)
  if (refused !== undefined) throw new Problem('input.invalid', { fields: [{ path: 'name', message: refused }] })
  if ((await queries.list(ctx, tenantOf(area), area, { within: false })).some((row) => row.name === name)) throw new Problem('conflict.exists', { detail: '已经有这个标签了' })
  const row = await queries.insert(ctx, { subdistrict: tenantOf(area), area, name, note, created_at: ctx.now })
  ctx.record('tag.added', subjectOf(row), { name })
  return (await views(ctx, [row]))[0]!
}

/** Records keep a tag that is retired; none gets it any more. */
export async function retire(ctx: Ctx, { area, name, isEnded }: Input<'tag', 'retire'>): Promise<View> {
  if (!mayIn(ctx.actor, 'base.manage', area)) throw new Problem('not-found')
  const row = found(await queries.end(ctx, { subdistrict: tenantOf(area), area, name }, isEnded ? dayOf(ctx.now) : null))
  ctx.record(isEnded ? 'tag.retired' : 'tag.resumed', subjectOf(row), { name })
  return (await views(ctx, [row]))[0]!
}

/** Only tags that hold where the record is, or that it has already. */
export async function put(ctx: Ctx, { kind, id, tags }: Input<'tag', 'put'>): Promise<Output<'tag', 'put'>> {
  const mark = kinds[kind]
  if (!mark) throw new Problem('input.invalid', { fields: [{ path: 'kind', message: '这类记录不打标签' }] })
  const wanted = [...new Set(tags)]
  const { had, ...subject } = await mark(ctx, id, wanted)
  const known = (await queries.list(ctx, subject.subdistrict, subject.area, { within: false })).filter((row) => row.ended_on === null).map(({ name }) => name)
  const unknown = wanted.find((one) => !known.includes(one) && !had.includes(one))
  if (unknown !== undefined) throw new Problem('input.invalid', { fields: [{ path: 'tags', message: `没有“${unknown}”这个标签` }] })
  ctx.record('tag.put', subject, { tags: wanted })
  return { tags: wanted }
}

const subjectOf = ({ subdistrict, area, name }: TagRow): Subject => ({ kind: 'tag', id: `${area}${name}`, subdistrict, area, may: 'base.manage' })

async function views(ctx: Ctx, rows: readonly TagRow[]): Promise<View[]> {
  const names = await areaNames(ctx, [...new Set(rows.map(({ area }) => area))])
  return rows.map(({ name, note, area, ended_on: endedOn }) => ({ name, note, area, areaName: names.get(area) ?? '', endedOn }))
}

/** Tags of an area and of what is in it, for another module that reads them: those that are given, and those that are given no more. */
export async function tagsIn(ctx: Ctx, area: string): Promise<{ entries: { code: string, label: string }[], retired: { code: string, label: string }[] }> {
  const rows = await queries.list(ctx, tenantOf(area), area, { within: true })
  const named = (isEnded: boolean) => [...new Set(rows.filter((row) => (row.ended_on !== null) === isEnded).map(({ name }) => name))].map((name) => ({ code: name, label: name }))
  return { entries: named(false), retired: named(true) }
}
