import { Problem } from './problem.ts'

/** What a list answers: its rows and where the next page goes on. */
export interface Page<T> { rows: T[], next: string | null }

/** Cuts the one row more that was fetched to learn whether there is a next page. `key` gives the values the order is by. */
export function cut<T>(rows: T[], limit: number, key: (row: T) => (string | number)[]): Page<T> {
  const last = rows[limit - 1]
  if (rows.length <= limit || last === undefined) return { rows, next: null }
  return { rows: rows.slice(0, limit), next: Buffer.from(JSON.stringify(key(last))).toString('base64url') }
}

/** The values `cut` wrote, or undefined at the start. A made-up mark is an invalid input. */
export function goOnAfter(mark: string | undefined, length: number): (string | number)[] | undefined {
  if (mark === undefined) return undefined
  const values = parse(mark)
  if (!Array.isArray(values) || values.length !== length || !values.every((value) => typeof value === 'string' || typeof value === 'number')) {
    throw new Problem('input.invalid', { detail: '翻页标记不正确，请回到第一页', fields: [{ path: 'after', message: '翻页标记不正确' }] })
  }
  return values
}

function parse(mark: string): unknown {
  try {
    return JSON.parse(Buffer.from(mark, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}
