import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { built } from './built.mjs'
import { startWeapp } from './weapp-host.ts'

let folder: string
before(async () => { folder = await built('weapp') })

test('the mini-program opens on the first page and changes to the elder edition with one tap', async () => {
  const storage = new Map<string, unknown>()
  const app = startWeapp(folder, { storage })
  await app.until(() => app.text().includes('有事情，告诉社区'))
  assert.equal(app.withClass('page--elder').length, 0)

  app.tap(app.find('大字版', 'button'))
  await app.until(() => app.withClass('page--elder').length === 1)
  assert.equal(storage.get('linli.elder'), true)
  assert.ok(app.find('标准版', 'button'), 'the way back is one tap too')
})

test('the edition is remembered when the app is opened again', async () => {
  const app = startWeapp(folder, { storage: new Map([['linli.elder', true]]) })
  await app.until(() => app.withClass('page--elder').length === 1)
})

test('我的 opens from the first page, and 返回 leads back', async () => {
  const app = startWeapp(folder)
  await app.until(() => app.find('我的登录', 'button') !== undefined)
  app.tap(app.find('我的登录', 'button'))
  await app.until(() => app.route() === 'pages/me/index' && app.text().includes('显示大小'))

  app.tap(app.find('大字版', 'radio'))
  await app.until(() => app.withClass('page--elder').length === 1)
  app.tap(app.find('返回', 'button'))
  await app.until(() => app.route() === 'pages/home/index' && app.withClass('page--elder').length === 1)
})

test('what is kept on the phone is cleared only after a yes', async () => {
  const storage = new Map<string, unknown>([['linli.elder', true]])
  const app = startWeapp(folder, { storage })
  await app.until(() => app.find('我的登录', 'button') !== undefined)
  app.tap(app.find('我的登录', 'button'))
  await app.until(() => app.find('隐私中心', 'button') !== undefined)
  app.tap(app.find('隐私中心', 'button'))
  await app.until(() => app.find('全部清除', 'button') !== undefined)

  app.tap(app.find('全部清除', 'button'))
  await app.until(() => app.find('取消', 'button') !== undefined)
  app.tap(app.find('取消', 'button'))
  await app.until(() => app.find('取消', 'button') === undefined)
  assert.equal(storage.get('linli.elder'), true)

  app.tap(app.find('全部清除', 'button'))
  await app.until(() => app.withClass('button--grave').length === 1)
  app.tap(app.withClass('button--grave')[0])
  await app.until(() => app.text().includes('已清除'))
  assert.equal(storage.size, 0)
  assert.equal(app.withClass('page--elder').length, 0)
})
