import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const boxAround = ({ lng, lat }: { lng: number, lat: number }, by = 0.001) => ({ west: lng - by, east: lng + by, south: lat - by, north: lat + by })

test('events at one place are one cluster that tells how many are late; those elsewhere on the map and in other offices are not in it', async () => {
  const office = await openOffice(city)
  const { street, resident, acceptor } = office
  city.setClock('2026-03-02T09:00:00+08:00')
  const report = (point: { lng: number, lat: number }, description: string) => resident.call('event', 'reportMine', { description, matter: '06010', point })
  const late = await report(pointIn(street, 0), '垃圾满了')
  city.setClock('2026-03-02T09:40:00+08:00')
  const fresh = await report(pointIn(street, 0), '路灯不亮')
  const away = await report(pointIn(street, 2), '井盖坏了')
  const ask = (point: { lng: number, lat: number }, filters = {}) => acceptor.call('desk', 'clusters', { box: boxAround(point), zoom: 17, filters })
  const here = await ask(pointIn(street, 0))
  assert.deepEqual(here.rows.map(({ count, red, yellow, newest }) => ({ count, red, yellow, newest: newest.map(({ id, light }) => [id, light]) })), [{ count: 2, red: 1, yellow: 0, newest: [[fresh.id, 'green'], [late.id, 'red']] }])
  assert.deepEqual((await ask(pointIn(street, 0), { text: '路灯' })).rows.map(({ newest }) => newest[0]!.id), [fresh.id])
  assert.deepEqual((await ask(pointIn(street, 2))).rows.map(({ newest, lng }) => [newest[0]!.id, lng.toFixed(6)]), [[away.id, pointIn(street, 2).lng.toFixed(6)]])
  const neighbour = await openOffice(city)
  assert.deepEqual((await neighbour.acceptor.call('desk', 'clusters', { box: { west: 119, south: 29, east: 131, north: 31 }, zoom: 9 })).rows, [])
  await assert.rejects(acceptor.call('desk', 'clusters', { box: { west: 121, south: 30, east: 120, north: 31 }, zoom: 9 }), { code: 'input.invalid' })
  city.setClock(undefined)
})

test('a town full of events is told in no more clusters than a screen holds', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '河边垃圾', matter: '06010', point: pointIn(street, 0) })
  const columns = (await city.owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'event'::regclass and attnum > 0 and attgenerated = '' and attname <> all ('{id,number,lng,lat,reported_at}') and not attisdropped`)).rows.map(({ name }) => name).join(', ')
  await city.owner.query(`insert into event (id, number, lng, lat, reported_at, ${columns}) select gen_random_uuid(), 'm' || n, lng + (n % 80) * 0.0001, lat + (n / 80) * 0.0001, reported_at + make_interval(secs => n), ${columns} from event, generate_series(1, 5200) as n where id = $1`, [id])
  const { lng, lat } = pointIn(street, 0)
  const { rows, total, isMore } = await acceptor.call('desk', 'clusters', { box: { west: lng - 0.0005, east: lng + 0.009, south: lat - 0.0005, north: lat + 0.008 }, zoom: 24 })
  assert.deepEqual([total, isMore], [5000, true])
  assert.ok(rows.length > 100 && rows.length <= 25 * 17, String(rows.length))
  assert.ok(rows.every(({ newest }) => newest.length <= 10))
})

test('before many are handled at once it is told which can be and why the others cannot; what changed since is refused', async () => {
  const office = await openOffice(city)
  const { street, resident, acceptor, dispatcher, shiftLeader, unit } = office
  const fresh = await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
  const filed = await toHandling(office, { until: 'filed' })
  const asked = await toHandling(office, { until: 'filed' })
  await dispatcher.call('event', 'take', { id: asked, take: { step: 'askCancel', reason: '重复' } })
  const ids = [fresh.id, filed, asked]
  const told = async (person: typeof acceptor, step: 'dispatch' | 'accept' | 'transfer') => Object.fromEntries((await person.call('desk', 'foresee', { ids, step })).rows.map(({ id, hindrance }) => [id, hindrance]))
  assert.deepEqual(await told(dispatcher, 'dispatch'), { [fresh.id]: 'state', [filed]: null, [asked]: null })
  assert.deepEqual(await told(acceptor, 'dispatch'), { [fresh.id]: 'state', [filed]: 'post', [asked]: 'post' })
  assert.deepEqual(await told(dispatcher, 'transfer'), { [fresh.id]: 'state', [filed]: null, [asked]: 'other' })
  const byFilter = await dispatcher.call('desk', 'foresee', { filters: { status: ['filed'] }, step: 'dispatch' })
  assert.deepEqual([byFilter.rows.map(({ id }) => id).toSorted(), byFilter.isMore], [[filed, asked].toSorted(), false])

  const foreseen = byFilter.rows.find(({ id }) => id === filed)!
  await acceptor.call('event', 'take', { id: filed, take: { step: 'mark', isUrgent: true } })
  const dispatchIt = (asOf: string) => dispatcher.call('event', 'take', { id: filed, take: { step: 'dispatch', unit: unit.id }, asOf })
  await assert.rejects(dispatchIt(foreseen.changedAt), { code: 'event.step-not-open' })
  const { changedAt } = await dispatcher.call('event', 'get', { id: filed })
  assert.equal((await dispatchIt(changedAt)).status, 'dispatched')

  const neighbour = await openOffice(city)
  assert.deepEqual((await neighbour.dispatcher.call('desk', 'foresee', { ids, step: 'dispatch' })).rows, [])
  await assert.rejects(shiftLeader.call('desk', 'foresee', { step: 'close' }), { code: 'input.invalid' })
})

test('a mark set for many is taken back only while nothing else has happened', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const report = () => resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
  const [one, two] = [await report(), await report()]
  const mark = (id: string, isUrgent: boolean, asOf?: string) => acceptor.call('event', 'take', { id, take: { step: 'mark', isUrgent }, ...(asOf && { asOf }) })
  const [first, second] = [await mark(one.id, true), await mark(two.id, true)]
  await acceptor.call('event', 'take', { id: two.id, take: { step: 'accept' } })
  assert.deepEqual((await mark(one.id, false, first.changedAt)).flags, [])
  await assert.rejects(mark(two.id, false, second.changedAt), { code: 'event.step-not-open' })
  const { rows } = await acceptor.call('event', 'trace', { id: one.id })
  assert.deepEqual(rows.filter(({ step }) => step === 'event.marked').length, 2)
})

test('the inboxes count what one may decide and what is supervised, and lead to the same list', async () => {
  const office = await openOffice(city)
  const { street, handler, dispatcher, acceptor } = office
  const leader = await street.staff('分管领导', 'leader')
  const id = await toHandling(office)
  await handler.call('event', 'take', { id, take: { step: 'askExtension', amount: 1, reason: '等配件' } })
  await leader.call('event', 'take', { id, take: { step: 'supervise', text: '请尽快', days: 2 } })
  const counted = async (person: typeof acceptor) => Object.entries(await person.call('desk', 'counts', {})).map(([inbox, { count }]) => [inbox, count])
  assert.deepEqual(await counted(dispatcher), [['approval', 1], ['supervision', 1]])
  assert.deepEqual(await counted(acceptor), [['approval', 0], ['supervision', 1]])
  assert.deepEqual(await counted(handler), [['approval', 0], ['supervision', 1]])
  assert.deepEqual((await dispatcher.call('event', 'list', { isToApprove: true })).rows.map((row) => [row.id, row.pending]), [[id, 'extension']])
  assert.deepEqual((await acceptor.call('event', 'list', { isToApprove: true })).rows, [])
  const neighbour = await openOffice(city)
  assert.deepEqual(await counted(neighbour.dispatcher), [['approval', 0], ['supervision', 0]])
})

test('an inbox shows what is asked and demanded, whether it is late, and nothing of another office', async () => {
  const office = await openOffice(city)
  const { acceptor, dispatcher, handler, street } = office
  const leader = await street.staff('街道领导', 'leader')
  city.setClock('2026-03-02T09:00:00+08:00')
  const [asked, watched, plain] = [await toHandling(office), await toHandling(office), await toHandling(office)]
  await handler.call('event', 'take', { id: asked, take: { step: 'askExtension', amount: 1, reason: '等配件到货' } })
  await leader.call('event', 'take', { id: watched, take: { step: 'supervise', text: '三天内见效', days: 1 } })
  const ids = [asked, watched, plain]
  const told = async () => {
    const { rows } = await dispatcher.call('desk', 'open', { ids })
    return ids.map((id) => rows.find((row) => row.id === id))
  }
  const [first, second, third] = await told()
  assert.deepEqual([first!.request?.kind, first!.request?.amount, first!.request?.by, first!.request?.reason, first!.supervision], ['extension', 1, '经办人', '等配件到货', null])
  assert.deepEqual([second!.request, second!.supervision?.text, second!.supervision?.by, second!.supervision?.reply, second!.supervision?.isLate], [null, '三天内见效', '街道领导', null, false])
  assert.equal(third, undefined)
  city.setClock('2026-03-05T09:00:00+08:00')
  assert.equal((await told())[1]!.supervision?.isLate, true)
  await handler.call('event', 'take', { id: watched, take: { step: 'replySupervision', reply: '已清运，加派一人' } })
  await dispatcher.call('event', 'take', { id: asked, take: { step: 'refuse', reason: '配件有现货' } })
  const [decided, replied] = await told()
  assert.deepEqual([decided, replied!.supervision?.reply, replied!.supervision?.isLate], [undefined, '已清运，加派一人', false])
  await leader.call('event', 'take', { id: watched, take: { step: 'endSupervision', isSatisfied: true } })
  assert.equal((await told())[1], undefined)
  const neighbour = await openOffice(city)
  assert.deepEqual((await neighbour.dispatcher.call('desk', 'open', { ids })).rows, [])
  await assert.rejects(acceptor.call('desk', 'open', { ids: [] }), { code: 'input.invalid' })
  city.setClock(undefined)
})
