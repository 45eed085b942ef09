import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { openOffice, toHandling } from '../../../test/office.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const journalOf = async (id: string) => (await city.owner.query('select name, actor_name from journal where subject = $1 order by at, id', [id])).rows.map(({ name, actor_name: by }) => `${name} ${by}`)
const names = (told: { rows: { name: string }[] }) => told.rows.map(({ name }) => name)

test('the office writes words, a unit takes them up by matter and step, filled with its event', async () => {
  const office = await openOffice(city)
  const { shiftLeader, handler, acceptor, street } = office
  const written = await shiftLeader.call('reply', 'write', { name: '已清运', text: '您反映的｛事项｝（编号{编号}）已清运。', matters: ['06'], steps: ['feedback'] })
  assert.deepEqual([written.text, written.areaName, written.changedBy, written.mayChange, written.matters], ['您反映的{事项}（编号{编号}）已清运。', `第${street.code - 339901000}街道`, '值班长', true, [{ code: '06', name: '市容环境' }]])
  await shiftLeader.call('reply', 'write', { name: '灯已修', text: '{地点}的路灯已修复。', matters: ['01037'], steps: ['feedback'] })
  await shiftLeader.call('reply', 'write', { name: '请说清地点', text: '请说明具体楼幢和单元。', steps: ['askInfo'] })
  await shiftLeader.call('reply', 'write', { name: '已办理', text: '您反映的问题已由{承办单位}办理。' })
  const area = street.communities[0]!.grids[0]!
  assert.deepEqual(names(await handler.call('reply', 'offer', { steps: ['feedback'], matter: '06010', area })), ['已清运', '已办理'], 'the group’s words reach its leaves')
  assert.deepEqual(names(await acceptor.call('reply', 'offer', { steps: ['askInfo'], matter: '06010', area })), ['已办理', '请说清地点'])
  assert.deepEqual(names(await handler.call('reply', 'offer', { text: '路灯' })), ['灯已修'])
  assert.deepEqual(names(await handler.call('reply', 'offer', { text: '%' })), [])
  assert.deepEqual([(await handler.call('reply', 'offer', { limit: 2 })).rows.length, (await handler.call('reply', 'offer', { limit: 2 })).isMore], [2, true])
  assert.deepEqual(await journalOf(written.id), ['reply.written 值班长'])
})

test('what is not filled in is not sent', async () => {
  const office = await openOffice(city)
  const id = await toHandling(office)
  const send = (publicReply: string) => office.handler.call('event', 'take', { id, take: { step: 'feedback', publicReply } })
  await assert.rejects(send('{编号}已清运'), { code: 'input.invalid' })
  await assert.rejects(send('由【请填写承办单位】清运'), (fault: { problem: { fields: object[] } }) => { assert.deepEqual(fault.problem.fields, [{ path: 'take.publicReply', message: '还有“【请填写承办单位】”没有填' }]); return true })
  assert.equal((await send('已清运【示例】')).status, 'feedback')
})

test('an unknown variable is refused with what may be used; so is an unknown matter', async () => {
  const { shiftLeader } = await openOffice(city)
  await assert.rejects(shiftLeader.call('reply', 'write', { name: '问候', text: '{上报人}您好' }), (fault: { problem: { fields: { path: string, message: string }[] } }) => {
    assert.equal(fault.problem.fields[0]?.path, 'text')
    assert.match(fault.problem.fields[0]!.message, /没有“\{上报人\}”这个变量，可用的有：\{编号\}\{事项\}/)
    return true
  })
  await assert.rejects(shiftLeader.call('reply', 'write', { name: '问候', text: '您好', matters: ['nix'] }), { code: 'input.invalid' })
})

test('who saw an older text does not overwrite a newer one; retired words are offered to nobody and come back', async () => {
  const { shiftLeader, handler } = await openOffice(city)
  const { id, changedAt } = await shiftLeader.call('reply', 'write', { name: '已办', text: '已办。' })
  const changed = await shiftLeader.call('reply', 'change', { id, from: changedAt, name: '已办好', text: '已办好。', steps: ['feedback', 'feedback'] })
  assert.deepEqual([changed.name, changed.steps], ['已办好', ['feedback']])
  await assert.rejects(shiftLeader.call('reply', 'change', { id, from: changedAt, name: '别的', text: '别的。' }), { code: 'reply.changed' })
  await shiftLeader.call('reply', 'retire', { id, isRetired: true })
  assert.deepEqual(names(await handler.call('reply', 'offer', {})), [])
  await assert.rejects(handler.call('reply', 'use', { id }), { code: 'not-found' })
  assert.deepEqual([names(await shiftLeader.call('reply', 'list', {})), names(await shiftLeader.call('reply', 'list', { isRetired: true }))], [[], ['已办好']])
  await shiftLeader.call('reply', 'retire', { id, isRetired: false })
  assert.deepEqual(names(await handler.call('reply', 'offer', {})), ['已办好'])
  assert.deepEqual(await journalOf(id), ['reply.written 值班长', 'reply.changed 值班长', 'reply.retired 值班长', 'reply.restored 值班长'])
})

test('favourites come first, then what is taken up most', async () => {
  const { shiftLeader, handler, checker } = await openOffice(city)
  const [one, two, three] = [await shiftLeader.call('reply', 'write', { name: '甲', text: '甲' }), await shiftLeader.call('reply', 'write', { name: '乙', text: '乙' }), await shiftLeader.call('reply', 'write', { name: '丙', text: '丙' })]
  assert.deepEqual(names(await handler.call('reply', 'offer', {})).toSorted(), ['甲', '乙', '丙'].toSorted())
  for (const { id } of [three, three, two]) await handler.call('reply', 'use', { id })
  await handler.call('reply', 'favour', { id: one.id, isFavourite: true })
  assert.deepEqual((await handler.call('reply', 'offer', {})).rows.map(({ name, isFavourite }) => [name, isFavourite]), [['甲', true], ['丙', false], ['乙', false]])
  await eventually(async () => assert.deepEqual((await checker.call('reply', 'offer', {})).rows.map(({ name, used }) => [name, used]), [['丙', 2], ['乙', 1], ['甲', 0]]))
  await handler.call('reply', 'favour', { id: one.id, isFavourite: false })
  assert.deepEqual(names(await handler.call('reply', 'offer', {})), ['丙', '乙', '甲'])
  assert.deepEqual((await city.owner.query('select name, count(*)::int from journal where subject = $1 group by name order by name', [three.id])).rows.filter(({ name }) => name !== 'reply.counted').map(({ name, count }) => [name, count]), [['reply.used', 2], ['reply.written', 1]])
})

test('a community’s words are for those who work there, and its secretary keeps those alone', async () => {
  const { street, shiftLeader, handler, checker } = await openOffice(city)
  const [east, west] = street.communities
  const secretary = await street.staff('书记', 'secretary', east!.area)
  const neighbour = await street.staff('西苑社工', 'socialWorker', west!.area)
  const general = await shiftLeader.call('reply', 'write', { name: '街道的', text: '街道的' })
  const own = await secretary.call('reply', 'write', { name: '东苑的', text: '已请{社区}网格员上门。' })
  assert.deepEqual([own.area, own.areaName], [east!.area, '东苑社区'])
  for (const area of [street.area, west!.area, east!.grids[0]!]) await assert.rejects(secretary.call('reply', 'write', { name: '越权', text: '越权', area }), { code: 'not-found' })
  assert.deepEqual((await secretary.call('reply', 'list', {})).rows.map(({ name, mayChange }) => [name, mayChange]).toSorted(), [['东苑的', true], ['街道的', false]])
  await assert.rejects(secretary.call('reply', 'retire', { id: general.id, isRetired: true }), { code: 'may.not' })
  await assert.rejects(secretary.call('reply', 'change', { id: general.id, from: general.changedAt, name: '改', text: '改' }), { code: 'may.not' })
  assert.deepEqual([names(await checker.call('reply', 'offer', {})).toSorted(), names(await neighbour.call('reply', 'offer', {})), names(await handler.call('reply', 'offer', {}))], [['东苑的', '街道的'], ['街道的'], ['街道的']])
  assert.deepEqual(names(await shiftLeader.call('reply', 'offer', { area: west!.grids[0]! })), ['街道的'], 'the west is not answered in the east’s words')
  await assert.rejects(neighbour.call('reply', 'use', { id: own.id }), { code: 'not-found' })
  assert.equal((await shiftLeader.call('reply', 'retire', { id: own.id, isRetired: true })).isRetired, true)
})

test('the neighbouring sub-district and residents hear nothing of it', async () => {
  const [ours, theirs] = [await openOffice(city), await openOffice(city)]
  const { id, changedAt } = await ours.shiftLeader.call('reply', 'write', { name: '我们的', text: '我们的' })
  assert.deepEqual([names(await theirs.handler.call('reply', 'offer', {})), names(await theirs.acceptor.call('reply', 'offer', {})), names(await theirs.shiftLeader.call('reply', 'list', {}))], [[], [], []])
  await assert.rejects(theirs.shiftLeader.call('reply', 'change', { id, from: changedAt, name: '别', text: '别' }), { code: 'not-found' })
  await assert.rejects(theirs.handler.call('reply', 'favour', { id, isFavourite: true }), { code: 'not-found' })
  await assert.rejects(ours.resident.call('reply', 'offer', {}), { code: 'may.not' })
  await assert.rejects(ours.handler.call('reply', 'list', {}), { code: 'may.not' })
})
