import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { pointIn } from '../../../test/office.ts'
import { test as asks } from './people.fixture.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const columns = [['event.number', '编号'], ['event.matter', '类别'], ['event.status', '状态'], ['event.reporter', '反映人'], ['event.reporterPhone', '电话'], ['place.community', '社区']].map(([field, label]) => ({ field: field!, label: label! }))

test('events stand in a ledger as they stand now, each where it happened; who asked not to be named is not named', async () => {
  const street = await city.subdistrict()
  const worker = await street.staff('社工', 'socialWorker', street.communities[0]!.area)
  const elsewhere = await street.staff('社工', 'socialWorker', street.communities[1]!.area)
  const resident = await street.resident('王示一')
  const report = (description: string, privacy: 'open' | 'confidential' = 'open') => resident.call('event', 'reportMine', { description, matter: 'A02', point: pointIn(street, 0), privacy })
  const [open, hidden] = [await report('楼上邻居夜里吵闹'), await report('邻居堆放杂物起了争执', 'confidential')]
  const rowsOf = async (by = worker, ...conditions: ReturnType<typeof asks>[]) => (await by.call('ledger', 'rows', { draft: { base: 'event', conditions, columns } })).rows
  const [first, second] = await rowsOf()
  assert.deepEqual([first!.id, first!.kind, first!.cells.slice(1, 3)], [open.id, 'event', ['邻里纠纷', '待受理']])
  assert.match(first!.cells.slice(3, 5).join(), /^王示一,1\d\d\*{4}\d{4}$/)
  assert.deepEqual([second!.id, second!.cells.slice(3, 5)], [hidden.id, [null, null]])
  assert.deepEqual((await rowsOf(worker, asks('event.matter', 'has', '物业'))), [])
  assert.equal((await rowsOf(worker, asks('event.status', 'in', ['reported']), asks('event.reportedOn', 'within', 'today'), asks('event.closedOn', 'known', null, true))).length, 2)
  assert.deepEqual(await rowsOf(elsewhere), [])
  // Shipped ones are to be had at once; nobody types for them.
  const shipped = (await worker.call('ledger', 'list', { base: 'event' })).rows
  assert.deepEqual(shipped.map(({ name, typedColumns }) => [name, typedColumns]).toSorted(), [['民情诉求台账', 0], ['矛盾纠纷排查台账', 0], ['超期还没有办结的事件', 0]])
  for (const { id } of shipped) await worker.call('ledger', 'rows', { id })
  assert.equal((await worker.call('ledger', 'count', { id: shipped.find(({ name }) => name === '矛盾纠纷排查台账')!.id })).total, 2)
  // No home is coloured by events, and whoever may not see events has no ledger of them.
  await assert.rejects(worker.call('ledger', 'homes', { id: shipped[0]!.id, building: street.communities[0]!.area }), { code: 'input.invalid' })
})
