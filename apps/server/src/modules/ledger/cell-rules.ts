import type { Item, Options } from './item-rules.ts'

export type Cell = string | number | null

/** What stands in a cell: codes in words, yes and no as people write them, everything but numbers as text. */
export function cellOf(item: Item, value: unknown, labels: ReadonlyMap<string, string>): Cell {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => labels.get(String(one)) ?? String(one)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return value
  return item.table === undefined ? String(value) : labels.get(String(value)) ?? String(value)
}

export const labelsOf = (options: Options): ReadonlyMap<string, string> => new Map(options.map(({ code, label }) => [code, label]))
