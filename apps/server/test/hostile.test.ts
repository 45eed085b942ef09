import assert from 'node:assert/strict'
import { after, before, test, type TestContext } from 'node:test'
import { contract, type ModuleName } from '@linli/contract'
import pino from 'pino'
import { newId } from '../src/kernel/id.ts'
import { openOutside, type OpenedOutside } from '../src/outside/open.ts'
import { openHome } from './block.ts'
import { openCity, type City } from './city.ts'
import { settled } from './job.ts'
import type { Known } from './hostile.ts'
import { openAsking, type Asking, type Sides } from './hostile-ask.ts'
import { atOnce, twice } from './hostile-order.ts'
import { openOffice, pointIn } from './office.ts'
import { sendUp, takePhoto } from './photo.ts'
import { seed } from './seed.ts'
import { watchWrites } from './watcher.ts'

/**
 * Every endpoint is asked hostile things by everybody: those it is open to, those it is not, the neighbours and nobody in particular. The answer is
 * what was promised or a problem, never a fault of ours; nothing has changed that the journal does not tell of; nobody is told of what is not theirs.
 * `npm run fuzz -- --seed 7 --seconds 600` asks the same as a run that printed 7, and then goes on, each round in a new sub-district.
 */
const seconds = Number(process.env.LINLI_FUZZ_SECONDS ?? 0)

let outside: OpenedOutside
let city: City
let asking: Asking
/** What the server logged as a fault of its own. */
const faults: string[] = []

before(async () => {
  outside = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null })
  city = await openCity({ outside: outside.outside, pace: { retryLimit: 0, retryDelay: 1, retryBackoff: false, lookSeconds: 1 }, log: pino({ level: 'error' }, { write: (line) => void faults.push(line) }) })
  const watched = await watchWrites(city)
  asking = await openAsking(city, watched)
  await openRound()
})
after(async () => {
  await city.close()
  await outside.close()
})

/** A sub-district with something of everything, the one next door, and what there is to ask about. */
async function openRound(): Promise<void> {
  const { street, unit, acceptor, handler, checker, resident, shiftLeader, dispatcher } = await openOffice(city)
  const report = (isDraft = false) => resident.call('event', 'reportMine', { description: '楼道堆物', matter: '06036', point: pointIn(street, 0), isDraft })
  const events = [await report(), await report(), await report(), await report(true), await report(), await report()].map(({ id }) => id)
  await city.owner.query(`update event set unit = $1, unit_name = '环卫所', unit_kind = 'department', status = 'handling' where id = $2`, [unit.id, events[1]])
  await city.owner.query(`update event set unit = $1, unit_name = '东苑社区', unit_kind = 'community', status = 'feedback' where id = $2`, [street.communities[0]!.unit.id, events[2]])
  const notices = [newId(), newId()]
  for (const [at, to] of [`'{event.accept}', null`, `'{}', '${unit.id}'`].entries()) {
    await city.owner.query(`insert into notice (subdistrict, id, area, kind, event, number, title, area_name, words, permissions, unit, at) select subdistrict, $2, area, 'warn', id, number, title, area_name, '', ${to}, now() from event where id = $1`, [events[1], notices[at]])
  }
  const account = (await street.staff('被管理的人', 'leader')).id
  const post = (await city.owner.query('select id from post where account = $1', [account])).rows[0].id
  const photos = [(await sendUp(city.http, acceptor, await takePhoto())).body.id, (await sendUp(city.http, resident, await takePhoto())).body.id]
  const areas = [street.area, ...street.communities[0]!.grids, '/33/99/01/']
  const point = pointIn(street, 0)
  const common: Known = {
    unit: [unit.id], photos, area: areas, matter: ['06010', 'A01'], role: ['acceptor', 'leader'], text: ['路灯', '路'], phone: ['13900001234', null], lng: [point.lng], lat: [point.lat], name: ['王示一'],
  }
  const blown = await Promise.all([true, false, false].map((isFor) => dispatcher.call('whistle', 'blow', { ...(isFor ? { event: events[0] } : { point }), kind: 'enforcement', urgency: 'urgent', title: '联合整治', requirement: '带齐装备', units: [unit.id, street.communities[0]!.unit.id], lead: unit.id })))
  const whistles = blown.map(({ id }) => id)
  const home = await openHome(city, street)
  const { building, housing, person, transfer, enterprise, household, relation, thing, document, likeness, twin, merge, mend, ledger, exported, month, batch } = home.ids
  const founded = await Promise.all(['06010', '06036'].map((matter) => dispatcher.call('governance', 'found', { matter, area: street.communities[0]!.area, reach: 'community' })))
  await dispatcher.call('governance', 'take', { id: founded[0]!.id, take: { step: 'plan', cause: '没有投放点', measure: '增设投放点', unit: unit.id, targetOn: '2099-01-01' } })
  const replies = [(await shiftLeader.call('reply', 'write', { name: '已安排', text: '{事项}已安排处理。' })).id]
  const forwarded = await Promise.all([1, 2].map(() => dispatcher.call('link', 'forward', { event: events[1]!, name: '临河物业', phone: '13900005678', request: '请修理', dueAt: new Date(Date.now() + 86_400_000).toISOString() })))
  const { id: talk } = await resident.call('reception', 'begin', { area: street.communities[0]!.area })
  const known: Record<ModuleName, Known> = {
    identity: { ...common, phone: ['13900001234', '13900001235'], phoneCode: ['13900001234.1'], password: ['Words-of-2026'], new: ['Words-of-2026'] },
    account: { ...common, id: [account], account: [account], absent: [account], deputy: [acceptor.id], code: ['leader', 'steward'], post: [post], unit: [unit.id, null], area: [street.area] },
    organisation: { ...common, id: [unit.id], parent: [...areas, null], path: areas, code: ['004', 'b0001', '12'] },
    atlas: { ...common, area: areas },
    zoning: { ...common, parent: areas, path: areas, into: areas, area: areas },
    mapping: common,
    matter: { ...common, parent: ['B', 'Z1'], code: ['06010', 'Z1', 'Z2'], status: ['reported', 'accepted'] },
    calendar: common,
    duty: { ...common, area: [street.communities[0]!.area, street.area], person: [acceptor.id, account], shift: ['office-1', 'office-2'], day: ['2026-12-01', '2099-01-02'] },
    attend: { ...common, person: [acceptor.id], area: [street.communities[0]!.area, street.area] },
    learning: { ...common, no: [1] },
    presence: { ...common, area: areas },
    board: { ...common, area: [street.communities[0]!.area, street.area], from: ['2026-01-01'], until: ['2026-12-31'] },
    dictionary: { ...common, table: ['sex'], code: ['1', 'own'], parent: [null] },
    routing: { ...common, matters: ['06', '06010'], areas, unit: [unit.id, null], person: [acceptor.id, null], rule: [null], which: ['sent', 'missent'], words: ['路灯', '电动车 充电'], from: [null], id: [account], no: [0, 1], version: [1] },
    risk: { ...common, kind: ['building', 'person'], id: [building, person], area: [street.area, street.communities[0]!.area], areas: [street.area], factor: ['building.events', 'person.noContact'], colours: ['red'], matters: ['B', 'B01'], groups: ['01'], from: [null, 1], to: [2, 5], no: [1], version: [1], scale: ['linear', 'step'], role: ['socialWorker'] },
    reply: { ...common, id: replies, matter: ['06010', '06'], matters: ['06', '06010'], steps: ['feedback'], text: ['{编号}已办结', '已清运'], area: areas },
    bookmark: { ...common, list: ['event'] },
    housing: { ...common, id: [housing], building: [building], room: ['101', '102'], revision: [1] },
    building: { ...common, id: [building], area: [building], revision: [0, 1], no: [2], field: ['use'], fields: ['use'] },
    person: { ...common, id: [person], area: [street.communities[0]!.grids[0]!, building], housing: [housing], residency: [home.residency], role: ['01'], revision: [1, 2], no: [2], field: ['phone'], fields: ['phone'], one: [person], other: [likeness], keep: [person], drop: [likeness], keepRevision: [1], dropRevision: [1], take: ['phone'], both: ['groups'], merge: [merge], isSomebodyElse: [likeness], name: ['王示一', '李例二'] },
    twin: { ...common, id: [twin] },
    transfer: { ...common, id: [transfer], number: [home.number], housing: [housing], area: [building, street.communities[1]!.area], role: ['01'] },
    household: { ...common, id: [household], area: [street.communities[0]!.grids[0]!, building], housing: [housing], members: [home.residency], head: [person, null], revision: [1, 2], no: [2], field: ['phone'], fields: ['phone'] },
    relation: { ...common, id: [relation], person: [person], enterprise: [enterprise], housing: [housing], building: [building] },
    enterprise: { ...common, id: [enterprise], area: [street.communities[0]!.grids[0]!, building], housing: [housing], revision: [1, 2], no: [2], field: ['phone'], fields: ['phone'] },
    thing: { ...common, id: [thing], area: [street.communities[0]!.grids[0]!, building], housing: [housing], owner: [unit.id, null], kind: ['01', '01076'], revision: [1, 2], no: [2], field: ['keeperPhone'], fields: ['state'] },
    document: { ...common, id: [document], person: [person], household: [household], housing: [housing], enterprise: [enterprise], thing: [thing], building: [building], reason: ['传错了'] },
    field: { ...common, kind: ['person', 'housing'], label: ['楼道照明', '备用联系人'], type: ['text', 'code'], field: ['phone'], area: [street.area, street.communities[0]!.area], sources: ['department', 'form'], options: ['甲', '乙'] },
    tag: { ...common, kind: ['person', 'thing'], id: [person, thing], name: ['重点关注', '志愿者'], tags: ['志愿者'], area: [street.area, street.communities[0]!.area] },
    special: { ...common, id: [home.ids.special], person: [person], kind: ['released', 'youth'], revision: [1, 2] },
    claim: { ...common, id: [home.ids.claim], person: [person], record: [person], residency: [home.residency], kind: ['person'], on: ['2026-03-01'], phone: ['13900000009'] },
    doorstep: { ...common, person: [person, likeness], id: [person], residency: [home.residency], housing: [housing], building: [building], household: [household, 'here', null], people: [person, likeness], role: ['01', '10'], revision: [1, 2], isSomebodyElse: [likeness], name: ['王示一', '李例二'] },
    ledger: { ...common, id: [ledger, exported, month], logbook: [home.ids.logbook, null], building: [building], ledger: [ledger], before: [month], now: [month], field: ['name', 'person.age', 'phone', 'housing.leaseUntil', 'enterprise.name', 'household.members', 'thing.owner', 'groups', 'place.area', 'owner.phone', null], value: ['-1y', 'thisMonth', 80, ['01'], true], area: [building, street.communities[0]!.area] },
    logbook: { ...common, id: [home.ids.logbook, home.ids.entry], logbook: [home.ids.logbook], template: ['00000000-0000-7000-8000-000001200001'], record: [housing, enterprise], named: ['示例小吃店', '示例苑1幢101'], about: ['housing', 'place'], area: [street.communities[0]!.area], values: [{ day: '2026-03-01' }], name: ['day'], field: ['day'], revision: [1, 2], photos: [[]] },
    quality: { ...common, people: [person, likeness], homes: [housing], mend: [mend], on: ['2026-03-02'], reason: ['02'] },
    find: { ...common, text: ['王示', 'wsy', '0001', '3-2-501', home.number] },
    intake: { ...common, id: [batch], kind: ['person', 'enterprise'], sheet: [0], columns: [[]], role: ['01', '02'], field: ['phone'], no: [2] },
    event: { ...common, id: events, into: events, joins: events },
    concern: { ...common, person: [person], household: [household], housing: [housing], enterprise: [enterprise], building: [building] },
    link: { ...common, event: events, id: forwarded.map(({ link }) => link.id), token: forwarded.map(({ address }) => address.split('/').at(-1)!), dueAt: [new Date(Date.now() + 86_400_000).toISOString()], phone: ['13900005678', ''] },
    whistle: { ...common, id: whistles, event: events, lead: [unit.id], units: [unit.id, street.communities[0]!.unit.id], arriveBy: ['2026-12-31T09:00:00+08:00'] },
    governance: { ...common, id: founded.map(({ id }) => id), events, event: events, targetOn: ['2099-01-01'] },
    notice: { ...common, id: notices },
    reception: { ...common, talk: [talk], entry: [account], area: [street.communities[0]!.area, street.area], text: ['居住证怎么办', '煤气味', '我要上报路灯坏了', '社区电话', '要带什么材料'], no: [1, 2] },
    indicator: { ...common, indicator: ['people', 'inTime30'], code: ['people', 'agedShare'], source: ['people', 'reports'], key: ['people', 'aged60', 'kind=02', 'reported'], dimension: ['age', 'group', 'matter'], area: [street.area, street.communities[0]!.area], level: ['community', 'building'], on: ['2026-03-01'], from: ['2026-01-01', '2026-03-02'], until: ['2026-04-01'], month: ['2026-01-01'], version: [0, 1], seen: [null], theme: ['people'], codes: [['people', 'inTime30']], beside: ['2026-01-01'] },
    bulletin: { ...common, rhythm: ['day', 'week', 'month', 'once'], kind: ['figures', 'table', 'pivot', 'trend'], code: ['people', 'inTime30'], codes: [['people', 'inTime30']], source: ['people', 'reports'], dimension: ['age', 'matter'], level: ['community', 'grid'], area: [street.area, street.communities[0]!.area], on: ['2026-03-01'], from: ['2026-01-01'], until: ['2026-02-01'], digest: ['0123456789abcdef'] },
    insight: { ...common, unit: [unit.id], part: ['reported', 'due', 'handled'], person: ['受理员'], month: ['2026-01-01', '2026-02-01'], from: ['2026-01-01', '2026-03-02'], until: ['2026-12-31'] },
    desk: { ...common, id: events, ids: events },
    sandtable: { ...common, area: [street.communities[0]!.area, building], ring: [[[119, 29], [131, 29], [125, 31]]], from: ['2026-01-01T00:00:00+08:00'], until: ['2026-01-20T00:00:00+08:00'], groups: ['01'] },
    knowledge: { ...common, id: [home.ids.knowledge], replaces: [home.ids.knowledge], area: [street.area, street.communities[0]!.area], person: [acceptor.id, null], no: [1, 2], matter: ['06010', null], category: ['养老', ''], question: ['老年证怎么办'], owner: ['东苑'], text: ['老年'], validFrom: ['2026-01-01', null], validTo: ['2099-01-01', null] },
    rights: { ...common, id: [home.ids.rights], person: [person, null], area: [street.communities[0]!.area], fields: ['phone', 'note', 'workplace'] },
    retention: { ...common, item: ['person.phone', null], until: ['2099-01-01', null] },
    processing: { ...common, item: ['person.phone', 'event.reporter'], version: [0, 1], keepMonths: [12, null] },
    audit: { ...common, actor: [acceptor.id, '受理员'], subject: events },
    system: { ...common, queue: ['system.forget-photos'] },
  }
  const next = await openOffice(city)
  const theirs = await next.resident.call('event', 'reportMine', { description: '隔壁街道的事', matter: '06036', point: pointIn(next.street, 0) })
  const theirWhistle = await next.dispatcher.call('whistle', 'blow', { point: pointIn(next.street, 0), kind: 'keyWork', urgency: 'ordinary', title: '隔壁的哨', requirement: '全面检查', units: [next.unit.id], lead: next.unit.id })
  const strangers = [theirs.id, theirWhistle.id, next.unit.id, (await next.street.staff('隔壁的人', 'leader')).id, (await sendUp(city.http, next.resident, await takePhoto())).body.id, next.street.area, events[1]!, whistles[1]!, account]
  const sides: Sides = { ours: { street, unit, staff: { acceptor, shiftLeader, dispatcher, handler, gridWorker: checker, resident } }, theirs: { street: next.street, unit: next.unit, staff: { resident: next.resident } } }
  await asking.begin(sides, { known, strangers, world: { street, event: events[0]!, whistle: whistles[0]!, governance: founded[0]!.id, reply: replies[0]!, talk, link: forwarded[0]!.link.id, ...home.ids, account, unit: unit.id, area: street.communities[0]!.grids[0]! } })
}

test('the seed of this run', (story: TestContext) => story.diagnostic(`seed ${seed}: npm run fuzz -- --seed ${seed}`))

for (const [module, name] of inOrder()) {
  test(`${module}.${name} is asked hostile things (seed ${seed})`, () => asking.ask(module, name, seed))
}

test(`submitted again: the same is done once, something else under the same key is refused (seed ${seed})`, () => twice(city, asking, seed))

test(`of steps that were meant for the same moment of one event at most one is taken (seed ${seed})`, () => atOnce(city, asking, seed))

test('photos are shown to those who see what they belong to, and before that to who took them', async () => {
  assert.ok(await asking.lookAtPhotos() > 0)
})

test('and on, round after round, as long as was asked for', { skip: seconds === 0 }, async (story) => {
  const end = Date.now() + seconds * 1000
  for (let round = seed + 1; Date.now() < end; round += 1) {
    story.diagnostic(`round with seed ${round}, ${asking.sum().asked} requests so far`)
    await openRound()
    for (const [module, name] of inOrder()) if (Date.now() < end) await asking.ask(module, name, round)
    await twice(city, asking, round)
    await atOnce(city, asking, round)
  }
})

test('all that was asked made no fault, also not afterwards in the jobs', async (story) => {
  await city.server.jobs.work(city.server.around, outside.outside)
  await settled(city, '')
  const { rows } = await city.owner.query<{ name: string, output: object }>(`select name, output from pgboss.job where state = 'failed' or name = 'dead'`)
  assert.deepEqual(rows, [])
  assert.deepEqual(faults, [])
  const { asked, refused, written } = asking.sum()
  story.diagnostic(`${asked} requests, ${refused} refused, ${written} rows written`)
  assert.ok(asked > 4000 && refused > 2000 && written > 200, `${asked} asked, ${refused} refused, ${written} written`)
})

/** Roles and accounts come last, or those who ask would lose what they may; signing out would end them. */
function inOrder(): [ModuleName, string][] {
  const modules = (Object.keys(contract) as ModuleName[]).toSorted((one, other) => Number(one === 'account') - Number(other === 'account'))
  return modules.flatMap((module) => Object.keys(contract[module]).filter((name) => name !== 'signOut').map((name): [ModuleName, string] => [module, name]))
}
