import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Subdistrict } from '../../../test/city-people.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { look, sendUp, takePhoto } from '../../../test/photo.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** An office with two departments that can be called, each with somebody on the road. */
async function openSquad() {
  const office = await openOffice(city)
  const { street, unit, handler } = office
  const police = await street.unit('派出所')
  const [officer, leader, worker] = [await street.handler('民警', police), await street.staff('街道领导', 'leader'), await street.staff('社工', 'socialWorker', street.communities[0]!.area)]
  return { ...office, leader, worker, police, officer, sanitation: unit, cleaner: handler }
}
type Squad = Awaited<ReturnType<typeof openSquad>>

const orders = { kind: 'enforcement', urgency: 'urgent', title: '夜市占道联合整治', requirement: '带齐执法记录仪，南门集合' } as const
const blow = ({ leader, street, police, sanitation }: Squad, extra: object = {}) => leader.call('whistle', 'blow', { ...orders, point: pointIn(street, 0), place: '菜场南门', units: [police.id, sanitation.id], lead: police.id, ...extra })
/** So many metres to the north of where the whistle was blown. */
const beside = (street: Subdistrict, metres: number) => ({ ...pointIn(street, 0), lat: pointIn(street, 0).lat + metres / 111_195 })
const namesOf = async (id: string) => (await city.owner.query('select name, actor_name from journal where subject = $1 order by at, id', [id])).rows.map(({ name, actor_name: by }) => `${name} ${by}`)

test('blown, answered, arrived, fed back, ended, and both sides rated', async () => {
  const squad = await openSquad()
  const { leader, officer, cleaner, dispatcher, police, sanitation, street } = squad
  city.setClock('2026-03-02T09:00:00+08:00')
  const blown = await blow(squad)
  const id = blown.id
  assert.deepEqual([blown.status, blown.arriveBy, blown.light, blown.steps], ['blown', '2026-03-02T03:00:00.000Z', 'green', ['callMore', 'end', 'release', 'withdraw']])
  assert.deepEqual(blown.calls.map(({ unit, isLead, status, answerBy }) => [unit.name, isLead, status, answerBy]), [['派出所', true, 'called', '2026-03-02T01:30:00.000Z'], ['环卫所', false, 'called', '2026-03-02T01:30:00.000Z']])
  assert.deepEqual((await officer.call('whistle', 'list', { isMine: true })).rows.map((row) => [row.id, row.light]), [[id, 'green']])
  city.setClock('2026-03-02T09:10:00+08:00')
  const answered = await officer.call('whistle', 'take', { id, take: { step: 'answer', note: '两车六人出发' } })
  assert.deepEqual([answered.steps, answered.myUnit, answered.calls[0]?.answered], [['reportIn'], police.id, { at: '2026-03-02T01:10:00.000Z', by: '民警', isLate: false, heardAt: null }])
  city.setClock('2026-03-02T10:00:00+08:00')
  const photo = (await sendUp(city.http, officer, await takePhoto())).body.id
  const arrived = await officer.call('whistle', 'take', { id, take: { step: 'reportIn', point: beside(street, 120), accuracy: 15, photos: [photo] } })
  assert.deepEqual(arrived.calls[0]?.arrival, { at: '2026-03-02T02:00:00.000Z', by: '民警', point: beside(street, 120), accuracy: 15, metres: 120, isNear: true, reason: null, lateMinutes: 0, photos: [photo], heardAt: null })
  assert.equal((await look(city.http, cleaner, photo)).status, 200, 'who is called too sees it')
  city.setClock('2026-03-02T11:04:30+08:00')
  assert.deepEqual((await cleaner.call('whistle', 'list', {})).rows.map((row) => row.light), ['red'])
  assert.deepEqual((await leader.call('whistle', 'list', { isLate: true })).rows.map((row) => row.id), [id])
  const late = await cleaner.call('whistle', 'take', { id, take: { step: 'reportIn', point: beside(street, 800), photos: [] } })
  assert.deepEqual([late.calls[1]?.isLate, late.calls[1]?.arrival?.lateMinutes, late.calls[1]?.arrival?.isNear, late.calls[1]?.answered?.isLate], [true, 5, false, true])
  for (const [person, text] of [[officer, '劝离摊位九处'], [cleaner, '清运垃圾两车']] as const) await person.call('whistle', 'take', { id, take: { step: 'feedback', text, photos: [] } })
  const ended = await dispatcher.call('whistle', 'take', { id, take: { step: 'end', outcome: 'solved', text: '现场恢复' } })
  assert.deepEqual([ended.status, ended.outcome?.outcome, ended.outcome?.by, ended.steps], ['ended', 'solved', '派遣员', ['rateUnits']])
  assert.deepEqual((await dispatcher.call('whistle', 'list', { isMine: true })).rows.map((row) => row.id), [id])
  const rating = (unit: string, arrival: number) => ({ unit, arrival, cooperation: 4, isSolved: true })
  await assert.rejects(leader.call('whistle', 'take', { id, take: { step: 'rateUnits', ratings: [rating(police.id, 5)] } }), { code: 'input.invalid' })
  const rated = await leader.call('whistle', 'take', { id, take: { step: 'rateUnits', ratings: [rating(police.id, 5), { ...rating(sanitation.id, 2), note: '来晚了' }] } })
  assert.deepEqual([rated.status, rated.calls.map((call) => call.rating?.arrival)], ['rated', [5, 2]])
  await officer.call('whistle', 'take', { id, take: { step: 'rateOffice', isRight: true, preparation: 3, note: '集合点没说清' } })
  const seen = await cleaner.call('whistle', 'get', { id })
  assert.deepEqual(seen.calls.map((call) => [call.rating?.arrival, call.officeRating?.preparation]), [[undefined, undefined], [2, undefined]], 'of the others’ ratings nothing')
  assert.deepEqual((await leader.call('whistle', 'get', { id })).calls[0]?.officeRating, { at: '2026-03-02T03:04:30.000Z', by: '民警', isRight: true, preparation: 3, note: '集合点没说清' })
  assert.deepEqual(await namesOf(id), ['whistle.blown 街道领导', 'whistle.answered 民警', 'whistle.arrived 民警', 'whistle.arrived 经办人', 'whistle.fed-back 民警', 'whistle.fed-back 经办人', 'whistle.ended 派遣员', 'whistle.unit-rated 街道领导', 'whistle.unit-rated 街道领导', 'whistle.office-rated 民警'])
  const told = await cleaner.call('whistle', 'trace', { id })
  assert.deepEqual(told.rows.slice(-2).map(({ title, unit, text }) => [title, unit, text]), [['收哨', null, '已解决。现场恢复'], ['评价单位', '环卫所', '来晚了']])
  city.setClock(undefined)
})

test('the event carries the flag and tells of it; a whistle withdrawn before anybody came takes it away', async () => {
  const squad = await openSquad()
  const { leader, dispatcher, officer, resident } = squad
  const event = await toHandling(squad)
  const first = await blow(squad, { event, point: undefined, place: '' })
  const second = await blow(squad, { event, kind: 'emergency', urgency: 'emergency' })
  assert.deepEqual([first.event?.id, first.place, second.place], [event, (await leader.call('event', 'get', { id: event })).place, '菜场南门'])
  assert.deepEqual((await leader.call('event', 'get', { id: event })).flags, ['whistled'])
  assert.deepEqual((await leader.call('event', 'list', { flags: ['whistled'] })).rows.map(({ id }) => id), [event])
  assert.deepEqual((await leader.call('whistle', 'list', { event })).rows.map(({ id }) => id), [second.id, first.id])
  assert.equal((await officer.call('whistle', 'get', { id: first.id })).event, null, 'called to the place, not to the event')
  await dispatcher.call('whistle', 'take', { id: second.id, take: { step: 'withdraw', reason: '误报' } })
  assert.deepEqual((await leader.call('event', 'get', { id: event })).flags, ['whistled'], 'the first one stands')
  const gone = await dispatcher.call('whistle', 'take', { id: first.id, take: { step: 'withdraw', reason: '已自行解决' } })
  assert.deepEqual([gone.status, gone.withdrawnFor, gone.light, gone.steps], ['withdrawn', '已自行解决', null, []])
  assert.deepEqual((await leader.call('event', 'get', { id: event })).flags, [])
  const { rows } = await leader.call('event', 'trace', { id: event })
  assert.deepEqual(rows.slice(-4).map(({ title, text }) => [title, text]), [['吹哨', '综合执法哨，召集派出所、环卫所'], ['吹哨', '应急处置哨，召集派出所、环卫所'], ['撤销吹哨', '误报'], ['撤销吹哨', '已自行解决']])
  assert.equal((await resident.call('event', 'getMine', { id: event })).trace.some(({ title }) => title.includes('哨')), false, 'residents are told nothing of it')
  await assert.rejects(officer.call('whistle', 'take', { id: first.id, take: { step: 'answer' } }), { code: 'whistle.step-not-open' })
})

test('for an event that is over no whistle is blown', async () => {
  const squad = await openSquad()
  const { id } = await squad.resident.call('event', 'reportMine', { description: '路灯坏了', matter: '01037', point: pointIn(squad.street, 0) })
  await squad.shiftLeader.call('event', 'take', { id, take: { step: 'cancel', reason: '重复上报' } })
  await assert.rejects(blow(squad, { event: id }), { code: 'event.step-not-open' })
})

test('no position: the reason is needed; no more than one way through', async () => {
  const squad = await openSquad()
  const { officer, leader } = squad
  const { id } = await blow(squad)
  const report = (more: object) => officer.call('whistle', 'take', { id, take: { step: 'reportIn', photos: [], ...more } })
  await assert.rejects(report({}), { code: 'input.invalid' })
  await assert.rejects(officer.call('whistle', 'take', { id, take: { step: 'feedback', text: '办好了', photos: [] } }), { code: 'whistle.step-not-open' }, 'who is not there has done nothing')
  const { calls } = await report({ reason: '手机拒绝定位，已在南门' })
  assert.deepEqual([calls[0]?.status, calls[0]?.arrival?.metres, calls[0]?.arrival?.isNear, calls[0]?.arrival?.reason], ['arrived', null, null, '手机拒绝定位，已在南门'])
  await assert.rejects(report({ reason: '再报一次' }), { code: 'whistle.step-not-open' })
  await assert.rejects(leader.call('whistle', 'take', { id, take: { step: 'withdraw', reason: '不用来了' } }), { code: 'whistle.step-not-open' }, 'somebody came')
  await assert.rejects(officer.call('whistle', 'take', { id, take: { step: 'end', outcome: 'solved', text: '好了' } }), { code: 'whistle.step-not-open' })
})

test('reported in where there was no network: the moment of the tap holds, and that it was heard of later is said; a clock that cannot be right is not believed', async () => {
  const squad = await openSquad()
  const { officer, cleaner, leader, street } = squad
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await blow(squad)
  city.setClock('2026-03-02T13:00:00+08:00')
  const tapped = { answer: '2026-03-02T09:20:00+08:00', reportIn: '2026-03-02T10:40:00+08:00' }
  await officer.call('whistle', 'take', { id, take: { step: 'answer', takenAt: tapped.answer } })
  const { calls: [mine] } = await officer.call('whistle', 'take', { id, take: { step: 'reportIn', point: beside(street, 30), accuracy: 8, photos: [], takenAt: tapped.reportIn } })
  assert.deepEqual(mine?.answered, { at: '2026-03-02T01:20:00.000Z', by: '民警', isLate: false, heardAt: '2026-03-02T05:00:00.000Z' })
  assert.deepEqual([mine?.arrival?.at, mine?.arrival?.heardAt, mine?.arrival?.lateMinutes, mine?.arrival?.metres, mine?.isLate], ['2026-03-02T02:40:00.000Z', '2026-03-02T05:00:00.000Z', 0, 30, false])
  // Before it was called: then it is now, two hours late.
  const { calls: [, other] } = await cleaner.call('whistle', 'take', { id, take: { step: 'reportIn', reason: '没有信号', photos: [], takenAt: '2026-03-02T08:00:00+08:00' } })
  assert.deepEqual([other?.arrival?.at, other?.arrival?.heardAt, other?.arrival?.lateMinutes, other?.answered?.heardAt], ['2026-03-02T05:00:00.000Z', null, 120, null])
  const { rows } = await leader.call('whistle', 'trace', { id })
  assert.deepEqual(rows.map(({ title, at, takenAt }) => [title, at.slice(11, 16), takenAt?.slice(11, 16) ?? null]), [['吹哨', '01:00', null], ['接哨', '05:00', '01:20'], ['到场报到', '05:00', '02:40'], ['到场报到', '05:00', null]])
  city.setClock(undefined)
})

test('who is not called sees nothing; who is let go no longer; who is called later has its own time', async () => {
  const squad = await openSquad()
  const { leader, officer, cleaner, street, sanitation, police } = squad
  const fire = await street.unit('消防站')
  const fireman = await street.handler('消防员', fire)
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await blow(squad)
  await assert.rejects(fireman.call('whistle', 'get', { id }), { code: 'not-found' })
  await assert.rejects(fireman.call('whistle', 'trace', { id }), { code: 'not-found' })
  await assert.rejects(fireman.call('whistle', 'take', { id, take: { step: 'answer' } }), { code: 'not-found' })
  assert.deepEqual((await fireman.call('whistle', 'list', {})).rows, [])
  city.setClock('2026-03-02T10:00:00+08:00')
  await assert.rejects(leader.call('whistle', 'take', { id, take: { step: 'callMore', units: [police.id] } }), { code: 'input.invalid' })
  const more = await leader.call('whistle', 'take', { id, take: { step: 'callMore', units: [fire.id] } })
  assert.deepEqual(more.calls.map(({ unit, arriveBy }) => [unit.name, arriveBy.slice(11, 16)]), [['派出所', '03:00'], ['环卫所', '03:00'], ['消防站', '04:00']])
  assert.equal((await fireman.call('whistle', 'take', { id, take: { step: 'answer' } })).calls[2]?.status, 'answered')
  await assert.rejects(leader.call('whistle', 'take', { id, take: { step: 'release', unit: police.id, reason: '不需要' } }), { code: 'unit.unknown' }, 'who leads stays')
  const released = await leader.call('whistle', 'take', { id, take: { step: 'release', unit: sanitation.id, reason: '现场没有垃圾' } })
  assert.deepEqual(released.calls.map(({ status, releasedFor }) => [status, releasedFor]), [['called', null], ['released', '现场没有垃圾'], ['answered', null]])
  await assert.rejects(cleaner.call('whistle', 'get', { id }), { code: 'not-found' })
  const again = await leader.call('whistle', 'take', { id, take: { step: 'callMore', units: [sanitation.id] } })
  assert.deepEqual(again.calls.find(({ unit }) => unit.id === sanitation.id)?.status, 'called')
  assert.equal((await cleaner.call('whistle', 'get', { id })).steps[0], 'answer')
  assert.deepEqual((await officer.call('whistle', 'get', { id })).calls.map(({ unit }) => unit.name), ['派出所', '消防站', '环卫所'])
  city.setClock(undefined)
})

test('two units at once: both are there; the same unit twice: once', async () => {
  const squad = await openSquad()
  const { officer, cleaner, police, street, leader } = squad
  const partner = await street.handler('民警二', police)
  const { id } = await blow(squad)
  const report = (who: typeof officer) => who.call('whistle', 'take', { id, take: { step: 'reportIn', point: pointIn(street, 0), photos: [] } }).then(() => 'there', (problem: { code: string }) => problem.code)
  const outcomes = await Promise.all([report(officer), report(partner), report(cleaner)])
  const [mine, other, cleaned] = outcomes
  assert.deepEqual([mine, other].toSorted(), ['there', 'whistle.step-not-open'])
  // Who asked before the other had changed it saw another state, and asks again.
  if (cleaned !== 'there') assert.equal(await report(cleaner), 'there')
  assert.deepEqual((await leader.call('whistle', 'get', { id })).calls.map(({ status }) => status), ['arrived', 'arrived'])
  assert.equal((await namesOf(id)).filter((name) => name.startsWith('whistle.arrived')).length, 2)
})

test('a community’s workers answer for its unit, and only for a whistle in their community', async () => {
  const squad = await openSquad()
  const { worker, street, leader } = squad
  const [home, next] = street.communities
  const { id } = await blow(squad, { units: [home!.unit.id], lead: home!.unit.id })
  assert.deepEqual((await worker.call('whistle', 'list', { isMine: true })).rows.map((row) => row.id), [id])
  const arrived = await worker.call('whistle', 'take', { id, take: { step: 'reportIn', point: pointIn(street, 0), photos: [] } })
  assert.deepEqual([arrived.myUnit, arrived.steps, arrived.calls[0]?.arrival?.metres], [home!.unit.id, ['feedback'], 0])
  await assert.rejects(blow(squad, { units: [next!.unit.id], lead: next!.unit.id }), { code: 'unit.unknown' })
  const stranger = await street.staff('西苑社工', 'socialWorker', next!.area)
  await assert.rejects(stranger.call('whistle', 'get', { id }), { code: 'not-found' })
  assert.equal((await leader.call('whistle', 'get', { id })).calls[0]?.arrival?.by, '社工')
})

test('the neighbour sees nothing, calls none of our units, and blows nothing here', async () => {
  const [squad, next] = [await openSquad(), await openSquad()]
  const { id } = await blow(squad)
  for (const person of [next.leader, next.officer, next.worker]) await assert.rejects(person.call('whistle', 'get', { id }), { code: 'not-found' })
  await assert.rejects(next.leader.call('whistle', 'take', { id, take: { step: 'end', outcome: 'solved', text: '好了' } }), { code: 'not-found' })
  await assert.rejects(blow(next, { units: [squad.police.id], lead: squad.police.id }), { code: 'unit.unknown' })
  await assert.rejects(blow(next, { point: undefined, area: squad.street.communities[0]!.area }), { code: 'not-found' })
  await assert.rejects(squad.acceptor.call('whistle', 'blow', { ...orders, point: pointIn(squad.street, 0), units: [squad.police.id], lead: squad.police.id }), { code: 'may.not' })
  await assert.rejects(blow(squad, { arriveBy: '2026-01-01T09:00:00+08:00' }), { code: 'input.invalid' })
  await assert.rejects(blow(squad, { point: undefined }), { code: 'input.invalid' })
  assert.deepEqual((await next.leader.call('whistle', 'list', {})).rows, [])
})

test('who never came is written down as absent, and rates the office all the same', async () => {
  const squad = await openSquad()
  const { leader, officer } = squad
  const { id } = await blow(squad)
  const ended = await leader.call('whistle', 'take', { id, take: { step: 'end', outcome: 'unsolved', text: '无人到场' } })
  assert.deepEqual(ended.calls.map(({ status, isLate, light }) => [status, isLate, light]), [['absent', true, null], ['absent', true, null]])
  assert.deepEqual((await officer.call('whistle', 'get', { id })).steps, ['rateOffice'])
  await assert.rejects(officer.call('whistle', 'take', { id, take: { step: 'reportIn', reason: '刚到', photos: [] } }), { code: 'whistle.step-not-open' })
})

test('the office sets how soon; what is due already stays; the neighbour’s is another', async () => {
  const [squad, next] = [await openSquad(), await openSquad()]
  const admin = await squad.street.staff('系统管理员', 'systemAdmin')
  city.setClock('2026-03-02T09:00:00+08:00')
  const standing = await blow(squad, { urgency: 'emergency' })
  const rule = { ...await admin.call('whistle', 'rule', {}), emergencyArrive: 20, nearMetres: 100 }
  assert.deepEqual(await admin.call('whistle', 'setRule', rule), rule)
  await assert.rejects(squad.leader.call('whistle', 'setRule', rule), { code: 'may.not' })
  const arriveBy = async (of: Squad) => (await blow(of, { urgency: 'emergency' })).arriveBy.slice(11, 16)
  assert.deepEqual([await arriveBy(squad), await arriveBy(next), (await squad.leader.call('whistle', 'get', { id: standing.id })).arriveBy.slice(11, 16)], ['01:20', '01:30', '01:30'])
  const far = await squad.officer.call('whistle', 'take', { id: standing.id, take: { step: 'reportIn', point: beside(squad.street, 150), photos: [] } })
  assert.equal(far.calls[0]?.arrival?.isNear, false)
  city.setClock(undefined)
})

test('figures of a period: what was due, in time, on the spot and solved; a unit is shown its own', async () => {
  const squad = await openSquad()
  const { leader, officer, cleaner, street, police, sanitation } = squad
  city.setClock('2026-03-02T09:00:00+08:00')
  const [first, , gone] = [await blow(squad), await blow(squad), await blow(squad)]
  await leader.call('whistle', 'take', { id: gone.id, take: { step: 'withdraw', reason: '误报' } })
  city.setClock('2026-03-02T09:20:00+08:00')
  await officer.call('whistle', 'take', { id: first.id, take: { step: 'reportIn', point: beside(street, 10), photos: [] } })
  await officer.call('whistle', 'take', { id: first.id, take: { step: 'feedback', text: '办好了', photos: [] } })
  city.setClock('2026-03-02T10:00:00+08:00')
  const figures = async (who = leader) => (await who.call('whistle', 'figures', { from: '2026-03-02', until: '2026-03-02' })).rows
  const early = (await figures()).find(({ unit }) => unit.id === police.id)!
  assert.deepEqual([early.called, early.answeredInTime, early.arrival, early.score], [2, 0.5, 1, null], 'there is still time to arrive, not to answer')
  city.setClock('2026-03-02T11:30:00+08:00')
  await cleaner.call('whistle', 'take', { id: first.id, take: { step: 'reportIn', reason: '没有信号', photos: [] } })
  await leader.call('whistle', 'take', { id: first.id, take: { step: 'end', outcome: 'partly', text: '还差一半' } })
  await leader.call('whistle', 'take', { id: first.id, take: { step: 'rateUnits', ratings: [{ unit: police.id, arrival: 5, cooperation: 4, isSolved: true }, { unit: sanitation.id, arrival: 1, cooperation: 2, isSolved: false }] } })
  const rows = await figures()
  const of = (id: string) => rows.find(({ unit }) => unit.id === id)!
  assert.deepEqual(of(police.id), { unit: { id: police.id, name: '派出所' }, called: 2, answered: 1, arrived: 1, late: 0, offSpot: 0, fedBack: 1, rated: 1, answeredInTime: 0.5, arrival: 0.5, arrivalInTime: 0.5, solved: 1, score: 4.5 })
  assert.deepEqual([of(sanitation.id).arrival, of(sanitation.id).arrivalInTime, of(sanitation.id).late, of(sanitation.id).offSpot, of(sanitation.id).solved], [0.5, 0, 1, 1, 0])
  assert.deepEqual((await figures(cleaner)).map(({ unit }) => unit.name), ['环卫所'])
  await assert.rejects(leader.call('whistle', 'figures', { from: '2026-03-02', until: '2026-03-01' }), { code: 'input.invalid' })
  const { formulas, version } = await leader.call('whistle', 'figures', { from: '2026-03-01', until: '2026-03-01' })
  assert.deepEqual([formulas.length > 5, version], [true, '1'])
  city.setClock(undefined)
})
