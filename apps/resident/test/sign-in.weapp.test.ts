import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choose, mainButton, openStage, somebody, tapOn, write } from './weapp-person.ts'

const stage = openStage()

test('with WeChat one tap signs in; the first time the phone number is asked for, and may be declined', async () => {
  const me = somebody(stage)
  const { app, phone, number } = me
  await tapOn(app, '我要上报')
  await tapOn(app, '去登录')
  await tapOn(app, '微信一键登录')
  await app.until(() => app.text().includes('请先勾选同意，再登录'))
  assert.deepEqual(phone.sent.filter((url) => !url.endsWith('/identity/signInWays')), [], 'nothing about the person is sent before they agreed')
  await choose(app, '我已了解', 'checkbox')
  await tapOn(app, '微信一键登录')
  await app.until(() => app.text().includes('允许使用手机号'))
  app.givePhone(app.withClass('button--main')[0], undefined)
  await app.until(() => app.text().includes('没有得到手机号'))
  app.givePhone(app.withClass('button--main')[0], me.phoneCode())
  await app.until(() => app.route() === 'pages/report/index' && app.text().includes('发生了什么'))
  assert.match(JSON.stringify(app.storage.get('linli.session')), /"token":"[\w-]{43}"/)

  app.tap(app.find('返回', 'button'))
  await tapOn(app, '我的登录')
  await app.until(() => app.text().includes(`139****${number.slice(-4)}`))
  await tapOn(app, '退出登录')
  await app.until(() => app.withClass('sheet').length === 1)
  app.tap(mainButton(app))
  await app.until(() => app.text().includes('登录后可以上报事情'))
  assert.equal(JSON.stringify(app.storage.get('linli.session')), '{"isSignedIn":false,"token":null}')

  await tapOn(app, '登录登录后')
  await tapOn(app, '微信一键登录')
  await app.until(() => app.route() === 'pages/me/index' && app.text().includes(`139****${number.slice(-4)}`))
})

test('the code of a text message works here too, and the phone keeps the token', async () => {
  const { app, number } = somebody(stage)
  await tapOn(app, '我的事件')
  await tapOn(app, '去登录')
  await choose(app, '我已了解', 'checkbox')
  await tapOn(app, '用短信验证码登录')
  await write(app, '手机号', number)
  await tapOn(app, '获取验证码')
  const [text] = await stage.city.messagesTo(number, 1)
  await write(app, '短信验证码', /\d{6}/.exec(text!)![0])
  app.tap(mainButton(app))
  await app.until(() => app.route() === 'pages/event/list' && app.text().includes('还没有上报过事情'))
  assert.match(JSON.stringify(app.storage.get('linli.session')), /"token":"[\w-]{43}"/)
})
