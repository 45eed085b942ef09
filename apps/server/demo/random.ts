/** Draws that are the same for the same seed on every machine. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number
  between(least: number, most: number): number
  /** A whole number from least to most, both included. */
  whole(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** One of them, each as often as its weight says. */
  weighted<T>(list: readonly (readonly [T, number])[]): T
  shuffled<T>(list: readonly T[]): T[]
  /** Around 0 with a standard deviation of 1. */
  normal(): number
  bytes(count: number): Buffer
}

/** sfc32 (Chris Doty-Humphrey, PractRand), started from a text: parts of the demo draw apart and do not shift each other. */
export function randomOf(seed: string): Random {
  const state = scattered(seed)
  const uint = () => {
    const sum = (state[0]! + state[1]! + state[3]!) | 0
    state[3] = (state[3]! + 1) | 0
    state[0] = state[1]! ^ (state[1]! >>> 9)
    state[1] = (state[2]! + (state[2]! << 3)) | 0
    state[2] = ((state[2]! << 21) | (state[2]! >>> 11)) + sum | 0
    return sum >>> 0
  }
  for (let round = 0; round < 15; round += 1) uint()
  const next = () => uint() / 4294967296
  return {
    next,
    between: (least, most) => least + next() * (most - least),
    whole: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (list) => list[Math.floor(next() * list.length)]!,
    weighted(list) {
      let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of list) {
        left -= weight
        if (left < 0) return value
      }
      return list.at(-1)![0]
    },
    shuffled(list) {
      const left = [...list]
      for (let at = left.length - 1; at > 0; at -= 1) {
        const other = Math.floor(next() * (at + 1));
        [left[at], left[other]] = [left[other]!, left[at]!]
      }
      return left
    },
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    bytes(count) {
      const bytes = Buffer.alloc(count)
      for (let at = 0; at < count; at += 1) bytes[at] = uint() & 255
      return bytes
    },
  }
}

/** Four words from a text (FNV-1a with four offsets). */
function scattered(seed: string): Int32Array {
  return Int32Array.from([0x811c9dc5, 0x1b873593, 0x9e3779b9, 0x85ebca6b], (offset) => {
    let hash = offset
    for (const char of seed) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193)
    return hash
  })
}
