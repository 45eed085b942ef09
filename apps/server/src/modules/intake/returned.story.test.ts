import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import { codeOf, openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { returning, type Cells, type Draft } from '../../../test/returned.ts'
import { sendTable } from '../../../test/table.ts'

/** A ledger goes out, is changed in Excel, and comes back. */
let city: City
let returns: ReturnType<typeof returning>
before(async () => { city = await openCity({ work: true }); returns = returning(city) })
after(() => city.close())

const people: Draft = { base: 'person', conditions: [], columns: [['name', '居民'], ['phone', '手机号'], ['education', '学历'], ['workplace', '单位'], ['note', '说明'], ['place.address', '现住址'], ['person.age', '年龄']].map(([field, label]) => ({ field: field!, label: label! })) }

async function openPeople() {
  const block = await openBlock(city)
  const enter = async (name: string, at: string, values: object) => (await block.worker.call('person', 'enter', { values: { name, ...values }, at: { housing: at }, role: '01' })).id
  const [one, two, three] = [
    await enter('王示一', block.units[0]!, { phone: '13900000001', education: '60', workplace: '示例厂', note: '旧说明', certificateNumber: makeIdentityNumber('339901', '1950-03-01', 12) }),
    await enter('李例二', block.units[1]!, { phone: '13900000002', education: '20' }), await enter('张模三', block.units[2]!, { phone: '13900000003' }),
  ]
  return { ...block, one, two, three }
}
test('cells that were changed in Excel are shown old and new, taken one by one or all, and only they are changed', async () => {
  const { worker, one, two } = await openPeople()
  const sheet = await returns.goOut(worker, people)
  assert.match(String(sheet[2]![7]), /^记录编号 [\da-f-]{36}$/)
  assert.match(String(sheet[1]![0]), /灰色标题的列.*改了不导入/)
  assert.match(String(sheet[returns.head]![7]), new RegExp(`^person:${one}:1:[\\da-f-]{36}:`))
  const batch = await returns.comeBack(worker, returns.edited(sheet, [[returns.head, 2, '本科'], [returns.head, 3, '示例店'], [returns.head, 4, null], [returns.head + 1, 1, '13911112222'], [returns.head + 1, 5, '别的地方'], [returns.head + 1, 6, 99]]))
  assert.deepEqual([batch.isReturned, batch.kind, batch.counts, batch.cells], [true, 'person', { match: 2, same: 1 }, { cells: 4, taken: 3, conflicts: 0, clears: 1 }])
  assert.deepEqual(batch.columns.filter(({ name }) => name === null).map(({ title }) => title), ['年龄'])
  assert.deepEqual(await returns.cellsOf(worker, batch.id), [[4, '单位', '示例厂', '示例厂', '示例店', false, true], [4, '学历', '普通高中教育', '普通高中教育', '大学本科教育', false, true], [4, '说明', '旧说明', '旧说明', null, false, false], [5, '手机号', '139****0002', '139****0002', '139****2222', false, true]])
  const chosen = await worker.call('intake', 'choose', { id: batch.id, cells: [{ no: 4, field: 'workplace' }], isTaken: false })
  assert.deepEqual(chosen.cells, { cells: 4, taken: 2, conflicts: 0, clears: 1 })
  await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
  assert.deepEqual((await returns.reach(worker, batch.id, 'done')).results, { changed: 2 })
  assert.deepEqual((await returns.rowsOf(worker, batch.id, { outcome: 'match' })).map(({ result, differences }) => [result, differences.filter(({ isTaken }) => isTaken).map(({ label, before: was, after: is }) => [label, was, is])]), [['changed', [['学历', '普通高中教育', '大学本科教育']]], ['changed', [['手机号', '139****0002', '139****2222']]]])
  const valuesOf = async (id: string) => (({ phone, education, workplace, note }) => [phone, education, workplace, note])((await worker.call('person', 'get', { id })).values)
  assert.deepEqual(await valuesOf(one), ['139****0001', '20', '示例厂', '旧说明'])
  assert.deepEqual(await valuesOf(two), ['139****2222', '20', null, null])
  const [revision] = (await worker.call('person', 'history', { id: two })).rows
  assert.deepEqual([revision!.source, revision!.sourceName, revision!.fields.map(({ label }) => label)], ['import', '台账-改.xlsx', ['联系电话']])
  assert.equal((await worker.call('person', 'get', { id: two })).residencies[0]!.address, '文澜苑3幢1单元501室')
  await worker.call('intake', 'undo', { id: batch.id })
  assert.deepEqual((await returns.reach(worker, batch.id, 'undone')).results, { undone: 2 })
  assert.deepEqual([await valuesOf(one), await valuesOf(two)], [['139****0001', '60', '示例厂', '旧说明'], ['139****0002', '20', null, null]])
  const { rows: told } = await city.owner.query<{ name: string, details: object }>(`select name, details from journal where subject = $1 and subject_kind = 'intake' order by at, id`, [batch.id])
  assert.ok(told.some(({ name }) => name === 'intake.chosen'))
  assert.doesNotMatch(JSON.stringify(told), /13911112222|示例店/)
})

test('what was changed here since it went out is a conflict, shown with all three, and taken only when somebody says so', async () => {
  const { worker, one, two, three } = await openPeople()
  const sheet = await returns.goOut(worker, people)
  await worker.call('person', 'change', { id: one, revision: 1, values: { workplace: '新厂' } })
  await worker.call('person', 'change', { id: one, revision: 2, values: { workplace: '更新的厂', education: '20' } })
  await worker.call('person', 'change', { id: two, revision: 1, values: { phone: '13900000022' } })
  const batch = await returns.comeBack(worker, returns.edited(sheet, [[returns.head, 3, '示例店'], [returns.head, 2, '大学本科教育'], [returns.head, 4, '新说明'], [returns.head + 2, 1, '13900000033']]))
  assert.deepEqual([batch.counts, batch.cells], [{ match: 2, same: 1 }, { cells: 3, taken: 2, conflicts: 1, clears: 0 }])
  assert.deepEqual((await returns.cellsOf(worker, batch.id)).filter(([, , , , , isConflict]) => isConflict), [[4, '单位', '示例厂', '更新的厂', '示例店', true, false]])
  assert.deepEqual((await returns.rowsOf(worker, batch.id, { isConflict: true })).map(({ name }) => name), ['王示一'])
  // Whom nobody touched in Excel keeps what was changed here.
  assert.equal((await worker.call('person', 'get', { id: two })).phone, '139****0022')
  // Somebody is quicker after it was looked over: nothing of that line is taken.
  await worker.call('person', 'change', { id: three, revision: 1, values: { phone: '13900000034' } })
  assert.deepEqual((await worker.call('intake', 'choose', { id: batch.id, which: 'conflicts', isTaken: true })).cells.taken, 3)
  await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
  assert.deepEqual((await returns.reach(worker, batch.id, 'done')).results, { changed: 1, stale: 1 })
  assert.deepEqual((({ workplace, note }) => [workplace, note])((await worker.call('person', 'get', { id: one })).values), ['示例店', '新说明'])
  assert.equal((await worker.call('person', 'get', { id: three })).phone, '139****0034')
  assert.equal((await worker.call('intake', 'faults', { id: batch.id })).rows, 1)
})

test('lines in any order, lines that were added, left out, doubled, of others or without their number', async () => {
  const { worker, elsewhere, street, one } = await openPeople()
  const { id: theirs } = await elsewhere.worker.call('person', 'enter', { values: { name: '赵样四' }, at: { area: street.communities[1]!.area }, role: '01' })
  const sheet = await returns.goOut(worker, people)
  const [first, second, third] = sheet.slice(returns.head)
  const line = (cells: Cells, mark: string, workplace: string) => cells.map((cell, at) => (at === 7 ? mark : at === 3 ? workplace : cell))
  const batch = await returns.comeBack(worker, [...sheet.slice(0, returns.head), line(third!, String(third![7]), '丙厂'), line(first!, String(first![7]), '甲厂'), line(first!, String(first![7]), '乙厂'), line(second!, '1', '丁厂'), line(second!, `person:${theirs}:1`, '戊厂'), line(second!, `enterprise:${one}:1`, '己厂'), ['孙新六', '13900000066', '本科', '', '', '文澜苑3幢2单元501室', '', null], ['填表人：社工']])
  assert.deepEqual(batch.counts, { match: 2, twice: 1, bad: 3, fresh: 1, note: 1 })
  assert.deepEqual((await returns.rowsOf(worker, batch.id, { outcome: 'bad' })).map(({ faults }) => faults[0]!.code), ['record.lost', 'record.gone', 'record.kind'])
  await worker.call('intake', 'commit', { id: batch.id, which: 'good' })
  assert.deepEqual((await returns.reach(worker, batch.id, 'done')).results, { changed: 2, entered: 1 })
  assert.equal((await worker.call('person', 'get', { id: one })).values.workplace, '甲厂')
  const { id } = (await worker.call('find', 'all', { text: '孙新六' })).people[0]!
  assert.equal((await worker.call('person', 'get', { id })).residencies[0]!.address, '文澜苑3幢2单元501室')
})

test('a masked number that was touched is told, one that was left is not; nonsense in a cell holds its line back', async () => {
  const { worker, one } = await openPeople()
  const sheet = await returns.goOut(worker, people)
  const batch = await returns.comeBack(worker, returns.edited(sheet, [[returns.head, 1, '139****0009'], [returns.head + 1, 2, '外星学历'], [returns.head + 2, 0, null]]))
  assert.deepEqual(batch.counts, { bad: 3 })
  assert.deepEqual((await returns.rowsOf(worker, batch.id)).map(({ faults }) => faults.map(({ title, code }) => [title, code])), [[['手机号', 'number.masked']], [['学历', 'value']], [['居民', 'clear.not']]])
  assert.equal((await worker.call('person', 'get', { id: one })).revision, 1)
})

test('with whole numbers they come back whole, and what was not touched is no change', async () => {
  const { worker, street } = await openPeople()
  const secretary = await street.staff('书记', 'secretary', street.communities[0]!.area)
  const { id } = await worker.call('ledger', 'askExport', { draft: people, name: '台账', isWhole: true, purpose: '核对' })
  await secretary.call('ledger', 'decideExport', { id, isAgreed: true })
  const answer = await city.http.inject({ method: 'POST', url: '/api/ledger/file', payload: { id }, headers: { authorization: `Bearer ${worker.token}` } })
  const sheet = (await readXlsx(answer.rawPayload)).sheets[0]!.rows as Cells[]
  assert.equal(sheet[returns.head]![1], '13900000001')
  assert.deepEqual((await returns.comeBack(worker, returns.edited(sheet, [[returns.head, 1, 13_900_000_011]]))).cells, { cells: 1, taken: 1, conflicts: 0, clears: 0 })
})

test('ledgers of enterprises, households, things and homes come back too', async () => {
  const { worker, units, building, one } = await openPeople()
  const enterprise = await worker.call('enterprise', 'enter', { values: { name: '示例小吃店', creditCode: codeOf('92339901MA0000009'), staff: 3 }, at: { housing: units[0]! } })
  const thing = await worker.call('thing', 'enter', { values: { name: '3幢电梯', kind: '01076', state: '01' }, at: { area: building } })
  const [residency] = (await worker.call('person', 'get', { id: one })).residencies
  const household = await worker.call('household', 'form', { at: { housing: units[0]! }, values: { no: 'H-1' }, members: [residency!.id], head: one })
  const change = async (base: Draft['base'], [name, field]: [string, string], cell: Cells[number]) => {
    const sheet = await returns.goOut(worker, { base, conditions: [], columns: [{ field: name, label: '这一个' }, { field, label: '改的' }, { field: 'place.address', label: '地址' }] })
    const batch = await returns.comeBack(worker, returns.edited(sheet, [[returns.head, 1, cell]]))
    assert.deepEqual([batch.kind, batch.counts.match, batch.cells!.taken], [base, 1, 1], base)
    await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
    assert.deepEqual((await returns.reach(worker, batch.id, 'done')).results, { changed: 1 }, base)
    return batch.id
  }
  const batch = await change('enterprise', ['enterprise.name', 'enterprise.staff'], 8)
  assert.equal((await worker.call('enterprise', 'get', { id: enterprise.id })).values.staff, 8)
  await change('thing', ['thing.name', 'thing.state'], '破损')
  assert.equal((await worker.call('thing', 'get', { id: thing.id })).state, '02')
  await change('household', ['household.no', 'household.phone'], '13900000077')
  assert.equal((await worker.call('household', 'get', { id: household.id })).values.phone, '139****0077')
  await change('housing', ['place.address', 'housing.state'], '空置')
  assert.equal((await worker.call('housing', 'get', { id: units[0]! })).state, '04')
  await worker.call('intake', 'undo', { id: batch })
  assert.deepEqual((await returns.reach(worker, batch, 'undone')).results, { undone: 1 })
  assert.equal((await worker.call('enterprise', 'get', { id: enterprise.id })).values.staff, 3)
})

test('columns of one name are told apart by their order, whoever lives here besides is changed here, and a text of two lines is no change', async () => {
  const { worker, elsewhere, street, units } = await openPeople()
  const number = makeIdentityNumber('339901', '1970-03-01', 5)
  const { id } = await elsewhere.worker.call('person', 'enter', { values: { name: '孙新六', certificateNumber: number, phone: '13900000006', note: '第一行\n第二行' }, at: { area: street.communities[1]!.area }, role: '01' })
  await (await street.staff('街道社工', 'socialWorker')).call('person', 'moveIn', { id, at: { housing: units[2]! }, role: '03' })
  const columns = [['name', '姓名'], ['phone', '电话'], ['owner.phone', '电话'], ['note', '说明'], ['workplace', '单位']].map(([field, label]) => ({ field: field!, label: label! }))
  const sheet = await returns.goOut(worker, { base: 'residency', conditions: [], columns })
  const row = sheet.findIndex(([name]) => name === '孙新六')
  const batch = await returns.comeBack(worker, returns.edited(sheet, [[row, 3, '第一行\r\n第二行'], [row, 4, '示例店']]))
  assert.deepEqual([batch.columns.map(({ name }) => name), batch.cells], [['name', 'phone', null, 'note', 'workplace'], { cells: 1, taken: 1, conflicts: 0, clears: 0 }])
  await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
  assert.deepEqual((await returns.reach(worker, batch.id, 'done')).results, { changed: 1 })
})

test('cells are chosen only of what came back, before it goes in, and by nobody next door', async () => {
  const { worker, elsewhere } = await openPeople()
  const ordinary = await returns.reach(worker, await sendTable(city.http, worker, [['姓名'], ['孙新六']]), 'ready')
  await assert.rejects(worker.call('intake', 'choose', { id: ordinary.id, which: 'all', isTaken: true }), { code: 'intake.not-now' })
  const batch = await returns.comeBack(worker, returns.edited(await returns.goOut(worker, people), [[returns.head, 3, '示例店']]))
  await assert.rejects(elsewhere.worker.call('intake', 'choose', { id: batch.id, which: 'all', isTaken: true }), { code: 'not-found' })
  await assert.rejects(worker.call('intake', 'choose', { id: batch.id, isTaken: true }), { code: 'input.invalid' })
  await worker.call('intake', 'choose', { id: batch.id, which: 'all', isTaken: false })
  await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
  assert.deepEqual((await returns.reach(worker, batch.id, 'done')).results, { same: 1 })
  await assert.rejects(worker.call('intake', 'choose', { id: batch.id, which: 'all', isTaken: true }), { code: 'intake.not-now' })
})
