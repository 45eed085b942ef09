import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventStep, type EventStatus, type EventStep, type ProblemBody } from '@linli/contract'
import { Take } from '@linli/contract/event'
import * as z from 'zod'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { tireless } from '../../../test/tireless.ts'
import { moves } from './rules.ts'
import { happened } from './words.ts'

/** Every step of the table of moves, told once: who takes it and where it leads; everybody else, elsewhere in the life, or with a word missing, is refused and nothing has changed. */
let city: City
let office: Awaited<ReturnType<typeof openOffice>> & { leader: Person, helper: Person }
let cancelled: string
let helperUnit: string
before(async () => {
  city = await openCity()
  city.setClock('2026-03-02T09:00:00+08:00')
  const open = await openOffice(city)
  const unit = await open.street.unit('综合执法队')
  helperUnit = unit.id
  office = { ...open, resident: await tireless(city, open.resident), leader: await open.street.staff('领导', 'leader'), helper: await open.street.handler('执法员', unit) }
  cancelled = await at('reported')
  await take('shiftLeader', cancelled, { step: 'cancel', reason: '不属实' })
})
after(() => city.close())

type Who = 'acceptor' | 'shiftLeader' | 'dispatcher' | 'handler' | 'checker' | 'resident' | 'leader' | 'helper'
type Told = Record<string, unknown> & { step: EventStep }
const everybody: Who[] = ['acceptor', 'shiftLeader', 'dispatcher', 'handler', 'checker', 'resident', 'leader', 'helper']

const raw = (who: Who, id: string, told: Told) => office[who].raw(`/api/event/take${who === 'resident' ? 'Mine' : ''}`, { id, take: told })
async function take(who: Who, id: string, told: Told): Promise<string> {
  const { status, body } = await raw(who, id, told)
  assert.equal(status, 200, `${who} ${told.step}: ${JSON.stringify(body)}`)
  return id
}

/** An event of the resident at a state of the straight way, and then further by these steps. */
async function at(until: Parameters<typeof toHandling>[1] extends { until?: infer S } | undefined ? NonNullable<S> : never, ...further: [Who, Told][]): Promise<string> {
  const id = await toHandling(office, { until })
  for (const [who, told] of further) await take(who, id, told)
  return id
}
const draft = async (who: 'resident' | 'checker') => (await office[who].call('event', who === 'resident' ? 'reportMine' : 'report', { description: '楼道堆物', matter: '06036', point: pointIn(office.street, 0), isDraft: true })).id
const another = () => at('reported')
const reason = '情况如此'
const suspension = { step: 'askSuspension', why: 'plan', until: '2026-12-31', reason } as const
const revisit = { step: 'revisit', isReached: true, isSolved: false, score: 2 } as const

interface Case { by: Who, event: () => Promise<string>, told?: object | (() => Promise<object>), from: EventStatus, to: EventStatus }

const cases: Partial<Record<EventStep, Case>> = {
  report: { by: 'resident', event: () => draft('resident'), from: 'draft', to: 'reported' },
  reportHandled: { by: 'checker', event: () => draft('checker'), told: { publicReply: '已当场清理' }, from: 'draft', to: 'selfHandled' },
  passSelf: { by: 'shiftLeader', event: handledOnTheSpot, from: 'selfHandled', to: 'closed' },
  failSelf: { by: 'shiftLeader', event: handledOnTheSpot, told: { reason }, from: 'selfHandled', to: 'reported' },
  askInfo: { by: 'acceptor', event: () => at('reported'), told: { question: '在几楼？' }, from: 'reported', to: 'needInfo' },
  answer: { by: 'resident', event: () => at('reported', ['acceptor', { step: 'askInfo', question: '在几楼？' }]), told: { text: '三楼' }, from: 'needInfo', to: 'reported' },
  sendVerify: { by: 'acceptor', event: () => at('reported'), from: 'reported', to: 'verifying' },
  confirm: { by: 'checker', event: () => at('reported', ['acceptor', { step: 'sendVerify' }]), from: 'verifying', to: 'accepted' },
  refute: { by: 'checker', event: () => at('reported', ['acceptor', { step: 'sendVerify' }]), told: { reason }, from: 'verifying', to: 'reported' },
  accept: { by: 'acceptor', event: () => at('reported'), from: 'reported', to: 'accepted' },
  relocate: { by: 'acceptor', event: () => at('reported'), told: async () => ({ area: office.street.communities[1]!.grids[0]! }), from: 'reported', to: 'reported' },
  merge: { by: 'acceptor', event: () => at('reported'), told: async () => ({ into: await another() }), from: 'reported', to: 'merged' },
  unmerge: { by: 'acceptor', event: async () => at('reported', ['acceptor', { step: 'merge', into: await another() }]), told: { reason }, from: 'merged', to: 'reported' },
  file: { by: 'shiftLeader', event: () => at('accepted'), from: 'accepted', to: 'filed' },
  dispatch: { by: 'dispatcher', event: () => at('filed'), told: async () => ({ unit: office.unit.id }), from: 'filed', to: 'dispatched' },
  recall: { by: 'dispatcher', event: () => at('dispatched'), told: { reason }, from: 'dispatched', to: 'filed' },
  split: { by: 'dispatcher', event: () => at('filed'), told: { parts: [{ description: '清垃圾', matter: '06010' }, { description: '修路灯', matter: '06012' }] }, from: 'filed', to: 'split' },
  return: { by: 'handler', event: () => at('dispatched'), told: { reason: 'duty', note: '不归我们' }, from: 'dispatched', to: 'filed' },
  sign: { by: 'handler', event: () => at('dispatched'), from: 'dispatched', to: 'handling' },
  handle: { by: 'handler', event: () => at('handling'), told: { note: '到场查看' }, from: 'handling', to: 'handling' },
  assist: { by: 'dispatcher', event: () => at('handling'), told: async () => ({ unit: helperUnit, days: 2 }), from: 'handling', to: 'handling' },
  assistDone: { by: 'helper', event: () => at('handling', ['dispatcher', { step: 'assist', unit: helperUnit, days: 2 }]), told: { result: '已劝离' }, from: 'handling', to: 'handling' },
  askExtension: { by: 'handler', event: () => at('handling'), told: { amount: 1, reason }, from: 'handling', to: 'handling' },
  approveExtension: { by: 'dispatcher', event: () => at('handling', ['handler', { step: 'askExtension', amount: 1, reason }]), from: 'handling', to: 'handling' },
  askSuspension: { by: 'handler', event: () => at('handling'), told: suspension, from: 'handling', to: 'handling' },
  approveSuspension: { by: 'dispatcher', event: () => at('handling', ['handler', suspension]), from: 'handling', to: 'suspended' },
  resume: { by: 'handler', event: () => at('handling', ['handler', suspension], ['dispatcher', { step: 'approveSuspension' }]), from: 'suspended', to: 'handling' },
  askCancel: { by: 'acceptor', event: () => at('reported'), told: { reason }, from: 'reported', to: 'reported' },
  approveCancel: { by: 'shiftLeader', event: () => at('reported', ['acceptor', { step: 'askCancel', reason }]), from: 'reported', to: 'cancelled' },
  refuse: { by: 'dispatcher', event: () => at('handling', ['handler', { step: 'askExtension', amount: 1, reason }]), told: { reason }, from: 'handling', to: 'handling' },
  transfer: { by: 'dispatcher', event: () => at('filed'), told: { to: '区住建局', reason }, from: 'filed', to: 'transferred' },
  takeBack: { by: 'dispatcher', event: () => at('filed', ['dispatcher', { step: 'transfer', to: '区住建局', reason }]), told: { publicReply: '已责令整改' }, from: 'transferred', to: 'feedback' },
  feedback: { by: 'handler', event: () => at('handling'), told: { publicReply: '已清运' }, from: 'handling', to: 'feedback' },
  check: { by: 'checker', event: () => at('feedback'), from: 'feedback', to: 'checked' },
  rework: { by: 'checker', event: () => at('feedback'), told: { reason }, from: 'feedback', to: 'dispatched' },
  revisit: { by: 'acceptor', event: () => at('checked'), told: { isReached: true, isSolved: true, score: 5 }, from: 'checked', to: 'revisited' },
  rate: { by: 'resident', event: () => at('checked'), told: { score: 5, isSolved: true }, from: 'checked', to: 'revisited' },
  rehandle: { by: 'acceptor', event: () => at('checked', ['acceptor', revisit]), told: { reason }, from: 'revisited', to: 'filed' },
  close: { by: 'shiftLeader', event: () => at('checked', ['acceptor', revisit]), from: 'revisited', to: 'closed' },
  reopen: { by: 'resident', event: () => at('checked', ['acceptor', revisit], ['shiftLeader', { step: 'close' }]), told: { reason }, from: 'closed', to: 'filed' },
  cancel: { by: 'shiftLeader', event: () => at('reported'), told: { reason }, from: 'reported', to: 'cancelled' },
  urge: { by: 'leader', event: () => at('handling'), from: 'handling', to: 'handling' },
  supervise: { by: 'leader', event: () => at('handling'), told: { text: '请三日内答复', days: 3 }, from: 'handling', to: 'handling' },
  replySupervision: { by: 'handler', event: () => at('handling', ['leader', { step: 'supervise', text: '请答复', days: 3 }]), told: { reply: '明日完成' }, from: 'handling', to: 'handling' },
  endSupervision: { by: 'leader', event: () => at('handling', ['leader', { step: 'supervise', text: '请答复', days: 3 }]), told: { isSatisfied: true }, from: 'handling', to: 'handling' },
  instruct: { by: 'leader', event: () => at('handling'), told: { text: '抓紧办' }, from: 'handling', to: 'handling' },
  mark: { by: 'leader', event: () => at('handling'), told: { isUrgent: true }, from: 'handling', to: 'handling' },
}

async function handledOnTheSpot(): Promise<string> {
  return (await office.checker.call('event', 'report', { description: '小广告', matter: '07001', point: pointIn(office.street, 0), handled: { publicReply: '已当场清理' } })).id
}

/** Who may take it here, as each is shown. */
async function offeredTo(who: Who, id: string): Promise<EventStep[]> {
  const { body } = await office[who].raw(`/api/event/get${who === 'resident' ? 'Mine' : ''}`, { id })
  return (body as { steps?: EventStep[] }).steps ?? []
}

const stored = async (id: string) => (await city.owner.query('select to_jsonb(event) as event, (select count(*)::integer from journal where subject = $1::text) as told from event where id = $1::uuid', [id])).rows[0] as object

/** The fields a step cannot do without, by the contract. */
const schemas = (z.toJSONSchema(Take, { io: 'input' }) as unknown as { oneOf: { properties: { step: { const: EventStep } }, required: string[] }[] }).oneOf
const needed = (step: EventStep) => schemas.find(({ properties }) => properties.step.const === step)!.required.filter((field) => field !== 'step')

/** Steps that follow by themselves, or with a report that joins another: nobody can ask for them. */
const byThemselves: EventStep[] = ['join', 'closeAlong', 'beginPart', 'joinParts', 'unsplit']

test('every step of the table is told here, or follows by itself and cannot be asked for', async () => {
  assert.deepEqual((Object.keys(eventStep) as EventStep[]).filter((step) => !byThemselves.includes(step)), Object.keys(moves).filter((step) => step in cases))
  for (const step of byThemselves) for (const who of ['acceptor', 'dispatcher', 'resident'] as const) assert.equal((await raw(who, cancelled, { step })).status, 400, step)
})

for (const [step, { by, event, told, from, to }] of Object.entries(cases) as [EventStep, Case][]) {
  test(`${eventStep[step]} (${step}): who may, who may not, where not, and what is missing`, async () => {
    const id = await event()
    const words = { step, ...(typeof told === 'function' ? await told() : told) } as Told
    const unchanged = await stored(id)
    for (const field of needed(step)) {
      const { status, body } = await raw(by, id, Object.fromEntries(Object.entries(words).filter(([key]) => key !== field)) as Told)
      assert.deepEqual([status, (body as ProblemBody).code, (body as ProblemBody).fields?.[0]?.path], [400, 'input.invalid', `take.${field}`])
    }
    for (const who of everybody) {
      if ((await offeredTo(who, id)).includes(step)) continue
      assert.notEqual(who, by, `${by} is offered it`)
      const { status, body } = await raw(who, id, words)
      assert.ok(['event.step-not-open', 'not-found', 'may.not'].includes((body as ProblemBody).code), `${who}: ${status} ${JSON.stringify(body)}`)
    }
    const elsewhere = await raw(by, cancelled, words)
    assert.ok(['event.step-not-open', 'not-found'].includes((elsewhere.body as ProblemBody).code), JSON.stringify(elsewhere.body))
    assert.deepEqual(await stored(id), unchanged, 'what was refused changed nothing')
    await take(by, id, words)
    const { rows } = await city.owner.query(`select name, details ->> 'from' as "from", details ->> 'to' as "to" from journal where subject = $1 and name = $2`, [id, happened[step]])
    assert.deepEqual(rows.at(-1), { name: happened[step], from, to })
  })
}
