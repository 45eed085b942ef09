/** In order; the given list stays as it is. Office browsers of 2020 have no `toSorted`. */
export function sorted<Row>(rows: readonly Row[], compare: (one: Row, other: Row) => number): Row[] {
  const copy = [...rows]
  // oxlint-disable-next-line unicorn/no-array-sort
  copy.sort(compare)
  return copy
}
