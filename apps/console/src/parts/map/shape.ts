export interface LngLat { lng: number, lat: number }
type Ring = [number, number][]
export type Geometry = { type: 'Polygon', coordinates: Ring[] } | { type: 'MultiPolygon', coordinates: Ring[][] }

/** A named outline: an area's border, a building's footprint. */
export interface Outline { path: string, name: string, shape: Geometry, height: number | null }

/** A line or, where it ends where it began, a surface of the drawn plan. Width in metres. */
export interface PlanFeature { kind: 'road' | 'water' | 'green', name: string | null, width: number | null, line: [number, number][] }

export interface Feature { type: 'Feature', properties: Record<string, string | number | null>, geometry: Geometry | { type: 'LineString', coordinates: Ring } }
export interface Collection { type: 'FeatureCollection', features: Feature[] }

export const collection = (features: Feature[]): Collection => ({ type: 'FeatureCollection', features })

export const outlines = (rows: readonly Outline[], chosen?: string): Collection => collection(rows.map(({ path, name, shape, height }) =>
  ({ type: 'Feature', properties: { path, name, height, isChosen: path === chosen ? 1 : 0 }, geometry: shape })))

export const planned = (rows: readonly PlanFeature[]): Collection => collection(rows.map(({ kind, name, width, line }) =>
  ({ type: 'Feature', properties: { kind, name, width }, geometry: isClosed(line) && kind !== 'road' ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line } })))

const isClosed = (line: Ring) => {
  const [first, last] = [line[0], line[line.length - 1]]
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}

export type Box = [[number, number], [number, number]]

/** The smallest box around points, of which there is at least one. */
export const boxAround = (points: readonly LngLat[]): Box => {
  const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)]
  return [[Math.min(...lngs), Math.min(...lats)], [Math.max(...lngs), Math.max(...lats)]]
}

/** The smallest box around outlines, south-west and north-east corner; nothing without points. */
export function boxOf(rows: readonly { shape: Geometry }[]): Box | undefined {
  const points = rows.flatMap(({ shape }) => shape.type === 'Polygon' ? shape.coordinates.flat() : shape.coordinates.flat(2))
  if (points.length === 0) return undefined
  const box: Box = [[Infinity, Infinity], [-Infinity, -Infinity]]
  for (const [lng, lat] of points) {
    box[0] = [Math.min(box[0][0], lng), Math.min(box[0][1], lat)]
    box[1] = [Math.max(box[1][0], lng), Math.max(box[1][1], lat)]
  }
  return box
}
