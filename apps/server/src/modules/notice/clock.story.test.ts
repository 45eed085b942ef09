import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { eventually } from '../../../test/eventually.ts'
import { runJob } from '../../../test/job.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { theServer } from '../../kernel/actor.ts'
import { transact } from '../../kernel/transaction.ts'
import { remindNow } from './remind.ts'

// 06010 is handled within four working hours; offices work 08:30–12:00 and 13:30–17:30. 2026-03-02 is a Monday.
let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

/** Without the dispatch by which every event comes to its unit. */
const heard = async (person: Person) => (await person.call('notice', 'list', { limit: 100 })).rows.map(({ kind }) => kind).filter((kind) => kind !== 'dispatched')

/** The clock stands at the moment, and the minute's job has run. */
async function at(moment: string): Promise<void> {
  city.setClock(`${moment}:00+08:00`)
  await runJob(city, 'notice.remind')
}

test('who holds the step is told at 80 %, late the shift leader too, three times late the leader too; each once, and the neighbour nothing', async () => {
  const [office, next] = [await openOffice(city), await openOffice(city)]
  const { street, handler, shiftLeader, acceptor, dispatcher, checker } = office
  const [leader, otherUnit, nextLeader] = [await street.staff('街道领导', 'leader'), await street.handler('别的经办人', await street.unit('绿化所')), await next.street.staff('邻街领导', 'leader')]
  const all = [handler, shiftLeader, leader]
  const strangers = [acceptor, dispatcher, checker, otherUnit, next.handler, next.shiftLeader, nextLeader]
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  const light = async () => (await leader.call('event', 'list', {})).rows[0]?.light
  await at('2026-03-02T13:41')
  assert.deepEqual([await Promise.all(all.map(heard)), await light()], [[[], [], []], 'green'])
  await at('2026-03-02T13:42')
  assert.deepEqual([await Promise.all(all.map(heard)), await light()], [[['warn'], [], []], 'yellow'])
  await at('2026-03-02T14:31')
  assert.deepEqual([await Promise.all(all.map(heard)), await light()], [[['overdue', 'warn'], ['overdue'], []], 'red'])
  await at('2026-03-03T14:59')
  assert.deepEqual(await heard(leader), [])
  assert.deepEqual((await leader.call('event', 'list', { flags: ['severe'] })).rows, [])
  await at('2026-03-03T15:01')
  const told = [['severe', 'overdue', 'warn'], ['severe', 'overdue'], ['severe']]
  assert.deepEqual([await Promise.all(all.map(heard)), await light()], [told, 'severe'])
  assert.deepEqual((await leader.call('event', 'list', { flags: ['severe'] })).rows.map((row) => [row.id, row.flags]), [[id, ['overdue', 'severe']]])
  for (const later of ['2026-03-03T15:02', '2026-03-20T09:00']) await at(later)
  assert.deepEqual(await Promise.all(all.map(heard)), told, 'nobody is reminded twice')
  assert.deepEqual(await Promise.all(strangers.map(heard)), strangers.map(() => []))
  const [first] = (await leader.call('notice', 'list', {})).rows
  assert.deepEqual([first!.event?.id, first!.words, first!.isRead], [id, '“处置中”环节超时已达时限的 3 倍，期限 3月2日 14:30', false])
  const { rows: sent } = await city.owner.query(`select details->>'kind' as kind from journal where name = 'notice.sent' and subdistrict = $1 and details->>'kind' <> 'dispatched' order by at, id`, [street.code])
  assert.deepEqual(sent.map(({ kind }) => kind), ['warn', 'overdue', 'severe'])
  // It stays true of the event when the unit has answered at last.
  await handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '已清运' } })
  const answered = await leader.call('event', 'get', { id })
  assert.deepEqual([answered.light, answered.flags], ['green', ['overdue', 'severe']])
  city.setClock(undefined)
})

test('two servers at once, and one that stood still over the night: each is told the last of what came, once', async () => {
  const office = await openOffice(city)
  const { handler, shiftLeader } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  city.setClock('2026-03-02T16:00:00+08:00')
  const key = { subdistrict: office.street.code, event: id, key: 'stay' }
  const asking = { actor: theServer(office.street.area), scope: { role: 'staff' as const, areas: [office.street.area] }, request: { id: '', address: '', device: '' } }
  const said = await Promise.allSettled([1, 2, 3].map(() => transact(city.server.around, 'write', asking, (ctx) => remindNow(ctx, key))))
  assert.equal(said.filter(({ status }) => status === 'fulfilled').length, 1, 'the others found nothing to do')
  await runJob(city, 'notice.remind')
  assert.deepEqual([await heard(handler), await heard(shiftLeader)], [['overdue'], ['overdue']])
  const { rows: [left] } = await city.owner.query(`select kinds, next_at from reminder where subdistrict = $1 and key = 'stay'`, [office.street.code])
  assert.deepEqual([left.kinds, left.next_at.toISOString()], [['severe'], '2026-03-03T07:00:00.000Z'])
  city.setClock(undefined)
})

test('over holidays nobody is reminded, and a worked Saturday counts', async () => {
  // 2026-05-01 to 05-05 are holidays; Saturday 05-09 is worked for them.
  const office = await openOffice(city)
  const { handler } = office
  city.setClock('2026-04-30T16:00:00+08:00')
  await toHandling(office)
  for (const moment of ['2026-05-01T12:00', '2026-05-05T16:00', '2026-05-06T10:11']) {
    await at(moment)
    assert.deepEqual(await heard(handler), [], moment)
  }
  await at('2026-05-06T10:12')
  assert.deepEqual(await heard(handler), ['warn'])
  city.setClock('2026-05-08T16:00:00+08:00')
  const second = await openOffice(city)
  await toHandling(second)
  await at('2026-05-09T10:11')
  assert.deepEqual(await heard(second.handler), [])
  await at('2026-05-09T10:12')
  assert.deepEqual(await heard(second.handler), ['warn'])
  city.setClock(undefined)
})

test('while the resident is asked nobody is reminded, and afterwards so much later', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0) })
  city.setClock('2026-03-02T09:10:00+08:00')
  await acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '在几楼？' } })
  await at('2026-03-02T11:00')
  assert.deepEqual(await heard(acceptor), [])
  await resident.call('event', 'takeMine', { id, take: { step: 'answer', text: '三楼' } })
  await at('2026-03-02T11:13')
  await eventually(async () => assert.deepEqual(await heard(acceptor), ['answered']))
  await at('2026-03-02T11:14')
  assert.deepEqual(await heard(acceptor), ['warn', 'answered'])
  city.setClock(undefined)
})

test('a suspended event is reminded of on its day of review, to who may resume it', async () => {
  const office = await openOffice(city)
  const { handler, dispatcher, shiftLeader } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await handler.call('event', 'take', { id, take: { step: 'askSuspension', why: 'money', until: '2026-03-10', reason: '经费四月下达' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'approveSuspension' } })
  const reminders = async (person: Person) => (await heard(person)).filter((kind) => !['applied', 'decided'].includes(kind))
  await at('2026-03-09T17:00')
  assert.deepEqual(await reminders(handler), [])
  await at('2026-03-10T08:30')
  for (const moment of ['2026-03-10T08:31', '2026-03-12T08:30']) await at(moment)
  assert.deepEqual([await reminders(handler), await reminders(dispatcher), await reminders(shiftLeader)], [['review'], ['review'], []])
  await handler.call('event', 'take', { id, take: { step: 'resume' } })
  await at('2026-03-12T11:41')
  assert.deepEqual(await reminders(handler), ['review'], 'the four hours go on from where they stood')
  await at('2026-03-12T11:42')
  assert.deepEqual(await reminders(handler), ['warn', 'review'])
  city.setClock(undefined)
})

test('an extension moves the reminders with the limit; what was returned reminds the unit no more', async () => {
  const office = await openOffice(city)
  const { handler, dispatcher } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await handler.call('event', 'take', { id, take: { step: 'askExtension', amount: 4, reason: '等车' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'approveExtension' } })
  const byClock = async (person: Person) => (await heard(person)).filter((kind) => ['warn', 'overdue', 'severe'].includes(kind))
  await at('2026-03-02T16:53')
  assert.deepEqual(await byClock(handler), [])
  await at('2026-03-02T16:54')
  assert.deepEqual(await byClock(handler), ['warn'])
  await handler.call('event', 'take', { id, take: { step: 'return', reason: 'duty', note: '不归我们管' } })
  await at('2026-03-04T09:00')
  assert.deepEqual([await byClock(handler), await byClock(dispatcher)], [['warn'], ['severe']], 'it waits for the dispatcher now')
  city.setClock(undefined)
})

test('where a community handles, its own workers are told and not the community beside it', async () => {
  const office = await openOffice(city)
  const { street, resident, acceptor, shiftLeader, dispatcher, checker } = office
  const beside = await street.staff('西苑网格员', 'gridWorker', street.communities[1]!.area)
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0) })
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: street.communities[0]!.unit.id } })
  await at('2026-03-02T11:30')
  assert.deepEqual([await heard(checker), await heard(shiftLeader), await heard(beside)], [['overdue'], ['overdue'], []])
  city.setClock(undefined)
})

test('what is still late five workdays after it was first urged late is told to all who lead, once; what was done meanwhile is not', async () => {
  const office = await openOffice(city)
  const { street, handler, shiftLeader, dispatcher } = office
  const leader = await street.staff('街道领导', 'leader')
  city.setClock('2026-03-02T09:00:00+08:00')
  const [late, done] = [await toHandling(office), await toHandling(office)]
  const urge = (id: string) => dispatcher.call('event', 'take', { id, take: { step: 'urge', note: '已经超时' } })
  for (const day of ['2026-03-03T09:00', '2026-03-06T09:00']) {
    await at(day)
    for (const id of [late, done]) await urge(id)
  }
  await handler.call('event', 'take', { id: done, take: { step: 'feedback', publicReply: '已清运' } })
  const criticised = async (person: Person) => (await person.call('notice', 'list', { limit: 100 })).rows.filter(({ kind }) => kind === 'criticism').map(({ event, words }) => [event?.id, words])
  await at('2026-03-10T17:29')
  assert.deepEqual(await criticised(leader), [])
  for (const moment of ['2026-03-10T17:31', '2026-03-20T09:00']) await at(moment)
  for (const person of [handler, shiftLeader, leader]) assert.deepEqual(await criticised(person), [[late, '《通报》：超时催办后又过 5 个工作日，仍未办完，期限 3月2日 14:30']], person.name)
  city.setClock(undefined)
})
