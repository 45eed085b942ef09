import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dayOf } from '@linli/standards'
import { openCity, type City } from '../../../test/city.ts'
import { pointIn } from '../../../test/office.ts'
import { runQueued } from '../../../test/queued.ts'
import { test as asks } from './people.fixture.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const columns = [['event.number', '编号'], ['event.matter', '类别'], ['event.status', '状态'], ['event.reporter', '反映人'], ['event.reporterPhone', '电话'], ['place.community', '社区']].map(([field, label]) => ({ field: field!, label: label! }))

test('events stand in a ledger as they stand now, each where it happened; who asked not to be named is not named', async () => {
  const street = await city.subdistrict()
  const worker = await street.staff('社工', 'socialWorker', street.communities[0]!.area)
  const elsewhere = await street.staff('社工', 'socialWorker', street.communities[1]!.area)
  const resident = await street.resident('王示一')
  const report = (description: string, privacy: 'open' | 'confidential' = 'open') => resident.call('event', 'reportMine', { description, matter: 'A02', point: pointIn(street, 0), privacy })
  const [open, hidden] = [await report('楼上邻居夜里吵闹'), await report('邻居堆放杂物起了争执', 'confidential')]
  const rowsOf = async (by = worker, ...conditions: ReturnType<typeof asks>[]) => (await by.call('ledger', 'rows', { draft: { base: 'event', conditions, columns } })).rows
  const [first, second] = await rowsOf()
  assert.deepEqual([first!.id, first!.kind, first!.cells.slice(1, 3)], [open.id, 'event', ['邻里纠纷', '待受理']])
  assert.match(first!.cells.slice(3, 5).join(), /^王示一,1\d\d\*{4}\d{4}$/)
  assert.deepEqual([second!.id, second!.cells.slice(3, 5)], [hidden.id, [null, null]])
  assert.deepEqual((await rowsOf(worker, asks('event.matter', 'has', '物业'))), [])
  assert.equal((await rowsOf(worker, asks('event.status', 'in', ['reported']), asks('event.reportedOn', 'within', 'today'), asks('event.closedOn', 'known', null, true))).length, 2)
  assert.deepEqual(await rowsOf(elsewhere), [])
  // Shipped ones are to be had at once; nobody types for them.
  const shipped = (await worker.call('ledger', 'list', { base: 'event' })).rows
  assert.deepEqual(shipped.map(({ name, typedColumns }) => [name, typedColumns]).toSorted(), [['民情诉求台账', 0], ['矛盾纠纷排查台账', 0], ['超期还没有办结的事件', 0]])
  for (const { id } of shipped) await worker.call('ledger', 'rows', { id })
  assert.equal((await worker.call('ledger', 'count', { id: shipped.find(({ name }) => name === '矛盾纠纷排查台账')!.id })).total, 2)
  // No home is coloured by events, and whoever may not see events has no ledger of them.
  await assert.rejects(worker.call('ledger', 'homes', { id: shipped[0]!.id, building: street.communities[0]!.area }), { code: 'input.invalid' })
})

test('who works in the community stands in a ledger for whoever may see accounts, with masked numbers; it is frozen as events are', async () => {
  const street = await city.subdistrict()
  const [home, next] = street.communities
  const [secretary, worker, admin] = [await street.staff('书记', 'secretary', home!.area), await street.staff('社工', 'socialWorker', home!.area), await street.staff('系统管理员', 'systemAdmin')]
  await street.staff('别处社工', 'socialWorker', next!.area)
  await street.resident('王示一')
  const { account } = await admin.call('account', 'create', { name: '新示例', phone: '13900004321', area: home!.area, unit: home!.unit.id, signInName: 'new-worker', side: 'staff' })
  const shipped = (await secretary.call('ledger', 'list', { base: 'worker' })).rows[0]!
  // The header of the form in use (domain facts §1.11, 6), in its order; what no account holds is typed.
  const labels = '机构名称|部门名称|登录名|姓名|工号|邮箱|电话|手机|用户类型|创建时间|拥有角色|备注|人员类型|性别|级别|民族|职务|政治面貌|出生日期|公民身份证号码|学历|其他联系方式|岗位辖区|账号启用'
  assert.deepEqual([shipped.name, shipped.typedColumns, shipped.columns.map(({ label }) => label).join('|')], ['社工信息台账', 12, labels])
  await city.owner.query(`update unit set phone = '0571-00000000' where id = $1`, [home!.unit.id])
  await street.staff('网格员', 'gridWorker', home!.grids[0]!)
  const rows = (await secretary.call('ledger', 'rows', { id: shipped.id })).rows
  assert.deepEqual(rows.map(({ kind, cells }) => [kind, ...[0, 3, 10, 12, 23].map((at) => cells[at])]).toSorted(), [['worker', '东苑社区', '书记', '社区书记', '第一责任人', '是'], ['worker', '东苑社区', '社工', '社区工作者', null, '是'], ['worker', '东苑社区', '网格员', '网格员', '网格员', '是']])
  const draft = { base: 'worker' as const, conditions: [asks('worker.phone', 'known')], columns: [{ field: 'worker.name', label: '姓名' }, { field: 'worker.unit', label: '部门' }, { field: 'worker.phone', label: '手机' }, { field: 'place.community', label: '社区' }, { field: 'worker.unitPhone', label: '电话' }] }
  assert.deepEqual((await secretary.call('ledger', 'rows', { draft })).rows.map(({ id, cells }) => [id, cells]), [[account.id, ['新示例', '东苑社区', '139****4321', '东苑社区', '0571-00000000']]])
  await assert.rejects(worker.call('ledger', 'rows', { draft }), { code: 'may.not' })
  assert.equal((await secretary.call('ledger', 'askExport', { draft, isWhole: true, purpose: '报送街道' })).status, 'asked')
  const month = dayOf(new Date())
  const events = (await secretary.call('ledger', 'list', { base: 'event' })).rows.find(({ name }) => name === '民情诉求台账')!
  const frozen = await Promise.all([shipped, events].map(({ id }) => secretary.call('ledger', 'freeze', { id, month })))
  await runQueued(city, 'ledger')
  // Nor may they have it kept, or read it where it was.
  await assert.rejects(worker.call('ledger', 'freeze', { id: shipped.id, month }), { code: 'may.not' })
  await assert.rejects(worker.call('ledger', 'monthLines', { id: frozen[0]!.id }), { code: 'may.not' })
  assert.deepEqual((await secretary.call('ledger', 'months', {})).rows.filter(({ id, isFrozen }) => isFrozen && frozen.some((one) => one.id === id)).map(({ name, lines }) => [name, lines]).toSorted(), [['民情诉求台账', 0], ['社工信息台账', 3]])
})
