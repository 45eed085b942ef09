import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards/identity-number'
import { arriveOf, cleared, enterOf, entrancesOf, findHere, floorsOf, householdsOf, isStale, missingAtDoor, readableAt, tellOf, toldBy, valuesIn } from '../src/pages/staff/door-rules.ts'
import { addUnitOf, isNewUnit, newUnits } from '../src/pages/staff/door-new.ts'
import type { Parcel } from '../src/pages/staff/parcel.ts'
import type { Door, DoorStep, DoorUnit, Resident } from '../src/pages/staff/door-rules.ts'

const now = Date.parse('2026-03-02T08:30:00+08:00')
const number = makeIdentityNumber('339901', '1988-08-08', 22)
const door: Door = { id: 'u.door.enter', title: '示例苑1幢101室', building: '/33/99/01/008/001/001/b0001/', housing: 'u' }

for (const [step, told, missing] of [
  ['door.enter', {}, { name: '请填写姓名', role: '请选择居住关系' }],
  ['door.enter', { name: '张示三', role: '03' }, {}],
  ['door.enter', { name: ' ', role: '03' }, { name: '请填写姓名' }],
  ['door.enter', { name: '张示三', role: '03', certificateNumber: number }, {}],
  ['door.enter', { name: '张示三', role: '03', certificateNumber: 'E1234567', certificate: '414' }, {}],
  ['door.enter', { name: '张示三', role: '03', phone: '139 0000 0001' }, {}],
  ['door.enter', { name: '张示三', role: '03', phone: '1390' }, { phone: '请核对电话号码' }],
  ['door.enter', { name: '张示三', role: '03', since: '2026-03-03' }, { since: '请填写今天或以前的日期，例如 2026-03-01' }],
  ['door.enter', { name: '张示三', role: '03', birth: '1990-02-30x' }, { birth: '请填写今天或以前的日期，例如 2026-03-01' }],
  ['door.enter', { name: '张示三', role: '03', relative: 'p' }, { kin: '请选择是什么关系' }],
  ['door.change', {}, { nothing: '还没有改动' }],
  ['door.change', { phone: ' ' }, { nothing: '还没有改动' }],
  ['door.change', { workplace: cleared }, {}],
  ['door.change', { name: cleared }, { name: '请填写姓名' }],
  ['door.moveOut', {}, { on: '请填写哪天搬走的', reason: '请选择离开原因' }],
  ['door.moveOut', { on: '2026-03-02', reason: '02' }, {}],
  ['door.relate', { relative: 'p' }, { kin: '请选择是什么关系' }],
  ['door.join', {}, { household: '请选择编入哪一户' }],
  ['door.tell', {}, { nothing: '还没有改动' }],
  ['door.tell', { guardianPhone: '13900000001' }, {}],
  ['door.arrive', { name: '李例二' }, { role: '请选择居住关系' }],
  ['door.addUnit', { entrance: '1' }, { room: '请填写室号' }],
  ['door.addUnit', { room: '501', floor: '五' }, { floor: '请填写楼层的数字，地下为负数' }],
  ['door.confirm', {}, {}],
] as [DoorStep, Record<string, string>, Record<string, string>][]) {
  test(`${step} ${JSON.stringify(told)}: ${Object.values(missing).join('，') || 'can be sent'}`, () => assert.deepEqual(missingAtDoor({ step, told }, now), missing))
}

test('a number that is not right says how to mend it, and tells nothing', () => {
  assert.match(missingAtDoor({ step: 'door.enter', told: { name: '张示三', role: '03', certificateNumber: `${number.slice(0, 17)}${number.endsWith('X') ? '1' : 'X'}` } }, now).certificateNumber!, /校验码/)
  assert.equal(toldBy(number, '2026-03-02'), '女，1988-08-08，37 岁')
  assert.equal(toldBy(number.slice(0, 17), '2026-03-02'), null)
})

test('what was left empty is left out, what was emptied is told as nothing', () => assert.deepEqual(valuesIn({ phone: ' 139 ', workplace: cleared, guardian: ' ', role: '03' }), { phone: '139', workplace: null }))

test('somebody new is told with home, household and relative, and with what was decided', () => {
  const told = { name: '张示三', role: '03', household: 'here', relative: 'p', kin: '10', since: '2026-03-01' }
  const plain = { values: { name: '张示三' }, at: { housing: 'u' }, role: '03', since: '2026-03-01', household: 'here', relatives: [{ person: 'p', role: '10' }], isSomebodyElse: [] }
  assert.deepEqual(enterOf({ told, door }), plain)
  assert.deepEqual(enterOf({ told: { name: '张示三', role: '03', household: 'no' }, door: { ...door, isNot: ['q'] } }), { ...plain, since: null, household: null, relatives: [], isSomebodyElse: ['q'] })
  const is = { person: 'q', revision: 3, leavesOthers: true }
  assert.deepEqual(enterOf({ told, door: { ...door, is } }), { ...plain, is })
})

test('a steward tells news of somebody, and when they have left', () =>
  assert.deepEqual(tellOf({ told: { on: '2026-03-01', phone: '13900000001', workplace: '' }, door: { ...door, person: 'p', residency: 'r' } }), { person: 'p', values: { phone: '13900000001' }, movedOut: { residency: 'r', on: '2026-03-01' } }))

test('a steward tells who has moved in', () =>
  assert.deepEqual(arriveOf({ told: { name: ' 李例二 ', role: '03', phone: '' }, door }), { housing: 'u', name: '李例二', phone: '', role: '03', since: null }))

test('a door that was not registered is told by its numbers, and stands among the others until the server has it', () => {
  const parcel = { id: 'p1', step: 'door.addUnit', state: 'waiting', told: { entrance: '2单元', room: '501室', part: ' 北间 ' }, door: { ...door, housing: '' }, takenAt: '2026-03-02T00:00:00Z', at: 0 } as unknown as Parcel
  assert.deepEqual(addUnitOf(parcel), { building: door.building, entrance: '2', room: '501', part: '北间', floor: 5 })
  assert.deepEqual(newUnits([parcel, { ...parcel, id: 'p2', state: 'draft' }], door.building).map(({ id, address, floor }) => [id, isNewUnit(id), address, floor]), [['new.p1', true, '2单元501室 北间', 5]])
  assert.deepEqual(newUnits([parcel], '/33/'), [])
})

test('what was written is read with its labels and the words that were chosen', () =>
  assert.deepEqual(readableAt({ told: { name: '张示三', role: '03', phone: '' }, door: { ...door, said: { role: '租客' } } }), [['name', '姓名：张示三'], ['role', '居住关系：租客']]))

const unit = (entrance: string, floor: number | null, room: string): DoorUnit => ({ id: `${entrance}-${room}`, entrance, floor, room, part: '', address: `示例苑1幢${entrance}单元${room}室`, people: 0, checkedAt: '2026-03-01T00:00:00Z' })
const units = [unit('1', 1, '101'), unit('1', 1, '102'), unit('1', 2, '201'), unit('2', 1, '101'), unit('2', null, '阁楼')]

test('doors stand by entrance and floor, as people walk', () => {
  assert.deepEqual(entrancesOf(units), ['1', '2'])
  assert.deepEqual(floorsOf(units, '1').map(({ floor, units: doors }) => [floor, doors.map(({ room }) => room)]), [['1', ['101', '102']], ['2', ['201']]])
  assert.deepEqual(floorsOf(units, '2').map(({ floor }) => floor), ['1', ''])
})

const resident = (name: string, more: Partial<Resident>): Resident => ({ person: name, residency: name, housing: '1-101', name, sex: null, age: null, role: '01', since: null, household: null, isHead: false, values: {}, revision: 1, checkedAt: '2026-03-01T00:00:00Z', mayEdit: true, ...more })

test('a household is called by who answers for it, or by who is in it', () =>
  assert.deepEqual(householdsOf([resident('李例二', { household: 'a' }), resident('王示一', { household: 'a', isHead: true }), resident('赵例四', { household: 'b' }), resident('钱示五', {})]), [{ value: 'a', words: '王示一一户' }, { value: 'b', words: '赵例四一户' }]))

test('what was fetched ahead is found by room, address or name', () => {
  const held = [{ area: 'a', units, people: [resident('王示一', {})] }]
  assert.deepEqual(findHere(held, '王示').map(({ unit: one, names }) => [one.id, names]), [['1-101', '王示一']])
  assert.deepEqual(findHere(held, '2单元 101').map(({ unit: one }) => one.id), ['2-101'])
  assert.deepEqual(findHere(held, '没有'), [])
})

test('a year after it was looked over it is stale', () => {
  assert.equal(isStale('2025-03-03T00:00:00+08:00', now), false)
  assert.equal(isStale('2025-03-01T00:00:00+08:00', now), true)
})
