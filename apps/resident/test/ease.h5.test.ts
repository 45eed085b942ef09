import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { openPerson } from './h5-person.ts'
import type { Person } from './h5-person.ts'

let person: Person
before(async () => {
  person = await openPerson()
  await person.signInAs(person.office.tokens.resident)
})
after(() => person.close())

test('a long list grows as one scrolls', async () => {
  const { page, says, city, office, open } = person
  const { id } = await office.as.resident('identity', 'me', {})
  await city.copyEvent(office, id, 30)
  await open('#/pages/event/list')
  await page.locator('.list-row:visible').nth(19).waitFor()
  assert.equal(await page.locator('.list-row:visible').count(), 20)
  await page.mouse.move(195, 400)
  // A slow machine may not have heard of the first turns of the wheel.
  const end = page.getByText('没有更多了').filter({ visible: true })
  for (const late = Date.now() + 60_000; Date.now() < late && await end.count() === 0;) {
    await page.mouse.wheel(0, 1500)
    await page.waitForTimeout(250)
  }
  await says('没有更多了')
  assert.equal(await page.locator('.list-row:visible').count(), 31)
})

test('what is said is written down, where the browser can, and read back', async () => {
  const { page, button, open } = person
  await open('#/pages/report/index')
  await button('说话输入').click()
  await page.evaluate(() => (window as unknown as { heard: (text: string) => void }).heard('路灯坏了'))
  await button('说完了').click()
  await button('说话输入').waitFor()
  assert.equal(await page.getByLabel('发生了什么').inputValue(), '路灯坏了')
  await button('读给我听').click()
  await button('停止朗读').click()
  assert.equal(await page.evaluate(() => (window as unknown as { spoken: string }).spoken), '路灯坏了')
  await page.getByLabel('发生了什么').fill('')
})

test('axe finds nothing on the pages of a signed-in person in both editions, and nothing runs out of a narrow screen', async () => {
  const { page, office, open } = person
  const { id } = await office.as.resident('event', 'reportMine', { description: '东苑2幢楼下垃圾没人收，很臭', matter: '06010', point: { lng: office.lng, lat: office.lat } })
  for (const path of ['home/index', 'report/index', 'report/matter', 'report/place', `report/sent?id=${id}`, 'event/list', `event/index?id=${id}`, 'me/index', 'me/devices', 'privacy/index', 'map/index']) {
    await open(`#/pages/${path}`)
    await page.locator('.page:visible .page__body').waitFor()
    await page.locator('.state__turning:visible').waitFor({ state: 'detached' })
    for (const isElder of [false, true]) {
      await page.evaluate((on) => document.querySelectorAll('.page').forEach((shown) => shown.classList.toggle('page--elder', on)), isElder)
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
      assert.deepEqual(violations.map((fault) => `${path}: ${fault.id}: ${fault.nodes[0]?.html}`), [])
      await page.setViewportSize({ width: 320, height: 640 })
      assert.deepEqual(await page.evaluate(tooWide), [], path)
      assert.deepEqual(isElder ? await page.evaluate(tooSmall) : [], [], path)
      await page.setViewportSize({ width: 390, height: 844 })
    }
  }
})

test('signing out ends the session at the server and clears what was not sent', async () => {
  const { page, context, button, says, open } = person
  await open('#/pages/report/index')
  await page.getByLabel('发生了什么').fill('还没写完的事')
  await open('#/pages/me/devices')
  await says('当前设备')
  await open('#/pages/me/index')
  await says(/139\*{4}\d{4}/)
  await button('退出登录').click()
  await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
  await button('登录 登录后可以上报').waitFor()
  assert.deepEqual((await context.cookies()).filter(({ name }) => name === 'linli_session'), [])
  assert.doesNotMatch(await page.evaluate(() => JSON.stringify(localStorage)), /还没写完的事/)
})

test('nothing went wrong unseen: no script error, no blocked resource, no foreign address', () => assert.deepEqual(person.faults, []))

/** A map's drawing reaches beyond its frame, and is cut there. */
const tooWide = () => [...document.querySelectorAll('.page *:not(svg, svg *)')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 200))

function tooSmall() {
  const shown = [...document.querySelectorAll<HTMLElement>('.page *')].filter((element) => element.getClientRects().length > 0)
  const letters = shown.filter((element) => element.innerText?.trim() && Number.parseFloat(getComputedStyle(element).fontSize) < 18)
  const targets = shown.filter((element) => element.matches('button, .option, input, textarea') && element.getBoundingClientRect().height < 56 && !element.matches('.option__box'))
  return [...letters, ...targets].map((element) => element.outerHTML.slice(0, 200))
}
