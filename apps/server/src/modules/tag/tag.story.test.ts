import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('an administrator adds tags, workers mark records with them, lists are by tag, and one that is retired is given no more', async () => {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const [admin, home, next] = [await street.staff('管理员', 'systemAdmin'), street.communities[0]!.area, street.communities[1]!.area]
  await admin.call('tag', 'add', { area: street.area, name: '志愿者' })
  await admin.call('tag', 'add', { area: home, name: '文艺骨干', note: '社区文艺队' })
  await assert.rejects(admin.call('tag', 'add', { area: home, name: '志愿者' }), { code: 'conflict.exists' })
  await assert.rejects(worker.call('tag', 'add', { area: home, name: '热心人' }), { code: 'may.not' })
  const above = await street.staff('平台管理员', 'systemAdmin', '/')
  for (const kind of ['tag', 'field'] as const) await assert.rejects(kind === 'tag' ? above.call('tag', 'add', { area: '/', name: '热心人' }) : above.call('field', 'add', { area: '/', kind: 'person', label: '爱好', type: 'text', purpose: '组织活动' }), { code: 'input.invalid' })
  const namesIn = async (by: typeof worker, area: string) => (await by.call('tag', 'list', { area })).rows.map(({ name }) => name)
  assert.deepEqual([await namesIn(worker, home), await namesIn(elsewhere.worker, next)], [['志愿者', '文艺骨干'], ['志愿者']])
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一' }, at: { housing: units[0]! }, role: '01' })
  const { id: other } = await worker.call('person', 'enter', { values: { name: '李例二' }, at: { housing: units[1]! }, role: '01' })
  await worker.call('tag', 'put', { kind: 'person', id, tags: ['志愿者', '文艺骨干'] })
  await worker.call('tag', 'put', { kind: 'housing', id: units[0]!, tags: ['志愿者'] })
  assert.deepEqual((await worker.call('person', 'list', { tag: '文艺骨干' })).rows.map(({ name, tags }) => [name, tags]), [['王示一', ['志愿者', '文艺骨干']]])
  assert.deepEqual((await worker.call('person', 'list', { tag: '文艺骨干', housing: units[0]! })).rows.map((row) => row.id), [id])
  assert.deepEqual((await worker.call('person', 'list', { tag: '文艺骨干', housing: units[1]! })).rows, [])
  assert.deepEqual((await elsewhere.worker.call('person', 'list', { tag: '文艺骨干' })).rows, [])
  await assert.rejects(worker.call('tag', 'put', { kind: 'person', id, tags: ['自创标签'] }), { code: 'input.invalid' })
  assert.deepEqual((await worker.call('person', 'get', { id })).tags, ['志愿者', '文艺骨干'])
  await assert.rejects(elsewhere.worker.call('tag', 'put', { kind: 'person', id, tags: [] }), { code: 'not-found' })
  await admin.call('tag', 'retire', { area: home, name: '文艺骨干', isEnded: true })
  await assert.rejects(worker.call('tag', 'put', { kind: 'person', id: other, tags: ['文艺骨干'] }), { code: 'input.invalid' })
  // Who has it keeps it beside another.
  assert.deepEqual(await worker.call('tag', 'put', { kind: 'person', id, tags: ['文艺骨干'] }), { tags: ['文艺骨干'] })
  assert.deepEqual((await admin.call('tag', 'all', { area: street.area })).rows.filter(({ endedOn }) => endedOn !== null).map(({ name }) => name), ['文艺骨干'])
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'tag.put' and subject = $1 order by at, id`, [id])
  assert.deepEqual(rows, [['志愿者', '文艺骨干'], ['文艺骨干']].map((tags) => ({ actor_name: '社工', details: { tags } })))
})
