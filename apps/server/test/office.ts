import type { City } from './city.ts'
import type { Subdistrict } from './city-people.ts'

/** A point in the first grid of a community of the story's sub-district. */
export const pointIn = ({ code }: Subdistrict, community: number) => ({ lng: 120 + (code % 1000) / 100 + community * 0.003 + 0.0015, lat: 30.0007 })

/** A sub-district with one person on every post and one unit, as most stories need. */
export async function openOffice(city: City) {
  const street = await city.subdistrict()
  const unit = await street.unit('环卫所')
  const [acceptor, shiftLeader, dispatcher, handler, checker, resident] = await Promise.all([
    street.staff('受理员', 'acceptor'), street.staff('值班长', 'shiftLeader'), street.staff('派遣员', 'dispatcher'), street.handler('经办人', unit),
    street.staff('网格员', 'gridWorker', street.communities[0]!.area), street.resident('李例二'),
  ])
  return { street, unit, acceptor, shiftLeader, dispatcher, handler, checker, resident }
}
