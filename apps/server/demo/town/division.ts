import type { Ground } from './ground.ts'

/**
 * Divides a piece of ground into so many pieces, in rows, of about the same size as far as they can be built on (`built`).
 * Cuts stand on whole 25 m, so that neighbours share their points.
 */
export function divided(ground: Ground, built: Ground, count: number): Ground[] {
  const width = built.east - built.west
  const height = built.north - built.south
  const rows = Math.min(count, Math.max(1, Math.round(Math.sqrt((count * height) / width))))
  const perRow = Array.from({ length: rows }, (_, row) => Math.floor(count / rows) + (row < count % rows ? 1 : 0))
  const cuts = [ground.south, ...cutsOf(built.south, built.north, perRow), ground.north]
  return perRow.flatMap((columns, row) => {
    const across = [ground.west, ...cutsOf(built.west, built.east, Array.from({ length: columns }, () => 1)), ground.east]
    return Array.from({ length: columns }, (_, column) => ({ west: across[column]!, east: across[column + 1]!, south: cuts[row]!, north: cuts[row + 1]! }))
  })
}

/** Where to cut between the first and the last, in proportion to the shares. */
function cutsOf(from: number, to: number, shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0)
  let done = 0
  return shares.slice(0, -1).map((share) => {
    done += share
    return Math.round((from + ((to - from) * done) / all) / 25) * 25
  })
}

/** A count shared out in proportion to weights; the parts add up to it. */
export function sharedOut(count: number, weights: readonly number[]): number[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  let weight = 0
  let given = 0
  return weights.map((one) => {
    weight += one
    const part = Math.round((count * weight) / all) - given
    given += part
    return part
  })
}
