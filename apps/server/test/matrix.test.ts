import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { contract, role, type ModuleName, type Role } from '@linli/contract'
import { openOutside, type OpenedOutside } from '../src/outside/open.ts'
import { openHome } from './block.ts'
import { openCity, type City } from './city.ts'
import type { Person, Subdistrict } from './city-people.ts'
import { matrix, type Expectation, type World } from './matrix.ts'
import { pointIn } from './office.ts'

type AnyExpectation = Expectation<'event', 'get'>

let outside: OpenedOutside
let city: City
let world: World
let ours: Record<Role, Person>
let neighbours: Record<Role, Person>
let above: Record<Role, Person>

before(async () => {
  outside = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null })
  city = await openCity({ outside: outside.outside })
  const street = await city.subdistrict()
  const next = await city.subdistrict()
  const unit = await street.unit('环卫所')
  ours = await everyone(street, street.area, unit.id)
  neighbours = await everyone(next, next.area, (await next.unit('环卫所')).id)
  above = await everyone(street, '/33/99/01/', unit.id)
  const reported = await ours.resident.call('event', 'reportMine', { description: '楼道堆物', matter: '06036', point: pointIn(street, 0) })
  const account = (await street.staff('被管理的人', 'leader')).id
  const whistle = await ours.dispatcher.call('whistle', 'blow', { area: street.communities[0]!.grids[0]!, kind: 'keyWork', urgency: 'ordinary', title: '联合检查', requirement: '全面检查', units: [unit.id], lead: unit.id })
  const handled = await ours.resident.call('event', 'reportMine', { description: '楼道灯坏了', matter: '06036', point: pointIn(street, 0) })
  await city.owner.query(`update event set status = 'handling', unit = $1, unit_name = '环卫所', unit_kind = 'department' where id = $2`, [unit.id, handled.id])
  const { link } = await ours.dispatcher.call('link', 'forward', { event: handled.id, name: '临河物业', request: '请修理', dueAt: new Date(Date.now() + 86_400_000).toISOString() })
  const reply = await ours.shiftLeader.call('reply', 'write', { name: '已安排', text: '{事项}已安排处理。' })
  const governance = await ours.dispatcher.call('governance', 'found', { matter: '06036', area: street.communities[0]!.area, reach: 'community' })
  await ours.dispatcher.call('governance', 'take', { id: governance.id, take: { step: 'plan', cause: '没有投放点', measure: '增设投放点', unit: unit.id, targetOn: '2099-01-01' } })
  const talk = await ours.resident.call('reception', 'begin', { area: street.communities[0]!.area })
  const { ids } = await openHome(city, street)
  world = { street, event: reported.id, link: link.id, whistle: whistle.id, reply: reply.id, governance: governance.id, talk: talk.id, ...ids, account, unit: unit.id, area: street.communities[0]!.grids[0]! }
  // The unit's people see what was sent to them.
  await city.owner.query('update event set unit = $1, unit_name = $2, unit_kind = $3 where id = $4', [unit.id, '环卫所', 'department', reported.id])
})
after(async () => {
  await city.close()
  await outside.close()
})

async function everyone(street: Subdistrict, area: string, unit: string): Promise<Record<Role, Person>> {
  const people = await Promise.all((Object.keys(role) as Role[]).map(async (code): Promise<[Role, Person]> => [code,
    code === 'resident' ? await street.resident('李例二') : code === 'handler' ? await street.handler('经办人', { id: unit, name: '环卫所', area: street.area }) : await street.staff(role[code], code, area)]))
  return Object.fromEntries(people) as Record<Role, Person>
}

/** Answers that tell nothing of what lies next door. */
const hidden = ['may.not', 'not-found', 'input.invalid', 'event.place-unknown', 'unit.unknown']

for (const module of Object.keys(contract) as ModuleName[]) {
  for (const [endpoint, expected] of Object.entries(matrix[module]) as [string, AnyExpectation][]) {
    // Signing out would end the people of the other lines.
    if (endpoint === 'signOut') continue
    test(`${module}.${endpoint}`, async () => {
      const ask = (person: Person) => person.raw(`/api/${module}/${endpoint}`, expected.input(world))
      await nobodyIs(module, endpoint, expected)
      for (const code of Object.keys(role) as Role[]) {
        const isLetIn = typeof expected.who === 'string' || expected.who.includes(code)
        const atHome = await ask(ours[code])
        if (isLetIn) letIn(atHome, expected, `${code} at home`)
        else refused(atHome, 'may.not', code)
        if (isLetIn && !expected.open?.includes(code)) atTheNeighbours(await ask(neighbours[code]), expected, code)
        if (isLetIn && !['resident', 'handler'].includes(code) && code !== 'securityAdmin' && code !== 'systemAdmin') letIn(await ask(above[code]), expected, `${code} of the level above`)
      }
    })
  }
}

async function nobodyIs(module: string, endpoint: string, expected: AnyExpectation): Promise<void> {
  const answer = await city.http.inject({ method: 'POST', url: `/api/${module}/${endpoint}`, payload: expected.input(world) as object })
  if (expected.who === 'anyone') assert.notEqual(answer.json().code, 'sign-in.needed')
  else assert.deepEqual([answer.statusCode, answer.json().code], [401, 'sign-in.needed'], 'nobody in particular')
}

interface Answer { status: number, body: unknown }
const codeOf = ({ body }: Answer) => (body as { code?: string } | null)?.code

function letIn(answer: Answer, { otherwise = [] }: AnyExpectation, who: string): void {
  const isRight = answer.status === 200 || otherwise.includes(codeOf(answer) ?? '')
  assert.ok(isRight, `${who}: ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 300)}`)
}

const refused = (answer: Answer, code: string, who: string) => assert.deepEqual([answer.status, codeOf(answer)], [403, code], who)

function atTheNeighbours(answer: Answer, { neighbour, otherwise = [] }: AnyExpectation, who: string): void {
  if (neighbour === 'shared') return
  if (neighbour === 'hidden') {
    const isHidden = answer.status >= 400 && [...hidden, ...otherwise].includes(codeOf(answer) ?? '')
    return assert.ok(isHidden, `${who} next door: ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 300)}`)
  }
  const told = JSON.stringify(answer.body)
  for (const ofOurs of [world.event, world.link, world.whistle, world.reply, world.knowledge, world.governance, world.talk, world.building, world.housing, world.person, world.transfer, world.enterprise, world.household, world.relation, world.thing, world.claim, world.ledger, world.exported, world.month, world.batch, world.rights, world.account, world.unit, world.street.area]) assert.ok(!told.includes(ofOurs), `${who} next door is told of ${ofOurs}`)
}
