export interface Branch { code: string, name: string, parent: string | null }
export interface Placed<T> { row: T, depth: number }

/** Rows in the order of their tree with their depth. With a search text: those whose name or code holds it, and everything above them. */
export function treeOrder<T extends Branch>(rows: readonly T[], text = '', folded: ReadonlySet<string> = new Set()): Placed<T>[] {
  const under = new Map<string | null, T[]>()
  const known = new Set(rows.map((row) => row.code))
  for (const row of rows) {
    const parent = row.parent !== null && known.has(row.parent) ? row.parent : null
    under.set(parent, [...under.get(parent) ?? [], row])
  }
  const isHit = (row: T) => row.name.includes(text) || row.code.toLowerCase().includes(text.toLowerCase())
  const walk = (parent: string | null, depth: number, isWanted: boolean): Placed<T>[] => (under.get(parent) ?? []).flatMap((row) => {
    const wanted = isWanted || isHit(row)
    const below = walk(row.code, depth + 1, wanted)
    if (!wanted && below.length === 0) return []
    return [{ row, depth }, ...(folded.has(row.code) && text === '' ? [] : below)]
  })
  return walk(null, 0, text === '')
}
