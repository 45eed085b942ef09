import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addDays, dayOf } from '@linli/standards'
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

const day = (monthsAgo: number) => addDays(dayOf(new Date()), -monthsAgo * 31)

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

const counted = async (text: string, values: unknown[]) => (await city.owner.query<{ n: number }>(`select count(*)::integer as n from ${text}`, values)).rows[0]!.n

test('after three years homes, tags, history and merges go too, wherever the name stood; who came back and left again is looked at again', async () => {
  const one = await left(day(40))
  const admin = await one.street.staff('书记', 'secretary', one.street.communities[0]!.area)
  await admin.call('tag', 'add', { area: one.street.communities[0]!.area, name: '寻踪标签' })
  await city.owner.query(`update person set tags = array['寻踪标签'] where id = $1`, [one.id])
  const { id: again } = await one.worker.call('person', 'enter', { values: { name: '赵寻踪', note: '寻踪旧事' }, at: { housing: one.units[1]! }, role: '03' })
  const { residencies: [home] } = await one.worker.call('person', 'get', { id: again })
  await one.worker.call('person', 'moveOut', { id: again, residency: home!.id, on: day(50), reason: '02' })
  await one.worker.call('person', 'merge', { keep: one.id, drop: again, keepRevision: (await one.worker.call('person', 'get', { id: one.id })).revision, dropRevision: 1, take: ['name'] })
  await city.owner.query(`update person_merge set at = now() - interval '37 months' where kept = $1`, [one.id])
  await night()
  const { rows: [row] } = await city.owner.query('select name, tags, address, area from person where id = $1', [one.id])
  assert.deepEqual(row, { name: '（已清理）', tags: [], address: null, area: one.street.communities[0]!.area })
  assert.deepEqual([await counted('revision where record = any ($1)', [[one.id, again]]), await counted('residency where person = any ($1)', [[one.id, again]]), await counted('person_merge where kept = $1', [one.id])], [0, 1, 0])
  const { rows: [last] } = await city.owner.query('select housing, place, until is not null as "isGone" from residency where person = $1', [one.id])
  assert.deepEqual(last, { housing: null, place: one.street.communities[0]!.area, isGone: true })
  for (const table of ['person', 'revision', 'person_merge', 'transfer', 'claim', 'intake_row']) assert.equal(await counted(`${table} as one where one::text like '%寻踪%' and subdistrict = $1`, [one.street.code]), 0, table)
  assert.deepEqual((await one.runs()).map(([item]) => item).filter((item) => /^(copy|residency)/.test(String(item))), ['copy.merge', 'copy.revision', 'residency.home', 'residency.tag'])
  // Nobody is looked at again for nothing; who comes back is known anew, and goes anew.
  const runs = (await one.runs()).length
  await night()
  assert.equal((await one.runs()).length, runs)
  const back = await one.worker.call('person', 'moveIn', { id: one.id, at: { housing: one.units[2]! }, role: '01' })
  await one.worker.call('person', 'change', { id: one.id, revision: back.revision, values: { name: '钱再来', phone: '13900007790' } })
  const now = await one.worker.call('person', 'get', { id: one.id })
  await city.owner.query('update residency set since = null where person = $1', [one.id])
  await one.worker.call('person', 'moveOut', { id: one.id, residency: now.residencies.find(({ until }) => until === null)!.id, on: day(13), reason: '02' })
  await night()
  assert.deepEqual([(await one.values()).name, (await one.values()).phone], ['钱再来', null])
})

test('a household that ended and a shop that closed lose what tells of people when its time has come, numbers and all that finds them', async () => {
  const { street, worker, units } = await left(day(1))
  const { id: household } = await worker.call('household', 'form', { at: { housing: units[0]! }, values: { phone: '13900007781', note: '寻户' }, members: [] })
  await worker.call('household', 'end', { id: household, on: day(40) })
  const { id: shop, revision } = await worker.call('enterprise', 'enter', { values: { name: '寻店小吃', legalPerson: '寻店主', legalPersonPhone: '13900007782', phone: '13900007783' }, at: { housing: units[1]! } })
  await worker.call('enterprise', 'change', { id: shop, revision, values: { state: '03' } })
  await night()
  assert.equal((await worker.call('enterprise', 'get', { id: shop })).values.legalPerson, '寻店主')
  await city.owner.query(`update revision set at = now() - interval '14 months' where record = $1`, [shop])
  await night()
  const { values, name } = await worker.call('enterprise', 'get', { id: shop })
  assert.deepEqual([name, values.legalPerson ?? null, values.legalPersonPhone ?? null, values.phone ?? null, values.state], ['寻店小吃', null, null, null, '03'])
  const { rows: [row] } = await city.owner.query('select phone_masked, phone_indexes, sealed from enterprise where id = $1', [shop])
  assert.deepEqual(row, { phone_masked: null, phone_indexes: [], sealed: null })
  assert.deepEqual((await worker.call('find', 'all', { text: '13900007782' })).enterprises, [])
  const { rows: [house] } = await city.owner.query('select address, facts, sealed from household where id = $1', [household])
  assert.deepEqual(house, { address: null, facts: {}, sealed: null })
  assert.equal(await counted(`revision where record = $1`, [household]), 0)
  const { rows } = await city.owner.query<{ told: string }>(`select details::text as told from journal where name in ('enterprise.forgotten', 'household.forgotten') and subdistrict = $1`, [street.code])
  assert.ok(rows.length >= 2 && rows.every(({ told }) => !/寻|1390/.test(told)))
})

test('outside people, staff who left, relations that ended and sessions go by the register as well, and a hold stops each', async () => {
  const one = await left(day(1))
  const officer = await one.street.staff('寻离任', 'gridWorker')
  const admin = await one.street.staff('系统管理员', 'systemAdmin')
  await admin.call('account', 'enable', { id: officer.id, isEnabled: false })
  await city.owner.query(`update account set disabled_at = now() - interval '37 months' where id = $1`, [officer.id])
  const { id: shop } = await one.worker.call('enterprise', 'enter', { values: { name: '示例店' }, at: { housing: one.units[1]! } })
  const relation = await one.worker.call('relation', 'enter', { kind: 'landlord', housing: one.units[1]!, enterprise: shop, since: day(60) })
  await one.worker.call('relation', 'end', { id: relation.id, on: day(40) })
  const unit = await one.street.unit('环卫所')
  const resident = await one.street.resident('李例二')
  const dispatcher = await one.street.staff('派遣员', 'dispatcher')
  const { id: event } = await resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06036', area: one.street.communities[0]!.grids[0]! })
  await city.owner.query(`update event set status = 'handling', unit = $1, unit_name = '环卫所', unit_kind = 'department' where id = $2`, [unit.id, event])
  const { link } = await dispatcher.call('link', 'forward', { event, name: '寻物业', phone: '13900007784', request: '请修理', dueAt: new Date(Date.now() + 86_400_000).toISOString() })
  await city.owner.query(`update link set until = now() - interval '13 months', withdrawn_at = null where id = $1`, [link.id])
  await city.owner.query(`update session set until = now() - interval '2 months' where account = $1`, [officer.id])
  const state = async () => [
    (await city.owner.query('select name from account where id = $1', [officer.id])).rows[0].name, await counted('relation where id = $1', [relation.id]), (await city.owner.query('select name, phone, phone_masked from link where id = $1', [link.id])).rows[0],
    await counted('link_token where link = $1', [link.id]), await counted('session where account = $1', [officer.id]),
  ]
  const above = await one.street.staff('平台安全员', 'securityAdmin', '/')
  const { id: hold } = await above.call('retention', 'hold', { item: null, reason: '专项检查', until: null })
  await night()
  assert.deepEqual([(await state())[0], (await state())[1], (await state())[4]], ['寻离任', 1, 1])
  await above.call('retention', 'release', { id: hold, reason: '检查结束' })
  await night()
  assert.deepEqual(await state(), ['（已清理）', 0, { name: '（已清理）', phone: null, phone_masked: null }, 0, 0])
  const { rows: [gone] } = await city.owner.query('select sign_in_name, phone, phone_index, password, totp, oidc from account where id = $1', [officer.id])
  assert.deepEqual(gone, { sign_in_name: null, phone: null, phone_index: null, password: null, totp: null, oidc: null })
  assert.deepEqual((await one.runs()).map(([item]) => item), ['account.staff', 'link.person', 'residency.relation'])
  assert.ok((await above.call('retention', 'runs', { item: 'account.session' })).rows.length > 0)
})

test('what sensitive columns of a logbook hold goes with what stood in them before, three years after it was written; the entry stays', async () => {
  const { street, worker, units } = await openBlock(city)
  const area = street.communities[0]!.area
  const secretary = await street.staff('书记', 'secretary', area)
  const { id: logbook, columns: [breed, phone] } = await secretary.call('logbook', 'save', { area, name: '养犬登记', about: 'housing', subjectLabel: '房屋', purpose: '提醒免疫', columns: [{ label: '犬种', type: 'text' }, { label: '电话', type: 'phone' }] })
  const enter = async () => (await worker.call('logbook', 'enter', { logbook, record: units[0]!, values: { day: '2026-01-01', [breed!.name]: '柯基', [phone!.name]: '13900007711' } })).id
  const [old, recent] = [await enter(), await enter()]
  await worker.call('logbook', 'change', { id: old, revision: 1, values: { [phone!.name]: '13900007712' } })
  await city.owner.query('update logbook_entry set changed_at = $1 where id = $2', [`${day(40)}T09:00:00+08:00`, old])
  await night()
  const valuesOf = async (id: string) => Object.values((await worker.call('logbook', 'get', { id })).values)
  assert.deepEqual([await valuesOf(old), await valuesOf(recent)], [['2026-01-01', '柯基', null], ['2026-01-01', '柯基', '139****7711']])
  assert.deepEqual((await city.owner.query('select no from revision where record = $1 and sealed is not null', [old])).rows, [])
})
