import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { runJob } from '../../../test/job.ts'
import { openOffice, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const count = () => runJob(city, 'indicator.count')

test('what is kept is people, homes, buildings and organisations together, those that were struck off too; a building that is pulled down is counted no more', async () => {
  const { street, building, worker, units } = await openBlock(city)
  const home = street.communities[0]!.area
  const reader = await street.staff('书记', 'secretary', home)
  const figure = async (code: string) => (await reader.call('indicator', 'figures', { area: home })).figures.find((one) => one.code === code)!
  await count()
  const first = await figure('records')
  await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: units[0]! }, role: '01' })
  for (const [name, state] of [['示例小吃店', undefined], ['示例旧店', '注销']] as const) await worker.call('enterprise', 'enter', { values: { name, ...(state && { state }) }, at: { housing: units[1]! } })
  await city.owner.query(`insert into area (path, name, kind) values ($1, '文澜苑4幢', 'building')`, [building.replace('b0003', 'b0004')])
  await count()
  const [records, buildings, organisations] = [await figure('records'), await figure('buildings'), await figure('organisations')]
  assert.deepEqual([records.value! - first.value!, records.formula, buildings.value, organisations.value], [4, '实有人口＋房屋＋楼幢＋企业与单位档案', 2, 1])
  const { rows } = await worker.call('indicator', 'records', { source: 'buildings', key: 'buildings', area: home, limit: 1 })
  const { rows: [next] } = await worker.call('indicator', 'records', { source: 'buildings', key: 'buildings', area: home, limit: 1, after: (await worker.call('indicator', 'records', { source: 'buildings', key: 'buildings', area: home, limit: 1 })).next! })
  assert.deepEqual([...rows, next!].map(({ kind, area, title, note }) => [kind, area, title, note]), [['building', building, '文澜苑3幢', '东苑社区 第1网格'], ['building', building.replace('b0003', 'b0004'), '文澜苑4幢', '东苑社区 第1网格']])
  await city.owner.query(`update area set valid_until = current_date where path = $1`, [building.replace('b0003', 'b0004')])
  await count()
  assert.equal((await figure('buildings')).value, 1)
})

test('each stage an event went through is counted on the day it ended, and how many of them in time', async () => {
  const office = await openOffice(city)
  const { street, dispatcher } = office
  await toHandling(office, { until: 'feedback' })
  await toHandling(office, { until: 'dispatched' })
  await city.owner.query(`update event_stage set overdue_minutes = 30 where subdistrict = $1 and status = 'filed' and event = (select event from event_stage where subdistrict = $1 and status = 'feedback')`, [street.code])
  await count()
  const { figures } = await dispatcher.call('indicator', 'figures', { area: street.area })
  const told = (code: string) => { const { value, above, below, formula } = figures.find((one) => one.code === code)!; return [value, above, below, formula] }
  assert.deepEqual([told('acceptInTime30'), told('dispatchInTime30'), told('handleInTime30')], [[100, 2, 2, '按时受理 ÷ 受理环节办完 × 100%（近 30 天）'], [50, 1, 2, '按时派遣 ÷ 派遣环节办完 × 100%（近 30 天）'], [100, 1, 1, '按时处置 ÷ 处置环节办完 × 100%（近 30 天）']])
})
