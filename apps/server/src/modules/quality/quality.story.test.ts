import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { runJob } from '../../../test/job.ts'
import { openStreams } from '../../../test/streams.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

type Block = Awaited<ReturnType<typeof openBlock>>
const numberOf = (at: number) => makeIdentityNumber('339901', '1990-01-01', at)
const look = () => runJob(city, 'quality.look')
const enter = async ({ worker, units }: Block, values: Record<string, string>, at: number | string = 0, role = '01') =>
  (await worker.call('person', 'enter', { values, at: typeof at === 'string' ? { area: at } : { housing: units[at]! }, role })).id
const countsOf = async ({ worker }: Pick<Block, 'worker'>) => Object.fromEntries(Object.entries((await worker.call('quality', 'board', {})).total).filter(([, open]) => open > 0))
const listOf = async ({ worker }: Pick<Block, 'worker'>, kind: 'noNumber' | 'claimed' | 'stale' | 'gone' | 'noHousehold' | 'wrongPhone' | 'wrongNumber') => (await worker.call('quality', 'list', { kind })).rows

test('what is wrong is counted by community with the list behind it, and gone when it is mended', async () => {
  const block = await openBlock(city)
  const well = await enter(block, { name: '王示一', certificateNumber: numberOf(1), phone: '13900000001' })
  const half = await enter(block, { name: '李例二' }, block.building)
  await look()
  assert.deepEqual(await countsOf(block), { noHousing: 1, noNumber: 1, noHousehold: 2 })
  const board = await block.worker.call('quality', 'board', {})
  assert.deepEqual(board.rows.map(({ areaName, counts }) => [areaName, counts.noNumber]), [['东苑社区', 1]])
  assert.deepEqual((await listOf(block, 'noNumber')).map(({ subject, of, name, number }) => [subject, of, name, number]), [[half, 'person', '李例二', null]])
  assert.deepEqual((await listOf(block, 'noHousehold')).map(({ of, name }) => [of, name]), [['housing', '文澜苑3幢1单元501室'], ['housing', '文澜苑3幢2单元501室']])
  await block.worker.call('person', 'change', { id: half, revision: 1, values: { certificateNumber: numberOf(2) } })
  await block.worker.call('person', 'moveIn', { id: half, at: { housing: block.units[1]! }, role: '03', leavesOthers: true })
  await look()
  assert.deepEqual(await countsOf(block), { noHousehold: 1 })
  await block.worker.call('person', 'moveOut', { id: well, residency: (await block.worker.call('person', 'get', { id: well })).residencies[0]!.id, on: '2026-03-01', reason: '02' })
  await look()
  assert.deepEqual(await countsOf(block), { noHousehold: 2 })
})

test('numbers that cannot be right, however they came in, are listed masked', async () => {
  const block = await openBlock(city)
  const { crypto } = city.server.around
  const id = await enter(block, { name: '王示一', certificateNumber: numberOf(3), phone: '13900000001' })
  await city.owner.query(`update person set number = $2, phone = $3, changed_at = now() where id = $1`, [id, crypto.encrypt('339901199001010011', 'person.number'), crypto.encrypt('1390000', 'person.phone')])
  await look()
  assert.deepEqual((({ wrongNumber, wrongPhone }) => [wrongNumber, wrongPhone])(await countsOf(block)), [1, 1])
  const rows = [...await listOf(block, 'wrongNumber'), ...await listOf(block, 'wrongPhone')]
  assert.deepEqual(rows.map(({ subject }) => subject), [id, id])
  assert.doesNotMatch(JSON.stringify(rows), /339901199001010011|1390000"/)
  const { rows: stored } = await city.owner.query<{ text: string }>('select flaw::text as text from flaw')
  for (const { text } of stored) assert.doesNotMatch(text, /339901199001|1390000/)
})

test('days bring flaws too: nobody looked for a year, meant to leave, a lease that ended', async () => {
  const block = await openBlock(city)
  const stale = await enter(block, { name: '王示一', certificateNumber: numberOf(4) })
  const leaving = await enter(block, { name: '李例二', certificateNumber: numberOf(5), populationKind: '02', leavesOn: '2026-12-31' }, 1, '03')
  const tenant = await enter(block, { name: '张示三', certificateNumber: numberOf(6) }, 2, '03')
  await look()
  assert.deepEqual(await countsOf(block), {})
  const unit = await block.worker.call('housing', 'get', { id: block.units[2]! })
  await block.worker.call('housing', 'change', { id: unit.id, revision: unit.revision, values: { state: '出租', leaseUntil: '2026-01-31' } })
  await city.owner.query(`update person set facts = facts || '{"leavesOn": "2020-01-02"}' where id = $1`, [leaving])
  await city.owner.query(`update person set checked_at = '2020-01-02T09:00:00+08:00' where id = $1`, [stale])
  // As if the last day that was looked at lay before both.
  await city.owner.query(`update flaw_mark set day = '2020-01-01'`)
  await look()
  assert.deepEqual((await listOf(block, 'gone')).map(({ subject }) => subject).toSorted(), [leaving, tenant].toSorted())
  await city.owner.query(`update flaw_mark set day = '2021-01-01'`)
  await look()
  assert.deepEqual((await listOf(block, 'stale')).map(({ subject }) => subject), [stale])
})

test('two communities claim one person: each sees its own with the name of the other', async () => {
  const block = await openBlock(city)
  const { worker, street, elsewhere } = block
  const mine = await enter(block, { name: '王示一', certificateNumber: numberOf(7), phone: '13900000001' })
  const theirs = await elsewhere.worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001' }, at: { area: street.communities[1]!.area }, role: '03' })
  await look()
  assert.deepEqual(await listOf(block, 'claimed'), [])
  // Longer ago than what is looked at again anyway.
  await city.owner.query(`update person set changed_at = now() - interval '1 day' where id = any ($1)`, [[mine, theirs.id]])
  await city.owner.query(`update twin_mark set until = now() - interval '2 days'`)
  await runJob(city, 'twin.search')
  await look()
  const [here] = await listOf(block, 'claimed')
  const there = await listOf({ worker: elsewhere.worker }, 'claimed')
  assert.deepEqual([here!.subject, here!.elsewhere, there.map(({ subject, elsewhere: other }) => [subject, other])], [mine, '西苑社区', [[theirs.id, '东苑社区']]])
  assert.doesNotMatch(JSON.stringify(there), new RegExp(`${mine}|文澜苑`))
  const whole = await street.staff('街道社工', 'socialWorker')
  assert.deepEqual((await whole.call('quality', 'board', {})).rows.map(({ areaName, counts }) => [areaName, counts.claimed]), [['东苑社区', 1], ['西苑社区', 1]])
  const above = await street.staff('区里的人', 'secretary', '/33/99/01/')
  assert.ok((await above.call('quality', 'board', {})).rows.some(({ area, counts }) => area === street.communities[1]!.area && counts.claimed === 1))
  assert.ok((await above.call('quality', 'list', { kind: 'claimed', limit: 100 })).rows.some(({ subject }) => subject === mine))
  await assert.rejects(worker.call('quality', 'mend', { people: [theirs.id], way: 'confirm' }), { code: 'not-found' })
})

test('many are found right, or have moved out, at once; who cannot be is told why, and all of it is undone', async () => {
  const block = await openBlock(city)
  const { worker, units, building } = block
  const people = [await enter(block, { name: '王示一' }), await enter(block, { name: '李例二' }, 1, '03'), await enter(block, { name: '张示三' }, 2, '03')]
  await look()
  const stood = await Promise.all(people.map((id) => worker.call('person', 'get', { id })))
  await assert.rejects(worker.call('quality', 'mend', { people, way: 'moveOut', on: '2026-03-01' }), { code: 'input.invalid' })
  const gone = await worker.call('quality', 'mend', { people, way: 'moveOut', on: '2026-03-01', reason: '02' })
  assert.deepEqual([gone.mended, gone.left], [3, []])
  assert.deepEqual((await worker.call('person', 'list', { area: building })).rows, [])
  assert.equal((await countsOf(block)).noNumber, undefined)
  const again = await worker.call('quality', 'mend', { people: [people[0]!, await enter(block, { name: '赵示四' }, 1)], way: 'moveOut', on: '2026-03-01', reason: '02' })
  assert.deepEqual([again.mended, again.left], [1, [{ person: people[0], why: '王示一已不在册' }]])
  // One of them has come back by himself meanwhile, and stays as he is.
  await worker.call('person', 'moveIn', { id: people[2]!, at: { housing: units[0]! }, role: '03' })
  assert.deepEqual(await worker.call('quality', 'undo', { mend: gone.mend! }), { undone: 2, left: 1 })
  // At once, and not when it is looked at next.
  assert.ok((await countsOf(block)).noNumber! >= 2)
  const now = await Promise.all(people.map((id) => worker.call('person', 'get', { id })))
  const shape = ({ standing, area, address, residencies }: typeof now[number]) => ({ standing, area, address, residencies })
  assert.deepEqual(now.slice(0, 2).map(shape), stood.slice(0, 2).map(shape))
  assert.equal(now[2]!.residencies.length, 2)
  await assert.rejects(worker.call('quality', 'undo', { mend: gone.mend! }), { code: 'base.changed' })
  await look()
  assert.equal((await countsOf(block)).noNumber, 3)
  const { rows } = await city.owner.query<{ name: string, people: number }>(`select name, (details ->> 'people')::integer as people from journal where actor = $1 and name like 'quality.mend%' order by at, id`, [worker.id])
  assert.deepEqual(rows, [{ name: 'quality.mended', people: 3 }, { name: 'quality.mended', people: 1 }, { name: 'quality.mend-undone', people: 2 }])
})

test('homes that stand empty are said to, many at once, and are used as before when it is undone', async () => {
  const block = await openBlock(city)
  const { worker, units, elsewhere } = block
  await enter(block, { name: '王示一' }, 1)
  await worker.call('housing', 'change', { id: units[0]!, revision: 1, values: { state: '自住' } })
  await look()
  assert.equal((await countsOf(block)).noHousehold, 2)
  await assert.rejects(elsewhere.worker.call('quality', 'standEmpty', { homes: [units[0]!] }), { code: 'not-found' })
  const { mend, mended, left } = await worker.call('quality', 'standEmpty', { homes: [units[0]!, units[2]!] })
  const states = async () => Promise.all([units[0]!, units[2]!].map(async (id) => (await worker.call('housing', 'get', { id })).values.state ?? null))
  assert.deepEqual([mended, left, await states(), (await countsOf(block)).noHousehold], [2, [], ['04', '04'], undefined])
  await look()
  assert.equal((await countsOf(block)).noHousehold, undefined)
  // Let meanwhile, and so left as it is.
  await worker.call('housing', 'change', { id: units[2]!, revision: (await worker.call('housing', 'get', { id: units[2]! })).revision, values: { state: '出租' } })
  assert.deepEqual(await worker.call('quality', 'undo', { mend }), { undone: 1, left: 1 })
  assert.deepEqual([await states(), (await countsOf(block)).noHousehold], [['01', '02'], 1])
  await look()
  assert.equal((await countsOf(block)).noHousehold, 2)
})

test('the counts stay what the lists say, whatever was done', async () => {
  await look()
  const { rows } = await city.owner.query(`select coalesce(c.subdistrict, f.subdistrict) as street, coalesce(c.kind, f.kind) as kind, coalesce(c.open, 0) as counted, coalesce(f.open, 0) as listed
    from (select subdistrict, kind, sum(open)::integer as open from flaw_count group by 1, 2) c full join (select subdistrict, kind, count(*)::integer as open from flaw where is_open group by 1, 2) f on f.subdistrict = c.subdistrict and f.kind = c.kind`)
  assert.ok(rows.length > 5)
  assert.deepEqual(rows.filter(({ counted, listed }) => counted !== listed), [])
})

test('an open board is told when a home that was left by a mending is found without anybody, and when what was entered elsewhere is found to be wrong', async () => {
  const block = await openBlock(city)
  const alone = await enter(block, { name: '王示一', certificateNumber: numberOf(41) })
  await look()
  const bare = (await countsOf(block)).noHousehold ?? 0
  const open = await openStreams(city, [block.worker])
  try {
    await block.worker.call('quality', 'mend', { people: [alone], way: 'moveOut', on: '2026-03-01', reason: '02' })
    await eventually(async () => assert.ok(open.told.some((message) => message.includes('"quality"'))))
    assert.equal((await countsOf(block)).noHousehold, bare + 1)
    const heard = open.told.length
    await enter(block, { name: '李例二' })
    await look()
    await eventually(async () => assert.ok(open.told.slice(heard).some((message) => message.includes('"quality"'))))
    assert.equal((await countsOf(block)).noNumber, 1)
  } finally {
    await open.close()
  }
})
