import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const searches: [string, string[]][] = [
  ['%', ['100%完成_测试\\路径']], ['_', ['100%完成_测试\\路径']], ['\\', ['100%完成_测试\\路径']], ['完成_', ['100%完成_测试\\路径']], ['完_', []], ['%成', []], ['\\\\', []], ['测试\\路', ['100%完成_测试\\路径']],
  ['abc', ['ABC路灯 不亮']], ['路灯 不亮', ['ABC路灯 不亮']], ['  路灯  ', ['ABC路灯 不亮']], ['路', ['ABC路灯 不亮', '100%完成_测试\\路径']], ["'", []], ['没有', []],
]
test('what is looked for is what was written: no character means another', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  for (const description of ['100%完成_测试\\路径', 'ABC路灯 不亮', '井盖']) await resident.call('event', 'reportMine', { description, matter: '06010', point: pointIn(street, 0), place: '别处' })
  for (const [text, titles] of searches) assert.deepEqual((await acceptor.call('event', 'list', { text })).rows.map(({ title }) => title), titles, text)
})

test('what colleagues elsewhere see does not hide what one may see oneself', async () => {
  const { street, resident, checker, handler, unit } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '河边垃圾', matter: '06010', point: pointIn(street, 0) })
  await city.owner.query(`update event set unit = $1, unit_name = '环卫所' where id = $2`, [unit.id, id])
  const columns = (await city.owner.query<{ name: string }>(`select attname as name from pg_attribute where attrelid = 'event'::regclass and attnum > 0 and attgenerated = '' and attname <> all ('{id,number,area,unit,unit_name,reported_at}') and not attisdropped`)).rows.map(({ name }) => name).join(', ')
  await city.owner.query(`insert into event (id, number, area, reported_at, ${columns}) select gen_random_uuid(), 'n' || n, $1, reported_at + make_interval(secs => n), ${columns} from event, generate_series(1, 2100) as n where id = $2`, [street.communities[1]!.grids[0], id])
  for (const person of [checker, handler]) assert.deepEqual((await person.call('event', 'list', { text: '垃圾' })).rows.map((row) => row.id), [id], person.name)
})

test('words are found however long ago they were written, the newest first, each once, page by page', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const written: string[] = []
  await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
  for (const day of ['2023-01-31', '2025-01-15', '2025-07-30', '2025-11-02', '2026-01-28', '2026-02-01', '2026-03-02']) {
    const { id } = await resident.call('event', 'reportMine', { description: '河边垃圾', matter: '06010', point: pointIn(street, 0) })
    await city.owner.query('update event set reported_at = $1 where id = $2', [`${day}T09:00:00+08:00`, id])
    written.unshift(id)
  }
  for (const limit of [1, 2, 3, 20]) {
    const seen: string[] = []
    for (let mark: string | undefined; ;) {
      const { rows, next } = await acceptor.call('event', 'list', { text: '垃圾', limit, ...(mark && { after: mark }) })
      seen.push(...rows.map(({ id }) => id))
      if (!next) break
      mark = next
    }
    assert.deepEqual(seen, written, `${limit} a page`)
  }
  assert.equal((await acceptor.call('event', 'count', { text: '垃圾' })).total, 7)
  assert.deepEqual((await acceptor.call('event', 'list', { text: '垃圾', order: 'due' })).rows.map(({ id }) => id).toSorted(), written.toSorted())
})

test('what comes in while one turns the pages neither repeats a row nor hides one', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const report = async () => (await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })).id
  const there: string[] = []
  // All but the first in one moment: then the number decides.
  for (const second of ['00', '01', '01', '01', '01']) {
    city.setClock(`2026-03-02T09:00:${second}+08:00`)
    there.unshift(await report())
  }
  const seen: string[] = []
  for (let mark: string | undefined, page = 0; page < 3; page += 1) {
    const { rows, next } = await acceptor.call('event', 'list', { limit: 2, ...(mark && { after: mark }) })
    seen.push(...rows.map(({ id }) => id))
    mark = next ?? undefined
    city.setClock(`2026-03-02T10:00:0${page}+08:00`)
    await report()
  }
  assert.deepEqual(seen, there)
  city.setClock(undefined)
})

test('every event is overdue or not, and in the order by due date what has no limit comes last', async () => {
  const { street, resident, acceptor, shiftLeader } = await openOffice(city)
  city.setClock('2026-03-02T09:00:00+08:00')
  const report = async () => (await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })).id
  const [late, asked, cancelled] = [await report(), await report(), await report()]
  await acceptor.call('event', 'take', { id: asked, take: { step: 'askInfo', question: '在几楼？' } })
  await shiftLeader.call('event', 'take', { id: cancelled, take: { step: 'cancel', reason: '不属实' } })
  city.setClock('2026-04-02T09:00:00+08:00')
  const ids = async (filter: object) => (await acceptor.call('event', 'list', filter)).rows.map(({ id }) => id).toSorted()
  assert.deepEqual(await ids({ isOverdue: true }), [late])
  assert.deepEqual(await ids({ isOverdue: false }), [asked, cancelled].toSorted())
  const due: string[] = []
  for (let page = await acceptor.call('event', 'list', { order: 'due', limit: 1 }); ; page = await acceptor.call('event', 'list', { order: 'due', limit: 1, after: page.next! })) {
    due.push(page.rows[0]!.id)
    if (!page.next) break
  }
  assert.deepEqual([due, (await acceptor.call('event', 'count', {})).total], [[late, asked, cancelled], 3])
  city.setClock(undefined)
})

test('a unit finds what it assists in as well, and only the words of what it handles or assists in', async () => {
  const office = await openOffice(city)
  const { street, resident, dispatcher, handler } = office
  const second = await street.unit('园林所')
  const assistant = await street.handler('协办人', second)
  const id = await toHandling(office, { description: '行道树倒伏压住垃圾箱' })
  await resident.call('event', 'reportMine', { description: '行道树要修剪', matter: '06010', point: pointIn(street, 0) })
  await dispatcher.call('event', 'take', { id, take: { step: 'assist', unit: second.id, days: 2 } })
  const found = async (person: Person, filter: object) => (await person.call('event', 'list', { text: '行道树', ...filter })).rows.map((row) => row.id)
  assert.deepEqual([await found(assistant, { flags: ['assisted'] }), await found(assistant, { isMine: true }), await found(handler, {})], [[id], [id], [id]])
})

test('an event is found by the beginning and by the end of its number, and what the search shows is what the policies show', async () => {
  const { street, resident, acceptor, checker, handler } = await openOffice(city)
  const { id } = await resident.call('event', 'reportMine', { description: '路牌歪了', matter: '06010', point: pointIn(street, 0) })
  const { number } = await acceptor.call('event', 'get', { id })
  for (const text of [number, number.slice(0, 14), number.slice(-6)]) assert.deepEqual((await acceptor.call('event', 'list', { text })).rows.map((row) => row.id), [id], text)
  for (const scope of [{ role: 'staff', areas: [street.area] }, { role: 'staff', areas: [street.communities[0]!.area, street.communities[2]!.area] }, { role: 'staff', areas: [] }, { role: 'unit', unit: await unitOf(handler) }] as const) {
    const seen = (table: 'event' | 'event_text') => city.server.around.database.transact(scope, 'read', async (db) => (await db.selectFrom(table).select('id').orderBy('id').execute()).map((row) => row.id))
    assert.deepEqual(await seen('event_text'), await seen('event'), JSON.stringify(scope))
  }
  assert.deepEqual((await checker.call('event', 'list', { text: '路牌' })).rows.map((row) => row.id), [id])
})

const unitOf = async ({ id }: Person) => (await city.owner.query<{ unit: string }>('select unit from account where id = $1', [id])).rows[0]!.unit

test('choosing a class of matters means all below it, in the list as on the map and in bulk', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const point = pointIn(street, 0)
  for (const matter of ['06010', '06036', '09001']) await resident.call('event', 'reportMine', { description: '有人反映', matter, point })
  for (const [matter, count] of [['06', 2], ['06010', 1], ['09', 1], ['07', 0], ['nothing', 0]] as const) {
    const { rows } = await acceptor.call('event', 'list', { matter })
    const { total } = await acceptor.call('event', 'count', { matter })
    assert.deepEqual([rows.length, total], [count, count], matter)
    assert.equal((await acceptor.call('desk', 'foresee', { filters: { matter }, step: 'accept' })).rows.length, count, matter)
    assert.equal((await acceptor.call('desk', 'clusters', { filters: { matter }, box: { west: point.lng - 0.01, south: point.lat - 0.01, east: point.lng + 0.01, north: point.lat + 0.01 }, zoom: 12 })).total, count, matter)
  }
})

test('what staff found and was checked waits for who closes it, what a resident reported for who asks them', async () => {
  const office = await openOffice(city)
  const { street, unit, acceptor, shiftLeader, dispatcher, handler, checker } = office
  const asked = await toHandling(office, { until: 'checked' })
  const { id: found } = await checker.call('event', 'report', { description: '巡查发现垃圾', matter: '06010', point: pointIn(street, 0) })
  const other = await street.staff('另一网格员', 'gridWorker', street.communities[0]!.area)
  for (const [who, take] of [[acceptor, { step: 'accept' }], [shiftLeader, { step: 'file' }], [dispatcher, { step: 'dispatch', unit: unit.id }], [handler, { step: 'sign' }], [handler, { step: 'feedback', publicReply: '已清运' }], [other, { step: 'check' }]] as const) await who.call('event', 'take', { id: found, take })
  const waits = async (who: typeof acceptor) => [(await who.call('event', 'list', { isMine: true })).rows.map(({ id }) => id), (await who.call('desk', 'today', {})).groups.flatMap(({ rows }) => rows.map(({ id }) => id))]
  assert.deepEqual([await waits(shiftLeader), await waits(acceptor)], [[[found], [found]], [[asked], [asked]]])
  await shiftLeader.call('event', 'take', { id: found, take: { step: 'close' } })
  assert.deepEqual(await waits(shiftLeader), [[], []])
})
