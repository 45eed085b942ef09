import type { Input, Output } from '@linli/contract'
import { areaOf, dayOf } from '@linli/standards'
import { officeOf, tenantOf } from '../../kernel/actor.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/problem.ts'
import { classOf } from '../organisation/index.ts'
import * as queries from './queries.ts'
import * as rules from './rules.ts'

export interface MatterRule {
  matter: { code: string, name: string, isConfidential: boolean }
  /** Its code and those of the groups above it, nearest first. */
  line: string[]
  limit: rules.Limit
  /** Who handles it, where the office has named a unit that is still active. */
  unit: { id: string, name: string } | null
  /** The community handles it where no unit is named. */
  byCommunity: boolean
}

/** Where the matter is and how grave; a class holds for an area and everything in it. */
export interface Where { subdistrict: number, area: string, severity: string }

/** How a sub-district handles a matter there at a moment. @throws Problem matter.unknown where there is no such leaf then */
export async function ruleFor(ctx: Ctx, code: string, { subdistrict, area, severity }: Where, at: Date): Promise<MatterRule> {
  const offices = subdistrict === 0 ? ['/'] : ['/', areaOf(subdistrict)]
  const rows = rules.currentOf(await queries.listVersions(ctx, code, offices), dayOf(at))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const matter = byCode.get(code)
  if (!matter?.is_leaf || !rules.isValid(matter, dayOf(at))) throw new Problem('matter.unknown')
  const [line, all] = [rules.lineageOf(code, byCode), await queries.listRules(ctx, subdistrict, at)]
  const rule = rules.ruleIn(line, all)
  const limited = rules.ruleIn(line, all, { areaClass: all.every(rules.isPlain) ? null : await classOf(ctx, area), severity })
  const unit = rule?.unit ? (await queries.listUnits(ctx, [rule.unit])).get(rule.unit) : undefined
  return {
    matter: { code, name: matter.name, isConfidential: matter.is_confidential },
    line,
    limit: limited ? { amount: limited.limit_amount, unit: limited.limit_unit } : rules.ordinaryLimit,
    unit: unit ? { id: unit.id, name: unit.name } : null,
    byCommunity: rule?.by_community ?? false,
  }
}

/** A matter and everything below it: who chooses a class means all of it, also what was retired. */
export async function mattersBelow(ctx: Ctx, code: string): Promise<string[]> {
  const found = new Set([code])
  for (let some = [code]; some.length > 0;) {
    some = (await queries.listBelow(ctx, some)).filter((one) => !found.has(one))
    for (const one of some) found.add(one)
  }
  return [...found]
}

/** A leaf of the directory as it is called today. @throws Problem matter.unknown */
export async function matterNamed(ctx: Ctx, subdistrict: number, code: string): Promise<{ code: string, name: string }> {
  const rows = rules.currentOf(await queries.listVersions(ctx, code, subdistrict === 0 ? ['/'] : ['/', areaOf(subdistrict)]), dayOf(ctx.now))
  const matter = rows.find((row) => row.code === code)
  if (!matter?.is_leaf) throw new Problem('matter.unknown')
  return { code, name: matter.name }
}

/** The whole directory of a sub-district with its units, read once for many questions: of a retired matter what was said last. */
export interface MatterBook {
  nameOf: (code: string) => string | undefined
  lineOf: (code: string) => string[]
  /** The unit the matter's own rule names; nothing where the community handles it. */
  unitOf: (code: string) => { id: string, name: string } | undefined
}

export async function matterBook(ctx: Ctx, subdistrict: number, at: Date): Promise<MatterBook> {
  const rows = rules.currentOf(await queries.listMatters(ctx, subdistrict === 0 ? ['/'] : ['/', areaOf(subdistrict)]), dayOf(at))
  const byCode = new Map(rows.map((row) => [row.code, row]))
  const all = await queries.listRules(ctx, subdistrict, at)
  const units = await queries.listUnits(ctx, all.flatMap(({ unit }) => unit ?? []))
  const lineOf = (code: string) => rules.lineageOf(code, byCode)
  return {
    lineOf,
    nameOf: (code) => byCode.get(code)?.name,
    unitOf: (code) => {
      const rule = rules.ruleIn(lineOf(code), all)
      const unit = rule?.unit && !rule.by_community ? units.get(rule.unit) : undefined
      return unit && { id: unit.id, name: unit.name }
    },
  }
}

const confidential = new WeakMap<Ctx, Map<number, Promise<ReadonlySet<string>>>>()

/** Is who reports such a matter to be kept from those who need not know? As the office says now, whenever it was reported; read once, however many events ask. */
export async function isConfidential(ctx: Ctx, code: string, subdistrict: number): Promise<boolean> {
  const here = confidential.get(ctx) ?? new Map<number, Promise<ReadonlySet<string>>>()
  confidential.set(ctx, here)
  const codes = here.get(subdistrict) ?? queries.listConfidential(ctx, ['/', areaOf(subdistrict)])
  here.set(subdistrict, codes)
  return (await codes).has(code)
}

/** How long a state other than handling may last; nothing where it has no limit. */
export async function stepLimit(ctx: Ctx, subdistrict: number, status: string): Promise<rules.Limit | undefined> {
  const row = (await queries.listStepLimits(ctx, subdistrict)).find((one) => one.status === status)
  return row && { amount: row.limit_amount, unit: row.limit_unit }
}

export async function stepLimits(ctx: Ctx): Promise<Output<'matter', 'stepLimits'>> {
  const rows = await queries.listStepLimits(ctx, tenantOf(ctx.actor.area))
  return {
    rows: rules.limitedSteps.flatMap((status) => {
      const row = rows.find((one) => one.status === status)
      return row ? [{ status, limit: { amount: row.limit_amount, unit: row.limit_unit } }] : []
    }),
  }
}

export async function setStepLimit(ctx: Ctx, { status, limit }: Input<'matter', 'setStepLimit'>): Promise<Output<'matter', 'setStepLimit'>> {
  if (!rules.limitedSteps.some((step) => step === status)) throw new Problem('input.invalid', { detail: '这个环节不单独设时限', fields: [{ path: 'status', message: '这个环节不单独设时限' }] })
  const office = officeOf(ctx.actor)
  await queries.putStepLimit(ctx, { ...office, status, limit })
  ctx.record('matter.step-limit-set', { kind: 'matter', id: status, ...office }, { limit })
  return {}
}
