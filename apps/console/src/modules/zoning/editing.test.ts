import { expect, test } from 'vitest'
import { sorted } from '../../parts/sorted.ts'
import { again, back, begin, changeOf, cornersOf, held, join, moved, neighboursOf, nextName, put, removed, split, whole } from './editing.ts'
import type { Borders } from './editing.ts'

const box = (west: number, south: number, east: number, north: number) => ({ type: 'Polygon' as const, coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]] as [number, number][]] })
const parent = box(120, 30, 120.002, 30.001)
const inside = { buildings: 0, units: 0, households: 0, people: 0, events: 0 }
const borders = (shapes: [string, ReturnType<typeof box> | null][]): Borders => ({ parent: { path: '/33/99/01/008/005/', name: '示范桥社区', kind: 'community', shape: parent }, areas: shapes.map(([path, shape]) => ({ path, name: `第${path}网格`, shape, ...inside })), buildings: [], astray: [] })
const two = () => begin(borders([['1', box(120, 30, 120.001, 30.001)], ['2', box(120.001, 30, 120.002, 30.001)]]))
const at = (editing: ReturnType<typeof two>, [x, y]: [number, number]) => editing.now.tiling.nodes.findIndex((node) => Math.abs(node[0] - x) < 1e-9 && Math.abs(node[1] - y) < 1e-9)

test('a step can be taken back and taken again', () => {
  const first = two()
  const next = put(first, moved(first.now, at(first, [120.001, 30]), [120.0012, 30]))
  expect(back(next).now).toBe(first.now)
  expect(again(back(next)).now).toBe(next.now)
  expect(back(first)).toEqual(first)
})

test('on the border of the community a corner slides, and stands still where that turns; elsewhere it goes anywhere', () => {
  expect(held(parent, [120.001, 30], [120.0013, 30.0004])).toEqual([120.0013, 30])
  expect(held(parent, [120, 30], [120.0005, 30.0004])).toEqual([120, 30])
  expect(held(parent, [120.001, 30.0005], [120.0013, 30.0004])).toEqual([120.0013, 30.0004])
})

test('split, named after the last number; joined again the new one was never there; a grid that is joined ends', () => {
  const { now } = two()
  const apart = split(now, '2', [[120.0015, 30], [120.0015, 30.001]], { into: undefined, name: nextName(now, '网格') })!
  expect(apart.names['new-1']).toBe('第3网格')
  expect(neighboursOf(apart, '1')).toHaveLength(1)
  const asked = changeOf('/p/', apart)
  expect(sorted(asked.areas.map(({ path, name }) => `${path} ${name}`), (a, b) => (a < b ? -1 : 1))).toEqual(['1 第1网格', '2 第2网格', 'null 第3网格'])
  expect(join(apart, '2', 'new-1')!.ended).toEqual([])
  expect(join(join(apart, 'new-1', '2')!, '1', 'new-1')!.ended).toEqual([{ path: '2', into: '1' }])
  expect(split(now, '2', [[120.0015, 30], [120.0016, 30]], { into: undefined, name: '无' })).toBeUndefined()
})

test('where nothing is drawn, the whole community is the first; a corner of three is not taken away', () => {
  const first = begin(borders([['1', null], ['2', null]]))
  const drawn = whole(first.now, parent, '1', '')
  const apart = split(drawn, '1', [[120.001, 30], [120.001, 30.001]], { into: '2', name: '' })!
  expect(sorted(apart.tiling.areas.map(({ path }) => path), (a, b) => (a < b ? -1 : 1))).toEqual(['1', '2'])
  const thin = removed(apart, cornersOf(apart, '1')[0]!)!
  expect(removed(thin, cornersOf(thin, '1')[0]!)).toBeUndefined()
})
