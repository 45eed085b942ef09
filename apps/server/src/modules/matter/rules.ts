import type { LimitUnit } from '@linli/contract'
import { areaAt, isAreaPath } from '@linli/standards'
import type { Actor } from '../../kernel/actor.ts'

export interface MatterRow { area: string, code: string, name: string, parent: string | null, valid_from: string, valid_until: string | null }
export interface RuleRow { subdistrict: number, matter: string, limit_amount: number, limit_unit: LimitUnit, unit: string | null, by_community: boolean }
export interface Limit { amount: number, unit: LimitUnit }

/** What holds where nobody has made a rule: three workdays, the commonest limit of local rules. */
export const ordinaryLimit: Limit = { amount: 3, unit: 'workingDay' }

/** States that have a limit of their own; handling has its matter's. */
export const limitedSteps = ['reported', 'needInfo', 'verifying', 'selfHandled', 'accepted', 'filed', 'dispatched', 'feedback', 'checked', 'revisited'] as const

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

/** The rule that speaks for a matter: the nearest in its line, the office's own before everybody's. */
export const ruleIn = <T extends RuleRow>(line: readonly string[], rules: readonly T[]): T | undefined =>
  line.map((code) => rules.filter((rule) => rule.matter === code).toSorted((a, b) => b.subdistrict - a.subdistrict)[0]).find((rule) => rule !== undefined)

/** 「市容环境 / 暴露垃圾」 */
export const pathOf = (code: string, rows: ReadonlyMap<string, { name: string, parent: string | null }>): string =>
  lineageOf(code, rows).toReversed().map((one) => rows.get(one)?.name ?? one).join(' / ')
