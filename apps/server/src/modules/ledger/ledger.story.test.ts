import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '@linli/client'
import type { Asked } from '@linli/contract'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { openPeople, draft, test as asks } from './people.fixture.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

type Draft = NonNullable<Asked<'ledger', 'rows'>['draft']>

test('a list asks anything of the base: group, age, floor, role, dates, what is not known', async () => {
  const { worker } = await openPeople(city)
  const names = async (base: Draft['base'], ...conditions: Draft['conditions']) => (await worker.call('ledger', 'rows', { draft: draft(base, conditions) })).rows.map(({ cells }) => cells[0])
  assert.deepEqual(await names('person'), ['张示三', '王示一', '李例二'])
  assert.deepEqual(await names('residency'), ['张示三', '王示一', '李例二', '李例二'])
  assert.deepEqual(await names('person', asks('person.age', 'from', 80), asks('groups', 'in', ['01']), asks('place.floor', 'from', 4)), ['王示一'])
  assert.deepEqual(await names('person', { any: [...asks('person.age', 'from', 80).any, ...asks('sex', 'in', '1').any] }), ['张示三', '王示一'])
  assert.deepEqual(await names('person', asks('place.room', 'known', null, true)), ['李例二'])
  assert.deepEqual(await names('residency', asks('residency.role', 'in', ['03']), asks('housing.leaseUntil', 'within', 'thisMonth')), ['李例二'])
  assert.deepEqual(await names('person', asks('workplace', 'has', '示例')), ['张示三'])
  assert.deepEqual(await names('person', asks('workplace', 'has', '示例', true)), ['王示一', '李例二'])
  assert.deepEqual(await names('person', asks('phone', 'known', null, true)), ['张示三'])
  assert.deepEqual(await names('person', asks('record.checkedOn', 'until', '-1y')), [])
  assert.deepEqual(await names('person', asks('place.area', 'in', [`${worker.home}003/`])), [])
  await city.owner.query(`update person set checked_at = now() - interval '2 years' where name = '张示三' and area ^@ $1`, [worker.home])
  assert.deepEqual(await names('person', asks('record.checkedOn', 'until', '-1y')), ['张示三'])
})

test('what an office added itself can be asked and shown, and so can 无电梯', async () => {
  const { worker, street, units } = await openPeople(city)
  await city.owner.query(`insert into own_field (subdistrict, area, kind, name, label, type, purpose, created_at) values ($1, $2, 'housing', 'x_lift', '有无电梯', 'yes', '走访安排', now())`, [street.code, street.area])
  await worker.call('housing', 'change', { id: units[2]!, revision: 2, values: { x_lift: '无' } })
  const { rows } = await worker.call('ledger', 'rows', { draft: { base: 'person', conditions: [asks('place.floor', 'from', 4), asks('housing.x_lift', 'in', false)], columns: [{ field: 'name', label: '姓名' }, { field: 'housing.x_lift', label: '电梯' }] } })
  assert.deepEqual(rows.map(({ cells }) => cells), [['王示一', '否']])
  assert.ok((await worker.call('ledger', 'items', {})).rows.some(({ name, tests }) => name === 'housing.x_lift' && tests.includes('in')))
  // A choice brings its options along.
  const { name } = await (await street.staff('管理员', 'systemAdmin')).call('field', 'add', { area: street.area, kind: 'person', label: '才艺特长', type: 'codes', options: ['书法', '舞蹈'], purpose: '组织活动' })
  assert.deepEqual((await worker.call('ledger', 'items', {})).rows.find((item) => item.name === name)!.options, [{ code: '书法', label: '书法' }, { code: '舞蹈', label: '舞蹈' }])
})

test('a list asks of the household, the tags and the building as of the person', async () => {
  const { worker, street, building, units, people } = await openPeople(city)
  const names = async (base: Draft['base'], ...conditions: Draft['conditions']) => (await worker.call('ledger', 'rows', { draft: draft(base, conditions) })).rows.map(({ cells }) => cells[0])
  const alone = (await worker.call('ledger', 'list', { kind: 'list', limit: 100 })).rows.find(({ name }) => name === '八十岁以上独居、住三楼以上没有电梯')
  const listed = async () => (await worker.call('ledger', 'rows', { id: alone!.id })).rows.map(({ cells }) => cells[0])
  assert.deepEqual(await listed(), ['王示一'])
  await worker.call('thing', 'enter', { values: { name: '文澜苑3幢电梯', kind: '01076' }, at: { area: building } })
  assert.deepEqual([await listed(), await names('person', asks('place.hasLift', 'in', true)), await names('person', asks('place.hasLift', 'in', false))], [[], ['张示三', '王示一'], ['李例二']])

  const [residency] = (await worker.call('person', 'get', { id: people.wang })).residencies
  const { id: household } = await worker.call('household', 'form', { at: { housing: units[2]! }, values: { no: '77', kind: '家庭户' }, members: [residency!.id], head: people.wang })
  await (await street.staff('管理员', 'systemAdmin')).call('tag', 'add', { area: street.area, name: '志愿者家庭' })
  await worker.call('tag', 'put', { kind: 'household', id: household, tags: ['志愿者家庭'] })
  await worker.call('tag', 'put', { kind: 'person', id: people.zhang, tags: ['志愿者家庭'] })
  assert.deepEqual(await names('person', asks('memberOf.people', 'until', 1), asks('memberOf.isHead', 'in', true)), ['王示一'])
  assert.deepEqual(await names('person', asks('memberOf.kind', 'in', ['01'])), ['王示一'])
  assert.deepEqual(await names('person', asks('memberOf.no', 'known', null, true)), ['张示三', '李例二'])
  assert.deepEqual(await names('person', { any: [...asks('memberOf.tags', 'in', ['志愿者家庭']).any, ...asks('person.tags', 'in', ['志愿者家庭']).any] }), ['张示三', '王示一'])
  assert.deepEqual((await worker.call('ledger', 'rows', { draft: { base: 'housing', conditions: [asks('housing.households', 'from', 1)], columns: [{ field: 'place.address', label: '地址' }, { field: 'housing.households', label: '户数' }, { field: 'place.hasLift', label: '电梯' }] } })).rows.map(({ cells }) => cells), [['文澜苑3幢2单元501室', 1, '是']])
  const { rows: [line] } = await worker.call('ledger', 'rows', { draft: { base: 'person', conditions: [asks('memberOf.no', 'in', ['77'])], columns: ['memberOf.no', 'memberOf.kind', 'memberOf.isHead', 'memberOf.people', 'memberOf.tags'].map((field) => ({ field, label: field })) } })
  assert.deepEqual(line!.cells, ['77', '家庭户', '是', 1, '志愿者家庭'])
})

test('columns stand under the office’s own names, codes in words, numbers masked, buildings and owners told', async () => {
  const { worker } = await openPeople(city)
  const columns = [['name', '承租人姓名'], ['certificateNumber', '承租人证件'], ['phone', '电话'], ['sex', '性别'], ['place.address', '地址'], ['place.community', '社区'], ['place.building', '楼栋'], ['owner.name', '房主'], ['owner.phone', '房主电话'], ['housing.leaseUntil', '到期'], ['housing.people', '人数'], ['building.entrances', '单元数'], ['residency.enteredBy', '登记人'], ['health', '健康']]
    .map(([field, label]) => ({ field: field!, label: label! }))
  const { rows, columns: heads } = await worker.call('ledger', 'rows', { draft: { base: 'residency', conditions: [asks('residency.role', 'in', ['03'])], columns: [...columns, { field: null, label: '备注' }] } })
  assert.equal(heads[0]!.label, '承租人姓名')
  const [cells] = rows.map((row) => row.cells)
  assert.deepEqual(cells!.slice(3), ['女性', '文澜苑3幢2单元501室', '东苑社区', '文澜苑3幢', '王示一', '139****0001', `${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 8)}15`, 2, 2, '社工', '＊＊＊', null])
  assert.match(String(cells![1]), /^\d+\*+\d+$/)
  assert.deepEqual(await worker.call('ledger', 'count', { draft: { base: 'residency', conditions: [], columns: [...columns, { field: null, label: '备注' }] } }), { total: 4, isMore: false, typed: 4 })
})

test('pages go on where the last ended, each line once', async () => {
  const { worker } = await openPeople(city)
  const all: unknown[] = []
  let mark: string | null = null
  do {
    const page: { rows: { id: string }[], next: string | null } = await worker.call('ledger', 'rows', { draft: draft('residency', []), limit: 1, ...(mark !== null && { after: mark }) })
    all.push(...page.rows.map(({ id }) => id))
    mark = page.next
  } while (mark !== null)
  assert.equal(all.length, 4)
})

test('who is of another area is in no list, and neither is who moved away but in 已迁出', async () => {
  const { worker, elsewhere, people } = await openPeople(city)
  assert.deepEqual((await elsewhere.worker.call('ledger', 'rows', { draft: draft('person', []) })).rows, [])
  assert.deepEqual((await elsewhere.worker.call('ledger', 'rows', { draft: draft('person', []), area: worker.home })).rows, [])
  const { residencies } = await worker.call('person', 'get', { id: people.zhang })
  await worker.call('person', 'moveOut', { id: people.zhang, residency: residencies[0]!.id, on: '2026-03-01', reason: '02' })
  assert.deepEqual((await worker.call('ledger', 'count', { draft: draft('person', []) })).total, 2)
  const { rows } = await worker.call('ledger', 'rows', { draft: { base: 'former', conditions: [asks('residency.until', 'from', '2026-03-01')], columns: [{ field: 'name', label: '姓名' }, { field: 'residency.leaveReason', label: '原因' }, { field: 'residency.until', label: '离开' }] } })
  assert.deepEqual(rows.map(({ cells }) => cells), [['张示三', '迁出本街道', '2026-03-01']])
})

test('lists are kept for oneself, the community or the street, changed by who keeps them and seen below', async () => {
  const { worker, street, elsewhere } = await openPeople(city)
  const given = { kind: 'list' as const, name: '楼上的独居老人', ...draft('person', [asks('groups', 'in', ['01'])]) }
  const own = await worker.call('ledger', 'save', given)
  assert.deepEqual([own.isOwn, own.isShipped, own.typedColumns, own.mayChange], [true, false, 0, true])
  const same = await street.staff('同事', 'socialWorker', street.communities[0]!.area)
  await assert.rejects(same.call('ledger', 'get', { id: own.id }), { code: 'not-found' })
  const kept = await worker.call('ledger', 'save', { ...given, area: street.communities[0]!.area })
  assert.equal((await same.call('ledger', 'rows', { id: kept.id })).rows.length, 1)
  await assert.rejects(elsewhere.worker.call('ledger', 'get', { id: kept.id }), { code: 'not-found' })
  await assert.rejects(worker.call('ledger', 'save', { ...given, area: street.area }), { code: 'not-found' })
  const grid = await street.staff('网格员', 'gridWorker', street.communities[0]!.area)
  await assert.rejects(grid.call('ledger', 'save', { ...given, area: street.communities[0]!.area }), { code: 'may.not' })
  await assert.rejects(grid.call('ledger', 'end', { id: kept.id }), { code: 'may.not' })
  const whole = await (await street.staff('街道社工', 'socialWorker')).call('ledger', 'save', { ...given, name: '全街道', area: street.area })
  assert.equal((await elsewhere.worker.call('ledger', 'get', { id: whole.id })).mayChange, false)
  // The nearest first, page by page, each once.
  const names: string[] = []
  let mark: string | null | undefined
  do {
    const page: { rows: { name: string }[], next: string | null } = await worker.call('ledger', 'list', { limit: 3, ...(mark && { after: mark }) })
    names.push(...page.rows.map(({ name }) => name))
    mark = page.next
  } while (mark !== null)
  assert.deepEqual([names.slice(0, 4), new Set(names).size], [['楼上的独居老人', '楼上的独居老人', '全街道', '实有人口台账'], names.length - 1])
  assert.deepEqual((await worker.call('ledger', 'list', { base: 'household' })).rows.map(({ name }) => name), ['家庭户台账'])
  const changed = await worker.call('ledger', 'save', { ...given, id: kept.id, revision: 1, name: '改过', area: street.communities[0]!.area })
  assert.deepEqual([changed.revision, changed.name], [2, '改过'])
  await assert.rejects(same.call('ledger', 'save', { ...given, id: kept.id, revision: 1, area: street.communities[0]!.area }), { code: 'base.changed' })
  await worker.call('ledger', 'end', { id: kept.id })
  await assert.rejects(worker.call('ledger', 'get', { id: kept.id }), { code: 'not-found' })
  const { rows } = await city.owner.query(`select name, details ->> 'name' as what from journal where subject = $1 and name not like '%.looked' order by at, id`, [kept.id])
  assert.deepEqual(rows, [{ name: 'ledger.saved', what: '楼上的独居老人' }, { name: 'ledger.saved', what: '改过' }, { name: 'ledger.ended', what: '改过' }])
})

test('what cannot be meant is told condition by condition, and nothing is kept', async () => {
  const { worker } = await openBlock(city)
  const wrong = { kind: 'list' as const, name: '错的', base: 'person' as const, conditions: [asks('sex', 'in', '7'), asks('note', 'has', '13900000001'), asks('fancy', 'known')], columns: [{ field: 'nothing', label: '无' }] }
  await assert.rejects(worker.call('ledger', 'save', wrong), ({ code, problem }: Refusal) => {
    assert.deepEqual([code, problem.fields!.map(({ path }) => path)], ['input.invalid', ['conditions.0.any.0', 'conditions.1.any.0', 'conditions.2.any.0', 'columns.0']])
    return true
  })
})

test('every ledger that comes with the platform can be asked, is copied and not changed', async () => {
  // Who sees accounts sees who works here as well: that one ships too.
  const { street } = await openPeople(city)
  const worker = await street.staff('书记', 'secretary', street.communities[0]!.area)
  const { rows } = await worker.call('ledger', 'list', { limit: 100 })
  const shipped = rows.filter(({ isShipped }) => isShipped)
  assert.deepEqual(shipped.map(({ name }) => name).slice(0, 2), ['实有人口台账', '出租房屋和流动人口台账'])
  for (const one of shipped) {
    const answer = await worker.call('ledger', 'rows', { id: one.id })
    assert.deepEqual(answer.columns, one.columns, one.name)
    assert.ok(one.columns.length >= 5, one.name)
  }
  assert.equal(shipped[0]!.typedColumns, 0)
  const [first] = (await worker.call('ledger', 'rows', { id: shipped[0]!.id })).rows
  assert.equal(first!.cells.length, 27)
  const { id, revision, kind, name, base, conditions, columns } = shipped[0]!
  await assert.rejects(worker.call('ledger', 'save', { id, revision, kind, name, base, conditions, columns }), { code: 'may.not' })
  assert.equal((await worker.call('ledger', 'save', { kind, name, base, conditions, columns })).isOwn, true)
})

test('every look at a list is in the journal', async () => {
  const { worker } = await openPeople(city)
  await worker.call('ledger', 'rows', { draft: draft('person', [asks('person.age', 'from', 80)]) })
  const { rows } = await city.owner.query(`select details -> 'draft' -> 'conditions' as conditions from journal where name = 'ledger.rows.looked' and actor = $1`, [worker.id])
  assert.deepEqual(rows, [{ conditions: [{ any: [{ by: 'from', field: 'person.age', isNot: false, value: 80 }] }] }])
})
