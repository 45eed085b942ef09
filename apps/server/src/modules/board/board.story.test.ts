import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { publishKnowledge } from '../../../test/publish.ts'
import { recount } from './tally.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const count = () => recount({ database: city.server.around.database, since: new Date('2026-03-01T00:00:00+08:00') })

test('the numbers of a board are those counted by hand, and the list behind each is as long', async () => {
  const at = (clock: string) => city.setClock(`2026-03-02T${clock}:00+08:00`)
  at('09:00')
  const street = await city.subdistrict()
  const [east, west] = street.communities as [typeof street.communities[number], typeof street.communities[number]]
  const [worker, secretary, shiftLeader, leader] = await Promise.all([street.staff('社工', 'socialWorker', east.area), street.staff('书记', 'secretary', east.area), street.staff('值班长', 'shiftLeader'), street.staff('领导', 'leader')])
  // A server that has just started on a busy machine asks to be asked again.
  await eventually(async () => void await shiftLeader.call('knowledge', 'counts', {}))
  const { id: entry } = await shiftLeader.call('knowledge', 'write', { area: street.area, content: { question: '老年优待证怎么办理', similar: ['老年证在哪里办'], category: '养老', answerShort: '带身份证到社区服务大厅办理。' } })
  await shiftLeader.call('knowledge', 'submit', { items: [{ id: entry, no: 1 }] })
  await publishKnowledge(city, leader, [{ id: entry, no: 1 }])
  const ask = async (name: string, area: string, text?: string) => {
    const resident = await street.resident(name)
    const { id } = await resident.call('reception', 'begin', { area })
    if (text) await resident.call('reception', 'ask', { talk: id, text })
    else await resident.call('reception', 'handOver', { talk: id })
    return { id, rate: (score: number) => resident.call('reception', 'rate', { talk: id, score, reasons: score < 4 ? ['beside'] : [] }) }
  }
  await (await ask('甲', east.area, '老年优待证怎么办理')).rate(5)
  at('09:01')
  await (await ask('乙', east.area, '老年优待证怎么办理')).rate(2)
  at('09:02')
  const unknown = await ask('丙', east.area)
  await ask('丁', west.area, '老年优待证怎么办理')
  at('09:08')
  await worker.call('attend', 'reply', { id: unknown.id, text: '可以，别挡通道。' })
  await unknown.rate(5)

  const asked = { area: east.area, from: '2026-03-01', until: '2026-03-02' }
  assert.equal((await secretary.call('board', 'figures', asked)).counts.talks, 0, 'nothing is counted by asking')
  await count()
  await count()
  const board = await secretary.call('board', 'figures', asked)
  assert.deepEqual(board.counts, { talks: 3, machine: 2, suggested: 0, handed: 1, unanswered: 0, rated: 3, satisfied: 2, score: 12, questions: 2, answered: 2, offered: 0, repeated: 1, attended: 1, replies: 1 })
  assert.deepEqual(board.rates, { machine: 66.7, handed: 33.3, satisfied: 66.7, repeated: 50, answered: 100 })
  assert.deepEqual([board.wait, board.saved.hours, board.days], [{ medianMinutes: 6, p90Minutes: 6, waited: 1 }, 0.2, [{ day: '2026-03-02', talks: 3, handed: 1 }]])
  assert.deepEqual([board.entries.map((one) => [one.question, one.asked, one.isRising]), board.categories], [[['老年优待证怎么办理', 2, false]], [{ category: '养老', asked: 2, answered: 2, earlier: 0, isRising: false }]])
  for (const [which, many] of [['talks', 3], ['machine', 2], ['handed', 1], ['suggested', 0], ['unanswered', 0], ['satisfied', 2], ['dissatisfied', 1]] as const) {
    assert.equal((await secretary.call('board', 'behind', { ...asked, which })).rows.length, many, which)
  }
  const whole = await shiftLeader.call('board', 'figures', { ...asked, area: street.area })
  assert.deepEqual([whole.counts.talks, whole.counts.repeated, whole.entries[0]?.asked, whole.entries[0]?.isRising], [4, 2, 3, true])

  await shiftLeader.call('board', 'setEstimate', { machine: 6, suggested: 2, attended: 0 })
  const after6 = await secretary.call('board', 'figures', asked)
  assert.deepEqual([after6.saved.hours, after6.saved.changedBy, after6.saved.mayChange], [0.2, '值班长', false])
  assert.deepEqual((await city.owner.query('select name from journal where subdistrict = $1 and subject_kind = $2', [street.code, 'board'])).rows, [{ name: 'board.estimate-set' }])
  await assert.rejects(secretary.call('board', 'figures', { ...asked, area: west.area }), { code: 'not-found' })
  await assert.rejects(worker.call('board', 'figures', asked), { code: 'may.not' })
  await assert.rejects(secretary.call('board', 'figures', { ...asked, from: '2026-03-03' }), { code: 'input.invalid' })
})
