import { addressKey, readAddress } from './address.ts'
import { toHalfWidth } from './text.ts'

/** An address as far as it was written, to look for a house by; `place` as in its key. */
export interface WrittenDoor { place: string, group?: string, building?: string, entrance?: string, room?: string }

/** A house in any writing that names at least a room, 3-2-501, 3幢2单元501室, 文澜苑3幢501, or a building with where it stands: 文澜苑3幢, 柳浜3组12号, 青屏路2号. */
export function readDoor(written: string): WrittenDoor | undefined {
  const { community: _, ...address } = readAddress(written)
  const { doorNo, group, building, entrance, room } = address
  const place = addressKey(address).split('/')[0]!
  const isBuilding = place !== '' && (building !== undefined || doorNo !== undefined)
  if (room === undefined ? !isBuilding : !/\d/.test(toHalfWidth(written))) return undefined
  return { place, ...(group !== undefined && { group }), ...(building !== undefined && { building }), ...(entrance !== undefined && { entrance }), ...(room !== undefined && { room }) }
}
