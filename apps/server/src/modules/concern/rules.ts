import { readAddress } from '@linli/standards'

/** A door of a building, as its unit is registered; `isOnlyRoom`: no other entrance has this room. */
export interface Door { entrance: string, room: string, part: string, isOnlyRoom: boolean }

/** Is a place told in words this door? In which building it is, the event's area tells; 2-501 is the second entrance there, where the whole address would be 3-2-501. */
export function isAtDoor(told: string, door: Door): boolean {
  const { building, entrance = building === undefined || isWhole(told) ? undefined : building, room, sub } = readAddress(told)
  if (room === undefined || bare(room) !== bare(door.room)) return false
  if (sub !== undefined && door.part !== '' && bare(sub) !== bare(door.part)) return false
  return entrance === undefined ? door.isOnlyRoom : bare(entrance) === bare(door.entrance)
}

/** A number with its word is a building's; a bare one before a dash may be an entrance's. */
const isWhole = (told: string) => /幢|栋|号楼|座/.test(told)
const bare = (text: string) => text.toUpperCase().replace(/^0+(?=\d)/, '')

/** The newest first, each once with all the ways it was come by. */
export function together<W extends string>(found: readonly { id: string, at: Date, way: W }[]): { id: string, at: Date, ways: W[] }[] {
  const events = new Map<string, { id: string, at: Date, ways: W[] }>()
  for (const { id, at, way } of found) events.set(id, { id, at, ways: [...events.get(id)?.ways ?? [], way] })
  return [...events.values()].toSorted((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1))
}
