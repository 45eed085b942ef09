export type Ring = [number, number][]

/** So many fit into an address. */
export const mostPoints = 30

/** A line as it stands in the address: metres do not need more than five digits. */
export const ringText = (ring: Ring): string => ring.map(([lng, lat]) => `${lng.toFixed(5)}_${lat.toFixed(5)}`).join('~')

export function readRing(text: string | undefined): Ring | undefined {
  if (!text) return undefined
  const ring = text.split('~').map((point): [number, number] => {
    const [lng = Number.NaN, lat = Number.NaN] = point.split('_').map(Number)
    return [lng, lat]
  })
  const isFit = ring.length >= 3 && ring.length <= mostPoints && ring.every(([lng, lat]) => lng >= 73 && lng <= 136 && lat >= 3 && lat <= 54)
  return isFit ? ring : undefined
}

/** A small square around one place, 15 metres to each side. */
export function ringAround({ lng, lat }: { lng: number, lat: number }): Ring {
  const [up, side] = [15 / 110_860, 15 / (111_320 * Math.cos(lat * Math.PI / 180))]
  return [[lng - side, lat - up], [lng + side, lat - up], [lng + side, lat + up], [lng - side, lat + up]]
}

/** Where the map looks: centre, zoom, pitch and bearing. */
export interface Camera { lng: number, lat: number, zoom: number, pitch: number, bearing: number }

export const cameraText = ({ lng, lat, zoom, pitch, bearing }: Camera): string => `${lng.toFixed(5)}_${lat.toFixed(5)}_${zoom.toFixed(2)}_${Math.round(pitch)}_${Math.round(bearing)}`

export function readCamera(text: string | undefined): Camera | undefined {
  const [lng, lat, zoom, pitch, bearing] = (text ?? '').split('_').map(Number)
  if ([lng, lat, zoom, pitch, bearing].some((number) => number === undefined || !Number.isFinite(number))) return undefined
  const isFit = lng! >= 73 && lng! <= 136 && lat! >= 3 && lat! <= 54 && zoom! >= 0 && zoom! <= 24 && pitch! >= 0 && pitch! <= 85
  return isFit ? { lng: lng!, lat: lat!, zoom: zoom!, pitch: pitch!, bearing: bearing! } : undefined
}
