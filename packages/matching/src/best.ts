/** The places of the `most` largest, the largest first; of equal ones the first: without sorting the rest. */
export function bestOf(values: Float64Array, most: number): number[] {
  const [best, worth] = [new Int32Array(most), new Float64Array(most)]
  let many = 0
  for (let at = 0; at < values.length && most > 0; at += 1) {
    const value = values[at]!
    if (many === most && !(value > worth[most - 1]!)) continue
    let place = many === most ? most - 1 : many
    for (; place > 0 && worth[place - 1]! < value; place -= 1) {
      worth[place] = worth[place - 1]!
      best[place] = best[place - 1]!
    }
    worth[place] = value
    best[place] = at
    many = Math.min(many + 1, most)
  }
  return [...best.subarray(0, many)]
}
