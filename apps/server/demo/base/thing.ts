import { addDays, dayOf, type Day } from '@linli/standards'
import type { Values } from '@linli/contract'
import { idAt } from '../id.ts'
import { randomOf } from '../random.ts'
import type { Community } from '../town/district.ts'

export interface Thing { id: string, area: string, address: string, lng: number, lat: number, values: Values & { name: string, kind: string }, createdAt: Date }

/** Charging points for electric bicycles (domain §7.4). */
export const chargingPoints = 310
/** From here on a building has a lift (GB 50096: seven floors and more), one for each that needs it. */
const floorsWithLift = 7
const dayMs = 86_400_000

/** Where waste is sorted, in each community. */
export const wastePoints = 4

/** Lifts of the high buildings and charging points: what somebody has to look at each year; and where waste is sorted. */
export function drawThings({ seed, now, communities }: { seed: string, now: Date, communities: readonly Community[] }): Thing[] {
  const random = randomOf(`${seed} things`)
  const today = dayOf(now)
  const buildings = communities.flatMap(({ grids }) => grids.flatMap((grid) => grid.buildings))
  const make = ({ path, name, centre: [lng, lat] }: (typeof buildings)[number], values: Thing['values']): Thing => {
    const createdAt = new Date(now.getTime() - random.whole(100, 900) * dayMs)
    return { id: idAt(random, createdAt.getTime()), area: path, address: name, lng, lat, values, createdAt }
  }
  const lifts = buildings.filter(({ floors }) => floors >= floorsWithLift).map((building): Thing => {
    const inspected: Day = addDays(today, -random.whole(1, 380))
    return make(building, { name: `${building.name}电梯`, kind: '01076', state: random.weighted([['01', 96], ['02', 2], ['04', 2]]), keeper: '示例电梯维保有限公司', installedOn: addDays(today, -random.whole(1500, 5000)), inspectedOn: inspected, inspectBy: addDays(inspected, 365) })
  })
  const charging = random.shuffled(buildings).slice(0, chargingPoints).map((building) => make(building, { name: `${building.name}电动自行车充电点`, kind: '01054', state: random.weighted([['01', 94], ['02', 4], ['04', 2]]), count: random.whole(6, 24), keeper: '示例充电运营有限公司' }))
  const drawn = randomOf(`${seed} waste points`)
  const points = communities.flatMap(({ grids }) => drawn.shuffled(grids.flatMap((grid) => grid.buildings)).slice(0, wastePoints)).map((building) => make(building, { name: `${building.name}垃圾分类投放点`, kind: '03005', state: '01', keeper: '示例环境服务有限公司' }))
  return [...lifts, ...charging, ...points].map((thing, at) => ({ ...thing, values: { ...thing.values, code: `339901${thing.values.kind}${String(at + 1).padStart(6, '0')}` } }))
}
