import type { Day } from '../day.ts'

/** One version of a code, as a standard (area `/`) or an office keeps it. `is_word_on`: an office's word on a code of the standard. */
export interface CodeVersion { area: string, code: string, valid_from: string, valid_until: string | null, is_word_on: boolean }

export const isValidCode = ({ valid_from: from, valid_until: until }: Pick<CodeVersion, 'valid_from' | 'valid_until'>, day: Day): boolean => from <= day && (until === null || until > day)

/** One row for each code of one table: an office's word on it before all, then the one valid on the day, else the latest; the office's own before the standard's. The order stays. */
export function currentCodes<T extends CodeVersion>(rows: readonly T[], day: Day): T[] {
  const best = new Map<string, T>()
  for (const row of rows) {
    const known = best.get(row.code)
    if (!known || rank(row, day) > rank(known, day)) best.set(row.code, row)
  }
  return rows.filter((row) => best.get(row.code) === row)
}

const rank = (row: CodeVersion, day: Day) => `${row.is_word_on ? 1 : 0} ${isValidCode(row, day) ? 1 : 0} ${row.area === '/' ? 0 : 1} ${row.valid_from}`
