import type { Vector } from './vectors.ts'

/** Tells answers apart by what their wordings have that others have not. */
export interface Softmax { of(vector: Vector): Float64Array }

/** How sharply it decides; how far a step goes; what is not worth a step. */
const [sharpness, step, negligible] = [12, 0.6, 0.01]

/**
 * Multinomial logistic regression, one class an answer, begun at the middle of its wordings and taught `rounds` times with each of them.
 * @param wordings each with the number of its answer, 0 to `classes` − 1
 */
export function softmaxOf(wordings: readonly { of: number, vector: Vector }[], classes: number, rounds: number): Softmax {
  const rows = new Map<string, Float32Array>()
  const row = (feature: string) => {
    const known = rows.get(feature) ?? new Float32Array(classes)
    rows.set(feature, known)
    return known
  }
  for (const { of, vector } of wordings) for (const [feature, weight] of vector) row(feature)[of]! += weight
  toLengthOne(rows, classes)
  const of = (vector: Vector): Float64Array => {
    const sums = new Float64Array(classes)
    for (const [feature, weight] of vector) {
      const known = rows.get(feature)
      if (known !== undefined) for (let at = 0; at < classes; at += 1) sums[at]! += known[at]! * weight
    }
    return shares(sums)
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const wording of wordings) {
      const errors = of(wording.vector)
      errors[wording.of]! -= 1
      const wrong = [...errors.keys()].filter((at) => Math.abs(errors[at]!) > negligible)
      for (const [feature, weight] of wrong.length === 0 ? [] : wording.vector) {
        const known = row(feature)
        for (const at of wrong) known[at]! -= step / sharpness * errors[at]! * weight
      }
    }
  }
  return { of }
}

function toLengthOne(rows: ReadonlyMap<string, Float32Array>, classes: number): void {
  const squares = new Float64Array(classes)
  for (const known of rows.values()) for (let at = 0; at < classes; at += 1) squares[at]! += known[at]! ** 2
  for (const known of rows.values()) for (let at = 0; at < classes; at += 1) known[at]! /= Math.sqrt(squares[at]!) || 1
}

function shares(sums: Float64Array): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b), 0)
  let all = 0
  for (let at = 0; at < sums.length; at += 1) all += sums[at] = Math.exp(sharpness * (sums[at]! - most))
  for (let at = 0; at < sums.length; at += 1) sums[at]! /= all
  return sums
}
