import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { contract, role, type Endpoint, type ModuleName, type Role } from '@linli/contract'
import { dayOf, makeIdentityNumber, readIdentityNumber } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import { openOutside, type OpenedOutside } from '../src/outside/open.ts'
import { openHome } from './block.ts'
import { openCity, type City } from './city.ts'
import type { Person, Subdistrict } from './city-people.ts'
import { settled } from './job.ts'
import { matrix, type World } from './matrix.ts'
import { pointIn } from './office.ts'
import { sendTable } from './table.ts'

/** Who is told what of somebody, asked of every endpoint there is by everybody there is: people next door are not told of at all, and numbers are masked. */
let outside: OpenedOutside
let city: City
let world: World
let street: Subdistrict
let sender: Person

/** Somebody with a number in every field that takes one, under a name that nobody else has. */
const number = makeIdentityNumber('339901', '1944-05-06', 77)
const known = {
  name: '公孙寻见', certificateNumber: number, phone: '13900007741', otherPhone: '13900007742', guardian: '公孙照看', guardianPhone: '13900007743', disabilityCard: `${number}43`, workplace: '寻见机械厂', careNote: '寻见需要助浴',
}
const card = '6222000011112345674'
/** Any part of it tells who lives there; a masked number does so as well to who may not know of them. */
const traces = [...Object.values(known), card, '139****7741', '139****7742', '139****7743', `339***********${number.slice(-4)}`, '13900007744', '139****7744']

before(async () => {
  outside = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null })
  city = await openCity({ outside: outside.outside, work: true })
  street = await city.subdistrict()
  const unit = await street.unit('环卫所')
  const [dispatcher, shiftLeader, resident] = [await street.staff('派遣员', 'dispatcher'), await street.staff('值班长', 'shiftLeader'), await street.resident('李例二', '13900007745')]
  const event = await resident.call('event', 'reportMine', { description: '楼道堆物', matter: '06036', point: pointIn(street, 0) })
  await city.owner.query(`update event set status = 'handling', unit = $1, unit_name = '环卫所', unit_kind = 'department' where id = $2`, [unit.id, event.id])
  const whistle = await dispatcher.call('whistle', 'blow', { area: street.communities[0]!.grids[0]!, kind: 'keyWork', urgency: 'ordinary', title: '联合检查', requirement: '全面检查', units: [unit.id], lead: unit.id })
  const { link } = await dispatcher.call('link', 'forward', { event: event.id, name: '临河物业', phone: '13900007746', request: '请修理', dueAt: new Date(Date.now() + 86_400_000).toISOString() })
  const reply = await shiftLeader.call('reply', 'write', { name: '已安排', text: '{事项}已安排处理。' })
  const governance = await dispatcher.call('governance', 'found', { matter: '06036', area: street.communities[0]!.area, reach: 'community' })
  const talk = await resident.call('reception', 'begin', { area: street.communities[0]!.area })
  const { ids } = await openHome(city, street)
  world = { street, event: event.id, link: link.id, whistle: whistle.id, reply: reply.id, governance: governance.id, talk: talk.id, ...ids, account: (await street.staff('被管理的人', 'leader')).id, unit: unit.id, area: street.communities[0]!.grids[0]! }
  await openKnown()
})
after(async () => {
  await city.close()
  await outside.close()
})

/** Their life in the base: a home, a claim, a likeness, a merge, a transfer asked for, a file, a frozen ledger, a request of their own. */
async function openKnown(): Promise<void> {
  const [home, next] = street.communities
  const [worker, other, secretary, steward] = [await street.staff('社工', 'socialWorker', home!.area), await street.staff('邻社工', 'socialWorker', next!.area), await street.staff('书记', 'secretary', home!.area), await street.staff('楼道长', 'steward', world.building)]
  sender = worker
  const { name: bank } = await secretary.call('field', 'add', { area: home!.area, kind: 'person', label: '补贴银行卡', type: 'bankCard', purpose: '发放补贴' })
  const at = { housing: world.housing }
  const { id, residencies: [residency] } = await worker.call('person', 'enter', { values: { ...known, [bank]: card, groups: ['01'] }, at, role: '02' })
  const { id: again } = await worker.call('person', 'enter', { values: { name: '赵另名', phone: '13900007744' }, at, role: '02' })
  await worker.call('person', 'merge', { keep: id, drop: again, keepRevision: 1, dropRevision: 1 })
  await steward.call('claim', 'propose', { person: id, values: { phone: '13900007744', workplace: known.workplace } })
  await other.call('transfer', 'ask', { number, at: { area: next!.area }, role: '03', reason: '租住本社区' })
  await worker.call('relation', 'enter', { kind: 'landlord', housing: world.housing, person: id })
  await worker.call('household', 'form', { at, values: { phone: '13900007743' }, members: [residency!.id], head: id })
  const { id: ledger } = await worker.call('ledger', 'save', { kind: 'ledger', name: '住户台账', area: home!.area, base: 'person', conditions: [], columns: [...Object.keys(known), bank].map((field) => ({ field, label: field })) })
  const { id: month } = await worker.call('ledger', 'freeze', { id: ledger, month: dayOf(new Date()) })
  const batch = await sendTable(city.http, worker, [['姓名', '证件号码', '电话', '服务处所'], [known.name, number, '13900007741', known.workplace], ['公孙照看', '3399', '13900007743', '']])
  await worker.call('rights', 'check', { id: world.rights, proof: 'card', person: id })
  await settled(city, 'intake')
  await settled(city, 'ledger')
  Object.assign(world, { person: id, ledger, month, batch })
}

/** What one may read of somebody without seeing that they are there. */
const searches = ['公孙寻见', '公孙', 'gsxj', 'gongsunxunjian', number.slice(-4), '7741', number, '13900007741', '13900007743', '示例苑1幢101室', '寻见机械厂']

interface Door { input: (world: World) => object, who: readonly Role[] | 'anyone' | 'signed-in' }

/** Each endpoint that lets such a post in, once, about this person; `find` for every one of the searches. @returns what was asked → what was told. */
async function askAll({ code, person }: Asker, kind: 'reads' | 'writes'): Promise<[name: string, told: string][]> {
  const told: [string, string][] = []
  for (const [module, endpoints] of Object.entries(contract) as [ModuleName, Record<string, Endpoint>][]) {
    for (const [name, endpoint] of Object.entries(endpoints)) {
      const { input: inputFor, who } = (matrix[module] as unknown as Record<string, Door>)[name]!
      // Whom it does not let in is told so by `matrix.test.ts`; some would sign out who asks, or lock them out.
      if (endpoint.kind !== kind || (typeof who !== 'string' && !who.includes(code)) || ['signOut', 'closeAccount', 'endSessions'].includes(name)) continue
      const right = inputFor(world)
      const inputs = 'text' in right && module === 'find' ? searches.map((text) => ({ ...right, text })) : [right]
      for (const input of inputs) told.push([`${module}.${name}`, await tell(person, `/api/${module}/${name}`, input)])
    }
  }
  return told
}

/** An answer as text, with what stands in the cells of a workbook it carries, and without what somebody typed into the search: that they did is on record. */
async function tell(person: Person, path: string, input: object): Promise<string> {
  const { status, body } = await person.raw(path, input)
  // A busy machine has told nothing yet.
  if (status === 503) return tell(person, path, input)
  const { xlsx, ...rest } = (body ?? {}) as { xlsx?: string }
  const sheets = xlsx === undefined ? '' : JSON.stringify((await readXlsx(Buffer.from(xlsx, 'base64'))).sheets.map(({ rows }) => rows))
  return (JSON.stringify(rest) + sheets).replaceAll(/text[\\":]+[^"\\]*(?=[\\"]+,[\\"]+limit)/g, '')
}

let units = 0
interface Asker { who: string, code: Role, person: Person }
const people = async (roles: readonly Role[], area: string, from: Subdistrict = street): Promise<Asker[]> => Promise.all(roles.map(async (code): Promise<Asker> => ({ who: `${code} of ${area}`, code, person:
  code === 'resident' ? await from.resident('李例二') : code === 'handler' ? await from.handler('经办人', await from.unit(`单位${units += 1}`)) : await from.staff(role[code], code, area) })))

test('an export with masked numbers has none that is whole', async () => {
  const { id } = await sender.call('ledger', 'askExport', { id: world.ledger, purpose: '核对' })
  const answer = await city.http.inject({ method: 'POST', url: '/api/ledger/file', payload: { id }, headers: { authorization: `Bearer ${sender.token}` } })
  const cells = JSON.stringify((await readXlsx(answer.rawPayload)).sheets.map(({ rows }) => rows))
  assert.deepEqual([cells.includes(known.name), wholeIn(cells)], [true, []])
})

test('whoever does not see where somebody lives is told nothing of them, whatever they ask and whatever they guess', async () => {
  const [home, next, third] = street.communities
  const elsewhere = await city.subdistrict()
  await city.owner.query(`insert into area (path, name, kind) values ($1, '示例苑2幢', 'building')`, [`${home!.grids[0]!}b0002/`])
  const writers = [...await people(['secretary', 'steward'], next!.area), ...await people(['gridWorker'], home!.grids[1]!), ...await people(['steward'], `${home!.grids[0]!}b0002/`), ...await people(['handler'], street.area)]
  const readers = [...await people(['secretary'], third!.area), ...await people(['secretary'], elsewhere.area, elsewhere), ...await people(['leader', 'acceptor', 'shiftLeader', 'dispatcher', 'resident', 'systemAdmin', 'securityAdmin', 'auditAdmin'], street.area)]
  for (const kind of ['reads', 'writes'] as const) {
    for (const asker of kind === 'reads' ? [...readers, ...writers] : writers) {
      for (const [name, told] of await askAll(asker, kind)) for (const trace of traces) assert.ok(!told.includes(trace), `${asker.who} is told ${trace} by ${name}: ${told.slice(Math.max(0, told.indexOf(trace) - 300), told.indexOf(trace) + 100)}`)
    }
  }
})

/** Where a whole number is told, and to whom: on record each time. */
const tellsWhole: Record<string, string> = {
  'person.reveal': 'for a purpose', 'household.reveal': 'for a purpose', 'enterprise.reveal': 'for a purpose', 'thing.reveal': 'for a purpose', 'housing.reveal': 'for a purpose', 'event.reveal': 'for a purpose', 'special.look': 'for a purpose', 'logbook.reveal': 'for a purpose',
  'rights.held': 'to be handed to the person themself', 'rights.copy': 'to be handed to the person themself', 'intake.faults': 'to who sent the file, to mend it', 'intake.toMend': 'to who sent the file, to mend it',
}

test('numbers are whole only where they are asked for with a purpose, by the person themself or who sent them in; all of that is on record', async () => {
  for (const name of Object.keys(tellsWhole)) {
    const [module, endpoint] = name.split('.') as [ModuleName, string]
    const { kind, sensitive } = (contract[module] as Record<string, Endpoint>)[endpoint]!
    assert.ok(kind === 'writes' || sensitive, `${name} leaves no trace`)
  }
  const everybody = [...await people(Object.keys(role) as Role[], street.area), ...await people(['secretary'], '/33/99/01/'), { who: 'who sent the file', code: 'socialWorker' as const, person: sender }]
  let seen = 0
  for (const kind of ['reads', 'writes'] as const) {
    for (const asker of everybody) {
      for (const [name, told] of await askAll(asker, kind)) {
        if (told.includes(known.name)) seen += 1
        if (tellsWhole[name] && (!name.startsWith('intake.') || asker.person === sender)) continue
        const whole = wholeIn(told)
        assert.deepEqual(whole, [], `${asker.who} is told by ${name}: ${told.slice(Math.max(0, told.indexOf(whole[0]!) - 200), told.indexOf(whole[0]!) + 60)}`)
      }
    }
  }
  // Who may see them does: a test that reads nothing finds nothing.
  assert.ok(seen > 50, `${seen}`)
})

test('the journal has no number that is whole, whatever was typed', async () => {
  await sender.call('person', 'alike', { name: known.name, certificateNumber: number, phone: '139 0000 7741', at: { housing: world.housing } })
  await sender.call('find', 'all', { text: number })
  const { rows } = await city.owner.query<{ name: string, told: string }>(`select name, details::text || subject || actor_name as told from journal where subdistrict = $1 or subdistrict = 0`, [street.code])
  assert.ok(rows.length > 500, `${rows.length}`)
  assert.deepEqual(rows.filter(({ told }) => wholeIn(told).length > 0).map(({ name, told }) => `${name} ${told}`), [])
})

test('signed out, nothing is told any more', async () => {
  const [{ person }] = await people(['socialWorker'], street.communities[0]!.area) as [Asker]
  assert.equal((await person.call('person', 'get', { id: world.person })).name, known.name)
  await person.call('identity', 'signOut', {})
  for (const [module, endpoints] of Object.entries(contract) as [ModuleName, Record<string, Endpoint>][]) {
    for (const [name, { may }] of Object.entries(endpoints)) if (may !== 'anyone') assert.equal((await person.raw(`/api/${module}/${name}`, (matrix[module] as unknown as Record<string, Door>)[name]!.input(world))).status, 401, `${module}.${name}`)
  }
})

/** Identity numbers, mobile phones and bank cards that stand whole in a text. */
function wholeIn(text: string): string[] {
  return (text.match(/(?<![0-9A-Za-z.])\d{11,20}[Xx]?(?![0-9A-Za-z])/g) ?? []).filter((one) => /^1[3-9]\d{9}$/.test(one) || /^62\d{14,17}$/.test(one) || one.startsWith(number) || readIdentityNumber(one, dayOf(new Date())).ok)
}
