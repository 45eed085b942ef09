import { openOffice, pointIn } from '../../../test/office.ts'
import type { City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import type { Output } from '@linli/contract'
import { refresh } from './tally.ts'

type Figures = Output<'insight', 'figures'>
export const march = { from: '2026-03-01', until: '2026-04-01' }
export const valuesOf = ({ figures }: Pick<Figures, 'figures'>, ...names: string[]) => Object.fromEntries(figures.filter(({ name }) => names.includes(name)).map(({ name, value }) => [name, value]))

/** The clock and the counting of a city, and its Monday. */
export const mondayOf = (open: () => City) => {
  const city = new Proxy({} as City, { get: (_, key) => open()[key as keyof City] })
  const at = (time: string, day = '2026-03-02') => city.setClock(`${day}T${time}:00+08:00`)
  const count = (isWhole = false) => refresh({ database: city.server.around.database, now: city.server.around.clock(), isWhole })

  /**
   * A Monday in three events: one is handled and closed in time and rated, one accepted late, returned, dispatched again and left with the unit, whose
   * limit ends the same afternoon, and one is handled on the spot.
   */
  async function monday() {
    const office = await openOffice(city)
    const { street, unit, acceptor, shiftLeader, dispatcher, handler, checker, resident } = office
    const leader = await street.staff('街道领导', 'leader')
    const take = (who: Person, id: string, step: object) => who.call('event', 'take', { id, take: step as never })
    at('09:00')
    const good = (await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0) })).id
    const late = (await resident.call('event', 'reportMine', { description: '垃圾又没人收', matter: '06010', point: pointIn(street, 0) })).id
    const self = (await checker.call('event', 'report', { description: '楼道堆物', matter: '06036', area: street.communities[0]!.grids[0]!, handled: { publicReply: '已劝导清走' } })).id
    at('09:10')
    await take(acceptor, good, { step: 'accept' })
    at('09:15')
    await take(shiftLeader, good, { step: 'file' })
    at('09:20')
    await take(dispatcher, good, { step: 'dispatch', unit: unit.id })
    await take(shiftLeader, self, { step: 'passSelf' })
    at('09:30')
    await take(handler, good, { step: 'sign' })
    at('10:30')
    await take(handler, good, { step: 'feedback', publicReply: '已清运' })
    await take(acceptor, late, { step: 'accept' })
    await take(shiftLeader, late, { step: 'file' })
    await take(dispatcher, late, { step: 'dispatch', unit: unit.id })
    at('10:40')
    await take(checker, good, { step: 'check' })
    await take(handler, late, { step: 'return', reason: 'place', note: '找不到地方' })
    await take(dispatcher, late, { step: 'dispatch', unit: unit.id })
    at('10:50')
    await resident.call('event', 'takeMine', { id: good, take: { step: 'rate', score: 5, isSolved: true } })
    at('11:00')
    await take(shiftLeader, good, { step: 'close' })
    at('11:30')
    await take(handler, late, { step: 'sign' })
    return { ...office, leader, take, good, late, self }
  }

  return { at, count, monday }
}
