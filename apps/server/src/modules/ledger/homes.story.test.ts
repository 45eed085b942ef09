import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('a chart is coloured by who of a list lives where', async () => {
  const { worker, building, units, elsewhere } = await openBlock(city)
  await worker.call('person', 'enter', { values: { name: '王示一', birth: '1940-01-01' }, at: { housing: units[0]! }, role: '01' })
  await worker.call('person', 'enter', { values: { name: '李例二', birth: '1990-01-01' }, at: { housing: units[1]! }, role: '01' })
  const columns = [{ field: 'name', label: '姓名' }]
  const { id } = await worker.call('ledger', 'save', { kind: 'list', name: '八十岁以上', base: 'person', conditions: [{ any: [{ field: 'person.age', by: 'from', value: 80 }] }], columns })
  assert.deepEqual((await worker.call('ledger', 'homes', { id, building })).rows, [{ housing: units[0], lines: 1 }])
  const { id: homes } = await worker.call('ledger', 'save', { kind: 'list', name: '住宅', base: 'housing', conditions: [{ any: [{ field: 'housing.use', by: 'in', value: ['01'] }] }], columns: [{ field: 'housing.use', label: '用途' }] })
  assert.equal((await worker.call('ledger', 'homes', { id: homes, building })).rows.length, 3)
  const { id: gone } = await worker.call('ledger', 'save', { kind: 'list', name: '迁出的人', base: 'former', conditions: [], columns })
  await assert.rejects(worker.call('ledger', 'homes', { id: gone, building }), { code: 'input.invalid' })
  await assert.rejects(elsewhere.worker.call('ledger', 'homes', { id, building }), { code: 'not-found' })
})
