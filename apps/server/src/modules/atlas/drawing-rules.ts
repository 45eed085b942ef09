import type { Drawing } from './tiles.ts'

interface AreaRow { path: string, name: string, kind: string, height: number | null, floors: number | null, shape: unknown, lng: number | null, lat: number | null }
interface PlanRow { kind: string, name: string | null, width: number | null, line: unknown, sort: string | null }
type Line = [number, number][]

/** What is drawn, as GeoJSON in CGCS2000: borders and footprints with what a map says of them, under them roads, water and greens. Names of areas stand at their centre: a border is cut by tiles, and each piece would be named. */
export function drawingFrom(areas: readonly AreaRow[], plan: readonly PlanRow[]): Drawing {
  const outline = ({ path, name, kind, height, floors, shape }: AreaRow) =>
    ({ type: 'Feature' as const, properties: kind === 'building' ? { path, name, height: height ?? (floors ?? 1) * 3, floors } : { path, name, kind }, geometry: shape as GeoJSON.Polygon })
  return {
    area: areas.filter(({ kind }) => kind !== 'building').map(outline),
    building: areas.filter(({ kind }) => kind === 'building').map(outline),
    label: areas.flatMap(({ path, name, kind, lng, lat }) => (kind === 'building' || lng === null || lat === null ? [] : [{ type: 'Feature', properties: { path, name, kind }, geometry: { type: 'Point', coordinates: [lng, lat] } }])),
    plan: plan.map(({ kind, name, width, line, sort }) => ({ type: 'Feature', properties: { kind, ...(name !== null && { name }), ...(width !== null && { width }), ...(sort !== null && { sort }) }, geometry: drawn(kind, line as Line) })),
  }
}

/** A place is a point. A line without a width that ends where it began is a surface; a road is never one. */
function drawn(kind: string, line: Line): GeoJSON.Polygon | GeoJSON.LineString | GeoJSON.Point {
  if (kind === 'place') return { type: 'Point', coordinates: line[0]! }
  const [first, last] = [line[0], line.at(-1)]
  const isSurface = kind !== 'road' && line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
  return isSurface ? { type: 'Polygon', coordinates: [line] } : { type: 'LineString', coordinates: line }
}
