import { bestOf } from './best.ts'
import type { Vector } from './vectors.ts'

/** Tells answers apart by what their wordings have that others have not. */
export interface Softmax { of(vector: Vector): Float64Array }

/** How sharply it decides; how far a step goes; what is not worth a step; how many of the nearest classes a wording is told apart from. */
const [sharpness, step, negligible, near] = [12, 0.6, 0.01, 40]

/**
 * Multinomial logistic regression, one class an answer, begun at the middle of its wordings and taught `rounds` times with each of them, against the classes nearest to it at the beginning.
 * @param wordings each with the number of its answer, 0 to `classes` − 1
 */
export function softmaxOf(wordings: readonly { of: number, vector: Vector }[], classes: number, rounds: number): Softmax {
  const rows = new Map<string, Float32Array>()
  for (const { of, vector } of wordings) {
    for (const [feature, weight] of vector) {
      const known = rows.get(feature) ?? new Float32Array(classes)
      if (known[of] === 0) rows.set(feature, known)
      known[of]! += weight
    }
  }
  toLengthOne(rows, classes)
  const of = (vector: Vector): Float64Array => {
    const sums = new Float64Array(classes)
    for (const [feature, weight] of vector) {
      const known = rows.get(feature)
      if (known !== undefined) for (let at = 0; at < classes; at += 1) sums[at]! += known[at]! * weight
    }
    return sums
  }
  const lesson = ({ of: right, vector }: { of: number, vector: Vector }): Lesson => ({ classes: nearest(of(vector), right), rows: [...vector.keys()].map((feature) => rows.get(feature)!), weights: Float64Array.from(vector.values()) })
  learn(wordings.map(lesson), rounds)
  return { of: (vector) => shares(of(vector)) }
}

/** A wording, the classes it is told apart (its own first), and what is known of each of its features. */
interface Lesson { classes: Int32Array, rows: readonly Float32Array[], weights: Float64Array }

function learn(lessons: readonly Lesson[], rounds: number): void {
  for (let round = 0; round < rounds; round += 1) for (const one of lessons) teach(one)
}

function teach({ classes, rows, weights }: Lesson): void {
  const errors = new Float64Array(classes.length)
  for (let i = 0; i < rows.length; i += 1) {
    const [row, weight] = [rows[i]!, weights[i]!]
    for (let at = 0; at < classes.length; at += 1) errors[at]! += row[classes[at]!]! * weight
  }
  shares(errors)
  errors[0]! -= 1
  for (let at = 0; at < classes.length; at += 1) {
    if (Math.abs(errors[at]!) <= negligible) continue
    const by = step / sharpness * errors[at]!
    for (let i = 0; i < rows.length; i += 1) rows[i]![classes[at]!]! -= by * weights[i]!
  }
}

/** @param sums how near each class is; answers the right one and then the nearest others */
const nearest = (sums: Float64Array, right: number): Int32Array => Int32Array.from([right, ...bestOf(sums, near).filter((at) => at !== right && sums[at]! > 0)])

function toLengthOne(rows: ReadonlyMap<string, Float32Array>, classes: number): void {
  const squares = new Float64Array(classes)
  for (const known of rows.values()) for (let at = 0; at < classes; at += 1) squares[at]! += known[at]! ** 2
  for (const known of rows.values()) for (let at = 0; at < classes; at += 1) known[at]! /= Math.sqrt(squares[at]!) || 1
}

/** In place: the share of each in all, by its exponential. */
function shares(sums: Float64Array): Float64Array {
  const most = sums.reduce((a, b) => Math.max(a, b), 0)
  let all = 0
  for (let at = 0; at < sums.length; at += 1) all += sums[at] = Math.exp(sharpness * (sums[at]! - most))
  for (let at = 0; at < sums.length; at += 1) sums[at]! /= all
  return sums
}
