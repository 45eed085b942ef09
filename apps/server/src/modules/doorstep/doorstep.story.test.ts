import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '@linli/client'
import { makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const numberOf = (at: number, birth = '1950-03-01') => makeIdentityNumber('339901', birth, at)

/** Two who keep house in the first unit. */
async function home() {
  const block = await openBlock(city)
  const grid = await block.street.staff('网格员', 'gridWorker', block.street.communities[0]!.area)
  const at = { housing: block.units[0]! }
  const enter = (told: object) => grid.call('doorstep', 'enter', { at, role: '01', values: { name: '王示一' }, ...told })
  const one = await enter({ values: { name: '王示一', certificateNumber: numberOf(11), phone: '13900000001', guardianPhone: '13900000009' }, household: 'here' })
  const other = await enter({ values: { name: '李例二', sex: '2', birth: '1952-01-01' }, role: '02', household: 'here', relatives: [{ person: one.person, role: '10' }] })
  const rows = async () => (await grid.call('doorstep', 'residents', at)).rows
  return { ...block, grid, at, enter, one, other, rows }
}

test('somebody new at a door comes with household and relative, all in one; the number tells sex and birth, the values come from a visit', async () => {
  const { grid, one, other, rows, units } = await home()
  const [first, second] = await rows()
  assert.deepEqual([first!.name, first!.sex, first!.isHead, first!.values.phone, first!.values.certificateNumber, first!.values.guardianPhone], ['王示一', '1', true, '139****0001', `339***********${numberOf(11).slice(-4)}`, '139****0009'])
  assert.deepEqual([second!.name, second!.isHead, second!.household, 'birth' in second!.values], ['李例二', false, first!.household, false])
  const { rows: relations } = await grid.call('relation', 'list', { person: one.person })
  assert.deepEqual(relations.map(({ kind, person, relative, role }) => [kind, person?.id, relative?.id, role]), [['family', one.person, other.person, '10']])
  assert.equal((await grid.call('person', 'history', { id: one.person })).rows[0]!.source, 'visit')
  const household = await grid.call('household', 'get', { id: first!.household! })
  assert.deepEqual(household.members.map(({ name, isHead }) => [name, isHead]), [['王示一', true], ['李例二', false]])
  // Nothing of it stands where one part of it cannot be.
  await assert.rejects(grid.call('doorstep', 'enter', { at: { housing: units[1]! }, role: '03', values: { name: '赵例四' }, household: first!.household }), { code: 'input.invalid' })
  assert.deepEqual((await grid.call('doorstep', 'residents', { housing: units[1]! })).rows, [])
})

test('a building is fetched page by page, masked, as a look that is kept; the neighbour is told nothing of it', async () => {
  const { grid, building, elsewhere, units } = await home()
  const first = await grid.call('doorstep', 'residents', { building, limit: 1 })
  const second = await grid.call('doorstep', 'residents', { building, limit: 1, after: first.next! })
  assert.deepEqual([first.rows[0]!.name, second.rows[0]!.name, second.next, first.rows[0]!.housing], ['王示一', '李例二', null, units[0]])
  assert.doesNotMatch(JSON.stringify([first, second]), new RegExp(`${numberOf(11)}|13900000001|13900000009|1952-01-01`))
  for (const place of [{ building }, { housing: units[0]! }]) await assert.rejects(elsewhere.worker.call('doorstep', 'residents', place), { code: 'not-found' })
  const { rows } = await city.owner.query(`select details ->> 'building' as building from journal where actor = $1 and name = 'doorstep.residents.looked'`, [grid.id])
  assert.deepEqual(rows.map((row) => row.building), [building, building])
  await assert.rejects(grid.call('doorstep', 'residents', {} as never), { code: 'input.invalid' })
})

test('what others changed meanwhile in other fields does not stand in the way; of the same field both sides are told, and nothing is written', async () => {
  const { grid, worker, one } = await home()
  await worker.call('person', 'change', { id: one.person, revision: 1, values: { workplace: '示例厂' } })
  assert.equal((await grid.call('doorstep', 'change', { id: one.person, revision: 1, values: { phone: '13900000002' } })).revision, 3)
  await assert.rejects(grid.call('doorstep', 'change', { id: one.person, revision: 1, values: { workplace: '示例店', otherPhone: '13900000003' } }), ({ code, problem }: Refusal) => {
    const { changes, revision } = problem.details as { changes: { name: string, mine: string, present: string, by: string }[], revision: number }
    assert.deepEqual([code, revision, changes.map(({ name, mine, present, by }) => [name, mine, present, by])], ['base.changed', 3, [['workplace', '示例店', '示例厂', '社工']]])
    return true
  })
  assert.equal((await grid.call('person', 'get', { id: one.person })).values.otherPhone ?? null, null)
  assert.equal((await grid.call('doorstep', 'change', { id: one.person, revision: 1, values: { workplace: '示例厂' } })).revision, 3, 'the same was said')
  await grid.call('doorstep', 'change', { id: one.person, revision: 3, values: { workplace: null } })
  const seen = await grid.call('person', 'get', { id: one.person })
  assert.deepEqual([seen.values.workplace, seen.phone, seen.revision], [null, '139****0002', 4])
})

test('who might be the same is told, beside what is registered; what was told goes into that record, and nobody is there twice', async () => {
  const { grid, enter, one, units, building } = await home()
  const told = { values: { name: '王十一', phone: '13900000001', workplace: '示例店', sex: '1' }, at: { housing: units[2]! }, role: '03' }
  await assert.rejects(enter(told), ({ code, problem }: Refusal) => {
    assert.deepEqual([code, (problem.details!.people as { id: string }[]).map(({ id }) => id)], ['base.person-alike', [one.person]])
    return true
  })
  const side = await grid.call('doorstep', 'beside', { person: one.person, values: told.values })
  assert.deepEqual([side.name, side.revision, side.fields.map(({ name, mine, present, isDiffering }) => [name, mine, present, isDiffering])], ['王示一', 1, [['name', '王十一', '王示一', true], ['sex', '男性', '男性', false], ['phone', '139****0001', '139****0001', false], ['workplace', '示例店', null, false]]])
  assert.deepEqual(side.homes, [{ housing: units[0], address: '文澜苑3幢1单元201室' }])
  const { name: _, ...rest } = told.values
  const done = await enter({ ...told, values: rest, is: { person: one.person, revision: 1, leavesOthers: true } })
  assert.equal(done.person, one.person)
  assert.deepEqual((await grid.call('doorstep', 'residents', { building })).rows.map(({ name, housing, values }) => [name, housing, values.workplace ?? null]), [['李例二', units[0], null], ['王示一', units[2], '示例店']])
  await assert.rejects(enter({ ...told, values: rest, is: { person: one.person, revision: 1 } }), { code: 'base.changed' })
  const again = await enter({ ...told, values: { name: '王十一', phone: '13900000001' }, isSomebodyElse: [one.person] })
  assert.notEqual(again.person, one.person)
  // Of what was asked with, the journal keeps no number, and of what was written of somebody only the names of the fields.
  await grid.call('person', 'alike', { name: '王示一', certificateNumber: numberOf(11), phone: '139 0000 0001', at: { housing: units[2]! } })
  const { rows: looks } = await city.owner.query<{ name: string, details: { values?: string[], at?: object } }>(`select name, details from journal where actor = $1 and name in ('doorstep.beside.looked', 'person.alike.looked') order by at, id`, [grid.id])
  assert.deepEqual(looks.map(({ name, details }) => [name, details.values ?? details.at]), [['doorstep.beside.looked', ['name', 'phone', 'workplace', 'sex']], ['person.alike.looked', { housing: units[2] }]])
  assert.doesNotMatch(JSON.stringify(looks), new RegExp(`${numberOf(11)}|139 ?0000 ?0001|示例店`))
})

test('the same number is one person; whom another community keeps is only named by that community', async () => {
  const { enter, one, units, elsewhere, street } = await home()
  await assert.rejects(enter({ values: { name: '王示一', certificateNumber: numberOf(11) }, at: { housing: units[1]! } }), ({ code, problem }: Refusal) => code === 'base.person-exists' && problem.details!.person === one.person)
  await elsewhere.worker.call('person', 'enter', { values: { name: '张示三', certificateNumber: numberOf(21) }, at: { area: street.communities[1]!.area }, role: '01' })
  await assert.rejects(enter({ values: { name: '张示三', certificateNumber: numberOf(21) } }), { code: 'base.person-elsewhere' })
})

test('looked over at the door: the unit and who lives there count from then, never from later than now; who has gone is told', async () => {
  const { grid, one, other, units, at, rows } = await home()
  const [housing] = units
  await grid.call('person', 'moveOut', { id: other.person, residency: other.residency, on: '2026-03-01', reason: '02' })
  const now = Date.now() + 3600_000
  const told = (minutes: number) => new Date(now + minutes * 60_000).toISOString()
  city.setClock(told(0))
  const then = told(-20)
  const done = await grid.call('doorstep', 'confirm', { housing: housing!, people: [one.person, other.person], takenAt: then })
  assert.deepEqual([done.confirmed, done.left.map(({ person }) => person)], [1, [other.person]])
  assert.equal((await rows())[0]!.checkedAt, then)
  assert.equal((await grid.call('housing', 'get', { id: at.housing })).checkedAt, then)
  await grid.call('doorstep', 'confirm', { housing: housing!, people: [one.person], takenAt: told(-40) })
  assert.equal((await rows())[0]!.checkedAt, then, 'what was looked over since stands')
  await grid.call('doorstep', 'confirm', { housing: housing!, people: [one.person], takenAt: told(40) })
  assert.equal((await rows())[0]!.checkedAt, told(0))
  const { rows: kept } = await city.owner.query(`select name from journal where actor = $1 and name like '%.confirmed' order by at, id limit 2`, [grid.id])
  city.setClock(undefined)
  assert.deepEqual(kept.map(({ name }) => name).toSorted(), ['housing.confirmed', 'person.confirmed'])
})

test('a door that is missing is added, once however often it is told, and somebody may live behind it; next door nobody adds one', async () => {
  const { grid, building, enter, elsewhere } = await home()
  const unit = await grid.call('doorstep', 'addUnit', { building, entrance: '1', room: '601' })
  assert.deepEqual([unit.address, unit.floor], ['文澜苑3幢1单元601室', 6])
  assert.equal((await grid.call('doorstep', 'addUnit', { building, entrance: '1', room: '601' })).id, unit.id)
  await enter({ at: { housing: unit.id }, values: { name: '孙示六' } })
  assert.deepEqual((await grid.call('housing', 'chart', { building })).rows.filter(({ room }) => room === '601').map(({ id, people }) => [id, people]), [[unit.id, 1]])
  await assert.rejects(grid.call('doorstep', 'addUnit', { building, entrance: '1', room: '' }), { code: 'input.invalid' })
  await assert.rejects(elsewhere.worker.call('doorstep', 'addUnit', { building, entrance: '1', room: '602' }), { code: 'not-found' })
  assert.deepEqual((await city.owner.query(`select details ->> 'added' as added from journal where name = 'housing.added' and actor = $1 order by at, id`, [grid.id])).rows.map(({ added }) => added), ['1', '0'])
})

test('who lives there joins the household that stands, or founds one; the neighbour’s door stays shut', async () => {
  const { grid, enter, units, elsewhere, one } = await home()
  const third = await enter({ values: { name: '赵例四' }, role: '04' })
  const fourth = await enter({ values: { name: '钱示五' }, at: { housing: units[1]! }, role: '03' })
  const { household } = await grid.call('doorstep', 'join', { residency: third.residency, household: 'here' })
  assert.deepEqual((await grid.call('household', 'get', { id: household })).members.map(({ name }) => name).toSorted(), ['李例二', '王示一', '赵例四'].toSorted())
  const own = await grid.call('doorstep', 'join', { residency: fourth.residency, household: 'here' })
  assert.equal((await grid.call('household', 'get', { id: own.household })).head!.name, '钱示五')
  await assert.rejects(grid.call('doorstep', 'join', { residency: fourth.residency, household: 'here' }), { code: 'conflict.exists' })
  for (const ask of [
    () => elsewhere.worker.call('doorstep', 'enter', { values: { name: '王示一' }, at: { housing: units[0]! }, role: '03' }), () => elsewhere.worker.call('doorstep', 'join', { residency: third.residency, household: 'here' }),
    () => elsewhere.worker.call('doorstep', 'change', { id: one.person, revision: 1, values: { phone: '13900000007' } }), () => elsewhere.worker.call('doorstep', 'confirm', { housing: units[0]!, people: [one.person] }),
    () => elsewhere.worker.call('doorstep', 'beside', { person: one.person, values: { name: '王示一' } }),
  ]) await assert.rejects(ask(), { code: 'not-found' })
})
