/** So many rows in as many parts, as long as one another: behind which row each begins, and with which it ends. Divided last: a third three times is not always the whole. */
export const partsOf = (rows: number, parts: number): [number, number][] => Array.from({ length: parts }, (_, nth) => [Math.floor(rows * nth / parts), Math.floor(rows * (nth + 1) / parts)])
