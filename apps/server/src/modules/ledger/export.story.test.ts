import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Asked } from '@linli/contract'
import { makeIdentityNumber } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openPeople, test as asks } from './people.fixture.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const columns = [['name', '承租人姓名'], ['certificateNumber', '承租人证件'], ['phone', '承租人电话'], ['sex', '性别'], ['health', '健康'], ['housing.leaseUntil', '止租日期'], ['person.age', '年龄'], ['owner.phone', '房主电话']].map(([field, label]) => ({ field: field!, label: label! }))
const tenants: NonNullable<Asked<'ledger', 'rows'>['draft']> = { base: 'residency', conditions: [asks('residency.role', 'in', ['03'])], columns: [...columns, { field: null, label: '备注' }] }

const take = (person: Person, id: string) => city.http.inject({ method: 'POST', url: '/api/ledger/file', payload: { id }, headers: { authorization: `Bearer ${person.token}` } })
const read = async (bytes: Buffer) => (await readXlsx(bytes)).sheets[0]!
const number = makeIdentityNumber('339901', '1996-03-01', 22)

test('with masked numbers a list is taken at once, under the office’s headers, and says who took it when for what', async () => {
  const { worker } = await openPeople(city)
  const asked = await worker.call('ledger', 'askExport', { draft: tenants, name: '租客名单', purpose: '报送街道' })
  assert.deepEqual([asked.status, asked.isWhole, asked.lines, asked.mayTake, asked.sensitive], ['agreed', false, 1, true, ['承租人证件', '承租人电话', '健康', '房主电话']])
  const answer = await take(worker, asked.id)
  assert.equal(answer.statusCode, 200, answer.body.slice(0, 300))
  assert.match(String(answer.headers['content-disposition']), new RegExp(encodeURIComponent('租客名单')))
  const sheet = await read(answer.rawPayload)
  assert.equal(sheet.name, '租客名单')
  assert.match(String(sheet.rows[0]![0]), /东苑社区租客名单/)
  assert.match(String(sheet.rows[1]![0]), /^社工 于 \d{4}-\d\d-\d\d \d\d:\d\d 导出（号码已遮盖）；用途：报送街道；编号 /)
  assert.deepEqual(sheet.rows[2]!.slice(0, 9), tenants.columns.map(({ label }) => label))
  const [line] = sheet.rows.slice(3)
  assert.match(String(line![1]), /^\d+\*+\d+$/)
  assert.deepEqual([line![0], line![2], line![3], line![4], line![7]], ['李例二', '139****0002', '女性', '＊＊＊', '139****0001'])
  assert.equal(typeof line![6], 'number')
  assert.doesNotMatch(answer.body, new RegExp(number))
  assert.equal((await take(worker, asked.id)).statusCode, 200)
})

test('a field that a community added itself stands in its file, in words; what is sealed of it is masked', async () => {
  const { worker, street, people } = await openPeople(city)
  const secretary = await street.staff('书记', 'secretary', street.communities[0]!.area)
  const add = async (label: string, more: object) => (await secretary.call('field', 'add', { area: street.communities[0]!.area, kind: 'person', label, type: 'text', purpose: '组织活动', ...more })).name
  const [skill, contact] = [await add('才艺特长', { type: 'codes', options: ['书法', '舞蹈'] }), await add('社团联系人', { isSensitive: true })]
  await worker.call('person', 'change', { id: people.zhang, revision: 1, values: { [skill]: '书法、舞蹈', [contact]: '赵样四' } })
  const asked = await worker.call('ledger', 'askExport', { draft: { base: 'person', conditions: [asks(skill, 'in', ['舞蹈'])], columns: [{ field: 'name', label: '姓名' }, { field: skill, label: '特长' }, { field: contact, label: '联系人' }] }, name: '文艺骨干', purpose: '组队' })
  const sheet = await read((await take(worker, asked.id)).rawPayload)
  assert.deepEqual(sheet.rows.slice(3).map((row) => row.slice(0, 3)), [['张示三', '书法、舞蹈', '＊＊＊']])
})

test('what nobody decides within three days is over: it waits for no one, and nobody agrees to it later', async () => {
  const { worker, street } = await openPeople(city)
  const secretary = await street.staff('书记', 'secretary', street.communities[0]!.area)
  const asked = await worker.call('ledger', 'askExport', { draft: tenants, name: '租客台账', isWhole: true, purpose: '公安核对' })
  assert.equal(new Date(asked.expiresAt!).getTime() - new Date(asked.askedAt).getTime(), 3 * 86_400_000)
  city.setClock(new Date(Date.now() + 3 * 86_400_000 + 60_000).toISOString())
  assert.deepEqual((await secretary.call('ledger', 'exportsToDecide', {})).rows, [])
  await assert.rejects(secretary.call('ledger', 'decideExport', { id: asked.id, isAgreed: true }), { code: 'base.changed' })
  const mine = (await worker.call('ledger', 'exports', {})).rows.find(({ id }) => id === asked.id)!
  assert.deepEqual([mine.status, mine.mayTake], ['expired', false])
  city.setClock(undefined)
})

test('with whole numbers somebody else agrees first, it is taken once, and by nobody else', async () => {
  const { worker, street, elsewhere } = await openPeople(city)
  const secretary = await street.staff('书记', 'secretary', street.communities[0]!.area)
  const asked = await worker.call('ledger', 'askExport', { draft: tenants, name: '租客台账', isWhole: true, purpose: '公安核对' })
  assert.deepEqual([asked.status, asked.isWhole, asked.mayTake, asked.mayDecide], ['asked', true, false, false])
  assert.equal((await take(worker, asked.id)).json().code, 'ledger.not-to-take')
  await assert.rejects(worker.call('ledger', 'decideExport', { id: asked.id, isAgreed: true }), { code: 'may.not' })
  const waiting = (await secretary.call('ledger', 'exportsToDecide', {})).rows.find(({ id }) => id === asked.id)
  assert.deepEqual([waiting!.purpose, waiting!.lines, waiting!.sensitive, waiting!.mayDecide], ['公安核对', 1, ['承租人证件', '承租人电话', '健康', '房主电话'], true])
  assert.deepEqual((await (await street.staff('别处书记', 'secretary', street.communities[1]!.area)).call('ledger', 'exportsToDecide', {})).rows, [])
  await secretary.call('ledger', 'decideExport', { id: asked.id, isAgreed: true })
  await assert.rejects(secretary.call('ledger', 'decideExport', { id: asked.id, isAgreed: false }), { code: 'base.changed' })
  for (const other of [secretary, elsewhere.worker]) assert.ok([404, 409].includes((await take(other, asked.id)).statusCode))
  const sheet = await read((await take(worker, asked.id)).rawPayload)
  assert.match(String(sheet.rows[1]![0]), /含完整号码），书记 同意；用途：公安核对/)
  assert.deepEqual(sheet.rows[3]!.slice(0, 5), ['李例二', number, '13900000002', '女性', '健康或良好'])
  assert.equal((await take(worker, asked.id)).json().code, 'ledger.not-to-take')
  const [mine] = (await worker.call('ledger', 'exports', {})).rows
  assert.deepEqual([mine!.status, mine!.takenLines, mine!.decidedBy], ['taken', 1, '书记'])
  const { rows } = await city.owner.query<{ name: string, actor_name: string, details: object }>(`select name, actor_name, details from journal where subject = $1 order by at, id`, [asked.id])
  assert.deepEqual(rows.map(({ name, actor_name: by }) => [name, by]), [['ledger.export-asked', '社工'], ['ledger.export-agreed', '书记'], ['ledger.export-begun', '社工'], ['ledger.export-taken', '社工']])
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${number}|13900000002`))
})

test('who asks cannot agree even where they may agree for others; what was refused or waited too long is not taken', async () => {
  const { worker, street } = await openPeople(city)
  const [secretary, leader] = [await street.staff('书记', 'secretary', street.communities[0]!.area), await street.staff('领导', 'leader')]
  const own = await secretary.call('ledger', 'askExport', { draft: tenants, isWhole: true, purpose: '核对' })
  await assert.rejects(secretary.call('ledger', 'decideExport', { id: own.id, isAgreed: true }), { code: 'may.not' })
  await leader.call('ledger', 'decideExport', { id: own.id, isAgreed: false, note: '请用遮盖的' })
  assert.equal((await take(secretary, own.id)).json().code, 'ledger.not-to-take')
  const masked = await worker.call('ledger', 'askExport', { draft: tenants, purpose: '核对' })
  city.setClock(new Date(Date.now() + 25 * 3_600_000).toISOString())
  assert.equal((await worker.call('ledger', 'exports', {})).rows[0]!.status, 'expired')
  assert.equal((await take(worker, masked.id)).json().code, 'ledger.not-to-take')
  city.setClock(undefined)
})

test('over a bad line it may be begun again for ten minutes, as long as it has not been handed over', async () => {
  const { worker, street } = await openPeople(city)
  const asked = await worker.call('ledger', 'askExport', { draft: tenants, isWhole: true, purpose: '核对' })
  await (await street.staff('领导', 'leader')).call('ledger', 'decideExport', { id: asked.id, isAgreed: true })
  await city.owner.query(`update ledger_export set status = 'taken', begun_at = now() - interval '11 minutes' where id = $1`, [asked.id])
  assert.equal((await take(worker, asked.id)).json().code, 'ledger.not-to-take')
  await city.owner.query(`update ledger_export set begun_at = now() - interval '9 minutes' where id = $1`, [asked.id])
  assert.equal((await take(worker, asked.id)).statusCode, 200)
  assert.equal((await take(worker, asked.id)).json().code, 'ledger.not-to-take')
})

test('grid workers export nothing; over another community nobody does', async () => {
  const { worker, street } = await openPeople(city)
  const grid = await street.staff('网格员', 'gridWorker', street.communities[0]!.area)
  await assert.rejects(grid.call('ledger', 'askExport', { draft: tenants, purpose: '核对' }), { code: 'may.not' })
  await assert.rejects(worker.call('ledger', 'askExport', { draft: tenants, area: street.communities[1]!.area, purpose: '核对' }), { code: 'not-found' })
  const asked = await worker.call('ledger', 'askExport', { draft: tenants, purpose: '核对' })
  assert.equal((await take(grid, asked.id)).json().code, 'may.not')
  assert.equal((await city.http.inject({ method: 'POST', url: '/api/ledger/file', payload: { id: asked.id } })).json().code, 'sign-in.needed')
  assert.equal((await city.http.inject({ method: 'POST', url: '/api/ledger/file', payload: {}, headers: { authorization: `Bearer ${worker.token}` } })).json().code, 'input.invalid')
})

test('the shipped ledger of everybody comes out in its template, whatever stands in the cells', async () => {
  const { worker, people } = await openPeople(city)
  await worker.call('person', 'change', { id: people.zhang, revision: 1, values: { workplace: `=HYPERLINK("x") <&> _x0041_ ＂中＂`, nativePlace: '浙江\t杭州' } })
  const [ledger] = (await worker.call('ledger', 'list', {})).rows
  const asked = await worker.call('ledger', 'askExport', { id: ledger!.id, purpose: '月报' })
  const book = await readXlsx((await take(worker, asked.id)).rawPayload)
  const [sheet, choices] = book.sheets
  assert.deepEqual(sheet!.rows[2]!.slice(0, 27), ledger!.columns.map(({ label }) => label))
  assert.equal(sheet!.rows[3]![11], `=HYPERLINK("x") <&> _x0041_ ＂中＂`)
  assert.match(String(sheet!.rows.at(-1)![0]), /填表人/)
  assert.deepEqual(choices!.rows.slice(0, 3).map((row) => row[0]), ['户籍人口', '流动人口', '境外人员'])
  assert.deepEqual(sheet!.dataValidations?.map(({ range, type }) => [range, type]).slice(0, 2), [['B4:B2006', 'list'], ['C4:C2006', 'list']])
})
