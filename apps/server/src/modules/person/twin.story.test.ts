import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '@linli/client'
import { makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { runJob } from '../../../test/job.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

type Block = Awaited<ReturnType<typeof openBlock>>
const numberOf = (at: number, birth = '1950-03-01') => makeIdentityNumber('339901', birth, at)
const search = () => runJob(city, 'twin.search')
const enter = async ({ worker, units }: Block, values: Record<string, string>, at = 0, isSomebodyElse: string[] = []) => worker.call('person', 'enter', { values, at: { housing: units[at]! }, role: '01', isSomebodyElse })
/** As an import writes them, which asks nobody one by one. */
const slipIn = async (block: Block, values: Record<string, string>, at = 0) => {
  const { id } = await enter(block, { ...values, name: '占位' }, at)
  await block.worker.call('person', 'change', { id, revision: 1, values: { name: values.name! } })
  return id
}

test('who might be the same is told before anything is written; it is somebody else, and is never asked again', async () => {
  const block = await openBlock(city)
  const { worker, building } = block
  const { id } = await enter(block, { name: '王示一', phone: '13900000001', birth: '1950-03-01' })
  const told = (await worker.call('person', 'alike', { name: '王十一', phone: '139 0000 0001', at: { housing: block.units[1]! } })).rows
  assert.deepEqual(told.map((one) => [one.id, one.reasons, one.phone]), [[id, ['phone'], '139****0001']])
  const values = { name: '王十一', phone: '13900000001', birth: '1950-03-01' }
  await assert.rejects(enter(block, values, 1), ({ code, problem }: Refusal) => {
    const people = problem.details!.people as { id: string, reasons: string[], phone: string }[]
    assert.deepEqual([code, people.map((one) => [one.id, one.reasons, one.phone])], ['base.person-alike', [[id, ['phone', 'birth'], '139****0001']]])
    return true
  })
  assert.equal((await worker.call('person', 'list', { area: building })).rows.length, 1)
  const other = await enter(block, values, 1, [id])
  await search()
  assert.deepEqual((await worker.call('twin', 'list', {})).rows, [])
  assert.deepEqual((await worker.call('twin', 'list', { status: 'different' })).rows.map((row) => [row.one.id, row.other.id, row.decidedBy]), [[...[id, other.id].toSorted(), '社工']])
  const { rows } = await city.owner.query<{ name: string, details: { people?: string[], isNot?: string[] } }>(`select name, details from journal where actor = $1 and name in ('person.likened', 'person.entered') order by at, id`, [worker.id])
  assert.deepEqual(rows.map(({ name, details }) => [name, details.people ?? details.isNot]), [['person.entered', undefined], ['person.likened', [id]], ['person.entered', [id]]])
})

test('the same number is told while it is typed; of another community only the name of it', async () => {
  const block = await openBlock(city)
  const { id } = await enter(block, { name: '王示一', certificateNumber: numberOf(21), phone: '13900000001' })
  const asked = { name: '王示一', certificateNumber: numberOf(21), phone: '13900000001' }
  const here = await block.worker.call('person', 'alike', { ...asked, at: { housing: block.units[1]! } })
  assert.deepEqual([here.same?.id, here.elsewhere, here.rows], [id, null, []])
  // A number is whole before a name is written; a telephone alone says nothing of who it is.
  const numberFirst = await block.worker.call('person', 'alike', { certificateNumber: numberOf(21), at: { housing: block.units[1]! } })
  assert.deepEqual([numberFirst.same?.id, numberFirst.rows], [id, []])
  assert.deepEqual(await block.worker.call('person', 'alike', { phone: '13900000001', at: { housing: block.units[0]! } }), { same: null, elsewhere: null, rows: [] })
  const there = await block.elsewhere.worker.call('person', 'alike', { ...asked, at: { area: block.street.communities[1]!.area } })
  assert.deepEqual(there, { same: null, elsewhere: '东苑社区', rows: [] })
})

test('pairs that are there already are found by themselves, the surest first; twins, and a son named after his father, are not', async () => {
  const block = await openBlock(city)
  const [one, again, sounds] = [await enter(block, { name: '王示一', certificateNumber: numberOf(12), phone: '13900000001' }), await slipIn(block, { name: '王示一', phone: '13900000001' }, 1), await slipIn(block, { name: '王思一', birth: '1950-03-01' }, 2)]
  await enter(block, { name: '李示二', certificateNumber: numberOf(31, '2015-05-05') })
  await slipIn(block, { name: '李示而', certificateNumber: numberOf(33, '2015-05-05') })
  await enter(block, { name: '张示三', birth: '1985-01-01', phone: '13900000009' })
  await slipIn(block, { name: '张示三', birth: '1955-06-30', phone: '13900000009' })
  await search()
  const { rows } = await block.worker.call('twin', 'list', {})
  assert.deepEqual(rows.map((row) => [new Set([row.one.id, row.other.id]), row.reasons, row.mayMerge]), [[new Set([one.id, again]), ['phone'], true], [new Set([one.id, sounds]), ['birth'], true]])
  assert.doesNotMatch(JSON.stringify(rows), new RegExp(`${numberOf(12)}|13900000001`))
  await block.worker.call('person', 'change', { id: sounds, revision: 2, values: { birth: '1980-12-12' } })
  await search()
  assert.deepEqual((await block.worker.call('twin', 'list', {})).rows.map((row) => row.reasons), [['phone']])
})

test('side by side, what differs first and masked; merged field by field, and everything follows', async () => {
  const block = await openBlock(city)
  const { worker, units, building } = block
  const keep = await enter(block, { name: '王示一', certificateNumber: numberOf(41), phone: '13900000001', groups: '独居老人', workplace: '示例厂' })
  const drop = await slipIn(block, { name: '王示一', phone: '13900000002', birth: '1950-03-01', groups: '残疾人', nativePlace: '示例省' })
  await worker.call('person', 'moveIn', { id: drop, at: { housing: units[2]! }, role: '03' })
  const side = await worker.call('person', 'compare', { one: keep.id, other: drop })
  assert.deepEqual(side.fields.filter(({ isDiffering }) => isDiffering).map(({ name, one, other }) => [name, one, other]), [['phone', '139****0001', '139****0002'], ['groups', '独居老人', '残疾人']])
  assert.deepEqual([side.fields[0]!.isDiffering, side.fields.at(-1)!.isDiffering, side.better, side.mayMerge], [true, false, keep.id, true])
  const done = await worker.call('person', 'merge', { keep: keep.id, drop, keepRevision: 1, dropRevision: 2, take: ['phone'], both: ['groups'] })
  assert.deepEqual([done.person.phone, done.person.groups, done.person.values.nativePlace, done.person.values.workplace, done.person.number !== null], ['139****0002', ['01', '11'], '示例省', '示例厂', true])
  // Both lived in the first unit; the third comes with the other record, and the main home stays.
  assert.deepEqual(done.person.residencies.map(({ housing, until, isMain }) => [housing, until, isMain]), [[units[0], null, true], [units[2], null, false]])
  assert.deepEqual((await worker.call('housing', 'chart', { building })).rows.map(({ people }) => people), [1, 0, 1])
  // One person, who stands on the list of the building once, and on that of each unit they have.
  for (const where of [{ area: building }, { housing: units[0]! }, { housing: units[2]! }]) assert.deepEqual((await worker.call('person', 'list', where)).rows.map(({ id }) => id), [keep.id])
  assert.deepEqual((({ standing, mergedInto }) => [standing, mergedInto])(await worker.call('person', 'get', { id: drop })), ['merged', keep.id])
  const history = (await worker.call('person', 'history', { id: keep.id })).rows
  assert.deepEqual(history.map(({ no, source, isOfMerged }) => [no, source, isOfMerged ?? false]), [[2, 'merge', false], [1, 'form', false], [2, 'form', true], [1, 'form', true]])
  await assert.rejects(worker.call('person', 'change', { id: drop, revision: 2, values: { workplace: '别处' } }), { code: 'base.merged' })
  await assert.rejects(worker.call('person', 'merge', { keep: keep.id, drop, keepRevision: 2, dropRevision: 2 }), { code: 'base.merged' })
  assert.deepEqual((await worker.call('twin', 'list', { status: 'merged' })).rows.map(({ merge, decidedBy }) => [merge, decidedBy]), [[done.merge, '社工']])
})

test('a merge is undone as a whole; what somebody changed since stays', async () => {
  const block = await openBlock(city)
  const { worker, units } = block
  const keep = await enter(block, { name: '王示一', phone: '13900000001', workplace: '示例厂' })
  const drop = await slipIn(block, { name: '王示一', certificateNumber: numberOf(51), phone: '13900000002', nativePlace: '示例省' }, 1)
  const [mine, theirs] = [await worker.call('person', 'get', { id: keep.id }), await worker.call('person', 'get', { id: drop })]
  const { merge, person } = await worker.call('person', 'merge', { keep: keep.id, drop, keepRevision: 1, dropRevision: 2, take: ['phone'] })
  assert.deepEqual([person.number, person.birth, person.values.nativePlace, person.residencies.length], [theirs.number, '1950-03-01', '示例省', 2])
  await worker.call('person', 'change', { id: keep.id, revision: 2, values: { nativePlace: '别省' } })
  const { kept, restored } = await worker.call('person', 'unmerge', { merge })
  assert.deepEqual([kept.phone, kept.number, kept.birth, kept.values.workplace, kept.values.nativePlace], ['139****0001', null, null, '示例厂', '别省'])
  assert.deepEqual([restored.values, restored.residencies, restored.standing, restored.area, restored.address, restored.mergedInto], [theirs.values, theirs.residencies, 'present', theirs.area, theirs.address, null])
  assert.deepEqual([kept.residencies, kept.area, kept.address, kept.standing], [mine.residencies, mine.area, mine.address, 'present'])
  assert.deepEqual((await worker.call('person', 'list', { housing: units[1]! })).rows.map(({ id }) => id), [drop])
  await assert.rejects(worker.call('person', 'unmerge', { merge }), { code: 'base.changed' })
  assert.equal((await worker.call('twin', 'list', {})).rows.length, 1)
})

test('merged twice, it is undone from the end; two told apart are not merged until that is taken back', async () => {
  const block = await openBlock(city)
  const { worker } = block
  const [a, b, c] = [await slipIn(block, { name: '王示一', phone: '13900000001' }), await slipIn(block, { name: '王示一', phone: '13900000001' }), await slipIn(block, { name: '王示一', phone: '13900000001' })]
  await search()
  const pair = (await worker.call('twin', 'list', {})).rows.find((row) => new Set([row.one.id, row.other.id, a, b]).size === 2)!
  await worker.call('twin', 'tellApart', { id: pair.id })
  await assert.rejects(worker.call('twin', 'tellApart', { id: pair.id }), { code: 'base.changed' })
  await search()
  assert.equal((await worker.call('twin', 'list', {})).rows.length, 2)
  const ask = { keep: b, drop: a, keepRevision: 2, dropRevision: 2 }
  await assert.rejects(worker.call('person', 'merge', ask), { code: 'twin.different' })
  await worker.call('twin', 'lookAgain', { id: pair.id })
  const first = await worker.call('person', 'merge', ask)
  const second = await worker.call('person', 'merge', { keep: c, drop: b, keepRevision: 2, dropRevision: first.person.revision })
  assert.deepEqual((await worker.call('twin', 'list', {})).rows, [])
  assert.equal((await worker.call('person', 'history', { id: c })).rows.filter(({ isOfMerged }) => isOfMerged).length, 4)
  await assert.rejects(worker.call('person', 'unmerge', { merge: first.merge }), { code: 'base.merged' })
  await worker.call('person', 'unmerge', { merge: second.merge })
  await worker.call('person', 'unmerge', { merge: first.merge })
  await search()
  assert.equal((await worker.call('twin', 'list', {})).rows.length, 3)
})

test('two communities are a transfer: neither learns of the other’s person, and after it they are merged', async () => {
  const block = await openBlock(city)
  const { worker, street, elsewhere } = block
  const mine = await enter(block, { name: '王示一', certificateNumber: numberOf(61), phone: '13900000001' })
  const theirs = await elsewhere.worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001' }, at: { area: street.communities[1]!.area }, role: '03' })
  await search()
  for (const one of [worker, elsewhere.worker]) assert.deepEqual((await one.call('twin', 'list', {})).rows, [])
  await assert.rejects(worker.call('person', 'compare', { one: mine.id, other: theirs.id }), { code: 'not-found' })
  const ask = { keep: theirs.id, drop: mine.id, keepRevision: 1, dropRevision: 1 }
  await assert.rejects(worker.call('person', 'merge', ask), { code: 'not-found' })
  const whole = await street.staff('街道社工', 'socialWorker')
  const [pair] = (await whole.call('twin', 'list', {})).rows
  assert.deepEqual([pair!.reasons, pair!.mayMerge, pair!.mayTellApart], [['phone'], false, true])
  await assert.rejects(whole.call('person', 'merge', ask), { code: 'twin.elsewhere' })
  await elsewhere.worker.call('transfer', 'ask', { number: numberOf(61), at: { area: street.communities[1]!.area }, role: '03', reason: '租住本社区' })
  const [asked] = (await worker.call('transfer', 'list', {})).rows
  await worker.call('transfer', 'decide', { id: asked!.id, isAgreed: true })
  await eventually(async () => assert.equal((await elsewhere.worker.call('transfer', 'list', {})).rows[0]!.status, 'done'))
  await search()
  assert.equal((await elsewhere.worker.call('twin', 'list', {})).rows[0]!.mayMerge, true)
  const { person } = await elsewhere.worker.call('person', 'merge', ask)
  assert.equal(person.residencies.filter(({ until }) => until === null).length, 1)
})

test('what another module keeps of somebody follows by its foreign key, and comes back', async () => {
  const block = await openBlock(city)
  const keep = await enter(block, { name: '王示一', phone: '13900000001' })
  const drop = await slipIn(block, { name: '王示一', phone: '13900000001' }, 1)
  await city.owner.query(`create table test_care (subdistrict integer, id uuid, person uuid, primary key (subdistrict, id), foreign key (subdistrict, person) references person (subdistrict, id))`)
  try {
    await city.owner.query(`insert into test_care select subdistrict, gen_random_uuid(), id from person where id = $1`, [drop])
    const { merge } = await block.worker.call('person', 'merge', { keep: keep.id, drop, keepRevision: 1, dropRevision: 2 })
    const whose = async () => (await city.owner.query<{ person: string }>('select person from test_care')).rows.map(({ person }) => person)
    assert.deepEqual(await whose(), [keep.id])
    await block.worker.call('person', 'unmerge', { merge })
    assert.deepEqual(await whose(), [drop])
  } finally {
    await city.owner.query('drop table test_care')
  }
})

test('a household and its head, relations and what waits to be decided come with the record, and go back', async () => {
  const block = await openBlock(city)
  const { worker, units } = block
  const [keep, wife] = [await enter(block, { name: '王示一', phone: '13900000001' }), await enter(block, { name: '李例二' })]
  const drop = await slipIn(block, { name: '王示一', phone: '13900000001' })
  const residencyOf = async (id: string) => (await worker.call('person', 'get', { id })).residencies[0]!.id
  const { id: household } = await worker.call('household', 'form', { at: { housing: units[0]! }, members: [await residencyOf(drop), await residencyOf(wife.id)], head: drop })
  const { id: shop } = await worker.call('enterprise', 'enter', { values: { name: '示例店' }, at: { housing: units[2]! } })
  await worker.call('relation', 'enter', { kind: 'family', person: drop, relative: wife.id, role: '10' })
  await worker.call('relation', 'enter', { kind: 'family', person: keep.id, relative: drop, role: '20' })
  for (const person of [keep.id, drop]) await worker.call('relation', 'enter', { kind: 'employer', enterprise: shop, person })
  await (await block.street.staff('楼道长', 'steward', block.building)).call('claim', 'propose', { person: drop, values: { phone: '13900000009' } })
  const now = async () => {
    const { members, head } = await worker.call('household', 'get', { id: household })
    const ends = (await worker.call('relation', 'list', { enterprise: shop })).rows.filter(({ until }) => until === null).map(({ person }) => person!.id)
    const family = (await worker.call('relation', 'list', { person: wife.id })).rows.map(({ person }) => person!.id)
    return { head: head!.id, members: members.map(({ person }) => person), ends: ends.toSorted(), family, claims: (await worker.call('claim', 'list', {})).rows.map(({ record }) => record.id) }
  }
  const atFirst = { head: drop, members: [drop, wife.id], ends: [drop, keep.id].toSorted(), family: [drop], claims: [drop] }
  assert.deepEqual(await now(), atFirst)
  const { merge } = await worker.call('person', 'merge', { keep: keep.id, drop, keepRevision: 1, dropRevision: 2 })
  assert.deepEqual(await now(), { head: keep.id, members: [keep.id, wife.id], ends: [keep.id], family: [keep.id], claims: [keep.id] })
  // Nobody is related to themselves.
  const own = (await worker.call('relation', 'list', { person: keep.id })).rows.filter(({ kind, until }) => kind === 'family' && until === null)
  assert.deepEqual(own.map(({ person, relative }) => [person!.id, relative!.id]), [[keep.id, wife.id]])
  await worker.call('person', 'unmerge', { merge })
  assert.deepEqual(await now(), atFirst)
  assert.equal((await worker.call('relation', 'list', { person: drop })).rows.filter(({ until }) => until === null).length, 3)
})
