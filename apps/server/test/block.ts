import { creditCheckCharacter, dayOf, makeIdentityNumber } from '@linli/standards'
import type { City } from './city.ts'
import type { Subdistrict } from './city-people.ts'
import { sendPaper, takePhoto } from './photo.ts'
import { sendTable } from './table.ts'

/** A sole trader's code in a region that does not exist. */
export const shopCode = codeOf('92339901MA0000001')
export function codeOf(first: string): string {
  return first + creditCheckCharacter(first)
}

/** A building of three units in a community, its social worker, and the one next door. */
export async function openBlock(city: City) {
  const street = await city.subdistrict()
  const [home, next] = street.communities
  const building = `${home!.grids[0]!}b0003/`
  await city.owner.query(`insert into area (path, name, kind) values ($1, '文澜苑3幢', 'building')`, [building])
  const [worker, other] = [await street.staff('社工', 'socialWorker', home!.area), await street.staff('别处社工', 'socialWorker', next!.area)]
  await worker.call('housing', 'add', { building, doors: [{ entrance: '1', room: '201' }, { entrance: '1', room: '501' }, { entrance: '2', room: '501' }], values: { use: '住宅' } })
  const units = (await worker.call('housing', 'chart', { building })).rows.map(({ id }) => id)
  return { street, building, worker, units, elsewhere: { worker: other } }
}

/** Somebody who lives in the only unit of a building, the community next door that asks for them, somebody alike, and two who were made one. */
export async function openHome({ owner, http, server }: City, street: Subdistrict) {
  const [home, next] = street.communities
  const building = `${home!.grids[0]!}b0001/`
  await owner.query(`insert into area (path, name, kind) values ($1, '示例苑1幢', 'building')`, [building])
  const [worker, other] = [await street.staff('社工', 'socialWorker', home!.area), await street.staff('别处社工', 'socialWorker', next!.area)]
  await worker.call('housing', 'add', { building, doors: [{ room: '101' }] })
  const housing = (await worker.call('housing', 'chart', { building })).rows[0]!.id
  const number = makeIdentityNumber('339901', '1990-01-01', 1)
  const { id: person, residencies: [residency] } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: number, phone: '13900000001' }, at: { housing }, role: '01' })
  const { id: transfer } = await other.call('transfer', 'ask', { number, at: { area: next!.area }, role: '03', reason: '租住本社区' })
  const { id: enterprise } = await worker.call('enterprise', 'enter', { values: { name: '示例小吃店', phone: '13900009102', creditCode: shopCode }, at: { housing } })
  const { id: household } = await worker.call('household', 'form', { at: { housing }, values: { phone: '13900009103' }, members: [residency!.id], head: person })
  const { id: relation } = await worker.call('relation', 'enter', { kind: 'employer', enterprise, person })
  const { body: { id: document } } = await sendPaper(http, worker, { person, sort: 'identity', name: '身份证正面' }, await takePhoto())
  const { id: thing } = await worker.call('thing', 'enter', { values: { name: '示例苑1幢电梯', kind: '01076', keeperPhone: '13900009104' }, at: { area: building } })
  const steward = await street.staff('楼道长', 'steward', home!.grids[0]!)
  await steward.call('claim', 'propose', { person, values: { phone: '13900009106' } })
  const { rows: [waiting] } = await worker.call('claim', 'list', {})
  await (await street.staff('系统管理员', 'systemAdmin')).call('special', 'askSwitch', { kind: 'released', reason: '区司法局要求' })
  await (await street.staff('安全管理员', 'securityAdmin')).call('special', 'decideSwitch', { kind: 'released', isAgreed: true })
  const { id: special } = await (await street.staff('专干', 'specialWorker', home!.area)).call('special', 'enter', { person, kind: 'released', values: { offence: '示例罪名', carerPhone: '13900009107' } })
  const again = { values: { name: '王示一' }, at: { housing }, role: '01' }
  const { id: likeness } = await worker.call('person', 'enter', { ...again, isSomebodyElse: [person] })
  const twin = (await worker.call('twin', 'list', { status: 'different' })).rows[0]!.id
  await worker.call('twin', 'lookAgain', { id: twin })
  const enter = async (phone: string) => (await worker.call('person', 'enter', { values: { name: '李例二', phone }, at: { area: building }, role: '03' })).id
  const { merge } = await worker.call('person', 'merge', { keep: await enter('13900007702'), drop: await enter('13900007703'), keepRevision: 1, dropRevision: 1 })
  const { mend } = await worker.call('quality', 'mend', { people: [likeness], way: 'confirm' })
  const secretary = await street.staff('书记', 'secretary', home!.area)
  const { id: logbook, columns: [breed, keeper] } = await secretary.call('logbook', 'save', { area: home!.area, name: '养犬登记簿', about: 'housing', subjectLabel: '房屋', purpose: '免疫提醒', columns: [{ label: '犬种', type: 'text' }, { label: '联系电话', type: 'phone' }] })
  const { id: entry } = await worker.call('logbook', 'enter', { logbook, record: housing, values: { day: '2026-03-01', [breed!.name]: '田园犬', [keeper!.name]: '13900009108' } })
  const { id: ledger } = await worker.call('ledger', 'save', { kind: 'ledger', name: '租客台账', area: home!.area, base: 'residency', conditions: [], columns: [{ field: 'name', label: '姓名' }, { field: 'phone', label: '电话' }] })
  const { id: exported } = await worker.call('ledger', 'askExport', { id: ledger, isWhole: true, purpose: '报送街道' })
  const { id: month } = await worker.call('ledger', 'freeze', { id: ledger, month: dayOf(server.around.clock()) })
  const batch = await sendTable(http, worker, [['姓名', '证件号码'], ['王示一', number]])
  const { id: rights } = await worker.call('rights', 'take', { kind: 'see', area: home!.area, name: '王示一', phone: '13900000001', wish: '查看登记了什么' })
  const { id: knowledge } = await worker.call('knowledge', 'write', { area: home!.area, content: { question: '老年证怎么办' } })
  return { number, ids: { knowledge, logbook, entry, rights, building, housing, person, transfer, enterprise, household, relation, thing, document, claim: waiting!.id, special, likeness, twin, merge, mend: mend!, ledger, exported, month, batch }, residency: residency!.id }
}
