import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mainButton, openStage, signInStaff, somebody, tapOn, write } from './weapp-person.ts'
import { startWeapp } from './weapp-host.ts'

const password = 'Linhe-Office-2026'

let name: string
const stage = openStage(async ({ city, office }) => { name = await city.password(office, 'handler', password) })

async function dispatched(description: string): Promise<string> {
  const { as, unit, lng, lat } = stage.office
  const { id } = await as.resident('event', 'reportMine', { description, matter: '06010', point: { lng, lat } })
  await as.acceptor('event', 'take', { id, take: { step: 'accept' } })
  await as.shiftLeader('event', 'take', { id, take: { step: 'file' } })
  await as.dispatcher('event', 'take', { id, take: { step: 'dispatch', unit } })
  return id
}

test('in the mini-program, too, what is done without a network is kept through the end of the app and delivered once', async () => {
  const id = await dispatched('桥头垃圾没人收')
  const { app, phone } = somebody(stage)
  const [files, drawn] = [new Map<string, number>(), [] as string[]]
  Object.assign(phone, { storage: app.storage, files, drawn, drawnBytes: 500_000 })
  // A phone with a folder of its own, switched on again.
  const first = startWeapp(stage.folder, phone)
  await signInStaff(first, name, password)
  await first.until(() => first.text().includes('等我办的 1 件'))
  assert.match(JSON.stringify(first.storage.get('linli.staff')), /"token":"[\w-]{43}"/)
  assert.equal(first.storage.get('linli.session'), undefined, 'a resident has another session')
  await first.until(() => first.storage.has(`linli.box.seen.event.${id}`))

  const { request } = phone
  phone.request = () => { throw new Error('fail timeout') }
  await tapOn(first, '桥头垃圾没人收')
  await first.until(() => first.text().includes('现在连不上网'))
  await tapOn(first, '签收')
  await tapOn(first, '反馈结果')
  await tapOn(first, '拍照：处置后照片')
  await first.until(() => first.withClass('photo-grid__remove').length === 1)
  await write(first, '处理结果', '垃圾已清运。')
  await first.until(() => first.find('提交', 'button') !== undefined)
  first.tap(mainButton(first))
  await first.until(() => first.text().includes('等网络') && first.find('反馈结果', 'button') === undefined)
  assert.deepEqual([[...files.values()].every((bytes) => bytes <= 300 * 1024), files.size], [true, 1])
  assert.match(drawn.slice(-2).join(' '), /^示例|^东苑|北纬/)
  assert.match(drawn.join(' '), /\d{4}-\d\d-\d\d \d\d:\d\d:\d\d 经办人/)
  assert.equal((await stage.office.as.handler('event', 'get', { id })).status, 'dispatched')

  // The app is thrown out of the memory; opened again, there is a network.
  phone.request = request
  const second = startWeapp(stage.folder, phone)
  await tapOn(second, '我的登录')
  await tapOn(second, '工作人员入口')
  await second.until(() => second.text().includes('现在没有等您办的') && second.find('待发送', 'button') === undefined)
  const seen = await stage.office.as.checker('event', 'get', { id })
  assert.deepEqual([seen.status, seen.publicReply, seen.photos.length], ['feedback', '垃圾已清运。', 1])
  assert.deepEqual((await stage.city.sql('select name from journal where subject = $1 order by at, id', [id])).map(({ name: one }) => one).slice(-2), ['event.signed', 'event.fed-back'])
  assert.equal(files.size, 0, 'what has arrived does not stay on the phone')
})

test('when the network comes back it goes out by itself', async () => {
  const id = await dispatched('西门灯箱歪了')
  const me = somebody(stage)
  const { app, phone } = me
  await signInStaff(app, name, password)
  await tapOn(app, '西门灯箱歪了')
  await app.until(() => app.text().includes('可以办的'))
  const { request } = phone
  phone.request = () => { throw new Error('fail timeout') }
  await tapOn(app, '签收')
  await app.until(() => app.text().includes('等网络'))
  phone.request = request
  app.connect(true)
  await app.until(() => app.text().includes('已送达：西门灯箱歪了'))
  assert.equal((await stage.office.as.handler('event', 'get', { id })).status, 'handling')
})

test('called to a place by a whistle: reported in without a network, with the position of the tap, and delivered once', async () => {
  const { as, unit, lng, lat } = stage.office
  const { id } = await as.dispatcher('whistle', 'blow', { kind: 'keyWork', urgency: 'urgent', title: '桥洞排水', requirement: '带抽水泵', point: { lng, lat }, place: '桥洞', units: [unit], lead: unit })
  const { app, phone } = somebody(stage)
  await signInStaff(app, name, password)
  await app.until(() => app.text().includes('叫我到场的 1 件'))
  await app.until(() => app.storage.has(`linli.box.seen.whistle.${id}`))
  const { request } = phone
  phone.request = () => { throw new Error('fail timeout') }
  await tapOn(app, '桥洞排水')
  await tapOn(app, '到场报到')
  await app.until(() => app.text().includes('距现场'))
  await tapOn(app, '提交')
  await app.until(() => app.text().includes('等网络'))
  assert.equal((await as.dispatcher('whistle', 'get', { id })).calls[0]?.status, 'called')
  phone.request = request
  app.connect(true)
  await app.until(() => app.text().includes('已送达：桥洞排水'))
  const { calls: [call] } = await as.dispatcher('whistle', 'get', { id })
  assert.deepEqual([call?.status, call?.arrival?.isNear, (call?.arrival?.metres ?? 99) < 5], ['arrived', true, true])
  assert.deepEqual((await stage.city.sql('select name from journal where subject = $1 order by at, id', [id])).map(({ name: one }) => one), ['whistle.blown', 'whistle.arrived'])
})
