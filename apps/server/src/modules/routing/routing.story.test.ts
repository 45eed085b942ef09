import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Asked } from '@linli/contract'
import { addDays, dayOf } from '@linli/standards'
import { openCity, type City } from '../../../test/city.ts'
import type { Person } from '../../../test/city-people.ts'
import { openOffice, pointIn } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

type Rule = Asked<'routing', 'saveDraft'>['rules'][number]
const rule = (some: Partial<Rule>): Rule => ({ matters: [], areas: [], sources: [], severities: [], words: [], unit: null, raisesTo: null, limit: null, ...some })

async function openRouting() {
  const office = await openOffice(city)
  const admin = await office.street.staff('王示一', 'systemAdmin')
  const [park, police] = [await office.street.unit('园林所'), await office.street.unit('派出所', 'outside')]
  const report = (description: string, more: Partial<Asked<'event', 'report'>> = {}) => office.acceptor.call('event', 'report', { description, matter: '06010', point: pointIn(office.street, 0), ...more })
  return { ...office, admin, park, police, report }
}

async function put(admin: Person, rules: Rule[], note = ''): Promise<number> {
  const draft = await admin.call('routing', 'saveDraft', { rules, from: null })
  return (await admin.call('routing', 'publish', { from: draft.changedAt!, note })).no
}

test('the first rule that matches says who, how long and how grave; without one the matter’s own does', async () => {
  const { street, unit, park, police, admin, dispatcher, report } = await openRouting()
  await admin.call('matter', 'setRule', { code: '06010', handleLimit: { amount: 5, unit: 'workingDay' }, unit: unit.id, byCommunity: false })
  await put(admin, [
    rule({ matters: ['06010'], words: ['打架', '持刀 威胁'], unit: police.id, raisesTo: 'major', limit: { amount: 1, unit: 'clockHour' } }),
    rule({ matters: ['06'], areas: [street.communities[1]!.area], unit: park.id }),
    rule({ matters: ['06'], sources: ['hotline'], unit: null }),
  ])
  const said = async (description: string, more: Partial<Asked<'event', 'report'>> = {}) => {
    const { suggestedUnit, handleLimit, severity, routed } = await report(description, more)
    return [suggestedUnit?.name, handleLimit, severity, routed && `${routed.version}.${routed.no}`]
  }
  assert.deepEqual(await said('两家为垃圾桶打 架了', { point: pointIn(street, 1) }), ['派出所', '1 小时', 'major', '1.1'])
  assert.deepEqual(await said('有人持刀，威胁清洁工', { severity: 'extreme' }), ['派出所', '1 小时', 'extreme', '1.1'])
  assert.deepEqual(await said('草坪上有垃圾', { point: pointIn(street, 1) }), ['园林所', '5 工作日', 'ordinary', '1.2'])
  assert.deepEqual(await said('有人持刀', { source: 'hotline' }), ['东苑社区', '5 工作日', 'ordinary', '1.3'])
  assert.deepEqual(await said('垃圾没人收'), ['环卫所', '5 工作日', 'ordinary', null])
  assert.equal((await dispatcher.call('routing', 'rules', {})).rules[1]!.areas[0]!.name, '西苑社区')
})

test('residents are routed too, and a rule whose unit handles no more is passed over', async () => {
  const { street, park, police, admin, resident, acceptor } = await openRouting()
  await put(admin, [rule({ words: ['树'], unit: park.id }), rule({ unit: police.id })])
  const suggested = async () => {
    const { id } = await resident.call('event', 'reportMine', { description: '树倒了', matter: '06010', point: pointIn(street, 0) })
    return (await acceptor.call('event', 'get', { id })).suggestedUnit?.name
  }
  assert.equal(await suggested(), '园林所')
  await admin.call('organisation', 'changeUnit', { id: park.id, name: '园林所', kind: 'department', area: street.area, parent: null, phone: null, isActive: false })
  assert.equal(await suggested(), '派出所')
  assert.deepEqual((await admin.call('routing', 'rules', {})).rules.map((one) => one.unit?.isActive), [false, true])
})

test('the matter put right, or the draft moved, is routed again; nothing is sent and what was stored stays', async () => {
  const { street, unit, park, police, admin, acceptor, shiftLeader, dispatcher, report } = await openRouting()
  await put(admin, [rule({ matters: ['06010'], unit: unit.id }), rule({ severities: ['major'], unit: police.id }), rule({ matters: ['06017'], areas: [street.communities[0]!.area], unit: park.id, limit: { amount: 7, unit: 'workingDay' } })])
  const { id } = await report('绿地里有垃圾')
  const reported = await acceptor.call('event', 'get', { id })
  assert.deepEqual([reported.suggestedUnit?.name, reported.routed], ['环卫所', { version: 1, no: 1 }])
  const right = await acceptor.call('event', 'take', { id, take: { step: 'accept', matter: '06017' } })
  assert.deepEqual([right.suggestedUnit?.name, right.routed?.no, right.handleLimit, right.unit, right.status], ['园林所', 3, '7 工作日', null, 'accepted'])
  assert.deepEqual(right.stages.map(({ status }) => status), ['reported', 'accepted'])
  const { rows } = await city.owner.query(`select name, details from journal where subject = $1 order by at, id`, [id])
  assert.deepEqual(rows.map(({ name, details }) => [name, details.suggested, details.matter]), [['event.reported', undefined, undefined], ['event.accepted', '园林所', { from: '06010', to: '06017' }]])

  const grave = await report('绿地里有垃圾', { matter: '06017' })
  assert.equal((await acceptor.call('event', 'take', { id: grave.id, take: { step: 'accept', severity: 'major' } })).suggestedUnit?.name, '派出所')

  await put(admin, [rule({ unit: police.id, limit: { amount: 1, unit: 'clockHour' } })])
  const later = await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  assert.deepEqual([later.suggestedUnit?.name, later.handleLimit, later.routed?.version], ['园林所', '7 工作日', 1], 'a new version holds for what comes')
  assert.equal((await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: park.id } })).unit?.name, '园林所')

  await put(admin, [rule({ areas: [street.communities[1]!.area], unit: park.id })])
  const draft = await report('绿地里有垃圾', { isDraft: true })
  const moved = await acceptor.call('event', 'change', { id: draft.id, description: '绿地里有垃圾', matter: '06017', point: pointIn(street, 1) })
  assert.deepEqual([draft.suggestedUnit?.name, draft.routed, moved.suggestedUnit?.name, moved.routed?.version, moved.status], ['东苑社区', null, '园林所', 3, 'draft'])
})

test('the try-out tells what would go elsewhere, from whom to whom, and changes nothing', async () => {
  const { street, unit, park, police, admin, acceptor, shiftLeader, dispatcher, handler, report } = await openRouting()
  const send = async (description: string, to: string) => {
    const { id } = await report(description)
    await acceptor.call('event', 'take', { id, take: { step: 'accept' } })
    await shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
    await dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: to } })
    return id
  }
  const about = await send('树枝垃圾没人收', unit.id)
  await handler.call('event', 'take', { id: about, take: { step: 'return', reason: 'duty', note: '是园林的事' } })
  await dispatcher.call('event', 'take', { id: about, take: { step: 'dispatch', unit: park.id } })
  await send('树下有垃圾', unit.id)
  await send('树被砍了', park.id)
  const unsent = await report('树倒了')

  const draft = await admin.call('routing', 'saveDraft', { rules: [rule({ words: ['持刀'], unit: police.id }), rule({ words: ['树'], unit: park.id })], from: null })
  const told = await admin.call('routing', 'tryOut', {})
  assert.deepEqual([told.looked, told.isMore, told.moved, told.mended, told.spoiled], [3, false, 2, 1, 1])
  assert.deepEqual(told.rules, [{ no: 0, matched: 0, moved: 0, mended: 0, spoiled: 0 }, { no: 1, matched: 0, moved: 0, mended: 0, spoiled: 0 }, { no: 2, matched: 3, moved: 2, mended: 1, spoiled: 1 }])
  assert.deepEqual(told.flows.map(({ no, from, to, count }) => [no, from.name, to?.name, count]), [[2, '环卫所', '园林所', 2]])
  assert.deepEqual(told.rows.map(({ title, from, to, finally: last }) => [title, from.name, to?.name, last]), [['树下有垃圾', '环卫所', '园林所', '环卫所'], ['树枝垃圾没人收', '环卫所', '园林所', '园林所']])
  assert.deepEqual((await admin.call('routing', 'tryOut', { no: 1 })).rowsFound, 0)
  assert.equal((await admin.call('routing', 'tryOut', { from: unit.id, to: park.id })).rowsFound, 2)

  assert.equal((await acceptor.call('event', 'get', { id: unsent.id })).suggestedUnit?.name, '东苑社区', 'nothing has changed')
  assert.equal((await admin.call('routing', 'rules', {})).version, null)
  assert.equal((await admin.call('routing', 'draft', {})).changedAt, draft.changedAt)
  const neighbour = await (await city.subdistrict()).staff('赵范三', 'systemAdmin')
  assert.deepEqual((await neighbour.call('routing', 'tryOut', {})).looked, 0)

  const today = dayOf(new Date())
  const { all, rules, formula } = await dispatcher.call('routing', 'accuracy', { from: today, until: addDays(today, 1) })
  assert.deepEqual([all.sent, all.missent, all.followed, Math.round(all.rate! * 100)], [3, 1, 0, 67])
  assert.deepEqual(rules.map(({ rule: id, sent }) => [id, sent]), [[null, 3]])
  assert.match(formula, /只派给过一个单位/)
  await assert.rejects(dispatcher.call('routing', 'accuracy', { from: '2020-01-01', until: '2026-01-01' }), { code: 'input.invalid' })
  assert.equal((await street.staff('网格员', 'gridWorker').then((worker) => worker.raw('/api/routing/accuracy', { from: today, until: today }))).status, 403)
})

test('first-dispatch accuracy is told for each rule, whatever number it has by now', async () => {
  const { unit, park, admin, acceptor, shiftLeader, dispatcher, handler, report } = await openRouting()
  const draft = await admin.call('routing', 'saveDraft', { rules: [rule({ words: ['树'], unit: unit.id })], from: null })
  const id = draft.rules[0]!.id
  await admin.call('routing', 'publish', { from: draft.changedAt! })
  const send = async () => {
    const event = await report('树枝垃圾')
    await acceptor.call('event', 'take', { id: event.id, take: { step: 'accept' } })
    await shiftLeader.call('event', 'take', { id: event.id, take: { step: 'file' } })
    await dispatcher.call('event', 'take', { id: event.id, take: { step: 'dispatch', unit: event.suggestedUnit!.id } })
    return event.id
  }
  const wrong = await send()
  await handler.call('event', 'take', { id: wrong, take: { step: 'return', reason: 'duty', note: '是园林的事' } })
  await dispatcher.call('event', 'take', { id: wrong, take: { step: 'dispatch', unit: park.id } })
  await put(admin, [rule({ words: ['持刀'], unit: park.id }), rule({ id, words: ['树'], unit: unit.id })])
  const sentBack = await send()
  await handler.call('event', 'take', { id: sentBack, take: { step: 'return', reason: 'place', note: '地址不清' } })
  await dispatcher.call('event', 'take', { id: sentBack, take: { step: 'dispatch', unit: unit.id } })
  const day = (days: number) => addDays(dayOf(new Date()), days)
  const { rules } = await dispatcher.call('routing', 'accuracy', { from: day(-1), until: day(1) })
  assert.deepEqual(rules, [{ rule: id, version: 2, no: 2, sent: 2, missent: 1, followed: 2, rate: 0.5 }], 'sent twice to the same unit is not wrong')
})

test('a draft is published as a version; one may go back; who saw another draft is refused; the neighbour has rules of their own', async () => {
  const { street, unit, park, admin, dispatcher } = await openRouting()
  city.setClock('2026-03-02T09:00:00+08:00')
  const other = await street.staff('李例二', 'systemAdmin')
  assert.deepEqual(await admin.call('routing', 'draft', {}), { rules: [], isOpen: false, changedAt: null, changedBy: null, version: null })
  const first = await admin.call('routing', 'saveDraft', { rules: [rule({ matters: ['06'], unit: unit.id })], from: null })
  assert.deepEqual([first.isOpen, first.changedBy, first.rules[0]!.matters, first.rules[0]!.unit?.name], [true, '王示一', [{ code: '06', name: '市容环境' }], '环卫所'])
  await assert.rejects(other.call('routing', 'saveDraft', { rules: [], from: null }), { code: 'routing.draft-changed' })
  assert.deepEqual((await dispatcher.call('routing', 'rules', {})).rules, [], 'not in force yet')
  city.setClock('2026-03-02T09:05:00+08:00')
  assert.deepEqual(await admin.call('routing', 'publish', { from: first.changedAt!, note: '市容归环卫' }), { no: 1, at: '2026-03-02T01:05:00.000Z', by: '王示一', note: '市容归环卫', from: null, rules: 1 })
  await assert.rejects(other.call('routing', 'publish', { from: first.changedAt! }), { code: 'routing.draft-changed' })
  assert.equal(await put(other, [rule({ unit: park.id })], '都归园林'), 2)
  city.setClock('2026-03-02T09:10:00+08:00')
  const abandoned = await admin.call('routing', 'saveDraft', { rules: [], from: null })
  assert.deepEqual((await admin.call('routing', 'dropDraft', { from: abandoned.changedAt })).rules.map((one) => one.unit?.name), ['园林所'])
  assert.deepEqual((({ no, from, rules }) => [no, from, rules])(await admin.call('routing', 'goBack', { no: 1 })), [3, 1, 1])
  const now = await dispatcher.call('routing', 'rules', {})
  assert.deepEqual([now.version?.no, now.rules[0]!.id, now.rules[0]!.unit?.name], [3, first.rules[0]!.id, '环卫所'])
  assert.equal((await dispatcher.call('routing', 'rules', { version: 2 })).rules[0]!.unit?.name, '园林所')
  const page = await dispatcher.call('routing', 'versions', { limit: 2 })
  assert.deepEqual([page.rows.map(({ no }) => no), (await dispatcher.call('routing', 'versions', { limit: 2, after: page.next! })).rows.map(({ no, note }) => [no, note])], [[3, 2], [[1, '市容归环卫']]])

  const next = await openOffice(city)
  const neighbour = await next.street.staff('赵范三', 'systemAdmin')
  assert.deepEqual((await neighbour.call('routing', 'rules', {})).version, null)
  await assert.rejects(neighbour.call('routing', 'goBack', { no: 1 }), { code: 'not-found' })
  await assert.rejects(neighbour.call('routing', 'saveDraft', { rules: [rule({ unit: unit.id })], from: null }), { code: 'input.invalid' })
  await assert.rejects(neighbour.call('routing', 'saveDraft', { rules: [rule({ areas: [street.area] })], from: null }), { code: 'input.invalid' })
  assert.equal((await next.acceptor.call('event', 'report', { description: '垃圾', matter: '06010', point: pointIn(next.street, 0) })).routed, null)
  await assert.rejects(dispatcher.call('routing', 'saveDraft', { rules: [], from: null }), { code: 'may.not' })
  const { rows } = await city.owner.query(`select name, actor_name, details from journal where subdistrict = $1 and subject_kind = 'routing' order by at, id`, [street.code])
  assert.deepEqual(rows.map(({ name, actor_name: who }) => [name, who]), [
    ['routing.draft-saved', '王示一'], ['routing.published', '王示一'], ['routing.draft-saved', '李例二'], ['routing.published', '李例二'], ['routing.draft-saved', '王示一'], ['routing.draft-dropped', '王示一'], ['routing.went-back', '王示一'],
  ])
  assert.deepEqual(rows.at(-1)?.details, { no: 3, from: 1, note: '', rules: 1 })
  city.setClock(undefined)
})

test('a draft is routed by the rules of the day it is sent in', async () => {
  const { park, police, admin, acceptor, report } = await openRouting()
  await put(admin, [rule({ matters: ['06'], unit: park.id })])
  const draft = await report('草坪垃圾', { isDraft: true })
  assert.deepEqual([draft.suggestedUnit?.name, draft.routed?.version], ['园林所', 1])
  await put(admin, [rule({ matters: ['06'], unit: police.id, raisesTo: 'major', limit: { amount: 1, unit: 'clockHour' } })])
  const sent = await acceptor.call('event', 'take', { id: draft.id, take: { step: 'report' } })
  assert.deepEqual([sent.suggestedUnit?.name, sent.routed?.version, sent.severity, sent.handleLimit], ['派出所', 2, 'major', '1 小时'])
})

test('every number of the accuracy opens the events it counts', async () => {
  const { street, unit, park, police, admin, dispatcher, acceptor, shiftLeader, handler, resident, report } = await openRouting()
  await put(admin, [rule({ matters: ['06'], unit: unit.id })])
  const ids = [(await report('甲')).id, (await report('乙')).id, (await resident.call('event', 'reportMine', { description: '丙', matter: '06010', point: pointIn(street, 0), privacy: 'confidential' })).id]
  for (const id of ids) for (const [who, take] of [[acceptor, { step: 'accept' }], [shiftLeader, { step: 'file' }], [dispatcher, { step: 'dispatch', unit: unit.id }]] as const) await who.call('event', 'take', { id, take })
  await handler.call('event', 'take', { id: ids[1]!, take: { step: 'return', reason: 'duty', note: '不归我们' } })
  await dispatcher.call('event', 'take', { id: ids[1]!, take: { step: 'dispatch', unit: park.id } })
  const period = { from: '2026-01-01', until: '2026-12-31' }
  const { all, rules } = await dispatcher.call('routing', 'accuracy', period)
  const counted = async (which: 'sent' | 'missent' | 'followed', ruleId?: string | null) => (await admin.call('routing', 'behind', { ...period, which, rule: ruleId })).rows
  assert.deepEqual([(await counted('sent')).length, (await counted('missent')).length, (await counted('followed')).length], [all.sent, all.missent, all.followed])
  assert.deepEqual([(await counted('sent', rules[0]!.rule)).length, (await counted('sent', null)).length, (await counted('sent', police.id)).length], [rules[0]!.sent, 0, 0])
  assert.deepEqual((await counted('missent')).map(({ title, to, finally: last }) => [title, to.name, last]), [['乙', '环卫所', '园林所']])
  assert.deepEqual((await counted('sent')).map(({ title }) => title), ['（上报人要求保密）', '乙', '甲'])
  const page = await admin.call('routing', 'behind', { ...period, which: 'sent', limit: 2 })
  assert.deepEqual((await admin.call('routing', 'behind', { ...period, which: 'sent', limit: 2, after: page.next! })).rows.map(({ title }) => title), ['甲'])
})
