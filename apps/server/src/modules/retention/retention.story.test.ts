import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { runJob } from '../../../test/job.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const night = () => runJob(city, 'retention.sweep')

/** Somebody who moved away on a day, with a phone that was changed before. */
async function left(on: string, name = '王示一') {
  const block = await openBlock(city)
  const { worker, units } = block
  const { id } = await worker.call('person', 'enter', { values: { name, phone: '13900007711', workplace: '示例机械厂', education: '20' }, at: { housing: units[0]! }, role: '01' })
  await worker.call('person', 'change', { id, revision: 1, values: { phone: '13900007712' } })
  const { residencies: [home] } = await worker.call('person', 'get', { id })
  await worker.call('person', 'moveOut', { id, residency: home!.id, on, reason: '02' })
  const admin = await block.street.staff('安全管理员', 'securityAdmin')
  const values = async () => (await worker.call('person', 'get', { id })).values
  const runs = async () => (await admin.call('retention', 'runs', {})).rows.map(({ item, removed }) => [item, removed]).toSorted()
  return { ...block, id, admin, values, runs }
}

const day = (monthsAgo: number) => new Date(Date.now() - monthsAgo * 31 * 86_400_000).toISOString().slice(0, 10)

test('who left more than a year ago loses phone number with its history and keeps the rest; the night is on record by kinds and numbers alone', async () => {
  const one = await left(day(14))
  await night()
  const { phone, workplace, education, name } = await one.values()
  assert.deepEqual([phone, workplace, education, name], [null, null, '20', '王示一'])
  const { rows: [row] } = await city.owner.query('select phone, phone_index, phone_masked, phone_tail from person where id = $1', [one.id])
  assert.deepEqual(row, { phone: null, phone_index: null, phone_masked: null, phone_tail: null })
  assert.deepEqual((await city.owner.query('select no from revision where record = $1 and sealed is not null', [one.id])).rows, [])
  assert.deepEqual(await one.runs(), [['person.phone', 1], ['person.workplace', 1]])
  const { rows: told } = await city.owner.query(`select details::text as told from journal where name = 'retention.swept' and subdistrict = $1`, [one.street.code])
  assert.deepEqual([told.length, told.some((entry) => /王示一|1390/.test(entry.told))], [2, false])
  await night()
  assert.equal((await one.runs()).length, 2)
})

test('after three years the name goes as well, the record stays without it; who has not been gone so long keeps everything', async () => {
  const [long, short] = [await left(day(40)), await left(day(10))]
  await night()
  assert.deepEqual([(await long.values()).name, (await long.values()).education], ['（已清理）', null])
  const { rows: [row] } = await city.owner.query('select name, pinyin, address, facts::text from person where id = $1', [long.id])
  assert.deepEqual([row.name, row.address, row.facts, /wang/.test(row.pinyin)], ['（已清理）', null, '{}', false])
  assert.deepEqual([(await short.values()).workplace, await short.runs()], ['示例机械厂', []])
})

test('what is held stays until it is released; a shorter time in the register works the next night', async () => {
  const one = await left(day(14))
  const { id } = await one.admin.call('retention', 'hold', { item: 'person.phone', reason: '法院调取', until: null })
  await night()
  assert.deepEqual([(await one.values()).phone, (await one.values()).workplace], ['139****7712', null])
  await assert.rejects(one.worker.call('retention', 'release', { id, reason: '不再需要' }), { code: 'may.not' })
  assert.equal((await one.admin.call('retention', 'release', { id, reason: '案件审结' })).releasedFor, '案件审结')
  await assert.rejects(one.admin.call('retention', 'release', { id, reason: '再来' }), { code: 'base.changed' })
  const all = await one.admin.call('retention', 'hold', { item: null, reason: '专项检查', until: null })
  await night()
  assert.equal((await one.values()).phone, '139****7712')
  await one.admin.call('retention', 'release', { id: all.id, reason: '检查结束' })
  const admin = await one.street.staff('系统管理员', 'systemAdmin')
  const { rows } = await admin.call('processing', 'list', {})
  const { item, version, purpose, ground, basis, keepWhy, isSensitive, viewers, sharedWith } = rows.find((row) => row.item === 'person.education')!
  await admin.call('processing', 'change', { item, version, purpose, ground, basis, keepWhy, isSensitive, viewers, sharedWith, keepMonths: 6, reason: '缩短' })
  await night()
  assert.deepEqual([(await one.values()).phone, (await one.values()).education], [null, null])
  await assert.rejects(one.admin.call('retention', 'hold', { item: 'staff.trace', reason: '不清理的', until: null }), { code: 'not-found' })
  await assert.rejects(one.admin.call('retention', 'hold', { item: null, reason: '过去', until: '2020-01-01' }), { code: 'input.invalid' })
})

test('reporters are forgotten three years after their event was closed, the event stays; the office next door is left alone', async () => {
  const one = await left(day(1))
  const resident = await one.street.resident('李例二')
  const report = async () => (await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06036', area: one.street.communities[0]!.grids[0]! })).id
  const [old, fresh] = [await report(), await report()]
  await city.owner.query(`update event set closed_at = now() - interval '37 months', status = 'closed' where id = $1`, [old])
  await city.owner.query(`update event set closed_at = now() - interval '35 months', status = 'closed' where id = $1`, [fresh])
  await night()
  const { rows } = await city.owner.query('select id, reporter_name, reporter_phone, reporter_index, description from event where id = any ($1)', [[old, fresh]])
  const of = (id: string) => rows.find((row) => row.id === id)
  assert.deepEqual([of(old).reporter_name, of(old).reporter_phone, of(old).reporter_index, of(old).description, of(fresh).reporter_name], [null, null, null, '路灯不亮', '李例二'])
  assert.deepEqual(await one.runs(), [['event.reporter', 1]])
  const above = await one.street.staff('平台安全员', 'securityAdmin', '/')
  assert.ok((await above.call('retention', 'runs', {})).rows.some(({ item }) => item === 'event.reporter'))
  const next = await city.subdistrict()
  assert.deepEqual((await (await next.staff('隔壁安全员', 'securityAdmin')).call('retention', 'runs', {})).rows, [])
  // A community cannot sweep, whatever it says.
  const swept = await city.server.around.database.transact({ role: 'staff', areas: [one.street.communities[0]!.area] }, 'read', async (db) => (await import('kysely')).sql<{ n: number }>`select retention_sweep(${one.street.code}, 'event.reporter', now(), 10) as n`.execute(db))
  assert.equal(swept.rows[0]!.n, 0)
})
