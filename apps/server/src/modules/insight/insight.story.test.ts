import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn } from '../../../test/office.ts'
import { minutesOf } from './measure-rules.ts'
import { march, mondayOf, valuesOf } from './monday.fixture.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const { at, count, monday } = mondayOf(() => city)

test('the figures of a day are those one counts by hand', async () => {
  const { leader, unit, good, late, self } = await monday()
  at('17:00')
  ok(await count() > 0)
  const told = await leader.call('insight', 'figures', march)
  deepEqual(valuesOf(told, 'reported', 'accepted', 'filed', 'dispatched', 'handled', 'closed', 'cancelled'), { reported: 3, accepted: 2, filed: 2, dispatched: 3, handled: 1, closed: 2, cancelled: 0 })
  // Due that day: the good one, the late one (4 工作时 after 11:30 is 17:00) and the one handled on the spot.
  deepEqual(valuesOf(told, 'closeRate', 'closeInTimeRate', 'selfHandledRate'), { closeRate: 2 / 3, closeInTimeRate: 2 / 3, selfHandledRate: 1 / 3 })
  deepEqual(valuesOf(told, 'acceptInTimeRate', 'fileInTimeRate', 'firstRightRate', 'returnedRate', 'reworkedRate'), { acceptInTimeRate: 1 / 2, fileInTimeRate: 1, firstRightRate: 1 / 2, returnedRate: 1 / 3, reworkedRate: 0 })
  deepEqual(valuesOf(told, 'satisfiedRate', 'solvedRate', 'checkInTimeRate', 'verifyInTimeRate'), { satisfiedRate: 1, solvedRate: 1, checkInTimeRate: 1, verifyInTimeRate: null })
  // Accepted after 10 and 90 minutes, handled in 60; 90 lies in the bucket that begins with 87.
  deepEqual(valuesOf(told, 'acceptMedian', 'acceptP90', 'handleMedian', 'handleP90'), { acceptMedian: 10, acceptP90: 87, handleMedian: 60, handleP90: 60 })
  // Late in one step, late ever after.
  deepEqual(told.present, { open: 1, overdue: 1, suspended: 0, stock: 0 })
  equal(told.figures.every(({ formula, version }) => formula !== '' && version >= 1), true)

  const behind = async (part: string) => (await leader.call('insight', 'events', { ...march, part })).rows.map(({ id }) => id).toSorted()
  deepEqual([await behind('due'), await behind('due_in_time'), await behind('returned'), await behind('reported')], [[good, late, self].toSorted(), [good, self].toSorted(), [late], [good, late, self].toSorted()])
  const ofUnit = await leader.call('insight', 'figures', { ...march, unit: unit.id })
  deepEqual(valuesOf(ofUnit, 'reported', 'dispatched', 'handled', 'closeRate'), { reported: 2, dispatched: 3, handled: 1, closeRate: 1 / 2 })
  const byMatter = await leader.call('insight', 'figures', { ...march, matter: '06' })
  deepEqual(valuesOf(byMatter, 'reported'), { reported: 3 })
})

test('the database puts minutes into the buckets that are read back', async () => {
  const { rows } = await city.owner.query<{ n: number, bucket: number }>('select n, minute_bucket(n) as bucket from generate_series(0, 70000, 7) as n')
  deepEqual(rows.filter(({ n, bucket }) => n < minutesOf(bucket) || n >= minutesOf(bucket + 1)), [])
})

test('a number follows what happens afterwards, and counting twice or all anew changes nothing', async () => {
  const { leader, resident, good, late, handler, take } = await monday()
  at('17:00')
  await count()
  const whole = async () => valuesOf(await leader.call('insight', 'figures', march), 'reported', 'closed', 'closeRate', 'satisfiedRate', 'reopenedRate', 'handleMedian')
  const then = await whole()
  await count()
  deepEqual(await whole(), then)
  await count(true)
  deepEqual(await whole(), then)
  at('17:20')
  await take(handler, late, { step: 'feedback', publicReply: '已清运' })
  at('17:25')
  await resident.call('event', 'takeMine', { id: good, take: { step: 'reopen', reason: '又堆了' } })
  await count()
  // Closed twice and asked for once more: two thirds were closed, one of three is now.
  deepEqual(await whole(), { reported: 3, closed: 2, closeRate: 1 / 3, satisfiedRate: null, reopenedRate: 1 / 2, handleMedian: 60 })
  const asCounted = await leader.call('insight', 'figures', march)
  await count(true)
  deepEqual((await leader.call('insight', 'figures', march)).figures, asCounted.figures)
})

test('the month before and last year stand beside, and a past month is its own', async () => {
  const { street, resident, leader } = await openOffice(city).then(async (office) => ({ ...office, leader: await office.street.staff('领导', 'leader') }))
  const report = () => resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0) })
  at('09:00', '2026-01-01')
  await report()
  at('09:00', '2026-01-20')
  await report()
  at('09:00', '2026-02-10')
  await report()
  await report()
  at('09:00', '2026-03-05')
  await count()
  const february = await leader.call('insight', 'figures', { from: '2026-02-01', until: '2026-03-01' })
  const [reported] = february.figures
  // Nothing was recorded a year ago: that is no zero to compare with.
  deepEqual([reported!.value, reported!.before, reported!.lastYear, february.countedSince], [2, 2, null, '2026-01-01'])
  const both = await leader.call('insight', 'figures', { from: '2026-01-15', until: '2026-03-01' })
  equal(both.figures[0]!.value, 3)
})

test('sources, matters and hours; units, communities and matters side by side', async () => {
  const { leader, street, unit } = await monday()
  at('17:00')
  await count()
  const { sources, groups, matters, hours, areas } = await leader.call('insight', 'structure', march)
  deepEqual(sources.map(({ label, count: n }) => [label, n]), [['居民上报', 2], ['网格巡查', 1]])
  deepEqual([groups.map(({ label, count: n }) => [label, n]), matters.map(({ key, count: n }) => [key, n])], [[['市容环境', 3]], [['06010', 2], ['06036', 1]]])
  deepEqual(areas.map(({ label, count: n }) => [label, n]), [['东苑社区', 3]])
  deepEqual([hours[9], hours.reduce((sum, n) => sum + n, 0)], [3, 3])
  const byUnit = await leader.call('insight', 'compare', { ...march, by: 'unit' })
  const row = byUnit.rows.find(({ key }) => key === unit.id)!
  deepEqual([row.label, row.values.dispatched, row.values.returnedRate, row.values.handleMedian], ['环卫所', 3, 1 / 3, 60])
  const byArea = await leader.call('insight', 'compare', { ...march, by: 'area' })
  deepEqual(byArea.rows.map(({ key, label, values }) => [key, label, values.reported]), [[street.communities[0]!.area, '东苑社区', 3]])
})

test('a place where the same thing is reported a third time is a recurring place', async () => {
  const { street, resident, leader } = await openOffice(city).then(async (office) => ({ ...office, leader: await office.street.staff('领导', 'leader') }))
  const report = (matter: string, community: number) => resident.call('event', 'reportMine', { description: '又来了', matter, point: pointIn(street, community) })
  at('09:00', '2026-03-03')
  for (const matter of ['06010', '06010', '06036']) await report(matter, 0)
  await report('06010', 1)
  deepEqual((await leader.call('insight', 'recurring', march)).rows, [])
  const third = await report('06010', 0)
  const { rows, total } = await leader.call('insight', 'recurring', march)
  deepEqual([total, rows.map(({ matter, count: n }) => [matter.code, n]), rows[0]!.events.includes(third.id)], [1, [['06010', 3]], true])
  const all = async (by = leader, more = {}) => by.call('insight', 'recurringEvents', { ...march, like: third.id, ...more })
  const firstPage = await all(leader, { limit: 2 })
  const both = [...firstPage.rows, ...(await all(leader, { limit: 2, after: firstPage.next! })).rows]
  deepEqual([both.length, both[0]!.id, new Set(both.map(({ matter }) => matter))], [3, third.id, new Set(['暴露垃圾'])])
  deepEqual((await all(await street.staff('西苑书记', 'secretary', street.communities[1]!.area))).rows, [], 'another community’s place is not told')
  const exported = async (from: string) => (await readXlsx(Buffer.from((await leader.call('insight', 'export', { ...march, from, source: 'resident' })).xlsx, 'base64'))).sheets
  const sheets = await exported(march.from)
  deepEqual(sheets.find(({ name }) => name === '复发点')!.rows.slice(1).map(([matter, , , times, last]) => [matter, times, last]), [['暴露垃圾', 3, '2026-03-03 09:00']])
  ok(sheets.at(-1)!.rows.some(([what, words]) => what === '来源（只用于“指标”）' && words === '居民上报'))
  equal((await exported('2024-01-01')).some(({ name }) => name === '复发点'), false, 'nobody looks for it in more than a year')
})

test('a secretary counts the own community, the neighbour nothing of ours, the level above everything', async () => {
  const { street, leader } = await monday()
  const [own, other] = [await street.staff('东苑书记', 'secretary', street.communities[0]!.area), await street.staff('西苑书记', 'secretary', street.communities[1]!.area)]
  const next = await (await city.subdistrict()).staff('邻街领导', 'leader')
  const district = await street.staff('区领导', 'leader', '/33/99/01/')
  at('17:00')
  await count()
  const reported = async (who: Person, area?: string) => (await who.call('insight', 'figures', { ...march, area })).figures[0]!.value
  deepEqual([await reported(leader), await reported(own), await reported(other), await reported(next), await reported(next, street.area)], [3, 3, 0, 0, 0])
  deepEqual([await reported(own, street.area), await reported(other, street.area), await reported(leader, street.communities[1]!.area)], [3, 0, 0])
  equal(await reported(district, street.area), 3)
  deepEqual((await next.call('insight', 'events', { ...march, area: street.area, part: 'reported' })).rows, [])
  deepEqual((await other.call('insight', 'compare', { ...march, by: 'unit' })).rows, [])
  const worker = await street.staff('社工', 'socialWorker', street.communities[0]!.area)
  await rejects(worker.call('insight', 'figures', march), { code: 'may.not' })
})

test('a frozen month stays as it was told when an event changes afterwards', async () => {
  const { street, shiftLeader, leader, resident, good } = await monday()
  at('09:00', '2026-04-01')
  await count()
  await rejects(shiftLeader.call('insight', 'freeze', { month: '2026-04-01' }), { code: 'input.invalid' })
  deepEqual(await shiftLeader.call('insight', 'freeze', { month: '2026-03-01' }), { rows: 4 })
  await rejects(shiftLeader.call('insight', 'freeze', { month: '2026-03-01' }), { code: 'conflict.exists' })
  await rejects(leader.call('insight', 'freeze', { month: '2026-02-01' }), { code: 'may.not' })
  const told = await leader.call('insight', 'frozen', { area: street.area, month: '2026-03-01' })
  deepEqual([valuesOf(told as never, 'reported', 'closeRate'), told.frozenBy], [{ reported: 3, closeRate: 2 / 3 }, '值班长'])
  const closed = async (who: Person, area = street.area) => (await who.call('insight', 'frozenEvents', { area, month: '2026-03-01', part: 'closed' })).rows.map(({ id, times, on }) => [id, times, on])
  const listed = await closed(leader)
  // Residents may ask for re-handling within seven days of the closing.
  await city.owner.query(`update event set closed_at = '2026-03-30 09:00+08' where id = $1`, [good])
  at('09:00', '2026-04-02')
  await resident.call('event', 'takeMine', { id: good, take: { step: 'reopen', reason: '又堆了' } })
  await count()
  const then = await leader.call('insight', 'frozen', { area: street.area, month: '2026-03-01' })
  deepEqual(then.figures, told.figures)
  equal(then.recount.find(({ name }) => name === 'closeRate')!.value, 1 / 3)
  for (const { label, part, numerator } of told.figures) {
    const { rows } = await leader.call('insight', 'frozenEvents', { area: street.area, month: '2026-03-01', part: part!, limit: 100 })
    equal(rows.reduce((sum, { times }) => sum + times, 0), numerator, `${label}: the list adds up to the frozen number`)
  }
  deepEqual([listed.length > 0, await closed(leader)], [true, listed], 'the list stays as well')
  await rejects(city.server.around.database.transact({ role: 'staff', areas: [street.area] }, 'write', (db) => db.updateTable('frozen_month').set({ frozen_by: '别人' }).execute()), { code: 'not-found' })
  const { rows } = await leader.call('insight', 'months', {})
  deepEqual(rows.map(({ month, areaName }) => [month, areaName]).slice(1), [['2026-03-01', '东苑社区'], ['2026-03-01', '西苑社区'], ['2026-03-01', '南苑社区']])
  const neighbour = await (await city.subdistrict()).staff('邻街领导', 'leader')
  await rejects(neighbour.call('insight', 'frozen', { area: street.area, month: '2026-03-01' }), { code: 'not-found' })
  await rejects(closed(neighbour), { code: 'not-found' })
  const secretary = await street.staff('西苑书记', 'secretary', street.communities[1]!.area)
  await rejects(closed(secretary), { code: 'not-found' })
  const journal = await city.owner.query(`select actor_name, details from journal where name = 'insight.frozen' and subdistrict = $1`, [street.code])
  deepEqual(journal.rows, [{ actor_name: '值班长', details: { month: '2026-03-01', places: 4 } }])
})

test('an export holds the figures with their formulas and what was asked for, and is on record', async () => {
  const { street, leader } = await monday()
  at('17:00')
  await count()
  const { fileName, xlsx } = await leader.call('insight', 'export', { ...march, area: street.communities[0]!.area })
  equal(fileName, '统计分析-2026-03-01至2026-03-02.xlsx')
  const { sheets } = await readXlsx(Buffer.from(xlsx, 'base64'))
  deepEqual(sheets.map(({ name }) => name), ['指标', '分单位', '分辖区', '分事项', '分岗位', '结构', '复发点', '说明'])
  const rate = sheets[0]!.rows.find(([, label]) => label === '结案率')!
  deepEqual([rate[2], rate[4], rate[5], String(rate[8]).startsWith('已结案 ÷ 应结案')], [2 / 3, 2, 3, true])
  deepEqual(sheets[7]!.rows.slice(1, 5), [['统计期', '2026-03-01 至 2026-03-02'], ['上期', '2026-02-01 至 2026-02-02'], ['去年同期', '2025-03-01 至 2025-03-02'], ['辖区', '东苑社区']])
  const looks = await city.owner.query(`select actor_name from journal where name = 'insight.export.looked' and subdistrict = $1`, [street.code])
  deepEqual(looks.rows, [{ actor_name: '街道领导' }])
})
