import { ringMetres, type Area, type Position } from '@linli/standards'
import { difference, intersection, type Geom } from 'polyclip-ts'

/** Surfaces as they cover each other; square metres on the plane of the first corner. */
export const sharedMetres = (a: Area, b: Area): { common: number, one: number, other: number } => ({ common: metresOf(intersection(geom(a), geom(b))), one: metresOf(geom(a)), other: metresOf(geom(b)) })

export const commonOf = (a: Area, b: Area): Area | null => areaOf(intersection(geom(a), geom(b)))
/** What of an area these do not cover. */
export const leftOf = (whole: Area, parts: readonly Area[]): Area | null => (parts.length === 0 ? whole : areaOf(difference(geom(whole), ...parts.map(geom))))
export const metresIn = (area: Area | null): number => (area === null ? 0 : metresOf(geom(area)))

type Multi = Position[][][]
const geom = (area: Area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates) as unknown as Geom & Multi

const areaOf = (result: [number, number][][][]): Area | null => {
  const [first, ...others] = result
  return first === undefined ? null : others.length === 0 ? { type: 'Polygon', coordinates: first } : { type: 'MultiPolygon', coordinates: result }
}

const metresOf = (polygons: readonly (readonly (readonly (readonly number[])[])[])[]): number => polygons.reduce((sum, rings) => sum + rings.reduce((part, ring, at) => part + (at === 0 ? 1 : -1) * Math.abs(ringMetres(ring)), 0), 0)
