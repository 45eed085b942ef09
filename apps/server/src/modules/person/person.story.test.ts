import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '@linli/client'
import { makeIdentityNumber, maskIdentityNumber } from '@linli/standards'
import { openCity, type City } from '../../../test/city.ts'
import { openBlock } from '../../../test/block.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const numberOf = (at: number, birth = '1950-03-01') => makeIdentityNumber('339901', birth, at)

test('a social worker adds the units of a building and enters who lives there; the number tells sex and birth, and is shown masked', async () => {
  const { worker, building, units } = await openBlock(city)
  const { rows } = await worker.call('housing', 'chart', { building })
  assert.deepEqual(rows.map(({ address, floor, people }) => [address, floor, people]), [['文澜苑3幢1单元201室', 2, 0], ['文澜苑3幢1单元501室', 5, 0], ['文澜苑3幢2单元501室', 5, 0]])
  const entered = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: ` ${numberOf(12).toLowerCase()}`, phone: '139 0000 0001', ethnicity: '汉', groups: ['独居老人'], health: '有慢性病' }, at: { housing: units[2]! }, role: '01', since: '2019-05-01' })
  assert.deepEqual([entered.sex, entered.birth, entered.number, entered.phone, entered.address, entered.groups], ['2', '1950-03-01', maskIdentityNumber(numberOf(12)), '139****0001', '文澜苑3幢2单元501室', ['01']])
  assert.deepEqual([entered.values.health, entered.values.ethnicity, entered.values.phone, entered.revision], ['＊＊＊', '01', '139****0001', 1])
  assert.deepEqual(entered.residencies.map(({ role, since, until, isMain }) => [role, since, until, isMain]), [['01', '2019-05-01', null, true]])
  assert.equal((await worker.call('housing', 'chart', { building })).rows.find(({ id }) => id === units[2])!.people, 1)
  assert.deepEqual((await worker.call('person', 'list', { area: building })).rows.map(({ name }) => name), ['王示一'])
})

test('nothing sensitive lies in the database in clear, nor in the journal', async () => {
  const { worker, units } = await openBlock(city)
  const number = numberOf(77)
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: number, phone: '13900000077', health: '残疾', guardianPhone: '13900000078' }, at: { housing: units[0]! }, role: '01' })
  await worker.call('person', 'change', { id, revision: 1, values: { phone: '13900000079' } })
  for (const table of ['person', 'residency', 'revision', 'claim', 'journal']) {
    const { rows } = await city.owner.query<{ text: string }>(`select ${table}::text as text from ${table}`)
    for (const { text } of rows) assert.doesNotMatch(text, new RegExp(`${number}|13900000077|13900000078|13900000079`), table)
  }
})

test('every wrong value is told with its field, and nothing is stored', async () => {
  const { worker, units, building } = await openBlock(city)
  await assert.rejects(worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: '339901195003010120', birth: '1950年3月', sex: '雄' }, at: { housing: units[0]! }, role: '01' }), ({ code, problem }: Refusal) => {
    assert.deepEqual([code, problem.fields!.map(({ path }) => path)], ['input.invalid', ['values.certificateNumber', 'values.birth', 'values.sex']])
    return true
  })
  assert.deepEqual((await worker.call('person', 'list', { area: building })).rows, [])
})

test('nobody twice: the same number is led to who is there; in another community only to the community', async () => {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const values = { name: '王示一', certificateNumber: numberOf(14) }
  const { id } = await worker.call('person', 'enter', { values, at: { housing: units[0]! }, role: '01' })
  await assert.rejects(worker.call('person', 'enter', { values, at: { housing: units[1]! }, role: '03' }), ({ code, problem }: Refusal) => (assert.deepEqual([code, problem.details!.person], ['base.person-exists', id]), true))
  await assert.rejects(elsewhere.worker.call('person', 'enter', { values, at: { area: street.communities[1]!.area }, role: '03' }), ({ code, problem }: Refusal) => {
    assert.equal(code, 'base.person-elsewhere')
    assert.match(problem.detail!, /东苑社区/)
    assert.doesNotMatch(problem.detail!, /王示一|文澜苑/)
    return true
  })
  await assert.rejects(elsewhere.worker.call('person', 'get', { id }), { code: 'not-found' })
})

test('what was changed is told with who, when and from what, and a value that stood before is put back', async () => {
  const { worker, units } = await openBlock(city)
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001', workplace: '示例厂' }, at: { housing: units[0]! }, role: '01' })
  const changed = await worker.call('person', 'change', { id, revision: 1, values: { phone: '13900000002', workplace: '示例店' } })
  assert.deepEqual([changed.revision, changed.phone, changed.values.workplace], [2, '139****0002', '示例店'])
  await assert.rejects(worker.call('person', 'change', { id, revision: 1, values: { workplace: '别处' } }), { code: 'base.changed' })
  const { rows } = await worker.call('person', 'history', { id })
  assert.deepEqual(rows.map(({ no, by, source, fields }) => [no, by, source, fields.map((field) => [field.label, field.before])]), [
    [2, '社工', 'form', [['联系电话', '139****0001'], ['服务处所', '示例厂']]], [1, '社工', 'form', [['姓名', null], ['联系电话', null], ['服务处所', null]]],
  ])
  const restored = await worker.call('person', 'restore', { id, no: 2, fields: ['phone'] })
  assert.deepEqual([restored.phone, restored.values.workplace, restored.revision], ['139****0001', '示例店', 3])
  await assert.rejects(worker.call('person', 'restore', { id, no: 2, fields: ['name'] }), { code: 'input.invalid' })
})

test('the whole number is shown for a purpose, and that it was is in the journal', async () => {
  const { worker, units } = await openBlock(city)
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001' }, at: { housing: units[0]! }, role: '01' })
  assert.deepEqual(await worker.call('person', 'reveal', { id, field: 'phone', purpose: '电话走访' }), { value: '13900000001' })
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'person.revealed' and subject = $1`, [id])
  assert.deepEqual(rows, [{ actor_name: '社工', details: { field: 'phone', purpose: '电话走访' } }])
})

test('who moves keeps their history; who has two homes is seen by both communities; who has left altogether stays known where they were last', async () => {
  const { worker, units, building, street, elsewhere } = await openBlock(city)
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: units[0]! }, role: '01', since: '2019-05-01' })
  const moved = await worker.call('person', 'moveIn', { id, at: { housing: units[1]! }, role: '03', since: '2026-01-01', leavesOthers: true })
  assert.deepEqual(moved.residencies.map(({ address, since, until, leaveReason }) => [address, since, until, leaveReason]), [['文澜苑3幢1单元501室', '2026-01-01', null, null], ['文澜苑3幢1单元201室', '2019-05-01', '2026-01-01', '01']])
  assert.deepEqual((await worker.call('person', 'list', { area: building })).rows.map(({ address }) => address), ['文澜苑3幢1单元501室'])
  const whole = await street.staff('街道社工', 'socialWorker')
  const both = await whole.call('person', 'moveIn', { id, at: { area: street.communities[1]!.area }, role: '01' })
  assert.deepEqual([both.residencies.length, both.area], [3, street.communities[1]!.area])
  for (const one of [worker, elsewhere.worker]) assert.equal((await one.call('person', 'get', { id })).name, '王示一')
  const first = both.residencies.find(({ until, housing }) => until === null && housing !== null)!
  const second = both.residencies.find(({ housing }) => housing === null)!
  await whole.call('person', 'moveOut', { id, residency: first.id, on: '2026-02-01', reason: '01' })
  await assert.rejects(worker.call('person', 'get', { id }), { code: 'not-found' })
  const gone = await elsewhere.worker.call('person', 'moveOut', { id, residency: second.id, on: '2026-03-01', reason: '02' })
  assert.equal(gone.standing, 'left')
  assert.deepEqual((await elsewhere.worker.call('person', 'list', {})).rows, [])
  assert.deepEqual((await elsewhere.worker.call('person', 'list', { standing: 'left' })).rows.map(({ name }) => name), ['王示一'])
  await assert.rejects(elsewhere.worker.call('person', 'moveOut', { id, residency: second.id, on: '2026-03-01', reason: '02' }), { code: 'conflict.exists' })
})

test('who has two homes in the area asked for stands on the list once, by the main one; in the building of the other they stand by that', async () => {
  const { worker, units, building, street, elsewhere } = await openBlock(city)
  const whole = await street.staff('街道社工', 'socialWorker')
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', populationKind: '01', groups: '独居' }, at: { housing: units[2]! }, role: '01' })
  await worker.call('person', 'enter', { values: { name: '李例二', populationKind: '01', groups: '独居' }, at: { housing: units[1]! }, role: '01' })
  await whole.call('person', 'moveIn', { id, at: { housing: units[0]! }, role: '01' })
  await whole.call('person', 'moveIn', { id, at: { area: street.communities[1]!.area }, role: '03' })
  const names = async (by: typeof worker, asked: object = {}) => (await by.call('person', 'list', asked)).rows.map(({ name }) => name)
  for (const asked of [{}, { populationKind: '01' }, { groups: ['01'] }]) assert.deepEqual((await names(whole, asked)).toSorted(), ['李例二', '王示一'], JSON.stringify(asked))
  assert.deepEqual([await names(worker), await names(worker, { area: building }), await names(elsewhere.worker)], [['王示一', '李例二'], ['王示一', '李例二'], ['王示一']])
  assert.deepEqual([await names(worker, { housing: units[0]! }), await names(worker, { housing: units[2]! }), await names(worker, { housing: units[1]! })], [['王示一'], ['王示一'], ['李例二']])
  // Page by page too.
  const first = await whole.call('person', 'list', { limit: 1 })
  const rest = await whole.call('person', 'list', { limit: 10, after: first.next! })
  assert.deepEqual([...first.rows, ...rest.rows].map(({ name }) => name).toSorted(), ['李例二', '王示一'])
  await (await street.staff('管理员', 'systemAdmin')).call('tag', 'add', { area: street.area, name: '热心人' })
  await worker.call('tag', 'put', { kind: 'person', id, tags: ['热心人'] })
  assert.deepEqual([await names(whole, { tag: '热心人' }), await names(worker, { tag: '热心人', housing: units[0]! })], [['王示一'], ['王示一']])
})

test('anyone is found by a name, pinyin, the end of a number, a whole number or an address in any writing; who lives elsewhere is not', async () => {
  const { worker, building, units, elsewhere } = await openBlock(city)
  const { id } = await worker.call('person', 'enter', { values: { name: '曾示一', certificateNumber: numberOf(33), phone: '13900004321' }, at: { housing: units[2]! }, role: '01' })
  await worker.call('person', 'enter', { values: { name: '李例二' }, at: { housing: units[0]! }, role: '01' })
  const found = async (text: string, by = worker) => (await by.call('find', 'all', { text })).people.map((one) => one.id)
  for (const text of ['曾示一', '示一', 'zsy', 'zengshi', numberOf(33).slice(-4), '4321', '139-0000-4321', numberOf(33)]) assert.deepEqual(await found(text), [id], text)
  assert.deepEqual(await found('曾示一', elsewhere.worker), [])
  assert.deepEqual(await found(numberOf(33), elsewhere.worker), [])
  for (const text of ['3-2-501', '3幢2单元501室', '文澜苑3幢2单元501', '３栋２单元５０１']) assert.deepEqual((await worker.call('find', 'all', { text })).housing.map((one) => one.id), [units[2]], text)
  assert.equal((await worker.call('find', 'all', { text: '3幢501' })).housing.length, 2)
  assert.equal((await worker.call('find', 'all', { text: '文澜苑3幢' })).housing.length, 3)
  assert.deepEqual((await worker.call('find', 'all', { text: '柳浜3幢' })).housing, [])
  // Who writes the whole name means it; a part of it may be of several.
  const second = `${building.slice(0, -6)}b0004/`
  await city.owner.query(`insert into area (path, name, kind) values ($1, '文澜苑二期3幢', 'building')`, [second])
  await worker.call('housing', 'add', { building: second, doors: [{ entrance: '2', room: '501' }] })
  const housesAt = async (text: string) => (await worker.call('find', 'all', { text })).housing.map(({ address }) => address)
  assert.deepEqual(await housesAt('文澜苑3幢2单元501'), ['文澜苑3幢2单元501室'])
  assert.deepEqual(await housesAt('文澜苑二期3幢501'), ['文澜苑二期3幢2单元501室'])
  assert.deepEqual(await housesAt('文澜3幢2单元501'), ['文澜苑3幢2单元501室', '文澜苑二期3幢2单元501室'])
  await assert.rejects(worker.call('find', 'all', { text: '曾' }), { code: 'input.invalid' })
})

test('what begins with the text comes before what has it further on, who is there before who has gone, the shorter name first', async () => {
  const { worker, building } = await openBlock(city)
  const enter = async (name: string) => (await worker.call('person', 'enter', { values: { name }, at: { area: building }, role: '03' }))
  const [further, inside, longer, gone, here] = [await enter('阿里·欧阳示'), await enter('王欧阳示'), await enter('欧阳示例二'), await enter('欧阳示'), await enter('欧阳示')]
  await worker.call('person', 'moveOut', { id: gone.id, residency: gone.residencies[0]!.id, on: '2026-03-01', reason: '02' })
  const found = async (text: string, limit = 8) => (await worker.call('find', 'all', { text, limit })).people.map(({ id }) => id)
  assert.deepEqual(await found('欧阳示'), [here.id, gone.id, longer.id, inside.id, further.id])
  assert.deepEqual(await found('欧阳示', 2), [here.id, gone.id])
  assert.deepEqual(await found('oys'), [here.id, gone.id, longer.id])
  const thrice = await enter('示示示')
  assert.deepEqual(await found('示示'), [thrice.id])
})

test('somebody above several sub-districts, or with posts in two of them, finds in each of them and nowhere else', async () => {
  const blocks = [await openBlock(city), await openBlock(city), await openBlock(city)]
  const ids = []
  for (const [at, { worker, units }] of blocks.entries()) ids.push((await worker.call('person', 'enter', { values: { name: '尉迟示九', certificateNumber: makeIdentityNumber('339901', '1961-01-01', 2 * at + 1) }, at: { housing: units[2]! }, role: '01' })).id)
  const county = await blocks[0]!.street.staff('区级社工', 'socialWorker', '/33/99/01/')
  const both = await blocks[0]!.street.staff('跨街道社工', 'socialWorker', blocks[0]!.street.communities[0]!.area)
  await city.owner.query(`insert into post (id, account, role, area, valid_from) values (gen_random_uuid(), $1, 'socialWorker', $2, '2020-01-01')`, [both.id, blocks[1]!.street.communities[0]!.area])
  const found = async (by: typeof both, text: string) => (await by.call('find', 'all', { text, limit: 50 })).people.map(({ id }) => id).toSorted()
  for (const text of ['尉迟示', '示九', 'ycsj', 'yuchishijiu']) {
    assert.deepEqual(await found(county, text), ids.toSorted(), text)
    assert.deepEqual(await found(both, text), ids.slice(0, 2).toSorted(), text)
  }
  assert.deepEqual(await found(county, makeIdentityNumber('339901', '1961-01-01', 5)), [ids[2]])
  assert.deepEqual(await found(both, makeIdentityNumber('339901', '1961-01-01', 5)), [])
  assert.ok((await county.call('find', 'all', { text: '文澜苑3幢2单元501', limit: 50 })).housing.length >= 3)
  assert.deepEqual((await both.call('find', 'all', { text: '文澜苑3幢2单元501', limit: 50 })).housing.map(({ id }) => id).toSorted(), [blocks[0]!.units[2], blocks[1]!.units[2]].toSorted())
  const listed = (await county.call('person', 'list', { limit: 100 })).rows.map(({ id }) => id)
  assert.deepEqual(ids.filter((id) => !listed.includes(id)), [])
})

test('every search is in the journal with what was looked for, a whole number in it masked, however it was written', async () => {
  const { worker } = await openBlock(city)
  const typed = [numberOf(35), [...numberOf(35)].join(' '), '王示一 139-0000-4321', '１３９００００４３２１', '王示一', '4321', '3-2-501']
  for (const text of typed) await worker.call('find', 'all', { text })
  const { rows } = await city.owner.query<{ actor_name: string, text: string }>(`select actor_name, details ->> 'text' as text from journal where name = 'find.all.looked' and actor = $1 order by at, id`, [worker.id])
  const masked = maskIdentityNumber(numberOf(35))
  assert.deepEqual(rows, [masked, masked, '王示一 139****4321', '139****4321', '王示一', '4321', '3-2-501'].map((text) => ({ actor_name: '社工', text })))
})

test('the fields of the base are the same for whoever is over several sub-districts', async () => {
  const { street, worker } = await openBlock(city)
  const above = await street.staff('区里的人', 'secretary', '/33/99/01/')
  const labels = async (by: typeof worker, area: string) => (await by.call('housing', 'fields', { area })).rows.map(({ label }) => label)
  assert.deepEqual(await labels(above, '/33/99/01/'), await labels(worker, street.area))
})
