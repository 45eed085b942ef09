import type { ClientBase } from 'pg'
import { copyRows, type Cell } from '../copy.ts'
import type { Community } from './district.ts'
import { degreesOf, drawn, bend } from './ground.ts'
import type { Feature } from './plan.ts'
import { above, outline, subdistrict } from './profile.ts'

type Line = [number, number][]
const areaColumns = ['path', 'name', 'kind', 'lng', 'lat', 'shape', 'west', 'south', 'east', 'north', 'height', 'floors']

/** Writes every area from the province down to the buildings, and the plan under them. */
export async function storeTown(client: ClientBase, communities: readonly Community[], plan: readonly Feature[]): Promise<void> {
  await copyRows(client, 'area', areaColumns, areaRows(communities))
  await copyRows(client, 'plan', ['area', 'id', 'kind', 'name', 'width', 'line'], plan.map(({ kind, name, width, line }, at) => [subdistrict.path, at + 1, kind, name, width, line]))
}

function* areaRows(communities: readonly Community[]): Generator<Cell[]> {
  const centre = degreesOf(bend([1700, 1250]))
  for (const { path, name, kind } of above) yield [path, name, kind, ...centre, null, null, null, null, null, null, null]
  yield shaped(subdistrict.path, subdistrict.name, 'subdistrict', centre, drawn(outline))
  for (const community of communities) {
    yield shaped(community.path, community.name, 'community', community.centre, community.ring)
    for (const grid of community.grids) {
      yield shaped(grid.path, grid.name, 'grid', grid.centre, grid.ring)
      for (const part of grid.microGrids) yield shaped(part.path, part.name, 'microGrid', part.centre, part.ring)
      for (const one of grid.buildings) yield [...shaped(one.path, one.name, 'building', one.centre, one.ring).slice(0, 10), one.height, one.floors]
    }
  }
}

function shaped(path: string, name: string, kind: string, centre: readonly [number, number], ring: Line): Cell[] {
  const [lngs, lats] = [ring.map(([lng]) => lng), ring.map(([, lat]) => lat)]
  return [path, name, kind, ...centre, { type: 'Polygon', coordinates: [ring] }, Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats), null, null]
}
