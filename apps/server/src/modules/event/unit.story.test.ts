import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('a unit sends back what is not its own; coming too late is counted apart', async () => {
  const office = await openOffice(city)
  const { dispatcher, handler, unit, street } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office, { until: 'dispatched' })
  const sentBack = await handler.call('event', 'take', { id, take: { step: 'return', reason: 'duty', note: '这条路由市政养护' } })
  assert.deepEqual([sentBack.status, sentBack.counts.returned, sentBack.counts.returnedLate], ['filed', 1, 0])
  const seen = await dispatcher.call('event', 'get', { id })
  assert.deepEqual(seen.returned, { reason: 'duty', note: '这条路由市政养护' })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id, note: '街道办公会已明确由环卫所负责' } })
  city.setClock('2026-03-02T16:00:00+08:00')
  const late = await handler.call('event', 'take', { id, take: { step: 'return', reason: 'place', note: '找不到这个地方' } })
  assert.deepEqual([late.counts.returned, late.counts.returnedLate], [2, 1])
  city.setClock('2026-03-02T16:05:00+08:00')
  const other = await street.unit('市政养护公司')
  const again = await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: other.id } })
  assert.deepEqual([again.returned, again.unit?.name], [null, '市政养护公司'])
  await assert.rejects(handler.call('event', 'get', { id }), { code: 'not-found' })
  assert.deepEqual((await dispatcher.call('event', 'trace', { id })).rows.slice(-4).map(({ title, unit: to, text }) => [title, to, text]), [
    ['退回', '环卫所', '职责不符：这条路由市政养护'], ['派遣', '环卫所', '街道办公会已明确由环卫所负责'], ['退回', '环卫所', '地址不清：找不到这个地方'], ['派遣', '市政养护公司', null]])
  city.setClock(undefined)
})

test('sent by mistake it is taken back before it is signed for: the unit sees it no more and is told, and it is no return', async () => {
  const office = await openOffice(city)
  const { dispatcher, handler, shiftLeader, street } = office
  const id = await toHandling(office, { until: 'dispatched' })
  const recall = { step: 'recall', reason: '派错了单位' } as const
  await assert.rejects(shiftLeader.call('event', 'take', { id, take: recall }), { code: 'event.step-not-open' }, 'who sends takes back')
  const back = await dispatcher.call('event', 'take', { id, take: recall })
  assert.deepEqual([back.status, back.unit, back.counts.returned, back.suggestedUnit?.name], ['filed', null, 0, '东苑社区'])
  await assert.rejects(handler.call('event', 'get', { id }), { code: 'not-found' })
  assert.deepEqual((await dispatcher.call('event', 'trace', { id })).rows.slice(-1).map(({ title, unit, text }) => [title, unit, text]), [['撤回派遣', '环卫所', '派错了单位']])
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: office.unit.id } })
  await handler.call('event', 'take', { id, take: { step: 'sign' } })
  await assert.rejects(dispatcher.call('event', 'take', { id, take: recall }), { code: 'event.step-not-open' }, 'signed for')
  const other = await toHandling(office, { until: 'dispatched' })
  await dispatcher.call('event', 'take', { id: other, take: recall })
  await dispatcher.call('event', 'take', { id: other, take: { step: 'dispatch', unit: (await street.unit('水务所')).id } })
  const { rows } = await city.owner.query('select id, is_missent from event where id = any ($1)', [[id, other]])
  assert.deepEqual(Object.fromEntries(rows.map((row) => [row.id, row.is_missent])), { [id]: false, [other]: true }, 'to another unit the first was wrong')
})

test('a unit that answers 12345 says what the hotline wants to know, and whom it spoke with is not asked twice', async () => {
  const office = await openOffice(city)
  const { acceptor, shiftLeader, dispatcher, handler, unit, street, resident } = office
  const { id } = await acceptor.call('event', 'report', { description: '电话反映垃圾没人收', matter: '06010', area: street.communities[0]!.grids[0]!, source: 'hotline', reporter: { name: '赵范三', phone: '13900001234' } })
  await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: unit.id } })
  await handler.call('event', 'take', { id, take: { step: 'sign' } })
  const feedback = { step: 'feedback', publicReply: '已清运一半' } as const
  const lacking = async (more: object) => (await handler.raw('/api/event/take', { id, take: { ...feedback, ...more } })).body as { fields?: { path: string }[] }
  assert.deepEqual((await lacking({})).fields?.map(({ path }) => path), ['take.isTrue', 'take.isBeyondDuty', 'take.isContacted', 'take.isSolved'])
  const told = { isTrue: true, isBeyondDuty: false, isContacted: true, contactedAt: '2020-01-02T10:00:00+08:00', isSolved: false }
  assert.deepEqual((await lacking({ ...told, isBeyondDuty: true, contactedAt: '2199-01-01T00:00:00+08:00' })).fields?.map(({ path }) => path), ['take.beyondKind', 'take.contactedAt', 'take.unsolvedReason'])
  const answered = await handler.call('event', 'take', { id, take: { ...feedback, ...told, unsolvedReason: '吊车明天到' } })
  assert.deepEqual([answered.status, answered.hotlineAnswer], ['feedback', { ...told, beyondKind: null, unsolvedReason: '吊车明天到' }])
  assert.equal((await dispatcher.call('event', 'get', { id })).hotlineAnswer?.unsolvedReason, '吊车明天到')
  // What residents report needs none of it.
  const own = await toHandling(office)
  assert.equal((await handler.call('event', 'take', { id: own, take: feedback })).hotlineAnswer, null)
  assert.ok(!JSON.stringify(await resident.call('event', 'getMine', { id: own })).includes('hotline'))
})

test('a unit that assists sees the event, does its part, and answers to the lead unit', async () => {
  const office = await openOffice(city)
  const { street, dispatcher, handler, acceptor } = office
  const id = await toHandling(office)
  const [helper, stranger] = [await street.unit('综合执法队'), await street.unit('水务所')]
  const [officer, outsider] = [await street.handler('执法员', helper), await street.handler('水务员', stranger)]
  await assert.rejects(officer.call('event', 'get', { id }), { code: 'not-found' })
  await assert.rejects(dispatcher.call('event', 'take', { id, take: { step: 'assist', unit: office.unit.id, days: 2 } }), { code: 'unit.unknown' }, 'the lead unit cannot assist itself')
  const asked = await dispatcher.call('event', 'take', { id, take: { step: 'assist', unit: helper.id, days: 2, note: '请到场维持秩序' } })
  assert.deepEqual([asked.flags, asked.assists.map(({ unit, note, doneAt }) => [unit.name, note, doneAt])], [['assisted'], [['综合执法队', '请到场维持秩序', null]]])
  assert.deepEqual((await officer.call('event', 'get', { id })).steps, ['assistDone'])
  assert.deepEqual((await officer.call('event', 'list', { isMine: true })).rows.map((row) => row.id), [id])
  assert.equal((await officer.call('desk', 'today', {})).groups.flatMap(({ rows }) => rows).length, 1)
  assert.deepEqual((await officer.call('event', 'list', { flags: ['assisted'] })).rows.map((row) => row.id), [id])
  await assert.rejects(outsider.call('event', 'get', { id }), { code: 'not-found' })
  await assert.rejects(officer.call('event', 'take', { id, take: { step: 'feedback', publicReply: '办好了' } }), { code: 'event.step-not-open' }, 'only the lead unit answers')
  const done = await officer.call('event', 'take', { id, take: { step: 'assistDone', result: '已劝离摊贩' } })
  assert.deepEqual([done.steps, done.assists[0]?.result], [[], '已劝离摊贩'])
  assert.deepEqual((await officer.call('event', 'list', { isMine: true })).rows, [])
  assert.equal((await handler.call('event', 'get', { id })).assists[0]?.result, '已劝离摊贩')
  assert.deepEqual((await acceptor.call('event', 'list', { flags: ['assisted', 'urgent'] })).rows, [])
})

test('an extension is asked for before the limit, granted once, and never longer than the limit', async () => {
  const office = await openOffice(city)
  const { dispatcher, handler } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  assert.equal((await handler.call('event', 'get', { id })).dueAt, '2026-03-02T06:30:00.000Z', '4 working hours')
  await assert.rejects(handler.call('event', 'take', { id, take: { step: 'askExtension', amount: 5, reason: '车坏了' } }), { code: 'input.invalid' })
  const asked = await handler.call('event', 'take', { id, take: { step: 'askExtension', amount: 2, reason: '车坏了' } })
  assert.deepEqual([asked.pending, asked.steps.includes('askSuspension'), asked.dueAt], ['extension', false, '2026-03-02T06:30:00.000Z'])
  assert.deepEqual((await dispatcher.call('event', 'list', { isMine: true })).rows.map((row) => row.id), [id])
  assert.deepEqual((await dispatcher.call('event', 'list', { pending: 'extension' })).rows.map((row) => row.id), [id])
  const granted = await dispatcher.call('event', 'take', { id, take: { step: 'approveExtension', note: '下不为例' } })
  assert.deepEqual([granted.pending, granted.dueAt, granted.counts.extended], [null, '2026-03-02T08:30:00.000Z', 1])
  assert.deepEqual(granted.requests.map(({ kind, isApproved, decidedBy, amount, note }) => [kind, isApproved, decidedBy, amount, note]), [['extension', true, '派遣员', 2, '下不为例']])
  assert.deepEqual(granted.stages.at(-1), { status: 'handling', from: '2026-03-02T01:00:00.000Z', to: null, limit: '6 工作时', dueAt: '2026-03-02T08:30:00.000Z', usedMinutes: null, pausedMinutes: null, overdueMinutes: null, overdueTimes: null, by: null })
  assert.equal((await handler.call('event', 'get', { id })).steps.includes('askExtension'), false)
  city.setClock(undefined)
})

test('an application that is refused leaves everything as it was; one that is overtaken is withdrawn', async () => {
  const office = await openOffice(city)
  const { dispatcher, handler } = office
  const id = await toHandling(office)
  const first = await handler.call('event', 'take', { id, take: { step: 'askExtension', amount: 1, reason: '人手不够' } })
  const refused = await dispatcher.call('event', 'take', { id, take: { step: 'refuse', reason: '请按时完成' } })
  assert.deepEqual([refused.pending, refused.dueAt, refused.requests[0]?.isApproved, refused.counts.extended], [null, first.dueAt, false, 0])
  await handler.call('event', 'take', { id, take: { step: 'askExtension', amount: 1, reason: '还是不够' } })
  const fedBack = await handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '办好了' } })
  assert.deepEqual([fedBack.pending, fedBack.requests.map(({ isApproved }) => isApproved)], [null, [false, null]])
  await assert.rejects(dispatcher.call('event', 'take', { id, take: { step: 'approveExtension' } }), { code: 'event.step-not-open' })
})

test('while something stands in the way the clock stands still, and goes on where it stood', async () => {
  const office = await openOffice(city)
  const { dispatcher, handler, resident } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  city.setClock('2026-03-02T10:00:00+08:00')
  await assert.rejects(handler.call('event', 'take', { id, take: { step: 'askSuspension', why: 'money', until: '2026-03-01', reason: '没有经费' } }), { code: 'input.invalid' })
  await handler.call('event', 'take', { id, take: { step: 'askSuspension', why: 'money', until: '2026-03-31', reason: '维修经费未落实' } })
  city.setClock('2026-03-02T11:00:00+08:00')
  const suspended = await dispatcher.call('event', 'take', { id, take: { step: 'approveSuspension' } })
  assert.deepEqual([suspended.status, suspended.suspended, suspended.dueAt], ['suspended', { reason: 'money', reviewAt: '2026-03-31' }, null])
  assert.ok((await resident.call('event', 'getMine', { id })).trace.some(({ title }) => title === '因客观原因暂缓办理'))
  city.setClock('2026-03-05T09:00:00+08:00')
  const resumed = await handler.call('event', 'take', { id, take: { step: 'resume', note: '经费到账' } })
  assert.deepEqual([resumed.status, resumed.suspended, resumed.dueAt], ['handling', null, '2026-03-05T03:00:00.000Z'], '2 of 4 hours were left')
  assert.deepEqual(resumed.stages.slice(-3).map(({ status, usedMinutes, pausedMinutes }) => [status, usedMinutes, pausedMinutes]), [['handling', 120, 0], ['suspended', 0, 4200], ['handling', null, null]])
  city.setClock(undefined)
})

test('what does not pass the check is done again', async () => {
  const office = await openOffice(city)
  const { handler, checker } = office
  const id = await toHandling(office, { until: 'feedback' })
  const sentBack = await checker.call('event', 'take', { id, take: { step: 'rework', reason: '还有一堆没清', photos: [] } })
  assert.deepEqual([sentBack.status, sentBack.counts.reworked, sentBack.unit?.name], ['dispatched', 1, '环卫所'])
  await handler.call('event', 'take', { id, take: { step: 'sign' } })
  await handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '已全部清运' } })
  assert.equal((await checker.call('event', 'take', { id, take: { step: 'check' } })).status, 'checked')
})

test('what is beyond the office goes to the level above and comes back answered', async () => {
  const office = await openOffice(city)
  const { dispatcher, handler, resident } = office
  const id = await toHandling(office)
  await assert.rejects(handler.call('event', 'take', { id, take: { step: 'transfer', to: '区住建局', reason: '超出街道权限' } }), { code: 'event.step-not-open' })
  const gone = await dispatcher.call('event', 'take', { id, take: { step: 'transfer', to: '区住建局', reason: '超出街道权限' } })
  assert.deepEqual([gone.status, gone.transferredTo, gone.dueAt], ['transferred', '区住建局', null])
  assert.deepEqual((await resident.call('event', 'getMine', { id })).trace.at(-1)?.text, '区住建局')
  const back = await dispatcher.call('event', 'take', { id, take: { step: 'takeBack', publicReply: '区住建局已责令整改' } })
  assert.deepEqual([back.status, back.publicReply, back.transferredTo], ['feedback', '区住建局已责令整改', null])
  // With a unit of the street what does not pass is that unit's to do again; what no unit had goes back to the level above.
  assert.equal(back.steps.includes('transfer'), false)
  const above = await toHandling(office, { until: 'filed' })
  const told = { step: 'transfer', to: '区住建局', reason: '超出街道权限' } as const
  await dispatcher.call('event', 'take', { id: above, take: told })
  await dispatcher.call('event', 'take', { id: above, take: { step: 'takeBack', publicReply: '已整改' } })
  assert.deepEqual((await office.checker.call('event', 'get', { id: above })).steps, ['check'])
  assert.equal((await dispatcher.call('event', 'take', { id: above, take: { ...told, reason: '现场没有变化' } })).status, 'transferred')
})
