import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, test } from 'node:test'
import { contract, problems, role, type Endpoint, type ModuleName, type ProblemBody, type Role } from '@linli/contract'
import fc from 'fast-check'
import { newId } from '../src/kernel/id.ts'
import { hashToken } from '../src/kernel/session-cookie.ts'
import { openOutside, type OpenedOutside } from '../src/outside/open.ts'
import { openCity, type City } from './city.ts'
import type { Person } from './city-people.ts'
import { inputsOf, type Known } from './hostile.ts'
import { matrix } from './matrix.ts'
import { openOffice, pointIn } from './office.ts'
import { sendUp, takePhoto } from './photo.ts'

/**
 * Every endpoint is asked hostile things by those it is open to: the answer is what was promised or a problem, never a fault of ours, and
 * nothing has changed that the journal does not tell of. The same questions in every run.
 */
const runs = 12
const seed = 20260301

type Asker = { tokens: string[], asked: number }
let outside: OpenedOutside
let city: City
let known: Record<ModuleName, Known>
let askers: Partial<Record<Role, Asker>>
let begun: string
const refusedRequests: string[] = []

before(async () => {
  outside = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null })
  city = await openCity({ outside: outside.outside })
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
  const building = `${street.communities[0]!.grids[0]!}b0001/`
  await city.owner.query(`insert into area (path, name, kind) values ($1, '示例苑1幢', 'building')`, [building])
  const worker = await street.staff('社工', 'socialWorker')
  await worker.call('housing', 'add', { building, doors: [{ room: '101' }] })
  const [house] = (await worker.call('housing', 'chart', { building })).rows
  const person = await worker.call('person', 'enter', { values: { name: '王示一', phone: '13900000001' }, at: { housing: house!.id }, role: '01' })
  known = {
    identity: { ...common, phone: ['13900001234', '13900001235'], phoneCode: ['13900001234.1'], password: ['Words-of-2026'], new: ['Words-of-2026'] },
    account: { ...common, id: [account], account: [account], absent: [account], deputy: [acceptor.id], code: ['leader', 'steward'], post: [post], unit: [unit.id, null], area: [street.area] },
    organisation: { ...common, id: [unit.id], parent: [...areas, null], path: areas, code: ['004', 'b0001', '12'] },
    matter: { ...common, parent: ['B', 'Z1'], code: ['06010', 'Z1', 'Z2'], status: ['reported', 'accepted'] },
    calendar: common,
    dictionary: { ...common, table: ['sex'], code: ['1', 'own'], parent: [null] },
    routing: { ...common, matters: ['06', '06010'], areas, unit: [unit.id, null], words: ['路灯', '电动车 充电'], from: [null], id: [account], no: [0, 1], version: [1] },
    bookmark: { ...common, list: ['event'] },
    housing: { ...common, id: [house!.id], building: [building], room: ['101', '102'], revision: [1] },
    transfer: { ...common, id: [person.id], number: ['339901199001010014'], housing: [house!.id], area: [building], role: ['01'] },
    find: { ...common, text: ['王示', 'wsy', '0001', '3-2-501'] },
    person: { ...common, id: [person.id], area: [street.communities[0]!.grids[0]!, building], housing: [house!.id], residency: [person.residencies[0]!.id], role: ['01'], revision: [1, 2], no: [2], field: ['phone'], fields: ['phone'] },
    event: { ...common, id: events, into: events, joins: events },
    whistle: { ...common, id: whistles, event: events, lead: [unit.id], units: [unit.id, street.communities[0]!.unit.id], arriveBy: ['2026-12-31T09:00:00+08:00'] },
    notice: { ...common, id: notices },
    insight: { ...common, unit: [unit.id], part: ['reported', 'due', 'handled'], month: ['2026-01-01', '2026-02-01'], from: ['2026-01-01', '2026-03-02'], until: ['2026-12-31'] },
    desk: { ...common, id: events, ids: events },
    audit: { ...common, actor: [acceptor.id, '受理员'], subject: events },
    system: { ...common, queue: ['system.forget-photos'] },
  }
  askers = {
    acceptor: await asker(acceptor), shiftLeader: await asker(shiftLeader), dispatcher: await asker(dispatcher), handler: await asker(handler), gridWorker: await asker(checker), resident: await asker(resident),
    systemAdmin: await asker(await street.staff('系统', 'systemAdmin')), securityAdmin: await asker(await street.staff('安全', 'securityAdmin', '/')), auditAdmin: await asker(await street.staff('审计', 'auditAdmin')),
  }
  begun = (await city.owner.query('select pg_current_xact_id()::text as tx')).rows[0].tx
})
after(async () => {
  await city.close()
  await outside.close()
})

/** Somebody with many sessions, so that the limits of one do not end the questions. */
async function asker({ id }: Person): Promise<Asker> {
  const tokens = Array.from({ length: 10 }, () => randomBytes(32).toString('base64url'))
  for (const token of tokens) {
    await city.owner.query(`insert into session (id, token, account, device, address, since, last_seen, until, idle_seconds) values ($1, $2, $3, '', '', now(), '2020-01-01', '2100-01-01', 2000000000)`, [newId(), hashToken(token), id])
  }
  return { tokens, asked: 0 }
}

let asked = 0
async function ask(url: string, input: unknown, who: Asker | undefined): Promise<void> {
  asked += 1
  const authorization = who && `Bearer ${who.tokens[(who.asked += 1) % who.tokens.length]}`
  const answer = await city.http.inject({
    method: 'POST', url, payload: JSON.stringify(input), remoteAddress: `203.0.${asked >> 8 & 255}.${asked & 255}`, headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
  })
  const told = `${url} ${JSON.stringify(input).slice(0, 300)} → ${answer.statusCode} ${answer.body.slice(0, 300)}`
  if (answer.statusCode === 200) return
  const { code, status, request, detail, fields = [] } = answer.json<ProblemBody>()
  assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, told)
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, told)
  assert.deepEqual([problems[code]?.status, status], [answer.statusCode, answer.statusCode], told)
  // People read these words: no sentence of a library among them.
  for (const words of [detail ?? '', ...fields.map(({ message }) => message)]) assert.doesNotMatch(words, /[a-z]{5}/i, told)
  refusedRequests.push(request!)
}

// Roles and accounts come last: those who ask would lose what they may.
for (const module of (Object.keys(contract) as ModuleName[]).toSorted((one, other) => Number(one === 'account') - Number(other === 'account'))) {
  for (const [name, endpoint] of Object.entries(contract[module] as Record<string, Endpoint>)) {
    // Signing out would end the askers.
    if (name === 'signOut') continue
    test(`${module}.${name} is asked hostile things`, async () => {
      const { who } = (matrix[module] as Record<string, { who: readonly Role[] | string }>)[name]!
      for (const code of Object.keys(role) as Role[]) {
        const person = askers[code]
        if (!person || (typeof who !== 'string' && !who.includes(code))) continue
        const inputs = fc.sample(inputsOf(endpoint, known[module]), { numRuns: runs, seed })
        await Promise.all(inputs.map((input) => ask(`/api/${module}/${name}`, input, person)))
      }
      for (const input of fc.sample(inputsOf(endpoint, known[module]), { numRuns: who === 'anyone' ? runs : 2, seed: seed + 1 })) await ask(`/api/${module}/${name}`, input, undefined)
    })
  }
}

test('whatever changed, the journal tells of it in the same transaction', async () => {
  // A session notes when it was last used; a journal row is its own story.
  const { rows: tables } = await city.owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname !~ '^(journal|migration|session)'`)
  assert.ok(tables.length > 10)
  let changes = 0
  for (const { name } of tables) {
    const { rows: [row] } = await city.owner.query(`select count(*)::integer as changed, count(*) filter (where not exists (select from journal where tx::text = xmin::text))::integer as silent from ${name} where xmin::text::bigint > $1`, [begun])
    assert.equal(row.silent, 0, name)
    changes += row.changed
  }
  assert.ok(changes > 50, `${changes} rows changed`)
})

test('what was refused changed nothing but the count of wrong tries', async () => {
  const { rows } = await city.owner.query<{ name: string }>('select distinct name from journal where request = any ($1)', [refusedRequests])
  const counted = ['identity.sign-in-failed', 'identity.locked', 'identity.code-refused', 'identity.password-refused']
  assert.ok(refusedRequests.length > 1000)
  assert.deepEqual(rows.map(({ name }) => name).filter((name) => !counted.includes(name)), [])
})
