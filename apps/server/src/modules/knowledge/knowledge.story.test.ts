import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Asked } from '@linli/contract'
import { addDays, dayOf } from '@linli/standards'
import { openCity, type City } from '../../../test/city.ts'
import { publishKnowledge } from '../../../test/publish.ts'
import type { Ctx } from '../../kernel/ctx.ts'
import { tools } from '../../kernel/jobs.ts'
import { answersTo, cardsOf, draftEntry, proposeSimilar, type Answers } from './index.ts'
import { end } from './jobs.ts'
import { matchersOf } from './matchers.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

/** So many days from now. */
const day = (count: number) => addDays(dayOf(new Date()), count)
const journalOf = async (id: string) => (await city.owner.query('select name, actor_name from journal where subject = $1 order by at, id', [id])).rows.map(({ name, actor_name: by }) => `${name} ${by}`)

async function openStreet() {
  const street = await city.subdistrict()
  const [east, west] = street.communities
  const [acceptor, shiftLeader, secretary, worker, neighbour] = await Promise.all([
    street.staff('受理员', 'acceptor'), street.staff('值班长', 'shiftLeader'), street.staff('书记', 'secretary', east!.area), street.staff('社工', 'socialWorker', east!.area), street.staff('西苑社工', 'socialWorker', west!.area),
  ])
  return { street, east: east!, west: west!, acceptor, shiftLeader, secretary, worker, neighbour, resident: await street.resident('李例二') }
}
type Street = Awaited<ReturnType<typeof openStreet>>
type Writer = Street['worker']

const pass = { question: '老年优待证怎么办理', similar: ['老年证在哪里办', '敬老卡怎么申请'], category: '养老', answerShort: '带身份证到社区服务大厅办理，当场领取。', materials: ['身份证', '一寸照片'], entry: [{ kind: 'window' as const, text: '社区服务大厅 2 号窗口' }] }
const bin = { question: '大件垃圾怎么清运', similar: ['旧沙发丢哪里'], category: '环境', answerShort: '预约后放到指定点位。' }

/** Written by one, submitted, and published by another; its id. */
async function publish(writer: Writer, reviewer: Writer, asked: Asked<'knowledge', 'write'>): Promise<string> {
  const { id } = await writer.call('knowledge', 'write', asked)
  await writer.call('knowledge', 'submit', { items: [{ id, no: 1 }] })
  await publishKnowledge(city, reviewer, [{ id, no: 1 }])
  return id
}

/** As the conversation asks: in the transaction of somebody who may see nothing but their own. */
const asResident = ({ street, resident }: Street, area: string, question: string): Promise<Answers> =>
  city.server.around.database.transact({ role: 'resident', person: resident.id }, 'read', (db) => answersTo({ db, now: city.server.around.clock(), installation: city.server.around.installation } as unknown as Ctx, { subdistrict: street.code, area, question }))
const heard = ({ band, hits }: Answers) => [band, ...hits.map(({ card }) => card.answerShort)].slice(0, 2)

test('an answer is written by one, reviewed by another, and then told to a resident as a card', async () => {
  const here = await openStreet()
  const { east, worker, secretary } = here
  const written = await worker.call('knowledge', 'write', { content: { question: pass.question } })
  assert.deepEqual([written.area, written.areaName, written.status, written.open, written.ownerName, written.no], [east.area, '东苑社区', 'draft', 'draft', '社工', 1])
  await assert.rejects(worker.call('knowledge', 'submit', { items: [{ id: written.id, no: 1 }] }), (fault: { problem: { fields: { path: string }[] } }) => { assert.deepEqual(fault.problem.fields.map(({ path }) => path), ['content.category', 'content.answerShort']); return true })
  const changed = await worker.call('knowledge', 'change', { id: written.id, seen: written.changedAt, content: pass })
  await assert.rejects(worker.call('knowledge', 'change', { id: written.id, seen: written.changedAt, content: bin }), { code: 'knowledge.changed' })
  await assert.rejects(worker.call('knowledge', 'change', { id: written.id, seen: changed.changedAt, content: pass }), { code: 'input.invalid' })
  assert.deepEqual(heard(await asResident(here, east.grids[0]!, pass.question)), ['hand-over'])
  await worker.call('knowledge', 'submit', { items: [{ id: written.id, no: 1 }] })
  await assert.rejects(publishKnowledge(city, worker, [{ id: written.id, no: 1 }]), { code: 'may.not' })
  assert.equal((await secretary.call('knowledge', 'counts', {})).review, 1)
  const returned = await secretary.call('knowledge', 'sendBack', { id: written.id, no: 1, note: '写上窗口' })
  assert.deepEqual([returned.draft?.status, returned.draft?.reviewNote], ['draft', '写上窗口'])
  await worker.call('knowledge', 'submit', { items: [{ id: written.id, no: 1 }] })
  assert.equal(await publishKnowledge(city, secretary, [{ id: written.id, no: 1 }]), 1)
  const { hits: [hit], ...told } = await asResident(here, east.grids[0]!, '老年证在哪里办')
  assert.deepEqual([told.version, told.band, hit?.entry, hit?.revision, hit?.card.entry, hit?.card.validFrom !== null, hit?.card.isUnchecked], [1, 'answer', written.id, 1, pass.entry, true, false])
  assert.deepEqual(await journalOf(written.id), ['knowledge.drafted 社工', 'knowledge.changed 社工', 'knowledge.submitted 社工', 'knowledge.sent-back 书记', 'knowledge.submitted 社工', 'knowledge.published 书记'])
})

test('the secretary who wrote it leaves it to the sub-district; whoever added a word is a writer too', async () => {
  const { secretary, worker, shiftLeader } = await openStreet()
  const { id, changedAt } = await secretary.call('knowledge', 'write', { content: pass })
  await worker.call('knowledge', 'change', { id, seen: changedAt, content: { ...pass, phone: '0571-00000000' } })
  await worker.call('knowledge', 'submit', { items: [{ id, no: 1 }] })
  await assert.rejects(publishKnowledge(city, secretary, [{ id, no: 1 }]), { code: 'may.not' })
  assert.equal(await publishKnowledge(city, shiftLeader, [{ id, no: 1 }]), 1)
  await assert.rejects(publishKnowledge(city, shiftLeader, [{ id, no: 1 }]), { code: 'not-found' })
})

test('a community’s own answer stands for the sub-district’s there and nowhere else, also to say that it does not hold; the neighbour’s is never told', async () => {
  const here = await openStreet()
  const { east, west, acceptor, shiftLeader, worker, secretary, neighbour } = here
  const street = await publish(acceptor, shiftLeader, { content: bin })
  const general = await publish(acceptor, shiftLeader, { content: pass })
  const own = await publish(worker, secretary, { replaces: street, content: { ...bin, answerShort: '打东苑社区电话，有人上门来拉。' } })
  assert.deepEqual(heard(await asResident(here, east.grids[1]!, '旧沙发丢哪里')), ['answer', '打东苑社区电话，有人上门来拉。'])
  assert.deepEqual(heard(await asResident(here, west.area, '旧沙发丢哪里')), ['answer', '预约后放到指定点位。'])
  assert.deepEqual(heard(await asResident(here, here.street.area, '旧沙发丢哪里')), ['answer', '预约后放到指定点位。'])
  assert.deepEqual((await neighbour.call('knowledge', 'list', {})).rows.map(({ question, areaName }) => [question, areaName]).toSorted(), [[bin.question, here.street.communities[0] && `第${here.street.code - 339901000}街道`], [pass.question, `第${here.street.code - 339901000}街道`]].toSorted())
  await assert.rejects(neighbour.call('knowledge', 'get', { id: own }), { code: 'not-found' })
  assert.deepEqual((await shiftLeader.call('knowledge', 'get', { id: street })).replacedBy.map(({ id }) => id), [own])
  await assert.rejects(worker.call('knowledge', 'write', { replaces: street, content: bin }), { code: 'conflict.exists' })
  await assert.rejects(worker.call('knowledge', 'write', { content: { ...bin, isNotForUs: true } }), { code: 'input.invalid' })
  await assert.rejects(worker.call('knowledge', 'change', { id: street, seen: new Date().toISOString(), content: bin }), { code: 'may.not' })
  await publish(worker, secretary, { replaces: general, content: { question: pass.question, category: '养老', isNotForUs: true } })
  assert.equal((await asResident(here, east.area, pass.question)).hits.some(({ entry }) => entry === general), false)
  assert.deepEqual(heard(await asResident(here, west.area, pass.question)), ['answer', pass.answerShort])
})

test('what was found before is looked at again: what was withdrawn or has ended since is not told, whatever is remembered', async () => {
  const here = await openStreet()
  const { west, acceptor, shiftLeader } = here
  const id = await publish(acceptor, shiftLeader, { content: { ...pass, validTo: '2099-06-30' } })
  const other = await publish(acceptor, shiftLeader, { content: bin })
  assert.deepEqual(heard(await asResident(here, west.area, pass.question)), ['answer', pass.answerShort])
  city.setClock('2099-06-30T23:00:00+08:00')
  assert.deepEqual(heard(await asResident(here, west.area, pass.question)), ['answer', pass.answerShort])
  city.setClock('2099-07-01T00:01:00+08:00')
  const later = await asResident(here, west.area, pass.question)
  assert.equal(later.hits.some(({ entry }) => entry === id), false)
  assert.notEqual(later.band, 'answer')
  city.setClock(undefined)
  const settled = () => matchersOf({ installation: city.server.around.installation } as Ctx).settled()
  // What is still being read is that of the far day: the next question is the first to have it read anew.
  await settled()
  await shiftLeader.call('knowledge', 'withdraw', { id: other, reason: '不再上门' })
  assert.equal((await asResident(here, west.area, '旧沙发丢哪里')).hits.some(({ entry }) => entry === other), false, 'whether it was read anew already or not')
  await settled()
  assert.deepEqual((await asResident(here, west.area, '旧沙发丢哪里')).hits.map(({ entry }) => entry), [id])
})

test('other modules: cards by entry, a draft, other ways to ask', async () => {
  const here = await openStreet()
  const { east, acceptor, shiftLeader, worker } = here
  const [told, drafted] = [await publish(acceptor, shiftLeader, { content: pass }), (await acceptor.call('knowledge', 'write', { content: bin })).id]
  const { read, write } = tools(city.server.around, city.server.outside, city.server.log)
  assert.deepEqual([...(await read(east.area, (ctx) => cardsOf(ctx, [told, drafted])))].map(([id, card]) => [id, card.question]), [[told, pass.question]])
  assert.equal(await write(east.area, (ctx) => proposeSimilar(ctx, { entry: told, area: east.grids[0]!, texts: ['老年卡咋弄', ' 老年证在哪里办 ', '老年卡咋弄'] })), 1)
  const entry = await shiftLeader.call('knowledge', 'get', { id: told })
  assert.deepEqual(entry.proposals.map(({ text, areaName }) => [text, areaName]), [['老年卡咋弄', '东苑社区']])
  assert.deepEqual((await acceptor.call('knowledge', 'counts', {})).proposed, 1)
  const taken = await acceptor.call('knowledge', 'change', { id: told, seen: entry.changedAt, content: { ...pass, similar: [...pass.similar, '老年卡咋弄'] }, proposals: { taken: [entry.proposals[0]!.id] } })
  assert.deepEqual([taken.proposals, taken.status, taken.open, taken.draft?.no, taken.published?.no], [[], 'published', 'draft', 2, 1])
  const made = (await write(east.area, (ctx) => draftEntry(ctx, { area: east.area, question: '宠物可以进小区花园吗', answerShort: '牵绳可以。' })))!
  const seen = await worker.call('knowledge', 'get', { id: made.id })
  assert.deepEqual([seen.open, seen.ownerName, seen.draft?.content.answerShort], ['draft', '社区书记', '牵绳可以。'])
})

test('what has ended comes back to who sees to it: told fourteen days before, once, and at its end with who reviews there', async () => {
  const here = await openStreet()
  const { east, worker, secretary, neighbour } = here
  const id = await publish(worker, secretary, { content: { ...pass, validTo: day(20) } })
  const run = () => end.run(tools(city.server.around, city.server.outside, city.server.log), {} as never)
  const waiting = async ({ call }: Writer) => [(await call('knowledge', 'counts', {})).soon, (await call('knowledge', 'counts', {})).over, (await call('notice', 'list', {})).rows.map(({ kind, knowledge: of }) => [kind, of])]
  city.setClock(`${day(5)}T09:00:00+08:00`)
  await run()
  assert.deepEqual(await waiting(worker), [0, 0, []])
  city.setClock(`${day(6)}T09:00:00+08:00`)
  await run()
  await run()
  assert.deepEqual([await waiting(worker), await waiting(secretary)], [[1, 0, [['knowledgeSoon', id]]], [0, 0, []]])
  city.setClock(`${day(21)}T00:10:00+08:00`)
  assert.equal((await worker.call('knowledge', 'list', { term: 'over' })).rows[0]?.id, id, 'before the job has come')
  await run()
  await run()
  assert.deepEqual([await waiting(worker), await waiting(secretary), await waiting(neighbour)], [[0, 1, [['knowledgeExpired', id], ['knowledgeSoon', id]]], [0, 0, [['knowledgeExpired', id]]], [0, 0, []]])
  const ended = await worker.call('knowledge', 'get', { id })
  assert.deepEqual([ended.status, ended.published, ended.last?.no, ended.last?.versionTo, ended.steps], ['expired', null, 1, 2, ['change']])
  assert.deepEqual((await asResident(here, east.area, pass.question)).hits, [])
  const renewed = await worker.call('knowledge', 'change', { id, seen: ended.changedAt, content: { ...pass, validTo: day(90) } })
  await worker.call('knowledge', 'submit', { items: [{ id, no: renewed.draft!.no }] })
  assert.equal(await publishKnowledge(city, secretary, [{ id, no: 2 }]), 3)
  await matchersOf({ installation: city.server.around.installation } as Ctx).settled()
  assert.deepEqual(heard(await asResident(here, east.area, pass.question)), ['answer', pass.answerShort])
  city.setClock(undefined)
})

test('a former version becomes the draft again; a draft is given up; who looks sees all versions', async () => {
  const { worker, secretary } = await openStreet()
  const id = await publish(worker, secretary, { content: pass })
  const first = await worker.call('knowledge', 'get', { id })
  const second = await worker.call('knowledge', 'change', { id, seen: first.changedAt, note: '换了窗口', content: { ...pass, answerShort: '到 5 号窗口办。' } })
  assert.deepEqual([second.question, second.published?.content.answerShort, second.draft?.content.answerShort, second.draft?.note], [pass.question, pass.answerShort, '到 5 号窗口办。', '换了窗口'])
  await worker.call('knowledge', 'submit', { items: [{ id, no: 2 }] })
  await assert.rejects(worker.call('knowledge', 'change', { id, seen: (await worker.call('knowledge', 'get', { id })).changedAt, content: bin }), { code: 'knowledge.step-not-open' })
  assert.equal((await worker.call('knowledge', 'takeBack', { id, no: 2 })).draft?.status, 'draft')
  await worker.call('knowledge', 'submit', { items: [{ id, no: 2 }] })
  await publishKnowledge(city, secretary, [{ id, no: 2 }])
  const seen = (await worker.call('knowledge', 'get', { id })).changedAt
  const restored = await worker.call('knowledge', 'restore', { id, seen, no: 1 })
  assert.deepEqual([restored.draft?.no, restored.draft?.content.answerShort, restored.draft?.note], [3, pass.answerShort, '恢复第 1 版'])
  assert.deepEqual(await worker.call('knowledge', 'drop', { id, no: 3 }), { isGone: false })
  assert.deepEqual((await worker.call('knowledge', 'get', { id })).revisions.map(({ no, status, versionFrom, versionTo }) => [no, status, versionFrom, versionTo]), [[3, 'dropped', null, null], [2, 'published', 2, null], [1, 'past', 1, 2]])
  assert.equal((await worker.call('knowledge', 'revision', { id, no: 1 })).content.answerShort, pass.answerShort)
  const unborn = (await worker.call('knowledge', 'write', { content: bin })).id
  assert.deepEqual(await worker.call('knowledge', 'drop', { id: unborn, no: 1 }), { isGone: true })
  await assert.rejects(worker.call('knowledge', 'get', { id: unborn }), { code: 'not-found' })
})

test('a place says what it calls its things and how sure one has to be; it is tried out first, and holds there alone', async () => {
  const here = await openStreet()
  const { east, west, street, acceptor, shiftLeader, secretary, worker } = here
  await publish(acceptor, shiftLeader, { content: { question: '老年食堂几点开饭', category: '养老', answerShort: '中午十一点。' } })
  const [asked, own] = ['银龄餐桌', { terms: ['老年食堂、银龄餐桌'], thresholds: null }]
  const now = async (area: string) => {
    await asResident(here, area, asked)
    await matchersOf({ installation: city.server.around.installation } as unknown as Ctx).settled()
    return (await asResident(here, area, asked)).band
  }
  assert.equal(await now(east.area), 'hand-over')
  assert.equal((await secretary.call('knowledge', 'tryOut', { question: asked, area: east.area, matching: own })).band, 'answer')
  assert.equal(await now(east.area), 'hand-over', 'what is tried is not told')
  await assert.rejects(worker.call('knowledge', 'setMatching', { area: east.area, ...own }), { code: 'may.not' })
  await assert.rejects(secretary.call('knowledge', 'setMatching', { area: street.area, ...own }), { code: 'may.not' })
  await assert.rejects(secretary.call('knowledge', 'setMatching', { area: west.area, ...own }), { code: 'not-found' })
  await assert.rejects(secretary.call('knowledge', 'setMatching', { area: east.area, terms: ['老年食堂'], thresholds: null }), { code: 'input.invalid' })
  const set = await secretary.call('knowledge', 'setMatching', { area: east.area, ...own })
  assert.deepEqual([set.terms, set.thresholds, set.above.thresholds, set.changedBy], [['老年食堂 银龄餐桌'], null, { answer: 0.75, offer: 0.12 }, '书记'])
  assert.equal(await now(east.area), 'answer')
  assert.equal(await now(west.area), 'hand-over')
  await shiftLeader.call('knowledge', 'setMatching', { area: street.area, terms: [], thresholds: { answer: 0.99, offer: 0.9 } })
  assert.deepEqual((await secretary.call('knowledge', 'matching', { area: east.area })).above.thresholds, { answer: 0.99, offer: 0.9 })
  assert.equal(await now(east.area), 'offer')
  const { rows } = await city.owner.query(`select actor_name, details from journal where name = 'knowledge.matching-set' and subdistrict = $1 order by at, id`, [street.code])
  assert.deepEqual(rows.map(({ actor_name: by, details }) => [by, details.terms, details.thresholds]), [['书记', 1, null], ['值班长', 0, { answer: 0.99, offer: 0.9 }]])
})
