import { areaAt, codeTables, isAreaPath, type CodeTable } from '@linli/standards'
import type { Actor } from '../../kernel/actor.ts'

export interface EntryRow { area: string, code: string, valid_from: string, valid_until: string | null }

/** Tables are those of the standards; what an office may add are codes. */
export const tableNamed = (name: string): CodeTable | undefined => (Object.hasOwn(codeTables, name) ? codeTables[name] : undefined)

export const allTables = (): CodeTable[] => Object.values(codeTables)

/** Whose codes a person uses: the standards' and those of their own office. */
export function officesOf({ area }: Pick<Actor, 'area'>): string[] {
  const office = isAreaPath(area) ? areaAt(area, 'subdistrict') : undefined
  return office ? ['/', office] : ['/']
}

export const isValid = ({ valid_from, valid_until }: Pick<EntryRow, 'valid_from' | 'valid_until'>, day: string): boolean =>
  valid_from <= day && (valid_until === null || valid_until > day)

/** One row for each code: the one valid on the day, else the latest; the office's own before the standard's. The order stays. */
export function currentOf<T extends EntryRow>(rows: readonly T[], day: string): T[] {
  const best = new Map<string, T>()
  for (const row of rows) {
    const known = best.get(row.code)
    if (!known || rank(row, day) > rank(known, day)) best.set(row.code, row)
  }
  return rows.filter((row) => best.get(row.code) === row)
}

const rank = (row: EntryRow, day: string) => `${isValid(row, day) ? 1 : 0} ${row.area === '/' ? 0 : 1} ${row.valid_from}`
