/** A sorted copy: `toSorted` is younger than many phones. */
export function sorted<T>(rows: readonly T[], compare: (a: T, b: T) => number): T[] {
  const copy = [...rows]
  // oxlint-disable-next-line unicorn/no-array-sort
  copy.sort(compare)
  return copy
}
