import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Output } from '@linli/contract'
import { sql } from 'kysely'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { runJob, settled } from '../../../test/job.ts'
import { pointIn } from '../../../test/office.ts'
import { openStreams } from '../../../test/streams.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

type Block = Awaited<ReturnType<typeof openBlock>>
const at = (moment: string) => city.setClock(`2026-03-${moment}:00+08:00`)

/** The rules that ship, as an office takes them over. */
async function publish({ street }: Block) {
  const admin = await street.staff('系统管理员', 'systemAdmin')
  const { rules, kinds, changedAt } = await admin.call('risk', 'draft', {})
  const draft = await admin.call('risk', 'saveDraft', { rules: rules.map(writtenOf), kinds, from: changedAt })
  const version = await admin.call('risk', 'publish', { from: draft.changedAt!, note: '完成影响评估' })
  await settled(city, 'risk.measure')
  const write = async (change: (rule: Rule) => object) => admin.call('risk', 'saveDraft', { rules: draft.rules.map((rule) => ({ ...writtenOf(rule), ...change(rule) })), kinds, from: (await admin.call('risk', 'draft', {})).changedAt })
  return { admin, rules: draft.rules, version, write }
}
type Rule = Output<'risk', 'draft'>['rules'][number]
const writtenOf = ({ id, name, factor, isOn, days, from, to, scale, weight, thresholds, owner, note, matters, groups }: Rule) => ({ id, name, factor, isOn, days, from, to, scale, weight, thresholds, owner, note, groups, matters: matters.map(({ code }) => code), areas: [] })

const report = async ({ worker, building }: Block, matter = 'B01') => (await worker.call('event', 'report', { description: '电动车飞线充电', matter, area: building, place: '2单元楼道' })).id

test('rules are tried out on the last month, published, warn, and the warning is seen to; why leads to the records', async () => {
  at('02T09:00')
  const block = await openBlock(city)
  const { street, worker, building, elsewhere } = block
  const leader = await street.staff('街道领导', 'leader')
  at('12T09:00')
  const first = [await report(block), await report(block), await report(block)]
  at('20T09:00')
  await report(block)
  const admin = await street.staff('管理员', 'systemAdmin')
  assert.equal((await leader.call('risk', 'board', {})).version, null, 'nothing is scored before an office has published')
  const tried = await admin.call('risk', 'tryOut', { kind: 'building' })
  assert.deepEqual([tried.now.warned, tried.draft.warned, tried.draft.followed, tried.rows.map((row) => [row.id, row.change, row.isFollowed])], [0, 1, 1, [[building, 'added', true]]])
  assert.equal((await admin.call('risk', 'tryOut', { kind: 'housing' })).cannotLookBack.includes('出租未登记'), true)
  const { rules, write } = await publish(block)

  const [scored] = (await leader.call('risk', 'list', { kind: 'building' })).rows
  assert.deepEqual([scored!.id, scored!.colour, scored!.warning !== null], [building, 'orange', true], JSON.stringify(scored))
  const why = await worker.call('risk', 'subject', { kind: 'building', id: building })
  const repeated = why.parts.find(({ factor }) => factor === 'building.repeated')!
  assert.deepEqual([repeated.value, repeated.points, repeated.colour, why.version, repeated.rule], [4, 20, 'yellow', 1, rules.find(({ factor }) => factor === 'building.repeated')!.id])
  assert.deepEqual(first.every((id) => repeated.records.some((record) => record.kind === 'event' && record.id === id)), true)
  assert.deepEqual(why.days.map(({ day, colour }) => [day, colour]), [['2026-03-20', 'orange']])
  await assert.rejects(elsewhere.worker.call('risk', 'subject', { kind: 'building', id: building }), { code: 'not-found' })
  assert.deepEqual((await elsewhere.worker.call('risk', 'list', { kind: 'building' })).rows, [])
  assert.equal((await leader.call('risk', 'board', {})).kinds.find(({ kind }) => kind === 'building')!.counts.orange, 1)

  const { rows: [waiting] } = await worker.call('risk', 'warnings', { isMine: true })
  assert.deepEqual([waiting!.role, waiting!.colour, waiting!.dueAt], ['socialWorker', 'orange', new Date('2026-03-25T17:30:00+08:00').toISOString()])
  assert.ok((await worker.call('notice', 'list', { kinds: ['riskWarned'] })).rows.some(({ risk }) => risk === waiting!.id))
  const { id } = waiting!
  await assert.rejects(elsewhere.worker.call('risk', 'dispose', { id, found: '无', done: '无' }), { code: 'not-found' })
  await assert.rejects(leader.call('risk', 'dispose', { id, found: '无', done: '无' }), { code: 'may.not' })
  const { event } = await worker.call('risk', 'dispose', { id, found: '二楼平台拉线充电', done: '当场拆除，劝业主用充电棚', event: { matter: 'B01', description: '2 单元反复飞线充电，请增设充电棚' } })
  assert.equal((await worker.call('event', 'get', { id: event!.id })).number, event!.number)
  await assert.rejects(worker.call('risk', 'mistake', { id, reason: 'data' }), { code: 'risk.not-open' })

  // What was seen to is quiet about the same; worse than that warns again.
  for (let more = 0; more < 4; more += 1) await report(block)
  at('20T10:00')
  await runJob(city, 'risk.move')
  // What was moved by what changed is what measuring everything says.
  const standing = async () => (await city.owner.query('select kind, subject, area, score, colour, parts from risk_score where subdistrict = $1 order by 1, 2', [street.code])).rows
  const moved = await standing()
  await runJob(city, 'risk.measure')
  assert.deepEqual(await standing(), moved)
  const { rows: [again] } = await worker.call('risk', 'warnings', { state: 'open' })
  assert.deepEqual([again!.colour, again!.subject], ['red', building])
  await assert.rejects(worker.call('risk', 'mistake', { id: again!.id, reason: 'other' }), { code: 'input.invalid' })
  await worker.call('risk', 'mistake', { id: again!.id, reason: 'normal', note: '同一户多次上报' })
  const { rows: outcomes } = await admin.call('risk', 'outcomes', {})
  assert.deepEqual(outcomes.filter(({ rule }) => rule === repeated.rule).map((one) => [one.warned, one.disposed, one.mistaken, one.events]), [[2, 1, 1, 1]])

  // Learned from by the rule: the change is tried before it holds.
  const changed = await write((rule) => (['building.perUnits', 'building.repeated'].includes(rule.factor) ? { isOn: false } : {}))
  const preview = await admin.call('risk', 'tryOut', { kind: 'building' })
  assert.deepEqual([preview.now, preview.draft.warned, preview.rows.map(({ change }) => change)], [{ warned: 1, followed: 1, mistaken: 1 }, 0, ['dropped']])
  await admin.call('risk', 'publish', { from: changed.changedAt!, note: '' })
  await settled(city, 'risk.measure')
  assert.deepEqual((await leader.call('risk', 'list', { kind: 'building', colours: ['red', 'orange'] })).rows, [])
  await admin.call('risk', 'goBack', { no: 1 })
  await settled(city, 'risk.measure')
  assert.deepEqual((await worker.call('risk', 'list', { kind: 'building' })).rows.map(({ colour }) => colour), ['red'])
  await assert.rejects(admin.call('risk', 'publish', { from: changed.changedAt!, note: '' }), { code: 'risk.draft-changed' })

  // Thirty days later it is read whether it helped.
  city.setClock('2026-04-21T09:00:00+08:00')
  await runJob(city, 'risk.measure')
  const { effect } = await worker.call('risk', 'warning', { id })
  assert.equal(effect!.colour, 'red')
  const { rows } = await city.owner.query(`select name, count(*)::integer as times from journal where subdistrict = $1 and name like 'risk.%' group by 1 order by 1`, [street.code])
  const times = new Map(rows.map(({ name, times: n }) => [name, n]))
  assert.deepEqual([times.get('risk.published'), times.get('risk.went-back'), times.get('risk.disposed'), times.get('risk.mistaken')], [2, 1, 1, 1])
  city.setClock(undefined)
})

test('an open board, also of a community, is told when places were measured anew, and not when nothing changed', async () => {
  at('02T09:00')
  const block = await openBlock(city)
  await publish(block)
  const screens = await openStreams(city, [await block.street.staff('街道领导', 'leader'), block.worker])
  const heard = () => screens.told.filter((message) => message === JSON.stringify({ topic: 'risk', id: block.street.area })).length
  try {
    at('20T09:00')
    await report(block)
    await runJob(city, 'risk.move')
    await eventually(async () => assert.equal(heard(), 2))
    at('20T10:00')
    await runJob(city, 'risk.move')
    await report(block)
    await runJob(city, 'risk.move')
    await eventually(async () => assert.equal(heard(), 4))
  } finally {
    await screens.close()
  }
})

test('who is cared for has a score that few see; every look is written down, the street is told no small number, and nothing is done to them', async () => {
  at('02T09:00')
  const block = await openBlock(city)
  const { street, worker, units: [home, next], elsewhere } = block
  const enter = async (values: object) => (await worker.call('person', 'enter', { values: { name: '王示一', ...values }, at: { housing: home! }, role: '01' }))
  const { id: elder } = await enter({ birth: '1940-01-01', groups: ['01'] })
  const { id: young } = await worker.call('person', 'enter', { values: { name: '李例二', birth: '1990-01-01' }, at: { housing: next! }, role: '01' })
  const [grid, leader, secretary, above] = [await street.staff('网格员', 'gridWorker', street.communities[0]!.area), await street.staff('街道领导', 'leader'), await street.staff('书记', 'secretary', street.communities[0]!.area), await street.staff('驻街道社工', 'socialWorker')]
  at('09T10:00')
  await publish(block)

  const why = await worker.call('risk', 'careSubject', { kind: 'person', id: elder })
  assert.deepEqual([why.colour, why.parts.map(({ factor, value, colour }) => [factor, value, colour])], ['red', [['person.noContact', 7, 'red']]])
  assert.deepEqual((await worker.call('risk', 'care', { kind: 'person' })).rows.map(({ id }) => id), [elder])
  for (const person of [grid, leader]) await assert.rejects(person.call('risk', 'careSubject', { kind: 'person', id: elder }), { code: 'may.not' })
  // Named for the whole street does not do, next door neither; who is not cared for has none.
  for (const person of [above, elsewhere.worker]) {
    await assert.rejects(person.call('risk', 'careSubject', { kind: 'person', id: elder }), { code: 'not-found' })
    assert.deepEqual([(await person.call('risk', 'care', { kind: 'person' })).rows, (await person.call('risk', 'careWarnings', {})).rows], [[], []])
  }
  await assert.rejects(worker.call('risk', 'careSubject', { kind: 'person', id: young }), { code: 'not-found' })
  await assert.rejects(worker.call('risk', 'subject', { kind: 'person' as never, id: elder }), { code: 'input.invalid' })
  const seen = async (person: typeof leader) => (await person.call('risk', 'board', {})).kinds.find(({ kind }) => kind === 'person')!
  assert.deepEqual([(await seen(leader)).counts.red, (await seen(leader)).mayOpen, (await seen(leader)).warnings, (await seen(worker)).counts.red], [null, false, 0, 1])
  const { rows: looks } = await city.owner.query(`select details ->> 'id' as id, actor_name from journal where subdistrict = $1 and name = 'risk.careSubject.looked'`, [street.code])
  assert.deepEqual(looks, [{ id: elder, actor_name: '社工' }])

  // Whoever asks what is known of them is told their score and why.
  const { id: request } = await worker.call('rights', 'take', { kind: 'see', area: street.communities[0]!.area, name: '王示一', phone: null, wish: '查看' })
  await worker.call('rights', 'check', { id: request, proof: 'card', person: elder })
  const { sections } = await worker.call('rights', 'held', { id: request })
  assert.deepEqual(sections.filter(({ title }) => title.includes('风险')).flatMap(({ lines }) => lines.map(({ label, value }) => `${label}：${value}`)), ['2026-03-09 红色 40 分：独居高龄老人多日没有联系：7 天'])

  // Nobody came: it goes to the secretary, and no further. Whoever is told learns neither who nor why.
  const { rows: [waiting] } = await worker.call('risk', 'careWarnings', { isMine: true })
  at('11T10:00')
  await runJob(city, 'risk.move')
  const late = await secretary.call('risk', 'careWarning', { id: waiting!.id })
  assert.deepEqual([late.role, late.isOverdue, late.escalations], ['secretary', true, 1])
  const { rows: [told] } = await secretary.call('notice', 'list', { kinds: ['careEscalated'] })
  assert.deepEqual([told!.title, told!.risk, JSON.stringify(told).includes('王示一')], ['关爱对象预警', waiting!.id, false])
  assert.deepEqual((await grid.call('notice', 'list', { kinds: ['careEscalated', 'careWarned'] })).rows, [])
  await assert.rejects(grid.call('risk', 'dispose', { id: waiting!.id, found: '无', done: '无' }), { code: 'not-found' })
  await assert.rejects(secretary.call('risk', 'warning', { id: waiting!.id }), { code: 'not-found' })

  // Met at the door: minutes later the score says so; the warning waits for what was found.
  await worker.call('doorstep', 'confirm', { housing: home!, people: [elder] })
  await runJob(city, 'risk.move')
  assert.deepEqual((await worker.call('risk', 'careSubject', { kind: 'person', id: elder })).colour, 'green')
  await assert.rejects(secretary.call('risk', 'dispose', { id: waiting!.id, found: '老人在女儿家', done: '电话确认平安', photos: ['00000000-0000-7000-8000-000000000000'] }), { code: 'input.invalid' })
  await secretary.call('risk', 'dispose', { id: waiting!.id, found: '老人在女儿家', done: '电话确认平安' })
  assert.equal((await worker.call('person', 'get', { id: elder })).standing, 'present')
  const { rows: [kept] } = await city.owner.query(`select string_agg(details::text, ' ') as told from journal where subdistrict = $1 and name in ('risk.warned', 'risk.escalated', 'risk.disposed')`, [street.code])
  assert.equal(/王示一|女儿/.test(kept.told) || kept.told.includes(elder), false)

  // Kept as long as the register says, and swept by the server over the whole office alone.
  const sweep = (area: string) => city.server.around.database.transact({ role: 'staff', areas: [area] }, 'write', async (db) => (await sql<{ removed: number }>`select risk_sweep(${street.code}, ${new Date('2027-04-01')}, 100) as removed`.execute(db)).rows[0]!.removed)
  assert.deepEqual([await sweep(street.communities[0]!.area), (await sweep(street.area)) >= 2], [0, true])
  assert.deepEqual((await worker.call('risk', 'careSubject', { kind: 'person', id: elder })).warnings, [])
  // Whose name is forgotten has no score either.
  const { rows: [stands] } = await city.owner.query(`update person set name = '（已清理）' where id = $1 returning area`, [elder])
  await city.server.jobs.boss.send('risk/person.forgotten', { subject: elder, area: stands.area })
  await settled(city, 'risk/person.forgotten')
  assert.deepEqual((await city.owner.query('select from risk_score where subject = $1', [elder])).rowCount, 0)
  city.setClock(undefined)
})

test('homes, places, things, grids and households are measured by what is registered and reported there', async () => {
  at('02T09:00')
  const block = await openBlock(city)
  const { street, worker, building, units: [home, , rented] } = block
  const grid = street.communities[0]!.grids[0]!
  const enter = (name: string, housing: string, values: object = {}) => worker.call('person', 'enter', { values: { name, ...values }, at: { housing }, role: '03' })
  await worker.call('housing', 'change', { id: rented!, revision: 1, values: { state: '02' } })
  await enter('王示零', rented!, { populationKind: '02' })
  const { id: carer, residencies: [residency] } = await enter('李例二', home!, { groups: ['11'] })
  const { id: other, residencies: [second] } = await enter('李例三', home!, { groups: ['12'] })
  const { id: household } = await worker.call('household', 'form', { at: { housing: home! }, members: [residency!.id, second!.id], head: carer })
  const { id: market } = await worker.call('enterprise', 'enter', { values: { name: '示例农贸市场', placeKinds: ['01'] }, at: { area: building } })
  const { id: lamp } = await worker.call('thing', 'enter', { values: { name: '路灯', kind: '01037' }, point: pointIn(street, 0) })
  at('19T09:00')
  for (const name of ['王示一', '王示二', '王示三', '王示四', '王示五']) await enter(name, rented!, { populationKind: '02' })
  const told = (place: string, rest: { matter: string, area?: string, point?: { lng: number, lat: number } }) => worker.call('event', 'report', { description: '示例情况', place, ...rest })
  for (let times = 0; times < 3; times += 1) {
    await told('示例农贸市场门口', { matter: '06036', area: building })
    await told('1单元201室', { matter: '06036', area: building })
    await told('路灯旁', { matter: '01037', point: pointIn(street, 0) })
  }
  // Another entrance, another room, and whoever reported in confidence say nothing of that door.
  await told('2单元201室', { matter: '06036', area: building })
  await told('1单元2013室', { matter: '06036', area: building })
  at('20T09:00')
  await publish(block)
  const parts = async (kind: 'housing' | 'enterprise' | 'thing' | 'grid', id: string) => (await worker.call('risk', 'subject', { kind, id })).parts.map(({ factor, value }) => `${factor} ${value}`)
  assert.deepEqual((await parts('housing', rented!)).toSorted(), ['housing.crowded 6', 'housing.unfiled 1'])
  assert.deepEqual([await parts('enterprise', market), await parts('thing', lamp)], [['enterprise.events 3'], ['thing.events 3']])
  // Five newcomers in a week after one in eight: (5 − 0.125) ÷ 1.
  assert.deepEqual(await parts('grid', grid), ['grid.surge 4.9'])
  const of = await worker.call('risk', 'careSubject', { kind: 'household', id: household })
  assert.deepEqual(of.parts.map(({ factor, value }) => `${factor} ${value}`).toSorted(), ['household.cared 2', 'household.events 3'])
  assert.equal(JSON.stringify(of.parts).includes('李例'), false)
  await worker.call('person', 'change', { id: other, revision: 1, values: { groups: [] } })
  await runJob(city, 'risk.move')
  assert.deepEqual((await worker.call('risk', 'careSubject', { kind: 'household', id: household })).parts.map(({ factor }) => factor), ['household.events'])
  city.setClock(undefined)
})
