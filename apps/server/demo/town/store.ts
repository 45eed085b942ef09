import { dayOf, subdistrictOf } from '@linli/standards'
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

/** People as the profile has them (domain §7.1), and the ground within each outline. */
export const storeFacts = (client: ClientBase, communities: readonly Community[], now: Date): Promise<void> =>
  copyRows(client, 'area_fact', ['area', 'subdistrict', 'people', 'km2', 'source', 'as_of', 'changed_at', 'changed_name'],
    communities.map(({ path, profile, ring }) => [path, subdistrictOf(path), profile.persons, Math.round(km2Of(ring) * 1000) / 1000, '实有人口登记', `${dayOf(now).slice(0, 4)}-01-01`, now, '系统']))

/** Of a ring in degrees, by the shoelace formula on the small piece of ground it is. */
function km2Of(ring: Line): number {
  const [east, north] = [111.32 * Math.cos(ring[0]![1] * Math.PI / 180), 110.57]
  return Math.abs(ring.reduce((sum, [lng, lat], at) => {
    const [lng2, lat2] = ring[(at + 1) % ring.length]!
    return sum + lng * lat2 - lng2 * lat
  }, 0)) / 2 * east * north
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
