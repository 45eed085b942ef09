import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAreaPath, isWithin, parentOf } from '@linli/standards'
import { drawDistrict } from './district.ts'
import { drawn } from './ground.ts'
import { drawPlan } from './plan.ts'
import { communities as profiles, outline, subdistrict } from './profile.ts'

const town = drawDistrict('a seed', subdistrict.path)
const grids = town.flatMap((community) => community.grids)

/** Square degrees, by the shoelace formula about a point nearby. */
function sizeOf(ring: [number, number][]): number {
  const at = ([x, y]: [number, number]) => [x - 120.2, y - 30.4] as const
  return Math.abs(ring.slice(1).reduce((sum, corner, index) => {
    const [[ax, ay], [bx, by]] = [at(ring[index]!), at(corner)]
    return sum + ax * by - bx * ay
  }, 0)) / 2
}
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const area = (ring: [number, number][]) => ({ type: 'Polygon' as const, coordinates: [ring] })
/** A side with its ends in one order: two areas that touch share it. */
const sides = (ring: [number, number][]) => ring.slice(1).map((corner, index) => [String(ring[index]), String(corner)].toSorted().join(' '))

test('the town has the counts of its profile', () => {
  assert.deepEqual(town.map(({ grids: { length } }) => length), profiles.map((profile) => profile.grids))
  assert.deepEqual(town.map((community) => sum(community.grids.map(({ buildings }) => buildings.length))), profiles.map((profile) => profile.buildings))
  assert.equal(grids.length, 120)
  assert.equal(sum(grids.map(({ buildings }) => buildings.length)), 2000)
  assert.equal(sum(grids.map(({ microGrids }) => microGrids.length)), 640)
  assert.equal(sum(profiles.map(({ persons }) => persons)) + sum(profiles.map(({ houses }) => houses)), 112_000 + 48_500)
})

test('communities tile the sub-district, grids their community, micro-grids their grid', () => {
  const isSame = (whole: number, parts: number[]) => assert.ok(Math.abs(whole - sum(parts)) < whole * 1e-6, `${whole} ${sum(parts)}`)
  isSame(sizeOf(drawn(outline)), town.map(({ ring }) => sizeOf(ring)))
  for (const community of town) isSame(sizeOf(community.ring), community.grids.map(({ ring }) => sizeOf(ring)))
  for (const grid of grids) isSame(sizeOf(grid.ring), grid.microGrids.map(({ ring }) => sizeOf(ring)))
})

test('neighbouring grids share their sides point for point', () => {
  const count = new Map<string, number>()
  for (const side of grids.flatMap(({ ring }) => sides(ring))) count.set(side, (count.get(side) ?? 0) + 1)
  const outer = new Set(sides(drawn(outline)))
  assert.deepEqual([...count].filter(([side, times]) => times !== (outer.has(side) ? 1 : 2)).map(([side]) => side), [])
})

test('every building stands whole in its grid, and none in another building', () => {
  for (const grid of grids) {
    for (const { path, ring, centre } of grid.buildings) {
      assert.ok(ring.every((corner) => isWithin(corner, area(grid.ring))), path)
      assert.equal(grid.buildings.filter((other) => isWithin(centre, area(other.ring))).length, 1, path)
    }
  }
})

test('paths are those of the standard, names are unique within a community', () => {
  for (const grid of grids) for (const { path } of [...grid.buildings, ...grid.microGrids]) assert.ok(isAreaPath(path) && parentOf(path) === grid.path, path)
  for (const community of town) {
    const names = community.grids.flatMap(({ buildings }) => buildings.map(({ name }) => name))
    assert.equal(new Set(names).size, names.length, community.name)
  }
})

test('the same seed draws the same town, another seed another', () => {
  assert.deepEqual(drawDistrict('a seed', subdistrict.path), town)
  assert.deepEqual(drawPlan('a seed', drawDistrict('a seed', subdistrict.path)), drawPlan('a seed', town))
  assert.notDeepEqual(drawDistrict('another', subdistrict.path)[0]!.grids[0]!.buildings[0], town[0]!.grids[0]!.buildings[0])
})

test('surfaces of the plan close, lines have a width', () => {
  for (const { width, line, kind } of drawPlan('a seed', town)) {
    if (width === null) assert.deepEqual(line[0], line.at(-1), kind)
    else assert.ok(width > 0 && line.length > 1, kind)
  }
})
