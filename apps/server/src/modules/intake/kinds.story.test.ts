import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { writeXlsx } from 'hucre/xlsx'
import { codeOf, openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { eventually } from '../../../test/eventually.ts'
import { sendTable } from '../../../test/table.ts'

/** Files of enterprises, things and homes, as people really send them. */
let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

async function reach(worker: Person, id: string, status: string) {
  await eventually(async () => assert.equal((await worker.call('intake', 'get', { id })).status, status))
  return worker.call('intake', 'get', { id })
}
type Rows = readonly (readonly string[])[]
async function send(worker: Person, rows: Rows | Uint8Array, name = '登记表.csv') {
  return reach(worker, await sendTable(city.http, worker, rows, name), 'ready')
}
const rowsOf = async (worker: Person, id: string) => (await worker.call('intake', 'rows', { id, limit: 100 })).rows
const faultsOf = async (worker: Person, id: string) => (await rowsOf(worker, id)).flatMap(({ no, faults }) => faults.map(({ code, isWarning }) => [no, code, isWarning]))
async function commit(worker: Person, id: string, more: object = {}) {
  await worker.call('intake', 'commit', { id, which: 'good', ...more })
  return (await reach(worker, id, 'done')).results
}
const told = async (id: string) => (await city.owner.query<{ name: string }>(`select name from journal where subject = $1 and subject_kind = 'intake' order by at, id`, [id])).rows.map(({ name }) => name)

let serial = 0
const credit = (first = '52') => codeOf(`${first}339901MJ${String(serial += 1).padStart(7, '0')}`)

const society = ['统一社会信用代码', '登记证号', '社会组织名称', '登记管理机关代码', '法定代表人姓名', '住所', '批准日期', '社会组织类型', '状态', '负责人证件代码', '负责人证件号码', '负责人姓名', '负责人联系方式', '办公地址', '治保负责人姓名', '治保负责人联系方式', '关注程度', '是否具备建立中共党组织条件', '是否有中共党组织', '中共党员数量', '是否有工会', '工会会员数量', '是否有共青团组织', '团员数量', '是否有妇联组织', '妇女数量', '资金来源', '是否有境外背景', '中心点']

test('the form of social organisations goes in with all its columns, merged titles and a signature around it', async () => {
  const { worker, units } = await openBlock(city)
  const code = credit()
  const line = [code, '示社证字第001号', '示例调解协会', '临河区民政局', '王示一', '文澜苑3幢', '2020.5.1', '社会团体', '正常', '护照', 'E12345678', '李例二', '139-0000-0001', '文澜苑3幢2单元501室', '张模三', '13900000003', '中', '是', '否', '３', '无', '', '无', '', '有', '12', '会费', '否', '120.1,30.1']
  const bytes = await writeXlsx({ sheets: [{ name: '社会组织', rows: [['社会组织登记表', ...society.slice(1).map(() => null)], ['填报单位：东苑社区'], society, line, ['填表人：赵样四', '', '审核人：']], merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: 28 }] }] })
  const batch = await send(worker, bytes, '社会组织.xlsx')
  assert.deepEqual([batch.kind, batch.counts, batch.columns.filter(({ name }) => name === null).map(({ title }) => title)], ['enterprise', { fresh: 1, note: 1 }, ['中心点']])
  assert.deepEqual(await commit(worker, batch.id), { entered: 1 })
  const [one] = (await worker.call('enterprise', 'list', {})).rows
  const view = await worker.call('enterprise', 'get', { id: one!.id })
  assert.deepEqual([view.name, view.sort, view.creditCode, view.address, view.housing], ['示例调解协会', '03', code, '文澜苑3幢2单元501室', units[2]])
  const { socialKind, state, openedOn, managerCertificate, managerCertificateNumber, managerPhone, attention, meetsPartyConditions, hasPartyOrganisation, partyMembers, hasWomenFederation, registrar, registrationNo } = view.values
  assert.deepEqual([socialKind, state, openedOn, managerCertificate, managerPhone, attention, meetsPartyConditions, hasPartyOrganisation, partyMembers, hasWomenFederation, registrar, registrationNo], ['01', '01', '2020-05-01', '414', '139****0001', '02', true, false, 3, true, '临河区民政局', '示社证字第001号'])
  assert.match(String(managerCertificateNumber), /\*/)
  const [revision] = (await worker.call('enterprise', 'history', { id: one!.id })).rows
  assert.deepEqual([revision!.source, revision!.sourceName, revision!.by], ['import', '社会组织.xlsx', '社工'])
  assert.equal((await worker.call('find', 'all', { text: '调解协会' })).enterprises.length, 1)
  const { rows: [staged] } = await city.owner.query<{ text: string }>(`select intake_row::text as text from intake_row where batch = $1 and outcome = 'fresh'`, [batch.id])
  assert.doesNotMatch(staged!.text, /13900000001|E12345678/)
})

test('what is wrong with an enterprise is told by row and column; the same code twice in a file, and one that another community keeps, are held back', async () => {
  const { worker, elsewhere, street } = await openBlock(city)
  const [twice, theirs] = [credit('92'), credit('92')]
  await elsewhere.worker.call('enterprise', 'enter', { values: { name: '别处小店', creditCode: theirs }, at: { area: street.communities[1]!.area } })
  const batch = await send(worker, [['企业名称', '统一社会信用代码', '员工数', '联系电话', '地址', '经营状态'],
    ['示例超市', twice, '5', '', '3-1-201', '营业'], ['', credit('92'), '', '', '3-1-201', ''], ['示例面馆', '92339901MA000000X1', '约5', '1390', '3-1-201', '在飞'], ['示例超市二店', twice, '', '', '', ''], ['别处小店', theirs, '', '', '', ''], ['只有名字', '', '', '', '9幢9单元', '']])
  assert.deepEqual(batch.counts, { fresh: 2, bad: 3, twice: 1 })
  assert.deepEqual(await faultsOf(worker, batch.id), [[3, 'name.missing', false], [4, 'value', false], [4, 'value', false], [4, 'value', false], [4, 'value', false], [6, 'elsewhere', false]])
  assert.equal((await rowsOf(worker, batch.id)).find(({ outcome }) => outcome === 'twice')!.twin, 2)
  await assert.rejects(worker.call('intake', 'commit', { id: batch.id, which: 'all' }), { code: 'intake.faulty' })
  assert.deepEqual(await commit(worker, batch.id), { entered: 2 })
  assert.deepEqual((await worker.call('enterprise', 'list', {})).rows.map(({ name }) => name).toSorted(), ['只有名字', '示例超市'].toSorted())
  const { rows } = await worker.call('intake', 'faults', { id: batch.id })
  assert.equal(rows, 4)
})

test('an enterprise that is known is merged as was chosen, by its code or by its name at its place, and the batch is undone as a whole', async () => {
  const { worker, units, street } = await openBlock(city)
  const code = credit('92')
  const known = await worker.call('enterprise', 'enter', { values: { name: '示例超市', creditCode: code, staff: 3, managerPhone: '13900000001', note: '旧备注' }, at: { housing: units[0]! } })
  const nameless = await worker.call('enterprise', 'enter', { values: { name: '示例面馆' }, at: { housing: units[2]! } })
  const rows = [['名称', '信用代码', '从业人数', '负责人', '负责人电话', '备注', '地址'], ['示例超市', code, '8', '王示一', '13900000002', '【清空】', ''], ['示例面馆', credit('92'), '2', '', '', '', '3-2-501'], ['示例面馆', '', '2', '', '', '', '3-1-201'], ['示例书店', '', '1', '', '', '', '3-1-501']]
  const batch = await send(worker, rows)
  assert.deepEqual(batch.counts, { match: 2, fresh: 2 })
  assert.deepEqual((await rowsOf(worker, batch.id))[0]!.differences.map(({ field, before: was, after: is }) => [field, was, is]), [['note', '旧备注', null], ['manager', null, '王示一'], ['managerPhone', '139****0001', '139****0002'], ['staff', 3, 8]])
  assert.deepEqual(await commit(worker, batch.id, { merge: { otherwise: 'fill', fields: { staff: 'take' } } }), { changed: 2, entered: 2 })
  const values = async () => (({ staff, manager, managerPhone, note }) => [staff, manager, managerPhone, note])((await worker.call('enterprise', 'get', { id: known.id })).values)
  assert.deepEqual(await values(), [8, '王示一', '139****0001', null])
  assert.notEqual((await worker.call('enterprise', 'get', { id: nameless.id })).creditCode, null)
  const fresh = (await worker.call('enterprise', 'list', {})).rows.find(({ name }) => name === '示例书店')!
  await (await street.staff('管理员', 'systemAdmin')).call('tag', 'add', { area: street.area, name: '消防重点' })
  await worker.call('tag', 'put', { kind: 'enterprise', id: fresh.id, tags: ['消防重点'] })
  await worker.call('intake', 'undo', { id: batch.id })
  assert.deepEqual((await reach(worker, batch.id, 'undone')).results, { undone: 3, kept: 1 })
  assert.deepEqual(await values(), [3, null, '139****0001', '旧备注'])
  assert.deepEqual((await worker.call('enterprise', 'list', {})).rows.map(({ name }) => name).toSorted(), ['示例书店', '示例超市', '示例面馆'].toSorted())
  assert.deepEqual(await told(batch.id), ['intake.received', 'intake.recognised', 'intake.advanced', 'intake.read', 'intake.committed', 'intake.stored', 'intake.done', 'intake.undoing', 'intake.taken-back', 'intake.undone'])
})

test('the form of schools, the form of components with coordinates and owners', async () => {
  const { worker, street, building } = await openBlock(city)
  const schools = await send(worker, [['学校名称', '地址', '区域', '在校学生人数', '办学类型', '主管教育行政部门', '校长姓名', '校长电话', '分管安保责任人', '分管安保责任人电话', '安保责任人', '安保责任人电话', '治安责任人', '治安责任人电话', '安保人数', '是否关注'],
    ['示例小学', '文澜苑3幢', '东苑社区', '800', '小学', '临河区教育局', '王示一', '13900000001', '李例二', '13900000002', '张模三', '13900000003', '赵样四', '13900000004', '6', '否']], '学校台账.csv')
  assert.deepEqual([schools.kind, schools.counts, schools.columns.filter(({ name }) => name === null)], ['enterprise', { fresh: 1 }, []])
  assert.deepEqual(await commit(worker, schools.id), { entered: 1 })
  const school = await worker.call('enterprise', 'get', { id: (await worker.call('enterprise', 'list', {})).rows[0]!.id })
  assert.deepEqual([school.area, school.values.guardManager, school.values.orderOfficerPhone, school.values.attention], [building, '李例二', '139****0004', '00'])

  const unit = street.communities[0]!.unit.name
  const things = await send(worker, [['类型', '名称', '编号', '数量', '是否危险品', '主管部门名称', '权属部门名称', '养护部门名称', '养护部门电话', '区域', '地点', '空间形态', '状态', '坐标'],
    ['路灯', '文澜路1号灯', 'LD-001', '1', '否', '城管局', unit, '示例路灯公司', '13900000005', '东苑社区', '文澜路口', '点', '完好', '120.123456,30.123456'],
    ['公用电梯', '3幢电梯', 'DT-001', '1', '否', '', '没有的单位', '', '', '', '', '', '', '30.123456，120.123457'],
    ['路灯', '文澜路2号灯', 'LD-002', '', '', '', '', '', '', '', '', '', '', '就在路口'], ['飞船', '奇怪的', '', '', '', '', '', '', '', '', '', '', '', ''], ['路灯', '文澜路3号灯', 'LD-001', '', '', '', '', '', '', '', '', '', '', '']], '部件.csv')
  assert.deepEqual([things.kind, things.counts, things.columns.filter(({ name }) => name === null)], ['thing', { fresh: 2, bad: 2, twice: 1 }, []])
  assert.deepEqual((await faultsOf(worker, things.id)), [[3, 'owner.unknown', true], [4, 'point', false], [5, 'value', false], [5, 'kind.missing', false]].filter(([, code]) => code !== 'kind.missing'))
  assert.deepEqual(await commit(worker, things.id), { entered: 2 })
  const lamps = (await worker.call('thing', 'list', {})).rows
  assert.deepEqual(lamps.map(({ name, code, owner, point }) => [name, code, owner?.name ?? null, point]).toSorted(), [['3幢电梯', 'DT-001', null, { lng: 120.123_457, lat: 30.123_456 }], ['文澜路1号灯', 'LD-001', unit, { lng: 120.123_456, lat: 30.123_456 }]].toSorted())
  await worker.call('intake', 'undo', { id: things.id })
  assert.deepEqual((await reach(worker, things.id, 'undone')).results, { undone: 2 })
  assert.deepEqual((await worker.call('thing', 'list', {})).rows, [])
})

test('homes go in by their doors into buildings that are there; those that are there already are told apart, and one somebody has moved into stays', async () => {
  const { worker, building, units } = await openBlock(city)
  const batch = await send(worker, [['房屋台账'], ['房屋地址', '建筑用途', '建筑面积', '使用状态'], ['文澜苑3幢1单元201室', '商铺', '89.5平方米', '出租'], ['文澜苑3幢1单元301室', '住宅', '９０', '空置'], ['3-2-1001', '', '', ''], ['文澜苑9幢1单元101室', '', '', ''], ['文澜苑3幢', '', '', ''], ['文澜苑3幢1单元301室', '', '', '']], '房屋.csv')
  assert.deepEqual([batch.kind, batch.counts], ['housing', { match: 1, fresh: 2, bad: 2, twice: 1 }])
  assert.deepEqual(await faultsOf(worker, batch.id), [[6, 'place.no-building', false], [7, 'room.missing', false]])
  assert.deepEqual(await commit(worker, batch.id, { merge: { otherwise: 'take' } }), { changed: 1, entered: 2 })
  const chart = (await worker.call('housing', 'chart', { building })).rows
  assert.deepEqual(chart.map(({ address, floor }) => [address, floor]), [['文澜苑3幢1单元201室', 2], ['文澜苑3幢1单元301室', 3], ['文澜苑3幢1单元501室', 5], ['文澜苑3幢2单元501室', 5], ['文澜苑3幢2单元1001室', 10]])
  const first = await worker.call('housing', 'get', { id: units[0]! })
  assert.deepEqual([first.use, first.state, first.values.size], ['02', '02', 89.5])
  await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: chart[1]!.id }, role: '01' })
  await worker.call('intake', 'undo', { id: batch.id })
  assert.deepEqual((await reach(worker, batch.id, 'undone')).results, { undone: 2, kept: 1 })
  assert.deepEqual((await worker.call('housing', 'chart', { building })).rows.map(({ address }) => address), ['文澜苑3幢1单元201室', '文澜苑3幢1单元301室', '文澜苑3幢1单元501室', '文澜苑3幢2单元501室'])
})

test('what a file is taken for is set right by hand, and what its columns are called is remembered for that kind', async () => {
  const { worker } = await openBlock(city)
  const rows = [['店铺', '雇工'], ['示例书店', '2']]
  const batch = await send(worker, rows)
  assert.equal(batch.kind, 'person')
  await worker.call('intake', 'read', { id: batch.id, sheet: 0, kind: 'enterprise', columns: [{ at: 0, name: 'name' }, { at: 1, name: 'staff' }] })
  const again = await reach(worker, batch.id, 'ready')
  assert.deepEqual([again.kind, again.counts, again.columns.map(({ name }) => name)], ['enterprise', { fresh: 1 }, ['name', 'staff']])
  await assert.rejects(worker.call('intake', 'read', { id: batch.id, sheet: 0, kind: 'thing', columns: [{ at: 0, name: 'creditCode' }] }), { code: 'input.invalid' })
  await worker.call('intake', 'read', { id: batch.id, sheet: 0, kind: 'enterprise', header: { row: 1, depth: 1 }, columns: [{ at: 0, name: 'name' }, { at: 1, name: 'size' }] })
  await reach(worker, batch.id, 'ready')
  assert.deepEqual((await send(worker, rows)).columns.map(({ name }) => name), ['name', 'size'])
})
