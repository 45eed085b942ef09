import type { Asked } from '@linli/contract'
import type { DoorUnit } from './door-rules.ts'
import type { Parcel } from './parcel.ts'

// Doors that were not registered. Until the server has such a door it goes by the name of the parcel that tells of it, and what was written behind it waits for it.

const start = 'new.'
export const newUnitId = (parcel: string) => `${start}${parcel}`
export const isNewUnit = (housing: string | undefined) => housing?.startsWith(start) === true

const trimmed = (told: Readonly<Record<string, string>>, name: string, after: RegExp) => (told[name] ?? '').trim().replace(after, '')

/** As it is written at a door: 2单元 is 2, 501室 is 501. */
export function doorIn(told: Readonly<Record<string, string>>): { entrance: string, room: string, part: string, floor: number | null } {
  const [room, floor] = [trimmed(told, 'room', /[室号房]$/), trimmed(told, 'floor', /[层楼]$/)]
  // The room number tells the floor where nobody said, as at the server.
  return { entrance: trimmed(told, 'entrance', /单元$/), room, part: trimmed(told, 'part', /^$/), floor: floor !== '' ? Number(floor) : /^[1-9]\d?\d{2}[A-Z]?$/.test(room) ? Number(/^\d+/.exec(room)![0].slice(0, -2)) : null }
}

export const addUnitOf = ({ told, door }: Pick<Parcel, 'told' | 'door'>): Asked<'doorstep', 'addUnit'> => ({ building: door!.building, ...doorIn(told) })

/** The doors of a building that this phone knows and the server does not. */
export const newUnits = (held: readonly Parcel[], building: string): DoorUnit[] => held.filter(({ step, state, door }) => step === 'door.addUnit' && (state === 'waiting' || state === 'refused') && door?.building === building).map(({ id, told, takenAt, at }) => {
  const door = doorIn(told)
  return { id: newUnitId(id), ...door, address: `${door.entrance === '' ? '' : `${door.entrance}单元`}${door.room}室${door.part && ` ${door.part}`}`, people: 0, checkedAt: takenAt ?? new Date(at).toISOString() }
})

/** What was written behind a door that another parcel tells of. */
export const behindNew = (held: readonly Parcel[], parcel: string): Parcel[] => held.filter(({ door }) => door?.housing === newUnitId(parcel))
