import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const monday = '2026-03-02'

async function openDesk() {
  city.setClock(`${monday}T09:00:00+08:00`)
  const street = await city.subdistrict()
  const east = street.communities[0]!
  const [secretary, worker, other, shiftLeader, neighbour] = await Promise.all([street.staff('书记', 'secretary', east.area), street.staff('李例二', 'socialWorker', east.area), street.staff('王示一', 'socialWorker', east.area), street.staff('值班长', 'shiftLeader'), street.staff('西苑书记', 'secretary', street.communities[1]!.area)])
  return { street, east, secretary, worker, other, shiftLeader, neighbour }
}

test('the secretary fills a week and copies it into the next; everybody there sees who is on duty', async () => {
  const { street, east, secretary, worker, other } = await openDesk()
  const empty = await secretary.call('duty', 'week', { area: east.area, day: '2026-03-08' })
  assert.deepEqual([empty.shiftsFrom, empty.shifts.map(({ name }) => name), empty.days[0], empty.days[6], empty.turns], ['calendar', ['上午', '下午'], { day: monday, isWork: true }, { day: '2026-03-08', isWork: false }, []])
  assert.deepEqual(empty.workers.map(({ name }) => name).toSorted(), ['书记', '李例二', '王示一'].toSorted())
  assert.equal((await worker.call('duty', 'now', { area: east.area })).isStaffed, true, 'without a roster whoever is there answers')
  const [morning] = empty.shifts
  await secretary.call('duty', 'put', { area: east.area, person: worker.id, isOn: true, cells: [monday, '2026-03-03'].map((day) => ({ day, shift: morning!.key })) })
  await secretary.call('duty', 'put', { area: east.area, person: other.id, isOn: true, cells: [{ day: monday, shift: morning!.key }] })
  await assert.rejects(secretary.call('duty', 'put', { area: east.area, person: other.id, isOn: true, cells: [{ day: monday, shift: morning!.key }] }), { code: 'conflict.exists' })
  assert.deepEqual((await worker.call('duty', 'now', { area: east.area })).people, ['李例二', '王示一'])
  await secretary.call('duty', 'put', { area: east.area, person: worker.id, isOn: false, cells: [{ day: monday, shift: morning!.key }] })
  assert.deepEqual((await worker.call('duty', 'now', { area: east.area })).people, ['王示一'])
  assert.deepEqual(await secretary.call('duty', 'copyWeek', { area: east.area, from: monday, to: '2026-03-09' }), { filled: 2 })
  const next = await worker.call('duty', 'week', { area: east.area, day: '2026-03-11' })
  assert.deepEqual([next.turns.map(({ day, people }) => [day, people.map(({ name }) => name)]), next.mayManage, next.workers], [[['2026-03-09', ['王示一']], ['2026-03-10', ['李例二']]], false, []])
  await assert.rejects(secretary.call('duty', 'copyWeek', { area: east.area, from: monday, to: '2026-03-09' }), { code: 'conflict.rule' })
  const { rows } = await city.owner.query('select name from journal where subdistrict = $1 order by at, id', [street.code])
  assert.deepEqual(rows.map(({ name }) => name), ['duty.put', 'duty.put', 'duty.taken-off', 'duty.copied'])
})

test('after hours it says who comes next; the office’s own days count; a night shift is still there after midnight', async () => {
  const { street, east, secretary, shiftLeader, worker } = await openDesk()
  city.setClock('2026-03-06T18:00:00+08:00')
  assert.deepEqual((await worker.call('duty', 'now', { area: east.area })).next?.from, '2026-03-09T00:30:00.000Z')
  const admin = await street.staff('管理员', 'systemAdmin')
  await admin.call('calendar', 'setDay', { day: '2026-03-07', kind: 'work', note: '换届选举' })
  assert.deepEqual((await worker.call('duty', 'now', { area: east.area })).next?.from, '2026-03-07T00:30:00.000Z')
  await shiftLeader.call('duty', 'setHours', { area: street.area, shifts: [{ name: '夜班', on: 'all', from: '20:00', until: '08:00' }] })
  city.setClock('2026-03-08T03:00:00+08:00')
  assert.equal((await secretary.call('duty', 'now', { area: east.area })).isStaffed, true)
  assert.deepEqual((await secretary.call('duty', 'week', { area: east.area, day: monday })).shiftsFrom, 'office')
  await secretary.call('duty', 'setHours', { area: east.area, shifts: [{ name: '上午', on: 'work', from: '09:00', until: '12:00' }] })
  assert.deepEqual((await secretary.call('duty', 'now', { area: east.area })).areaName, (await shiftLeader.call('duty', 'week', { area: street.area, day: monday })).areaName, 'at night the sub-district answers')
  await secretary.call('duty', 'setHours', { area: east.area, shifts: [] })
  assert.equal((await secretary.call('duty', 'week', { area: east.area, day: monday })).shiftsFrom, 'office')
  await assert.rejects(secretary.call('duty', 'setHours', { area: east.area, shifts: [{ name: '早', on: 'work', from: '09:00', until: '09:00' }] }), { code: 'input.invalid' })
})

test('the past, strangers, shifts that are not held and other desks are refused', async () => {
  const { street, east, secretary, worker, shiftLeader, neighbour } = await openDesk()
  const put = (change: object) => secretary.call('duty', 'put', { area: east.area, person: worker.id, isOn: true, cells: [{ day: monday, shift: 'office-1' }], ...change })
  await assert.rejects(put({ cells: [{ day: '2026-03-01', shift: 'office-1' }] }), { code: 'input.invalid' })
  await assert.rejects(put({ cells: [{ day: '2026-03-07', shift: 'office-1' }] }), { code: 'input.invalid' })
  await assert.rejects(put({ cells: [{ day: monday, shift: 'nix' }] }), { code: 'input.invalid' })
  for (const person of [neighbour, shiftLeader, await street.resident('张示范')]) await assert.rejects(put({ person: person.id }), { code: 'input.invalid' })
  for (const area of [street.area, street.communities[1]!.area, east.grids[0]!]) await assert.rejects(put({ area }), { code: 'not-found' })
  await assert.rejects(worker.call('duty', 'put', { area: east.area, person: worker.id, isOn: true, cells: [{ day: monday, shift: 'office-1' }] }), { code: 'may.not' })
  await assert.rejects(neighbour.call('duty', 'week', { area: east.area, day: monday }), { code: 'not-found' })
  await put({})
  await city.owner.query('update account set is_enabled = false where id = $1', [worker.id])
  assert.deepEqual((await secretary.call('duty', 'now', { area: east.area })).people, [], 'who is gone is not on duty')
})
