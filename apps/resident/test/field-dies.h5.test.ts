import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { chromium } from 'playwright-core'
import type { BrowserContext, Page } from 'playwright-core'
import { storyFlags } from '../../../tools/browser.ts'
import { built } from './built.mjs'
import { startCity } from './city.ts'
import type { City, Office } from './city.ts'
import { dispatched, seenOn, until } from './field-person.ts'
import { drawnPhoto } from './photo.ts'

const password = 'Linhe-Office-2026'

let city: City
let office: Office
let name: string
let folder: string
let context: BrowserContext
let page: Page

before(async () => {
  await built('h5')
  city = await startCity()
  office = await city.office()
  name = await city.password(office, 'handler', password)
  folder = mkdtempSync(join(tmpdir(), 'linli-phone-'))
  await switchOn()
})
after(async () => {
  await context.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The same phone again: what it has is what was on the disk. */
async function switchOn({ isOffline = false } = {}) {
  context = await chromium.launchPersistentContext(folder, {
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: storyFlags, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN',
    permissions: ['geolocation'], geolocation: { longitude: office.lng, latitude: office.lat }, offline: isOffline,
  })
  page = context.pages()[0] ?? await context.newPage()
}

/** The battery is empty: the browser ends in the middle of whatever it does. */
async function die() {
  const ours = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n').filter((line) => line.includes(`--user-data-dir=${folder}`) && !line.includes('--type='))
  const ended = new Promise((done) => { context.once('close', done) })
  for (const line of ours) process.kill(Number.parseInt(line, 10), 'SIGKILL')
  await ended
  // What holds the folder is a dead process.
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) rmSync(join(folder, lock), { force: true })
}

const open = (path: string) => page.goto(`${city.address}/m/#/pages/staff/${path}`)
const press = (words: string | RegExp) => page.getByRole('button', { name: words }).filter({ visible: true }).first().click()
const says = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor()
const journal = async (id: string) => (await city.sql('select name from journal where subject = $1 order by at, id', [id])).map((row) => row.name)

/** A cookie that was not yet on the disk is gone with the phone: then one signs in again. */
async function signIn(who = name) {
  await open('sign-in')
  await page.getByLabel('登录名').fill(who)
  await page.getByLabel('密码').fill(password)
  await press(/^登录$/)
  await says('登录成功')
  // Signing in leads on by itself: what was opened in the same moment would be left again.
  await page.waitForFunction(() => !location.hash.includes('staff/sign-in'))
  await open('index')
  await page.getByRole('heading', { name: /等我办的/ }).or(page.getByText('现在没有等您办的')).filter({ visible: true }).first().waitFor()
}

test('the phone dies with things waiting and one half written, and again in the middle of sending: all is there, each arrives once', async () => {
  const [first, second] = [await dispatched(office, '东门灯柱倾斜'), await dispatched(office, '西门灯柱倾斜')]
  await signIn()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await seenOn(page, 'waiting', '西门灯柱倾斜')
  for (const id of [first, second]) await seenOn(page, `event.${id}`)
  await context.setOffline(true)
  await press(/东门灯柱倾斜/)
  await press(/^签收$/)
  await press('反馈结果')
  const [camera] = await Promise.all([page.waitForEvent('filechooser'), press('拍照：处置后照片')])
  await camera.setFiles([await drawnPhoto('#3a7')])
  await page.locator('.photo-grid__remove:visible').waitFor()
  await page.getByLabel('处理结果').fill('已扶正。')
  await press(/^提交$/)
  // The signing waits already: it is the form that says when the result does, too.
  await page.getByLabel('处理结果').filter({ visible: true }).waitFor({ state: 'hidden' })
  await says('等网络')
  await page.goBack()
  await page.getByRole('heading', { name: /等我办的/ }).filter({ visible: true }).first().waitFor()
  await press(/西门灯柱倾斜/)
  await press(/^签收$/)
  await press('登记处置')
  await page.getByLabel('处置情况').fill('等吊车，写到一半')
  await page.waitForTimeout(300)
  await die()

  // Still without a network: it opens, and everything is there.
  await switchOn({ isOffline: true })
  await open('outbox')
  await says(/请先登录|3 件等着发送/)
  const isForgotten = await page.getByText('请先登录').filter({ visible: true }).count() > 0
  if (!isForgotten) await says('等吊车，写到一半')
  await context.setOffline(false)
  let isTaken = false
  // The feedback reaches the server, its answer does not reach the phone.
  await context.route('**/api/event/take', async (route) => {
    const answer = await route.fetch()
    if (!route.request().postData()?.includes('feedback')) return route.fulfill({ response: answer })
    isTaken = true
    return undefined
  })
  await signIn()
  await until(async () => isTaken)
  assert.ok(isTaken)
  await die()

  await switchOn()
  await signIn()
  await until(async () => (await journal(second)).at(-1) === 'event.signed')
  await open('outbox')
  await says('等吊车，写到一半')
  await page.getByText(/件等着发送|正在发送/).filter({ visible: true }).first().waitFor({ state: 'detached' })
  assert.deepEqual((await journal(first)).slice(-2), ['event.signed', 'event.fed-back'])
  assert.deepEqual((await journal(second)).filter((step) => step === 'event.signed'), ['event.signed'])
  const seen = await office.as.checker('event', 'get', { id: first })
  assert.deepEqual([seen.status, seen.publicReply, seen.photos.length], ['feedback', '已扶正。', 1])
  await press('接着写')
  await page.getByLabel('处置情况').waitFor()
  assert.equal(await page.getByLabel('处置情况').inputValue(), '等吊车，写到一半')
})

test('the phone dies with somebody registered at a door and another half written, and again as it is sent: all is there, nobody is written twice', async () => {
  const checker = await city.password(office, 'checker', password)
  const building = `${office.grid}b0001/`
  await office.as.checker('housing', 'add', { building, doors: [{ entrance: '1', room: '201' }] })
  const [unit] = (await office.as.checker('housing', 'chart', { building })).rows
  const openDoor = () => open(`door?area=${encodeURIComponent(building)}&housing=${unit!.id}`)
  const label = (words: string) => page.getByLabel(words, { exact: true }).filter({ visible: true }).first()
  const residents = async () => (await office.as.checker('doorstep', 'residents', { housing: unit!.id })).rows.map((one) => one.name)
  await signIn(checker)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await open('doors')
  await press(/第1网格/)
  await press('下载到这部手机')
  await says('已下载 3 幢')
  await context.setOffline(true)
  await openDoor()
  await press('登记住户')
  await label('姓名').fill('张示三')
  await page.locator('.option:visible').filter({ hasText: '租客' }).click()
  await label('联系电话').fill('13900000031')
  await press(/^提交$/)
  await says('等网络')
  await press('登记住户')
  await label('姓名').fill('李例二')
  await page.waitForTimeout(300)
  await die()

  await switchOn({ isOffline: true })
  await open('outbox')
  // Where the newest cookie is gone the one before it may be back: then it is the other person's box that opens.
  await says(/请先登录|1 件等着发送|西门灯柱倾斜/)
  if (await page.getByText('1 件等着发送').filter({ visible: true }).count() > 0) await says('姓名：李例二')
  await context.setOffline(false)
  let isTaken = false
  await context.route('**/api/doorstep/enter', async (route) => {
    await route.fetch()
    isTaken = true
  })
  await signIn(checker)
  await until(async () => isTaken)
  assert.deepEqual(await residents(), ['张示三'])
  await die()

  await switchOn()
  await signIn(checker)
  await open('outbox')
  await page.getByText(/件等着发送|正在发送/).filter({ visible: true }).first().waitFor({ state: 'detached' })
  assert.deepEqual(await residents(), ['张示三'])
  await openDoor()
  await says('登记 1 人，上次核对今天')
  assert.equal(await label('姓名').inputValue(), '李例二')
})
