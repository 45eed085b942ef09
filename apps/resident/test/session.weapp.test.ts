import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startWeapp } from './weapp-host.ts'
import { entry, openStage, signIn, somebody, tapOn, write } from './weapp-person.ts'

const stage = openStage()

test('a session that ended elsewhere leads back to signing in, and the draft stays', async () => {
  const me = somebody(stage)
  const { app, number } = me
  await tapOn(app, '我要上报')
  await signIn(me)
  await write(app, '发生了什么', '垃圾桶满了没人清')
  await tapOn(app, '用我现在的位置')
  await app.until(() => app.text().includes('示例新村2幢') && app.find('垃圾', 'radio') !== undefined)
  await stage.city.sql('update session set until = now() - make_interval(secs => 1) where account = (select id from account where phone_masked = $1)', [`139****${number.slice(-4)}`])
  await tapOn(app, '提交')
  await app.until(() => app.text().includes('请先登录'))
  await tapOn(app, '去登录')
  await tapOn(app, '微信一键登录')
  await app.until(() => app.route() === 'pages/report/index' && entry(app, '发生了什么') !== undefined)
  assert.equal(entry(app, '发生了什么')?.attributes.value, '垃圾桶满了没人清')
  await tapOn(app, '提交')
  await app.until(() => app.text().includes('已经收到您的上报'))
})

test('what was asked before somebody signed in anew does not sign them out again', async () => {
  const me = somebody(stage)
  const { app, phone, number } = me
  await tapOn(app, '我的事件')
  await signIn(me)
  await app.until(() => app.text().includes('还没有上报过事情'))
  const { request } = phone
  let [release, late] = [() => {}, 0]
  phone.request = async (asked) => {
    if (!asked.url.endsWith('/event/mine')) return request!(asked)
    await new Promise<void>((go) => { release = go })
    const answer = await request!(asked)
    late = answer.status
    return answer
  }
  app.comeBack()
  await stage.city.sql('update session set until = now() - make_interval(secs => 1) where account = (select id from account where phone_masked = $1)', [`139****${number.slice(-4)}`])
  app.wx.reLaunch({ url: '/pages/me/devices' })
  await app.until(() => app.text().includes('请先登录'))
  await tapOn(app, '去登录')
  await tapOn(app, '微信一键登录')
  await app.until(() => app.route() === 'pages/me/devices' && app.text().includes('当前'))
  release()
  await app.until(() => late === 401)
  await new Promise((go) => { setTimeout(go, 50) })
  assert.equal((app.storage.get('linli.session') as { isSignedIn: boolean }).isSignedIn, true)
})

test('whose session is that of a member of staff is asked to sign in as a resident', async () => {
  const { phone } = somebody(stage)
  const app = startWeapp(stage.folder, { ...phone, storage: new Map([['linli.session', { isSignedIn: true, token: stage.office.tokens.acceptor }]]) })
  await tapOn(app, '我的事件')
  await app.until(() => app.text().includes('请先登录'))
})
