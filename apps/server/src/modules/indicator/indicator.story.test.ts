import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Asked } from '@linli/contract'
import { addDays, dayOf } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { runJob } from '../../../test/job.ts'
import { openStreams } from '../../../test/streams.ts'
import { prove } from '../measure/index.ts'
import { sources } from './sources.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const count = () => runJob(city, 'indicator.count')
const own: Asked<'indicator', 'save'>['definition'] = { name: '高龄老人占比', theme: 'own', above: [{ source: 'people', key: 'aged80' }], below: [{ source: 'people', key: 'people' }], scale: 'share', period: 'day' }

/** A building with three who live there, one of them very old, and a leader, secretary and neighbour who read figures. */
async function openFigures() {
  const block = await openBlock(city)
  const { street, worker, units, building } = block
  for (const [at, birth] of ['1930-01-01', '1990-01-01', '1991-01-01'].entries()) await worker.call('person', 'enter', { values: { name: `王示${'一二三'[at]}`, birth, ...(at === 0 ? { groups: ['独居老人'] } : { phone: `1390000000${at}` }) }, at: { housing: units[at]! }, role: '01' })
  await count()
  const [leader, secretary, admin] = [await street.staff('领导', 'leader'), await street.staff('书记', 'secretary', street.communities[0]!.area), await street.staff('系统管理员', 'systemAdmin')]
  const other = await street.staff('别处书记', 'secretary', street.communities[1]!.area)
  const figure = async (who: typeof leader, area: string, code: string) => (await who.call('indicator', 'figures', { area })).figures.find((one) => one.code === code)!
  return { ...block, building, leader, secretary, admin, other, figure, home: street.communities[0]!.area, next: street.communities[1]!.area }
}

test('who is entered is counted from the building to the street; the number says what it is made of, and leads to the people', async () => {
  const { street, secretary, worker, figure, home, building } = await openFigures()
  const told = await figure(secretary, home, 'phoneShare')
  assert.deepEqual([told.value, told.above, told.below, told.band, told.formula], [66.67, 2, 3, 'red', '有联系电话 ÷ 实有人口 × 100%'])
  assert.deepEqual(told.parts.map(({ label, count: n, isBelow, mayOpen }) => [label, n, isBelow, mayOpen]), [['有联系电话', 2, false, true], ['实有人口', 3, true, true]])
  for (const level of ['grid', 'building'] as const) {
    const { whole, rows } = await secretary.call('indicator', 'values', { indicator: 'people', area: home, level })
    assert.deepEqual([whole.value, rows.filter(({ value }) => value! > 0).map(({ area, value }) => [area, value])], [3, [[level === 'building' ? building : street.communities[0]!.grids[0], 3]]])
  }
  const { rows } = await worker.call('indicator', 'records', { source: 'people', key: 'aged80', area: home })
  assert.deepEqual(rows.map(({ kind, title }) => [kind, title]), [['person', '王示一']])
  const { rows: [look] } = await city.owner.query(`select actor_name, details from journal where name = 'indicator.records.looked' and subdistrict = $1 order by at desc limit 1`, [street.code])
  assert.equal(look.actor_name, '社工')
  assert.deepEqual((await secretary.call('indicator', 'structure', { source: 'people', dimension: 'age', area: home })).rows.map(({ label, count: n }) => [label, n]), [['35–49 岁', 2], ['90 岁以上', 1]])
})

test('an open screen of a community, and of a grid, is told when the street is counted; one of another street is not', async () => {
  const { street, secretary, worker, units } = await openFigures()
  const grid = await street.staff('网格员', 'gridWorker', street.communities[0]!.grids[0])
  const elsewhere = await (await city.subdistrict()).staff('别处领导', 'leader')
  const screens = await openStreams(city, [secretary, grid, elsewhere])
  const heard = () => screens.told.filter((message) => message === JSON.stringify({ topic: 'indicator', id: street.area }))
  try {
    await worker.call('person', 'enter', { values: { name: '王示四', birth: '1992-01-01' }, at: { housing: units[0]! }, role: '01' })
    await count()
    await eventually(async () => assert.equal(heard().length, 2))
  } finally {
    await screens.close()
  }
})

test('places and indicators side by side, people by kind and place; the spreadsheet says the same with its formulas', async () => {
  const { secretary, home, building } = await openFigures()
  const compared = await secretary.call('indicator', 'table', { codes: ['people', 'phoneShare'], area: home, level: 'building', beside: dayOf(new Date()) })
  assert.deepEqual([compared.whole.values.map(({ now }) => now.value), compared.rows.find(({ area }) => area === building)!.values.map(({ now }) => now.value)], [[3, 66.67], [3, 66.67]])
  await assert.rejects(secretary.call('indicator', 'table', { codes: ['people'], area: home, level: 'building', beside: addDays(dayOf(new Date()), -1) }), { code: 'input.invalid' })
  const crossed = await secretary.call('indicator', 'pivot', { source: 'people', dimension: 'group', area: home, level: 'building' })
  assert.deepEqual([crossed.columns.map(({ label }) => label), crossed.rows.find(({ area }) => area === building)!.counts], [['独居老人'], [1]])
  const { xlsx } = await secretary.call('indicator', 'export', { table: { codes: ['phoneShare'], area: home, level: 'grid' } })
  const { sheets } = await readXlsx(Buffer.from(xlsx, 'base64'))
  assert.deepEqual([sheets[0]!.rows[1], sheets[1]!.rows[1]], [['东苑社区', 66.67], ['联系电话登记率', '有联系电话 ÷ 实有人口 × 100%，随平台提供']])
})

test('the street sees sums and no few; the community next door sees the street’s sum and nothing of its neighbour', async () => {
  const { street, leader, secretary, other, figure, home, next, building } = await openFigures()
  const few = await figure(leader, home, 'aged80')
  assert.deepEqual([few.value, few.isSuppressed, few.parts[0]!.count, few.parts[0]!.mayOpen], [null, true, null, false], 'one very old person is somebody one knows')
  assert.deepEqual((await leader.call('indicator', 'values', { indicator: 'alone80', area: street.area, level: 'building' })).rows.find(({ area }) => area === building)?.isSuppressed, true)
  await assert.rejects(leader.call('indicator', 'records', { source: 'people', key: 'aged80', area: home }), { code: 'may.not' })
  assert.deepEqual((await leader.call('indicator', 'structure', { source: 'people', dimension: 'group', area: street.area })).rows.map(({ label, count: n, isSuppressed }) => [label, n, isSuppressed]), [['独居老人', null, true]])

  const [known, leaders, leadersToo] = await Promise.all([secretary, leader, leader].map((who) => figure(who, home, 'aged80')))
  assert.deepEqual([known!.value, leaders!.value, leadersToo!.value], [1, null, null], 'asked at the same moment, everybody is told what they may know')

  // Somebody with a post in a grid here and one next door sees this community's sum, and whoever asks after them is told no other.
  const both = await street.staff('两处网格员', 'gridWorker', street.communities[0]!.grids[0])
  await city.owner.query(`insert into post (id, account, role, area, valid_from) values (gen_random_uuid(), $1, 'gridWorker', $2, '2020-01-01')`, [both.id, street.communities[1]!.grids[0]])
  await city.owner.query(`update measure_mark set turn = turn + 1 where subdistrict = $1`, [street.code])
  assert.deepEqual([(await figure(both, home, 'homes')).value, (await figure(leader, home, 'homes')).value], [3, 3])
  await assert.rejects(other.call('indicator', 'figures', { area: home }), { code: 'not-found' })
  const { whole, rows } = await other.call('indicator', 'values', { indicator: 'homes', area: street.area, level: 'community' })
  assert.deepEqual([whole.value, rows.map(({ area, value }) => [area, value])], [3, [[next, 0]]], 'of the street the sum, of the communities its own')
  assert.equal((await figure(other, street.area, 'people')).isSuppressed, true)
})

test('who moves away and what was reported late is counted where and when it was; a day that has passed stands as it was', async () => {
  const { street, leader, worker, figure, home } = await openFigures()
  const { rows: [somebody] } = await worker.call('indicator', 'records', { source: 'people', key: 'aged80', area: home })
  const { residencies: [residency] } = await worker.call('person', 'get', { id: somebody!.id })
  await city.owner.query(`update measure_past set day = day - 3 where subdistrict = $1`, [street.code])
  await worker.call('person', 'moveOut', { id: somebody!.id, residency: residency!.id, on: dayOf(new Date()), reason: '02' })
  await count()
  const today = dayOf(new Date())
  const secretary = await street.staff('书记二', 'secretary', home)
  assert.deepEqual([(await figure(secretary, home, 'people')).value, (await secretary.call('indicator', 'figures', { area: home, on: addDays(today, -1) })).figures.find(({ code }) => code === 'people')!.value], [2, 3])
  const { rows } = await secretary.call('indicator', 'trend', { indicator: 'people', area: home, from: addDays(today, -4), until: addDays(today, 1) })
  assert.deepEqual(rows.map(({ value }) => value), [null, 3, 3, 3, 2])
  // Before anything was counted there is no number, which is not nothing.
  const early = addDays(today, -4)
  const { whole: none, rows: grids } = await secretary.call('indicator', 'values', { indicator: 'people', area: home, level: 'grid', on: early })
  assert.deepEqual([none.value, grids.map(({ value }) => value), (await secretary.call('indicator', 'figures', { area: home, on: early })).figures.filter(({ value, parts }) => value !== null || parts.some(({ count: n }) => n !== null))], [null, grids.map(() => null), []])
  assert.deepEqual((await secretary.call('indicator', 'values', { indicator: 'people', area: home, level: 'grid', on: addDays(today, -1) })).rows.map(({ value }) => value).toSorted(), [0, 3].slice(-grids.length))
  await assert.rejects(secretary.call('indicator', 'values', { indicator: 'perThousand', area: home, level: 'building', on: early }), { code: 'input.invalid' })

  await worker.call('event', 'report', { description: '楼道堆物', matter: '06036', area: home })
  await city.owner.query(`update event set reported_at = reported_at - interval '40 days' where subdistrict = $1`, [street.code])
  await count()
  assert.equal((await figure(leader, home, 'reported30')).value, 0)
  assert.deepEqual((await leader.call('indicator', 'figures', { area: home, on: addDays(today, -30) })).figures.filter(({ code }) => ['reported30', 'today'].includes(code)).map((one) => [one.value, one.before]), [[0, 0], [1, 0]])
  assert.deepEqual((await leader.call('indicator', 'values', { indicator: 'reported30', area: home, level: 'building', on: addDays(today, -30) })).rows.every(({ value }) => value === 0), true, 'reported to the community, in no building')
  assert.equal((await leader.call('indicator', 'values', { indicator: 'reported30', area: home, level: 'building', on: addDays(today, -41) })).whole.value, null)

  // By kind, over whatever days: within a month, over its end, until today.
  await worker.call('event', 'report', { description: '楼道堆物又来', matter: '06036', area: home })
  await city.owner.query(`update event set reported_at = reported_at - interval '20 days' where subdistrict = $1 and description like '%又来'`, [street.code])
  await worker.call('event', 'report', { description: '楼道堆物刚刚', matter: '06036', area: home })
  await count()
  const kinds = async (from?: string, until?: string) => {
    const asked = { source: 'reports', dimension: 'matter', area: home, from, until }
    const [{ rows: told }, crossed] = [await leader.call('indicator', 'structure', asked), await leader.call('indicator', 'pivot', { ...asked, level: 'community' })]
    assert.deepEqual(crossed.rows.map(({ counts }) => counts), [told.map(({ count: n }) => n)])
    return told.map(({ count: n }) => n)
  }
  assert.deepEqual(await Promise.all([kinds(), kinds(addDays(today, -40)), kinds(addDays(today, -40), today), kinds(addDays(today, -39), addDays(today, -20)), kinds(addDays(today, -20), addDays(today, -19))]), [[2], [3], [2], [], [1]])
})

test('whoever sees a county sees its sub-districts added up: as a number, side by side, over days and by kind', async () => {
  const { street } = await openFigures()
  const county = street.area.replace(/\d+\/$/, '')
  const above = await street.staff('区领导', 'leader', county)
  const { whole, rows } = await above.call('indicator', 'values', { indicator: 'homes', area: county, level: 'subdistrict' })
  assert.ok(rows.length > 1 && rows.some(({ area, value }) => area === street.area && value === 3))
  const sum = rows.reduce((all, { value }) => all + (value ?? 0), 0)
  const today = dayOf(new Date())
  const { rows: days } = await above.call('indicator', 'trend', { indicator: 'homes', area: county, from: today, until: addDays(today, 1) })
  const { rows: kinds } = await above.call('indicator', 'structure', { source: 'homes', dimension: 'use', area: county })
  assert.deepEqual([whole.value, days[0]!.value, kinds.reduce((all, { count: n }) => all + (n ?? 0), 0)], [sum, sum, sum])
})

test('an administrator makes an indicator without code: faults are named, it is tried out, published, changed, and ended', async () => {
  const { street, admin, leader, home } = await openFigures()
  const wrong = await admin.call('indicator', 'tryOut', { definition: { ...own, above: [{ source: 'people', key: 'horoscope' }], limits: { red: 1, orange: 2, yellow: 3, blue: 4 } } }).catch((error: unknown) => error) as { problem: { fields: { path: string, message: string }[] } }
  assert.deepEqual(wrong.problem.fields.map(({ path, message }) => [path, message]), [['definition.above.0', '基础指标目录里没有这一项'], ['definition.best', '设了目标或分级，请选择越高越好还是越低越好']])
  const tried = await admin.call('indicator', 'tryOut', { definition: { ...own, above: [{ source: 'homes', key: 'homes' }], below: [], scale: 'count' } })
  assert.deepEqual([tried.formula, tried.whole.value, tried.rows.map(({ value }) => value)], ['房屋', 3, [3, 0, 0]])

  const draft = await admin.call('indicator', 'save', { definition: own })
  assert.deepEqual([draft.status, draft.version, draft.formula], ['draft', 1, '80 岁以上 ÷ 实有人口 × 100%'])
  await assert.rejects(admin.call('indicator', 'save', { code: draft.code, definition: own }), { code: 'base.changed' }, 'somebody who has not seen the draft')
  await assert.rejects(admin.call('indicator', 'save', { definition: { ...own, name: '实有人口' } }), { code: 'input.invalid' })
  assert.equal((await leader.call('indicator', 'list', {})).rows.some(({ code }) => code === draft.code), false)
  await admin.call('indicator', 'publish', { code: draft.code, version: 1 })
  assert.equal((await leader.call('indicator', 'figures', { area: street.area, theme: 'own' })).figures[0]!.isSuppressed, true)

  const again = await admin.call('indicator', 'save', { code: draft.code, definition: { ...own, best: 'low', target: 10 } })
  await admin.call('indicator', 'publish', { code: draft.code, version: again.version })
  assert.deepEqual((await leader.call('indicator', 'versions', { code: draft.code })).rows.map(({ version, target, changedBy }) => [version, target, changedBy]), [[2, 10, '系统管理员'], [1, null, '系统管理员']])
  await admin.call('indicator', 'end', { code: 'people', isEnded: true })
  assert.equal((await leader.call('indicator', 'list', {})).rows.some(({ code }) => code === 'people'), false)
  await admin.call('indicator', 'end', { code: 'people', isEnded: false })
  await assert.rejects(leader.call('indicator', 'end', { code: 'people', isEnded: true }), { code: 'may.not' })
  const neighbour = await (await city.subdistrict()).staff('李例二', 'leader')
  assert.equal((await neighbour.call('indicator', 'list', { isAll: true })).rows.some(({ code }) => code === draft.code), false)
  await assert.rejects(neighbour.call('indicator', 'figures', { area: home }), { code: 'not-found' })
})

test('the night proves the figures, and the first of the month keeps the last one as it stood', async () => {
  const { street, leader, admin, home } = await openFigures()
  await runJob(city, 'indicator.prove')
  const mine = async () => (await admin.call('indicator', 'proof', {})).rows[0]!
  assert.deepEqual([(await mine()).differences, (await mine()).day], [[], dayOf(new Date())])
  await city.owner.query(`update measure_cell set own = own - 'homes' where subdistrict = $1 and source = 'homes' and level = 'building'`, [street.code])
  await prove({ database: city.server.around.database, now: new Date(), sources }, { subdistrict: street.code, area: street.area })
  assert.deepEqual((await mine()).differences.map(({ label, places }) => [label, places]), [['房屋', 1]])
  const { rows: [kept] } = await leader.call('indicator', 'months', { area: home })
  const { figures, frozenBy } = await leader.call('indicator', 'month', { area: home, month: kept!.month })
  assert.equal(frozenBy, '系统')
  assert.deepEqual(figures.filter(({ code }) => code === 'homes').map(({ value, formula, version }) => [value, formula, version]), [[null, '房屋', 0]], 'nothing was counted last month')
})
