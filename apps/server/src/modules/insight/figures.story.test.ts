import { deepEqual, equal, ok, rejects } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { pointIn } from '../../../test/office.ts'
import { march, mondayOf, valuesOf } from './monday.fixture.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())
const { at, count, monday } = mondayOf(() => city)

/** Whatever is asked for: each number is that of the list behind it, however often one event was counted. */
async function sameAsListed(who: Person, filters: object, words: string): Promise<number> {
  const { figures, present } = await who.call('insight', 'figures', { ...march, ...filters })
  let counted = 0
  for (const { label, name, numerator, parts } of figures) {
    for (const part of parts) {
      const { rows } = await who.call('insight', 'events', { ...march, ...filters, part: part.name, limit: 100 })
      equal(rows.reduce((sum, { times }) => sum + times, 0), part.count, `${words}: ${label} ${part.name}`)
      equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'each event once')
      counted += part.count
    }
    equal(name === 'fileRightRate' ? numerator <= parts[0]!.count : numerator === parts[0]!.count, true, `${words}: ${label}`)
  }
  if ('person' in filters) return counted
  const { source, ...rest } = filters as { source?: string }
  const open = ['reported', 'needInfo', 'verifying', 'selfHandled', 'accepted', 'filed', 'dispatched', 'handling', 'suspended', 'split', 'transferred', 'feedback', 'checked', 'revisited'] as const
  const listed = async (more: object) => (await who.call('event', 'count', { ...rest, ...(source && { source: [source as never] }), ...more })).total
  deepEqual(present, { open: await listed({ status: open }), overdue: await listed({ status: open, isOverdue: true }), suspended: await listed({ status: ['suspended'] }), stock: await listed({ status: open, until: '2026-03-01T00:00:00+08:00' }) }, words)
  return counted
}

test('every number of every figure opens a list of as many, for street, community, unit, matter, class, source and person', async () => {
  const { street, unit, take, resident, acceptor, handler, checker, dispatcher, shiftLeader, late } = await monday()
  const other = await resident.call('event', 'reportMine', { description: '乱堆', matter: '06036', point: pointIn(street, 1) })
  await take(acceptor, other.id, { step: 'sendVerify', note: '请看一下' })
  at('13:40')
  const verifier = await street.staff('西苑网格员', 'gridWorker', street.communities[1]!.area)
  await take(verifier, other.id, { step: 'confirm', note: '属实', photos: [] })
  const patrolled = await checker.call('event', 'report', { description: '垃圾', matter: '06010', area: street.communities[0]!.grids[0]! })
  await take(acceptor, patrolled.id, { step: 'accept' })
  await take(shiftLeader, patrolled.id, { step: 'file' })
  await take(dispatcher, patrolled.id, { step: 'dispatch', unit: unit.id })
  await take(handler, patrolled.id, { step: 'return', reason: 'duty', note: '不归我们' })
  await take(dispatcher, patrolled.id, { step: 'dispatch', unit: unit.id })
  await take(handler, patrolled.id, { step: 'return', reason: 'duty', note: '还是不归我们' })
  await take(dispatcher, patrolled.id, { step: 'dispatch', unit: unit.id })
  await take(dispatcher, patrolled.id, { step: 'recall', reason: '派错了' })
  at('17:30')
  await take(handler, late, { step: 'feedback', publicReply: '已清运' })
  await take(checker, late, { step: 'check' })
  await count()
  const asked: [string, object][] = [
    ['street', {}], ['community', { area: street.communities[0]!.area }], ['other community', { area: street.communities[1]!.area }], ['unit', { unit: unit.id }], ['matter', { matter: '06010' }], ['class', { matter: '06' }],
    ['source', { source: 'resident' }], ['grid', { source: 'grid' }], ['person', { person: '派遣员' }], ['grid worker', { person: '网格员' }],
  ]
  // Somebody fresh for each: so many questions of one person are too many in a minute.
  for (const [words, filters] of asked) ok(await sameAsListed(await street.staff('街道领导', 'leader'), filters, words) > 0, words)
})

test('contact, revisits, patrol, shirking, and who took the steps of a post', async () => {
  const { street, leader, unit, take, resident, acceptor, handler, checker, dispatcher, shiftLeader, good } = await monday()
  at('12:00')
  const patrolled = await checker.call('event', 'report', { description: '垃圾', matter: '06010', area: street.communities[0]!.grids[0]! })
  const waiting = await resident.call('event', 'reportMine', { description: '没人理', matter: '06010', point: pointIn(street, 0) })
  at('13:40')
  await take(acceptor, patrolled.id, { step: 'accept' })
  await take(shiftLeader, patrolled.id, { step: 'file' })
  for (const _ of [1, 2]) {
    await take(dispatcher, patrolled.id, { step: 'dispatch', unit: unit.id })
    await take(handler, patrolled.id, { step: 'return', reason: 'duty', note: '不归我们' })
  }
  await take(dispatcher, patrolled.id, { step: 'dispatch', unit: unit.id })
  await take(dispatcher, patrolled.id, { step: 'recall', reason: '派错了' })
  at('17:30')
  await count()
  const told = await leader.call('insight', 'figures', march)
  // Of the three that residents reported two were accepted within the day; the good one was rated, so nobody has to be called.
  deepEqual(valuesOf(told, 'contactRate', 'visitRate', 'unvisited', 'patrol', 'patrolValidRate', 'shirked', 'patrolMissedRate', 'acceptRate', 'duplicate', 'recalled', 'replyRate'),
    { contactRate: 2 / 3, visitRate: 1, unvisited: 0, patrol: 2, patrolValidRate: 1, shirked: 1, patrolMissedRate: 2 / 3, acceptRate: 3 / 4, duplicate: 2, recalled: 1, replyRate: 1 / 2 })
  deepEqual((await leader.call('insight', 'events', { ...march, part: 'to_contact' })).rows.map(({ id }) => id).includes(waiting.id), true)
  at('18:00')
  deepEqual(valuesOf(told, 'handleRate', 'handleInTimeRate', 'handledInTimeRate', 'unhandled', 'closeStepInTimeRate', 'reworked_again'), { handleRate: 1 / 2, handleInTimeRate: 1 / 2, handledInTimeRate: 1, unhandled: 1, closeStepInTimeRate: 1, reworked_again: 0 })
  const { posts } = await leader.call('insight', 'posts', march)
  deepEqual(posts.map(({ label, rows }) => [label, rows.map(({ name, values }) => [name, values])]), [
    ['受理员', [['受理员', { acceptInTimeRate: 2 / 3, sendVerifyInTimeRate: null }]]], ['值班长', [['值班长', { fileInTimeRate: 1, fileRightRate: 1, closeStepInTimeRate: 1 }]]], ['派遣员', [['派遣员', { dispatchInTimeRate: 1, dispatchRightRate: 1 }]]],
    ['核查人', [['网格员', { verifyInTimeRate: null, checkInTimeRate: 1 }]]], ['网格员', [['网格员', { patrol: 2, patrolValidRate: 1 }]]],
  ])
  ok(good && !JSON.stringify(posts).includes('李例二'), 'residents hold no post')
})

test('people and ground are told by the administrator, and figures are divided by them', async () => {
  const { street, leader } = await monday()
  const admin = await street.staff('系统管理员', 'systemAdmin')
  at('17:00')
  await count()
  const per10k = async (area?: string) => (await leader.call('insight', 'figures', { ...march, area })).figures.find(({ name }) => name === 'reportedPer10k')!
  const [one, two, three] = street.communities.map(({ area }) => area)
  const set = (area: string, people: number) => admin.call('insight', 'setFact', { area, people, km2: 1.5, source: '人口普查', asOf: '2025-12-31' })
  await set(one!, 6000)
  deepEqual([(await per10k(one)).value, (await per10k(one)).denominator, (await per10k()).value], [5, 6000, null])
  await set(two!, 3000)
  await set(three!, 1000)
  await set(one!, 5000)
  deepEqual([(await per10k()).value, (await per10k()).denominator], [3 * 10_000 / 9000, 9000])
  deepEqual((await admin.call('insight', 'facts', {})).rows.map(({ areaName, people, changedBy }) => [areaName, people, changedBy]), [['东苑社区', 5000, '系统管理员'], ['西苑社区', 3000, '系统管理员'], ['南苑社区', 1000, '系统管理员']])
  await rejects(admin.call('insight', 'setFact', { area: one!, people: 1, km2: null, source: '猜的', asOf: '2027-01-01' }), { code: 'input.invalid' })
  await rejects(leader.call('insight', 'setFact', { area: one!, people: 1, km2: null, source: '猜的', asOf: '2025-01-01' }), { code: 'may.not' })
  const neighbour = await (await city.subdistrict()).staff('邻街管理员', 'systemAdmin')
  await rejects(neighbour.call('insight', 'setFact', { area: one!, people: 1, km2: null, source: '猜的', asOf: '2025-01-01' }), { code: 'not-found' })
  const { columns, rows } = await leader.call('insight', 'compare', { ...march, by: 'area' })
  deepEqual([columns.at(-1)!.label, rows[0]!.values.reportedPer10k, rows[0]!.ranks.reported], ['面积密度', 6, [1, null]])
  equal((await city.owner.query(`select from journal where name = 'insight.fact-set' and subdistrict = $1`, [street.code])).rowCount, 4)
})

test('the list behind an hour holds what was reported at that hour, and behind a frozen number what is counted for it today', async () => {
  const { street, leader, shiftLeader, resident, good, late } = await monday()
  at('14:05')
  const noon = (await resident.call('event', 'reportMine', { description: '下午的垃圾', matter: '06010', point: pointIn(street, 0) })).id
  await count()
  const { hours } = await leader.call('insight', 'structure', march)
  const at9 = await leader.call('insight', 'events', { ...march, part: 'reported', hour: 9 })
  deepEqual([hours[9], hours[14], at9.rows.length, at9.rows.filter(({ id }) => id === good || id === late).length], [3, 1, 3, 2])
  deepEqual((await leader.call('insight', 'events', { ...march, part: 'reported', hour: 14 })).rows.map(({ id }) => id), [noon])
  for (const [hour, many] of hours.entries()) equal((await leader.call('insight', 'events', { ...march, part: 'reported', hour })).rows.reduce((sum, { times }) => sum + times, 0), many, `${hour}`)
  await rejects(leader.call('insight', 'events', { ...march, part: 'reported', hour: 24 }), { code: 'input.invalid' })
  at('09:00', '2026-04-02')
  await count()
  await shiftLeader.call('insight', 'freeze', { month: '2026-03-01' })
  const { recount } = await leader.call('insight', 'frozen', { area: street.area, month: '2026-03-01' })
  for (const { name, part, numerator } of recount.filter(({ denominator }) => denominator === null)) {
    const { rows } = await leader.call('insight', 'events', { ...march, area: street.area, part, limit: 100 })
    equal(rows.reduce((sum, { times }) => sum + times, 0), numerator, name)
  }
})

test('首派准确率 is one formula and one number, in the statistics and beside the rules', async () => {
  const { street, leader, dispatcher, acceptor, shiftLeader, handler, resident, unit, take } = await monday()
  const other = await street.unit('市政所')
  at('12:00')
  const { id } = await resident.call('event', 'reportMine', { description: '派错了的', matter: '06010', point: pointIn(street, 0) })
  await take(acceptor, id, { step: 'accept' })
  await take(shiftLeader, id, { step: 'file' })
  await take(dispatcher, id, { step: 'dispatch', unit: unit.id })
  await take(handler, id, { step: 'return', reason: 'duty', note: '不归我们' })
  await take(dispatcher, id, { step: 'dispatch', unit: other.id })
  at('13:00')
  await count()
  const figure = (await leader.call('insight', 'figures', march)).figures.find(({ label }) => label === '首派准确率')!
  const { all, formula } = await dispatcher.call('routing', 'accuracy', { from: march.from, until: '2026-03-31' })
  // Of three sent for the first time one went to a second unit; what was sent twice to the same one was sent right.
  deepEqual([figure.value, figure.numerator, figure.denominator, all.rate, all.sent - all.missent, all.sent], [2 / 3, 2, 3, 2 / 3, 2, 3])
  ok(formula.includes(figure.formula.replace('派遣员：', '')) && formula.includes(`第 ${figure.version} 版`), formula)
})

test('closed too late by who closes, handled late, and done again twice: each is counted where the standard counts it', async () => {
  const { leader, take, handler, checker, shiftLeader, resident, street, late } = await monday()
  at('17:30')
  await take(handler, late, { step: 'feedback', publicReply: '已清运' })
  for (const day of ['2026-03-03', '2026-03-04']) {
    at('09:00', day)
    await take(checker, late, { step: 'rework', reason: '还有一堆' })
    await take(handler, late, { step: 'sign' })
    at('09:30', day)
    await take(handler, late, { step: 'feedback', publicReply: '已全部清运' })
  }
  await take(checker, late, { step: 'check' })
  await resident.call('event', 'takeMine', { id: late, take: { step: 'rate', score: 3, isSolved: true } })
  // Closing is due within a day; it is done a fortnight later.
  at('09:00', '2026-03-18')
  await take(shiftLeader, late, { step: 'close' })
  await count()
  const told = await leader.call('insight', 'figures', march)
  deepEqual(valuesOf(told, 'closeStepInTimeRate', 'reworked_again', 'handledInTimeRate'), { closeStepInTimeRate: 2 / 3, reworked_again: 1, handledInTimeRate: 3 / 4 })
  // Of the two that had to be handled both were, in the end within the limit of the last time.
  deepEqual(valuesOf(told, 'handleRate', 'handleInTimeRate'), { handleRate: 1, handleInTimeRate: 1 })
  const listed = await leader.call('insight', 'events', { ...march, area: street.area, part: 'reworked_again' })
  deepEqual(listed.rows.map(({ id, times }) => [id, times]), [[late, 1]])
})
