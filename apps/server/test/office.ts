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

type Office = Awaited<ReturnType<typeof openOffice>>
const way = ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'feedback', 'checked'] as const

/** An event of the office's resident on the straight way, in the hands of the unit unless told otherwise; its id. */
export async function toHandling({ street, unit, resident, acceptor, shiftLeader, dispatcher, handler, checker }: Office, { until = 'handling', description = '垃圾没人收' }: { until?: (typeof way)[number], description?: string } = {}): Promise<string> {
  const { id } = await resident.call('event', 'reportMine', { description, matter: '06010', point: pointIn(street, 0) })
  const steps = [
    () => acceptor.call('event', 'take', { id, take: { step: 'accept' } }), () => shiftLeader.call('event', 'take', { id, take: { step: 'file' } }),
    () => dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } }), () => handler.call('event', 'take', { id, take: { step: 'sign' } }),
    () => handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '已清运' } }), () => checker.call('event', 'take', { id, take: { step: 'check' } }),
  ]
  for (const step of steps.slice(0, way.indexOf(until))) await step()
  return id
}
