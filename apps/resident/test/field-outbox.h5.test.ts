import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dispatched, openField, until } from './field-person.ts'
import type { Field } from './field-person.ts'

let field: Field
before(async () => { field = await openField() })
after(() => field.close())

test('first the handler signs in', () => field.signInAs(field.names.handler))

test('somebody else was faster: what happened is told, what was written is kept, and the steps after it go on', async () => {
  const { context, office } = field
  const id = await dispatched(office, '西门灯箱歪了')
  await field.open('index')
  await field.press(/西门灯箱歪了/)
  await field.page().getByRole('button', { name: '签收' }).waitFor()
  await context.setOffline(true)
  await field.press(/^签收$/)
  await field.press('登记处置')
  await field.page().getByLabel('处置情况').fill('已联系施工队')
  await field.press(/^提交$/)
  await office.as.handler('event', 'take', { id, take: { step: 'sign' } })
  await context.setOffline(false)
  await field.says(/这件事刚由经办人办理过/)
  await field.says(/现在的环节：处置中。您写的内容和照片都还在/)
  await field.says('没有办成')
  await until(async () => (await field.journal(id)).at(-1) === 'event.handled')
  assert.deepEqual((await field.journal(id)).slice(-2), ['event.signed', 'event.handled'])
  await field.open('outbox')
  await field.says(/没有办成/)
  await field.press('删除')
  await field.page().getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await field.says('都发出去了')
})

test('what one person wrote is not sent with the session of another', async () => {
  const { context, office } = field
  const id = await dispatched(office, '北门围栏断了')
  await field.open('index')
  await field.press(/北门围栏断了/)
  await field.page().getByRole('button', { name: '签收' }).waitFor()
  // The way to the server is cut before the step is taken; then somebody else signs in here.
  await context.route('**/api/event/take', (route) => route.abort())
  await field.press(/^签收$/)
  await field.says('已存在手机上')
  await field.signInAs(field.names.checker)
  await context.unroute('**/api/event/take')
  assert.equal(await field.page().getByRole('button', { name: /待发送/ }).filter({ visible: true }).count(), 0, 'a stranger’s parcels are not shown')
  assert.equal((await office.as.handler('event', 'get', { id })).status, 'dispatched')
  await field.signInAs(field.names.handler)
  await field.emptied()
  assert.deepEqual((await field.journal(id)).slice(-1), ['event.signed'])
  assert.deepEqual(await field.city.sql(`select actor_name as by from journal where subject = $1 and name = 'event.signed'`, [id]), [{ by: '经办人' }])
})

test('a self-handled report: photo before and after, a few words; matter and place come by themselves, and it arrives once though its answer is lost', async () => {
  const { context, office } = field
  await field.signInAs(field.names.checker)
  // The directory must have come before the network goes.
  await Promise.all([field.page().waitForResponse(/matter\/tree/).then((answer) => answer.finished()), field.press('随手拍上报')])
  await field.page().getByLabel('发生了什么').waitFor()
  await context.setOffline(true)
  await field.shoot('处置前照片')
  await field.press('上报自处置')
  await field.says('请拍一张处置后的照片')
  await field.shoot('处置后照片')
  await field.page().getByLabel('发生了什么').fill('楼道口暴露垃圾一堆')
  await field.page().getByRole('radio', { name: '已当场清理' }).check()
  await field.page().getByRole('radio', { name: /暴露垃圾/ }).waitFor()
  assert.ok(await field.page().getByRole('radio', { name: /暴露垃圾/ }).isChecked(), 'suggested from the directory this phone has seen')
  await field.page().getByLabel('具体位置').fill('2 单元门口')
  await field.press('上报自处置')
  await field.says('1 件等网络')
  let arrived = 0
  await context.route('**/api/event/report', async (route) => {
    arrived += 1
    const answer = await route.fetch()
    await (arrived === 1 ? route.abort() : route.fulfill({ response: answer }))
  })
  await context.setOffline(false)
  await field.emptied()
  await context.unroute('**/api/event/report')
  assert.equal(arrived, 2)
  const { rows } = await office.as.shiftLeader('event', 'list', { status: ['selfHandled'] })
  assert.equal(rows.length, 1)
  const seen = await office.as.shiftLeader('event', 'get', { id: rows[0]!.id })
  assert.deepEqual([seen.description, seen.publicReply, seen.place, seen.source, new Set(seen.photos.map(({ part }) => part)), seen.photos.length], ['楼道口暴露垃圾一堆', '已当场清理。', '2 单元门口', 'grid', new Set(['before', 'after']), 2])
  assert.ok(Math.abs(seen.point!.lng - office.lng) < 1e-5)
})

test('the phone dies between writing and sending, or while a photo is on its way: nothing is lost, nothing comes twice', async () => {
  const { context, office, city } = field
  const reported = (await office.as.shiftLeader('event', 'count', {})).total
  await field.open('report')
  await field.shoot('处置前照片')
  await field.shoot('处置后照片')
  await field.page().getByLabel('发生了什么').fill('电线杆上贴了小广告')
  await field.page().getByRole('radio', { name: '已当场清理' }).check()
  await field.page().getByRole('radio', { name: /广告/ }).first().check()
  let sent = 0
  await context.route('**/api/file/upload', async (route) => {
    sent += 1
    // The first photo gets through, the second hangs until the phone is dead.
    if (sent === 1) await route.fulfill({ response: await route.fetch() })
  })
  await field.press('上报自处置')
  await until(async () => (await field.parcels()).some(({ shots }) => shots.filter(({ id }) => id).length === 1))
  await field.die()
  await context.unroute('**/api/file/upload')
  await field.open('index')
  await field.emptied()
  const { rows } = await office.as.shiftLeader('event', 'list', {})
  assert.equal((await office.as.shiftLeader('event', 'count', {})).total, reported + 1)
  assert.equal(rows[0]?.photoCount, 2)
  assert.deepEqual(await city.sql('select count(*)::int as photos from photo where subject = $1', [rows[0]!.id]), [{ photos: 2 }])
  assert.equal(await field.held('photo'), 0, 'what has arrived does not stay on the phone')
})

test('nothing went wrong unseen: no script error, no blocked resource, no foreign address', () => {
  // The broken networks, the wrong password, the step that was not open and the resident’s page asked with a session of staff were asked for.
  assert.deepEqual(field.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|403|409)/.test(fault)), [])
})
