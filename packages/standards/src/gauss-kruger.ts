import type { Position } from './coordinates.ts'

/** CGCS2000 (GB 22021): semi-major axis in metres and flattening. */
const semiMajor = 6378137
const flattening = 1 / 298.257222101

const third = flattening / (2 - flattening)
const eccentricity = Math.sqrt(flattening * (2 - flattening))
const rectifying = (semiMajor / (1 + third)) * (1 + Math.pow(third, 2) / 4 + Math.pow(third, 4) / 64)
const degree = Math.PI / 180

/** Krüger's series to the fourth power of the third flattening: below a tenth of a millimetre within a zone. */
const forward = series([1 / 2, -2 / 3, 5 / 16, 41 / 180], [0, 13 / 48, -3 / 5, 557 / 1440], [0, 0, 61 / 240, -103 / 140], [0, 0, 0, 49561 / 161280])
const backward = series([1 / 2, -2 / 3, 37 / 96, -1 / 360], [0, 1 / 48, 1 / 15, -437 / 1440], [0, 0, 17 / 480, -37 / 840], [0, 0, 0, 4397 / 161280])

/** Gauss–Krüger easting and northing in metres of a position in CGCS2000 degrees, for a central meridian; the easting of the meridian is `falseEasting`, with the number of the zone before it where that is written. */
export function toGaussKruger([lng, lat]: Position, meridian: number, falseEasting = 500000): Position {
  const t = Math.sinh(isometric(lat * degree))
  const away = (lng - meridian) * degree
  const xi = Math.atan2(t, Math.cos(away))
  const eta = Math.asinh(Math.sin(away) / Math.sqrt(t * t + Math.cos(away) * Math.cos(away)))
  const [north, east] = shifted(xi, eta, forward, 1)
  return [falseEasting + rectifying * east, rectifying * north]
}

/** The position in CGCS2000 degrees of a Gauss–Krüger easting and northing in metres. */
export function fromGaussKruger([easting, northing]: Position, meridian: number, falseEasting = 500000): Position {
  const [xi, eta] = shifted(northing / rectifying, (easting - falseEasting) / rectifying, backward, -1)
  const conformal = Math.asin(Math.sin(xi) / Math.cosh(eta))
  const whole = Math.atanh(Math.sin(conformal))
  let lat = conformal
  for (let round = 0; round < 8; round += 1) lat = Math.asin(Math.tanh(whole + eccentricity * Math.atanh(eccentricity * Math.sin(lat))))
  return [meridian + Math.atan2(Math.sinh(eta), Math.cos(xi)) / degree, lat / degree]
}

/**
 * The central meridian that a zone number before the easting tells: 25–45 are zones of 3 degrees (meridian 3 n), 13–23 zones of 6 degrees (6 n − 3);
 * together they cover the country and no number means both. Nothing where no number is written.
 */
export function zoneOf(easting: number): { zone: number, meridian: number, falseEasting: number } | undefined {
  const zone = Math.floor(easting / 1000000)
  const meridian = zone >= 25 && zone <= 45 ? zone * 3 : zone >= 13 && zone <= 23 ? zone * 6 - 3 : undefined
  return meridian === undefined ? undefined : { zone, meridian, falseEasting: zone * 1000000 + 500000 }
}

function isometric(lat: number): number {
  const sine = Math.sin(lat)
  return Math.atanh(sine) - eccentricity * Math.atanh(eccentricity * sine)
}

function series(...terms: readonly (readonly number[])[]): number[] {
  return terms.map((term) => term.reduce((sum, factor, power) => sum + factor * Math.pow(third, power + 1), 0))
}

function shifted(xi: number, eta: number, factors: readonly number[], sign: 1 | -1): [number, number] {
  let [north, east] = [xi, eta]
  factors.forEach((factor, index) => {
    const times = 2 * (index + 1)
    north += sign * factor * Math.sin(times * xi) * Math.cosh(times * eta)
    east += sign * factor * Math.cos(times * xi) * Math.sinh(times * eta)
  })
  return [north, east]
}
