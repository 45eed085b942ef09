import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice, pointIn } from '../../../test/office.ts'
import { look, sendUp, takePhoto } from '../../../test/photo.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('from report to rating: a resident’s report goes through every hand and comes back answered', async () => {
  const { street, resident, acceptor, shiftLeader, dispatcher, handler, checker, unit } = await openOffice(city)
  const photo = (await sendUp(city.http, resident, await takePhoto())).body.id
  const mine = await resident.call('event', 'reportMine', { description: '东苑3幢楼下垃圾没人收，很臭', matter: '06010', point: pointIn(street, 0), place: '3幢楼下', photos: [photo] })
  assert.equal(mine.status, 'reported')
  assert.equal(mine.areaName, '东苑社区 第1网格')
  const id = mine.id

  const seen = await acceptor.call('event', 'get', { id })
  assert.deepEqual([seen.steps, seen.title, seen.photos.length], [['askInfo', 'sendVerify', 'accept', 'relocate', 'merge', 'askCancel', 'urge', 'mark'], '东苑3幢楼下垃圾没人收，很臭', 1])
  assert.equal((await acceptor.call('event', 'take', { id, take: { step: 'accept' } })).status, 'accepted')
  assert.equal((await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })).status, 'filed')
  assert.equal((await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id, note: '请当天处理' } })).unit?.name, '环卫所')
  assert.deepEqual((await handler.call('event', 'get', { id })).steps, ['return', 'sign'])
  await handler.call('event', 'take', { id, take: { step: 'sign' } })
  await handler.call('event', 'take', { id, take: { step: 'handle', note: '已派车', photos: [] } })
  const afterwards = (await sendUp(city.http, handler, await takePhoto('#a73'))).body.id
  await handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '垃圾已清运，并增加一次巡查。', note: '该点位常满，建议加桶', photos: [afterwards] } })
  assert.equal((await checker.call('event', 'take', { id, take: { step: 'check' } })).status, 'checked')

  const told = await resident.call('event', 'getMine', { id })
  assert.deepEqual([told.steps, told.publicReply, told.handledBy], [['rate'], '垃圾已清运，并增加一次巡查。', '环卫所'])
  assert.deepEqual((await resident.call('event', 'mine', {})).rows.map(({ steps }) => steps), [['rate']])
  assert.ok(!JSON.stringify(told).includes('建议加桶'), 'the internal note stays inside')
  const rated = await resident.call('event', 'takeMine', { id, take: { step: 'rate', score: 5, isSolved: true, text: '很快' } })
  assert.equal(rated.status, 'revisited')
  const closed = await shiftLeader.call('event', 'take', { id, take: { step: 'close' } })
  assert.deepEqual([closed.status, closed.closeKind, closed.rating?.score, closed.photos.map(({ part }) => part)], ['closed', 'normal', 5, ['before', 'after']])
  assert.deepEqual(closed.stages.map(({ status }) => status), ['reported', 'accepted', 'filed', 'dispatched', 'handling', 'feedback', 'checked', 'revisited', 'closed'])
  assert.ok(closed.stages.slice(0, -1).every(({ usedMinutes, to }) => usedMinutes !== null && to !== null))

  const { rows } = await shiftLeader.call('event', 'trace', { id })
  assert.deepEqual(rows.map(({ title }) => title), ['上报', '受理', '立案', '派遣', '签收', '登记处置', '反馈结果', '核查通过', '评价', '结案'])
  assert.deepEqual([rows[0]?.by, rows[3]?.by, rows[3]?.unit, rows[3]?.text], ['上报人 李**', '派遣员', '环卫所', '请当天处理'])
  const again = await resident.call('event', 'takeMine', { id, take: { step: 'reopen', reason: '又堆满了' } })
  assert.equal(again.status, 'filed')
  assert.equal((await dispatcher.call('event', 'get', { id })).suggestedUnit?.id, unit.id)
})

test('the acceptor asks, the clock stands still, the resident answers', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await resident.call('event', 'reportMine', { description: '有人在楼道里给电动车充电', matter: '06010', area: street.communities[0]!.grids[0]! })
  assert.equal((await acceptor.call('event', 'get', { id })).dueAt, '2026-03-02T01:30:00.000Z')
  city.setClock('2026-03-02T09:10:00+08:00')
  await acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '请问是哪一幢哪一单元？' } })
  assert.equal((await resident.call('event', 'getMine', { id })).question, '请问是哪一幢哪一单元？')
  city.setClock('2026-03-02T11:00:00+08:00')
  const answered = await resident.call('event', 'takeMine', { id, take: { step: 'answer', text: '3幢2单元' } })
  assert.deepEqual([answered.status, answered.dueAt], ['reported', '2026-03-02T03:20:00.000Z'])
  const { stages } = await acceptor.call('event', 'get', { id })
  assert.deepEqual(stages.map(({ status, usedMinutes, pausedMinutes }) => [status, usedMinutes, pausedMinutes]), [['reported', 10, 0], ['needInfo', 0, 110], ['reported', null, null]])
  city.setClock(undefined)
})

test('a step out of turn is refused and names what is open', async () => {
  const { street, resident, acceptor, dispatcher, unit } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 1) })
  await assert.rejects(dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } }), { code: 'event.step-not-open' })
  await assert.rejects(acceptor.call('event', 'take', { id, take: { step: 'cancel', reason: '不想办' } }), { code: 'event.step-not-open' })
  await assert.rejects(resident.call('event', 'take', { id, take: { step: 'accept' } }), { code: 'may.not' })
})

test('the neighbour’s people do not find it, a unit it was not sent to does not, another resident does not', async () => {
  const here = await openOffice(city)
  const there = await openOffice(city)
  const { id } = await here.resident.call('event', 'reportMine', { description: '邻居深夜噪音', matter: '06028', point: pointIn(here.street, 0) })
  for (const stranger of [there.acceptor, there.handler, here.handler]) await assert.rejects(stranger.call('event', 'get', { id }), { code: 'not-found' })
  await assert.rejects(there.resident.call('event', 'getMine', { id }), { code: 'not-found' })
  await assert.rejects(there.acceptor.call('event', 'take', { id, take: { step: 'accept' } }), { code: 'not-found' })
  assert.deepEqual((await there.acceptor.call('event', 'list', {})).rows, [])
  const community = await here.street.staff('社工', 'socialWorker', here.street.communities[1]!.area)
  await assert.rejects(community.call('event', 'get', { id }), { code: 'not-found' }, 'the community next door')
})

test('eight people take the same step at once: one wins, seven are told', async () => {
  const { street, resident } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '井盖松动', matter: '06010', point: pointIn(street, 0) })
  const acceptors = await Promise.all(Array.from({ length: 8 }, (_, at) => street.staff(`受理员${at}`, 'acceptor')))
  const results = await Promise.allSettled(acceptors.map((one) => one.call('event', 'take', { id, take: { step: 'accept' } })))
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  const winner = acceptors[results.findIndex(({ status }) => status === 'fulfilled')]!.name
  for (const result of results) if (result.status === 'rejected') assert.match(String(result.reason.message), new RegExp(`刚由${winner}办理过`))
  const { rows } = await city.owner.query(`select count(*)::integer as n from journal where subject = $1 and name = 'event.accepted'`, [id])
  assert.equal(rows[0].n, 1)
})

test('a step that was asked for before the last one is refused, also where the clocks of two servers differ', async () => {
  const { street, resident, acceptor, shiftLeader } = await openOffice(city)
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
  city.setClock('2026-03-02T09:00:05+08:00')
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  city.setClock('2026-03-02T09:00:04+08:00')
  await assert.rejects(shiftLeader.call('event', 'take', { id, take: { step: 'file' } }), { code: 'event.step-not-open' })
  city.setClock('2026-03-02T09:00:06+08:00')
  assert.equal((await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })).status, 'filed')
  city.setClock(undefined)
})

test('photos are for those who may see the event, and tell nothing about who took them', async () => {
  const { street, resident, acceptor, handler } = await openOffice(city)
  const photo = (await sendUp(city.http, resident, await takePhoto())).body.id
  assert.equal((await look(city.http, acceptor, photo)).status, 404, 'not yet part of anything')
  await resident.call('event', 'reportMine', { description: '墙上乱贴广告', matter: '07001', point: pointIn(street, 0), photos: [photo] })
  const { status, content } = await look(city.http, acceptor, photo)
  assert.equal(status, 200)
  assert.ok(!content.includes(Buffer.from('Exif')) && !content.includes(Buffer.from('示例相机')))
  assert.equal((await look(city.http, handler, photo)).status, 404)
  assert.ok((await look(city.http, acceptor, photo, 'thumb')).content.length < content.length)
  await assert.rejects(acceptor.call('event', 'report', { description: '借用别人的照片', matter: '06010', point: pointIn(street, 0), photos: [photo] }), { code: 'input.invalid' })
  assert.equal((await sendUp(city.http, resident, Buffer.from('<svg onload="x"></svg>'))).body.code, 'file.kind')
})

test('a submission repeated over a bad network reports once', async () => {
  const { street, resident } = await openOffice(city)
  const body = { description: '垃圾桶满了', matter: '06042', point: pointIn(street, 0) }
  const send = () => resident.raw('/api/event/reportMine', body, { 'idempotency-key': 'report-0001' })
  const answers = await Promise.all([send(), send(), send()])
  assert.deepEqual(new Set(answers.map(({ body: answer }) => (answer as { id: string }).id)).size, 1)
  assert.equal((await resident.call('event', 'mine', {})).rows.length, 1)
})

test('something else sent under the key of a report is not answered as if it had been reported', async () => {
  const { street, resident } = await openOffice(city)
  const send = (description: string) => resident.raw('/api/event/reportMine', { description, matter: '06042', point: pointIn(street, 0) }, { 'idempotency-key': 'report-0002' })
  assert.equal((await send('垃圾桶满了')).status, 200)
  const { status, body } = await send('路灯不亮')
  assert.deepEqual([status, (body as { code: string }).code], [409, 'request.repeated'])
  assert.equal((await send('垃圾桶满了')).status, 200)
  assert.deepEqual((await resident.call('event', 'mine', {})).rows.map(({ description }) => description), ['垃圾桶满了'])
})

test('a step sent three times over a bad network is taken once, and answered three times the same', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
  const send = () => acceptor.raw('/api/event/take', { id, take: { step: 'accept' } }, { 'idempotency-key': 'accept-0001' })
  for (const { status, body } of [...await Promise.all([send(), send(), send()]), await send()]) assert.deepEqual([status, (body as { status: string }).status], [200, 'accepted'])
  const { rows } = await city.owner.query(`select from journal where subject = $1 and name = 'event.accepted'`, [id])
  assert.equal(rows.length, 1)
})

test('what was done where there was no network is told of when it arrives: the trace says when it was, limits run by when it was heard of', async () => {
  const { street, acceptor, shiftLeader, dispatcher, handler, unit, resident } = await openOffice(city)
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await resident.call('event', 'reportMine', { description: '地下车库积水', matter: '06010', point: pointIn(street, 0) })
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } })
  city.setClock('2026-03-02T11:00:00+08:00')
  await handler.call('event', 'take', { id, take: { step: 'sign' }, takenAt: '2026-03-02T10:00:00+08:00' })
  await handler.call('event', 'take', { id, take: { step: 'handle', note: '已抽水', photos: [] }, takenAt: '2026-03-02T10:20:00+08:00' })
  await handler.call('event', 'take', { id, take: { step: 'handle', note: '钟不准', photos: [] }, takenAt: '2026-03-03T10:20:00+08:00' })
  const { rows } = await dispatcher.call('event', 'trace', { id })
  assert.deepEqual(rows.slice(-3).map(({ at, takenAt }) => [at.slice(11, 16), takenAt]), [['03:00', '2026-03-02T02:00:00.000Z'], ['03:00', '2026-03-02T02:20:00.000Z'], ['03:00', null]])
  assert.equal((await dispatcher.call('event', 'get', { id })).stages.at(-2)?.to, '2026-03-02T03:00:00.000Z')
  city.setClock(undefined)
})

test('the reporter’s number is masked; who looks at the whole one leaves a trace with the purpose', async () => {
  const { street, acceptor } = await openOffice(city)
  const { id } = await acceptor.call('event', 'report', { description: '电话反映路面积水', matter: '06012', point: pointIn(street, 0), source: 'hotline', reporter: { name: '赵范三', phone: '13900001234' } })
  const { reporter } = await acceptor.call('event', 'get', { id })
  assert.deepEqual(reporter, { name: '赵**', phone: '139****1234' })
  assert.equal((await acceptor.call('event', 'reveal', { id, purpose: '回电核实位置' })).phone, '13900001234')
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'event.reveal.looked' and subject = $1`, [id])
  assert.deepEqual(rows, [{ actor_name: '受理员', details: { id, purpose: '回电核实位置' } }])
  const { rows: stored } = await city.owner.query('select reporter_phone from event where id = $1', [id])
  assert.ok(!stored[0].reporter_phone.includes(Buffer.from('13900001234')))
})

test('今日待办 puts what waits for one’s own posts into groups, the overdue first', async () => {
  const { street, resident, acceptor, dispatcher } = await openOffice(city)
  const report = (description: string) => resident.call('event', 'reportMine', { description, matter: '06010', point: pointIn(street, 0) })
  city.setClock('2026-03-02T09:00:00+08:00')
  await report('最早的一件')
  city.setClock('2026-03-02T09:35:00+08:00')
  await report('刚到的一件')
  const { groups } = await acceptor.call('desk', 'today', {})
  assert.deepEqual(groups.map(({ key, count, isMore, rows }) => [key, count, isMore, rows.map(({ title }) => title)]), [
    ['overdue', 1, false, ['最早的一件']], ['dueSoon', 0, false, []], ['new', 1, false, ['刚到的一件']], ['waiting', 0, false, []]])
  city.setClock('2026-03-02T10:00:00+08:00')
  assert.deepEqual((await acceptor.call('desk', 'today', {})).groups.map(({ count }) => count), [1, 1, 0, 0])
  assert.ok((await dispatcher.call('desk', 'today', {})).groups.every(({ count }) => count === 0), 'nothing waits for the dispatcher yet')
  city.setClock(undefined)
})
