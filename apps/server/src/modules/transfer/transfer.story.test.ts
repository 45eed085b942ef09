import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

async function block() {
  const { worker, units, street, elsewhere } = await openBlock(city)
  const number = makeIdentityNumber('339901', '1990-01-01', Math.floor(Math.random() * 900) + 1)
  const { id } = await worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: number }, at: { housing: units[0]! }, role: '01' })
  return { worker, next: elsewhere.worker, id, number, at: { area: street.communities[1]!.area }, street }
}

test('a community asks for who moved to it, the other agrees, and the record goes over', async () => {
  const { worker, next, id, number, at, street } = await block()
  const asked = await next.call('transfer', 'ask', { number, at, role: '03', since: '2026-02-01', reason: '租住本社区' })
  assert.deepEqual([asked.status, asked.from.name, asked.person, asked.mayDecide, asked.mayWithdraw], ['asked', '东苑社区', null, false, true])
  assert.doesNotMatch(JSON.stringify(asked), /王示一|文澜苑/)
  await assert.rejects(next.call('transfer', 'ask', { number, at, role: '03', reason: '租住本社区' }), { code: 'conflict.exists' })
  await assert.rejects(next.call('transfer', 'decide', { id: asked.id, isAgreed: true }), { code: 'may.not' })
  const [waiting] = (await worker.call('transfer', 'list', { status: 'asked' })).rows
  assert.deepEqual([waiting!.id, waiting!.person, waiting!.mayDecide, waiting!.mayWithdraw], [asked.id, { id, name: '王示一' }, true, false])
  // Of one person: those who keep them; whoever asks is not told by this either that it is them.
  const about = async (one: typeof next, person = id) => (await one.call('transfer', 'list', { person })).rows.map((row) => row.id)
  assert.deepEqual([await about(worker), await about(worker, asked.id), await about(next)], [[asked.id], [], []])
  assert.equal((await worker.call('transfer', 'decide', { id: asked.id, isAgreed: true })).status, 'agreed')
  await eventually(async () => assert.equal((await next.call('transfer', 'list', {})).rows[0]!.status, 'done'))
  assert.deepEqual(await about(next), [asked.id])
  const residenciesFor = async (one: typeof next) => (await one.call('person', 'get', { id })).residencies.map(({ role, since, until }) => [role, since, until])
  assert.deepEqual(await residenciesFor(next), [['03', '2026-02-01', null]])
  // Where they lived before is for those over both.
  assert.deepEqual(await residenciesFor(await street.staff('街道社工', 'socialWorker')), [['03', '2026-02-01', null], ['01', null, '2026-02-01']])
  await assert.rejects(worker.call('person', 'get', { id }), { code: 'not-found' })
  await assert.rejects(worker.call('transfer', 'decide', { id: asked.id, isAgreed: false }), { code: 'base.changed' })
})

test('it may be refused or withdrawn, and then asked again; a number nobody keeps is said to be free; one’s own people are moved without asking', async () => {
  const { worker, next, id, number, at, street } = await block()
  const ask = () => next.call('transfer', 'ask', { number, at, role: '03', reason: '租住本社区' })
  const first = await ask()
  const toDecide = async (by: typeof worker) => (await by.call('transfer', 'list', { isToDecide: true })).rows.map((row) => row.id)
  assert.deepEqual([await toDecide(worker), await toDecide(next)], [[first.id], []])
  assert.equal((await worker.call('transfer', 'decide', { id: first.id, isAgreed: false, note: '仍在本社区居住' })).status, 'refused')
  assert.deepEqual(await toDecide(worker), [])
  const second = await ask()
  await assert.rejects(worker.call('transfer', 'withdraw', { id: second.id }), { code: 'may.not' })
  assert.equal((await next.call('transfer', 'withdraw', { id: second.id })).status, 'withdrawn')
  await assert.rejects(next.call('transfer', 'ask', { number: makeIdentityNumber('339901', '1991-01-01', 5), at, role: '03', reason: '租住' }), { code: 'not-found' })
  const whole = await street.staff('街道社工', 'socialWorker')
  await assert.rejects(whole.call('transfer', 'ask', { number, at, role: '03', reason: '租住' }), { code: 'conflict.exists' })
  assert.equal((await worker.call('person', 'get', { id })).name, '王示一')
})

test('another sub-district cannot try out numbers here: who is registered and who is not are answered alike', async () => {
  const { number, at } = await block()
  const stranger = await (await city.subdistrict()).staff('外街道社工', 'socialWorker')
  const answers = await Promise.all([number, makeIdentityNumber('339901', '1992-01-01', 6)].flatMap((one) => [
    stranger.raw('/api/transfer/ask', { number: one, at, role: '03', reason: '租住' }), stranger.raw('/api/person/enter', { values: { name: '王示一', certificateNumber: one }, at, role: '03' }),
  ]))
  for (const { status, body } of answers) assert.deepEqual([status, (body as { code: string, detail?: string }).code, (body as { detail?: string }).detail], [404, 'not-found', undefined])
})
