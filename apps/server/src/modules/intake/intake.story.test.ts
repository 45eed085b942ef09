import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { eventually } from '../../../test/eventually.ts'
import { sendTable } from '../../../test/table.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

let serial = 0
const number = (birth = '1990-01-01') => makeIdentityNumber('339901', birth, (serial += 1) % 900 + 1)
const header = ['姓 名*', '公民身份号码', '性别', '联系方式', '现住门（楼）详址', '学历']

async function reach(worker: Person, id: string, status: string) {
  await eventually(async () => assert.equal((await worker.call('intake', 'get', { id })).status, status))
  return worker.call('intake', 'get', { id })
}
async function send(worker: Person, rows: readonly (readonly string[])[] | Uint8Array, name?: string) {
  const id = await sendTable(city.http, worker, rows, name)
  return reach(worker, id, 'ready')
}
const rowsOf = async (worker: Person, id: string, filter: { outcome?: 'fresh' | 'match' | 'twice' | 'bad' | 'note' } = {}) => (await worker.call('intake', 'rows', { id, limit: 100, ...filter })).rows
const peopleOf = async (worker: Person) => (await worker.call('person', 'list', { limit: 100 })).rows

test('a file is recognised, looked over, confirmed, and everybody is found where they live', async () => {
  const { worker, units } = await openBlock(city)
  const [one, two] = [number('1950-03-01'), number()]
  const batch = await send(worker, [['2026年实有人口登记表'], ['填表单位：东苑社区'], header, ['王示一', one, Number(one.charAt(16)) % 2 === 1 ? '男' : '女', '139-0000-0001', '文澜苑3幢2单元501室', '本科'], ['李例二', two, '', '', '３栋１单元201', '大专'], ['填表人：张模三', '', '', '', '', '']])
  assert.deepEqual([batch.row, batch.columns.map(({ name }) => name), batch.counts], [3, ['name', 'certificateNumber', 'sex', 'phone', 'at.address', 'education'], { fresh: 2, note: 1 }])
  assert.deepEqual((await rowsOf(worker, batch.id, { outcome: 'fresh' })).map(({ name, address, faults }) => [name, address, faults]), [['王示一', '文澜苑3幢2单元501室', []], ['李例二', '文澜苑3幢1单元201室', []]])
  await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
  const done = await reach(worker, batch.id, 'done')
  assert.deepEqual(done.results, { entered: 2 })
  assert.deepEqual((await peopleOf(worker)).map(({ name, address, birth }) => [name, address, birth]), [['李例二', '文澜苑3幢1单元201室', '1990-01-01'], ['王示一', '文澜苑3幢2单元501室', '1950-03-01']])
  assert.equal((await worker.call('find', 'all', { text: one })).people[0]!.name, '王示一')
  assert.equal((await worker.call('find', 'all', { text: 'wsy' })).people.length, 1)
  const [person] = (await worker.call('find', 'all', { text: one })).people
  const view = await worker.call('person', 'get', { id: person!.id })
  assert.deepEqual([view.values.education, view.residencies.map(({ housing, role }) => [housing, role])], ['20', [[units[2], '02']]])
  const [revision] = (await worker.call('person', 'history', { id: person!.id })).rows
  assert.deepEqual([revision!.source, revision!.sourceName, revision!.by], ['import', '人口.csv', '社工'])
  const { rows: told } = await city.owner.query<{ name: string }>(`select name from journal where subject = $1 and subject_kind = 'intake' order by at, id`, [batch.id])
  assert.deepEqual(told.map(({ name }) => name), ['intake.received', 'intake.recognised', 'intake.advanced', 'intake.read', 'intake.committed', 'intake.stored', 'intake.done'])
})

test('what is wrong is told by row, column and code with the way to mend it, and keeps only its own row back', async () => {
  const { worker } = await openBlock(city)
  const twice = number()
  const batch = await send(worker, [header, ['王示一', twice, '男性', '', '3-2-501', ''], ['', number(), '', '', '3-2-501', ''], ['张模三', '3.3E+17', '', '', '3-2-501', ''], ['李例二', number(), '', '1390', '3-2-501', '外星'], ['王示一', twice, '', '', '3-2-501', ''], ['赵样四', number(), '', '', '9-9-901', '']])
  assert.deepEqual(batch.counts, { fresh: 2, bad: 3, twice: 1 })
  assert.deepEqual((await rowsOf(worker, batch.id, { outcome: 'bad' })).map(({ no, faults }) => [no, faults.filter(({ isWarning }) => !isWarning).map(({ column, title, code }) => [column, title, code])]),
    [[3, [['name', '姓 名*', 'name.missing']]], [4, [['certificateNumber', '公民身份号码', 'value']]], [5, [['phone', '联系方式', 'value'], ['education', '学历', 'value']]]])
  assert.equal((await rowsOf(worker, batch.id, { outcome: 'twice' }))[0]!.twin, 2)
  assert.match((await rowsOf(worker, batch.id)).find(({ no }) => no === 7)!.faults[0]!.message, /房屋库里没有/)
  await assert.rejects(worker.call('intake', 'commit', { id: batch.id, which: 'all' }), { code: 'intake.faulty' })
  await worker.call('intake', 'commit', { id: batch.id, which: 'good' })
  assert.deepEqual((await reach(worker, batch.id, 'done')).results, { entered: 2 })
  assert.deepEqual((await peopleOf(worker)).map(({ name }) => name).toSorted(), ['王示一', '赵样四'].toSorted())
})

test('who is known already is merged as was chosen, a cell can be emptied, and the whole batch be undone', async () => {
  const { worker, units } = await openBlock(city)
  const known = number()
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: known, phone: '13900000001', education: '60', note: '旧备注' }, at: { housing: units[0]! }, role: '01' })
  const rows = [['姓名', '身份证号', '电话', '学历', '民族', '备注', '住址'], ['王示一', known, '13900000002', '本科', '汉', '【清空】', '3-1-201'], ['李例二', number(), '', '', '', '', '3-1-201']]
  const values = async () => (({ phone, education, ethnicity, note }) => [phone, education, ethnicity, note])((await worker.call('person', 'get', { id: person })).values)
  const atFirst = await values()

  const first = await send(worker, rows)
  assert.deepEqual((await rowsOf(worker, first.id, { outcome: 'match' }))[0]!.differences.map(({ field, before: was, after: is }) => [field, was, is]), [['phone', '139****0001', '139****0002'], ['ethnicity', null, '汉族'], ['education', '普通高中教育', '大学本科教育'], ['note', '旧备注', null]])
  await worker.call('intake', 'commit', { id: first.id, which: 'all', merge: { otherwise: 'fill', fields: { education: 'take' } } })
  assert.deepEqual((await reach(worker, first.id, 'done')).results, { entered: 1, changed: 1 })
  assert.deepEqual(await values(), ['139****0001', '20', '01', null])

  await worker.call('intake', 'undo', { id: first.id })
  assert.deepEqual((await reach(worker, first.id, 'undone')).results, { undone: 2 })
  assert.deepEqual([await values(), (await peopleOf(worker)).length], [atFirst, 1])

  const second = await send(worker, rows)
  await worker.call('intake', 'commit', { id: second.id, which: 'all', merge: { otherwise: 'rule' } })
  assert.deepEqual((await reach(worker, second.id, 'done')).results, { entered: 1, changed: 1 })
  // What a form said stands before what was sent in bulk; the file's word waits beside it.
  assert.deepEqual(await values(), ['139****0001', '60', '01', null])
  assert.equal((await city.owner.query(`select from claim where record = $1 and status = 'open'`, [person])).rowCount, 2)
  // Changed since: stays.
  const late = (await peopleOf(worker)).find(({ name }) => name === '李例二')!
  await worker.call('person', 'change', { id: late.id, revision: 1, values: { phone: '13900000009' } })
  await worker.call('intake', 'undo', { id: second.id })
  assert.deepEqual((await reach(worker, second.id, 'undone')).results, { undone: 1, kept: 1 })
  assert.equal((await worker.call('person', 'get', { id: late.id })).phone, '139****0009')
})

test('whom somebody has tagged, put into a household or told a relation of since stays when the batch is undone', async () => {
  const { worker, units, street, building } = await openBlock(city)
  const batch = await send(worker, [['姓名', '身份证号', '住址'], ...['王示一', '李例二', '张模三', '赵样四'].map((name) => [name, number(), '3-1-201'])])
  await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
  await reach(worker, batch.id, 'done')
  const idOf = new Map((await peopleOf(worker)).map(({ name, id }) => [name, id]))
  await (await street.staff('管理员', 'systemAdmin')).call('tag', 'add', { area: street.area, name: '志愿者' })
  await worker.call('tag', 'put', { kind: 'person', id: idOf.get('王示一')!, tags: ['志愿者'] })
  const [residency] = (await worker.call('person', 'get', { id: idOf.get('李例二')! })).residencies
  await worker.call('household', 'form', { at: { housing: units[0]! }, members: [residency!.id], head: idOf.get('李例二')! })
  await worker.call('relation', 'enter', { kind: 'steward', person: idOf.get('张模三')!, building })
  await worker.call('intake', 'undo', { id: batch.id })
  assert.deepEqual((await reach(worker, batch.id, 'undone')).results, { undone: 1, kept: 3 })
  assert.deepEqual((await peopleOf(worker)).map(({ name }) => name).toSorted(), ['王示一', '李例二', '张模三'].toSorted())
})

test('a file of the whole sub-district leaves what a community keeps in fields of its own as it was', async () => {
  const { worker, units, street } = await openBlock(city)
  const home = street.communities[0]!.area
  const { name: hobby } = await (await street.staff('书记', 'secretary', home)).call('field', 'add', { area: home, kind: 'person', label: '爱好', type: 'text', purpose: '组织活动' })
  const known = number()
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: known, [hobby]: '二胡' }, at: { housing: units[0]! }, role: '01' })
  const whole = await street.staff('街道社工', 'socialWorker')
  const batch = await send(whole, [['姓名', '身份证号', '民族'], ['王示一', known, '汉']])
  await whole.call('intake', 'commit', { id: batch.id, which: 'all' })
  assert.deepEqual((await reach(whole, batch.id, 'done')).results, { changed: 1 })
  assert.deepEqual((await worker.call('person', 'list', { area: home, own: { name: hobby, value: '二胡' } })).rows.map((row) => row.id), [id])
})

test('what a file says otherwise waits beside what stands, and no more once it is undone; where the office puts files first it stands', async () => {
  const { worker, units, street } = await openBlock(city)
  const known = number()
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: known, phone: '13900000041', workplace: '示例厂' }, at: { housing: units[0]! }, role: '01' })
  const read = async () => (({ phone, workplace }) => [phone, workplace])((await worker.call('person', 'get', { id: person })).values)
  const waiting = async () => (await worker.call('claim', 'list', { record: person })).rows
  const commit = async () => {
    const batch = await send(worker, [['姓名', '身份证号', '电话', '工作单位'], ['王示一', known, '13900000042', '示例店']])
    await worker.call('intake', 'commit', { id: batch.id, which: 'all', merge: { otherwise: 'rule' } })
    await reach(worker, batch.id, 'done')
    return batch.id
  }
  const first = await commit()
  assert.deepEqual(await read(), ['139****0041', '示例厂'])
  assert.deepEqual((await waiting()).map((one) => [one.label, one.value, one.source, one.present, one.presentSource]).toSorted(), [['服务处所', '示例店', 'import', '示例厂', 'form'], ['联系电话', '139****0042', 'import', '139****0041', 'form']])
  await worker.call('intake', 'undo', { id: first })
  await reach(worker, first, 'undone')
  assert.deepEqual(await waiting(), [])
  await (await street.staff('管理员', 'systemAdmin')).call('field', 'rank', { kind: 'person', field: 'phone', sources: ['import', 'form'] })
  await commit()
  assert.deepEqual([await read(), (await waiting()).map(({ field }) => field)], [['139****0042', '示例厂'], ['workplace']])
  const [newest] = (await worker.call('person', 'history', { id: person })).rows
  assert.deepEqual([newest!.source, newest!.fields.map(({ label, before: was }) => [label, was])], ['import', [['联系电话', '139****0041']]])
})

test('a column of a field that a community added is recognised by its name and checked like any other; next door nobody knows it', async () => {
  const { worker, street, elsewhere } = await openBlock(city)
  const home = street.communities[0]!.area
  const secretary = await street.staff('书记', 'secretary', home)
  const add = async (label: string, type: 'code' | 'number', more: object) => (await secretary.call('field', 'add', { area: home, kind: 'person', label, type, purpose: '组织活动', ...more })).name
  const [skill, children] = [await add('才艺特长', 'code', { options: ['书法', '舞蹈'] }), await add('子女人数', 'number', { max: 20 })]
  const rows = [['姓名', '身份证号', '住址', '才艺特长', '子女人数'], ['王示一', number(), '3-1-201', '书法', '２'], ['李例二', number(), '3-1-201', '杂技', '200']]
  const batch = await send(worker, rows)
  assert.deepEqual(batch.columns.map(({ name }) => name), ['name', 'certificateNumber', 'at.address', skill, children])
  const [bad] = await rowsOf(worker, batch.id, { outcome: 'bad' })
  assert.deepEqual([bad!.no, bad!.faults.map(({ title, code }) => [title, code])], [3, [['才艺特长', 'value'], ['子女人数', 'value']]])
  assert.match(bad!.faults[0]!.message, /书法、舞蹈/)
  await worker.call('intake', 'commit', { id: batch.id, which: 'good' })
  await reach(worker, batch.id, 'done')
  const [somebody] = (await worker.call('person', 'list', { area: home, own: { name: skill, value: '书法' } })).rows
  const { values } = await worker.call('person', 'get', { id: somebody!.id })
  assert.deepEqual([somebody!.name, values[skill], values[children]], ['王示一', '书法', 2])
  assert.deepEqual((await send(elsewhere.worker, rows)).columns.map(({ name }) => name).slice(3), [null, null])
})

test('somebody known who stands twice in a file is changed once; after a month nothing is undone, and the file and its rows are gone', async () => {
  const { worker, units } = await openBlock(city)
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001' }, at: { housing: units[0]! }, role: '01' })
  const mine = number()
  const batch = await send(worker, [['姓名', '身份证号', '电话', '民族'], ['王示一', '', '13900000001', '汉'], ['王示一', mine, '13900000001', '回'], ['王示一', mine, '13900000007', '']])
  assert.deepEqual((await rowsOf(worker, batch.id)).map(({ no, outcome, twin }) => [no, outcome, twin]), [[2, 'match', null], [3, 'twice', 2], [4, 'twice', 3]])
  await worker.call('intake', 'commit', { id: batch.id, which: 'good' })
  await reach(worker, batch.id, 'done')
  assert.equal((await worker.call('person', 'get', { id: person })).values.ethnicity, '01')
  await city.owner.query(`update intake_batch set changed_at = now() - interval '32 days' where id = $1`, [batch.id])
  await assert.rejects(worker.call('intake', 'undo', { id: batch.id }), { code: 'intake.not-now' })
  await city.server.around.database.own(`select intake_sweep(now() - interval '7 days', now() - interval '31 days')`)
  for (const table of ['intake_file', 'intake_row']) assert.equal((await city.owner.query(`select from ${table} where batch = $1`, [batch.id])).rowCount, 0, table)
  assert.deepEqual((await worker.call('intake', 'get', { id: batch.id })).results, { changed: 1 })
})

test('columns may be chosen otherwise and are remembered; another community’s people and places are not touched', async () => {
  const { worker, elsewhere, units } = await openBlock(city)
  const known = number()
  await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: known }, at: { housing: units[0]! }, role: '01' })
  const theirs = await send(elsewhere.worker, [['姓名', '证件', '所属社区'], ['王示一', known, ''], ['李例二', number(), '东苑社区']])
  assert.equal(theirs.columns[1]!.name, null)
  await elsewhere.worker.call('intake', 'read', { id: theirs.id, sheet: 0, columns: theirs.columns.map(({ at, name }) => ({ at, name: at === 1 ? 'certificateNumber' : name })) })
  const again = await reach(elsewhere.worker, theirs.id, 'ready')
  assert.deepEqual(again.counts, { bad: 2 })
  assert.deepEqual((await rowsOf(elsewhere.worker, theirs.id)).map(({ faults }) => faults.map(({ code, message }) => [code, message])), [[['elsewhere', '该证件号码已在东苑社区登记，请联系该社区办理迁移']], [['place.outside', '“东苑社区”不在您的辖区，或名称与辖区里的不同']]])
  await assert.rejects(elsewhere.worker.call('intake', 'commit', { id: theirs.id, which: 'good' }), { code: 'intake.faulty' })
  await assert.rejects(worker.call('intake', 'get', { id: theirs.id }), { code: 'not-found' })
  assert.equal((await elsewhere.worker.call('intake', 'cancel', { id: theirs.id })).status, 'cancelled')
  const next = await send(elsewhere.worker, [['证件', '姓名'], [number(), '张模三']])
  assert.deepEqual(next.columns.map(({ name }) => name), ['certificateNumber', 'name'])
})
