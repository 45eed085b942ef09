import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { runJob, settled } from '../../../test/job.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

/** What somebody has been told, the newest first, when all that happened has been heard; without the dispatch by which every story begins. */
const heard = async (person: Person): Promise<[string, string][]> => (await heardAll(person)).filter(([kind]) => kind !== 'dispatched')

async function heardAll(person: Person): Promise<[string, string][]> {
  await settled(city, 'notice/')
  return (await person.call('notice', 'list', { limit: 100 })).rows.map(({ kind, words }) => [kind, words])
}

/** Without what the clock has said. */
const told = async (person: Person) => (await heard(person)).filter(([kind]) => !['warn', 'overdue', 'severe'].includes(kind))

const take = (person: Person, id: string, step: Parameters<typeof person.call<'event', 'take'>>[2]['take']) => person.call('event', 'take', { id, take: step })

async function at(moment: string): Promise<void> {
  city.setClock(`${moment}:00+08:00`)
  await runJob(city, 'notice.remind')
}

test('urged before the limit the unit is told; after it, it is a 《催办通知书》 that the leader reads too', async () => {
  const [office, next] = [await openOffice(city), await openOffice(city)]
  const { street, dispatcher, handler, shiftLeader } = office
  const [leader, nextLeader] = [await street.staff('街道领导', 'leader'), await next.street.staff('邻街领导', 'leader')]
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await take(dispatcher, id, { step: 'urge', note: '请抓紧' })
  assert.deepEqual([await told(handler), await told(leader)], [[['urged', '派遣员催办：请抓紧']], []])
  city.setClock('2026-03-03T16:00:00+08:00')
  await take(dispatcher, id, { step: 'urge', note: '已经超时' })
  const letter = ['urgeLetter', '《催办通知书》：派遣员在超时后催办，期限 3月2日 14:30，请立即办理并说明原因：已经超时']
  assert.deepEqual([(await told(handler))[0], await told(leader)], [letter, [letter]])
  for (const stranger of [dispatcher, shiftLeader, next.handler, nextLeader]) assert.deepEqual(await told(stranger), [], stranger.name)
  city.setClock(undefined)
})

test('whoever reported and wants to stay unknown is named in no notice, nor are their words repeated', async () => {
  for (const privacy of ['anonymous', 'confidential', 'open'] as const) {
    const { street, resident, acceptor, shiftLeader, dispatcher, handler, unit } = await openOffice(city)
    const leader = await street.staff('街道领导', 'leader')
    city.setClock('2026-03-02T09:00:00+08:00')
    const { id } = await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0), privacy })
    await take(acceptor, id, { step: 'accept' })
    await take(shiftLeader, id, { step: 'file' })
    await take(dispatcher, id, { step: 'dispatch', unit: unit.id })
    await take(handler, id, { step: 'sign' })
    city.setClock('2026-03-03T16:00:00+08:00')
    await resident.call('event', 'takeMine', { id, take: { step: 'urge', note: '我是3幢201的李例二' } })
    await at('2026-03-03T16:01')
    const all = [await heard(handler), await heard(leader), await heard(shiftLeader)]
    assert.deepEqual(all.map((one) => one.map(([kind]) => kind)), [['severe', 'urgeLetter'], ['severe', 'urgeLetter'], ['severe']])
    assert.equal(/李|3幢|1390000/.test(JSON.stringify(all)), false, privacy)
    const { rows } = await city.owner.query('select * from notice where event = $1', [id])
    assert.equal(rows.some((row) => JSON.stringify(row).includes(resident.id)), false)
    city.setClock(undefined)
  }
})

test('supervised, instructed, sent back, done again: each is said to who has to do something', async () => {
  const office = await openOffice(city)
  const { street, dispatcher, handler, checker, unit } = office
  const leader = await street.staff('街道领导', 'leader')
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await take(leader, id, { step: 'supervise', text: '多次投诉，请说明原因', days: 2 })
  await take(leader, id, { step: 'instruct', text: '请当日办结' })
  assert.deepEqual((await told(handler)).toSorted(), [['instructed', '街道领导批示：请当日办结'], ['supervised', '街道领导督办，请答复，期限 3月4日 17:30：多次投诉，请说明原因']])
  await take(handler, id, { step: 'return', reason: 'duty', note: '不归我们管' })
  assert.deepEqual(await told(dispatcher), [['returned', '环卫所退回（职责不符）：不归我们管，请重新派遣']])
  await take(dispatcher, id, { step: 'dispatch', unit: unit.id })
  await take(handler, id, { step: 'sign' })
  await take(handler, id, { step: 'feedback', publicReply: '已清运' })
  await take(checker, id, { step: 'rework', reason: '还有一半' })
  assert.deepEqual((await told(handler))[0], ['reworked', '核查没有通过，请重新处置：还有一半'])
  assert.deepEqual(await told(leader), [])
  city.setClock(undefined)
})

test('a dispatch is said to the unit and to who is named; a reply to a supervision to who supervised', async () => {
  const office = await openOffice(city)
  const { street, unit, dispatcher, handler, acceptor } = office
  const [leader, other, colleague] = [await street.staff('街道领导', 'leader'), await street.staff('另一位领导', 'leader'), await street.handler('李示二', unit)]
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office, { until: 'filed' })
  await take(dispatcher, id, { step: 'dispatch', unit: unit.id, person: colleague.id, note: '请先联系物业' })
  const words = [['dispatched', '派遣员派来，请签收，期限 3月2日 11:00，责任人 李示二：请先联系物业']]
  assert.deepEqual([await heardAll(handler), await heardAll(colleague), await heardAll(acceptor), await heardAll(dispatcher)], [words, words, [], []])
  await take(leader, id, { step: 'supervise', text: '请说明', days: 1 })
  await take(handler, id, { step: 'sign' })
  await take(handler, id, { step: 'replySupervision', reply: '车辆故障，今天补清' })
  assert.deepEqual([await told(leader), await told(other)], [[['supervisionReplied', '经办人答复了督办，请查看：车辆故障，今天补清']], []])
  city.setClock(undefined)
})

test('an application is said to who decides it, the decision to who asked', async () => {
  const office = await openOffice(city)
  const { handler, dispatcher, acceptor, shiftLeader } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await take(handler, id, { step: 'askExtension', amount: 2, reason: '等车' })
  assert.deepEqual([await told(dispatcher), await told(handler)], [[['applied', '经办人申请延期，请审批：等车']], []])
  await take(dispatcher, id, { step: 'refuse', reason: '今天必须清' })
  assert.deepEqual(await told(handler), [['decided', '派遣员不同意延期申请：今天必须清']])
  await take(handler, id, { step: 'askSuspension', why: 'money', until: '2026-03-10', reason: '经费未下达' })
  await take(dispatcher, id, { step: 'approveSuspension', note: '同意到十日' })
  assert.deepEqual((await told(handler))[0], ['decided', '派遣员同意挂账申请：同意到十日'])
  const another = await toHandling(office, { until: 'reported' })
  await take(acceptor, another, { step: 'askCancel', reason: '重复上报' })
  assert.deepEqual(await told(shiftLeader), [['applied', '受理员申请作废，请审批：重复上报']])
  await take(shiftLeader, another, { step: 'approveCancel' })
  assert.deepEqual(await told(acceptor), [['decided', '值班长同意作废申请：重复上报']])
  city.setClock(undefined)
})

test('a supervision without a reply and an assist that is not done are said when their day has passed, once', async () => {
  const office = await openOffice(city)
  const { street, dispatcher, handler } = office
  const leader = await street.staff('街道领导', 'leader')
  const second = await street.unit('绿化所')
  const assistant = await street.handler('协办人', second)
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await take(leader, id, { step: 'supervise', text: '请说明', days: 1 })
  await take(dispatcher, id, { step: 'assist', unit: second.id, days: 2, note: '请派两人' })
  assert.deepEqual(await told(assistant), [['assist', '派遣员请贵单位协办，期限 3月4日 17:30：请派两人']])
  const later = async (person: Person) => (await told(person)).filter(([kind]) => kind.endsWith('Overdue'))
  await at('2026-03-03T17:29')
  assert.deepEqual([await later(handler), await later(leader)], [[], []])
  for (const moment of ['2026-03-03T17:31', '2026-03-03T17:32']) await at(moment)
  const late = [['supervisionOverdue', '督办还没有答复，期限 3月3日 17:30']]
  assert.deepEqual([await later(handler), await later(leader), await later(assistant)], [late, late, []])
  for (const moment of ['2026-03-04T17:31', '2026-03-05T09:00']) await at(moment)
  const unfinished = [['assistOverdue', '绿化所的协办还没有完成，期限 3月4日 17:30']]
  assert.deepEqual([await later(assistant), await later(dispatcher), await later(handler)], [unfinished, unfinished, late])
  city.setClock(undefined)
})

test('what was answered or done in time is not reminded of', async () => {
  const office = await openOffice(city)
  const { street, dispatcher, handler } = office
  const leader = await street.staff('街道领导', 'leader')
  const second = await street.unit('绿化所')
  const assistant = await street.handler('协办人', second)
  city.setClock('2026-03-02T09:00:00+08:00')
  const id = await toHandling(office)
  await take(leader, id, { step: 'supervise', text: '请说明', days: 1 })
  await take(dispatcher, id, { step: 'assist', unit: second.id, days: 2 })
  await take(handler, id, { step: 'replySupervision', reply: '车辆故障，今天补清' })
  await take(assistant, id, { step: 'assistDone', result: '已派两人' })
  await at('2026-03-05T09:00')
  for (const person of [leader, assistant, dispatcher, handler]) assert.deepEqual((await told(person)).filter(([kind]) => kind.endsWith('Overdue')), [], person.name)
  const { rows } = await city.owner.query(`select details->>'kind' as kind from journal where name = 'notice.withheld' and subdistrict = $1 order by 1`, [street.code])
  assert.deepEqual(rows.map(({ kind }) => kind), ['assistOverdue', 'supervisionOverdue'])
  city.setClock(undefined)
})

test('each marks for themselves what they have read', async () => {
  const office = await openOffice(city)
  const { street, unit, dispatcher, handler, resident } = office
  const colleague = await street.handler('同事', unit)
  const ids = [await toHandling(office), await toHandling(office, { description: '又没人收' }), await toHandling(office, { description: '还是没人收' })]
  await settled(city, 'notice/')
  for (const id of ids) await take(dispatcher, id, { step: 'urge' })
  await settled(city, 'notice/')
  const unread = async (person: Person) => (await person.call('notice', 'count', {})).unread
  assert.deepEqual([await unread(handler), await unread(colleague), await unread(dispatcher)], [6, 6, 0], 'dispatched and urged')
  const first = await handler.call('notice', 'list', { limit: 2 })
  await handler.call('notice', 'read', { id: first.rows[0]!.id })
  await handler.call('notice', 'read', { id: first.rows[0]!.id })
  assert.deepEqual([await unread(handler), await unread(colleague)], [5, 6])
  const rest = await handler.call('notice', 'list', { isUnread: true })
  assert.deepEqual([rest.rows.length, rest.rows.some(({ id }) => id === first.rows[0]!.id)], [5, false])
  assert.deepEqual((await handler.call('notice', 'list', { after: first.next!, limit: 1 })).rows.map(({ event }) => event?.id), [ids[0]])
  assert.deepEqual((await handler.call('notice', 'list', { kinds: ['warn'] })).rows, [])
  await handler.call('notice', 'readAll', {})
  assert.deepEqual([await unread(handler), await unread(colleague)], [0, 6])
  assert.deepEqual((await handler.call('notice', 'list', {})).rows.map(({ isRead }) => isRead), [true, true, true, true, true, true])
  await take(dispatcher, ids[0]!, { step: 'urge' })
  await settled(city, 'notice/')
  assert.equal(await unread(handler), 1)
  for (const stranger of [dispatcher, (await openOffice(city)).handler]) await assert.rejects(stranger.call('notice', 'read', { id: first.rows[0]!.id }), { code: 'not-found' }, stranger.name)
  await assert.rejects(resident.call('notice', 'list', {}), { code: 'may.not' })
  const { rows } = await city.owner.query(`select name, actor_name from journal where subject_kind = 'notice' and subdistrict = $1 and actor_side = 'unit' order by at, id`, [street.code])
  assert.deepEqual(rows.map(({ name, actor_name }) => [name, actor_name]), [['notice.read', '经办人'], ['notice.read', '经办人'], ['notice.read-all', '经办人']])
})

test('heard twice, said once', async () => {
  const office = await openOffice(city)
  const id = await toHandling(office)
  await take(office.dispatcher, id, { step: 'urge' })
  await settled(city, 'notice/')
  const { rows: [row] } = await city.owner.query(`select id, area from journal where name = 'event.urged' and subject = $1`, [id])
  await city.server.jobs.boss.send('notice/event.urged', { id: row.id, name: 'event.urged', subjectKind: 'event', subject: id, subdistrict: office.street.code, area: row.area })
  await settled(city, 'notice/')
  assert.equal((await office.handler.call('notice', 'list', { kinds: ['urged'] })).rows.length, 1)
})
