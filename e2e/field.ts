import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { asStaff, password } from './people.ts'
import { axeFindsNothing, photoFile, picture, type World } from './world.ts'

interface Field { page: Page, context: BrowserContext, press(name: string | RegExp): Promise<void>, says(words: string | RegExp): Promise<void>, shoot(label: string, file: Awaited<ReturnType<typeof photoFile>>): Promise<void>, open(path: string): Promise<unknown> }

/** A member of staff with a phone, where the sun shines on it, signed in; its pages have been kept for where there is no network. */
async function inTheField(world: World, name: string, at: { lng: number, lat: number }): Promise<Field> {
  const { page, context } = await world.window('phone')
  await context.grantPermissions(['geolocation'])
  await context.setGeolocation({ longitude: at.lng, latitude: at.lat, accuracy: 12 })
  const field: Field = {
    page, context,
    press: (button) => page.getByRole('button', { name: button }).filter({ visible: true }).first().click(),
    says: (words) => page.getByText(words).filter({ visible: true }).first().waitFor(),
    open: (path) => page.goto(`/m/#/pages/staff/${path}`),
    async shoot(label, file) {
      const taken = await page.locator('.photo-grid__remove:visible').count()
      const [camera] = await Promise.all([page.waitForEvent('filechooser'), field.press(new RegExp(`^(拍照|再拍一张)：${label}$`))])
      await camera.setFiles([file])
      await page.locator('.photo-grid__remove:visible').nth(taken).waitFor()
    },
  }
  await field.open('sign-in')
  await page.getByLabel('登录名').fill(name)
  await page.getByLabel('密码').fill(password)
  await field.press(/^登录$/)
  await field.says('登录成功')
  // Signing in leads on by itself: what was opened in the same moment would stand twice.
  await page.waitForFunction('!location.hash.includes("staff/sign-in")')
  await field.open('index')
  await page.getByRole('heading', { name: /等我办的/ }).or(page.getByText('现在没有等您办的')).filter({ visible: true }).first().waitFor()
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)')
  return field
}

/** Waits until the phone's box has something whose name begins so: fetched ahead. */
async function hasKept(page: Page, name: string): Promise<void> {
  const isKept = () => page.evaluate<boolean>(`new Promise((done) => {
    const asked = indexedDB.open('linli')
    asked.onsuccess = () => { const keys = asked.result.transaction('seen').objectStore('seen').getAllKeys(); keys.onsuccess = () => { asked.result.close(); done(keys.result.some((key) => key.startsWith('${name}'))) } }
  })`)
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(100)) if (await isKept()) return
  throw new Error(`${name} was not fetched ahead`)
}

/** Where the grid worker of the demo walks. */
async function place(world: World): Promise<{ lng: number, lat: number }> {
  const worker = await asStaff(world, 'wangge001')
  const { rows } = await worker('event', 'list', { limit: 100 })
  return rows.find(({ point }) => point !== null)!.point!
}

export function fieldwork(open: () => World): void {
  test('reported and handled without a network: kept on the phone, delivered once when it is back', async () => {
    const world = open()
    const at = await place(world)
    const words = `地下车库渗水 ${Date.now()}`
    await reportOffline(world, at, words)
    const [accept, file, dispatch] = await Promise.all(['shouli', 'zhibanzhang', 'paiqian'].map((name) => asStaff(world, name)))
    const { rows } = await accept!('event', 'list', { text: words })
    assert.equal(rows.length, 1, 'reported once')
    const { id, photoCount } = rows[0]!
    assert.equal(photoCount, 1)
    const { rows: units } = await dispatch!('organisation', 'units', { text: '综合行政执法队' })
    await accept!('event', 'take', { id, take: { step: 'accept' } })
    await file!('event', 'take', { id, take: { step: 'file' } })
    await dispatch!('event', 'take', { id, take: { step: 'dispatch', unit: units[0]!.id } })
    await handleOffline(world, at, { id, words })
    const seen = await accept!('event', 'get', { id })
    assert.deepEqual([seen.status, seen.publicReply, seen.photos.map(({ part }) => part)], ['feedback', '已抽干，水泵换新。', ['before', 'after']])
    const trace = (await accept!('event', 'trace', { id })).rows
    assert.deepEqual(trace.slice(-2).map(({ step }) => step), ['event.signed', 'event.fed-back'], 'each once')
  })

  test('called by a whistle, reported in on the spot without a network: the position of the tap holds', async () => {
    const world = open()
    const at = await place(world)
    const [leader, officer] = [await asStaff(world, 'paiqian'), await asStaff(world, 'zhifa')]
    const { unit } = await officer('identity', 'me', {})
    const title = `夜市联合整治 ${Date.now()}`
    const { id } = await leader('whistle', 'blow', { kind: 'enforcement', urgency: 'urgent', title, requirement: '带执法记录仪，南门集合', point: at, place: '南门', units: [unit!.id], lead: unit!.id })
    const phone = await inTheField(world, 'zhifa', { lng: at.lng, lat: at.lat + 0.0005 })
    await phone.says(title)
    await hasKept(phone.page, `whistle.${id}`)
    await axeFindsNothing(phone.page, 'the field worker’s first page')
    await picture(phone.page, 'staff-tasks')
    await phone.context.setOffline(true)
    await phone.press(new RegExp(title))
    await phone.press('到场报到')
    await phone.says(/距现场 60 米（误差约 12 米）/)
    await phone.shoot('到场照片', await photoFile('#357'))
    await axeFindsNothing(phone.page, 'reporting in on a phone')
    await picture(phone.page, 'staff-report-in')
    await phone.press(/^提交$/)
    await phone.says('等网络')
    // The unit goes on before the network is back, and somewhere else.
    await phone.context.setGeolocation({ longitude: at.lng + 0.02, latitude: at.lat, accuracy: 12 })
    await phone.press('反馈结果')
    await phone.page.getByLabel('做了什么').fill('劝离摊位九处')
    await phone.press(/^提交$/)
    await phone.context.setOffline(false)
    await phone.open('outbox')
    await phone.says('都发出去了')
    const { calls, steps } = await officer('whistle', 'get', { id })
    const { arrival, result } = calls[0]!
    assert.deepEqual([arrival?.metres, arrival?.isNear, arrival?.lateMinutes, arrival?.photos.length, result?.text, steps], [56, true, 0, 1, '劝离摊位九处', ['rateOffice']])
    assert.deepEqual((await officer('whistle', 'trace', { id })).rows.map(({ title: what }) => what), ['吹哨', '到场报到', '反馈结果'])
    await phone.open(`whistle?id=${id}`)
    await phone.says(/报到，距现场 60 米/)
    await phone.press('评价街道')
    await phone.page.getByRole('radio', { name: '是', exact: true }).check()
    await phone.page.getByRole('radio', { name: /^4 星/ }).check()
    await phone.press(/^提交$/)
    await phone.says('这次吹哨现在不用您办')
    assert.equal((await leader('whistle', 'get', { id })).calls[0]!.officeRating?.preparation, 4)
  })

  test('what was handled on the spot is reported in less than half a minute by somebody who has done it before', async () => {
    const world = open()
    const phone = await inTheField(world, 'wangge001', await place(world))
    // Done before: the phone knows what this person reports.
    await quickly(phone, { isFirst: true })
    const { taps, seconds } = await quickly(phone, { isFirst: false })
    assert.ok(seconds < 30, `${taps} taps, ${seconds.toFixed(1)} s`)
    console.log(`      ${taps} taps, ${seconds.toFixed(1)} s`)
    const worker = await asStaff(world, 'wangge001')
    await phone.open('outbox')
    await phone.says('都发出去了')
    const { rows } = await worker('event', 'list', { status: ['selfHandled'], limit: 2 })
    assert.deepEqual(rows.map(({ title, photoCount }) => [title, photoCount]), [['巡查发现暴露垃圾', 2], ['巡查发现暴露垃圾', 2]])
  })
}

async function reportOffline(world: World, at: { lng: number, lat: number }, words: string): Promise<void> {
  const phone = await inTheField(world, 'wangge001', at)
  await hasKept(phone.page, 'matters')
  await phone.context.setOffline(true)
  await phone.press('随手拍上报')
  await phone.page.getByRole('radio', { name: '需要派人处理' }).check()
  await phone.shoot('现场照片', await photoFile('#753'))
  await phone.page.getByLabel('发生了什么').fill(words)
  await phone.page.getByLabel('查找别的类别').fill('垃圾')
  await phone.press(/暴露垃圾/)
  // The page goes before it is finished: what was written is there when it opens again.
  await phone.page.reload()
  assert.equal(await phone.page.getByLabel('发生了什么').inputValue(), words)
  await phone.press(/^上报$/)
  await phone.says('1 件等网络')
  await picture(phone.page, 'staff-offline')
  await phone.context.setOffline(false)
  await phone.open('outbox')
  await phone.says('都发出去了')
}

async function handleOffline(world: World, at: { lng: number, lat: number }, { id, words }: { id: string, words: string }): Promise<void> {
  const phone = await inTheField(world, 'zhifa', at)
  await phone.page.getByLabel('在等我办的里面找').fill(words)
  await phone.says('找到 1 件')
  await phone.press(new RegExp(words))
  await phone.says('可以办的')
  await hasKept(phone.page, `event.${id}`)
  await phone.context.setOffline(true)
  await phone.press(/^签收$/)
  await phone.press('反馈结果')
  await phone.shoot('处置后照片', await photoFile('#375'))
  await phone.page.getByLabel('处理结果').fill('已抽干，水泵换新。')
  await axeFindsNothing(phone.page, 'handling on a phone')
  await phone.press(/^提交$/)
  await phone.open('outbox')
  await phone.says(/2 件等着发送/)
  await phone.page.reload()
  await phone.says(/2 件等着发送/)
  await phone.context.setOffline(false)
  await phone.says('都发出去了')
}

/** A second for each tap: to see where it has to go and to touch it. Three for a photo: the button of the camera and its yes come after the tap. Added to what the phone takes. */
const tapMs = 1000
const photoMs = 3000

/** From the first page to the first page; nothing is written. The first time the matter is looked up. */
async function quickly({ page, press, shoot, says, open }: Field, { isFirst }: { isFirst: boolean }): Promise<{ taps: number, seconds: number }> {
  await open('index')
  const shots = [await photoFile('#753'), await photoFile('#357')]
  let [taps, handMs] = [0, 0]
  const tap = async (act: () => Promise<unknown>, ms = tapMs) => {
    taps += 1
    handMs += ms
    await act()
  }
  const began = Date.now()
  await tap(() => press('随手拍上报'))
  await tap(() => shoot('处置前照片', shots[0]!), photoMs)
  await tap(() => shoot('处置后照片', shots[1]!), photoMs)
  if (isFirst) {
    await page.getByLabel('发生了什么').fill('巡查发现暴露垃圾。')
    await page.getByRole('radio', { name: /暴露垃圾/ }).first().check()
  } else await tap(() => page.getByRole('radio', { name: /暴露垃圾/ }).first().check())
  await tap(() => page.getByRole('radio', { name: '已当场清理' }).check())
  if (!isFirst) await picture(page, 'staff-quick-report')
  await tap(() => press('上报自处置'))
  await says(/已存在手机上|已送达/)
  return { taps, seconds: (Date.now() - began + handMs) / 1000 }
}
