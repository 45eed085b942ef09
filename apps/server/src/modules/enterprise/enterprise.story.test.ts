import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '@linli/client'
import { makeIdentityNumber, maskIdentityNumber } from '@linli/standards'
import { codeOf, openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const shop = codeOf('92339901MA0000001')
const boss = makeIdentityNumber('339901', '1980-05-01', 11)

test('a shop is entered at its door: the code tells what it is, the numbers of its people are masked, and it is on the list of its building', async () => {
  const { worker, units, building } = await openBlock(city)
  const entered = await worker.call('enterprise', 'enter', {
    values: { name: '示例小吃店', creditCode: ` ${shop.toLowerCase()}`, industry: '餐饮', legalPerson: '王示一', certificateNumber: boss, legalPersonPhone: '139 0000 0005', placeKinds: '餐饮场所', smallPlace: '小餐饮场所', staff: '3人' }, at: { housing: units[0]! },
  })
  assert.deepEqual([entered.sort, entered.creditCode, entered.industry, entered.address, entered.phone, entered.placeKinds], ['02', shop, '03', '文澜苑3幢1单元201室', '139****0005', ['02']])
  assert.deepEqual([entered.values.certificateNumber, entered.values.legalPersonPhone, entered.values.staff, entered.values.smallPlace], [maskIdentityNumber(boss), '139****0005', 3, '04'])
  assert.deepEqual((await worker.call('enterprise', 'list', { area: building, placeKind: '02' })).rows.map(({ name }) => name), ['示例小吃店'])
  assert.deepEqual((await worker.call('enterprise', 'list', { area: building, sort: '01' })).rows, [])
})

test('nothing sensitive of its people lies in the database in clear, nor in the journal', async () => {
  const { worker, units } = await openBlock(city)
  const { id } = await worker.call('enterprise', 'enter', { values: { name: '示例店', legalPerson: '王示一', certificateNumber: boss, phone: '13900000061' }, at: { housing: units[0]! } })
  await worker.call('enterprise', 'change', { id, revision: 1, values: { phone: '13900000062' } })
  for (const table of ['enterprise', 'revision', 'claim', 'journal']) {
    const { rows } = await city.owner.query<{ text: string }>(`select ${table}::text as text from ${table}`)
    for (const { text } of rows) assert.doesNotMatch(text, new RegExp(`${boss}|13900000061|13900000062`), table)
  }
})

test('none twice: the same code is led to who is there; in another community only to the community', async () => {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const values = { name: '示例小吃店', creditCode: shop }
  const { id } = await worker.call('enterprise', 'enter', { values, at: { housing: units[0]! } })
  const other = await worker.call('enterprise', 'enter', { values: { name: '另一家店' }, at: { housing: units[1]! } })
  await assert.rejects(worker.call('enterprise', 'enter', { values, at: { housing: units[1]! } }), ({ code, problem }: Refusal) => (assert.deepEqual([code, problem.details!.enterprise], ['base.enterprise-exists', id]), true))
  await assert.rejects(worker.call('enterprise', 'change', { id: other.id, revision: 1, values: { creditCode: shop } }), { code: 'base.enterprise-exists' })
  await assert.rejects(elsewhere.worker.call('enterprise', 'enter', { values, at: { area: street.communities[1]!.area } }), ({ code, problem }: Refusal) => {
    assert.equal(code, 'base.enterprise-exists')
    assert.match(problem.detail!, /东苑社区/)
    assert.doesNotMatch(problem.detail!, /小吃店|文澜苑/)
    return true
  })
  await assert.rejects(worker.call('enterprise', 'enter', { values: { name: '示例店', creditCode: `${shop.slice(0, 17)}${shop.endsWith('A') ? 'B' : 'A'}` }, at: { housing: units[0]! } }), ({ problem }: Refusal) => (assert.match(problem.fields![0]!.message, /校验码/), true))
})

test('what was changed is told with what stood before, and put back; who changes what somebody else just changed is told so', async () => {
  const { worker, units, elsewhere } = await openBlock(city)
  const { id } = await worker.call('enterprise', 'enter', { values: { name: '示例店', managerPhone: '13900000001', attention: '低' }, at: { housing: units[0]! } })
  await worker.call('enterprise', 'change', { id, revision: 1, values: { managerPhone: '13900000002', attention: '高' } })
  await assert.rejects(worker.call('enterprise', 'change', { id, revision: 1, values: { attention: '中' } }), { code: 'base.changed' })
  const { rows } = await worker.call('enterprise', 'history', { id })
  assert.deepEqual(rows[0]!.fields.map((field) => [field.label, field.before]), [['负责人电话', '139****0001'], ['关注程度', '03']])
  const restored = await worker.call('enterprise', 'restore', { id, no: 2, fields: ['managerPhone'] })
  assert.deepEqual([restored.values.managerPhone, restored.values.attention, restored.revision], ['139****0001', '01', 3])
  for (const endpoint of ['get', 'history'] as const) await assert.rejects(elsewhere.worker.call('enterprise', endpoint, { id }), { code: 'not-found' })
  await assert.rejects(elsewhere.worker.call('enterprise', 'change', { id, revision: 3, values: { name: '改名' } }), { code: 'not-found' })
})

test('the whole number is shown for a purpose, and that it was is in the journal', async () => {
  const { worker, units, elsewhere } = await openBlock(city)
  const { id } = await worker.call('enterprise', 'enter', { values: { name: '示例店', safetyOfficer: '李例二', safetyOfficerPhone: '13900000003' }, at: { housing: units[0]! } })
  assert.deepEqual(await worker.call('enterprise', 'reveal', { id, field: 'safetyOfficerPhone', purpose: '消防检查' }), { value: '13900000003' })
  await assert.rejects(elsewhere.worker.call('enterprise', 'reveal', { id, field: 'safetyOfficerPhone', purpose: '消防检查' }), { code: 'not-found' })
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'enterprise.revealed' and subject = $1`, [id])
  assert.deepEqual(rows, [{ actor_name: '社工', details: { field: 'safetyOfficerPhone', purpose: '消防检查' } }])
})

test('somebody above several sub-districts finds enterprises and things in each of them, a community only its own', async () => {
  const blocks = [await openBlock(city), await openBlock(city)]
  const [shops, lamps]: [string[], string[]] = [[], []]
  for (const { worker, units, building } of blocks) {
    shops.push((await worker.call('enterprise', 'enter', { values: { name: '枕河示例茶馆', managerPhone: '13900000066' }, at: { housing: units[0]! } })).id)
    lamps.push((await worker.call('thing', 'enter', { values: { name: '枕河示例路灯', kind: '01037' }, at: { area: building } })).id)
  }
  const county = await blocks[0]!.street.staff('区级社工', 'socialWorker', '/33/99/01/')
  for (const text of ['枕河示例', '示例茶馆', '13900000066', 'zhslcg', 'zhenheshili']) {
    const found = async (by: typeof county) => (await by.call('find', 'all', { text, limit: 50 })).enterprises.map(({ id }) => id).toSorted()
    assert.deepEqual([await found(county), await found(blocks[1]!.worker)], [shops.toSorted(), [shops[1]]], text)
  }
  const things = async (by: typeof county) => (await by.call('find', 'all', { text: '枕河示例' })).things.map(({ id }) => id).toSorted()
  assert.deepEqual([await things(county), await things(blocks[1]!.worker)], [lamps.toSorted(), [lamps[1]]])
})

test('it is found by a part of its name, pinyin, its code or any of its phones, by those of its area alone; when it moves its history goes along', async () => {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const { id } = await worker.call('enterprise', 'enter', { values: { name: '云禾小吃店', creditCode: shop, managerPhone: '13900000088' }, at: { housing: units[0]! } })
  const found = async (text: string, by = worker) => (await by.call('find', 'all', { text })).enterprises.map((one) => one.id)
  for (const text of ['小吃', '云禾小吃店', 'yhxcd', 'yunhe', shop, '139-0000-0088']) assert.deepEqual(await found(text), [id], text)
  for (const text of ['小吃', shop, '13900000088']) assert.deepEqual(await found(text, elsewhere.worker), [], text)
  await worker.call('enterprise', 'change', { id, revision: 1, values: { name: '云禾大吃店' } })
  await assert.rejects(worker.call('enterprise', 'move', { id, revision: 2, at: { area: street.communities[1]!.area } }), { code: 'not-found' })
  const whole = await street.staff('街道社工', 'socialWorker')
  const moved = await whole.call('enterprise', 'move', { id, revision: 2, at: { area: street.communities[1]!.area } })
  // Who still sees it where it was does not move it once more.
  await assert.rejects(whole.call('enterprise', 'move', { id, revision: 2, at: { housing: units[1]! } }), { code: 'base.changed' })
  assert.deepEqual([moved.address, moved.housing, moved.areaName], [null, null, '西苑社区'])
  await assert.rejects(worker.call('enterprise', 'get', { id }), { code: 'not-found' })
  const { rows } = await elsewhere.worker.call('enterprise', 'history', { id })
  assert.deepEqual(rows.map(({ no }) => no), [3, 2, 1])
  assert.deepEqual(rows[0]!.fields, [{ name: 'address', label: '地址', before: '文澜苑3幢1单元201室' }])
})
