/** Longitude, latitude in degrees, the order of GeoJSON (RFC 7946). */
export type Position = readonly [number, number]

/**
 * Coordinate systems met in practice. CGCS2000 (天地图, GB 22021) and WGS84 (GPS) differ by centimetres and are treated as one;
 * GCJ-02 is what 高德, 腾讯 and WeChat maps draw, BD-09 what 百度 draws. Stored coordinates are CGCS2000; convert at the edge.
 */
export type Crs = 'CGCS2000' | 'WGS84' | 'GCJ02' | 'BD09'

/** From one system to another. Outside China no system shifts, so the position comes back as it is. */
export function convertPosition(position: Position, from: Crs, to: Crs): Position {
  const source = baseOf(from)
  const target = baseOf(to)
  if (source === target) return position
  if (source === 'CGCS2000') return target === 'GCJ02' ? toGcj02(position) : gcj02ToBd09(toGcj02(position))
  if (source === 'GCJ02') return target === 'BD09' ? gcj02ToBd09(position) : fromGcj02(position)
  return target === 'GCJ02' ? bd09ToGcj02(position) : fromGcj02(bd09ToGcj02(position))
}

/** Krasovsky 1940 ellipsoid as used by GCJ-02. */
const semiMajor = 6378245.0
const eccentricitySquared = 0.006693421622965943
const degree = Math.PI / 180

export function toGcj02(position: Position): Position {
  if (!isInChina(position)) return position
  const [lng, lat] = position
  const x = lng - 105
  const y = lat - 35
  const sinLat = Math.sin(lat * degree)
  const magic = 1 - eccentricitySquared * sinLat * sinLat
  const root = Math.sqrt(magic)
  const shiftLat = (latitudeShift(x, y) * 180) / (((semiMajor * (1 - eccentricitySquared)) / (magic * root)) * Math.PI)
  const shiftLng = (longitudeShift(x, y) * 180) / ((semiMajor / root) * Math.cos(lat * degree) * Math.PI)
  return [lng + shiftLng, lat + shiftLat]
}

/** Inverse by iteration, to better than 1e-9 degrees (0.1 mm). */
export function fromGcj02(position: Position): Position {
  return isInChina(position) ? inverse(toGcj02, position) : position
}

const baiduFactor = (Math.PI * 3000) / 180

export function gcj02ToBd09(position: Position): Position {
  if (!isInChina(position)) return position
  const [lng, lat] = position
  const radius = Math.sqrt(lng * lng + lat * lat) + 0.00002 * Math.sin(lat * baiduFactor)
  const angle = Math.atan2(lat, lng) + 0.000003 * Math.cos(lng * baiduFactor)
  return [radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006]
}

export function bd09ToGcj02(position: Position): Position {
  return isInChina(position) ? inverse(gcj02ToBd09, position) : position
}

/** The rectangle within which maps are shifted: 72.004–137.8347 E, 0.8293–55.8271 N. */
export function isInChina([lng, lat]: Position): boolean {
  return lng >= 72.004 && lng <= 137.8347 && lat >= 0.8293 && lat <= 55.8271
}

/** Metres along the great circle (haversine, mean radius 6 371 008.8 m, IUGG). Both positions in the same system. */
export function distanceInMetres(a: Position, b: Position): number {
  const sinLat = Math.sin(((b[1] - a[1]) * degree) / 2)
  const sinLng = Math.sin(((b[0] - a[0]) * degree) / 2)
  const h = sinLat * sinLat + Math.cos(a[1] * degree) * Math.cos(b[1] * degree) * sinLng * sinLng
  return 2 * 6371008.8 * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** The shift changes by less than a thousandth of the step, so each round gains three digits and more. */
function inverse(forward: (position: Position) => Position, [lng, lat]: Position): Position {
  let guess: Position = [lng, lat]
  for (let round = 0; round < 30; round += 1) {
    const [atLng, atLat] = forward(guess)
    const missLng = lng - atLng
    const missLat = lat - atLat
    guess = [guess[0] + missLng, guess[1] + missLat]
    if (Math.abs(missLng) < 1e-12 && Math.abs(missLat) < 1e-12) break
  }
  return guess
}

function baseOf(crs: Crs): 'CGCS2000' | 'GCJ02' | 'BD09' {
  return crs === 'WGS84' ? 'CGCS2000' : crs
}

/** The published polynomial and sines of the shift, in metres; x and y are degrees from 105 E 35 N. */
function latitudeShift(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x))
  return plain + ripple(x) + (20 * sine(y) + 40 * sine(y / 3)) * (2 / 3) + (160 * sine(y / 12) + 320 * sine(y / 30)) * (2 / 3)
}

function longitudeShift(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x))
  return plain + ripple(x) + (20 * sine(x) + 40 * sine(x / 3)) * (2 / 3) + (150 * sine(x / 12) + 300 * sine(x / 30)) * (2 / 3)
}

function ripple(x: number): number {
  return (20 * sine(6 * x) + 20 * sine(2 * x)) * (2 / 3)
}

function sine(halfTurns: number): number {
  return Math.sin(halfTurns * Math.PI)
}
