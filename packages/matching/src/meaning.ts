/** How near in meaning a question is to each entry, by an encoder's vectors: 0 (no nearer than any two entries are) to 1. */
export type Meaning = (vector: Float32Array) => Float64Array

/** So many pairs tell how near any two are: encoders give unlike texts from 0.1 to 0.8. */
const pairs = 2000

/** @param vectors of length one, of each wording; undefined where it was not encoded. @param holders the entry of each */
export function meaningOf(vectors: readonly (Float32Array | undefined)[], holders: Int32Array, entries: number): Meaning {
  const known = [...vectors.keys()].filter((at) => vectors[at] !== undefined)
  const usual = usualOf(vectors, holders, known)
  return (vector) => {
    const nearest = new Float64Array(entries)
    for (const at of known) nearest[holders[at]!] = Math.max(nearest[holders[at]!]!, (dot(vectors[at]!, vector) - usual) / (1 - usual))
    return nearest
  }
}

function usualOf(vectors: readonly (Float32Array | undefined)[], holders: Int32Array, known: readonly number[]): number {
  let [sum, many] = [0, 0]
  for (let at = 0; at < pairs && known.length > 1; at += 1) {
    const [one, other] = [known[(at * 7919) % known.length]!, known[(at * 104729 + 1) % known.length]!]
    if (holders[one] === holders[other]) continue
    sum += dot(vectors[one]!, vectors[other]!)
    many += 1
  }
  return many === 0 ? 0 : Math.min(0.95, sum / many)
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at += 1) sum += one[at]! * other[at]!
  return sum
}
