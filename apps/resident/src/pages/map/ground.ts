import type { Output } from '@linli/contract'
import type { Point } from '../../phone/phone.ts'

/** Metres east and south of the map's origin: the way a screen counts. */
export type Spot = readonly [x: number, y: number]

type Shape = Output<'organisation', 'shapes'>['rows'][number]['shape']

/** A flat sheet around `origin`; within a town the error is below a metre. */
export function sheetAround(origin: Point) {
  const perLng = 111_320 * Math.cos((origin.lat * Math.PI) / 180)
  const perLat = 110_860
  const spotOf = ([lng, lat]: readonly [number, number]): Spot => [(lng - origin.lng) * perLng, (origin.lat - lat) * perLat]
  return {
    spotOf,
    /** Rounded to a tenth of a metre. */
    pointOf: ([x, y]: Spot): Point => ({ lng: rounded(origin.lng + x / perLng), lat: rounded(origin.lat - y / perLat) }),
    /** An SVG path through the points, closed for surfaces. */
    pathOf: (line: readonly (readonly [number, number])[], isClosed: boolean) => pathThrough(line.map(spotOf), isClosed),
    pathOfShape: (shape: Shape) => ringsOf(shape).map((ring) => pathThrough(ring.map(spotOf), true)).join(''),
  }
}

export type Sheet = ReturnType<typeof sheetAround>

const rounded = (degrees: number) => Math.round(degrees * 1e6) / 1e6

const ringsOf = (shape: Shape): (readonly [number, number])[][] => shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()

const pathThrough = (spots: readonly Spot[], isClosed: boolean) => `M${spots.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}${isClosed ? 'Z' : ''}`

/** The mean of its outer corners: near enough for a name. */
export function middleOf(shape: Shape, { spotOf }: Sheet): Spot {
  const spots = (ringsOf(shape)[0] ?? []).map(spotOf)
  const mean = (at: 0 | 1) => spots.reduce((sum, spot) => sum + spot[at], 0) / Math.max(1, spots.length)
  return [mean(0), mean(1)]
}

/** What the screen shows: the spot in its middle, and how many px a metre is long. */
export type View = { x: number, y: number, scale: number }

/** From a town at a glance to a doorstep. */
const scales = { least: 0.04, most: 6 }

export const withScale = (view: View, scale: number): View => ({ ...view, scale: Math.min(scales.most, Math.max(scales.least, scale)) })

/** Moved as the finger moved, in px. */
export const moved = ({ x, y, scale }: View, across: number, down: number): View => ({ x: x - across / scale, y: y - down / scale, scale })

/** Bigger or smaller, while the spot `at` (px from the middle) stays under the finger. */
export function zoomed(view: View, factor: number, [across, down]: Spot = [0, 0]): View {
  const next = withScale(view, view.scale * factor)
  return { ...next, x: view.x + across / view.scale - across / next.scale, y: view.y + down / view.scale - down / next.scale }
}

export type Extent = { west: number, east: number, north: number, south: number }

export function extentOf(shape: Shape, { spotOf }: Sheet): Extent {
  const spots = ringsOf(shape).flat().map(spotOf)
  const xs = spots.map(([x]) => x)
  const ys = spots.map(([, y]) => y)
  return { west: Math.min(...xs), east: Math.max(...xs), north: Math.min(...ys), south: Math.max(...ys) }
}

/** What shows the whole extent on a screen of this size in px. */
export function viewOf({ west, east, north, south }: Extent, [width, height]: Spot): View {
  const scale = Math.min(width / Math.max(1, east - west), height / Math.max(1, south - north)) * 0.95
  return withScale({ x: (west + east) / 2, y: (north + south) / 2, scale: 1 }, scale)
}

export const unionOf = (extents: readonly Extent[]): Extent => ({
  west: Math.min(...extents.map(({ west }) => west)), east: Math.max(...extents.map(({ east }) => east)),
  north: Math.min(...extents.map(({ north }) => north)), south: Math.max(...extents.map(({ south }) => south)),
})

/** Whether the extent is anywhere in what is shown; `size` of the screen in px. */
export const isNear = ({ west, east, north, south }: Extent, { x, y, scale }: View, [width, height]: Spot) =>
  x + width / 2 / scale >= west && x - width / 2 / scale <= east && y + height / 2 / scale >= north && y - height / 2 / scale <= south
