import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Refusal } from '@linli/client'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

async function office() {
  const block = await openBlock(city)
  const home = block.street.communities[0]!.area
  return { ...block, home, secretary: await block.street.staff('书记', 'secretary', home), admin: await block.street.staff('管理员', 'systemAdmin') }
}
const purpose = '消防安全走访'

test('a community adds a choice of its own to its houses: it is in the form with its options, read by its words, looked for, and not known next door', async () => {
  const { secretary, worker, units, home, street, elsewhere } = await office()
  const added = await secretary.call('field', 'add', { area: home, kind: 'enterprise', label: '油烟净化', type: 'code', options: ['已装', '未装'], purpose })
  const shown = (await worker.call('enterprise', 'fields', { area: home })).rows.find(({ label }) => label === '油烟净化')!
  assert.deepEqual([shown.name, shown.options], [added.name, [{ code: '已装', label: '已装' }, { code: '未装', label: '未装' }]])
  const { id } = await worker.call('enterprise', 'enter', { values: { name: '示例店', [added.name]: ' 未装 ' }, at: { housing: units[0]! } })
  await worker.call('enterprise', 'enter', { values: { name: '另一家店', [added.name]: '已装' }, at: { housing: units[0]! } })
  assert.deepEqual((await worker.call('enterprise', 'list', { own: { name: added.name, value: '未装' } })).rows.map((row) => row.id), [id])
  await assert.rejects(worker.call('enterprise', 'change', { id, revision: 1, values: { [added.name]: '坏了' } }), ({ problem }: Refusal) => (assert.match(problem.fields![0]!.message, /可选：已装、未装/), true))
  const house = await secretary.call('field', 'add', { area: home, kind: 'housing', label: '燃气类型', type: 'codes', options: ['管道', '瓶装'], purpose })
  assert.deepEqual((await worker.call('housing', 'change', { id: units[0]!, revision: 1, values: { [house.name]: '管道，瓶装' } })).values[house.name], ['管道', '瓶装'])
  const next = street.communities[1]!.area
  assert.ok(!(await elsewhere.worker.call('enterprise', 'fields', { area: next })).rows.some(({ part }) => part === 'own'))
  await assert.rejects(elsewhere.worker.call('enterprise', 'enter', { values: { name: '别处店', [added.name]: '未装' }, at: { area: next } }), { code: 'input.invalid' })
})

test('what is sensitive is sealed in every kind of record, masked, not looked for, and stays sealed when the field is taken away', async () => {
  const { admin, worker, units, street, home, building } = await office()
  const names: Record<string, string> = {}
  for (const kind of ['person', 'housing', 'enterprise', 'household', 'thing'] as const) names[kind] = (await admin.call('field', 'add', { area: street.area, kind, label: '内部联系', type: 'text', isSensitive: true, purpose })).name
  const secret = (kind: string) => ({ [names[kind]!]: '密文不可见' })
  const at = { housing: units[0]! }
  const person = await worker.call('person', 'enter', { values: { name: '王示一', ...secret('person') }, at, role: '01' })
  const enterprise = await worker.call('enterprise', 'enter', { values: { name: '示例店', ...secret('enterprise') }, at })
  const household = await worker.call('household', 'form', { values: secret('household'), at, members: [] })
  const thing = await worker.call('thing', 'enter', { values: { name: '电梯', kind: '01076', ...secret('thing') }, at: { area: building } })
  const housing = await worker.call('housing', 'change', { id: units[0]!, revision: 1, values: secret('housing') })
  for (const [kind, { values }] of Object.entries({ person, enterprise, household, thing, housing })) assert.equal(values[names[kind]!], '＊＊＊', kind)
  assert.deepEqual(await worker.call('housing', 'reveal', { id: units[0]!, field: names.housing!, purpose }), { value: '密文不可见' })
  await assert.rejects(worker.call('person', 'list', { area: home, own: { name: names.person!, value: '密文' } }), { code: 'input.invalid' })
  await worker.call('person', 'change', { id: person.id, revision: 1, values: { [names.person!]: '密文不可见二' } })
  for (const kind of ['person', 'housing'] as const) await admin.call('field', 'retire', { kind, name: names[kind]!, isEnded: true })
  assert.equal((await worker.call('person', 'change', { id: person.id, revision: 2, values: { workplace: '示例厂' } })).values[names.person!], undefined)
  await worker.call('housing', 'change', { id: units[0]!, revision: 2, values: { size: 89 } })
  for (const table of ['person', 'housing', 'enterprise', 'household', 'thing', 'revision', 'claim', 'journal']) {
    const { rows } = await city.owner.query<{ text: string }>(`select ${table}::text as text from ${table}`)
    for (const { text } of rows) assert.doesNotMatch(text, /密文不可见/, table)
  }
  // It is shown again with the field, as it was.
  await admin.call('field', 'retire', { kind: 'person', name: names.person!, isEnded: false })
  assert.deepEqual(await worker.call('person', 'reveal', { id: person.id, field: names.person!, purpose }), { value: '密文不可见二' })
})

test('fields that the law forbids, that are there already or that nobody could fill in are refused; who may not manage may not add', async () => {
  const { secretary, worker, home, street } = await office()
  const add = (change: object, area = home) => secretary.call('field', 'add', { area, kind: 'person', label: '特长', type: 'text', purpose, ...change })
  for (const change of [{ label: '宗教信仰' }, { label: '手机号' }, { type: 'code', options: ['仅一个'] }]) await assert.rejects(add(change), { code: 'input.invalid' })
  await add({})
  await assert.rejects(add({}), { code: 'input.invalid' })
  for (const area of [street.area, street.communities[1]!.area]) await assert.rejects(add({ label: '爱好' }, area), { code: 'not-found' })
  await assert.rejects(worker.call('field', 'add', { area: home, kind: 'person', label: '爱好', type: 'text', purpose }), { code: 'may.not' })
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'field.added' and area = $1`, [home])
  assert.deepEqual(rows, [{ actor_name: '书记', details: { label: '特长', type: 'text' } }])
})

test('an office says which source wins for a field, and goes back to the shipped order', async () => {
  const { admin, secretary } = await office()
  const ranked = await admin.call('field', 'rank', { kind: 'person', field: 'phone', sources: ['resident', 'form'] })
  assert.deepEqual([ranked.sources.slice(0, 3), ranked.isOwn], [['resident', 'form', 'restore'], true])
  assert.deepEqual((await admin.call('field', 'ranks', { kind: 'person' })).rows.filter(({ isOwn }) => isOwn).map(({ field }) => field), ['phone'])
  await assert.rejects(secretary.call('field', 'rank', { kind: 'person', field: 'phone', sources: ['import'] }), { code: 'may.not' })
  assert.equal((await admin.call('field', 'rank', { kind: 'person', field: 'phone', sources: [] })).isOwn, false)
})

test('people, households and things are listed by such a field and by a tag: words by a part, anything else as a whole', async () => {
  const { admin, worker, units, street, home, building } = await office()
  const add = async (kind: 'person' | 'household' | 'thing', type: 'text' | 'yes' | 'number' | 'codes', options: string[] = []) => (await admin.call('field', 'add', { area: street.area, kind, label: `自加的${type}`, type, options, purpose })).name
  const [hobby, keys, storeys, skills] = [await add('person', 'text'), await add('household', 'yes'), await add('thing', 'number'), await add('person', 'codes', ['木工', '电工'])]
  await admin.call('tag', 'add', { area: street.area, name: '志愿者' })
  const at = { housing: units[0]! }
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', [hobby]: '二胡与书法', [skills]: '木工、电工' }, at, role: '01' })
  const household = await worker.call('household', 'form', { values: { [keys]: '是' }, at, members: [] })
  const thing = await worker.call('thing', 'enter', { values: { name: '电梯', kind: '01076', [storeys]: 18 }, at: { area: building } })
  for (const [kind, one] of [['person', id], ['household', household.id], ['thing', thing.id]] as const) await worker.call('tag', 'put', { kind, id: one, tags: ['志愿者'] })
  const people = async (name: string, value: string) => (await worker.call('person', 'list', { area: home, own: { name, value }, tag: '志愿者' })).rows.length
  assert.deepEqual([await people(hobby, '书法'), await people(hobby, '围棋'), await people(skills, '电工'), await people(skills, '木工、电工')], [1, 0, 1, 1])
  for (const where of [{ area: home }, { area: home, housing: units[0]! }]) {
    const alone = async (name: string, value: string) => (await worker.call('person', 'list', { ...where, own: { name, value } })).rows.map((row) => row.id)
    assert.deepEqual([await alone(hobby, '书法'), await alone(hobby, '围棋'), await alone(skills, '电工')], [[id], [], [id]])
  }
  const households = async (value: string) => (await worker.call('household', 'list', { own: { name: keys, value }, tag: '志愿者' })).rows.length
  assert.deepEqual([await households('是'), await households('否')], [1, 0])
  const things = async (value: string) => (await worker.call('thing', 'list', { own: { name: storeys, value }, tag: '志愿者' })).rows.length
  assert.deepEqual([await things('18'), await things('1')], [1, 0])
  await assert.rejects(worker.call('thing', 'list', { own: { name: 'x_none', value: '1' } }), { code: 'input.invalid' })
})
