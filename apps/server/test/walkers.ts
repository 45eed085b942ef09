import { eventStep, type EventStatus, type EventStep } from '@linli/contract'
import { openHome } from './block.ts'
import type { City } from './city.ts'
import type { Person, Unit } from './city-people.ts'
import type { World } from './matrix.ts'
import { openOffice, pointIn, toHandling } from './office.ts'
import { sendUp, takePhoto } from './photo.ts'
import type { Reporter } from './secrets.ts'
import { tireless } from './tireless.ts'
import { told } from './told.ts'

/** What each of the residents wants known of them, whatever they report. */
const privacies = ['open', 'confidential', 'anonymous'] as const

/** From a Monday morning, some minutes for each step: nights, weekends and overdue limits are in it. */
const begin = Date.parse('2026-03-02T08:00:00+08:00')

/** Steps that follow by themselves nobody can ask for. */
export const steps = (Object.keys(eventStep) as EventStep[]).filter((step) => !['join', 'closeAlong', 'beginPart', 'joinParts', 'unsplit'].includes(step))
/** What a walk is to come by: joining comes with a report. */
export const walked: EventStep[] = [...steps, 'join']
/** Lead nowhere, and are nearly always offered: as good as taken before. */
const aside: EventStep[] = ['urge', 'mark', 'instruct', 'supervise', 'endSupervision', 'relocate', 'askInfo']
/** Seldom chosen a second time where something else is offered, or every event would soon rest. */
const endings: EventStep[] = ['askCancel', 'cancel', 'approveCancel', 'merge', 'passSelf', 'close', 'split', 'transfer']

export interface Choice { person: number, event: number, step: number, isOffered: boolean, minutes: number, words: number }

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length]!

/** An office with people on every post, what they and the residents reported, openly and not, and one who takes a step as was chosen. */
export async function openWalk(city: City) {
  let now = begin
  city.setClock(new Date(begin).toISOString())
  const office = await openOffice(city)
  const { street, unit, ...posts } = office
  const [handler, ...holders] = await Promise.all([posts.handler, posts.acceptor, posts.shiftLeader, posts.dispatcher, posts.checker].map((one) => tireless(city, one)))
  const other = await street.unit('市政所')
  const home = street.communities[0]!
  const phones = ['13911110001', '13911110002', '13911110003', '13911110004']
  const residents = await Promise.all(['司徒明一', '欧阳隐二', '上官匿三'].map(async (name, at) => tireless(city, await street.resident(name, phones[at]!))))
  const handlers = [{ ...handler!, unit }, { ...await tireless(city, await street.handler('经办人二', other)), unit: other }]
  const workers = await Promise.all((['socialWorker', 'secretary', 'gridWorker'] as const).map(async (role) => tireless(city, await street.staff(`社区人员${role.length}`, role, home.area))))
  const acceptor = await tireless(city, await street.staff('受理员二', 'acceptor'))
  const neighbour = await tireless(city, await street.staff('西苑社工', 'socialWorker', street.communities[1]!.area))
  const people: Person[] = [...holders, acceptor, ...workers, neighbour, ...residents, ...handlers, await tireless(city, await street.staff('领导', 'leader')), await tireless(city, await street.staff('审计员', 'auditAdmin'))]
  const units: Unit[] = [unit, other, home.unit]
  const where = { matter: '06010', point: pointIn(street, 0) }
  const photo = async (person: Person) => [(await sendUp(city.http, person, await takePhoto())).body.id]
  // Some have a way behind them, or too few would be handled to ask anything.
  const events: string[] = [await toHandling(office), await toHandling(office), await toHandling(office), await toHandling(office)]
  for (const [at, resident] of residents.entries()) {
    const privacy = privacies[at]!
    for (const isDraft of [false, false, true]) events.push((await resident.call('event', 'reportMine', { ...where, description: '居民上报的事', isDraft, privacy, photos: await photo(resident) })).id)
  }
  for (const isDraft of [false, true, true]) events.push((await workers[0]!.call('event', 'report', { ...where, description: '巡查发现的事', isDraft, source: 'grid' })).id)
  const caller = { name: '诸葛代四', phone: phones[3]! }
  for (const privacy of ['confidential', 'open'] as const) events.push((await acceptor.call('event', 'report', { ...where, description: '电话反映的事', source: 'hotline', privacy, ...(privacy === 'confidential' && { reporter: caller }) })).id)

  const mine = (person: Person) => (residents.includes(person) ? 'Mine' : '')
  /** What somebody is offered of an event, what was taken least first; asking while it is handled is another thing than asking before. */
  async function look(person: Person, id: string, taken: ReadonlyMap<string, number>, words: number) {
    const { steps: offered = [], status } = (await person.raw(`/api/event/get${mine(person)}`, { id })).body as { steps?: EventStep[], status?: EventStatus }
    const counted = (one: EventStep) => (one === 'askInfo' && status === 'handling' ? 'askInfo in hand' : one)
    const often = (one: EventStep) => (taken.get(counted(one)) ?? 0) + (aside.includes(one) ? 8 : 0)
    const wanted = offered.filter((one) => !endings.includes(one) || often(one) === 0 || words % 5 === 0).toSorted((a, b) => often(a) - often(b))
    return { person, offered, wanted, counted, least: wanted.length > 0 ? often(wanted[0]!) : Infinity }
  }
  /** Of three who look at it, mostly the one takes a step who may take what was taken least. */
  async function take({ person: who, event, step, isOffered, minutes, words }: Choice, taken: ReadonlyMap<string, number>) {
    city.setClock(new Date(now += minutes * 60_000).toISOString())
    const id = pick(events, event)
    if (words % 23 === 0) return join(pick(residents, who), id)
    const looking = []
    for (const at of isOffered ? [0, 5, 9] : [0]) looking.push(await look(pick(people, who + at), id, taken, words))
    const { person, offered, wanted, counted } = looking.toSorted((a, b) => a.least - b.least)[0]!
    const chosen = isOffered && wanted.length > 0 ? wanted[words % 4 === 0 ? step % wanted.length : 0]! : pick(steps, step)
    const answer = await person.raw(`/api/event/take${mine(person)}`, { id, take: told(chosen, words, { units, events, areas: [...home.grids, street.communities[1]!.grids[0]!] }) })
    return { id, step: chosen, counted: counted(chosen), offered, person, answer }
  }
  /** Somebody reports what they are told was reported already, as known as they want to be. */
  async function join(person: Person, id: string) {
    const answer = await person.raw('/api/event/reportMine', { ...where, description: '我也看见了', privacy: privacies[residents.indexOf(person)]!, joins: id })
    return { id, step: 'join' as EventStep, counted: 'join', offered: ['join'] as EventStep[], person, answer }
  }
  /** What everybody reported once more, openly and not, goes to one unit, and another assists: both see all of it. */
  async function handOver(): Promise<string[]> {
    const [first, shiftLeader, dispatcher] = holders as [Person, Person, Person]
    const ids: string[] = []
    for (const [at, resident] of residents.entries()) {
      const { id } = await resident.call('event', 'reportMine', { ...where, description: '又一件事', privacy: privacies[at]!, photos: await photo(resident) })
      await first.call('event', 'take', { id, take: { step: 'askInfo', question: '在几楼？' } })
      await resident.call('event', 'takeMine', { id, take: { step: 'answer', text: '三楼', photos: await photo(resident) } })
      ids.push(id)
    }
    ids.push((await acceptor.call('event', 'report', { ...where, description: '电话又反映', source: 'hotline', privacy: 'confidential', reporter: caller })).id)
    for (const id of ids) {
      await first.call('event', 'take', { id, take: { step: 'accept' } })
      await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
      await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } })
      await handlers[0]!.call('event', 'take', { id, take: { step: 'sign' } })
      await dispatcher.call('event', 'take', { id, take: { step: 'assist', unit: other.id, days: 2 } })
      await shiftLeader.call('event', 'take', { id, take: { step: 'supervise', text: '请答复', days: 3 } })
    }
    return ids
  }
  const reporters: Reporter[] = [...residents.map(({ id, name }, at) => ({ id, name, phone: phones[at]!, isHidden: at > 0 })), { id: '00000000-0000-7000-8000-00000000dead', ...caller, isHidden: true }]
  const whistle = await posts.dispatcher.call('whistle', 'blow', { event: events[0]!, kind: 'enforcement', urgency: 'urgent', title: '联合整治', requirement: '带齐装备', units: [unit.id, other.id], lead: unit.id })
  const governance = await posts.dispatcher.call('governance', 'found', { matter: '06012', area: home.area, reach: 'community' })
  const reply = await posts.shiftLeader.call('reply', 'write', { name: '已安排', text: '{事项}已安排处理。' })
  const { link } = await posts.dispatcher.call('link', 'forward', { event: events[0]!, name: '临河物业', request: '请修理', dueAt: new Date(now + 86_400_000).toISOString() })
  const talk = await residents[0]!.call('reception', 'begin', { area: home.area })
  const { ids } = await openHome(city, street)
  const world: World = { street, event: events[0]!, whistle: whistle.id, governance: governance.id, reply: reply.id, link: link.id, talk: talk.id, ...ids, account: posts.acceptor.id, unit: unit.id, area: home.grids[0]! }
  return { take, handOver, events, handlers, workers, reporters, world, admin: await street.staff('系统', 'systemAdmin') }
}

export type Walk = Awaited<ReturnType<typeof openWalk>>
