import { warnedColours, type Input, type Output } from '@linli/contract'
import { dayMs } from '@linli/standards/day'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { cut, goOnAfter } from '../../kernel/page.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { matterBook } from '../matter/index.ts'
import { areaNames } from '../organisation/index.ts'
import { factors as catalogue } from './factors/index.ts'
import * as queries from './rule-queries.ts'
import { complaintsOf, few, type RiskRule, type RuleSet } from './rules.ts'
import { shippedRules } from './shipped.data.ts'

type Draft = Output<'risk', 'draft'>
type Office = ReturnType<typeof officeOf>
type VersionView = Output<'risk', 'publish'>

export const factors = async (): Promise<Output<'risk', 'factors'>> => ({
  rows: [...catalogue.values()].map(({ key, kind, label, unit, words, days, hasMatters = false, hasGroups = false, canLookBack }) => ({ key, kind, label, unit, words, days, hasMatters, hasGroups, canLookBack })),
})

export async function rules(ctx: Ctx, { version: no }: Input<'risk', 'rules'>): Promise<Output<'risk', 'rules'>> {
  const subdistrict = tenantOf(ctx.actor.area)
  const row = await queries.findVersion(ctx.db, subdistrict, no)
  if (no !== undefined) found(row)
  return { version: row ? versionView({ ...row, count: row.rules.length }) : null, rules: await ruleViews(ctx, subdistrict, row?.rules ?? []), kinds: row?.kinds ?? [] }
}

export async function versions(ctx: Ctx, { after, limit }: Input<'risk', 'versions'>): Promise<Output<'risk', 'versions'>> {
  const mark = goOnAfter(after, 1)?.[0]
  const rows = await queries.listVersions(ctx, tenantOf(ctx.actor.area), mark === undefined ? undefined : Number(mark), limit + 1)
  return cut(rows.map(versionView), limit, ({ no }) => [no])
}

/** False alarms of people are told without small numbers. */
export async function outcomes(ctx: Ctx, { days }: Input<'risk', 'outcomes'>): Promise<Output<'risk', 'outcomes'>> {
  const rows = await queries.listOutcomes(ctx, tenantOf(ctx.actor.area), new Date(ctx.now.getTime() - days * dayMs))
  return { rows: rows.map(({ rule, is_care: isCare, ...counts }) => {
    const told = (one: number) => (isCare ? few(one) : one)
    return { rule, warned: told(counts.warned), disposed: told(counts.disposed), mistaken: told(counts.mistaken), events: told(counts.events), measured: told(counts.measured), better: told(counts.better) }
  }) }
}

export const draft = (ctx: Ctx): Promise<Draft> => draftOf(ctx, officeOf(ctx.actor))

export async function saveDraft(ctx: Ctx, { rules: written, kinds, from }: Input<'risk', 'saveDraft'>): Promise<Draft> {
  const office = officeOf(ctx.actor)
  await held(ctx, office, from)
  const set = { rules: written.map((rule) => ({ ...rule, id: rule.id ?? ctx.newId() })), kinds }
  await check(ctx, office, set)
  await queries.changeDraft(ctx, office, { isOpen: true, set })
  ctx.record('risk.draft-saved', subjectOf(office, 'draft'), { rules: set.rules.length })
  return draftOf(ctx, office)
}

export async function dropDraft(ctx: Ctx, { from }: Input<'risk', 'dropDraft'>): Promise<Draft> {
  const office = officeOf(ctx.actor)
  await held(ctx, office, from)
  await queries.changeDraft(ctx, office, { isOpen: false })
  ctx.record('risk.draft-dropped', subjectOf(office, 'draft'))
  return draftOf(ctx, office)
}

/** The draft becomes a version of its own; everything is measured by it at once. */
export async function publish(ctx: Ctx, { from, note }: Input<'risk', 'publish'>): Promise<VersionView> {
  const office = officeOf(ctx.actor)
  const { rules: written, kinds } = await held(ctx, office, from)
  await check(ctx, office, { rules: written, kinds })
  await queries.changeDraft(ctx, office, { isOpen: false })
  return put(ctx, office, { note, from: null, rules: written, kinds })
}

/** The rules of an earlier version once more, as a version of their own; a draft stays as it is. */
export async function goBack(ctx: Ctx, { no, note }: Input<'risk', 'goBack'>): Promise<VersionView> {
  const office = officeOf(ctx.actor)
  const earlier = found(await queries.findVersion(ctx.db, office.subdistrict, no))
  await queries.lockDraft(ctx, office)
  return put(ctx, office, { note, from: no, rules: earlier.rules, kinds: earlier.kinds })
}

/** Whoever publishes holds the draft, so that numbers follow each other. */
async function put(ctx: Ctx, office: Office, version: RuleSet & { note: string, from: number | null }): Promise<VersionView> {
  const no = ((await queries.findVersion(ctx.db, office.subdistrict))?.no ?? 0) + 1
  await queries.insertVersion(ctx, office, { ...version, no })
  const told = { no, note: version.note, rules: version.rules.length }
  if (version.from === null) ctx.record('risk.published', subjectOf(office, String(no)), told)
  else ctx.record('risk.went-back', subjectOf(office, String(no)), { ...told, from: version.from })
  ctx.later({ queue: 'risk.measure', data: { area: office.area } })
  return versionView({ no, published_at: ctx.now, published_name: ctx.actor.name, note: version.note, from_no: version.from, count: version.rules.length })
}

/** The draft, held, where it is the one that was seen. */
async function held(ctx: Ctx, office: Office, seen: string | null): Promise<queries.DraftRow> {
  const row = await queries.lockDraft(ctx, office)
  if ((row.is_open ? row.changed_at.getTime() : null) !== (seen === null ? null : new Date(seen).getTime())) throw new Problem('risk.draft-changed')
  return row
}

/** @throws Problem input.invalid, each fault at its place */
async function check(ctx: Ctx, office: Office, set: RuleSet): Promise<void> {
  const book = await matterBook(ctx, office.subdistrict, ctx.now)
  const areas = await areaNames(ctx, set.rules.flatMap((rule) => rule.areas))
  const groups = await queries.listGroups(ctx)
  const kindOf = (key: string) => {
    const factor = catalogue.get(key)
    return factor && { kind: factor.kind, hasDays: factor.days !== null }
  }
  const fields = complaintsOf(set, { kindOf, isMatter: (code) => book.nameOf(code) !== undefined, isArea: (path) => areas.has(path), isGroup: (code) => groups.has(code), office: office.area })
  if (fields.length > 0) throw new Problem('input.invalid', { detail: fields[0]!.message, fields })
}

/** What an office begins to write from: its rules in force, or what ships. */
export async function beginning(ctx: Ctx, subdistrict: number): Promise<RuleSet> {
  const version = await queries.findVersion(ctx.db, subdistrict)
  return version ?? { ...shippedRules, rules: shippedRules.rules.map((rule, at) => ({ ...rule, id: shippedId(at) })) }
}

/** The same for every office and at every look, so that a rule can be told from another before it was saved. */
const shippedId = (at: number) => `00000000-0000-7000-8000-${(0xf1500000 + at).toString(16).padStart(12, '0')}`

async function draftOf(ctx: Ctx, { subdistrict }: Office): Promise<Draft> {
  const row = await queries.findDraft(ctx, subdistrict)
  const version = await queries.findVersion(ctx.db, subdistrict)
  const isOpen = row?.is_open === true
  const set = isOpen ? row : await beginning(ctx, subdistrict)
  return { rules: await ruleViews(ctx, subdistrict, set.rules), kinds: set.kinds, isOpen, changedAt: isOpen ? row.changed_at.toISOString() : null, changedBy: isOpen ? row.changed_name : null, version: version?.no ?? null }
}

/** Rules with the names of what they speak of; what is no longer known is named by its code. */
async function ruleViews(ctx: Ctx, subdistrict: number, written: readonly RiskRule[]): Promise<Draft['rules']> {
  if (written.length === 0) return []
  const book = await matterBook(ctx, subdistrict, ctx.now)
  const areas = await areaNames(ctx, written.flatMap((rule) => rule.areas))
  return written.flatMap((rule) => {
    const factor = catalogue.get(rule.factor)
    return factor ? [{
      ...rule, kind: factor.kind, unit: factor.unit, matters: rule.matters.map((code) => ({ code, name: book.nameOf(code) ?? code })), areas: rule.areas.map((path) => ({ path, name: areas.get(path) ?? path })),
      thresholds: Object.fromEntries(warnedColours.map((one) => [one, rule.thresholds[one]])) as RiskRule['thresholds'],
    }] : []
  })
}

const subjectOf = (office: Office, id: string) => ({ kind: 'risk', id, ...office, may: 'risk.rule' as const })
const versionView = ({ no, published_at: at, published_name: by, note, from_no: from, count }: { no: number, published_at: Date, published_name: string, note: string, from_no: number | null, count: number }): VersionView =>
  ({ no, at: at.toISOString(), by, note, from, rules: count })
