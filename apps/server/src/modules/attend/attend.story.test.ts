import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { pointIn } from '../../../test/office.ts'
import { settled } from '../../../test/job.ts'
import { publishKnowledge } from '../../../test/publish.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const at = (clock: string) => city.setClock(`2026-03-02T${clock}:00+08:00`)

async function openDesk() {
  at('09:00')
  const street = await city.subdistrict()
  const [east, west] = street.communities as [typeof street.communities[number], typeof street.communities[number]]
  const [worker, colleague, neighbour, shiftLeader] = await Promise.all([street.staff('社工小李', 'socialWorker', east.area), street.staff('社工小王', 'socialWorker', east.area), street.staff('西苑社工', 'socialWorker', west.area), street.staff('值班长', 'shiftLeader')])
  return { street, east, west, worker, colleague, neighbour, shiftLeader, resident: await street.resident('李例二') }
}
type Desk = Awaited<ReturnType<typeof openDesk>>

/** Somebody asks what nobody knows. */
async function ask({ resident, east }: Pick<Desk, 'resident' | 'east'>, text = '阳台能不能封起来'): Promise<string> {
  const { id } = await resident.call('reception', 'begin', { area: east.area })
  await resident.call('reception', 'ask', { talk: id, text })
  return id
}

const said = (turns: { by: string, text: string }[]) => turns.map(({ by, text }) => `${by} ${text}`)
const journalOf = async (id: string) => (await city.owner.query('select name from journal where subject = $1 order by at, id', [id])).rows.map(({ name }) => name as string)

test('a hand-over waits with the whole dialogue; a worker answers, closes, and the waiting is measured', async () => {
  const desk = await openDesk()
  const id = await ask(desk)
  at('09:07')
  const { rows } = await desk.worker.call('attend', 'queue', {})
  assert.deepEqual(rows.map(({ title, state, waitingSince, isAlert, why }) => [title, state, waitingSince, isAlert, why]), [['阳台能不能封起来', 'waiting', '2026-03-02T01:00:00.000Z', false, 'unsure']])
  const seen = await desk.worker.call('attend', 'get', { id })
  assert.deepEqual([seen.turns.map(({ by }) => by), seen.steps, seen.caller?.name, seen.caller?.phone?.includes('****')], [['machine', 'resident', 'machine'], ['claim', 'reply'], '李例二', true])
  const replied = await desk.worker.call('attend', 'reply', { id, text: '东苑的阳台统一不封，请看业主公约。' })
  assert.deepEqual([replied.state, replied.worker, replied.steps, replied.taken[0]!.waitedMinutes], ['attended', '社工小李', ['reply', 'pass', 'report', 'close'], 7])
  const mine = await desk.resident.call('reception', 'get', { talk: id })
  assert.equal(said(mine.turns).at(-1), 'worker 东苑的阳台统一不封，请看业主公约。')
  await desk.resident.call('reception', 'ask', { talk: id, text: '那纱窗呢' })
  await desk.worker.call('attend', 'reply', { id, text: '纱窗可以装。' })
  const closed = await desk.worker.call('attend', 'close', { id })
  assert.deepEqual([closed.state, closed.steps, closed.taken.map(({ replies }) => replies), closed.caller], ['ended', [], [2], null], 'who asked is not shown once it is over')
  assert.deepEqual(await desk.worker.call('attend', 'today', {}), { taken: 1, replies: 2, medianMinutes: 7, p90Minutes: 7 })
  assert.deepEqual((await journalOf(id)).filter((name) => name.startsWith('attend.')), ['attend.claimed', 'attend.replied', 'attend.replied', 'attend.closed'])
  await assert.rejects(desk.worker.call('attend', 'reply', { id, text: '还有事吗' }), { code: 'attend.not-now' })
})

test('alerts stand before who waits longest; another community’s desk sees none of it, residents nothing of the desk', async () => {
  const desk = await openDesk()
  const first = await ask(desk)
  at('09:05')
  const other = { ...desk, resident: await desk.street.resident('王示一') }
  const danger = await ask(other, '我家厨房有煤气味怎么办')
  const queue = await desk.worker.call('attend', 'queue', {})
  assert.deepEqual(queue.rows.map(({ id, isAlert }) => [id, isAlert]), [[danger, true], [first, false]])
  assert.deepEqual(await desk.worker.call('attend', 'count', {}), { waiting: 2, alerts: 1, mine: 0 })
  assert.deepEqual([(await desk.neighbour.call('attend', 'queue', { whose: 'all' })).rows, await desk.neighbour.call('attend', 'count', {})], [[], { waiting: 0, alerts: 0, mine: 0 }])
  for (const endpoint of ['get', 'suggest', 'colleagues', 'claim', 'close'] as const) await assert.rejects(desk.neighbour.call('attend', endpoint, { id: first }), { code: 'not-found' })
  assert.equal((await desk.shiftLeader.call('attend', 'queue', {})).rows.length, 2)
  await assert.rejects(desk.resident.call('attend', 'get', { id: first }), { code: 'may.not' })
})

test('two reach for the same talk: one has it, the other is told who; who is away is taken over from', async () => {
  const desk = await openDesk()
  const id = await ask(desk)
  const both = await Promise.allSettled([desk.worker, desk.colleague].map((one) => one.call('attend', 'claim', { id })))
  assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  const [has, lacks] = both[0]!.status === 'fulfilled' ? [desk.worker, desk.colleague] : [desk.colleague, desk.worker]
  await assert.rejects(lacks.call('attend', 'reply', { id, text: '您好' }), { code: 'attend.not-now' })
  const taken = await lacks.call('attend', 'claim', { id, isTakeOver: true })
  assert.deepEqual([taken.isMine, taken.taken.map(({ worker, passedTo }) => [worker, passedTo])], [true, [[lacks.name, null], [has.name, lacks.name]]])
  await assert.rejects(has.call('attend', 'close', { id }), { code: 'attend.not-now' })
})

test('a talk is passed to a colleague by name, and to another desk, which then sees the whole of it', async () => {
  const desk = await openDesk()
  const id = await ask(desk)
  await desk.worker.call('attend', 'claim', { id })
  const { people, desks } = await desk.worker.call('attend', 'colleagues', { id })
  assert.deepEqual([people.map(({ name }) => name), desks.map(({ name }) => name).includes('西苑社区'), desks.some(({ area }) => area === desk.east.area)], [['社工小王'], true, false])
  await assert.rejects(desk.worker.call('attend', 'pass', { id, person: desk.neighbour.id, note: '请答复' }), { code: 'input.invalid' })
  await desk.worker.call('attend', 'pass', { id, person: desk.colleague.id, note: '问物业，请你答' })
  assert.deepEqual((await desk.colleague.call('attend', 'queue', {})).rows.map(({ isForMe }) => isForMe), [true])
  assert.deepEqual((await desk.worker.call('attend', 'queue', {})).rows.map(({ isForMe }) => isForMe), [false])
  await desk.colleague.call('attend', 'claim', { id })
  await desk.colleague.call('attend', 'pass', { id, area: desk.west.area, note: '住在西苑' })
  await assert.rejects(desk.colleague.call('attend', 'get', { id }), { code: 'not-found' })
  const there = await desk.neighbour.call('attend', 'get', { id })
  assert.deepEqual([there.areaName, there.turns.length], ['西苑社区', 3])
  await desk.neighbour.call('attend', 'reply', { id, text: '西苑可以封。' })
  assert.equal(said((await desk.resident.call('reception', 'get', { talk: id })).turns).at(-1), 'worker 西苑可以封。')
  const stranger = await city.subdistrict()
  await assert.rejects(desk.neighbour.call('attend', 'pass', { id, area: stranger.communities[0]!.area, note: '转走' }), { code: 'input.invalid' })
})

test('nobody on duty: the resident is told when, the question is kept and comes first next morning', async () => {
  const desk = await openDesk()
  at('18:20')
  const id = await ask(desk)
  const told = (await desk.resident.call('reception', 'get', { talk: id })).turns.at(-1)!.text
  assert.match(told, /3月3日 08:30/)
  city.setClock('2026-03-03T08:40:00+08:00')
  const later = { ...desk, resident: await desk.street.resident('王示一') }
  await ask(later, '宽带怎么装')
  assert.deepEqual((await desk.worker.call('attend', 'queue', {})).rows.map(({ title }) => title), ['阳台能不能封起来', '宽带怎么装'])
  assert.equal((await desk.worker.call('attend', 'reply', { id, text: '早上好，阳台不封。' })).taken[0]!.waitedMinutes, 860)
})

test('a talk becomes an event for the resident, once; when the resident goes, nobody attends any more', async () => {
  const desk = await openDesk()
  const id = await ask(desk, '三幢门口堆了很多沙发没人管呢')
  await desk.worker.call('attend', 'claim', { id })
  const report = { id, description: '三幢门口堆沙发', matter: '06036', point: pointIn(desk.street, 0) }
  const made = await desk.worker.call('attend', 'report', report)
  const event = await desk.shiftLeader.call('event', 'get', { id: made.event })
  assert.deepEqual([event.source, event.reporter?.name, event.reporter?.phone?.includes('****'), event.status], ['resident', '李**', true, 'reported'])
  assert.match((await desk.resident.call('reception', 'get', { talk: id })).turns.at(-1)!.text, new RegExp(made.number))
  assert.deepEqual((await desk.worker.call('attend', 'get', { id })).steps, ['reply', 'pass', 'close'], 'once')
  await assert.rejects(desk.worker.call('attend', 'report', report), { code: 'attend.not-now' })
  await desk.resident.call('reception', 'end', { talk: id })
  await settled(city, 'attend/')
  assert.deepEqual((await city.owner.query('select how from attendance where talk = $1', [id])).rows, [{ how: 'left' }])
})

test('the answer of the knowledge base is suggested and sent along; words with something left to fill in are not sent; records of the base are found by the number', async () => {
  const desk = await openDesk()
  const { id: entry } = await desk.shiftLeader.call('knowledge', 'write', { area: desk.street.area, content: { question: '封阳台要审批吗', similar: ['阳台怎么封', '能不能包阳台'], category: '物业', answerShort: '封阳台要先看业主公约，由业委会审批。' } })
  await desk.shiftLeader.call('knowledge', 'submit', { items: [{ id: entry, no: 1 }] })
  await publishKnowledge(city, await desk.street.staff('领导', 'leader'), [{ id: entry, no: 1 }])
  const { id } = await desk.resident.call('reception', 'begin', { area: desk.east.area })
  await desk.resident.call('reception', 'handOver', { talk: id })
  assert.deepEqual((await desk.worker.call('attend', 'suggest', { id })).hits, [])
  const { hits } = await desk.worker.call('attend', 'suggest', { id, question: '封阳台要审批吗' })
  assert.deepEqual(hits.map((hit) => [hit.entry, hit.card.answerShort]), [[entry, '封阳台要先看业主公约，由业委会审批。']])
  await assert.rejects(desk.worker.call('attend', 'reply', { id, text: '请到【请填写地点】办理' }), { code: 'input.invalid' })
  const { turns } = await desk.worker.call('attend', 'reply', { id, text: '您好，请看：', entry })
  assert.deepEqual(turns.at(-1)!.cards.map((card) => card.kind === 'answer' && [card.entry, card.revision]), [[entry, 1]])
  assert.deepEqual((await desk.worker.call('attend', 'get', { id })).caller?.people, [])
})
