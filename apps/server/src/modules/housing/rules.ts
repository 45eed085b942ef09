import { addressKey, formatAddress, readAddress } from '@linli/standards'

export interface Door { entrance: string, floor: number | null, room: string, part: string }

/** Sorts as people walk: the building, its entrances, floors and rooms in the order of their numbers. */
export const placeOf = (building: string, { entrance, floor, room, part }: Door): string => `${building}${[padded(entrance), padded(floor === null ? '' : String(floor + 100)), padded(room), padded(part)].join('/')}`

const padded = (text: string) => text.replace(/\d+/g, (digits) => digits.padStart(5, '0'))

/** The official writing and the one key of a house in a building of that name: 某某苑3幢, 2, 501 → 某某苑3幢2单元501室. The name is read once for all its doors. */
export function addressesIn(building: string): (door: Door) => { address: string, key: string } {
  const known = readAddress(building)
  return ({ entrance, floor, room, part }) => {
    const full = { ...known, ...(entrance !== '' && { entrance }), ...(floor !== null && { floor: String(floor) }), room, ...(part !== '' && { sub: part }) }
    return { address: formatAddress(full), key: addressKey(full) }
  }
}

/** The floor a room number tells where nobody said: all but its last two digits. */
export const floorOf = ({ floor, room }: Door): number | null => floor ?? (/^([1-9]\d?)\d{2}[A-Z]?$/.test(room) ? Number(/^\d+/.exec(room)![0].slice(0, -2)) : null)
