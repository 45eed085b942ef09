/** The places of the `most` largest, the largest first; of equal ones the first: without sorting the rest. */
export function bestOf(values: Float64Array, most: number): number[] {
  const best: number[] = []
  for (let at = 0; at < values.length; at += 1) {
    if (best.length === most && !(values[at]! > values[best[most - 1]!]!)) continue
    let place = best.length === most ? most - 1 : best.length
    while (place > 0 && values[best[place - 1]!]! < values[at]!) place -= 1
    if (best.length === most) best.pop()
    best.splice(place, 0, at)
  }
  return best
}
