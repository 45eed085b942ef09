import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { refresh } from '../insight/index.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { settled } from '../../../test/job.ts'
import { openOffice, pointIn } from '../../../test/office.ts'
import { look, sendUp, takePhoto } from '../../../test/photo.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const on = (day: string, time = '09:00') => city.setClock(`2026-${day}T${time}:00+08:00`)

/** An office where rubbish was reported three times at one place, and once elsewhere in its community. */
async function openPlace() {
  const office = await openOffice(city)
  const { street, resident } = office
  const leader = await street.staff('街道领导', 'leader')
  const elsewhere = { ...pointIn(street, 0), lat: pointIn(street, 0).lat + 0.0015 }
  const report = async (extra: object = {}) => (await resident.call('event', 'reportMine', { description: '垃圾堆在西门', matter: '06010', point: pointIn(street, 0), ...extra })).id
  on('03-02')
  const old = [await report(), await report()]
  on('03-09')
  const [third, away] = [await report(), await report({ point: elsewhere })]
  await settled(city, 'governance/')
  return { ...office, leader, report, elsewhere, events: [...old, third!].toReversed(), away: away! }
}
type Place = Awaited<ReturnType<typeof openPlace>>

const take = (person: Person, id: string, step: Parameters<typeof person.call<'governance', 'take'>>[2]['take']) => person.call('governance', 'take', { id, take: step })
const plan = ({ unit }: Place, extra: object = {}) => ({ step: 'plan', cause: '西门没有投放点', measure: '增设投放点一处', unit: unit.id, targetOn: '2026-03-31', ...extra }) as const
const eventsOf = async (person: Person, id: string) => (await person.call('governance', 'events', { id })).rows.map((row) => row.id)

/** Founded on 10 March, carried out until the 20th, watched for ten days. */
async function toWatched(place: Place) {
  on('03-10')
  const { id } = await place.leader.call('governance', 'found', { events: place.events })
  await take(place.leader, id, plan(place))
  await take(place.handler, id, { step: 'begin' })
  on('03-20')
  await take(place.handler, id, { step: 'finish', text: '投放点已启用' })
  await take(place.leader, id, { step: 'watch', days: 10 })
  return id
}

test('from a recurring place to an item that is planned, carried out, accepted, watched and closed with its effect', async () => {
  const place = await openPlace()
  const { leader, handler, unit, report, events } = place
  on('03-10')
  const { rows: [clue] } = await leader.call('governance', 'clues', { clue: 'place' })
  assert.deepEqual([clue!.count, clue!.matter.code, clue!.events.length, clue!.item], [3, '06010', 3, null])
  const founded = await leader.call('governance', 'found', { events: clue!.events })
  const { id } = founded
  assert.deepEqual([founded.status, founded.reach, founded.events, founded.effect, founded.title.endsWith('暴露垃圾治理')], ['founded', 'spot', 3, null, true])
  assert.deepEqual((await eventsOf(leader, id)).toSorted(), events.toSorted())
  assert.deepEqual((await leader.call('governance', 'clues', { clue: 'place' })).rows.map(({ item }) => item), [id])
  assert.deepEqual((await leader.call('governance', 'list', { event: events[0] })).rows.map((row) => row.id), [id], 'the event leads to it')

  await assert.rejects(take(leader, id, plan(place, { targetOn: '2026-03-01' })), { code: 'input.invalid' })
  const planned = await take(leader, id, plan(place, { person: '王示一' }))
  assert.deepEqual([planned.status, planned.unit, planned.person, planned.targetOn], ['planned', { id: unit.id, name: '环卫所' }, '王示一', '2026-03-31'])
  assert.deepEqual((await handler.call('governance', 'list', { isMine: true })).rows.map((row) => row.id), [id], 'it waits for the unit')
  await take(handler, id, { step: 'begin' })
  const photo = (await sendUp(city.http, handler, await takePhoto())).body.id
  await take(handler, id, { step: 'progress', text: '选好了位置', photos: [photo] })
  assert.equal((await look(city.http, leader, photo)).status, 200)
  on('03-20')
  await take(handler, id, { step: 'finish', text: '投放点已启用' })
  await assert.rejects(take(handler, id, { step: 'watch', days: 10 }), { code: 'governance.step-not-open' })
  assert.deepEqual((await leader.call('governance', 'list', { isMine: true })).rows.map((row) => row.id), [id], 'it waits for the office')
  const watched = await take(leader, id, { step: 'watch', days: 10 })
  assert.deepEqual([watched.effect!.before.count, watched.effect!.after.count, watched.effect!.after.isOver, watched.effect!.change], [3, 0, false, 1])
  await assert.rejects(take(leader, id, { step: 'close', outcome: 'effective', text: '没有再发生' }), { code: 'governance.step-not-open' }, 'not before the days are over')
  on('03-31')
  const closed = await take(leader, id, { step: 'close', outcome: 'effective', text: '没有再发生' })
  assert.deepEqual([closed.status, closed.outcome!.outcome, closed.effect!.change, closed.steps], ['closed', 'effective', 1, []])
  const { rows: trace } = await handler.call('governance', 'trace', { id })
  assert.deepEqual(trace.map(({ title }) => title), ['治理立项', '定治理方案', '开始治理', '治理进展', '治理完成', '验收并观察', '治理闭环'])
  assert.deepEqual([trace[3]!.photos, trace[3]!.text], [[photo], '环卫所：选好了位置'].map((one) => (typeof one === 'string' ? '选好了位置' : one)))

  on('04-05')
  await report()
  await settled(city, 'governance/')
  const back = await leader.call('governance', 'get', { id })
  assert.deepEqual([back.isBack, back.recurred, back.steps, back.effect!.after.count], [true, 1, ['reopen'], 0], 'what was told stays as it was told')
  assert.deepEqual((await take(leader, id, { step: 'reopen', reason: '又堆了' })).status, 'underWay')
  city.setClock(undefined)
})

test('new events of the matter and place join by themselves, others do not; what a hand took out stays out', async () => {
  const place = await openPlace()
  const { street, leader, report, acceptor, shiftLeader, elsewhere } = place
  on('03-10')
  const { id } = await leader.call('governance', 'found', { events: place.events.slice(0, 1) })
  assert.equal((await leader.call('governance', 'get', { id })).events, 3, 'what was reported before belongs to it too')
  const [same, other, wrong] = [await report(), await report({ point: elsewhere }), await report({ matter: '06036' })]
  await settled(city, 'governance/')
  assert.deepEqual([(await eventsOf(leader, id)).includes(same), (await eventsOf(leader, id)).length], [true, 4])
  await acceptor.call('event', 'take', { id: wrong, take: { step: 'accept', matter: '06010' } })
  await settled(city, 'governance/')
  assert.equal((await eventsOf(leader, id)).includes(wrong), true, 'its matter was put right')
  const strayed = await report({ point: elsewhere })
  for (const [point, isIts] of [[pointIn(street, 0), true], [elsewhere, false]] as const) {
    await acceptor.call('event', 'take', { id: strayed, take: { step: 'relocate', point } })
    await settled(city, 'governance/')
    assert.equal((await eventsOf(leader, id)).includes(strayed), isIts, 'its place was put right')
  }
  await shiftLeader.call('event', 'take', { id: same, take: { step: 'cancel', reason: '误报' } })
  await settled(city, 'governance/')
  assert.equal((await eventsOf(leader, id)).includes(same), false, 'what is cancelled is nobody’s')
  await take(leader, id, { step: 'removeEvent', event: wrong, reason: '是另一处' })
  await acceptor.call('event', 'take', { id: other, take: { step: 'accept' } })
  await settled(city, 'governance/')
  assert.deepEqual((await eventsOf(leader, id)).toSorted(), place.events.toSorted())
  const added = await take(leader, id, { step: 'addEvents', events: [other] })
  assert.deepEqual([added.events, (await leader.call('governance', 'events', { id })).rows.find((row) => row.id === other)?.isMatch], [4, false])
  await assert.rejects(take(leader, id, { step: 'addEvents', events: [other] }), { code: 'input.invalid' })
  const names = (await city.owner.query('select name from journal where subject = $1 order by at, id', [id])).rows.map(({ name }) => name)
  assert.deepEqual(names, ['governance.founded', 'governance.event-joined', 'governance.event-joined', 'governance.event-joined', 'governance.event-left', 'governance.event-left', 'governance.event-removed', 'governance.events-added'])
  city.setClock(undefined)
})

test('one for a matter and place while it is open; one for the whole community stands for its places too', async () => {
  const place = await openPlace()
  const { leader, street, dispatcher } = place
  on('03-10')
  const { id } = await leader.call('governance', 'found', { events: place.events })
  const again = await dispatcher.raw('/api/governance/found', { events: [place.events[1]] })
  assert.deepEqual([again.status, (again.body as { code: string }).code, (again.body as { details: { id: string } }).details.id], [409, 'governance.exists', id])
  const community = street.communities[0]!.area
  const wide = await dispatcher.call('governance', 'found', { matter: '06010', area: community, reach: 'community' })
  assert.deepEqual([wide.reach, wide.events, wide.areaName], ['community', 4, '东苑社区'])
  await assert.rejects(dispatcher.call('governance', 'found', { events: [place.away] }), { code: 'governance.exists' })
  await take(leader, id, { step: 'cancel', reason: '并到全社区一起治理' })
  await assert.rejects(dispatcher.call('governance', 'found', { events: place.events }), { code: 'governance.exists' })
  const apart = await place.report({ point: pointIn(street, 1) })
  await assert.rejects(leader.call('governance', 'found', { events: [...place.events, apart] }), { code: 'input.invalid' })
  await assert.rejects(leader.call('governance', 'found', { matter: '06', area: community }), { code: 'matter.unknown' })
  await assert.rejects(leader.call('governance', 'found', { events: ['00000000-0000-7000-8000-000000000000'] }), { code: 'input.invalid' })
  // Two at once: the second is refused.
  const both = await Promise.allSettled([1, 2].map(() => leader.call('governance', 'found', { matter: '06036', area: community })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  city.setClock(undefined)
})

test('what comes back while it is watched flags it, and it is carried out once more', async () => {
  const place = await openPlace()
  const id = await toWatched(place)
  on('03-25')
  await place.report()
  await settled(city, 'governance/')
  const flagged = await place.leader.call('governance', 'get', { id })
  assert.deepEqual([flagged.isBack, flagged.recurred, flagged.effect!.after.count], [true, 1, 1])
  assert.deepEqual((await place.leader.call('governance', 'list', { isBack: true })).rows.map((row) => row.id), [id])
  const again = await take(place.leader, id, { step: 'redo', reason: '投放点太小' })
  assert.deepEqual([again.status, again.isBack, again.effect], ['underWay', false, null])
  on('04-02')
  assert.deepEqual((await place.handler.call('governance', 'list', { isLate: true })).rows.map((row) => row.id), [id], 'its target day is over')
  city.setClock(undefined)
})

test('merged duplicates and what is reported all over a community are clues too', async () => {
  const place = await openPlace()
  const { leader, acceptor, events: [first, second, third], report } = place
  on('03-10')
  for (const id of [second!, third!]) await acceptor.call('event', 'take', { id, take: { step: 'merge', into: first! } })
  const { rows: [group] } = await leader.call('governance', 'clues', { clue: 'merged' })
  assert.deepEqual([group!.count, group!.events.toSorted()], [3, [...place.events].toSorted()])
  assert.deepEqual((await leader.call('governance', 'clues', { clue: 'wide' })).rows, [])
  for (let n = 0; n < 6; n += 1) await report({ point: place.elsewhere })
  await refresh({ database: city.server.around.database, now: city.server.around.clock() })
  const { rows: [wide] } = await leader.call('governance', 'clues', { clue: 'wide' })
  assert.deepEqual([wide!.areaName, wide!.count, wide!.reach, wide!.item], ['东苑社区', 10, 'community', null])
  city.setClock(undefined)
})

test('a unit sees what it is responsible for, of its events its own, and nobody next door anything', async () => {
  const place = await openPlace()
  const { leader, street, handler, dispatcher, acceptor, shiftLeader, unit, events } = place
  const other = await street.handler('别的经办人', await street.unit('绿化所'))
  const secretary = await street.staff('西苑书记', 'secretary', street.communities[1]!.area)
  const neighbour = await (await city.subdistrict()).staff('邻街领导', 'leader')
  on('03-10')
  const { id } = await leader.call('governance', 'found', { events })
  await assert.rejects(handler.call('governance', 'get', { id }), { code: 'not-found' })
  await acceptor.call('event', 'take', { id: events[0]!, take: { step: 'accept' } })
  await shiftLeader.call('event', 'take', { id: events[0]!, take: { step: 'file' } })
  await dispatcher.call('event', 'take', { id: events[0]!, take: { step: 'dispatch', unit: unit.id } })
  await assert.rejects(take(leader, id, plan(place, { unit: street.communities[1]!.unit.id })), { code: 'unit.unknown' })
  await take(leader, id, plan(place))
  assert.deepEqual([await eventsOf(handler, id), (await handler.call('governance', 'get', { id })).events], [[events[0]], 3])
  for (const stranger of [other, secretary, neighbour]) {
    await assert.rejects(stranger.call('governance', 'get', { id }), { code: 'not-found' }, stranger.name)
    assert.deepEqual((await stranger.call('governance', 'list', {})).rows, [], stranger.name)
  }
  await assert.rejects(neighbour.call('governance', 'found', { events }), { code: 'input.invalid' })
  await assert.rejects(handler.call('governance', 'found', { events }), { code: 'may.not' })
  const told = JSON.stringify([await handler.call('governance', 'get', { id }), await handler.call('governance', 'trace', { id }), await leader.call('governance', 'list', {}), await handler.call('governance', 'events', { id })])
  assert.doesNotMatch(told, /李例二|1390000/, 'nobody learns here who reported')
  city.setClock(undefined)
})

test('the list is found by class of matter, text and state, and leaves as a spreadsheet on record', async () => {
  const place = await openPlace()
  on('03-10')
  const { id } = await place.leader.call('governance', 'found', { events: place.events, title: '西门垃圾堆放' })
  const found = async (filters: object) => (await place.leader.call('governance', 'list', filters)).rows.length
  assert.deepEqual([await found({ matter: '06' }), await found({ matter: '06036' }), await found({ text: '西门' }), await found({ text: '东门%' }), await found({ status: ['founded'] }), await found({ status: ['closed'] })], [1, 0, 1, 0, 1, 0])
  const { fileName, xlsx, rows } = await place.leader.call('governance', 'export', { status: ['founded'] })
  const { sheets } = await readXlsx(Buffer.from(xlsx, 'base64'))
  assert.deepEqual([fileName, rows, sheets[0]!.rows[1]!.slice(0, 4)], ['治理事项-2026-03-10.xlsx', 1, ['西门垃圾堆放', '待定方案', '暴露垃圾', '同一地点']])
  assert.equal((await city.owner.query(`select from journal where name = 'governance.export.looked' and actor = $1`, [place.leader.id])).rowCount, 1)
  assert.equal((await city.owner.query(`select from journal where name = 'governance.founded' and subject = $1`, [id])).rowCount, 1)
  city.setClock(undefined)
})
