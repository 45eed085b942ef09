import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { openBook } from '@linli/sheet'
import { writeXlsx } from 'hucre/xlsx'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { eventually } from '../../../test/eventually.ts'
import { sendTable } from '../../../test/table.ts'

/** What is wrong in a file is mended where it stands, in a grid, before anybody is registered. */
let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

let serial = 0
const number = () => makeIdentityNumber('339901', '1992-01-01', (serial += 1))
const header = ['姓名', '身份证号', '电话', '房号', '所属楼栋']

async function reach(worker: Person, id: string, status: string) {
  await eventually(async () => assert.equal((await worker.call('intake', 'get', { id })).status, status))
  return worker.call('intake', 'get', { id })
}
const send = async (worker: Person, rows: (string | number | Date | null)[][]) => reach(worker, await sendTable(city.http, worker, await writeXlsx({ sheets: [{ name: '人口', rows: [header, ...rows] }] })), 'ready')
const toMend = (worker: Person, id: string) => worker.call('intake', 'toMend', { id })

test('rows that something is wrong with are written anew, looked over like the file itself, and go in with the others', async () => {
  const { worker } = await openBlock(city)
  const [one, two, known] = [number(), number(), number()]
  const batch = await send(worker, [['王示一', one, '13900000001', '501', '3'], ['李例二', two, '1390', '1单元501', '3'], ['', number(), null, '501', '3'], ['张样三', 330_106_199_001_010_000, null, new Date('2026-03-02T00:00:00Z'), '3']])
  assert.deepEqual(batch.counts, { bad: 4 })
  const { columns, rows, next } = await toMend(worker, batch.id)
  assert.deepEqual([columns.map(({ name, title }) => [name, title]), next], [[['name', '姓名'], ['certificateNumber', '身份证号'], ['phone', '电话'], ['at.room', '房号'], ['at.building', '所属楼栋']], null])
  assert.deepEqual(rows.map(({ no, cells, faults }) => [no, cells.phone, faults.map(({ column, code }) => [column, code])]), [
    [2, '13900000001', [['at.address', 'place.ambiguous']]], [3, '1390', [['phone', 'value']]], [4, '', [['name', 'name.missing'], ['at.address', 'place.ambiguous']]], [5, '', [['certificateNumber', 'number.lost'], ['at.room', 'cell.date']]],
  ])
  // What stands as the spreadsheet spoilt it stays wrong, although as text it would pass.
  const first = await worker.call('intake', 'mend', { id: batch.id, rows: [
    { no: 2, cells: { 'at.room': '1单元501' } }, { no: 3, cells: { phone: '1390000000２' } }, { no: 4, cells: { name: '赵示四', certificateNumber: known, 'at.room': '2单元501' } }, { no: 5, cells: { ...rows[3]!.cells, phone: '13900000005' } },
  ] })
  assert.deepEqual(first.counts, { fresh: 3, bad: 1 })
  assert.deepEqual((await toMend(worker, batch.id)).rows.map(({ no, cells, faults }) => [no, cells.phone, faults.map(({ code }) => code)]), [[5, '13900000005', ['number.lost', 'cell.date']]])
  await assert.rejects(worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 3, cells: {} }] }), { code: 'intake.not-now' })
  await assert.rejects(worker.call('intake', 'commit', { id: batch.id, which: 'all' }), { code: 'intake.faulty' })

  // The same number a second time, in a row before and in one behind; a row that is emptied is no row.
  const second = await worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 5, cells: { certificateNumber: two, 'at.room': '1单元201' } }] })
  assert.deepEqual(second.counts, { fresh: 3, twice: 1 })
  assert.deepEqual((await toMend(worker, batch.id)).rows.map(({ no, faults }) => [no, faults.map(({ column, message }) => [column, message])]), [[5, [['certificateNumber', '与第 3 行的证件号码相同']]]])
  const third = await worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 5, cells: Object.fromEntries(columns.map(({ name }) => [name, ''])) }] })
  assert.deepEqual(third.counts, { fresh: 3, note: 1 })
  await worker.call('intake', 'commit', { id: batch.id, which: 'all' })
  assert.deepEqual((await reach(worker, batch.id, 'done')).results, { entered: 3 })
  assert.deepEqual((await worker.call('person', 'list', {})).rows.map(({ name, address }) => [name, address]).toSorted(), [['李例二', '文澜苑3幢1单元501室'], ['王示一', '文澜苑3幢1单元501室'], ['赵示四', '文澜苑3幢2单元501室']])
  assert.equal((await worker.call('find', 'all', { text: '13900000002' })).people[0]!.name, '李例二')
  await assert.rejects(worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 5, cells: {} }] }), { code: 'intake.not-now' })
  assert.deepEqual((await toMend(worker, batch.id)).rows, [])
})

test('a row may turn out to be of somebody known, or of somebody another community keeps; what was begun comes back with the file', async () => {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const [mine, theirs] = [number(), number()]
  const { id: person } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: mine }, at: { housing: units[0]! }, role: '01' })
  await elsewhere.worker.call('person', 'enter', { values: { name: '李例二', certificateNumber: theirs }, at: { area: street.communities[1]!.area }, role: '01' })
  const batch = await send(worker, [['王示一', '1', null, '1单元201', '3'], ['李例二', '2', null, '1单元201', '3'], ['张样三', number(), null, '1单元201', '3']])
  assert.deepEqual((await worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 2, cells: { certificateNumber: mine, phone: '13900000011' } }, { no: 3, cells: { certificateNumber: theirs } }] })).counts, { fresh: 1, match: 1, bad: 1 })
  assert.deepEqual((await toMend(worker, batch.id)).rows.map(({ faults }) => faults.map(({ message }) => message)), [['该证件号码已在西苑社区登记，请联系该社区办理迁移']])
  const back = await openBook(Buffer.from((await worker.call('intake', 'faults', { id: batch.id })).xlsx, 'base64'))
  const lines: unknown[] = []
  for await (const { cells } of back.rows(0)) lines.push(cells.slice(0, 2))
  assert.deepEqual(lines, [['姓名', '身份证号'], ['李例二', theirs]])
  await assert.rejects(elsewhere.worker.call('intake', 'toMend', { id: batch.id }), { code: 'not-found' })
  await assert.rejects(elsewhere.worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 3, cells: {} }] }), { code: 'not-found' })
  await worker.call('intake', 'commit', { id: batch.id, which: 'good' })
  assert.deepEqual((await reach(worker, batch.id, 'done')).results, { entered: 1, changed: 1 })
  assert.equal((await worker.call('person', 'get', { id: person })).phone, '139****0011')
})

test('the cells are kept sealed, and the journal tells how many rows were mended and who looked at them', async () => {
  const { worker } = await openBlock(city)
  const batch = await send(worker, [['王示一', '330106199001010011', '13900000021', '1单元201', '3']])
  await toMend(worker, batch.id)
  await worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 2, cells: { certificateNumber: '330106199001010012' } }] })
  const { rows: [row] } = await city.owner.query<{ cells: Buffer, text: string }>(`select cells, intake_row::text as text from intake_row where batch = $1`, [batch.id])
  assert.ok(row!.cells.length > 0)
  assert.doesNotMatch(row!.text, /33010619900101001|13900000021/)
  const { rows: told } = await city.owner.query<{ name: string, details: string }>(`select name, details::text from journal where actor = $1 and name in ('intake.mended', 'intake.toMend.looked') order by at, id`, [worker.id])
  assert.deepEqual(told.map(({ name }) => name), ['intake.toMend.looked', 'intake.mended'])
  for (const { details } of told) assert.doesNotMatch(details, /3301061990|1390000/)
})

test('of more than stand in the grid at once all are come to, page by page, also when some before were mended', async () => {
  const { worker } = await openBlock(city)
  const batch = await send(worker, Array.from({ length: 203 }, (_, at) => [`王示${at}`, number(), '1390', '1单元501', '3']))
  assert.equal(batch.counts.bad, 203)
  const pageFrom = (row: number) => worker.call('intake', 'toMend', { id: batch.id, after: row })
  const first = await pageFrom(0)
  assert.deepEqual([first.rows.length, first.rows[0]!.no, first.next], [100, 2, 101])
  await worker.call('intake', 'mend', { id: batch.id, rows: [{ no: 2, cells: { phone: '' } }, { no: 102, cells: { phone: '13900000044' } }] })
  const second = await pageFrom(first.next!)
  assert.deepEqual([second.rows.length, second.rows[0]!.no, second.next], [100, 103, 202])
  const last = await pageFrom(second.next!)
  assert.deepEqual([last.rows.map(({ no }) => no), last.next], [[203, 204], null])
})
