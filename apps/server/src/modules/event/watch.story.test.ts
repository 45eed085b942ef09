import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('urged before and after the limit; a resident may urge when it is late, once a day', async () => {
  const office = await openOffice(city)
  const { dispatcher, resident, handler } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  assert.deepEqual((await resident.call('event', 'getMine', { id })).steps, [])
  assert.equal((await dispatcher.call('event', 'take', { id, take: { step: 'urge', note: '请抓紧' } })).counts.urged, 1)
  city.setClock('2026-03-02T16:00:00+08:00')
  await assert.rejects(resident.call('event', 'takeMine', { id, take: { step: 'urge' } }), { code: 'event.step-not-open' }, 'urged this morning')
  city.setClock('2026-03-03T16:00:00+08:00')
  assert.deepEqual((await resident.call('event', 'getMine', { id })).steps, ['urge'])
  await resident.call('event', 'takeMine', { id, take: { step: 'urge' } })
  const urged = await resident.call('event', 'getMine', { id })
  assert.deepEqual([urged.steps, urged.trace.at(-1)?.title], [[], '您催办了'])
  const { rows } = await handler.call('event', 'trace', { id })
  assert.deepEqual(rows.filter(({ step }) => step === 'event.urged').map(({ title, by, text }) => [title, by, text]), [['催办（未超时）', '派遣员', '请抓紧'], ['催办（已超时）', '上报人 李**', null]])
  city.setClock(undefined)
})

test('supervised: a reply is due, the unit answers, whoever supervises says whether it is enough', async () => {
  const office = await openOffice(city)
  const { street, handler, acceptor } = office
  const leader = await street.staff('街道领导', 'leader')
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await assert.rejects(acceptor.call('event', 'take', { id, take: { step: 'supervise', text: '请说明', days: 2 } }), { code: 'event.step-not-open' })
  const supervised = await leader.call('event', 'take', { id, take: { step: 'supervise', text: '多次投诉，请说明原因', days: 2 } })
  assert.deepEqual([supervised.flags, supervised.supervisions[0]?.dueAt], [['supervised'], '2026-03-04T09:30:00.000Z'])
  await assert.rejects(leader.call('event', 'take', { id, take: { step: 'supervise', text: '再督办一次', days: 2 } }), { code: 'event.step-not-open' })
  await handler.call('event', 'take', { id, take: { step: 'replySupervision', reply: '车辆故障，今天补清' } })
  const ended = await leader.call('event', 'take', { id, take: { step: 'endSupervision', isSatisfied: true } })
  assert.deepEqual(ended.supervisions.map(({ reply, repliedBy, isSatisfied, endedAt }) => [reply, repliedBy, isSatisfied, endedAt !== null]), [['车辆故障，今天补清', '经办人', true, true]])
  assert.deepEqual([ended.flags, (await leader.call('event', 'list', { flags: ['supervised'] })).rows], [[], []])
  city.setClock(undefined)
})

test('a leader’s instruction and the marks stay with the event, whatever happens to it', async () => {
  const office = await openOffice(city)
  const { street, dispatcher, handler, checker, resident } = office
  const leader = await street.staff('街道领导', 'leader')
  const id = await toHandling(office)
  await leader.call('event', 'take', { id, take: { step: 'instruct', text: '请环卫所当日办结，举一反三' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'mark', isUrgent: true, isPinned: true } })
  await handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '已清运' } })
  const { flags } = await checker.call('event', 'get', { id })
  assert.deepEqual(flags, ['urgent', 'pinned', 'instructed'])
  await dispatcher.call('event', 'take', { id, take: { step: 'mark', isPinned: false } })
  assert.deepEqual((await dispatcher.call('event', 'list', { flags: ['urgent', 'instructed'] })).rows.map((row) => row.flags), [['urgent', 'instructed']])
  assert.deepEqual((await dispatcher.call('event', 'list', { flags: ['pinned'] })).rows, [])
  assert.equal(JSON.stringify(await resident.call('event', 'getMine', { id })).includes('举一反三'), false, 'instructions stay inside')
})
