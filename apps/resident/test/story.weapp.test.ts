import assert from 'node:assert/strict'
import { test } from 'node:test'
import { handleAll } from './city.ts'
import { startWeapp } from './weapp-host.ts'
import { choose, entry, openStage, signIn, somebody, tapOn, write } from './weapp-person.ts'

const stage = openStage()

test('from report to re-handling: photo and WeChat map, a question, a rating, and once more', async () => {
  const me = somebody(stage)
  const { app, phone } = me
  await tapOn(app, '我要上报')
  await signIn(me)
  await write(app, '发生了什么', '小区门口垃圾没人收，很臭')
  await app.until(() => app.find('暴露垃圾', 'radio')?.attributes['aria-checked'] === true)
  await tapOn(app, '添加照片')
  await app.until(() => app.withClass('photo-grid__remove').length === 1 && app.withClass('photo-grid__state').length === 0)
  await tapOn(app, '在地图上选')
  await app.until(() => app.text().includes('东苑社区 第1网格 示例新村2幢'))
  assert.equal(entry(app, '具体位置')?.attributes.value, '示例广场东门', 'what WeChat calls the place is a first word for it')
  await tapOn(app, '提交')
  await app.until(() => app.route() === 'pages/report/sent' && app.text().includes('已经收到您的上报'))
  assert.equal(app.storage.get('linli.draft') && (app.storage.get('linli.draft') as { description: string }).description, '')

  await tapOn(app, '查看进度')
  await app.until(() => app.text().includes('已经收到，等社区受理'))
  const { id, point } = (await stage.office.as.acceptor('event', 'list', {})).rows[0]!
  assert.ok(Math.abs(point!.lng - stage.office.lng) < 2e-6 && Math.abs(point!.lat - stage.office.lat) < 2e-6, 'GCJ-02 was taken back')
  const pictures = () => app.nodes().filter(({ tag, attributes }) => tag === 'image' && String(attributes.src).startsWith('wxfile://image/jpeg/'))
  await app.until(() => pictures().length === 1)
  assert.deepEqual(phone.fetched.map((url) => url.replace(/[\w-]{36}/, 'ID')), ['/api/file/ID?size=thumb'])

  await stage.office.as.acceptor('event', 'take', { id, take: { step: 'askInfo', question: '请问是几号桶？' } })
  app.comeBack()
  await app.until(() => app.text().includes('请问是几号桶？'))
  await write(app, '您的补充', '东边第二个桶')
  await tapOn(app, '提交补充')
  await app.until(() => app.text().includes('您补充了情况'))

  await handleAll(stage.office, id, '垃圾已清运，桶已换大。')
  app.tap(app.find('返回', 'button'))
  await app.until(() => app.route() === 'pages/home/index')
  app.comeBack()
  await app.until(() => app.text().includes('有 1 件等您处理') && app.text().includes('请您评价'))
  await tapOn(app, '小区门口垃圾')
  await choose(app, '没有解决', 'radio')
  await choose(app, '2 星，不满意', 'radio')
  await tapOn(app, '提交评价')
  await app.until(() => app.text().includes('您的评价'))

  await stage.office.as.shiftLeader('event', 'take', { id, take: { step: 'close' } })
  app.comeBack()
  await tapOn(app, '要求重新办理')
  await write(app, '哪里没有解决', '第二天又满了')
  await tapOn(app, '提交')
  await app.until(() => app.text().includes('已经立案，正在安排办理单位'))
  assert.equal((await stage.office.as.shiftLeader('event', 'get', { id })).reopened, 1)
})

test('where the phone is becomes the place; refused, the other ways are left', async () => {
  const me = somebody(stage)
  const { app, phone } = me
  await tapOn(app, '我要上报')
  await signIn(me)
  const place = phone.place
  phone.place = null
  await tapOn(app, '用我现在的位置')
  await app.until(() => app.text().includes('没有得到定位的允许'))
  phone.place = place
  await tapOn(app, '用我现在的位置')
  await app.until(() => app.text().includes('东苑社区 第1网格 示例新村2幢'))
  await tapOn(app, '换一个地点')
  await tapOn(app, '按小区、楼幢名称找')
  await write(app, '小区、楼幢或社区的名称', '新村3')
  await tapOn(app, '示例新村3幢')
  await app.until(() => app.route() === 'pages/report/index' && app.text().includes('示例新村3幢'))
})

test('a photo that did not get through is sent again with a tap, and the report waits for it', async () => {
  const me = somebody(stage)
  const { app, phone } = me
  await tapOn(app, '我要上报')
  await signIn(me)
  await write(app, '发生了什么', '路灯不亮')
  const { upload } = phone
  phone.upload = () => { throw new Error('fail timeout') }
  await tapOn(app, '添加照片')
  await app.until(() => app.find('没有传成，点此重传') !== undefined)
  await tapOn(app, '提交')
  await app.until(() => app.text().includes('有照片没有传成'))
  phone.upload = upload
  await tapOn(app, '没有传成，点此重传')
  await app.until(() => app.withClass('photo-grid__state').length === 0)
})

test('a draft is there again when the app is opened again, with the photo that the server has', async () => {
  const me = somebody(stage)
  const { app, phone } = me
  await tapOn(app, '我要上报')
  await signIn(me)
  await write(app, '发生了什么', '路灯不亮，晚上看不见')
  await tapOn(app, '添加照片')
  await app.until(() => app.withClass('photo-grid__remove').length === 1 && app.withClass('photo-grid__state').length === 0)

  const later = startWeapp(stage.folder, { ...phone, storage: app.storage })
  await later.until(() => later.text().includes('有一份没有交的，接着写'))
  await tapOn(later, '我要上报')
  await later.until(() => later.text().includes('上次没有提交的内容已为您保留') && later.withClass('photo-grid__photo').length === 1)
  assert.equal(entry(later, '发生了什么')?.attributes.value, '路灯不亮，晚上看不见')
  await tapOn(later, '清空重写')
  await later.until(() => later.withClass('button--grave').length === 1)
  later.tap(later.withClass('button--grave')[0])
  await later.until(() => entry(later, '发生了什么')?.attributes.value === '')
})

/** Words and the place of the phone, ready to be sent. */
async function fillIn(me: ReturnType<typeof somebody>, words: string) {
  const { app } = me
  await tapOn(app, '我要上报')
  await signIn(me)
  await write(app, '发生了什么', words)
  await tapOn(app, '用我现在的位置')
  await app.until(() => app.find('暴露垃圾', 'radio')?.attributes['aria-checked'] === true && app.text().includes('示例新村2幢'))
}

test('who sees the same is shown that it was reported, and goes with it', async () => {
  const one = somebody(stage)
  await fillIn(one, '小区门口垃圾没人收')
  await tapOn(one.app, '提交')
  await one.app.until(() => one.app.text().includes('已经收到您的上报'))
  const two = somebody(stage)
  await fillIn(two, '门口的垃圾好几天没人收')
  await two.app.until(() => two.app.text().includes('附近已有人上报'))
  assert.equal(two.app.text().includes('小区门口垃圾没人收'), false, 'not in the words of the other')
  await tapOn(two.app, '就是这件，并入')
  await two.app.until(() => two.app.text().includes('提交后并入已有的'))
  await tapOn(two.app, '提交')
  await two.app.until(() => two.app.route() === 'pages/report/sent' && two.app.text().includes('与先上报的同一件事合并办理'))
  await tapOn(two.app, '查看进度')
  await two.app.until(() => two.app.text().includes('办好后一并答复您'))
})

test('reported for somebody else, in confidence; reported anonymously', async () => {
  const me = somebody(stage)
  const { app } = me
  await fillIn(me, '隔壁老人家门口垃圾没人收')
  await tapOn(app, '替别人报')
  await choose(app, '保密', 'radio')
  await choose(app, '替别人报', 'radio')
  await tapOn(app, '提交')
  await app.until(() => app.text().includes('请填写他的手机号或固定电话'))
  await write(app, '他的姓名', '赵范三')
  await write(app, '他的电话', '13900007788')
  await tapOn(app, '提交')
  await app.until(() => app.text().includes('已经收到您的上报'))
  const [first] = (await stage.office.as.acceptor('event', 'list', { flags: ['confidential'] })).rows
  assert.deepEqual((await stage.office.as.acceptor('event', 'get', { id: first!.id })).reporter, { name: '赵**', phone: '139****7788' })

  await tapOn(app, '再报一件')
  await write(app, '发生了什么', '楼道里的垃圾没人收')
  await tapOn(app, '用我现在的位置')
  await app.until(() => app.find('暴露垃圾', 'radio')?.attributes['aria-checked'] === true)
  await tapOn(app, '替别人报')
  await choose(app, '匿名', 'radio')
  await tapOn(app, '提交')
  await app.until(() => app.route() === 'pages/report/sent' && app.text().includes('已经收到您的上报'))
  const [hidden] = (await stage.office.as.acceptor('event', 'list', { flags: ['anonymous'] })).rows
  assert.equal((await stage.office.as.acceptor('event', 'get', { id: hidden!.id })).reporter, null)
})

test('a long list grows as one scrolls', async () => {
  const me = somebody(stage)
  const { app, number } = me
  await tapOn(app, '我的事件')
  await signIn(me)
  await app.until(() => app.text().includes('还没有上报过事情'))
  const [{ id }] = await stage.city.sql('select id from account where phone_masked = $1', [`139****${number.slice(-4)}`]) as [{ id: string }]
  await stage.city.copyEvent(stage.office, id, 45)
  app.comeBack()
  await app.until(() => app.withClass('list-row').length === 20)
  app.reachBottom()
  await app.until(() => app.withClass('list-row').length === 40)
  app.reachBottom()
  await app.until(() => app.withClass('list-row').length === 45 && app.text().includes('没有更多了'))
  app.comeBack()
  await app.until(() => app.withClass('list-row').length === 45)
})

test('without a network the list says so, and comes with a tap when there is one', async () => {
  const me = somebody(stage)
  const { app, phone } = me
  await tapOn(app, '我的事件')
  const { request } = phone
  phone.request = (asked) => { if (asked.url.endsWith('/event/mine')) throw new Error('fail timeout'); return request!(asked) }
  await signIn(me)
  await app.until(() => app.text().includes('网络不通，请检查网络后再试'))
  phone.request = request
  await tapOn(app, '再试一次')
  await app.until(() => app.text().includes('还没有上报过事情'))
})

test('who comes back is shown what stands now, even while an older question is on its way', async () => {
  const me = somebody(stage)
  const { app, phone, number } = me
  await tapOn(app, '我的事件')
  await signIn(me)
  await app.until(() => app.text().includes('还没有上报过事情'))
  const [{ id: person }] = await stage.city.sql('select id from account where phone_masked = $1', [`139****${number.slice(-4)}`]) as [{ id: string }]
  const { id } = await stage.office.as.resident('event', 'reportMine', { description: '路灯坏了', matter: '01037', point: { lng: stage.office.lng, lat: stage.office.lat } })
  await stage.city.sql('update event set reported_by = $2 where id = $1', [id, person])
  app.comeBack()
  await tapOn(app, '路灯坏了')
  await app.until(() => app.text().includes('已经收到，等社区受理'))
  const { request } = phone
  let isHeld = false
  phone.request = async (asked) => {
    const answer = await request!(asked)
    if (!isHeld && asked.url.endsWith('/event/getMine')) {
      isHeld = true
      await new Promise(() => {})
    }
    return answer
  }
  app.comeBack()
  await app.until(() => isHeld)
  await stage.office.as.acceptor('event', 'take', { id, take: { step: 'askInfo', question: '是哪一盏灯？' } })
  app.comeBack()
  await app.until(() => app.text().includes('是哪一盏灯？'))
})
