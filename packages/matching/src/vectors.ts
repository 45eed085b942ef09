/** Weights by feature, of length one. */
export type Vector = ReadonlyMap<string, number>

/** Each feature as often as it is there (damped) and as much as it is worth. */
export function vectorOf(times: ReadonlyMap<string, number>, worth: (feature: string) => number): Vector {
  const weights = [...times].map(([feature, n]): [string, number] => [feature, (1 + Math.log(n)) * worth(feature)])
  const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
  return new Map(weights.map(([feature, weight]) => [feature, weight / length]))
}

/** Many vectors, read by feature: what a query has in common with each is added up without looking at the others. */
export interface Postings { add(vector: Vector, share: number, into: Float64Array): void }

export function postingsOf(vectors: readonly Vector[]): Postings {
  const lists = new Map<string, { at: number[], weight: number[] }>()
  vectors.forEach((vector, at) => {
    for (const [feature, weight] of vector) {
      const list = lists.get(feature) ?? { at: [], weight: [] }
      list.at.push(at)
      list.weight.push(weight)
      lists.set(feature, list)
    }
  })
  const packed = new Map([...lists].map(([feature, { at, weight }]) => [feature, { at: Int32Array.from(at), weight: Float32Array.from(weight) }]))
  return {
    add(vector, share, into) {
      for (const [feature, weight] of vector) {
        const list = packed.get(feature)
        if (list === undefined) continue
        const times = weight * share
        for (let i = 0; i < list.at.length; i += 1) into[list.at[i]!]! += list.weight[i]! * times
      }
    },
  }
}
