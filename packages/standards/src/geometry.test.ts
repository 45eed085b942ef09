import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import type { Position } from './coordinates.ts'
import { centroidOf, isWithin, type Area, type Polygon } from './geometry.ts'

const square = (x: number, y: number, size: number): [number, number][] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
const withHole: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 10), square(4, 4, 2)] }
const two: Area = { type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(10, 0, 2)]] }
/** A grid drawn as an L. */
const bent: Polygon = { type: 'Polygon', coordinates: [[[0, 0], [4, 0], [4, 1], [1, 1], [1, 4], [0, 4], [0, 0]]] }

test('inside, outside, on the rim, in the hole', () => {
  const cases: [Area, Position, boolean][] = [
    [withHole, [1, 1], true], [withHole, [11, 5], false], [withHole, [5, 5], false], [withHole, [4, 5], true], [withHole, [0, 5], true], [withHole, [10, 10], true],
    [withHole, [3.999, 5], true], [two, [1, 1], true], [two, [11, 1], true], [two, [5, 1], false], [bent, [3, 3], false], [bent, [0.5, 3], true], [bent, [3, 0.5], true],
    // A ray through corners crosses once, not twice.
    [bent, [-1, 1], false], [bent, [0.5, 1], true], [{ type: 'Polygon', coordinates: [] }, [0, 0], false],
    [{ type: 'Polygon', coordinates: [square(0, 0, 2).slice(0, 4)] }, [1, 1], true],
  ]
  for (const [area, position, expected] of cases) assert.equal(isWithin(position, area), expected, `${position}`)
})

test('centroids', () => {
  assert.deepEqual(centroidOf({ type: 'Polygon', coordinates: [square(2, 2, 4)] }), [4, 4])
  assert.deepEqual(centroidOf(two), [6, 1])
  assert.deepEqual(centroidOf(withHole), [5, 5])
  // 100 at 5 less 4 at 2: (500 - 8) / 96.
  const [x, y] = centroidOf({ type: 'Polygon', coordinates: [square(0, 0, 10), square(1, 1, 2)] }) ?? [0, 0]
  assert.ok(Math.abs(x - 5.125) < 1e-12 && Math.abs(y - 5.125) < 1e-12)
  assert.deepEqual(centroidOf({ type: 'Polygon', coordinates: [square(2, 2, 4).toReversed()] }), [4, 4])
  assert.deepEqual(centroidOf({ type: 'Polygon', coordinates: [[[1, 1], [3, 1], [1, 1]]] }), [2, 1])
  assert.equal(centroidOf({ type: 'Polygon', coordinates: [] }), undefined)
})

test('of a building of ten metres, to the millimetre', () => {
  const size = 0.0001
  const [lng, lat] = centroidOf({ type: 'Polygon', coordinates: [square(120.2, 30.4, size)] }) ?? [0, 0]
  assert.ok(Math.abs(lng - 120.20005) < 1e-9 && Math.abs(lat - 30.40005) < 1e-9)
})

test('the centroid of a triangle is the mean of its corners and lies within', () => {
  const corner = fc.tuple(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: -1000, max: 1000 }))
  fc.assert(fc.property(corner, corner, corner, (a, b, c) => {
    fc.pre(Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) > 10)
    const area: Polygon = { type: 'Polygon', coordinates: [[a, b, c, a]] }
    const centre = centroidOf(area) ?? [NaN, NaN]
    assert.ok(Math.abs(centre[0] - (a[0] + b[0] + c[0]) / 3) < 1e-6 && Math.abs(centre[1] - (a[1] + b[1] + c[1]) / 3) < 1e-6)
    assert.ok(isWithin(centre, area))
  }))
})

test('a convex area holds whatever lies between two of its points', () => {
  const inside = fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 }))
  const area: Polygon = { type: 'Polygon', coordinates: [square(0, 0, 10)] }
  fc.assert(fc.property(inside, inside, (a, b) => assert.ok(isWithin([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], area))))
})
