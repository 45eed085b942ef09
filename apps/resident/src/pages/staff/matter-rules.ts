import { sorted } from '../../kernel/sorted.ts'

/** `above`: codes of the groups it stands in, the nearest first. */
export type Leaf = { code: string, name: string, group: string, above?: readonly string[] }

const mostHints = 3

/** Pairs of neighbouring signs: what Chinese words are found by. */
const pairsOf = (text: string) => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2))

/** Matters whose names share most with what was written, for where the server cannot be asked; `recent` breaks ties. */
export function hintsIn(leaves: readonly Leaf[], text: string, recent: readonly string[]): Leaf[] {
  const scored = leaves.map((leaf) => {
    const pairs = pairsOf(leaf.name)
    const hits = pairs.filter((pair) => text.includes(pair)).length
    return { leaf, score: hits / Math.sqrt(Math.max(1, pairs.length)), isRecent: recent.includes(leaf.code) }
  })
  return sorted(scored.filter(({ score }) => score > 0), (a, b) => b.score - a.score || Number(b.isRecent) - Number(a.isRecent)).slice(0, mostHints).map(({ leaf }) => leaf)
}

/** Leaves of the directory, each with the group it stands in. */
export const leavesOf = (rows: readonly Row[]): Leaf[] =>
  rows.filter(({ isLeaf }) => isLeaf).map(({ code, name, parent }) => ({ code, name, group: rows.find((row) => row.code === parent)?.name ?? '', above: aboveOf(parent, rows) }))

type Row = { code: string, name: string, parent: string | null, isLeaf: boolean }

function aboveOf(parent: string | null, rows: readonly Row[]): string[] {
  const group = rows.find(({ code }) => code === parent)
  return group ? [group.code, ...aboveOf(group.parent, rows)] : []
}
