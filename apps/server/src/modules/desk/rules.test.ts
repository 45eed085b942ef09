import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cellOf, dayStart, hindranceOf } from './rules.ts'

const town = { west: 120, south: 30, east: 120.12, north: 30.08 }

test('cells become smaller with the zoom, and stay where they are while the map is moved', () => {
  const near = cellOf({ west: 120, south: 30, east: 120.005, north: 30.003 }, 17)
  assert.ok(near.lng < cellOf({ west: 120, south: 30, east: 120.01, north: 30.006 }, 16).lng)
  assert.equal(near.lng, cellOf({ west: 120.001, south: 30.001, east: 120.006, north: 30.004 }, 17).lng)
})

test('a box is never cut into more cells than a screen holds, however near one claims to be', () => {
  for (const zoom of [0, 12, 24]) {
    const { lng, lat } = cellOf(town, zoom)
    assert.ok((town.east - town.west) / lng <= 24 && (town.north - town.south) / lat <= 16, String(zoom))
  }
})

test('the plainest reason is told first', () => {
  const told = (isHere: boolean, may: boolean, wouldWithAnyPost: boolean) => hindranceOf({ isHere, may, wouldWithAnyPost })
  assert.deepEqual([told(false, false, false), told(true, true, true), told(true, false, true), told(true, false, false)], ['state', null, 'post', 'other'])
})

test('a day begins at midnight in Shanghai', () => {
  assert.deepEqual(dayStart(new Date('2026-03-01T16:30:00Z')), new Date('2026-03-02T00:00:00+08:00'))
  assert.deepEqual(dayStart(new Date('2026-03-01T15:59:00Z')), new Date('2026-03-01T00:00:00+08:00'))
})
