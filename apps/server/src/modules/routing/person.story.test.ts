import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Asked } from '@linli/contract'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

type Rule = Asked<'routing', 'saveDraft'>['rules'][number]
const rule = (some: Partial<Rule>): Rule => ({ matters: [], areas: [], sources: [], severities: [], words: [], unit: null, raisesTo: null, limit: null, ...some })

test('a rule may name who of the unit is to see to it: the dispatch names them, theirs stands first for them, others may handle it', async () => {
  const { street, unit, dispatcher, handler, acceptor, shiftLeader } = await openOffice(city)
  const admin = await street.staff('王示一', 'systemAdmin')
  const report = (description: string) => acceptor.call('event', 'report', { description, matter: '06010', point: pointIn(street, 0) })
  const [colleague, stranger] = [await street.handler('李示二', unit), await street.handler('赵示三', await street.unit('供电所'))]
  const named = (person: string | null, some: Partial<Rule> = {}) => admin.call('routing', 'saveDraft', { rules: [rule({ matters: ['06'], unit: unit.id, person, ...some })], from: null })
  for (const [person, some] of [[stranger.id, {}], [acceptor.id, {}], [colleague.id, { unit: null }]] as const) {
    await assert.rejects(named(person, some), (fault: { problem: { fields: object[] } }) => { assert.deepEqual(fault.problem.fields, [{ path: 'rules.0.person', message: '责任人要是该单位的经办人，请重新选择' }]); return true })
  }
  assert.deepEqual((await dispatcher.call('routing', 'people', { unit: unit.id })).rows.map(({ name }) => name), ['李示二', '经办人'])
  assert.deepEqual(((await admin.call('routing', 'publish', { from: (await named(colleague.id)).changedAt! })).no, (await dispatcher.call('routing', 'rules', {})).rules[0]!.person), { id: colleague.id, name: '李示二' })
  const send = async (id: string, extra: { person?: string | null } = {}) => {
    for (const [who, take] of [[acceptor, { step: 'accept' }], [shiftLeader, { step: 'file' }], [dispatcher, { step: 'dispatch', unit: unit.id, ...extra }]] as const) await who.call('event', 'take', { id, take })
    return dispatcher.call('event', 'get', { id })
  }
  city.setClock('2026-03-02T09:00:00+08:00')
  const first = await report('南门垃圾')
  assert.deepEqual([first.suggestedUnit?.name, first.suggestedPerson, first.person], ['环卫所', { id: colleague.id, name: '李示二' }, null])
  const others = await send((await report('北门垃圾')).id, { person: null })
  assert.equal(others.person, null)
  city.setClock('2026-03-02T09:10:00+08:00')
  const mine = await send(first.id)
  assert.deepEqual(mine.person, { id: colleague.id, name: '李示二' })
  const orderFor = async (who: Person) => (await who.call('desk', 'today', {})).groups.flatMap(({ rows }) => rows.map(({ title }) => title))
  assert.deepEqual([await orderFor(colleague), await orderFor(handler)], [['南门垃圾', '北门垃圾'], ['北门垃圾', '南门垃圾']])
  assert.equal((await handler.call('event', 'take', { id: first.id, take: { step: 'sign' } })).status, 'handling', 'others of the unit may')
  const third = await report('东门垃圾')
  for (const [who, take] of [[acceptor, { step: 'accept' }], [shiftLeader, { step: 'file' }]] as const) await who.call('event', 'take', { id: third.id, take })
  await assert.rejects(dispatcher.call('event', 'take', { id: third.id, take: { step: 'dispatch', unit: unit.id, person: stranger.id } }), { code: 'unit.unknown' })
  // Who has left is not named by a rule that still says so.
  await city.owner.query('update account set is_enabled = false where id = $1', [colleague.id])
  assert.equal((await dispatcher.call('event', 'take', { id: third.id, take: { step: 'dispatch', unit: unit.id } })).person, null)
  const { rows } = await city.owner.query(`select details ->> 'personName' as name from journal where subject = $1 and name = 'event.dispatched'`, [first.id])
  assert.deepEqual(rows, [{ name: '李示二' }])
  city.setClock(undefined)
})
