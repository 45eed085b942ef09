import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { openCity, type City } from '../../../test/city.ts'
import { runQueued } from '../../../test/queued.ts'
import { modules } from '../../app.ts'
import { tools } from '../../kernel/jobs.ts'
import { openPeople } from './people.fixture.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const columns = [['name', '姓名'], ['certificateNumber', '证件'], ['phone', '电话'], ['workplace', '单位'], ['place.address', '地址']].map(([field, label]) => ({ field: field!, label: label! }))
const given = { kind: 'ledger' as const, name: '人口台账', base: 'person' as const, conditions: [], columns, title: '人口登记表', signature: '填表人：　　审核人：', isMonthly: true }

async function openLedger() {
  const world = await openPeople(city)
  const area = world.street.communities[0]!.area
  const { id } = await world.worker.call('ledger', 'save', { ...given, area })
  return { ...world, area, id }
}

test('a month is frozen as it stands, once, with its signature line, and does not change with the base', async () => {
  city.setClock('2026-03-31T09:00:00+08:00')
  const { worker, people, id, elsewhere, area, street } = await openLedger()
  const asked = await worker.call('ledger', 'freeze', { id, month: '2026-03-31' })
  assert.deepEqual([asked.month, asked.isFrozen], ['2026-03-01', false])
  await runQueued(city, 'ledger')
  await worker.call('person', 'change', { id: people.zhang, revision: 1, values: { workplace: '别的厂' } })
  const { month, rows } = await worker.call('ledger', 'monthLines', { id: asked.id })
  assert.deepEqual([month.isFrozen, month.lines, month.signature, month.by, month.title], [true, 3, given.signature, '社工', '人口登记表'])
  assert.deepEqual(rows.map(({ cells }) => [cells[0], cells[3]]), [['张示三', '示例厂'], ['王示一', null], ['李例二', null]])
  assert.match(String(rows[1]!.cells[1]), /^\d+\*+\d+$/)
  await assert.rejects(worker.call('ledger', 'freeze', { id, month: '2026-03-01' }), { code: 'conflict.exists' })
  for (const wrong of ['2026-02-01', '2026-04-01']) await assert.rejects(worker.call('ledger', 'freeze', { id, month: wrong }), { code: 'input.invalid' })
  await assert.rejects(elsewhere.worker.call('ledger', 'monthLines', { id: asked.id }), { code: 'not-found' })
  assert.deepEqual((await elsewhere.worker.call('ledger', 'months', {})).rows, [])
  await assert.rejects((await street.staff('网格员', 'gridWorker', area)).call('ledger', 'freeze', { id, month: '2026-03-01' }), { code: 'may.not' })
  const { rows: told } = await city.owner.query(`select name, actor_name from journal where subject = $1 and name not like '%.looked' order by at, id`, [asked.id])
  assert.deepEqual(told, [{ name: 'ledger.freeze-asked', actor_name: '社工' }, { name: 'ledger.frozen', actor_name: '系统' }])
  const { rows: [kept] } = await city.owner.query<{ text: string }>(`select string_agg(ledger_line::text, '') as text from ledger_line`)
  assert.doesNotMatch(kept!.text, new RegExp(`${makeIdentityNumber('339901', '1940-03-01', 12)}|13900000001`))
  city.setClock(undefined)
})

test('two months are compared line by line and cell by cell, also where a masked number looks the same', async () => {
  city.setClock('2026-03-31T09:00:00+08:00')
  const { worker, people, id, units } = await openLedger()
  const march = await worker.call('ledger', 'freeze', { id, month: '2026-03-01' })
  await runQueued(city, 'ledger')
  city.setClock('2026-04-30T09:00:00+08:00')
  await worker.call('person', 'change', { id: people.wang, revision: 1, values: { phone: '13911110001' } })
  const { residencies } = await worker.call('person', 'get', { id: people.zhang })
  await worker.call('person', 'moveIn', { id: people.zhang, at: { housing: units[1]! }, role: '01', leavesOthers: true })
  assert.equal(residencies.length, 1)
  await worker.call('person', 'enter', { values: { name: '赵例四' }, at: { housing: units[0]! }, role: '01' })
  const { residencies: homes } = await worker.call('person', 'get', { id: people.li })
  for (const home of homes.filter(({ until }) => until === null)) await worker.call('person', 'moveOut', { id: people.li, residency: home.id, on: '2026-04-20', reason: '02' })
  const april = await worker.call('ledger', 'freeze', { id, month: '2026-04-01' })
  await runQueued(city, 'ledger')
  const { counts, rows } = await worker.call('ledger', 'compareMonths', { before: march.id, now: april.id })
  assert.deepEqual(counts, { added: 1, gone: 1, changed: 2 })
  for (const kind of ['added', 'gone', 'changed'] as const) {
    const some = await worker.call('ledger', 'compareMonths', { before: march.id, now: april.id, kind })
    assert.deepEqual([some.rows.map((row) => row.kind), some.counts, some.lines], [Array.from({ length: counts![kind] }, () => kind), counts, { before: 3, now: 3 }])
  }
  const told = (name: string) => rows.find(({ cells }) => cells[0] === name)!
  assert.deepEqual([told('赵例四').kind, told('李例二').kind], ['added', 'gone'])
  assert.deepEqual(told('王示一').changes, [{ label: '电话', before: '139****0001', now: '139****0001' }])
  assert.deepEqual(told('张示三').changes, [{ label: '地址', before: '文澜苑3幢1单元201室', now: '文澜苑3幢1单元501室' }])
  const first = await worker.call('ledger', 'compareMonths', { before: march.id, now: april.id, limit: 3 })
  const second = await worker.call('ledger', 'compareMonths', { before: march.id, now: april.id, limit: 3, after: first.next! })
  assert.deepEqual([first.rows.length + second.rows.length, second.next, second.counts], [4, null, null])
  assert.deepEqual((await worker.call('ledger', 'months', { ledger: id })).rows.map(({ month, lines }) => [month, lines]), [['2026-04-01', 3], ['2026-03-01', 3]])
  const other = await worker.call('ledger', 'freeze', { id: (await worker.call('ledger', 'list', {})).rows.find(({ isShipped }) => isShipped)!.id, month: '2026-04-01' })
  await assert.rejects(worker.call('ledger', 'compareMonths', { before: march.id, now: other.id }), { code: 'input.invalid' })
  city.setClock(undefined)
})

test('on the first of the month what is kept to be frozen is frozen by itself, once; one’s own lists are not', async () => {
  city.setClock('2026-06-01T00:40:00+08:00')
  const { worker, id } = await openLedger()
  const own = await worker.call('ledger', 'save', given)
  await assert.rejects(worker.call('ledger', 'freeze', { id: own.id, month: '2026-06-01' }), { code: 'input.invalid' })
  const { jobs } = modules.find(({ name }) => name === 'ledger')!
  const around = { outside: {} as never, log: undefined as never }
  for (let time = 1; time <= 2; time += 1) await jobs!['ledger.freeze-last-month']!.run(tools(city.server.around, around.outside, around.log), {} as never)
  await runQueued(city, 'ledger')
  assert.deepEqual((await worker.call('ledger', 'months', { ledger: id })).rows.map(({ month, isFrozen, by }) => [month, isFrozen, by]), [['2026-05-01', true, '系统']])
  city.setClock(undefined)
})
