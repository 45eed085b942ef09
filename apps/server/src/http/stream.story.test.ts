import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { openCity, type City } from '../../test/city.ts'
import type { Person } from '../../test/city-people.ts'
import { openOffice, pointIn, toHandling } from '../../test/office.ts'
import { theServer } from '../kernel/actor.ts'
import { transact } from '../kernel/transaction.ts'

let city: City
let address: string
before(async () => {
  city = await openCity()
  await city.http.listen({ port: 0, host: '127.0.0.1' })
  address = `http://127.0.0.1:${(city.http.server.address() as AddressInfo).port}`
})
after(() => city.close())

interface Message { topic: string, id?: string }

/** An open screen: what it has been told so far, and a promise for what it waits for. */
async function openScreen(person: Person) {
  const stop = new AbortController()
  const answer = await fetch(`${address}/api/stream`, { headers: { authorization: `Bearer ${person.token}` }, signal: stop.signal })
  const told: Message[] = []
  let beats = 0
  const reading = (async () => {
    const decoder = new TextDecoder()
    for await (const piece of answer.body!) {
      const text = decoder.decode(piece as Uint8Array)
      beats += text.split(': beat').length - 1
      for (const [, message] of text.matchAll(/^data: (.*)$/gm)) told.push(JSON.parse(message!) as Message)
    }
  })().catch(() => undefined)
  const until = async (isIt: (message: Message) => boolean) => {
    for (const end = Date.now() + 5000; Date.now() < end; await wait(10)) if (told.some(isIt)) return
    throw new Error(`not told within 5 s: ${JSON.stringify(told)}`)
  }
  await until(({ topic }) => topic === 'resync')
  return { told, beats: () => beats, until, close: async () => { stop.abort(); await reading } }
}

test('a new report is told to those who may see it and to nobody else', async () => {
  const here = await openOffice(city)
  const there = await openOffice(city)
  const screens = await Promise.all([here.acceptor, here.resident, here.handler, there.acceptor, there.resident].map(openScreen))
  const [acceptor, resident, handler, ...strangers] = screens as [typeof screens[0], typeof screens[0], typeof screens[0], ...typeof screens]
  const { id } = await here.resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(here.street, 0) })
  const isIt = (message: Message) => message.topic === 'event' && message.id === id
  await Promise.all([acceptor!.until(isIt), resident!.until(isIt)])
  assert.equal(handler!.told.some(isIt), false, 'not sent to this unit yet')
  await here.acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await here.shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await here.dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: here.unit.id } })
  await handler!.until(isIt)
  const heard = handler!.told.filter(isIt).length
  await here.dispatcher.call('event', 'take', { id, take: { step: 'recall', reason: '派错了' } })
  await handler!.until((message) => isIt(message) && handler!.told.filter(isIt).length > heard)
  const neighbour = await openScreen(await here.street.staff('东苑社工', 'socialWorker', here.street.communities[0]!.area))
  await here.acceptor.call('event', 'take', { id, take: { step: 'relocate', area: here.street.communities[1]!.grids[0]! } })
  await neighbour.until(isIt)
  await neighbour.close()
  for (const stranger of strangers) assert.deepEqual(stranger.told.filter(({ topic }) => topic === 'event'), [])
  await Promise.all(screens.map(({ close }) => close()))
})

test('a whistle is told to every unit that is called, and to no other', async () => {
  const { street, unit, handler, dispatcher } = await openOffice(city)
  const [police, fire] = [await street.unit('派出所'), await street.unit('消防站')]
  const people = [handler, await street.handler('民警', police), dispatcher, await street.handler('消防员', fire)]
  const screens = await Promise.all(people.map(openScreen))
  const { id } = await dispatcher.call('whistle', 'blow', { point: pointIn(street, 0), kind: 'emergency', urgency: 'emergency', title: '燃气泄漏', requirement: '疏散居民', units: [unit.id, police.id], lead: police.id })
  const isIt = (message: Message) => message.topic === 'whistle' && message.id === id
  await Promise.all(screens.slice(0, 3).map(({ until }) => until(isIt)))
  assert.equal(screens[3]!.told.some(isIt), false)
  await Promise.all(screens.map(({ close }) => close()))
})

test('what happens to an event is told to the units that assist as well, once to each screen, and to no other unit', async () => {
  const office = await openOffice(city)
  const { street, dispatcher, handler } = office
  const [assisting, other] = [await street.unit('园林所'), await street.unit('路灯所')]
  const id = await toHandling(office)
  await dispatcher.call('event', 'take', { id, take: { step: 'assist', unit: assisting.id, days: 2 } })
  const screens = await Promise.all([handler, await street.handler('协办人', assisting), dispatcher, await street.handler('路灯工', other)].map(openScreen))
  await handler.call('event', 'take', { id, take: { step: 'handle', note: '已到现场' } })
  const isIt = (message: Message) => message.topic === 'event' && message.id === id
  await Promise.all(screens.slice(0, 3).map(({ until }) => until(isIt)))
  assert.deepEqual(screens.map(({ told }) => told.filter(isIt).length), [1, 1, 1, 0])
  await Promise.all(screens.map(({ close }) => close()))
})

test('a notice is told to those who see the event, and not next door', async () => {
  const [here, there] = [await openOffice(city), await openOffice(city)]
  const screens = await Promise.all([here.handler, here.dispatcher, here.resident, there.handler, there.dispatcher].map(openScreen))
  const [handler, dispatcher, ...strangers] = screens
  const subject = { kind: 'notice', id: 'n', subdistrict: here.street.code, area: here.street.area, unit: here.unit.id, may: 'event.view' as const }
  const asking = { actor: theServer(here.street.area), scope: { role: 'staff' as const, areas: [here.street.area] }, request: { id: '', address: '', device: '' } }
  await transact(city.server.around, 'write', asking, async (ctx) => ctx.record('notice.sent', subject))
  await Promise.all([handler!, dispatcher!].map((screen) => screen.until(({ topic }) => topic === 'notice')))
  for (const stranger of strangers) assert.deepEqual(stranger.told.filter(({ topic }) => topic === 'notice'), [])
  await Promise.all(screens.map(({ close }) => close()))
})

test('after the database connection was lost, screens are told to ask again', async () => {
  const { acceptor } = await openOffice(city)
  const screen = await openScreen(acceptor)
  const already = screen.told.length
  await city.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'linli realtime' and datname = current_database()`)
  for (const end = Date.now() + 10_000; Date.now() < end && screen.told.length === already; await wait(20));
  assert.deepEqual(screen.told.slice(already), [{ topic: 'resync' }])
  await screen.close()
})

test('a screen that does not read is cut off, and what is told afterwards harms nobody', async () => {
  const { street, acceptor } = await openOffice(city)
  const others = city.server.realtime.count()
  const socket = connect((city.http.server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined)
  socket.write(`GET /api/stream HTTP/1.1\r\nhost: linli\r\nauthorization: Bearer ${acceptor.token}\r\n\r\n`)
  for (const end = Date.now() + 5000; Date.now() < end && city.server.realtime.count() === others; await wait(10));
  socket.pause()
  const much = Array.from({ length: 300 }, () => ({ topic: 'event', id: acceptor.id, area: street.area, units: [], resident: null }))
  for (const end = Date.now() + 20_000; Date.now() < end && city.server.realtime.count() > others; await wait(5)) city.server.around.tell(much)
  assert.equal(city.server.realtime.count(), others)
  socket.destroy()
})

test('a session has only so many streams, and none by HEAD', async () => {
  const { acceptor } = await openOffice(city)
  const ask = (method = 'GET') => fetch(`${address}/api/stream`, { method, headers: { authorization: `Bearer ${acceptor.token}` } })
  const screens = await Promise.all(Array.from({ length: 20 }, () => openScreen(acceptor)))
  const answer = await ask()
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [429, 'request.too-many'])
  assert.equal((await ask('HEAD')).status, 404)
  await Promise.all(screens.map(({ close }) => close()))
})

test('whose post ended is told no more, and with the session the stream ends', async (story) => {
  const { street, acceptor, shiftLeader, resident } = await openOffice(city)
  story.mock.timers.enable({ apis: ['setInterval'] })
  const screen = await openScreen(acceptor)
  const colleague = await openScreen(shiftLeader)
  await city.owner.query('update post set valid_until = now() - make_interval(secs => 1) where account = $1', [acceptor.id])
  story.mock.timers.tick(25_000)
  for (const end = Date.now() + 5000; Date.now() < end && screen.beats() === 0; await wait(10));
  const { id } = await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
  await colleague.until((message) => message.id === id)
  assert.equal(screen.told.some((message) => message.id === id), false)
  await city.owner.query('update session set until = now() - make_interval(secs => 1) where account = $1', [acceptor.id])
  const all = city.server.realtime.count()
  story.mock.timers.tick(25_000)
  for (const end = Date.now() + 5000; Date.now() < end && city.server.realtime.count() >= all; await wait(20));
  assert.ok(city.server.realtime.count() < all)
  await Promise.all([screen.close(), colleague.close()])
})

test('nobody in particular is told nothing', async () => {
  const answer = await fetch(`${address}/api/stream`)
  assert.equal(answer.status, 401)
})

test('who has not changed the first password yet is told nothing', async () => {
  const { acceptor } = await openOffice(city)
  await city.owner.query('update account set must_change_password = true where id = $1', [acceptor.id])
  const answer = await fetch(`${address}/api/stream`, { headers: { authorization: `Bearer ${acceptor.token}` } })
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [403, 'sign-in.change-password'])
})
