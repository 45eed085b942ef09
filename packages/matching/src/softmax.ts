import { bestOf } from './best.ts'
import type { Vector } from './vectors.ts'

/** Tells answers apart by what their wordings have that others have not. */
export interface Softmax { of(vector: Vector): Float64Array }

/** How sharply it decides; how far a step goes; what is not worth a step; how many of the nearest classes a wording is told apart from. */
const [sharpness, step, negligible, near] = [12, 0.6, 0.01, 40]

interface Wording { of: number, vector: Vector }

/**
 * Multinomial logistic regression, one class an answer, begun at the middle of its wordings and taught `rounds` times with each of them, against the classes nearest to it at the beginning.
 * @param wordings each with the number of its answer, 0 to `classes` − 1
 */
export function softmaxOf(wordings: readonly Wording[], classes: number, rounds: number): Softmax {
  const known = middlesOf(wordings, classes)
  const lessons = lessonsOf(wordings, known)
  for (let round = 0; round < rounds; round += 1) for (const one of lessons) teach(known.table, one)
  return knowing(known)
}

/** What each class has of each feature: of a feature, `classes` numbers from its place on. One table, since it is gone through some million times. */
interface Known { table: Float32Array, places: ReadonlyMap<string, number>, classes: number }

function middlesOf(wordings: readonly Wording[], classes: number): Known {
  const places = new Map<string, number>()
  for (const { vector } of wordings) for (const feature of vector.keys()) if (!places.has(feature)) places.set(feature, places.size * classes)
  const table = new Float32Array(places.size * classes)
  for (const { of, vector } of wordings) for (const [feature, weight] of vector) table[places.get(feature)! + of]! += weight
  toLengthOne(table, classes)
  return { table, places, classes }
}

function toLengthOne(table: Float32Array, classes: number): void {
  const squares = new Float64Array(classes)
  for (let from = 0; from < table.length; from += classes) for (let at = 0; at < classes; at += 1) squares[at]! += table[from + at]! * table[from + at]!
  const lengths = squares.map((square) => Math.sqrt(square) || 1)
  for (let from = 0; from < table.length; from += classes) for (let at = 0; at < classes; at += 1) table[from + at]! /= lengths[at]!
}

// Apart from what it was taught with: a function holds on to all that is named where it was made.
function knowing({ table, places, classes }: Known): Softmax {
  return {
    of(vector) {
      const sums = new Float64Array(classes)
      for (const [feature, weight] of vector) {
        const from = places.get(feature)
        if (from !== undefined) for (let at = 0; at < classes; at += 1) sums[at]! += table[from + at]! * weight
      }
      return shares(sums)
    },
  }
}

/** A wording: the classes it is told apart (its own first), where what is known of its features stands, and how much it has of each. */
interface Lesson { classes: Int32Array, places: Int32Array, weights: Float64Array, errors: Float64Array }

/** In the beginning few classes know a feature: only those are looked at. */
function lessonsOf(wordings: readonly Wording[], { table, places, classes }: Known): Lesson[] {
  const knows = new Map([...places.values()].map((from) => [from, notZero(table, from, classes)]))
  return wordings.map(({ of, vector }) => {
    const [sums, froms, weights] = [new Float64Array(classes), Int32Array.from(vector.keys(), (feature) => places.get(feature)!), Float64Array.from(vector.values())]
    for (let i = 0; i < froms.length; i += 1) {
      const at = knows.get(froms[i]!)!
      for (let n = 0; n < at.length; n += 1) sums[at[n]!]! += table[froms[i]! + at[n]!]! * weights[i]!
    }
    const nearby = nearest(sums, of)
    return { classes: nearby, places: froms, weights, errors: new Float64Array(nearby.length) }
  })
}

function notZero(table: Float32Array, from: number, classes: number): Int32Array {
  const all: number[] = []
  for (let at = 0; at < classes; at += 1) if (table[from + at] !== 0) all.push(at)
  return Int32Array.from(all)
}

function teach(table: Float32Array, { classes, places, weights, errors }: Lesson): void {
  errors.fill(0)
  for (let i = 0; i < places.length; i += 1) {
    const [from, weight] = [places[i]!, weights[i]!]
    for (let at = 0; at < classes.length; at += 1) errors[at]! += table[from + classes[at]!]! * weight
  }
  shares(errors)
  errors[0]! -= 1
  let many = 0
  for (let at = 0; at < classes.length; at += 1) {
    if (Math.abs(errors[at]!) <= negligible) continue
    stepped[many] = classes[at]!
    errors[many] = step / sharpness * errors[at]!
    many += 1
  }
  for (let i = 0; i < places.length && many > 0; i += 1) {
    const [from, weight] = [places[i]!, weights[i]!]
    for (let at = 0; at < many; at += 1) table[from + stepped[at]!]! -= errors[at]! * weight
  }
}

/** The classes a step is taken for. */
const stepped = new Int32Array(near + 1)

/** @param sums how near each class is; answers the right one and then the nearest others */
const nearest = (sums: Float64Array, right: number): Int32Array => Int32Array.from([right, ...bestOf(sums, near).filter((at) => at !== right && sums[at]! > 0)])

/** In place: the share of each in all, by its exponential. */
function shares(sums: Float64Array): Float64Array {
  let [most, all] = [0, 0]
  for (let at = 0; at < sums.length; at += 1) if (sums[at]! > most) most = sums[at]!
  for (let at = 0; at < sums.length; at += 1) all += sums[at] = Math.exp(sharpness * (sums[at]! - most))
  for (let at = 0; at < sums.length; at += 1) sums[at]! /= all
  return sums
}
