import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually } from '../../../test/eventually.ts'
import { openCityWithOutside } from '../../../test/gateway.ts'
import { settled } from '../../../test/job.ts'
import { openOffice, pointIn } from '../../../test/office.ts'
import { visitor } from '../../../test/visitor.ts'

let world: Awaited<ReturnType<typeof openCityWithOutside>>
before(async () => { world = await openCityWithOutside() })
after(() => world.close())

const phone = '13900018801'
const tokenIn = (text: string) => /\/l\/([0-9A-Za-z]{22}) /.exec(text)![1]!

test('a question that was taken back is asked again in the same stay: another link, the same clock, and the first one opens nothing any more', async () => {
  const { city } = world
  city.setClock('2026-03-02T09:00:00+08:00')
  const { acceptor, dispatcher, street } = await openOffice(city)
  const { id } = await acceptor.call('event', 'report', { description: '有人乱倒垃圾', matter: '06010', point: pointIn(street, 0), source: 'hotline', reporter: { name: '周示例', phone } })
  await acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '请问在哪一幢？' } })
  const first = tokenIn((await world.messagesTo(phone, 1))[0]!)
  await settled(city, 'link')
  const [link] = (await acceptor.call('link', 'list', { event: id })).rows
  const waits = await acceptor.call('event', 'get', { id })
  await acceptor.call('link', 'withdraw', { id: link!.id, reason: '问错了' })
  city.setClock('2026-03-02T10:00:00+08:00')
  await assert.rejects(dispatcher.call('event', 'take', { id, take: { step: 'askInfo', question: '请问在哪个单元？' } }), { code: 'event.step-not-open' })
  const again = await acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '请问在哪个单元？' } })
  assert.deepEqual([again.status, again.stages.length, again.dueAt], ['needInfo', 2, waits.dueAt])
  const second = tokenIn((await world.messagesTo(phone, 2))[0]!)
  assert.notEqual(second, first)
  assert.equal((await visitor(city.http).call('link', 'open', { token: second })).page?.request, '请问在哪个单元？')
  assert.equal((await visitor(city.http).call('link', 'open', { token: first })).state, 'withdrawn')

  // Another question while one is out takes its place; what is told of twice is done once.
  await acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '请问几楼？' } })
  const third = tokenIn((await world.messagesTo(phone, 3))[0]!)
  const { rows: told } = await city.owner.query(`select id, name, subject_kind as "subjectKind", subject, subdistrict, area from journal where subject = $1 and name = 'event.info-asked' order by at, id`, [id])
  for (const happened of told) await city.server.jobs.boss.send('link/event.info-asked', happened)
  await settled(city, 'link')
  const links = (await acceptor.call('link', 'list', { event: id })).rows.toSorted((a, b) => a.request.localeCompare(b.request, 'zh'))
  assert.deepEqual(links.map(({ request, state, withdrawn }) => [request, state, withdrawn?.reason ?? null]).toSorted(), [['请问几楼？', 'open', null], ['请问在哪一幢？', 'withdrawn', '问错了'], ['请问在哪个单元？', 'withdrawn', '已重新提问，链接自动撤回']].toSorted())
  city.setClock('2026-03-02T11:00:00+08:00')
  await visitor(city.http).call('link', 'settle', { token: third, text: '三楼' })
  await eventually(async () => assert.equal((await acceptor.call('event', 'get', { id })).status, 'reported'))
  const { stages } = await acceptor.call('event', 'get', { id })
  assert.deepEqual(stages.map(({ status, usedMinutes, pausedMinutes }) => [status, usedMinutes, pausedMinutes]), [['reported', 0, 0], ['needInfo', 0, 120], ['reported', null, null]])
  assert.deepEqual((await acceptor.call('event', 'trace', { id })).rows.slice(1).map(({ text }) => text), ['请问在哪一幢？', '请问在哪个单元？', '请问几楼？', '三楼'])
  city.setClock(undefined)
})
