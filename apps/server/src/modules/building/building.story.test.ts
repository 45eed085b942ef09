import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('a building is there before anything is written of it; its facts are written, corrected, put back, and each change is remembered', async () => {
  const { worker, building, elsewhere, street } = await openBlock(city)
  const fresh = await worker.call('building', 'get', { id: building })
  assert.deepEqual([fresh.name, fresh.revision, fresh.values.builtIn, fresh.checkedAt, fresh.mayEdit], ['文澜苑3幢', 0, null, null, true])
  assert.deepEqual((await worker.call('building', 'history', { id: building })).rows, [])
  const first = await worker.call('building', 'change', { id: building, revision: 0, values: { builtIn: 1998, lifts: 0, hazard: ['02'] } })
  assert.deepEqual([first.revision, first.values.builtIn, first.values.lifts], [1, 1998, 0])
  await assert.rejects(worker.call('building', 'change', { id: building, revision: 0, values: { lifts: 1 } }), { code: 'base.changed' })
  await assert.rejects(worker.call('building', 'change', { id: building, revision: 1, values: { lifts: '很多' } }), { code: 'input.invalid' })
  const second = await worker.call('building', 'change', { id: building, revision: 1, values: { lifts: 2 } })
  assert.deepEqual([second.revision, second.values.lifts, second.values.builtIn], [2, 2, 1998])
  assert.deepEqual((await worker.call('building', 'history', { id: building })).rows.map(({ no, fields }) => [no, fields.map((field) => [field.label, field.before])]), [[2, [['电梯（部）', 0]]], [1, [['建成年份', null], ['电梯（部）', null], ['安全隐患类型', null]]]])
  assert.equal((await worker.call('building', 'restore', { id: building, no: 2, fields: ['lifts'] })).values.lifts, 0)
  assert.equal((await worker.call('building', 'change', { id: building, revision: 3, values: {} })).revision, 3)
  for (const by of [elsewhere.worker]) {
    await assert.rejects(by.call('building', 'get', { id: building }), { code: 'not-found' })
    await assert.rejects(by.call('building', 'change', { id: building, revision: 3, values: {} }), { code: 'not-found' })
  }
  await assert.rejects(worker.call('building', 'get', { id: street.communities[0]!.area }), { code: 'not-found' })
  const { rows } = await city.owner.query(`select name, details from journal where subject = $1 and name like 'building.%' order by at, id`, [building])
  assert.deepEqual(rows.map(({ name, details }) => [name, details.fields]), [['building.changed', ['builtIn', 'lifts', 'hazard']], ['building.changed', ['lifts']], ['building.changed', ['lifts']], ['building.confirmed', []]])
})

test('who and what is in it is counted from what is registered', async () => {
  city.setClock('2026-11-26T09:00:00+08:00')
  const { worker, building, units: [ground, first, second] } = await openBlock(city)
  const enter = (values: object, housing: string) => worker.call('person', 'enter', { values: values as never, at: { housing }, role: '01' })
  const { residencies: [lone] } = await enter({ name: '王示一', birth: '1940-01-01', sex: '2', populationKind: '01', groups: ['01'] }, ground!)
  await enter({ name: '李例二', birth: '1990-05-05', sex: '1', populationKind: '02' }, first!)
  await enter({ name: '赵样三', birth: '2015-05-05', sex: '1', populationKind: '02' }, first!)
  await enter({ name: '钱本四', birth: '1966-11-26', sex: '1' }, second!)
  const { id: unit, revision } = await worker.call('housing', 'get', { id: first! })
  await worker.call('housing', 'change', { id: unit, revision, values: { state: '02' } })
  await worker.call('household', 'form', { at: { housing: ground! }, members: [lone!.id], head: null })
  await worker.call('enterprise', 'enter', { values: { name: '示例裁缝铺' }, at: { area: building } })
  await worker.call('thing', 'enter', { values: { name: '电梯', kind: '01076' }, at: { area: building } })
  assert.deepEqual((await worker.call('building', 'get', { id: building })).counts, {
    entrances: 2, floors: 5, units: 3, lived: 3, rented: 1, empty: 0, households: 1, people: 4, registered: 1, floating: 2, overseas: 0, old: 2, veryOld: 1, children: 1, livingAlone: 2, inCare: 1, enterprises: 1, things: 1,
  })
  const chart = (await worker.call('housing', 'chart', { building })).rows
  assert.deepEqual(chart.map(({ people, eldest, groups }) => [people, eldest, groups]), [[1, 86, ['01']], [2, 36, []], [1, 60, []]])
  // Once more in the same building: still one person.
  const { id: person } = await enter({ name: '孙例五' }, first!)
  await worker.call('person', 'moveIn', { id: person, at: { housing: second! }, role: '01' })
  assert.equal((await worker.call('building', 'get', { id: building })).counts.people, 5)
  city.setClock(undefined)
})
