import type { AreaClass, EventSeverity, Input, Output, UnitKind } from '@linli/contract'
import { dayOf } from '@linli/standards'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem, found } from '../../kernel/problem.ts'
import { unitNamed } from '../organisation/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'
import { indexOf, suggest as suggestIn, type SuggestionIndex } from './suggestion.ts'

type MatterView = Output<'matter', 'create'>
type Row = Awaited<ReturnType<typeof queries.listMatters>>[number]

export async function tree(ctx: Ctx, { withRetired }: Input<'matter', 'tree'>): Promise<Output<'matter', 'tree'>> {
  const today = dayOf(ctx.now)
  const all = rules.currentOf(await queries.listMatters(ctx, rules.officesOf(ctx.actor)), today)
  const show = await viewer(ctx, all)
  return { rows: all.filter((row) => withRetired || rules.isValid(row, today)).map(show) }
}

export async function suggest(ctx: Ctx, { text }: Input<'matter', 'suggest'>): Promise<Output<'matter', 'suggest'>> {
  return { rows: suggestIn(await suggestionIndex(ctx), text, rules.officesOf(ctx.actor)) }
}

/** Read once for each version of the directory and kept by the process: one index, however many ask. */
let remembered: { stamp: string, index: SuggestionIndex } | undefined

async function suggestionIndex(ctx: Ctx): Promise<SuggestionIndex> {
  const today = dayOf(ctx.now)
  const stamp = `${today} ${await queries.stampOf(ctx)}`
  if (remembered?.stamp === stamp) return remembered.index
  const rows = await queries.listLeaves(ctx, today)
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const leaves = rows.filter((row) => row.is_leaf).map((row) => ({ code: row.code, name: row.name, words: row.words, path: rules.pathOf(row.code, byCode), office: row.area }))
  remembered = { stamp, index: indexOf(leaves) }
  return remembered.index
}

export async function create(ctx: Ctx, { parent, code, name, words }: Input<'matter', 'create'>): Promise<MatterView> {
  const office = officeOf(ctx.actor)
  const today = dayOf(ctx.now)
  const group = await current(ctx, parent)
  if (group.is_leaf) throw new Problem('input.invalid', { detail: '只能加在大类下面', fields: [{ path: 'parent', message: '请选择大类' }] })
  const namesake = (await queries.listVersions(ctx, code, rules.officesOf(ctx.actor))).some((row) => row.code === code && rules.isValid(row, today))
  if (namesake) throw new Problem('conflict.exists', { detail: '这个编码已经在用' })
  await queries.insertMatter(ctx, { area: office.area, code, valid_from: today, name, parent, standard: '本街道', mapped: [], words, is_leaf: true, is_confidential: group.is_confidential })
  ctx.record('matter.created', subjectOf(office, code), { name, parent })
  return viewOf(ctx, code)
}

/** A changed name begins a new version, so that what was reported under the old one can still be explained. */
export async function change(ctx: Ctx, { code, name, isConfidential, until }: Input<'matter', 'change'>): Promise<MatterView> {
  const today = dayOf(ctx.now)
  const before = await current(ctx, code)
  if (name === before.name || before.valid_from === today) {
    found(await queries.updateMatter(ctx, before, { name, is_confidential: isConfidential, valid_until: until }))
  } else {
    found(await queries.updateMatter(ctx, before, { valid_until: today }))
    const version = { area: before.area, code, valid_from: today, name, parent: before.parent, standard: before.standard, mapped: before.mapped, words: before.words, is_leaf: before.is_leaf, is_confidential: isConfidential }
    await queries.insertMatter(ctx, version)
    if (until !== null) await queries.updateMatter(ctx, version, { valid_until: until })
  }
  ctx.record('matter.changed', { kind: 'matter', id: code, subdistrict: tenantOf(before.area), area: before.area }, { from: { name: before.name, until: before.valid_until }, to: { name, isConfidential, until } })
  return viewOf(ctx, code)
}

export async function setRule(ctx: Ctx, { code, handleLimit, unit, byCommunity }: Input<'matter', 'setRule'>): Promise<MatterView> {
  const office = officeOf(ctx.actor)
  await current(ctx, code)
  const named = unit === null ? undefined : await unitNamed(ctx, unit)
  if (named && (named.subdistrict !== office.subdistrict || !named.isActive)) throw new Problem('unit.unknown')
  await queries.putRule(ctx, { ...office, matter: code, area_class: 'any', severity: 'any', limit_amount: handleLimit.amount, limit_unit: handleLimit.unit, unit, by_community: byCommunity })
  ctx.record('matter.rule-set', subjectOf(office, code), { handleLimit, unit: named?.name ?? null, byCommunity })
  return viewOf(ctx, code)
}

/** How long handling may take in a class of areas, at a severity, or both; who handles it stays as it is. */
export async function setSpecialLimit(ctx: Ctx, { code, areaClass, severity, limit }: Input<'matter', 'setSpecialLimit'>): Promise<MatterView> {
  if (areaClass === null && severity === null) throw new Problem('input.invalid', { detail: '请选择区域类别或事件级别', fields: [{ path: 'areaClass', message: '区域类别和事件级别至少选一项' }] })
  const office = officeOf(ctx.actor)
  await current(ctx, code)
  const rule = { ...office, matter: code, area_class: areaClass ?? 'any', severity: severity ?? 'any' }
  if (limit) await queries.putRule(ctx, { ...rule, limit_amount: limit.amount, limit_unit: limit.unit, unit: null, by_community: false })
  else found(await queries.endRule(ctx, rule) || undefined)
  ctx.record('matter.special-limit-set', subjectOf(office, code), { areaClass, severity, limit })
  return viewOf(ctx, code)
}

const subjectOf = (office: { subdistrict: number, area: string }, code: string) => ({ kind: 'matter', id: code, ...office })

/** The version that holds today. @throws Problem matter.unknown */
async function current(ctx: Ctx, code: string): Promise<Row> {
  const today = dayOf(ctx.now)
  const row = rules.currentOf(await queries.listVersions(ctx, code, rules.officesOf(ctx.actor)), today).find((one) => one.code === code)
  if (!row || !rules.isValid(row, today)) throw new Problem('matter.unknown')
  return row
}

async function viewOf(ctx: Ctx, code: string): Promise<MatterView> {
  const rows = rules.currentOf(await queries.listVersions(ctx, code, rules.officesOf(ctx.actor)), dayOf(ctx.now))
  return (await viewer(ctx, rows))(found(rows.find((row) => row.code === code)))
}

/** How the viewer's office sees matters: with the rule that speaks for each. */
async function viewer(ctx: Ctx, rows: Row[]): Promise<(row: Row) => MatterView> {
  const all = await queries.listRules(ctx, tenantOf(ctx.actor.area), ctx.now)
  const units = await queries.listUnits(ctx, all.flatMap(({ unit }) => unit ?? []))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return (row) => {
    const line = rules.lineageOf(row.code, byCode)
    const rule = rules.ruleIn(line, all)
    const unit = rule?.unit ? units.get(rule.unit) : undefined
    return {
      code: row.code, name: row.name, parent: row.parent, standard: row.standard, mapped: row.mapped as MatterView['mapped'], isLeaf: row.is_leaf,
      handleLimit: rule ? { amount: rule.limit_amount, unit: rule.limit_unit } : row.is_leaf ? rules.ordinaryLimit : null,
      specialLimits: rules.specialsIn(line, all).map(specialView),
      unit: unit ? { id: unit.id, name: unit.name, kind: unit.kind as UnitKind } : null, byCommunity: rule?.by_community ?? false,
      isConfidential: row.is_confidential, from: row.valid_from, until: row.valid_until,
    }
  }
}

const specialView = (rule: rules.RuleRow): MatterView['specialLimits'][number] => ({
  matter: rule.matter, areaClass: rule.area_class === 'any' ? null : rule.area_class as AreaClass, severity: rule.severity === 'any' ? null : rule.severity as EventSeverity,
  limit: { amount: rule.limit_amount, unit: rule.limit_unit },
})
