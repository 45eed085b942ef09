import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

async function building() {
  const block = await openBlock(city)
  const steward = await block.street.staff('楼道长', 'steward', block.building)
  const { id, residencies: [residency] } = await block.worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001' }, at: { housing: block.units[0]! }, role: '03' })
  return { ...block, steward, id, residency: residency!.id }
}

test('a steward tells a new phone number: it waits beside the one that stands, and stands with its source after one tap', async () => {
  const { steward, worker, id, elsewhere } = await building()
  assert.deepEqual((await steward.call('claim', 'whom', {})).rows.map(({ name, address }) => [name, address]), [['王示一', '文澜苑3幢1单元201室']])
  assert.deepEqual(await steward.call('claim', 'propose', { person: id, values: { phone: '139 0000 0002', workplace: '示例厂' } }), { proposed: 2 })
  assert.deepEqual(await steward.call('claim', 'propose', { person: id, values: { phone: '13900000001' } }), { proposed: 0 })
  const { rows } = await worker.call('claim', 'list', { record: id })
  const phone = rows.find(({ field }) => field === 'phone')!
  assert.deepEqual([phone.record.name, phone.label, phone.value, phone.present, phone.source, phone.presentSource, phone.by], ['王示一', '联系电话', '139****0002', '139****0001', 'steward', 'form', '楼道长'])
  assert.equal((await worker.call('person', 'get', { id })).phone, '139****0001')
  assert.deepEqual((await elsewhere.worker.call('claim', 'list', {})).rows, [])
  await assert.rejects(elsewhere.worker.call('claim', 'decide', { id: phone.id, isAccepted: true }), { code: 'not-found' })
  const decided = await worker.call('claim', 'decide', { id: phone.id, isAccepted: true })
  assert.deepEqual([decided.status, decided.decidedBy], ['accepted', '社工'])
  assert.deepEqual(await worker.call('person', 'reveal', { id, field: 'phone', purpose: '核实' }), { value: '13900000002' })
  const [newest] = (await worker.call('person', 'history', { id })).rows
  assert.deepEqual([newest!.source, newest!.sourceName, newest!.by, newest!.fields.map((field) => [field.label, field.before])], ['steward', '楼道长', '社工', [['联系电话', '139****0001']]])
  assert.equal((await worker.call('claim', 'decide', { id: rows.find(({ field }) => field === 'workplace')!.id, isAccepted: false })).status, 'refused')
  await assert.rejects(worker.call('claim', 'decide', { id: phone.id, isAccepted: false }), { code: 'base.changed' })
  assert.deepEqual([(await worker.call('claim', 'list', { record: id })).rows, (await worker.call('person', 'get', { id })).values.workplace ?? null], [[], null])
  const { rows: told } = await city.owner.query(`select name, actor_name, details ->> 'field' as field from journal where subject_kind = 'claim' and (subject = $1 or details ->> 'record' = $1) order by at, id`, [id])
  assert.deepEqual(told.map((one) => [one.name, one.actor_name, one.field]), [...Array.from({ length: 2 }, () => ['claim.proposed', '楼道长', null]), ['claim.accepted', '社工', 'phone'], ['claim.refused', '社工', 'workplace']])
})

test('told as moved out, somebody leaves when it is accepted, and not before', async () => {
  const { steward, worker, id, residency } = await building()
  await steward.call('claim', 'propose', { person: id, movedOut: { residency, on: '2026-03-01' } })
  const [waiting] = (await worker.call('claim', 'list', {})).rows
  assert.deepEqual([waiting!.label, waiting!.value, (await worker.call('person', 'get', { id })).standing], ['已搬离', '2026-03-01', 'present'])
  await worker.call('claim', 'decide', { id: waiting!.id, isAccepted: true })
  const left = await worker.call('person', 'get', { id })
  assert.deepEqual([left.standing, left.residencies[0]!.until, left.residencies[0]!.leaveReason], ['left', '2026-03-01', '02'])
})

test('told as moved in, somebody new lives there when it is accepted; who is known already is asked for first, and comes along with their record', async () => {
  const { steward, worker, id, units, street, elsewhere } = await building()
  const rows = async () => (await worker.call('claim', 'list', { kind: 'housing' })).rows
  const doors = (await steward.call('claim', 'doors', {})).rows
  assert.deepEqual([doors[0], doors.length], [{ id: units[0], address: '文澜苑3幢1单元201室' }, units.length])
  const news = { housing: units[1]!, role: '03', since: '2026-03-01' }
  for (const phone of ['13900000041', '139 0000 0042']) await steward.call('claim', 'arrive', { ...news, name: '李例二', phone })
  await steward.call('claim', 'arrive', { housing: units[2]!, name: '王示一', phone: '13900000001', role: '租户' })
  await assert.rejects(steward.call('claim', 'arrive', { ...news, name: '李例二', phone: '1390' }), { code: 'input.invalid' })
  await assert.rejects((await street.staff('隔壁楼道长', 'steward', street.communities[1]!.area)).call('claim', 'arrive', { ...news, name: '李例二' }), { code: 'not-found' })
  assert.deepEqual((await elsewhere.worker.call('claim', 'list', {})).rows, [])
  const [known, fresh] = await rows()
  assert.deepEqual([known!.label, known!.record.name, fresh!.value], ['有人入住', '文澜苑3幢2单元501室', '李例二，租客，139****0042，2026-03-01 住进'])
  assert.deepEqual((await worker.call('doorstep', 'residents', { housing: units[1]! })).rows, [])
  const decided = await worker.call('claim', 'decide', { id: fresh!.id, isAccepted: true })
  const [there] = (await worker.call('doorstep', 'residents', { housing: units[1]! })).rows
  assert.deepEqual([decided.status, there!.name, there!.role, there!.since, there!.values.phone], ['accepted', '李例二', '03', '2026-03-01', '139****0042'])
  assert.deepEqual((await worker.call('claim', 'list', { record: there!.person, status: 'accepted' })).rows.map((row) => [row.record.name, row.value]), [['李例二', '已登记入住']])
  await assert.rejects(worker.call('claim', 'decide', { id: known!.id, isAccepted: true }), { code: 'base.person-alike' })
  await worker.call('claim', 'decide', { id: known!.id, isAccepted: true, is: { person: id, leavesOthers: true } })
  assert.deepEqual((await worker.call('person', 'get', { id })).residencies.filter(({ until }) => until === null).map(({ housing }) => housing), [units[2]])
  await steward.call('claim', 'arrive', { ...news, name: '张示三' })
  assert.equal((await worker.call('claim', 'decide', { id: (await rows())[0]!.id, isAccepted: false })).status, 'refused')
  const { rows: kept } = await city.owner.query<{ kept: boolean }>(`select sealed is not null or value is not null as kept from claim where field = 'movedIn'`)
  assert.deepEqual([kept.length, kept.some((one) => one.kept), await rows()], [4, false, []])
})

test('what the same steward says later takes the place of what they said; only their building and no numbers; nothing in clear', async () => {
  const { steward, worker, id, units, street, elsewhere } = await building()
  for (const phone of ['13900000031', '13900000032']) await steward.call('claim', 'propose', { person: id, values: { phone } })
  assert.deepEqual((await worker.call('claim', 'list', { record: id })).rows.map(({ value }) => value), ['139****0032'])
  const { id: far } = await elsewhere.worker.call('person', 'enter', { values: { name: '李例二' }, at: { area: street.communities[1]!.area }, role: '01' })
  await assert.rejects(steward.call('claim', 'propose', { person: far, values: { phone: '13900000033' } }), { code: 'not-found' })
  for (const name of ['get', 'history'] as const) await assert.rejects(steward.call('person', name, { id }), { code: 'may.not' })
  await assert.rejects(steward.call('claim', 'propose', { person: id, values: { certificateNumber: '1' } as never }), { code: 'input.invalid' })
  for (const table of ['claim', 'revision', 'journal']) {
    const { rows } = await city.owner.query<{ text: string }>(`select ${table}::text as text from ${table}`)
    for (const { text } of rows) assert.doesNotMatch(text, /13900000031|13900000032/, table)
  }
  assert.ok(units.length > 0)
})

test('who has a second home is edited, revealed and decided about by the community of that home, until they leave it', async () => {
  const { worker, id, street, elsewhere } = await building()
  const whole = await street.staff('街道社工', 'socialWorker')
  // Mainly next door now, and still here.
  const both = await whole.call('person', 'moveIn', { id, at: { area: street.communities[1]!.area }, role: '01' })
  const seen = await worker.call('person', 'get', { id })
  assert.deepEqual([seen.area, seen.mayEdit, seen.mayReveal], [street.communities[1]!.area, true, true])
  assert.deepEqual(await worker.call('person', 'reveal', { id, field: 'phone', purpose: '走访' }), { value: '13900000001' })
  assert.equal((await worker.call('person', 'change', { id, revision: seen.revision, values: { workplace: '示例店' } })).values.workplace, '示例店')
  assert.equal((await elsewhere.worker.call('person', 'get', { id })).mayEdit, true)
  await whole.call('person', 'moveOut', { id, residency: both.residencies.find(({ housing }) => housing !== null)!.id, on: '2026-03-01', reason: '01' })
  const asks = [() => worker.call('person', 'get', { id }), () => worker.call('person', 'reveal', { id, field: 'phone', purpose: '走访' }), () => worker.call('person', 'change', { id, revision: 2, values: {} })]
  for (const ask of asks) await assert.rejects(ask(), { code: 'not-found' })
})
