import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as fc from 'fast-check'
import gcoordModule from 'gcoord'
import { convertPosition, distanceInMetres, isInChina, type Crs, type Position } from './coordinates.ts'

const near = (actual: Position, expected: Position, tolerance: number): void => {
  assert.ok(Math.abs(actual[0] - expected[0]) < tolerance && Math.abs(actual[1] - expected[1]) < tolerance, `${actual} is not ${expected}`)
}
/** A CommonJS package whose types describe its ES module. */
const gcoord = gcoordModule as unknown as typeof gcoordModule.default
/** Well within the rectangle, so that a shift does not leave it. */
const inChina = fc.tuple(fc.double({ min: 73, max: 137, noNaN: true }), fc.double({ min: 2, max: 55, noNaN: true }))
const systems: Record<Crs, Parameters<typeof gcoord.transform>[1]> = { CGCS2000: gcoord.WGS84, WGS84: gcoord.WGS84, GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 }
const names: Crs[] = ['CGCS2000', 'WGS84', 'GCJ02', 'BD09']

test('the worked example: WGS84 to GCJ-02 to BD-09 and back', () => {
  near(convertPosition([120.2, 30.4], 'WGS84', 'GCJ02'), [120.204574528, 30.397608583], 1e-9)
  near(convertPosition([120.2, 30.4], 'WGS84', 'BD09'), [120.211117958, 30.403512033], 1e-9)
  near(convertPosition([120.204574528, 30.397608583], 'GCJ02', 'CGCS2000'), [120.2, 30.4], 2e-9)
  near(convertPosition([120.211117958, 30.403512033], 'BD09', 'CGCS2000'), [120.2, 30.4], 2e-9)
})

test('forward agrees with gcoord everywhere in China', () => {
  fc.assert(fc.property(inChina, (position) => {
    for (const [from, to] of [['WGS84', 'GCJ02'], ['WGS84', 'BD09'], ['GCJ02', 'BD09']] as const) {
      const theirs = gcoord.transform([...position], systems[from], systems[to]) as [number, number]
      near(convertPosition(position, from, to), theirs, 1e-9)
    }
  }))
})

test('there and back is the same place, for every pair of systems', () => {
  fc.assert(fc.property(inChina, fc.constantFrom(...names), fc.constantFrom(...names), (position, from, to) => {
    near(convertPosition(convertPosition(position, from, to), to, from), position, 1e-9)
  }))
})

test('nothing shifts outside China', () => {
  const abroad = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -85, max: 85, noNaN: true }))
    .filter((position) => !isInChina(position))
  fc.assert(fc.property(abroad, fc.constantFrom(...names), fc.constantFrom(...names), (position, from, to) => {
    assert.deepEqual(convertPosition(position, from, to), position)
  }))
})

test('distances', () => {
  assert.equal(distanceInMetres([120.2, 30.4], [120.2, 30.4]), 0)
  // One degree of the meridian on a sphere of 6 371 008.8 m.
  assert.ok(Math.abs(distanceInMetres([120, 30], [120, 31]) - 111195.08) < 0.01)
  assert.ok(Math.abs(distanceInMetres([120.2, 30.4], convertPosition([120.2, 30.4], 'WGS84', 'GCJ02')) - 513) < 1)
  fc.assert(fc.property(inChina, inChina, (a, b) => {
    assert.ok(Math.abs(distanceInMetres(a, b) - distanceInMetres(b, a)) < 1e-6)
  }))
})
