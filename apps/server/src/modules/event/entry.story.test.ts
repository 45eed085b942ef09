import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { sendUp, takePhoto } from '../../../test/photo.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('handled on the spot: reported with photos before and after, looked over, closed', async () => {
  const { street, shiftLeader, acceptor } = await openOffice(city)
  const worker = await street.staff('网格员甲', 'gridWorker', street.communities[0]!.area)
  const [dirty, clean] = [(await sendUp(city.http, worker, await takePhoto())).body.id, (await sendUp(city.http, worker, await takePhoto('#2a6'))).body.id]
  const report = (handled: { publicReply: string, photos: string[] }) => worker.call('event', 'report', { description: '楼道堆物', matter: '06036', point: pointIn(street, 0), source: 'grid', photos: [dirty], handled })
  const done = await report({ publicReply: '已当场劝离并清走', photos: [clean] })
  assert.deepEqual([done.status, done.flags, done.photos.map(({ part }) => part), done.steps], ['selfHandled', ['selfHandled'], ['before', 'after'], []])
  assert.deepEqual((await shiftLeader.call('event', 'list', { isMine: true })).rows.map(({ id }) => id), [done.id])
  assert.equal((await acceptor.call('event', 'get', { id: done.id })).steps.includes('accept'), false)
  const closed = await shiftLeader.call('event', 'take', { id: done.id, take: { step: 'passSelf' } })
  assert.deepEqual([closed.status, closed.closeKind, closed.publicReply], ['closed', 'selfHandled', '已当场劝离并清走'])
})

test('what was not really handled goes the long way', async () => {
  const { street, shiftLeader, acceptor } = await openOffice(city)
  const worker = await street.staff('网格员甲', 'gridWorker', street.communities[0]!.area)
  const steward = await street.staff('楼道长', 'steward', street.communities[0]!.area)
  const body = { description: '楼道堆物', matter: '06036', point: pointIn(street, 0), handled: { publicReply: '已清走', photos: [] } }
  await assert.rejects(steward.call('event', 'report', body), { code: 'may.not' })
  const { id } = await worker.call('event', 'report', body)
  const back = await shiftLeader.call('event', 'take', { id, take: { step: 'failSelf', reason: '没有处置后照片' } })
  assert.deepEqual([back.status, back.publicReply, back.flags], ['reported', null, []])
  assert.equal((await acceptor.call('event', 'take', { id, take: { step: 'accept' } })).status, 'accepted')
})

test('the grid worker is asked to look first: it is so, or it is not', async () => {
  const { street, resident, acceptor, checker } = await openOffice(city)
  city.setClock('2026-03-02T09:00:00+08:00')
  const report = async () => (await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })).id
  const [one, two] = [await report(), await report()]
  const sent = await acceptor.call('event', 'take', { id: one, take: { step: 'sendVerify', note: '请到现场看看' } })
  assert.deepEqual([sent.status, sent.dueAt], ['verifying', '2026-03-02T01:30:00.000Z'])
  assert.deepEqual((await checker.call('event', 'list', { isMine: true })).rows.map(({ id }) => id), [one])
  assert.equal((await checker.call('event', 'take', { id: one, take: { step: 'confirm', note: '属实' } })).status, 'accepted')
  city.setClock('2026-03-02T09:10:00+08:00')
  await acceptor.call('event', 'take', { id: two, take: { step: 'sendVerify' } })
  city.setClock('2026-03-02T10:00:00+08:00')
  const refuted = await checker.call('event', 'take', { id: two, take: { step: 'refute', reason: '灯是亮的' } })
  assert.deepEqual([refuted.status, refuted.dueAt], ['reported', '2026-03-02T02:20:00.000Z'], 'the look was a pause for the acceptor')
  city.setClock(undefined)
})

test('cancelling is asked for by those who may not, and decided by those who may', async () => {
  const { street, resident, acceptor, shiftLeader } = await openOffice(city)
  const report = async () => (await resident.call('event', 'reportMine', { description: '测试一下', matter: '06010', point: pointIn(street, 0) })).id
  const [one, two] = [await report(), await report()]
  await acceptor.call('event', 'take', { id: one, take: { step: 'askCancel', reason: '内容不属实' } })
  assert.equal((await acceptor.call('event', 'take', { id: one, take: { step: 'accept' } })).pending, 'cancel', 'still to be decided')
  assert.deepEqual((await shiftLeader.call('event', 'list', { pending: 'cancel' })).rows.map(({ id }) => id), [one])
  const cancelled = await shiftLeader.call('event', 'take', { id: one, take: { step: 'approveCancel', note: '同意' } })
  assert.deepEqual([cancelled.status, cancelled.pending], ['cancelled', null])
  assert.equal((await resident.call('event', 'getMine', { id: one })).trace.at(-1)?.text, '内容不属实')
  await acceptor.call('event', 'take', { id: two, take: { step: 'askCancel', reason: '内容不属实' } })
  const kept = await shiftLeader.call('event', 'take', { id: two, take: { step: 'refuse', reason: '请先核实' } })
  assert.deepEqual([kept.status, kept.pending, kept.requests.map(({ isApproved, note }) => [isApproved, note])], ['reported', null, [[false, '请先核实']]])
})

test('reported anonymously, nobody is told who: not the unit, not the acceptor, not the journal people read', async () => {
  const office = await openOffice(city)
  const { street, resident, acceptor, shiftLeader, dispatcher, handler, unit } = office
  const { id } = await resident.call('event', 'reportMine', { description: '有人聚赌', matter: '06010', point: pointIn(street, 0), privacy: 'anonymous' })
  const { rows: [stored] } = await city.owner.query('select reporter_name, reporter_phone from event where id = $1', [id])
  assert.deepEqual(stored, { reporter_name: null, reporter_phone: null })
  await acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '几点？' } })
  await resident.call('event', 'takeMine', { id, take: { step: 'answer', text: '每晚八点', photos: [] } })
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } })
  for (const person of [acceptor, handler]) {
    const seen = [await person.call('event', 'get', { id }), await person.call('event', 'trace', { id }), await person.call('event', 'list', {})]
    assert.equal(/李|139\*/.test(JSON.stringify(seen)), false, person.name)
    await assert.rejects(person.call('event', 'reveal', { id, purpose: '核实' }), { code: 'may.not' })
  }
  const { rows } = await city.owner.query(`select distinct actor_name from journal where subject = $1 and actor_side = 'resident'`, [id])
  assert.deepEqual(rows, [{ actor_name: '匿名' }])
  assert.deepEqual((await acceptor.call('event', 'list', { flags: ['anonymous'] })).rows.map((row) => row.id), [id])
  assert.equal((await resident.call('event', 'getMine', { id })).trace[0]?.title, '已上报，等待受理')
})

test('reported for somebody else, that person is called back', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '我母亲家门口有积水', matter: '06010', point: pointIn(street, 0), reporter: { name: '李示例', phone: '13900007788' } })
  assert.deepEqual((await acceptor.call('event', 'get', { id })).reporter, { name: '李**', phone: '139****7788' })
  assert.equal((await resident.call('event', 'mine', {})).rows[0]?.id, id)
})

test('who is not content is heard once more, as often as the office allows', async () => {
  const office = await openOffice(city)
  const { street, resident, acceptor, shiftLeader } = office
  const admin = await street.staff('系统管理员', 'systemAdmin')
  await admin.call('matter', 'setOfficeRule', { reopenDays: 7, mostReopened: 1, mostExtensions: 1, alikeMetres: 50, alikeHours: 72 })
  const id = await toHandling(office, { until: 'checked' })
  await resident.call('event', 'takeMine', { id, take: { step: 'rate', score: 2, isSolved: false, text: '还是很臭' } })
  assert.deepEqual((await acceptor.call('event', 'get', { id })).flags, ['dissatisfied'])
  const again = await acceptor.call('event', 'take', { id, take: { step: 'rehandle', reason: '居民不满意' } })
  assert.deepEqual([again.status, again.reopened, again.suggestedUnit?.name, again.unit], ['filed', 1, '环卫所', null])
  await city.owner.query(`update event set status = 'revisited' where id = $1`, [id])
  assert.equal((await shiftLeader.call('event', 'get', { id })).steps.includes('rehandle'), false)
})

test('a draft may still say otherwise where it comes from and who told it', async () => {
  const { street, acceptor } = await openOffice(city)
  const steward = await street.staff('楼道长', 'steward', street.communities[0]!.area)
  const body = { description: '楼上漏水', matter: '06010', point: pointIn(street, 0), isDraft: true }
  assert.equal((await steward.call('event', 'report', body)).source, 'steward')
  const { id, source } = await acceptor.call('event', 'report', { ...body, reporter: { name: '赵范三', phone: '13900001234' } })
  assert.equal(source, 'other', 'nobody calls it a patrol who does not walk')
  const { isDraft, ...again } = body
  assert.ok(isDraft)
  assert.deepEqual((await acceptor.call('event', 'change', { id, ...again })).reporter, { name: '赵**', phone: '139****1234' })
  const changed = await acceptor.call('event', 'change', { id, ...again, source: 'hotline', reporter: { name: '钱示例', phone: '13900004321' } })
  assert.deepEqual([changed.source, changed.reporter], ['hotline', { name: '钱**', phone: '139****4321' }])
})
