import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** What the lists by group, tag, kind and standing are read from says what the records say, whatever was done to them. */
async function assertInStep(): Promise<void> {
  const { rows } = await city.owner.query(`
    with told as (select r.subdistrict, m.mark, r.place, r.id, r.person, r.area, r.is_main from residency r join person p on p.subdistrict = r.subdistrict and p.id = r.person
      cross join lateral marks_of(p.groups, p.tags, p.population_kind, p.standing) as m (mark) where r.is_last)
    (table person_by_mark except table told) union all (table told except table person_by_mark)`)
  assert.deepEqual(rows, [])
}

test('people of a group are listed as people walk, page by page and nobody twice, whatever becomes of them', async () => {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const whole = await street.staff('街道社工', 'socialWorker')
  const enter = (name: string, unit: number, groups: string, more: object = {}) => worker.call('person', 'enter', { values: { name, groups, ...more }, at: { housing: units[unit]! }, role: '01' })
  const both = await enter('王示一', 2, '独居老人、低保')
  const second = await enter('李例二', 1, '低保')
  await enter('赵例三', 0, '', { populationKind: '03' })
  const names = async (asked: object, by = whole) => (await by.call('person', 'list', asked)).rows.map(({ name }) => name)
  const all = both.groups!.concat(second.groups!)
  assert.deepEqual(await names({ groups: all }), await names({ groups: all, limit: 100 }))
  assert.deepEqual((await names({ groups: all })).toSorted(), ['李例二', '王示一'])
  const first = await whole.call('person', 'list', { groups: all, limit: 1 })
  const rest = await whole.call('person', 'list', { groups: all, limit: 1, after: first.next! })
  assert.deepEqual([[...first.rows, ...rest.rows].map(({ name }) => name).toSorted(), rest.next], [['李例二', '王示一'], null])
  assert.deepEqual([await names({ populationKind: '03' }), await names({ groups: all }, elsewhere.worker)], [['赵例三'], []])
  await assertInStep()

  // A second home next door: listed there, and once in the whole.
  await whole.call('person', 'moveIn', { id: both.id, at: { area: street.communities[1]!.area }, role: '03' })
  assert.deepEqual([(await names({ groups: all })).toSorted(), await names({ groups: all }, elsewhere.worker)], [['李例二', '王示一'], ['王示一']])
  // No longer in the group; gone.
  const { revision } = await worker.call('person', 'get', { id: second.id })
  await worker.call('person', 'change', { id: second.id, revision, values: { groups: null } })
  assert.deepEqual(await names({ groups: all }), ['王示一'])
  const { residencies } = await whole.call('person', 'get', { id: both.id })
  for (const { id } of residencies) await whole.call('person', 'moveOut', { id: both.id, residency: id, on: '2026-02-01', reason: '02' })
  assert.deepEqual([await names({ groups: all }), await names({ groups: all, standing: 'left' }), await names({ standing: 'left' })], [[], ['王示一'], ['王示一']])
  await assertInStep()
})
