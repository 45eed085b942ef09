import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { asResident, asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** The wall of an office; what is drawn is there, and counted. */
async function openWall(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height })
  await page.goto('/command')
  await page.locator('[data-map][aria-busy="false"]').waitFor({ timeout: 60_000 })
  await page.getByRole('region', { name: '社区实效排名' }).getByRole('listitem').first().waitFor()
}

export const commandScreen = (open: () => World) => {
  void test('the leader sees the whole street on one screen, says which figures are meant, and opens what is behind a number', async () => {
    const page = await atDesk(open(), 'lingdao')
    await openWall(page, 1920, 1080)
    // On a platform of this minute everything is still being counted.
    await page.getByText('正在第一次计算').waitFor({ state: 'detached', timeout: 240_000 })
    await page.getByRole('region', { name: '平台成效' }).getByRole('link', { name: /在册记录/ }).waitFor()
    await page.getByText(/现场 \d+ 人共享位置/).waitFor()
    await axeFindsNothing(page, 'the command screen')
    await picture(page, 'console-command')
    assert.equal(await page.evaluate('document.querySelector("[data-wall]").scrollHeight - innerHeight <= 0 && document.querySelector("[data-wall]").scrollWidth - innerWidth <= 0'), true, 'nothing runs out of the wall')
    const figure = page.getByRole('region', { name: '今日要情' }).getByRole('link').first()
    assert.ok((await figure.getAttribute('title'))!.length > 0, 'a figure says its formula')
    await figure.click()
    await page.getByRole('heading', { name: /^今日上报/ }).first().waitFor()
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto('/indicators')
    await page.getByText('60 岁以上老人').first().waitFor()
    await picture(page, 'console-indicators')
  })

  void test('what a resident reports and who goes out appear by themselves, and one tap dispatches what waits', async () => {
    const world = open()
    const [page, worker] = await Promise.all([atDesk(world, 'paiqian'), asStaff(world, 'wangge001')])
    const { name, posts: [post] } = await worker('identity', 'me', {})
    const { rows: [home] } = await worker('organisation', 'areas', { parent: `${post!.area.split('/').slice(0, 6).join('/')}/` })
    const point = home!.centre!
    await openWall(page, 1366, 768)
    await worker('presence', 'start', { until: 'day' })
    await worker('presence', 'place', { point, accuracy: 9 })
    const resident = await asResident(world, `1390000${7000 + Date.now() % 1000}`)
    const words = `大屏上报${Date.now() % 100_000}`
    await resident('event', 'reportMine', { description: `${words}，垃圾桶满溢`, matter: '06010', point })
    await page.getByText(new RegExp(`新上报 \\d+ 件，最新：.*${words}`)).waitFor({ state: 'attached' })
    await page.getByRole('button', { name: new RegExp(`^新上报：.*${words}`) }).waitFor()
    const sign = page.getByRole('button', { name: new RegExp(`^网格员${name}`) })
    await sign.waitFor({ timeout: 45_000 })
    await sign.focus()
    await page.keyboard.press('Enter')
    const card = page.getByRole('region', { name: '选中的现场人员或单位' })
    await card.getByText(/本人在办 \d+ 件/).waitFor()
    await axeFindsNothing(page, 'somebody in the field')
    await picture(page, 'console-command-worker')
    await card.getByRole('button', { name: '关闭' }).click()
    const first = page.getByRole('region', { name: /待派遣/ }).getByRole('listitem').filter({ has: page.getByRole('button', { name: /^派给/ }) }).first()
    const id = (await first.getByRole('link').first().getAttribute('href'))!.split('/').pop()!
    await first.getByRole('button', { name: /^派给/ }).click()
    await page.getByText(/已派给/).waitFor()
    await page.locator(`[data-wall] a[href="/event/${id}"]`).waitFor({ state: 'detached' })
    assert.equal((await (await asStaff(world, 'paiqian'))('event', 'get', { id })).status, 'dispatched')
    await worker('presence', 'stop', {})
    await sign.waitFor({ state: 'detached', timeout: 45_000 })
  })
}
