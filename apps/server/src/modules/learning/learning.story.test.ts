import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { runJob, settled } from '../../../test/job.ts'
import { publishKnowledge } from '../../../test/publish.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

async function openDesk() {
  const street = await city.subdistrict()
  const [east, west] = street.communities as [typeof street.communities[number], typeof street.communities[number]]
  const [worker, secretary, neighbour] = await Promise.all([street.staff('社工小李', 'socialWorker', east.area), street.staff('书记', 'secretary', east.area), street.staff('西苑社工', 'socialWorker', west.area)])
  return { street, east, west, worker, secretary, neighbour, resident: await street.resident('李例二') }
}

async function ask(resident: Person, area: string, text: string): Promise<string> {
  const { id } = await resident.call('reception', 'begin', { area })
  await resident.call('reception', 'ask', { talk: id, text })
  return id
}

test('a tenant asks something nobody knows, a worker answers, and the answer is there the next day', async () => {
  const { street, east, worker, secretary, neighbour, resident } = await openDesk()
  const talk = await ask(resident, east.area, '楼下的快递柜能移到北门吗')
  await worker.call('attend', 'reply', { id: talk, text: '快递柜下周移到北门，请留意通知。' })
  await worker.call('attend', 'close', { id: talk })
  const others = await Promise.all(['王示一', '张示范'].map((name) => street.resident(name)))
  await ask(others[0]!, east.area, '快递柜可以移到北门吗')
  await ask(others[1]!, east.area, '楼顶能晒被子吗')
  await runJob(city, 'learning.gather')
  const { rows } = await worker.call('learning', 'topics', {})
  assert.deepEqual(rows.map(({ title, unanswered, disliked, areaName }) => [title, unanswered, disliked, areaName]), [['楼下的快递柜能移到北门吗', 2, 0, '东苑社区'], ['楼顶能晒被子吗', 1, 0, '东苑社区']])
  assert.deepEqual((await neighbour.call('learning', 'topics', {})).rows, [], 'another community learns nothing of it')
  await assert.rejects(neighbour.call('learning', 'topic', { id: rows[0]!.id }), { code: 'not-found' })
  const topic = await worker.call('learning', 'topic', { id: rows[0]!.id })
  assert.deepEqual(topic.questions.map(({ text, why, replies }) => [text, why, replies.map((one) => one.text)]).toSorted(), [['快递柜可以移到北门吗', 'unanswered', []], ['楼下的快递柜能移到北门吗', 'unanswered', ['快递柜下周移到北门，请留意通知。']]])

  const questions = topic.questions.map(({ talk: of, no }) => ({ talk: of, no }))
  const drafted = await worker.call('learning', 'draft', { id: topic.id, question: '快递柜能移到北门吗', answerShort: '快递柜下周移到北门。', questions })
  await assert.rejects(worker.call('learning', 'draft', { id: topic.id, question: '再写一个', answerShort: '再写一个。' }), { code: 'conflict.rule' })
  const entry = await worker.call('knowledge', 'get', { id: drafted.entry })
  assert.deepEqual(entry.draft?.content.similar.toSorted(), ['快递柜可以移到北门吗', '楼下的快递柜能移到北门吗'])
  await worker.call('knowledge', 'change', { id: drafted.entry, seen: entry.changedAt, content: { ...entry.draft!.content, category: '物业' } })
  const written = await worker.call('knowledge', 'get', { id: drafted.entry })
  await worker.call('knowledge', 'submit', { items: [{ id: drafted.entry, no: written.draft!.no }] })
  const { rows: [pending] } = await secretary.call('learning', 'pending', {})
  assert.deepEqual([pending?.question, pending?.rehearsal], ['快递柜能移到北门吗', null])

  const { id } = await secretary.call('learning', 'rehearse', { items: [{ entry: pending!.entry, no: pending!.no }] })
  await settled(city, 'learning.rehearse')
  const run = await secretary.call('learning', 'rehearsal', { id })
  assert.deepEqual([run.status, run.done, run.total, run.changed, run.lost, run.mayPublish], ['done', 3, 3, 3, 0, true])
  assert.deepEqual(run.changes.map(({ before: was, after: is }) => [was.band, is.question]), Array.from({ length: 3 }, () => ['hand-over', '快递柜能移到北门吗']))
  assert.equal((await worker.call('learning', 'rehearsal', { id })).mayPublish, false)
  await secretary.call('learning', 'publish', { rehearsal: id })
  await assert.rejects(secretary.call('learning', 'publish', { rehearsal: id }), { code: 'learning.rehearse-again' })
  await settled(city, 'learning/')
  assert.deepEqual((await worker.call('learning', 'topics', { status: 'answered' })).rows.map(({ way, decidedBy }) => [way, decidedBy]), [['draft', '社工小李']])
  const next = await ask(await street.resident('赵范三'), east.area, '快递柜可以移到北门吗')
  assert.deepEqual((await worker.call('attend', 'queue', {})).rows.some((row) => row.id === next), false, 'the machine answers')
})

test('a disliked answer comes back as a topic; its wording is proposed for the entry it is near, once', async () => {
  const { street, east, worker, secretary, resident } = await openDesk()
  const leader = await street.staff('领导', 'leader')
  const shiftLeader = await street.staff('值班长', 'shiftLeader')
  const content = { question: '老年优待证怎么办理', similar: ['老年证在哪里办', '敬老卡怎么申请'], category: '养老', answerShort: '带身份证到社区服务大厅办理。' }
  const { id: entry } = await shiftLeader.call('knowledge', 'write', { area: street.area, content })
  await shiftLeader.call('knowledge', 'submit', { items: [{ id: entry, no: 1 }] })
  await publishKnowledge(city, leader, [{ id: entry, no: 1 }])
  const talk = await ask(resident, east.area, '老年优待证怎么办理')
  const { turns } = await resident.call('reception', 'get', { talk })
  await resident.call('reception', 'judge', { talk, no: turns.at(-1)!.no, isHelpful: false })
  await worker.call('learning', 'gather', {})
  await settled(city, 'learning.gather')
  const { rows: [row] } = await worker.call('learning', 'topics', {})
  assert.deepEqual([row?.unanswered, row?.disliked], [0, 1])
  const topic = await worker.call('learning', 'topic', { id: row!.id })
  assert.equal(topic.near[0]?.entry, entry)
  const chosen = topic.questions.map(({ talk: of, no }) => ({ talk: of, no }))
  await assert.rejects(worker.call('learning', 'propose', { id: row!.id, entry, questions: chosen }), { code: 'conflict.exists' }, 'these very words are in the entry already')
  await worker.call('learning', 'dismiss', { id: row!.id, isDismissed: true, note: '答案没错' })
  assert.deepEqual((await secretary.call('learning', 'topics', { status: 'dismissed' })).rows.map(({ note }) => note), ['答案没错'])
  await assert.rejects(worker.call('learning', 'dismiss', { id: row!.id, isDismissed: true }), { code: 'conflict.exists' })
  assert.deepEqual((await city.owner.query(`select name from journal where subject = $1`, [row!.id])).rows, [{ name: 'learning.dismissed' }])
})

test('a run says nothing any more once something else was published', async () => {
  const { secretary, east, worker } = await openDesk()
  const write = async (question: string) => {
    const { id } = await worker.call('knowledge', 'write', { area: east.area, content: { question, category: '其他', answerShort: `${question}的答案。` } })
    await worker.call('knowledge', 'submit', { items: [{ id, no: 1 }] })
    return id
  }
  const [first, second, third, fourth] = [await write('活动室几点开门'), await write('垃圾几点收'), await write('食堂周末开不开'), await write('健身房怎么预约')]
  const { id } = await secretary.call('learning', 'rehearse', { items: [{ entry: first, no: 1 }] })
  await settled(city, 'learning.rehearse')
  await publishKnowledge(city, secretary, [{ id: second, no: 1 }])
  assert.equal((await secretary.call('learning', 'rehearsal', { id })).isCurrent, false)
  // Several at once are tried out and published together.
  const many = await secretary.call('learning', 'rehearse', { items: [third, fourth].map((entry) => ({ entry, no: 1 })) })
  await settled(city, 'learning.rehearse')
  const run = await secretary.call('learning', 'rehearsal', { id: many.id })
  assert.deepEqual([run.items.length, run.changed, run.lost, run.changes.map(({ after: is }) => is.question).toSorted()], [2, 2, 0, ['健身房怎么预约', '食堂周末开不开']])
  assert.deepEqual((await secretary.call('learning', 'pending', {})).rows.map(({ entry, rehearsal }) => [entry, rehearsal?.isCurrent]), [[first, false], [third, true], [fourth, true]])
  assert.equal((await secretary.call('learning', 'publish', { rehearsal: many.id })).version, 2)
  assert.deepEqual((await secretary.call('learning', 'pending', {})).rows.map(({ entry }) => entry), [first])
  await assert.rejects(secretary.call('learning', 'publish', { rehearsal: id }), { code: 'learning.rehearse-again' })
  const other = await city.subdistrict()
  await assert.rejects((await other.staff('别处书记', 'secretary')).call('learning', 'rehearsal', { id }), { code: 'not-found' })
})

test('nothing is published that was not tried out as it is worded now: there is no other way', async () => {
  const { secretary, east, worker } = await openDesk()
  const content = { question: '棋牌室几点关门', category: '其他', answerShort: '晚上八点。' }
  const { id: entry } = await worker.call('knowledge', 'write', { area: east.area, content })
  const submit = () => worker.call('knowledge', 'submit', { items: [{ id: entry, no: 1 }] })
  await submit()
  assert.equal((await secretary.raw('/api/knowledge/approve', { items: [{ id: entry, no: 1 }] })).status, 404)
  const { id } = await secretary.call('learning', 'rehearse', { items: [{ entry, no: 1 }] })
  await settled(city, 'learning.rehearse')
  // Sent back and worded anew it is still the first version, and the run is of other words.
  await secretary.call('knowledge', 'sendBack', { id: entry, no: 1, note: '写上周末' })
  await assert.rejects(secretary.call('learning', 'publish', { rehearsal: id }), { code: 'learning.rehearse-again' })
  await worker.call('knowledge', 'change', { id: entry, seen: (await worker.call('knowledge', 'get', { id: entry })).changedAt, content: { ...content, answerShort: '晚上八点，周末九点。' } })
  await submit()
  assert.equal((await secretary.call('learning', 'pending', {})).rows[0]?.rehearsal?.isCurrent, false)
  await assert.rejects(secretary.call('learning', 'publish', { rehearsal: id }), { code: 'learning.rehearse-again' })
  assert.equal(await publishKnowledge(city, secretary, [{ id: entry, no: 1 }]), 1)
  assert.equal((await worker.call('knowledge', 'get', { id: entry })).published?.content.answerShort, '晚上八点，周末九点。')
})
