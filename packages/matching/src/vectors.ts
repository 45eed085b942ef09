/** Weights by feature, of length one. */
export type Vector = ReadonlyMap<string, number>

/** Each feature as often as it is there (damped) and as much as it is worth. */
export function vectorOf(times: ReadonlyMap<string, number>, worth: (feature: string) => number): Vector {
  const weights = new Map<string, number>()
  let squares = 0
  for (const [feature, n] of times) {
    const weight = (n === 1 ? 1 : 1 + Math.log(n)) * worth(feature)
    weights.set(feature, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares) || 1
  for (const [feature, weight] of weights) weights.set(feature, weight / length)
  return weights
}

/** Many vectors, read by feature: what each has of it, times a weight, is added up without looking at the others. */
export interface Lists { add(feature: string, times: number, into: Float64Array): void }

export function listsOf(vectors: readonly Vector[]): Lists {
  const lists = new Map<string, { at: number[], weight: number[] }>()
  vectors.forEach((vector, at) => {
    for (const [feature, weight] of vector) {
      const list = lists.get(feature) ?? { at: [], weight: [] }
      if (list.at.length === 0) lists.set(feature, list)
      list.at.push(at)
      list.weight.push(weight)
    }
  })
  const packed = new Map([...lists].map(([feature, { at, weight }]) => [feature, { at: Int32Array.from(at), weight: Float32Array.from(weight) }]))
  return {
    add(feature, times, into) {
      const list = packed.get(feature)
      if (list === undefined) return
      const { at, weight } = list
      for (let i = 0; i < at.length; i += 1) into[at[i]!]! += weight[i]! * times
    },
  }
}
