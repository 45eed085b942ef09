import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually } from '../../../test/eventually.ts'
import { openCityWithOutside } from '../../../test/gateway.ts'
import { runJob, settled } from '../../../test/job.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { sendUp, sendUpAs, takePhoto } from '../../../test/photo.ts'
import { visitor } from '../../../test/visitor.ts'

type World = Awaited<ReturnType<typeof openCityWithOutside>>
let world: World
before(async () => { world = await openCityWithOutside() })
after(() => world.close())

const tokenOf = (address: string) => /\/l\/([0-9A-Za-z]{22})\b/.exec(address)![1]!
const inDays = (days: number, from = Date.now()) => new Date(from + days * 86_400_000).toISOString()
const asked = { name: '临河物业公司', request: '请修好楼道灯' }

test('a property manager without an account is asked, sends result and photo, and the unit feeds back with it', async () => {
  const { city } = world
  const office = await openOffice(city)
  const photo = (await sendUp(city.http, office.resident, await takePhoto())).body.id
  const { id } = await office.resident.call('event', 'reportMine', { description: '3幢楼道灯坏了', matter: '06010', point: pointIn(office.street, 0), place: '3幢', photos: [photo] })
  for (const [who, take] of [[office.acceptor, { step: 'accept' }], [office.shiftLeader, { step: 'file' }], [office.dispatcher, { step: 'dispatch', unit: office.unit.id }], [office.handler, { step: 'sign' }]] as const) await who.call('event', 'take', { id, take })
  const given = await office.handler.call('event', 'get', { id })
  const { link, address } = await office.handler.call('link', 'forward', { event: id, ...asked, phone: '13900025678', dueAt: inDays(2) })
  assert.deepEqual([link.state, link.delivery, link.phone, link.isMine, link.isOverdue], ['open', 'waiting', '139****5678', true, false])
  const [text] = await world.messagesTo('13900025678', 1)
  assert.match(text!, /请临河物业公司协助办理“暴露垃圾”，.+前办好后打开 http:\/\/localhost:8080\/l\/\w{22} 填写结果/)

  // Both secrets open the same page; who reported is not on it.
  const tokens = [tokenOf(text!), tokenOf(address)]
  for (const token of tokens) {
    const { page } = await visitor(city.http).call('link', 'open', { token })
    assert.deepEqual([page?.kind, page?.request, page?.forward], ['forward', asked.request, { name: asked.name, place: '3幢', point: pointIn(office.street, 0), description: '3幢楼道灯坏了', photos: [photo] }])
    assert.doesNotMatch(JSON.stringify(page), /李|139/)
  }
  const look = (token: string) => city.http.inject({ method: 'GET', url: `/api/file/${photo}?size=thumb`, headers: { authorization: `Link ${token}` } })
  assert.equal((await look(tokens[0]!)).statusCode, 200)
  const done = await sendUpAs(city.http, `Link ${tokens[0]}`, await takePhoto('#37a'))
  await assert.rejects(visitor(city.http).call('link', 'settle', { token: tokens[0]!, text: '已换灯泡' }), { code: 'input.invalid' })
  await visitor(city.http).call('link', 'settle', { token: tokens[0]!, text: '已换灯泡', name: '王师傅', photos: [done.body.id] })
  assert.equal((await look(tokens[0]!)).statusCode, 409)

  // It is on the event as a trace and as a photo of afterwards, and the unit is told; nothing moved and the clock ran on.
  await eventually(async () => assert.ok((await office.handler.call('notice', 'list', {})).rows.some(({ kind, words }) => kind === 'forwardDone' && words.includes('临河物业公司'))))
  const told = await office.handler.call('event', 'get', { id })
  assert.deepEqual([told.status, told.dueAt, told.photos.map(({ part, by }) => [part, by]).at(-1)], ['handling', given.dueAt, ['after', '临河物业公司']])
  const { rows } = await office.handler.call('event', 'trace', { id })
  assert.deepEqual(rows.slice(-2).map(({ title, by, unit, text: words, photos }) => [title, by, unit, words, photos.length]), [['转外部单位', '经办人', '临河物业公司', asked.request, 0], ['外部单位办理结果', '临河物业公司 王师傅', '临河物业公司', '已换灯泡', 1]])
  const list = await office.handler.call('link', 'list', { event: id })
  assert.deepEqual([list.mayForward, list.rows[0]?.state, list.rows[0]?.result?.by, list.rows[0]?.result?.text], [true, 'used', '王师傅', '已换灯泡'])
  assert.equal((await office.handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: list.rows[0]!.result!.text } })).status, 'feedback')
  const mine = await office.resident.call('event', 'getMine', { id })
  assert.doesNotMatch(JSON.stringify(mine), /王师傅|13900025678/)
})

test('several are out at once; one is taken back, one is given more time, one is sent again; feeding back ends them all', async () => {
  const { city } = world
  const office = await openOffice(city)
  const id = await toHandling(office)
  const [one, two] = [await office.handler.call('link', 'forward', { event: id, ...asked, dueAt: inDays(1), isSent: false }), await office.dispatcher.call('link', 'forward', { event: id, name: '临河供电所', request: '请查线路', phone: '13900025679', dueAt: inDays(1) })]
  assert.equal(one.link.delivery, 'notAsked')
  const refused = await office.handler.call('link', 'withdraw', { id: one.link.id, reason: '物业不归他们管' })
  assert.deepEqual([refused.state, refused.withdrawn?.reason], ['withdrawn', '物业不归他们管'])
  const state = async (address: string) => (await visitor(city.http).call('link', 'open', { token: tokenOf(address) })).state
  assert.deepEqual([await state(one.address), await state(two.address)], ['withdrawn', 'open'])
  await world.messagesTo('13900025679', 1)
  assert.equal((await office.handler.call('link', 'remind', { id: two.link.id })).reminds, 1)
  const texts = await world.messagesTo('13900025679', 2)
  assert.equal(new Set(texts).size, 2)
  const longer = await office.dispatcher.call('link', 'extend', { id: two.link.id, dueAt: inDays(5) })
  assert.ok(longer.dueAt > two.link.dueAt)
  await office.handler.call('event', 'take', { id, take: { step: 'feedback', publicReply: '已处理' } })
  assert.equal(await state(two.address), 'withdrawn')
  await eventually(async () => assert.deepEqual((await office.handler.call('link', 'list', { event: id })).rows.map(({ state: stands }) => stands), ['withdrawn', 'withdrawn']))
  // Done again for another reason, it does not come back to life.
  await settled(city, 'link')
  await office.checker.call('event', 'take', { id, take: { step: 'rework', reason: '没修好' } })
  await office.handler.call('event', 'take', { id, take: { step: 'sign' } })
  assert.equal(await state(two.address), 'withdrawn')
})

test('what is late is shown as late, may be answered for a month, and then no more', async () => {
  const { city } = world
  const office = await openOffice(city)
  const id = await toHandling(office)
  const { address } = await office.handler.call('link', 'forward', { event: id, ...asked, dueAt: inDays(1) })
  const open = () => visitor(city.http).call('link', 'open', { token: tokenOf(address) })
  city.setClock(inDays(2))
  assert.deepEqual([(await open()).state, (await office.handler.call('link', 'list', { event: id })).rows[0]?.isOverdue], ['open', true])
  // Whoever handles is told once, however often the job runs.
  for (let turn = 0; turn < 2; turn += 1) await runJob(city, 'link.late')
  const said = async () => (await office.handler.call('notice', 'list', { limit: 20 })).rows.filter(({ kind }) => kind === 'forwardOverdue').map(({ words }) => words)
  await eventually(async () => assert.deepEqual((await said()).length, 1))
  assert.match((await said())[0]!, /^临河物业公司还没有报来办理结果，期限 /)
  city.setClock(inDays(32))
  const past = (await office.handler.call('link', 'list', { event: id })).rows[0]!
  assert.deepEqual([await open(), past.state, past.isOverdue], [{ state: 'expired', page: null }, 'expired', true])
  await assert.rejects(office.handler.call('link', 'address', { id: past.id }), { code: 'link.not-open' })
  await office.handler.call('link', 'extend', { id: past.id, dueAt: inDays(34) })
  assert.equal((await open()).state, 'open')
  city.setClock(undefined)
})

test('only whoever handles it or the dispatcher forwards, only while it is handled, and nobody next door', async () => {
  const [office, next] = [await openOffice(world.city), await openOffice(world.city)]
  const id = await toHandling(office)
  const forward = { event: id, ...asked, dueAt: inDays(1) }
  for (const person of [office.acceptor, office.checker, office.shiftLeader]) await assert.rejects(person.call('link', 'forward', forward), { code: 'event.step-not-open' })
  for (const person of [next.dispatcher, next.handler]) await assert.rejects(person.call('link', 'forward', forward), { code: 'not-found' })
  await assert.rejects(office.resident.call('link', 'forward', forward), { code: 'may.not' })
  await assert.rejects(office.handler.call('link', 'forward', { ...forward, phone: '12' }), { code: 'input.invalid' })
  for (const dueAt of [inDays(-1), inDays(100)]) await assert.rejects(office.handler.call('link', 'forward', { ...forward, dueAt }), { code: 'input.invalid' })
  const { link } = await office.handler.call('link', 'forward', forward)
  for (const person of [next.dispatcher, next.handler]) {
    for (const act of [() => person.call('link', 'list', { event: id }), () => person.call('link', 'address', { id: link.id }), () => person.call('link', 'withdraw', { id: link.id, reason: '试试' })]) await assert.rejects(act(), { code: 'not-found' })
  }
  await assert.rejects(office.acceptor.call('link', 'withdraw', { id: link.id, reason: '试试' }), { code: 'may.not' })
  await assert.rejects(office.handler.call('link', 'forward', { ...forward, event: await toHandling(office, { until: 'dispatched' }) }), { code: 'event.step-not-open' })
})
