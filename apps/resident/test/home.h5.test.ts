import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { AxeBuilder } from '@axe-core/playwright'
import { built } from './built.mjs'
import { startH5 } from './h5-host.ts'

let h5: Awaited<ReturnType<typeof startH5>>
before(async () => { h5 = await startH5(await built('h5'), { answer: () => ({ status: 200, body: { oidc: null, demo: false } }) }) })
after(async () => { await h5.close() })

test('the first page opens under /m/ and changes to the elder edition by keyboard alone', async () => {
  const { page } = h5
  await h5.open()
  await page.getByText('有事情，告诉社区').waitFor()
  assert.equal(await page.title(), '邻里')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.locator('.page--elder').waitFor()
  assert.ok(await page.getByRole('button', { name: '标准版' }).isVisible())
})

test('in the elder edition letters are 18 px and more, and what is tapped 60 px and more', async () => {
  const { page } = h5
  await h5.open('#/pages/me/index')
  await page.getByRole('radio', { name: '大字版' }).waitFor()
  assert.deepEqual(await page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('.page *')].filter((element) => element.getClientRects().length > 0)
    const tooSmall = shown.filter((element) => element.innerText?.trim() && Number.parseFloat(getComputedStyle(element).fontSize) < 18)
    const tooLow = shown.filter((element) => element.matches('button, .option') && element.getBoundingClientRect().height < 60)
    return [...tooSmall, ...tooLow].map((element) => element.outerHTML)
  }), [])
})

test('a page that opens is announced by its title, and 返回 gives the page before', async () => {
  const { page } = h5
  await h5.open('#/pages/home/index')
  await page.getByRole('button', { name: '我的 登录' }).click()
  await page.getByRole('heading', { level: 1, name: '我的' }).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), '我的')
  await page.getByRole('button', { name: '返回' }).click()
  await page.getByText('有事情，告诉社区').waitFor()
})

test('a question keeps the focus inside, closes with Esc and gives the focus back', async () => {
  const { page } = h5
  await h5.open('#/pages/privacy/index')
  await page.getByRole('button', { name: '全部清除' }).click()
  const dialog = page.getByRole('dialog', { name: '清除本机保存的内容？' })
  await dialog.waitFor()
  for (let presses = 0; presses < 6; presses += 1) {
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest('dialog') !== null))
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /全部清除/)
})

for (const name of ['home/index', 'me/index', 'privacy/index', 'privacy/notice', 'sign-in/index', 'report/index']) {
  test(`${name}: axe finds nothing in both editions, and nothing runs out of a narrow screen`, async () => {
    const { page } = h5
    for (const isElder of [false, true]) {
      await page.evaluate((on) => localStorage.setItem('linli.elder', JSON.stringify({ data: on })), isElder)
      await h5.open(`#/pages/${name}`)
      await page.reload()
      await page.locator(isElder ? '.page--elder' : '.page:not(.page--elder)').waitFor()
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), [])
      await page.setViewportSize({ width: 320, height: 640 })
      assert.equal(await page.evaluate(() => [...document.querySelectorAll('.page *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).length), 0)
      await page.setViewportSize({ width: 390, height: 844 })
    }
  })
}

test('nothing went wrong unseen: no script error, no blocked resource, no foreign address', () => assert.deepEqual(h5.faults, []))
