import type { LimitUnit } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards'
import type { Actor } from '../../kernel/actor.ts'

export interface MatterRow { area: string, code: string, name: string, parent: string | null, valid_from: string, valid_until: string | null }
export interface RuleRow { subdistrict: number, matter: string, area_class: string, severity: string, limit_amount: number, limit_unit: LimitUnit, unit: string | null, by_community: boolean }
/** Where and how grave: what a special limit may be for. */
export interface Special { areaClass: string | null, severity: string | null }
export interface Limit { amount: number, unit: LimitUnit }

/** What holds where nobody has made a rule: three workdays, the commonest limit of local rules. */
export const ordinaryLimit: Limit = { amount: 3, unit: 'workingDay' }

/** States that have a limit of their own; handling has its matter's. */
export const limitedSteps = ['reported', 'needInfo', 'verifying', 'selfHandled', 'accepted', 'filed', 'dispatched', 'needDetail', 'feedback', 'checked', 'revisited'] as const

/** Whose matters a person may use: everybody's and those of their own office. */
export const officesOf = (actor: Pick<Actor, 'area'>): string[] => {
  const office = isAreaPath(actor.area) ? areaAt(actor.area, 'subdistrict') : undefined
  return office ? ['/', office] : ['/']
}

export const isValid = ({ valid_from, valid_until }: Pick<MatterRow, 'valid_from' | 'valid_until'>, day: string): boolean =>
  valid_from <= day && (valid_until === null || valid_until > day)

/** One row for each code: the one valid on the day, else the latest; own before everybody's. */
export function currentOf<T extends MatterRow>(rows: readonly T[], day: string): T[] {
  const best = new Map<string, T>()
  const rank = (row: T) => `${isValid(row, day) ? 1 : 0}${row.area.length.toString().padStart(3, '0')}${row.valid_from}`
  for (const row of rows) {
    const known = best.get(row.code)
    if (!known || rank(row) > rank(known)) best.set(row.code, row)
  }
  return [...best.values()]
}

/** A matter and the groups above it, nearest first. */
export function lineageOf(code: string, rows: ReadonlyMap<string, { parent: string | null }>): string[] {
  const line: string[] = []
  for (let at: string | null | undefined = code; at && !line.includes(at); at = rows.get(at)?.parent) line.push(at)
  return line
}

/** Is it for every area and every severity? Such a rule also says who handles. */
export const isPlain = (rule: RuleRow): boolean => rule.area_class === 'any' && rule.severity === 'any'
/** For both, for a severity, for a class, for neither. */
const particularity = (rule: RuleRow): number => (rule.severity === 'any' ? 0 : 2) + (rule.area_class === 'any' ? 0 : 1)
const fits = (rule: RuleRow, { areaClass, severity }: Special): boolean => ['any', areaClass].includes(rule.area_class) && ['any', severity].includes(rule.severity)

/**
 * The rule that speaks for a matter: the nearest in its line; there the office's own before everybody's; of these the one for class and
 * severity before the one for the severity, before the one for the class, before the plain one. Without `where` the plain ones are asked.
 */
export const ruleIn = <T extends RuleRow>(line: readonly string[], rules: readonly T[], where: Special = { areaClass: null, severity: null }): T | undefined =>
  line.map((code) => rules.filter((rule) => rule.matter === code && fits(rule, where)).toSorted(before)[0]).find((rule) => rule !== undefined)

const before = (a: RuleRow, b: RuleRow) => b.subdistrict - a.subdistrict || particularity(b) - particularity(a)

/** The special rules that may speak for a matter, in the order in which they are asked. */
export function specialsIn<T extends RuleRow>(line: readonly string[], rules: readonly T[]): T[] {
  const all = line.flatMap((code) => rules.filter((rule) => rule.matter === code && !isPlain(rule)).toSorted(before))
  return all.filter((rule) => ruleIn(line, rules, { areaClass: rule.area_class === 'any' ? null : rule.area_class, severity: rule.severity === 'any' ? null : rule.severity }) === rule)
}

/** 「市容环境 / 暴露垃圾」 */
export const pathOf = (code: string, rows: ReadonlyMap<string, { name: string, parent: string | null }>): string =>
  lineageOf(code, rows).toReversed().map((one) => rows.get(one)?.name ?? one).join(' / ')
