export interface LngLat { lng: number, lat: number }

export type Box = [[number, number], [number, number]]

/** The smallest box around points, of which there is at least one. */
export const boxAround = (points: readonly LngLat[]): Box => {
  const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)]
  return [[Math.min(...lngs), Math.min(...lats)], [Math.max(...lngs), Math.max(...lats)]]
}

/** What the server says of a box, as corners: south-west and north-east. */
export const cornersOf = ([west, south, east, north]: readonly [number, number, number, number]): Box => [[west, south], [east, north]]

/** Around everything our maps can be about, where nothing is drawn yet. */
export const china: LngLat = { lng: 104, lat: 35.5 }
