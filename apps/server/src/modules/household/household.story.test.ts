import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** Three people in one unit and one in another. */
async function family() {
  const block = await openBlock(city)
  const { worker, units } = block
  const people = []
  for (const [name, unit, birth, kinship] of [['王示一', 0, '1950-01-01', '户主'], ['李例二', 0, '1952-01-01', '配偶'], ['王示三', 0, '1980-01-01', null], ['赵例四', 1, '1990-01-01', null]] as const) {
    const { id, residencies: [residency] } = await worker.call('person', 'enter', { values: { name, birth, kinship, phone: '13900000001' }, at: { housing: units[unit]! }, role: '01' })
    people.push({ id, residency: residency!.id })
  }
  return { ...block, people, at: { housing: units[0]! } }
}

test('one household, one page: its head first, who else lives there, and who has moved out', async () => {
  const { worker, people: [head, wife, son], at, elsewhere } = await family()
  const formed = await worker.call('household', 'form', { at, values: { no: '00120', kind: '家庭户', groups: '低保户', phone: '0571-88880000' }, members: [wife!.residency, head!.residency], head: head!.id })
  assert.deepEqual(formed.members.map(({ name, isHead, age, phone, kinship }) => [name, isHead, typeof age, phone, kinship]), [['王示一', true, 'number', '139****0001', '02'], ['李例二', false, 'number', '139****0001', '10']])
  assert.deepEqual([formed.address, formed.people, formed.head!.name, formed.values.groups, formed.values.phone], ['文澜苑3幢1单元201室', 2, '王示一', '＊＊＊', '0571-******00'])
  const arranged = await worker.call('household', 'arrange', { id: formed.id, revision: 1, members: [head!.residency, wife!.residency, son!.residency], head: wife!.id })
  assert.deepEqual(arranged.members.map(({ name, isHead }) => [name, isHead]), [['李例二', true], ['王示一', false], ['王示三', false]])
  await worker.call('person', 'moveOut', { id: son!.id, residency: son!.residency, on: '2026-03-01', reason: '01' })
  const after1 = await worker.call('household', 'get', { id: formed.id })
  assert.deepEqual([after1.members.map(({ name }) => name), after1.former.map(({ name, until }) => [name, until])], [['李例二', '王示一'], [['王示三', '2026-03-01']]])
  assert.deepEqual((await worker.call('household', 'list', at)).rows.map(({ no, people, head: one }) => [no, people, one!.name]), [['00120', 2, '李例二']])
  await assert.rejects(elsewhere.worker.call('household', 'get', { id: formed.id }), { code: 'not-found' })
  assert.deepEqual((await elsewhere.worker.call('household', 'list', {})).rows, [])
})

test('what was changed is told, the names that stood before too; a value is put back; a household that ended is changed no more', async () => {
  const { worker, people: [head, wife], at } = await family()
  const { id } = await worker.call('household', 'form', { at, values: { phone: '13900000011' }, members: [head!.residency], head: head!.id })
  await worker.call('household', 'change', { id, revision: 1, values: { phone: '13900000012' } })
  await worker.call('household', 'arrange', { id, revision: 2, members: [head!.residency, wife!.residency], head: wife!.id })
  const { rows } = await worker.call('household', 'history', { id })
  assert.deepEqual(rows.map(({ no, fields }) => [no, fields.map((field) => [field.label, field.before])]), [[3, [['成员', '王示一'], ['户主', '王示一']]], [2, [['家庭电话', '139****0011']]], [1, [['家庭电话', null], ['成员', null]]]])
  assert.equal((await worker.call('household', 'restore', { id, no: 2, fields: ['phone'] })).values.phone, '139****0011')
  assert.deepEqual(await worker.call('household', 'reveal', { id, field: 'phone', purpose: '走访' }), { value: '13900000011' })
  const ended = await worker.call('household', 'end', { id, on: '2026-03-01' })
  assert.deepEqual([ended.endedOn, ended.members], ['2026-03-01', []])
  await assert.rejects(worker.call('household', 'change', { id, revision: 4, values: {} }), { code: 'base.changed' })
  assert.equal((await worker.call('person', 'get', { id: head!.id })).standing, 'present')
  const { rows: told } = await city.owner.query<{ name: string, actor_name: string }>(`select name, actor_name from journal where subject = $1 and subject_kind = 'household' order by at, id`, [id])
  assert.deepEqual(told.map(({ name }) => name), ['household.formed', 'household.changed', 'household.arranged', 'household.changed', 'household.revealed', 'household.ended'])
  assert.deepEqual([...new Set(told.map(({ actor_name: by }) => by))], ['社工'])
  for (const table of ['household', 'revision', 'journal']) {
    const { rows: texts } = await city.owner.query<{ text: string }>(`select ${table}::text as text from ${table}`)
    for (const { text } of texts) assert.doesNotMatch(text, /13900000011|13900000012/, table)
  }
})

test('members live at its place and keep house once; a number of a household is there once', async () => {
  const { worker, people: [head, wife, , other], at, units } = await family()
  const form = (members: string[], one: string | null, values = {}) => worker.call('household', 'form', { at, values, members, head: one })
  await form([head!.residency], head!.id, { no: '7' })
  await assert.rejects(form([head!.residency], null), { code: 'input.invalid' })
  await assert.rejects(form([other!.residency], null), { code: 'input.invalid' })
  await assert.rejects(form([wife!.residency], head!.id), { code: 'input.invalid' })
  await assert.rejects(form([wife!.residency], wife!.id, { no: '7' }), { code: 'conflict.exists' })
  // A house holds several households.
  await form([wife!.residency], wife!.id, { no: '8' })
  assert.equal((await worker.call('household', 'list', { housing: units[0]! })).rows.length, 2)
})

test('a household moves as a whole, each in the role they had; a second home stays, and where it stood is in its history', async () => {
  const { worker, people: [head, wife, son], at, units, building, street, elsewhere } = await family()
  const { id } = await worker.call('household', 'form', { at, values: { no: '9' }, members: [head!.residency, wife!.residency], head: head!.id })
  await worker.call('person', 'moveIn', { id: wife!.id, at: { area: building }, role: '03' })
  const moved = await worker.call('household', 'move', { id, revision: 1, at: { housing: units[2]! }, since: '2026-03-01' })
  assert.deepEqual([moved.address, moved.revision, moved.head!.id, moved.members.map(({ name, role, since }) => [name, role, since]), moved.former], ['文澜苑3幢2单元501室', 2, head!.id, [['王示一', '01', '2026-03-01'], ['李例二', '01', '2026-03-01']], []])
  const now = await Promise.all([head!, wife!, son!].map(async (one) => (await worker.call('person', 'get', { id: one.id })).residencies.map(({ address, until, isMain }) => [address, until, isMain])))
  assert.deepEqual(now.map((rows) => rows.toSorted()), [
    [['文澜苑3幢1单元201室', '2026-03-01', false], ['文澜苑3幢2单元501室', null, true]], [[null, null, true], ['文澜苑3幢1单元201室', '2026-03-01', false], ['文澜苑3幢2单元501室', null, false]], [['文澜苑3幢1单元201室', null, true]],
  ])
  assert.deepEqual((await worker.call('household', 'list', { housing: units[0]! })).rows, [])
  assert.deepEqual((await worker.call('household', 'history', { id })).rows[0]!.fields, [{ name: 'home', label: '住处', before: '文澜苑3幢1单元201室' }])
  await assert.rejects(worker.call('household', 'move', { id, revision: 2, at: { housing: units[2]! }, since: '2026-03-02' }), { code: 'conflict.exists' })
  await assert.rejects(worker.call('household', 'move', { id, revision: 1, at: { housing: units[1]! }, since: '2026-03-02' }), { code: 'base.changed' })
  await assert.rejects(worker.call('household', 'move', { id, revision: 2, at: { housing: units[1]! }, since: '2026-02-01' }), { code: 'input.invalid' })
  // Into another community they are asked for, and not moved.
  await assert.rejects(worker.call('household', 'move', { id, revision: 2, at: { area: street.communities[1]!.area }, since: '2026-03-02' }), { code: 'not-found' })
  await assert.rejects(elsewhere.worker.call('household', 'move', { id, revision: 2, at: { area: street.communities[1]!.area }, since: '2026-03-02' }), { code: 'not-found' })
  const { rows } = await city.owner.query<{ name: string, members: number | null }>(`select name, (details ->> 'members')::integer as members from journal where actor = $1 and name in ('household.moved', 'person.moved-in') order by at, id`, [worker.id])
  assert.deepEqual(rows.map(({ name, members }) => [name, members]).slice(1), [['person.moved-in', null], ['person.moved-in', null], ['household.moved', 2]])
})

test('a household is split in one call: who leaves has one of their own at the same place, who stays has a head again, and both tell what became of them', async () => {
  const { worker, people: [head, wife, son], at, elsewhere } = await family()
  const { id } = await worker.call('household', 'form', { at, values: { kind: '家庭户', no: '00120' }, members: [head!.residency, wife!.residency, son!.residency], head: head!.id })
  const split = (input: object = {}) => worker.call('household', 'split', { id, revision: 1, members: [head!.residency], head: head!.id, stayingHead: wife!.id, ...input })
  await assert.rejects(elsewhere.worker.call('household', 'split', { id, revision: 1, members: [head!.residency] }), { code: 'not-found' })
  await assert.rejects(split({ revision: 9 }), { code: 'base.changed' })
  await assert.rejects(split({ members: [head!.residency, wife!.residency, son!.residency] }), { code: 'input.invalid' })
  // Who answers for those who stay must stay; nothing has become of the part that was right.
  await assert.rejects(split({ stayingHead: head!.id }), { code: 'input.invalid' })
  await assert.rejects(split({ head: wife!.id }), { code: 'input.invalid' })
  assert.equal((await worker.call('household', 'list', at)).rows.length, 1)
  const { stayed, formed } = await split()
  assert.deepEqual([stayed.members.map(({ name }) => name), stayed.head!.name, stayed.no, stayed.revision], [['李例二', '王示三'], '李例二', '00120', 2])
  assert.deepEqual([formed.members.map(({ name }) => name), formed.head!.name, formed.no, formed.kind, formed.address], [['王示一'], '王示一', null, '01', stayed.address])
  const { rows } = await city.owner.query<{ name: string }>(`select name from journal where subject = any ($1) and subject_kind = 'household' order by at, id`, [[stayed.id, formed.id]])
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), ['household.formed', 'household.formed', 'household.split'])
})

test('two households of one place become one in one call, the other ends; those of two places do not, and nobody overwrites what they have not seen', async () => {
  const { worker, people: [head, wife, son, other], at, units } = await family()
  const { id: one } = await worker.call('household', 'form', { at, values: {}, members: [head!.residency], head: head!.id })
  const { id: two } = await worker.call('household', 'form', { at, values: {}, members: [wife!.residency, son!.residency], head: wife!.id })
  const { id: far } = await worker.call('household', 'form', { at: { housing: units[1]! }, values: {}, members: [other!.residency], head: other!.id })
  const merge = (which: string, otherRevision = 1) => worker.call('household', 'merge', { id: one, revision: 1, other: which, otherRevision })
  for (const wrong of [far, one]) await assert.rejects(merge(wrong), { code: 'input.invalid' })
  await assert.rejects(merge(two, 2), { code: 'base.changed' })
  assert.deepEqual((await worker.call('household', 'get', { id: two })).members.length, 2)
  const merged = await merge(two)
  assert.deepEqual([merged.members.map(({ name }) => name), merged.head!.name], [['王示一', '李例二', '王示三'], '王示一'])
  const gone = await worker.call('household', 'get', { id: two })
  assert.deepEqual([gone.endedOn !== null, gone.members], [true, []])
  assert.deepEqual((await worker.call('household', 'history', { id: two })).rows[0]!.fields.map((field) => [field.label, field.before]), [['成员', '李例二、王示三'], ['户主', '李例二']])
  await assert.rejects(merge(two), { code: 'base.changed' })
  const { rows } = await city.owner.query<{ name: string }>(`select name from journal where subject = any ($1) and name in ('household.merged', 'household.ended') order by name`, [[one, two]])
  assert.deepEqual(rows.map(({ name }) => name), ['household.ended', 'household.merged'])
})

test('households are listed as people walk, page by page, and found by their head’s name, its pinyin and the address; next door nothing is found', async () => {
  const { worker, people: [head, wife, , other], at, units, elsewhere, street } = await family()
  const [first, second, third] = [
    await worker.call('household', 'form', { at, values: { kind: '家庭户' }, members: [head!.residency], head: head!.id }), await worker.call('household', 'form', { at, values: { kind: '集体户' }, members: [wife!.residency], head: wife!.id }),
    await worker.call('household', 'form', { at: { housing: units[1]! }, values: {}, members: [other!.residency], head: other!.id }),
  ].map(({ id }) => id)
  const found = async (filter: object, by = worker) => (await by.call('household', 'list', filter)).rows.map(({ id }) => id)
  const all = await found({})
  assert.deepEqual([all.length, all.at(-1)], [3, third])
  const page = await worker.call('household', 'list', { limit: 2 })
  assert.deepEqual([...page.rows.map(({ id }) => id), ...await found({ limit: 2, after: page.next! })], all)
  assert.deepEqual([await found({ kind: '03' }), await found({ text: '赵例' }), await found({ text: 'zls' }), await found({ text: 'wangshi' }), await found({ text: '例二' })], [[second], [third], [third], [first], [second]])
  assert.deepEqual([(await found({ text: '3-1-201' })).toSorted(), await found({ text: '3幢1单元501' }), await found({ text: '王示一', kind: '03' }), await found({ text: '没有这人' })], [[first, second].toSorted(), [third], [], []])
  assert.deepEqual([await found({ text: '王示' }, elsewhere.worker), await found({ text: '3幢1单元501' }, elsewhere.worker)], [[], []])
  const county = await street.staff('区级社工', 'socialWorker', '/33/99/01/')
  assert.ok((await found({ text: '王示一', limit: 100 }, county)).includes(first!))
  // Who is no head is not one to be found by.
  await worker.call('household', 'arrange', { id: first!, revision: 1, members: [head!.residency], head: null })
  assert.deepEqual(await found({ text: '王示一' }), [])
})
