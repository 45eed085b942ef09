interface Box { west: number, south: number, east: number, north: number }

/** Events nearer than this many pixels are one point; the map gathers points further. */
const cellPixels = 14
const worldPixels = 512
/** A box has at most so many cells, whatever it is asked for. */
const mostAcross = 72
const mostDown = 48

/** How large the cells of a box are, by the zoom and never so small that their number grows with the box. Degrees of longitude and latitude. */
export function cellOf({ west, south, east, north }: Box, zoom: number): { lng: number, lat: number } {
  const byZoom = 360 / 2 ** zoom * cellPixels / worldPixels
  const flat = Math.cos((south + north) / 2 * Math.PI / 180)
  return { lng: Math.max(byZoom, (east - west) / mostAcross), lat: Math.max(byZoom * flat, (north - south) / mostDown) }
}

type Ring = readonly (readonly [number, number])[]

/** As PostgreSQL reads a polygon. */
export const polygonText = (ring: Ring): string => `(${ring.map(([lng, lat]) => `(${lng},${lat})`).join(',')})`

export function boxOf(ring: Ring): Box {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
  return { west: Math.min(...lngs), east: Math.max(...lngs), south: Math.min(...lats), north: Math.max(...lats) }
}

export const ageOn = (birth: string | null, day: string): number | null => (birth === null ? null : Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0))
