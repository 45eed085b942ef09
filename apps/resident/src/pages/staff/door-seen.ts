import type { Output } from '@linli/contract'
import { phone } from '#phone'
import { staff, staffCall } from '../../kernel/staff.ts'
import { createStore } from '../../kernel/store.ts'
import type { DoorUnit, Resident } from './door-rules.ts'
import { recall, remember } from './seen.ts'

/** A building as a phone keeps it: its doors, who lives behind them, and when that was told. */
export type Building = { area: string, name: string, units: DoorUnit[], people: Resident[], at: number }
export type Area = Pick<Output<'organisation', 'areas'>['rows'][number], 'path' | 'name'>
export type FieldView = Pick<Output<'person', 'fields'>['rows'][number], 'name' | 'label' | 'isSensitive' | 'options'>
export type Code = { code: string, label: string }
/** What the forms choose from. */
export type Codes = { fields: FieldView[], roles: Code[], reasons: Code[] }

export const codesOf = ({ fields }: Codes, name: string): Code[] => fields.find((field) => field.name === name)?.options ?? []

const start = 'door.'
export const buildingName = (area: string) => `${start}${area}`
export const areasName = (parent: string) => `areas.${parent}`
export const codesName = 'doorcodes'

export const isBuilding = (path: string) => /\/b\d{4}\/$/.test(path)

/** The most the server gives at once. */
const most = 100

export async function askResidents(of: { building: string } | { housing: string }): Promise<Resident[]> {
  const rows: Resident[] = []
  for (let after: string | null | undefined; after !== null;) {
    const page = await staffCall('doorstep', 'residents', { ...of, limit: most, ...(after && { after }) })
    rows.push(...page.rows)
    after = page.next
  }
  return rows
}

const askUnits = async (building: string): Promise<DoorUnit[]> =>
  (await staffCall('housing', 'chart', { building })).rows.map(({ id, entrance, floor, room, part, address, people, checkedAt }) => ({ id, entrance, floor, room, part, address, people, checkedAt }))

export async function askBuilding(area: string, name: string): Promise<Building> {
  const [units, people] = await Promise.all([askUnits(area), askResidents({ building: area })])
  return { area, name, units, people, at: Date.now() }
}

/** Its doors only: whoever walks through a building looks at nobody's names. */
export async function askDoors(area: string, name: string): Promise<Building> {
  const known = await recall<Building>(buildingName(area))
  return { ...known?.data ?? { area, name, people: [], at: 0 }, units: await askUnits(area) }
}

/** One door; the others stay as they were known. */
export async function askDoor(area: string, name: string, housing: string): Promise<Building> {
  const [{ people, ...known }, here] = await Promise.all([askDoors(area, name), askResidents({ housing })])
  return { ...known, people: [...people.filter((one) => one.housing !== housing), ...here] }
}

/** Those that lead to a door: a micro-grid that no building belongs to leads nowhere. */
export const askAreas = async (parent: string): Promise<Area[]> => (await staffCall('organisation', 'areas', { parent })).rows.filter(({ path, hasChildren }) => hasChildren || isBuilding(path)).map(({ path, name }) => ({ path, name }))

export async function askCodes(area: string): Promise<Codes> {
  const entries = async (table: string): Promise<Code[]> => (await staffCall('dictionary', 'entries', { table })).rows.map(({ code, label }) => ({ code, label }))
  const [{ rows }, roles, reasons] = await Promise.all([staffCall('person', 'fields', { area }), entries('residencyRole'), entries('leaveReason')])
  return { fields: rows.map(({ name, label, isSensitive, options }) => ({ name, label, isSensitive, options })), roles, reasons }
}

/** How far fetching a grid has come; null where nothing is fetched. */
export const stocking = createStore<{ done: number, all: number } | null>(null)

async function buildingsIn(area: Area): Promise<Area[]> {
  if (isBuilding(area.path)) return [area]
  const rows: Area[] = []
  for (const below of await askAreas(area.path)) rows.push(...await buildingsIn(below))
  return rows
}

/** One building after another, so that a network that breaks leaves whole ones behind. Answers how many. */
export async function stock(area: Area): Promise<number> {
  const { id } = staff.get()
  try {
    stocking.set({ done: 0, all: 0 })
    await remember(codesName, await askCodes(area.path))
    const buildings = await buildingsIn(area)
    for (const [done, { path, name }] of buildings.entries()) {
      stocking.set({ done, all: buildings.length })
      const building = await askBuilding(path, name)
      // Somebody else may have signed in since.
      if (staff.get().id === id) await remember(buildingName(path), building)
    }
    return buildings.length
  } finally {
    stocking.set(null)
  }
}

/** As long as a round through a grid takes; after it names and numbers go from the phone by themselves. */
const stale = 7 * 24 * 3600 * 1000

/** Buildings with their people that this phone has; those that lie here too long are forgotten. */
export async function stocked(): Promise<Building[]> {
  const names = (await phone.box.names('seen').catch(() => [])).filter((name) => name.startsWith(start))
  const held: Building[] = []
  for (const name of names) {
    const known = await recall<Building>(name)
    if (known && Date.now() - known.at < stale) held.push(known.data)
    else await phone.box.remove('seen', name)
  }
  return held
}

/** All of it, when the round is done. */
export async function forgetStock() {
  for (const { area } of await stocked()) await phone.box.remove('seen', buildingName(area))
}
