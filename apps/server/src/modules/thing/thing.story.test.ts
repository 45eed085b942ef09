import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('a lift is entered at its building and a lamp where it stands on the map, each with its owner; they are listed by group, kind and owner', async () => {
  const { worker, building, street } = await openBlock(city)
  const power = await street.unit('电力公司', 'outside')
  const lift = await worker.call('thing', 'enter', { values: { name: '3幢电梯', kind: '公用电梯', code: '3399010101076001', state: '完好', keeperPhone: '0571-88881234' }, at: { area: building } })
  const point = pointIn(street, 0)
  const lamp = await worker.call('thing', 'enter', { values: { name: '门前路灯', kind: '01037' }, point, owner: power.id })
  assert.deepEqual([lift.kind, lift.state, lift.areaName, lift.values.keeperPhone, lift.point], ['01076', '01', '东苑社区 第1网格 文澜苑3幢', '0571-******34', null])
  assert.deepEqual([lamp.owner, lamp.point, lamp.area.startsWith(street.communities[0]!.area)], [{ id: power.id, name: '电力公司' }, point, true])
  const names = async (filter: object) => (await worker.call('thing', 'list', filter)).rows.map(({ name }) => name).toSorted()
  assert.deepEqual([await names({ kind: '01' }), await names({ kind: '01037' }), await names({ owner: power.id }), await names({ kind: '03' })], [['3幢电梯', '门前路灯'], ['门前路灯'], ['门前路灯'], []])
  for (const [text, expected] of [['电梯', ['3幢电梯']], ['3399010101076001', ['3幢电梯']], ['门前', ['门前路灯']], ['没有', []]] as const) assert.deepEqual(await names({ text }), expected, text)
  assert.deepEqual(await names({ text: '电梯', kind: '03' }), [])
  for (const text of ['电梯', '3399010101076001']) assert.deepEqual((await worker.call('find', 'all', { text })).things.map(({ id }) => id), [lift.id], text)
})

test('nothing of it is told next door, nor may anything be put there', async () => {
  const { worker, elsewhere, building } = await openBlock(city)
  const { id } = await worker.call('thing', 'enter', { values: { name: '门前路灯', kind: '01037' }, at: { area: building } })
  await assert.rejects(elsewhere.worker.call('thing', 'get', { id }), { code: 'not-found' })
  await assert.rejects(elsewhere.worker.call('thing', 'enter', { values: { name: '路灯', kind: '01037' }, at: { area: building } }), { code: 'not-found' })
  assert.deepEqual((await elsewhere.worker.call('find', 'all', { text: '路灯' })).things, [])
  await assert.rejects(worker.call('thing', 'enter', { values: { name: '路灯', kind: '路边的灯' }, at: { area: building } }), { code: 'input.invalid' })
  await assert.rejects(worker.call('thing', 'enter', { values: { name: '路灯', kind: '01037' } }), { code: 'input.invalid' })
})

test('its state is changed and put back, it moves, its code is there once, and when it is gone its record stays as it was', async () => {
  const { worker, building, units, street } = await openBlock(city)
  const values = { name: '门前路灯', kind: '01037', code: 'L-1', state: '01', keeperPhone: '13900000021' }
  const { id } = await worker.call('thing', 'enter', { values, at: { area: building } })
  await assert.rejects(worker.call('thing', 'enter', { values, at: { area: building } }), { code: 'conflict.exists' })
  await worker.call('thing', 'change', { id, revision: 1, values: { state: '破损' } })
  await assert.rejects(worker.call('thing', 'change', { id, revision: 1, values: { state: '丢失' } }), { code: 'base.changed' })
  assert.deepEqual((await worker.call('thing', 'history', { id })).rows[0]!.fields.map((field) => [field.label, field.before]), [['部件状态', '01']])
  assert.equal((await worker.call('thing', 'restore', { id, no: 2, fields: ['state'] })).state, '01')
  assert.deepEqual(await worker.call('thing', 'reveal', { id, field: 'keeperPhone', purpose: '报修' }), { value: '13900000021' })
  assert.equal((await worker.call('thing', 'move', { id, revision: 3, at: { housing: units[0]! } })).address, '文澜苑3幢1单元201室')
  await assert.rejects(worker.call('thing', 'move', { id, revision: 3, at: { area: building } }), { code: 'base.changed' })
  assert.deepEqual((await worker.call('thing', 'history', { id })).rows[0]!.fields, [{ name: 'address', label: '位置', before: '东苑社区 第1网格 文澜苑3幢' }])
  const stranger = await (await city.subdistrict()).unit('外街道单位')
  await assert.rejects(worker.call('thing', 'move', { id, revision: 4, owner: stranger.id }), { code: 'unit.unknown' })
  assert.equal((await worker.call('thing', 'retire', { id, on: '2026-03-01' })).mayEdit, false)
  await assert.rejects(worker.call('thing', 'change', { id, revision: 3, values: {} }), { code: 'base.changed' })
  assert.deepEqual((await worker.call('thing', 'list', {})).rows, [])
  // A new one may have its code.
  await worker.call('thing', 'enter', { values, at: { area: building } })
  const { rows } = await city.owner.query(`select name from journal where subject = $1 and area like $2 order by at, id`, [id, `${street.area}%`])
  assert.deepEqual(rows.map(({ name }) => name), ['thing.entered', 'thing.changed', 'thing.changed', 'thing.revealed', 'thing.moved', 'thing.retired'])
})
