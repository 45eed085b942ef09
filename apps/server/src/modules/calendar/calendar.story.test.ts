import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('the office sets a day of its own and every clerk sees it', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  const clerk = await street.staff('李例二', 'acceptor')
  await admin.call('calendar', 'setDay', { day: '2026-03-07', kind: 'work', note: '换届选举' })
  const { days } = await clerk.call('calendar', 'year', { year: 2026 })
  assert.deepEqual(days.find(({ day }) => day === '2026-03-07'), { day: '2026-03-07', kind: 'work', note: '换届选举', source: 'office' })
  await admin.call('calendar', 'clearDay', { day: '2026-03-07' })
  assert.equal((await clerk.call('calendar', 'year', { year: 2026 })).days.some(({ day }) => day === '2026-03-07'), false)
  const { rows } = await city.owner.query('select name, actor_name from journal where subdistrict = $1 order by at, id', [street.code])
  assert.deepEqual(rows, [{ name: 'calendar.day-set', actor_name: '王示一' }, { name: 'calendar.day-cleared', actor_name: '王示一' }])
})

test('who may not set the calendar is refused, and the neighbour’s calendar stays as it was', async () => {
  const [street, neighbour] = [await city.subdistrict(), await city.subdistrict()]
  const clerk = await street.staff('李例二', 'acceptor')
  await assert.rejects(clerk.call('calendar', 'setDay', { day: '2026-03-07', kind: 'work', note: '' }), { code: 'may.not' })
  const admin = await street.staff('王示一', 'systemAdmin')
  await admin.call('calendar', 'setHours', { hours: [['09:00', '12:00'], ['13:00', '17:00']] })
  const other = await neighbour.staff('赵范三', 'acceptor')
  assert.deepEqual((await other.call('calendar', 'year', { year: 2026 })).hours[0], ['08:30', '12:00'])
})

test('hours that overlap are refused with what to mend', async () => {
  const street = await city.subdistrict()
  const admin = await street.staff('王示一', 'systemAdmin')
  await assert.rejects(admin.call('calendar', 'setHours', { hours: [['08:30', '12:00'], ['11:00', '17:30']] }), { code: 'input.invalid', message: '上班时间要从早到晚、不重叠' })
})
