import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import { codeOf, openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { runQueued } from '../../../test/queued.ts'
import { draft, test as asks } from './people.fixture.ts'

/** Ledgers over households, enterprises and things. */
let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const columnsOf = (...all: [field: string, label: string][]) => all.map(([field, label]) => ({ field, label }))

/** A school and a shop in a building, a lift that the property office keeps, and a couple that keeps house together. */
async function openTown() {
  const block = await openBlock(city)
  const { worker, units, building } = block
  const enter = async (values: Record<string, string | number | boolean>, at: object) => (await worker.call('enterprise', 'enter', { values, at })).id
  const shop = await enter({ name: '示例小吃店', creditCode: codeOf('92339901MA0000001'), smallPlace: '04', phone: '13900009001', manager: '王示一', managerPhone: '13900009002', staff: 3 }, { housing: units[0]! })
  const school = await enter({ name: '示例小学', sort: '05', schoolKind: '02', students: 800, manager: '李例二', managerPhone: '13900009003', guardManager: '张模三', orderOfficerPhone: '13900009004' }, { area: building })
  const { id: lift } = await worker.call('thing', 'enter', { values: { name: '3幢电梯', kind: '01076', code: 'DT-0301', keeper: '示例电梯公司', keeperPhone: '13900009005', inspectBy: '2026-03-20' }, point: { lng: 120.123_456, lat: 30.123_456 }, at: { area: building }, owner: block.street.communities[0]!.unit.id })
  const live = async (name: string, birth: string, values: object) => (await worker.call('person', 'enter', { values: { name, certificateNumber: makeIdentityNumber('339901', birth, 7), ...values }, at: { housing: units[2]! }, role: '01' }))
  const [head, wife] = [await live('赵样四', '1950-03-01', { phone: '13900009006' }), await live('钱范五', '1952-03-01', {})]
  const { id: household } = await worker.call('household', 'form', { at: { housing: units[2]! }, values: { no: 'H-0301', phone: '13900009007' }, members: [head.residencies[0]!.id, wife.residencies[0]!.id], head: head.id })
  return { ...block, shop, school, lift, household }
}

test('enterprises are asked and shown like people: by kind, size, place, what is not known; numbers masked', async () => {
  const { worker, elsewhere } = await openTown()
  const names = async (...conditions: ReturnType<typeof asks>[]) => (await worker.call('ledger', 'rows', { draft: { ...draft('enterprise', conditions), columns: columnsOf(['enterprise.name', '名称']) } })).rows.map(({ cells }) => cells[0])
  assert.deepEqual(await names(), ['示例小学', '示例小吃店'])
  assert.deepEqual(await names(asks('enterprise.smallPlace', 'known')), ['示例小吃店'])
  assert.deepEqual(await names(asks('enterprise.students', 'from', 500), asks('enterprise.sort', 'in', ['05'])), ['示例小学'])
  assert.deepEqual(await names(asks('enterprise.creditCode', 'known', null, true)), ['示例小学'])
  assert.deepEqual(await names(asks('place.floor', 'from', 2)), ['示例小吃店'])
  const { rows } = await worker.call('ledger', 'rows', { draft: { base: 'enterprise', conditions: [asks('enterprise.creditCode', 'known')], columns: columnsOf(['enterprise.name', '名称'], ['enterprise.sort', '类型'], ['enterprise.managerPhone', '负责人电话'], ['place.address', '地址'], ['place.community', '社区'], ['enterprise.smallPlace', '九小'], ['enterprise.staff', '人数'], ['record.enteredOn', '建档']) } })
  assert.deepEqual(rows.map(({ kind, cells }) => [kind, ...cells.slice(0, 7)]), [['enterprise', '示例小吃店', '个体工商户', '139****9002', '文澜苑3幢1单元201室', '东苑社区', '小餐饮场所', 3]])
  assert.deepEqual((await elsewhere.worker.call('ledger', 'rows', { draft: { ...draft('enterprise', []), columns: columnsOf(['enterprise.name', '名称']) } })).rows, [])
  await assert.rejects(worker.call('ledger', 'rows', { draft: draft('enterprise', []) }), { code: 'input.invalid' })
  await assert.rejects(worker.call('ledger', 'rows', { draft: { ...draft('enterprise', [asks('enterprise.managerPhone', 'known')]), columns: columnsOf(['enterprise.name', '名称']) } }), { code: 'input.invalid' })
})

test('what goes out of a list of households or things is what its search box found', async () => {
  const { worker, elsewhere, units } = await openTown()
  const lonely = await worker.call('person', 'enter', { values: { name: '赵孤六' }, at: { housing: units[1]! }, role: '01' })
  await worker.call('household', 'form', { at: { housing: units[1]! }, values: { no: 'H-0302' }, members: [lonely.residencies[0]!.id], head: lonely.id })
  await worker.call('thing', 'enter', { values: { name: '3幢南侧电梯', kind: '01076' }, at: { housing: units[0]! } })
  for (const [base, column, texts] of [['household', 'household.no', ['赵样', '赵 样四', 'zys', 'zhaoyangsi', '3-2-501', '3幢2单元501室', '没有这人']], ['thing', 'thing.name', ['电梯', '3幢 电梯', 'DT-0301', '没有这件']]] as const) {
    for (const text of texts) {
      const listed = (await worker.call(base, 'list', { text, limit: 100 })).rows.map(({ id }) => id)
      const asked = { base, conditions: [asks(`${base}.found`, 'has', text)], columns: columnsOf([column, '一']) }
      assert.deepEqual((await worker.call('ledger', 'rows', { draft: asked })).rows.map(({ id }) => id), listed, text)
      assert.equal(listed.length > 0, !text.startsWith('没有'), text)
      assert.deepEqual((await elsewhere.worker.call('ledger', 'rows', { draft: asked })).rows, [])
    }
  }
  assert.equal((await worker.call('ledger', 'items', {})).rows.some(({ name }) => name.endsWith('.found')), false)
  await assert.rejects(worker.call('ledger', 'rows', { draft: { base: 'thing', conditions: [], columns: columnsOf(['thing.found', '一']) } }), { code: 'input.invalid' })
})

test('a household stands with its head and members, a thing with whose it is and where', async () => {
  const { worker, street } = await openTown()
  const rowsOf = async (base: 'household' | 'thing', conditions: ReturnType<typeof asks>[], ...columns: [string, string][]) => (await worker.call('ledger', 'rows', { draft: { base, conditions, columns: columnsOf(...columns) } })).rows.map(({ cells }) => cells)
  const households: [string, string][] = [['household.no', '户号'], ['household.head', '户主'], ['head.number', '证件'], ['head.phone', '电话'], ['household.phone', '家庭电话'], ['household.people', '人数'], ['household.members', '成员'], ['place.room', '室']]
  const [line] = await rowsOf('household', [asks('household.people', 'from', 2), asks('household.head', 'has', '赵')], ...households)
  assert.deepEqual([line![0], line![1], ...line!.slice(3)], ['H-0301', '赵样四', '139****9006', '139****9007', 2, '赵样四、钱范五', '501'])
  assert.match(String(line![2]), /^\d+\*+\d+$/)
  assert.deepEqual(await rowsOf('thing', [asks('thing.inspectBy', 'until', '2026-04-01'), asks('thing.kind', 'in', ['01076'])], ['thing.name', '名称'], ['thing.owner', '权属'], ['thing.keeperPhone', '电话'], ['thing.point', '坐标'], ['thing.code', '编号']),
    [['3幢电梯', street.communities[0]!.unit.name, '139****9005', '120.123456,30.123456', 'DT-0301']])
  assert.deepEqual(await rowsOf('thing', [asks('thing.owner', 'has', '没有的单位')], ['thing.name', '名称']), [])
  // What is gone is in no ledger.
  const [thing] = (await worker.call('thing', 'list', {})).rows
  await worker.call('thing', 'retire', { id: thing!.id, on: '2026-03-01' })
  assert.deepEqual(await rowsOf('thing', [], ['thing.name', '名称']), [])
})

test('the ledger of schools that comes with the platform goes out whole when it is agreed to, is frozen, and months are compared by the school', async () => {
  city.setClock('2026-03-31T09:00:00+08:00')
  const { worker, street, school } = await openTown()
  const shipped = (await worker.call('ledger', 'list', { limit: 100 })).rows.find(({ name }) => name === '学校台账')!
  assert.equal(shipped.typedColumns, 0)
  const secretary = await street.staff('书记', 'secretary', street.communities[0]!.area)
  const asked = await worker.call('ledger', 'askExport', { id: shipped.id, isWhole: true, purpose: '报送教育局' })
  assert.deepEqual(asked.sensitive, ['校长电话', '分管安保责任人电话', '安保责任人电话', '治安责任人电话'])
  await secretary.call('ledger', 'decideExport', { id: asked.id, isAgreed: true })
  const answer = await city.http.inject({ method: 'POST', url: '/api/ledger/file', payload: { id: asked.id }, headers: { authorization: `Bearer ${worker.token}` } })
  const sheet = (await readXlsx(answer.rawPayload)).sheets[0]!
  assert.deepEqual(sheet.rows[2]!.slice(0, 17), shipped.columns.map(({ label }) => label))
  assert.deepEqual(sheet.rows[3]!.slice(0, 14), ['示例小学', '文澜苑3幢', '东苑社区', 800, '小学', null, '李例二', '13900009003', '张模三', null, null, null, null, '13900009004'].map((cell) => cell))
  const march = await worker.call('ledger', 'freeze', { id: shipped.id, month: '2026-03-01' })
  await runQueued(city, 'ledger')
  city.setClock('2026-04-30T09:00:00+08:00')
  await worker.call('enterprise', 'change', { id: school, revision: 1, values: { students: 820, managerPhone: '13900019003' } })
  const april = await worker.call('ledger', 'freeze', { id: shipped.id, month: '2026-04-01' })
  await runQueued(city, 'ledger')
  const { counts, rows } = await worker.call('ledger', 'compareMonths', { before: march.id, now: april.id })
  assert.deepEqual(counts, { added: 0, gone: 0, changed: 1 })
  assert.deepEqual(rows[0]!.changes, [{ label: '在校学生人数', before: 800, now: 820 }, { label: '校长电话', before: '139****9003', now: '139****9003' }])
  const { rows: [kept] } = await city.owner.query<{ text: string }>(`select string_agg(ledger_line::text, '') as text from ledger_line`)
  assert.doesNotMatch(kept!.text, /13900009003|13900019003/)
  city.setClock(undefined)
})

test('every shipped ledger of every kind of record takes all its columns from the base, but for those that say so', async () => {
  const { worker } = await openTown()
  const shipped = (await worker.call('ledger', 'list', { limit: 100 })).rows.filter(({ isShipped }) => isShipped)
  for (const base of ['household', 'enterprise', 'thing'] as const) {
    const of = shipped.filter((one) => one.base === base)
    assert.ok(of.length > 0, base)
    for (const one of of) assert.equal(one.typedColumns, 0, one.name)
  }
  assert.equal(new Set(shipped.map(({ name }) => name)).size, shipped.length)
})
