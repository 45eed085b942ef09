import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { runJob } from '../../../test/job.ts'
import { openOffice, pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

test('who does not answer or come in time is told so with the office, each once; who did, and who was let go, is not', async () => {
  const [office, next] = [await openOffice(city), await openOffice(city)]
  const { street, unit, handler, dispatcher, acceptor } = office
  const [police, park] = [await street.unit('派出所'), await street.unit('园林所')]
  const [officer, gardener, worker] = [await street.handler('民警', police), await street.handler('园丁', park), await street.staff('社工', 'socialWorker', street.communities[0]!.area)]
  const east = street.communities[0]!.unit
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await dispatcher.call('whistle', 'blow', { kind: 'enforcement', urgency: 'urgent', title: '夜市占道联合整治', requirement: '带齐执法记录仪', point: pointIn(street, 0), place: '菜场南门', units: [police.id, unit.id, park.id, east.id], lead: police.id })
  await officer.call('whistle', 'take', { id, take: { step: 'answer' } })
  await dispatcher.call('whistle', 'take', { id, take: { step: 'release', unit: park.id, reason: '不需要了' } })
  const late = async (person: { call: typeof handler.call }) => (await person.call('notice', 'list', { kinds: ['answerLate', 'arrivalLate'] })).rows.map(({ words }) => words)
  const at = async (moment: string) => {
    city.setClock(`${moment}:00+08:00`)
    await runJob(city, 'whistle.remind')
  }
  await at('2026-03-02T09:30')
  assert.deepEqual(await late(handler), [], 'not before its time has passed')
  for (const moment of ['2026-03-02T09:31', '2026-03-02T09:32']) await at(moment)
  const [silent, absent] = ['环卫所还没有接哨，期限 3月2日 09:30', '环卫所还没有到场报到，期限 3月2日 11:00']
  assert.deepEqual([await late(handler), await late(officer), await late(gardener), await late(worker)], [[silent], [], [], ['东苑社区还没有接哨，期限 3月2日 09:30']])
  assert.deepEqual((await late(dispatcher)).toSorted(), ['东苑社区还没有接哨，期限 3月2日 09:30', silent].toSorted())
  await officer.call('whistle', 'take', { id, take: { step: 'reportIn', point: pointIn(street, 0), accuracy: 10, photos: [] } })
  for (const moment of ['2026-03-02T11:01', '2026-03-02T11:02']) await at(moment)
  assert.deepEqual([await late(handler), await late(officer), (await late(dispatcher)).length], [[absent, silent], [], 4])
  const [notice] = (await handler.call('notice', 'list', { kinds: ['arrivalLate'] })).rows
  assert.deepEqual([notice?.event, notice?.whistle, notice?.title], [null, id, '夜市占道联合整治'])
  await handler.call('notice', 'read', { id: notice!.id })
  for (const stranger of [acceptor, next.dispatcher, next.handler]) assert.deepEqual(await late(stranger), [])
  await dispatcher.call('whistle', 'take', { id, take: { step: 'end', outcome: 'solved', text: '现场恢复' } })
  await at('2026-03-03T09:00')
  assert.equal((await late(handler)).length, 2)
  const { rows } = await city.owner.query(`select distinct details->>'whistle' as whistle from journal where name = 'notice.sent' and subdistrict = $1 and details->>'kind' like '%Late'`, [street.code])
  assert.deepEqual(rows, [{ whistle: id }])
})
