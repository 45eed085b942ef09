import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Position } from './coordinates.ts'
import { joined, movedTo, nearestOn, shapeOf, splitBy, tilingOf, withCorner, withoutCorner, type Tiling } from './tiling.ts'

const box = (west: number, south: number, east: number, north: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [west, north], [east, north], [east, south], [west, south]]] })
/** West and east side by side, and a north over both whose border has no corner where they meet; 100 m and more. */
const three = () => tilingOf([{ path: 'w', shape: box(120, 30, 120.001, 30.001) }, { path: 'e', shape: box(120.001, 30, 120.002, 30.001) }, { path: 'n', shape: box(120, 30.001, 120.002, 30.002) }])
const nodeAt = ({ nodes }: Tiling, [lng, lat]: Position) => nodes.findIndex((node) => Math.abs(node[0] - lng) < 1e-9 && Math.abs(node[1] - lat) < 1e-9)
const owners = (tiling: Tiling, node: number) => tiling.areas.filter(({ polygons }) => polygons.some((rings) => rings.some((walk) => walk.includes(node)))).map(({ path }) => path).toSorted()
const of = (tiling: Tiling, path: string) => tiling.areas.find((area) => area.path === path)!
/** In hundredths of the square that a side of 0.001° makes. */
const sizeOf = (tiling: Tiling, path: string) => {
  const shape = shapeOf(tiling, of(tiling, path))
  const rings = shape.type === 'Polygon' ? shape.coordinates : shape.coordinates.flat()
  return Math.round(rings.reduce((sum, ring) => sum + ring.slice(1).reduce((part, [x, y], index) => part + (ring[index]![0]! - 120) * (y! - 30) - (x! - 120) * (ring[index]![1]! - 30), 0) / 2, 0) * 1e8)
}

test('a corner is one for all that meet there, also where only two of them know it', () => {
  const tiling = three()
  assert.equal(tiling.nodes.length, 8)
  assert.deepEqual(owners(tiling, nodeAt(tiling, [120.001, 30.001])), ['e', 'n', 'w'])
  assert.deepEqual(['w', 'e', 'n'].map((path) => sizeOf(tiling, path)), [100, 100, 200])
})

test('neighbours that were surveyed a hand apart have one border', () => {
  const tiling = tilingOf([{ path: 'w', shape: box(120, 30, 120.001, 30.001) }, { path: 'e', shape: box(120.001002, 30, 120.002, 30.001001) }])
  assert.equal(tiling.nodes.length, 6)
})

test('moving a corner moves the border of all; a corner is put in and taken out for both sides', () => {
  const tiling = three()
  const moved = movedTo(tiling, nodeAt(tiling, [120.001, 30.001]), [120.0015, 30.0005])
  assert.deepEqual(['w', 'e', 'n'].map((path) => sizeOf(moved, path)), [100, 50, 250])
  assert.equal(['w', 'e', 'n'].reduce((sum, path) => sum + sizeOf(moved, path), 0), 400)
  const more = withCorner(tiling, [nodeAt(tiling, [120.001, 30]), nodeAt(tiling, [120.001, 30.001])], [120.0015, 30.0005])
  assert.deepEqual([owners(more, 8), sizeOf(more, 'w'), sizeOf(more, 'e')], [['e', 'w'], 125, 75])
  assert.deepEqual(withoutCorner(more, 8)!.areas, tiling.areas)
  const thin = tilingOf([{ path: 't', shape: { type: 'Polygon', coordinates: [[[120, 30], [120.001, 30], [120, 30.001], [120, 30]]] } }])
  assert.equal(withoutCorner(thin, 0), undefined)
})

test('a line makes two of one, with new corners for the neighbour too; joined they are one again', () => {
  const tiling = three()
  const split = splitBy(tiling, 'n', [[120.0005, 30.00095], [120.0006, 30.0015], [120.0005, 30.0021]], 'x')!
  assert.deepEqual([sizeOf(split, 'x'), sizeOf(split, 'n')], [55, 145])
  assert.deepEqual(owners(split, nodeAt(split, [120.0005, 30.001])), ['n', 'w', 'x'])
  const back = joined(split, 'n', 'x')!
  assert.deepEqual([sizeOf(back, 'n'), back.areas.map(({ path }) => path).toSorted()], [200, ['e', 'n', 'w']])
  assert.deepEqual([sizeOf(joined(tiling, 'w', 'n')!, 'w'), joined(split, 'x', 'e')], [300, undefined])
  for (const line of [[[120.0005, 30.001]], [[120.0005, 30.001], [120.0005, 30.001]], [[120.0001, 30.001], [120.0015, 30.001]]] as Position[][]) assert.equal(splitBy(tiling, 'n', line, 'x'), undefined)
})

test('what is moved along an outline stays on it', () => {
  const found = nearestOn(box(120, 30, 120.001, 30.001), [120.0004, 29.9])
  assert.deepEqual([found.at.map((one) => Number(one.toFixed(7))), found.isCorner], [[120.0004, 30], false])
  assert.equal(nearestOn(box(120, 30, 120.001, 30.001), [119, 29.9]).isCorner, true)
})
