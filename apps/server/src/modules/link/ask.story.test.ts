import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { openCityWithOutside } from '../../../test/gateway.ts'
import { runJob, settled } from '../../../test/job.ts'
import { openOffice, pointIn, toHandling } from '../../../test/office.ts'
import { sendUpAs, takePhoto } from '../../../test/photo.ts'
import { visitor } from '../../../test/visitor.ts'

type World = Awaited<ReturnType<typeof openCityWithOutside>>
let world: World
before(async () => { world = await openCityWithOutside() })
after(() => world.close())

const tokenIn = (text: string) => /\/l\/([0-9A-Za-z]{22}) /.exec(text)![1]!
let numbers = 0
const newPhone = () => `1390001${String(numbers += 1).padStart(4, '0')}`

/** The acceptor writes down what somebody without an account told on the telephone, and asks them where exactly. */
async function asked({ phone = newPhone(), privacy = 'open' as const }: { phone?: string, privacy?: 'open' | 'anonymous' | 'confidential' } = {}) {
  const office = await openOffice(world.city)
  const { id } = await office.acceptor.call('event', 'report', { description: '有人乱倒垃圾', matter: '06010', point: pointIn(office.street, 0), source: 'hotline', privacy, ...(phone && { reporter: { name: '周示例', phone } }) })
  await office.acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '请问在哪一幢？' } })
  return { ...office, id, phone }
}

test('whoever called gets a text message, answers with a photo, and the event goes on where it stood', async () => {
  const { city } = world
  const { acceptor, dispatcher, id, phone } = await asked()
  const [text] = await world.messagesTo(phone, 1)
  assert.match(text!, /^【邻里演示】您反映的“暴露垃圾”需要补充情况，请在.+前打开 http:\/\/localhost:8080\/l\/\w{22} 填写，链接只能用一次。$/)
  const token = tokenIn(text!)
  const person = visitor(city.http)
  assert.deepEqual([(await person.open(`/l/${token}`)).location], [`/m/#/pages/link/index?token=${token}`])
  const opened = await person.call('link', 'open', { token })
  const event = await acceptor.call('event', 'get', { id })
  assert.deepEqual(opened, { state: 'open', page: { kind: 'ask', request: '请问在哪一幢？', dueAt: event.dueAt, until: event.dueAt, number: event.number, matter: '暴露垃圾', areaName: '东苑社区 第1网格', reportedAt: event.reportedAt, forward: null } })
  assert.doesNotMatch(JSON.stringify(opened), /周|139|乱倒/)

  const photo = await sendUpAs(city.http, `Link ${token}`, await takePhoto())
  assert.equal(photo.status, 200)
  await person.call('link', 'settle', { token, text: '3幢东侧', photos: [photo.body.id] })
  await eventually(async () => assert.equal((await acceptor.call('event', 'get', { id })).status, 'reported'))
  const answered = await acceptor.call('event', 'get', { id })
  assert.deepEqual([answered.description, answered.photos.map(({ part, by }) => [part, by])], ['有人乱倒垃圾\n补充：3幢东侧', [['answer', '链接答复']]])
  assert.deepEqual(answered.stages.map(({ status, by }) => [status, by]), [['reported', '受理员'], ['needInfo', '链接答复'], ['reported', null]])
  const { rows } = await dispatcher.call('event', 'trace', { id })
  assert.deepEqual(rows.map(({ title, by, text: words }) => [title, by, words]).at(-1), ['补充说明', '链接答复', '3幢东侧'])
  await settled(city, 'link')
  const [link] = (await acceptor.call('link', 'list', { event: id })).rows
  assert.deepEqual([link?.state, link?.delivery, link?.phone, link?.result?.text, link?.result?.isLate], ['used', 'sent', `${phone.slice(0, 3)}****${phone.slice(-4)}`, '3幢东侧', false])

  // A link works once, and of the event it tells nothing any more.
  assert.deepEqual(await person.call('link', 'open', { token }), { state: 'used', page: null })
  await assert.rejects(person.call('link', 'settle', { token, text: '再答一次' }), { code: 'link.not-open' })
  assert.equal((await sendUpAs(city.http, `Link ${token}`, await takePhoto())).body.code, 'link.not-open')

  // The journal tells who and when, and holds neither the number nor the secret.
  const { rows: journal } = await city.owner.query(`select name, actor_side, actor_name, details::text as details from journal where subject in (select id::text from link where event = $1) or subject = $1::text order by at, id`, [id])
  assert.deepEqual(journal.filter(({ name }) => name.startsWith('link.')).map(({ name, actor_name }) => [name, actor_name]), [['link.asked', '系统'], ['link.sent', '系统'], ['link.answered', '链接答复'], ['link.passed', '系统']])
  for (const { details } of journal) assert.ok(!details.includes(token) && !details.includes(phone))
  assert.ok(journal.some(({ name, details }) => name === 'event.answered' && details.includes('****')))
  for (const table of ['link_token', 'link', 'photo', 'pgboss.job']) assert.equal((await city.owner.query(`select from ${table} as row where row::text like '%' || $1 || '%'`, [token])).rowCount, 0, table)
})

test('the clock stands still while the reporter is asked, measured in the stage', async () => {
  const { city } = world
  city.setClock('2026-03-02T09:00:00+08:00')
  const { acceptor, id, phone } = await asked()
  const token = tokenIn((await world.messagesTo(phone, 1))[0]!)
  await settled(city, 'link')
  city.setClock('2026-03-02T11:00:00+08:00')
  await visitor(city.http).call('link', 'settle', { token, text: '3幢' })
  await eventually(async () => assert.equal((await acceptor.call('event', 'get', { id })).status, 'reported'))
  const { stages, dueAt } = await acceptor.call('event', 'get', { id })
  assert.deepEqual(stages.map(({ status, usedMinutes, pausedMinutes }) => [status, usedMinutes, pausedMinutes]), [['reported', 0, 0], ['needInfo', 0, 120], ['reported', null, null]])
  assert.equal(dueAt, '2026-03-02T03:30:00.000Z')
  city.setClock(undefined)
})

test('a unit that handles asks, never learns whom, and goes on handling with the answer; its clock stands still meanwhile', async () => {
  const { city } = world
  const office = await openOffice(city)
  const phone = newPhone()
  city.setClock('2026-03-02T09:00:00+08:00')
  const { id } = await office.acceptor.call('event', 'report', { description: '有人举报乱倒', matter: '06011', point: pointIn(office.street, 0), source: 'hotline', privacy: 'confidential', reporter: { name: '周示例', phone } })
  await office.acceptor.call('event', 'take', { id, take: { step: 'accept' } })
  await office.shiftLeader.call('event', 'take', { id, take: { step: 'file' } })
  await office.dispatcher.call('event', 'take', { id, take: { step: 'dispatch', unit: office.unit.id } })
  const signed = await office.handler.call('event', 'take', { id, take: { step: 'sign' } })
  city.setClock('2026-03-02T10:00:00+08:00')
  const waits = await office.handler.call('event', 'take', { id, take: { step: 'askInfo', question: '车牌号是多少？' } })
  assert.deepEqual([waits.status, waits.steps, waits.light, waits.isOverdue], ['needDetail', ['askInfo', 'resume'], 'green', false])
  const token = tokenIn((await world.messagesTo(phone, 1))[0]!)
  assert.equal((await visitor(city.http).call('link', 'open', { token })).page?.request, '车牌号是多少？')
  city.setClock('2026-03-02T15:00:00+08:00')
  await visitor(city.http).call('link', 'settle', { token, text: '看不清' })
  await eventually(async () => assert.equal((await office.handler.call('event', 'get', { id })).status, 'handling'))
  const goesOn = await office.handler.call('event', 'get', { id })
  assert.deepEqual(goesOn.stages.slice(-3).map(({ status, usedMinutes, pausedMinutes }) => [status, usedMinutes, pausedMinutes]), [['handling', 60, 0], ['needDetail', 0, 300], ['handling', null, null]])
  // Two workdays until half past five, and the three and a half hours of office time that went by.
  assert.deepEqual([signed.dueAt, goesOn.dueAt], ['2026-03-04T09:30:00.000Z', '2026-03-05T04:00:00.000Z'])
  // Neither the page, nor the list of links, nor the timeline tells the unit who it is.
  const told = JSON.stringify([goesOn, await office.handler.call('event', 'trace', { id }), await office.handler.call('link', 'list', { event: id }), await office.handler.call('event', 'list', {})])
  assert.doesNotMatch(told, new RegExp(`周示例|周\\*|${phone}|${phone.slice(-4)}`))
  assert.deepEqual((await office.handler.call('link', 'list', { event: id })).rows, [])
  await eventually(async () => assert.ok((await office.handler.call('notice', 'list', { limit: 20 })).rows.some(({ kind }) => kind === 'answered')))
  city.setClock(undefined)
})

test('what is not answered in time goes on without, or is cancelled; the link says that it is past', async () => {
  const { city } = world
  city.setClock('2026-03-02T09:00:00+08:00')
  const { acceptor, id, phone } = await asked()
  const early = tokenIn((await world.messagesTo(phone, 1))[0]!)
  const office = await openOffice(city)
  const handled = await toHandling(office)
  await office.handler.call('event', 'take', { id: handled, take: { step: 'askInfo', question: '车牌号是多少？' } })
  await settled(city, 'link')
  city.setClock('2026-03-20T09:00:00+08:00')
  assert.deepEqual(await visitor(city.http).call('link', 'open', { token: early }), { state: 'expired', page: null })
  await assert.rejects(visitor(city.http).call('link', 'settle', { token: early, text: '3幢' }), (error: { problem: { code: string, detail: string } }) => error.problem.code === 'link.not-open' && error.problem.detail.includes('过期'))
  await runJob(city, 'event.expire')
  assert.equal((await acceptor.call('event', 'get', { id })).status, 'cancelled')
  assert.equal((await office.handler.call('event', 'get', { id: handled })).status, 'handling')
  assert.equal((await visitor(city.http).call('link', 'open', { token: early })).state, 'withdrawn')
  city.setClock(undefined)
})

test('answered in the app or withdrawn, the link says so; guessing tells nothing', async () => {
  const { city } = world
  const office = await openOffice(city)
  const { id } = await office.resident.call('event', 'reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(office.street, 0) })
  await office.acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '哪一盏？' } })
  await eventually(async () => assert.equal((await office.acceptor.call('link', 'list', { event: id })).rows.length, 1))
  const [link] = (await office.acceptor.call('link', 'list', { event: id })).rows
  const { address } = await office.acceptor.call('link', 'address', { id: link!.id })
  const token = address.split('/').at(-1)!
  await assert.rejects(office.handler.call('link', 'address', { id: link!.id }), { code: 'not-found' })
  await office.resident.call('event', 'takeMine', { id, take: { step: 'answer', text: '门口那盏' } })
  // At once, whatever the jobs do.
  assert.deepEqual(await visitor(city.http).call('link', 'open', { token }), { state: 'withdrawn', page: null })
  await assert.rejects(visitor(city.http).call('link', 'settle', { token, text: '门口' }), { code: 'link.not-open' })
  await eventually(async () => assert.equal((await office.acceptor.call('link', 'list', { event: id })).rows[0]?.withdrawn?.reason, '事件已到下一环节，链接自动撤回'))
  assert.deepEqual(await visitor(city.http).call('link', 'open', { token: 'A'.repeat(22) }), { state: 'unknown', page: null })
  await assert.rejects(visitor(city.http).call('link', 'settle', { token: 'A'.repeat(22), text: '猜' }), { code: 'link.not-open' })
  const guesser = visitor(city.http)
  const guesses = []
  for (let tries = 0; tries < 31; tries += 1) guesses.push(await guesser.call('link', 'open', { token: String(tries) }).then(({ state }) => state, (error: { code: string }) => error.code))
  assert.deepEqual([guesses[0], guesses[29], guesses[30]], ['unknown', 'unknown', 'request.too-many'])
})

test('an anonymous reporter without a number is given the link some other way', async () => {
  const { acceptor, id } = await asked({ phone: '', privacy: 'anonymous' })
  await eventually(async () => assert.equal((await acceptor.call('link', 'list', { event: id })).rows.length, 1))
  const [link] = (await acceptor.call('link', 'list', { event: id })).rows
  assert.deepEqual([link?.delivery, link?.phone, link?.isMine], ['noMobile', null, true])
  await assert.rejects(acceptor.call('link', 'remind', { id: link!.id }), { code: 'event.no-contact' })
  const token = (await acceptor.call('link', 'address', { id: link!.id })).address.split('/').at(-1)!
  await visitor(world.city.http).call('link', 'settle', { token, text: '北门' })
  await eventually(async () => assert.equal((await acceptor.call('event', 'get', { id })).status, 'reported'))
})

test('an anonymous reporter with a number gets the message, and nobody is shown a part of the number', async () => {
  const { acceptor, dispatcher, id, phone } = await asked({ privacy: 'anonymous' })
  const token = tokenIn((await world.messagesTo(phone, 1))[0]!)
  await visitor(world.city.http).call('link', 'settle', { token, text: '北门' })
  await eventually(async () => assert.equal((await acceptor.call('event', 'get', { id })).status, 'reported'))
  await settled(world.city, 'link')
  const { rows: [{ told }] } = await world.city.owner.query(`select string_agg(details::text, '') as told from journal where subject in (select id::text from link where event = $1) or subject = $1::text`, [id])
  for (const text of [told, JSON.stringify(await acceptor.call('link', 'list', { event: id })), JSON.stringify(await dispatcher.call('event', 'trace', { id }))]) assert.doesNotMatch(text, new RegExp(`周|${phone.slice(-4)}`))
})

test('where there is no template for it nothing is sent, and the screen is told so; the link is there all the same', async () => {
  const city = await openCity({ work: true, outside: { ...world.city.server.outside, sms: { replyLongest: 35, send: () => assert.fail('sent'), has: (template) => template === 'code' } } })
  const office = await openOffice(city)
  const { id } = await office.acceptor.call('event', 'report', { description: '有人乱倒垃圾', matter: '06010', point: pointIn(office.street, 0), source: 'hotline', reporter: { name: '周示例', phone: newPhone() } })
  await office.acceptor.call('event', 'take', { id, take: { step: 'askInfo', question: '请问在哪一幢？' } })
  await eventually(async () => assert.equal((await office.acceptor.call('link', 'list', { event: id })).rows[0]?.delivery, 'notOffered'))
  const [link] = (await office.acceptor.call('link', 'list', { event: id })).rows
  const token = (await office.acceptor.call('link', 'address', { id: link!.id })).address.split('/').at(-1)!
  assert.equal((await visitor(city.http).call('link', 'open', { token })).state, 'open')
  await city.close()
})

test('two answers at once: one wins, the other is told', async () => {
  const { acceptor, id, phone } = await asked()
  const token = tokenIn((await world.messagesTo(phone, 1))[0]!)
  const sent = await Promise.all(['一', '二', '三', '四'].map((text) => visitor(world.city.http).call('link', 'settle', { token, text }).then(() => 'done', (error: { code: string }) => error.code)))
  assert.deepEqual(sent.toSorted(), ['done', 'link.not-open', 'link.not-open', 'link.not-open'])
  await eventually(async () => assert.equal((await acceptor.call('event', 'get', { id })).status, 'reported'))
  assert.equal((await acceptor.call('event', 'get', { id })).description.split('补充').length, 2)
})

test('an answer that crosses a step of the office is kept as late, with its photo, and once', async () => {
  const { city } = world
  const { acceptor, id, phone } = await asked()
  const token = tokenIn((await world.messagesTo(phone, 1))[0]!)
  const { body: { id: photo } } = await sendUpAs(city.http, `Link ${token}`, await takePhoto())
  await settled(city, 'link')
  await acceptor.call('event', 'take', { id, take: { step: 'answer', text: '电话里说是3幢', photos: [] } })
  await settled(city, 'link')
  // As if it had been given in the moment before.
  const { rows: [link] } = await city.owner.query(`update link set used_at = now(), result = '3幢东侧', photos = $2, withdrawn_at = null where event = $1 returning id, subdistrict, area`, [id, [photo]])
  const happened = { id: link.id, name: 'link.answered', subjectKind: 'link', subject: link.id, subdistrict: link.subdistrict, area: link.area }
  for (let turn = 0; turn < 2; turn += 1) await city.server.jobs.boss.send('link/link.answered', happened)
  await settled(city, 'link')
  const { status, description, photos } = await acceptor.call('event', 'get', { id })
  assert.deepEqual([status, description, photos.map(({ part }) => part)], ['reported', '有人乱倒垃圾\n补充：电话里说是3幢', ['answer']])
  const { rows } = await acceptor.call('event', 'trace', { id })
  assert.deepEqual(rows.filter(({ step }) => step === 'event.answered-late').map(({ by, text }) => [by, text]), [['链接答复', '3幢东侧']])
  assert.equal((await acceptor.call('link', 'list', { event: id })).rows[0]?.result?.isLate, true)
})

test('photos of another link are not taken, and a link’s door opens no other', async () => {
  const { city } = world
  const [one, other] = [await asked(), await asked()]
  const tokens = [tokenIn((await world.messagesTo(one.phone, 1))[0]!), tokenIn((await world.messagesTo(other.phone, 1))[0]!)] as const
  const { body: { id: photo } } = await sendUpAs(city.http, `Link ${tokens[0]}`, await takePhoto())
  await assert.rejects(visitor(city.http).call('link', 'settle', { token: tokens[1], text: '借用', photos: [photo] }), { code: 'input.invalid' })
  const look = await city.http.inject({ method: 'GET', url: `/api/file/${photo}`, headers: { authorization: `Link ${tokens[1]}` } })
  assert.equal(look.statusCode, 404)
  const asStaff = await city.http.inject({ method: 'POST', url: '/api/event/get', headers: { authorization: `Link ${tokens[0]}` }, payload: { id: one.id } })
  assert.equal(asStaff.json().code, 'sign-in.needed')
  assert.equal((await sendUpAs(city.http, 'Link nobody', await takePhoto())).body.code, 'link.not-open')
})
