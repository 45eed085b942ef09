import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import { fromGaussKruger, toGaussKruger, zoneOf } from './gauss-kruger.ts'
import type { Position } from './coordinates.ts'

const near = (actual: Position, expected: Position, tolerance: number): void => {
  assert.ok(Math.abs(actual[0] - expected[0]) < tolerance && Math.abs(actual[1] - expected[1]) < tolerance, `${actual} is not ${expected}`)
}

/** On the meridian the northing is the arc from the equator, as published for GRS80; the others are of PROJ (+proj=tmerc +ellps=GRS80 +x_0=500000). */
for (const [meridian, lng, lat, easting, northing] of [
  [120, 120, 30, 500000, 3320113.3978], [120, 120, 45, 500000, 4984944.3779], [120, 120.2, 30.4, 519219.41599, 3364472.7013],
  [120, 121.5, 31.2, 642964.15985, 3454118.13217], [120, 118.6, 22.5, 355935.04338, 2489840.95853], [120, 116.391, 39.907, 191359.42129, 4425443.52124], [117, 116.391, 39.907, 447924.4832, 4419380.44763],
] as const) {
  test(`${lng} ${lat} lies at ${easting} ${northing} for the meridian ${meridian}`, () => {
    near(toGaussKruger([lng, lat], meridian), [easting, northing], 0.0002)
    near(fromGaussKruger([easting, northing], meridian), [lng, lat], 3e-9)
  })
}

test('there and back is the same place, within a zone and beyond', () => {
  fc.assert(fc.property(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: 3, max: 54, noNaN: true }), (away, lat) => {
    near(fromGaussKruger(toGaussKruger([120 + away, lat], 120, 40500000), 120, 40500000), [120 + away, lat], 1e-10)
  }))
})

test('a zone number before the easting tells the meridian', () => {
  assert.deepEqual(zoneOf(40519219), { zone: 40, meridian: 120, falseEasting: 40500000 })
  assert.deepEqual(zoneOf(20519219)?.meridian, 117)
  for (const easting of [519219, 24500000, 46500000, 120]) assert.equal(zoneOf(easting), undefined)
})
