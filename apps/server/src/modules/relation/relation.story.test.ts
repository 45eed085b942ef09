import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { settled } from '../../../test/job.ts'
import { makeIdentityNumber } from '@linli/standards'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

async function neighbours() {
  const block = await openBlock(city)
  const { worker, units } = block
  const enter = (name: string, by: typeof worker, at: { housing?: string, area?: string }) => by.call('person', 'enter', { values: { name }, at, role: '01' }).then(({ id }) => id)
  return { ...block, one: await enter('王示一', worker, { housing: units[0]! }), two: await enter('李例二', worker, { housing: units[1]! }), far: await enter('赵例三', block.elsewhere.worker, { area: block.street.communities[1]!.area }) }
}

test('family, landlord, employer and steward are told from either end, for the time they hold', async () => {
  const { worker, one, two, units, building } = await neighbours()
  const { id: shop } = await worker.call('enterprise', 'enter', { values: { name: '示例店' }, at: { housing: units[2]! } })
  await worker.call('relation', 'enter', { kind: 'family', person: one, relative: two, role: '10', since: '2010-01-01' })
  await worker.call('relation', 'enter', { kind: 'landlord', person: one, housing: units[1]! })
  await worker.call('relation', 'enter', { kind: 'employer', enterprise: shop, person: two })
  const { id: steward } = await worker.call('relation', 'enter', { kind: 'steward', person: one, building, since: '2024-01-01' })
  const of = async (record: Parameters<typeof worker.call<'relation', 'list'>>[2]) => (await worker.call('relation', 'list', record)).rows
  assert.deepEqual((await of({ person: one })).map(({ kind }) => kind).toSorted(), ['family', 'landlord', 'steward'])
  assert.deepEqual((await of({ person: two })).map(({ kind, person, relative, role }) => [kind, person!.name, relative?.name ?? null, role]).toSorted(), [['employer', '李例二', null, null], ['family', '王示一', '李例二', '10']])
  assert.deepEqual((await of({ housing: units[1]! })).map(({ person, housing }) => [person!.name, housing!.name]), [['王示一', '文澜苑3幢1单元501室']])
  assert.deepEqual((await of({ enterprise: shop })).map(({ person, enterprise }) => [person!.name, enterprise!.name]), [['李例二', '示例店']])
  assert.deepEqual((await of({ building })).map(({ person, building: where, until }) => [person!.name, where!.name, until]), [['王示一', '东苑社区 第1网格 文澜苑3幢', null]])
  await assert.rejects(worker.call('relation', 'enter', { kind: 'steward', person: one, building }), { code: 'conflict.exists' })
  await assert.rejects(worker.call('relation', 'end', { id: steward, on: '2020-01-01' }), { code: 'input.invalid' })
  assert.equal((await worker.call('relation', 'end', { id: steward, on: '2026-01-01' })).until, '2026-01-01')
  await assert.rejects(worker.call('relation', 'end', { id: steward, on: '2026-01-01' }), { code: 'conflict.exists' })
  // What ended may begin again.
  await worker.call('relation', 'enter', { kind: 'steward', person: one, building, since: '2026-02-01' })
})

test('the landlord lives in another community: the one of the house knows of them and that alone, as does the community of a workplace; either ends it', async () => {
  const { worker, elsewhere, far, units, street } = await neighbours()
  const whole = await street.staff('街道社工', 'socialWorker')
  const { id: shop } = await worker.call('enterprise', 'enter', { values: { name: '示例店' }, at: { housing: units[2]! } })
  const landlord = await whole.call('relation', 'enter', { kind: 'landlord', person: far, housing: units[0]! })
  await whole.call('relation', 'enter', { kind: 'employer', person: far, enterprise: shop })
  const seen = (await worker.call('relation', 'list', { housing: units[0]! })).rows
  assert.deepEqual(seen.map(({ kind, person, housing, mayEdit }) => [kind, person!.name, housing!.name, mayEdit]), [['landlord', null, '文澜苑3幢1单元201室', true]])
  assert.deepEqual((await worker.call('relation', 'list', { enterprise: shop })).rows.map(({ person, enterprise }) => [person!.name, enterprise!.name]), [[null, '示例店']])
  assert.deepEqual((await elsewhere.worker.call('relation', 'list', { person: far })).rows.map(({ kind, person, housing, enterprise }) => [kind, person!.name, housing && housing.name, enterprise && enterprise.name]).toSorted(),
    [['employer', '赵例三', null, null], ['landlord', '赵例三', null, null]])
  const stranger = await street.staff('第三社区社工', 'socialWorker', street.communities[2]!.area)
  await assert.rejects(stranger.call('relation', 'end', { id: landlord.id, on: '2026-03-01' }), { code: 'not-found' })
  assert.equal((await worker.call('relation', 'end', { id: landlord.id, on: '2026-03-01' })).until, '2026-03-01')
})

test('a relation across two communities names for each only who is theirs; who sees only one end cannot make one', async () => {
  const { worker, one, far, street, elsewhere, units } = await neighbours()
  await assert.rejects(worker.call('relation', 'enter', { kind: 'family', person: one, relative: far, role: '20' }), { code: 'not-found' })
  await assert.rejects(elsewhere.worker.call('relation', 'enter', { kind: 'landlord', person: far, housing: units[0]! }), { code: 'not-found' })
  const whole = await street.staff('街道社工', 'socialWorker')
  await whole.call('relation', 'enter', { kind: 'family', person: one, relative: far, role: '20' })
  const names = async (by: typeof worker, person: string) => (await by.call('relation', 'list', { person })).rows.map((row) => [row.person!.name, row.relative!.name])
  assert.deepEqual([await names(worker, one), await names(elsewhere.worker, far)], [[['王示一', null]], [[null, '赵例三']]])
  await assert.rejects(elsewhere.worker.call('relation', 'list', { person: one }), { code: 'not-found' })
  await assert.rejects(elsewhere.worker.call('relation', 'list', { housing: units[0]! }), { code: 'not-found' })
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'relation.entered' and area like $1`, [`${street.area}%`])
  assert.deepEqual(rows, [{ actor_name: '街道社工', details: { kind: 'family' } }])
})

test('the legal person of an enterprise is linked to who is registered by the same number, also in another community; text alone stays text; a new number moves the link', async () => {
  const { worker, elsewhere, street, units } = await neighbours()
  const [first, second] = [makeIdentityNumber('339901', '1971-01-01', 1), makeIdentityNumber('339901', '1972-01-01', 2)]
  const { id: boss } = await elsewhere.worker.call('person', 'enter', { values: { name: '钱示五', certificateNumber: first }, at: { area: street.communities[1]!.area }, role: '01' })
  const { id: heir } = await worker.call('person', 'enter', { values: { name: '钱示六', certificateNumber: second }, at: { housing: units[0]! }, role: '01' })
  const { id: shop } = await worker.call('enterprise', 'enter', { values: { name: '示例店', legalPerson: '钱示五' }, at: { housing: units[2]! } })
  await settled(city, 'relation')
  const legal = async (by: typeof worker, of: Parameters<typeof worker.call<'relation', 'list'>>[2]) => (await by.call('relation', 'list', of)).rows.filter(({ kind }) => kind === 'legalPerson').map(({ person, enterprise, until }) => [person!.name, enterprise!.name, until === null])
  assert.deepEqual(await legal(worker, { enterprise: shop }), [])
  await worker.call('enterprise', 'change', { id: shop, revision: 1, values: { certificateNumber: first } })
  await settled(city, 'relation')
  // Each sees their own end of it.
  assert.deepEqual([await legal(worker, { enterprise: shop }), await legal(elsewhere.worker, { person: boss })], [[[null, '示例店', true]], [['钱示五', null, true]]])
  await assert.rejects(worker.call('relation', 'enter', { kind: 'legalPerson', enterprise: shop, person: heir }), { code: 'conflict.exists' })
  await worker.call('enterprise', 'change', { id: shop, revision: 2, values: { legalPerson: '钱示六', certificateNumber: second } })
  await settled(city, 'relation')
  assert.deepEqual(await legal(worker, { enterprise: shop }), [['钱示六', '示例店', true], [null, '示例店', false]])
  assert.deepEqual(await legal(worker, { person: heir }), [['钱示六', '示例店', true]])
  // Taken back, it is text again; one entered by hand stays without a number.
  await worker.call('enterprise', 'change', { id: shop, revision: 3, values: { certificateNumber: null } })
  await settled(city, 'relation')
  assert.deepEqual((await legal(worker, { enterprise: shop })).filter(([, , holds]) => holds), [])
  await worker.call('relation', 'enter', { kind: 'legalPerson', enterprise: shop, person: heir })
  await worker.call('enterprise', 'change', { id: shop, revision: 4, values: {} })
  await settled(city, 'relation')
  assert.deepEqual((await legal(worker, { enterprise: shop })).filter(([, , holds]) => holds), [['钱示六', '示例店', true]])
})

test('who is entered after the enterprise that names them is linked to it as well', async () => {
  const { worker, elsewhere, street, units } = await neighbours()
  const number = makeIdentityNumber('339901', '1973-01-01', 3)
  const { id: shop } = await worker.call('enterprise', 'enter', { values: { name: '示例店', legalPerson: '钱示七', certificateNumber: number }, at: { housing: units[2]! } })
  await settled(city, 'relation')
  const { id: boss } = await elsewhere.worker.call('person', 'enter', { values: { name: '钱示七', certificateNumber: number }, at: { area: street.communities[1]!.area }, role: '01' })
  await settled(city, 'relation')
  assert.deepEqual((await elsewhere.worker.call('relation', 'list', { person: boss })).rows.map(({ kind, person }) => [kind, person!.name]), [['legalPerson', '钱示七']])
  assert.deepEqual((await worker.call('relation', 'list', { enterprise: shop })).rows.map(({ kind, person }) => [kind, person!.name]), [['legalPerson', null]])
  const { rows } = await city.owner.query<{ text: string }>('select enterprise::text as text from enterprise where id = $1', [shop])
  assert.ok(!rows[0]!.text.includes(number))
})
