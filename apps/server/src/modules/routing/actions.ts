import type { Input, Output } from '@linli/contract'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { matterBook } from '../matter/index.ts'
import { areaNames } from '../organisation/index.ts'
import { handlerNamed } from './people.ts'
import * as queries from './queries.ts'
import { complaintsOf, type RoutingRule } from './rules.ts'
import { ruleViews, versionView } from './view.ts'

type Draft = Output<'routing', 'draft'>
type Office = ReturnType<typeof officeOf>

export async function rules(ctx: Ctx, { version: no }: Input<'routing', 'rules'>): Promise<Output<'routing', 'rules'>> {
  const subdistrict = tenantOf(ctx.actor.area)
  const row = await queries.findVersion(ctx, subdistrict, no)
  if (no !== undefined) found(row)
  return { version: row ? versionView({ ...row, count: row.rules.length }) : null, rules: await ruleViews(ctx, subdistrict, row?.rules ?? []) }
}

export async function versions(ctx: Ctx, { after, limit }: Input<'routing', 'versions'>): Promise<Output<'routing', 'versions'>> {
  const mark = goOnAfter(after, 1)?.[0]
  const rows = await queries.listVersions(ctx, tenantOf(ctx.actor.area), mark === undefined ? undefined : Number(mark), limit + 1)
  return cut(rows.map(versionView), limit, ({ no }) => [no])
}

export const draft = (ctx: Ctx): Promise<Draft> => draftOf(ctx, officeOf(ctx.actor))

export async function saveDraft(ctx: Ctx, { rules: written, from }: Input<'routing', 'saveDraft'>): Promise<Draft> {
  const office = officeOf(ctx.actor)
  await held(ctx, office, from)
  const named: RoutingRule[] = []
  for (const rule of written) named.push({ ...rule, id: rule.id ?? ctx.newId(), personName: rule.person && rule.unit ? (await handlerNamed(ctx, rule.unit, rule.person))?.name ?? null : null })
  await check(ctx, office, named)
  await queries.changeDraft(ctx, office, { isOpen: true, rules: named })
  ctx.record('routing.draft-saved', subjectOf(office, 'draft'), { rules: named.length })
  return draftOf(ctx, office)
}

export async function dropDraft(ctx: Ctx, { from }: Input<'routing', 'dropDraft'>): Promise<Draft> {
  const office = officeOf(ctx.actor)
  await held(ctx, office, from)
  await queries.changeDraft(ctx, office, { isOpen: false })
  ctx.record('routing.draft-dropped', subjectOf(office, 'draft'))
  return draftOf(ctx, office)
}

/** The draft becomes a version of its own and holds for what is reported or put right from now on; what was stored stays. */
export async function publish(ctx: Ctx, { from, note }: Input<'routing', 'publish'>): Promise<Output<'routing', 'publish'>> {
  const office = officeOf(ctx.actor)
  const { rules: written } = await held(ctx, office, from)
  await check(ctx, office, written)
  await queries.changeDraft(ctx, office, { isOpen: false })
  return put(ctx, office, { note, from: null, rules: written })
}

/** The rules of an earlier version once more, as a version of their own; a draft stays as it is. */
export async function goBack(ctx: Ctx, { no, note }: Input<'routing', 'goBack'>): Promise<Output<'routing', 'goBack'>> {
  const office = officeOf(ctx.actor)
  const earlier = found(await queries.findVersion(ctx, office.subdistrict, no))
  await queries.lockDraft(ctx, office)
  return put(ctx, office, { note, from: no, rules: earlier.rules })
}

/** Whoever publishes holds the draft, so that numbers follow each other. */
async function put(ctx: Ctx, office: Office, version: { note: string, from: number | null, rules: RoutingRule[] }): Promise<Output<'routing', 'publish'>> {
  const no = ((await queries.findVersion(ctx, office.subdistrict))?.no ?? 0) + 1
  await queries.insertVersion(ctx, office, { ...version, no })
  const told = { no, note: version.note, rules: version.rules.length }
  if (version.from === null) ctx.record('routing.published', subjectOf(office, String(no)), told)
  else ctx.record('routing.went-back', subjectOf(office, String(no)), { ...told, from: version.from })
  return versionView({ no, published_at: ctx.now, published_name: ctx.actor.name, note: version.note, from_no: version.from, count: version.rules.length })
}

/** The draft, held, where it is the one that was seen. */
async function held(ctx: Ctx, office: Office, seen: string | null): Promise<queries.DraftRow> {
  const row = await queries.lockDraft(ctx, office)
  if ((row.is_open ? row.changed_at.getTime() : null) !== (seen === null ? null : new Date(seen).getTime())) throw new Problem('routing.draft-changed')
  return row
}

/** @throws Problem input.invalid, each rule's fault at its place */
async function check(ctx: Ctx, office: Office, written: RoutingRule[]): Promise<void> {
  const book = await matterBook(ctx, office.subdistrict, ctx.now)
  const areas = await areaNames(ctx, written.flatMap((rule) => rule.areas))
  const units = await queries.listUnits(ctx, written.flatMap(({ unit }) => unit ?? []))
  const own = new Map([...units].filter(([, unit]) => unit.subdistrict === office.subdistrict).map(([id, unit]) => [id, { kind: unit.kind, area: unit.area, isActive: unit.is_active }]))
  const handlers = new Set<string>()
  for (const { unit, person } of written) if (unit && person && await handlerNamed(ctx, unit, person)) handlers.add(`${unit} ${person}`)
  const fields = complaintsOf(written, { units: own, isMatter: (code) => book.nameOf(code) !== undefined, isArea: (path) => areas.has(path), office: office.area, isOfUnit: (person, unit) => handlers.has(`${unit} ${person}`) })
  if (fields.length > 0) throw new Problem('input.invalid', { detail: fields[0]!.message, fields })
}

async function draftOf(ctx: Ctx, { subdistrict }: Office): Promise<Draft> {
  const row = await queries.findDraft(ctx, subdistrict)
  const version = await queries.findVersion(ctx, subdistrict)
  const isOpen = row?.is_open === true
  return {
    rules: await ruleViews(ctx, subdistrict, isOpen ? row.rules : version?.rules ?? []), isOpen,
    changedAt: isOpen ? row.changed_at.toISOString() : null, changedBy: isOpen ? row.changed_name : null, version: version?.no ?? null,
  }
}

const subjectOf = (office: Office, id: string) => ({ kind: 'routing', id, ...office })
