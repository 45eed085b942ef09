import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const step = (page: Page, name: string) => page.getByRole('region', { name: '可办理的步骤' }).getByRole('button', { name, exact: true })
const send = (page: Page, name: string) => page.locator('form').getByRole('button', { name, exact: true }).click()

/** Types a part of a unit's name and takes it. */
async function choose(page: Page, label: string, name: string): Promise<void> {
  await page.getByLabel(label).fill(name)
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(name, { exact: true }).click()
  await page.keyboard.press('Escape')
}

export function whistles(open: () => World): void {
  test('a whistle is blown for an event; one unit reports in where it stands, one without a position; both are told of', async () => {
    const desk = await atDesk(open(), 'paiqian')
    await desk.goto('/event?status=handling')
    await desk.locator('[data-row-link]').first().click()
    await desk.getByRole('button', { name: '更多操作' }).click()
    await desk.getByRole('menuitem', { name: '吹哨' }).click()
    await desk.locator('.ant-radio-button-wrapper').filter({ hasText: '应急' }).click()
    await desk.getByLabel('要求').fill('带齐装备，到南门集合')
    await choose(desk, '主办单位', '综合行政执法队')
    await choose(desk, '协同单位', '环卫所')
    await send(desk, '吹哨')
    await desk.getByRole('heading', { name: '召集单位' }).waitFor()
    const path = new URL(desk.url()).pathname
    await located(open(), path)
    await unlocated(open(), path)
    // The desk follows by itself.
    await desk.getByText('没有定位：手机没有信号').first().waitFor()
    await step(desk, '收哨').click()
    await desk.getByLabel('部分解决').check()
    await desk.getByLabel('处置情况').fill('已劝离，垃圾还要清一次')
    await send(desk, '收哨')
    await step(desk, '评价单位').waitFor()
    await axeFindsNothing(desk, 'a whistle')
    await picture(desk, 'console-whistle')
    await desk.goto('/whistle?tab=figures')
    await desk.getByRole('row').filter({ hasText: '环卫所' }).waitFor()
  })
}

/** The phone tells where it is. */
async function located(world: World, path: string): Promise<void> {
  const page = await onTheRoad(world, 'zhifa', path)
  const point = await page.evaluate<{ lng: number, lat: number }>(`fetch('/api/whistle/get', { method: 'POST', headers: { 'content-type': 'application/json', 'x-linli': '1' }, body: JSON.stringify({ id: '${path.split('/').pop()}' }) }).then((answer) => answer.json()).then(({ point }) => point)`)
  await page.context().grantPermissions(['geolocation'])
  await page.context().setGeolocation({ longitude: point.lng, latitude: point.lat + 0.001, accuracy: 12 })
  await step(page, '到场报到').click()
  await page.getByText('距现场 111 米（定位误差约 12 米）').waitFor()
  await send(page, '到场报到')
  await step(page, '反馈结果').waitFor()
  await axeFindsNothing(page, 'a whistle on a phone')
  assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) <= 0)
}

/** The phone does not, and its owner says why. */
async function unlocated(world: World, path: string): Promise<void> {
  const page = await onTheRoad(world, 'huanwei', path)
  await step(page, '到场报到').click()
  await page.getByText('没有取得位置').waitFor()
  await axeFindsNothing(page, 'reporting in without a position')
  await send(page, '到场报到')
  await page.getByText('请说明为什么没有定位').waitFor()
  await page.getByLabel('为什么没有定位').fill('手机没有信号')
  await send(page, '到场报到')
  await step(page, '反馈结果').waitFor()
}

/** Somebody of a unit who opens the whistle on a phone from the first page. */
async function onTheRoad(world: World, signInName: string, path: string): Promise<Page> {
  const page = await atDesk(world, signInName)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.locator(`a[href="${path}"]`).click()
  await step(page, '到场报到').waitFor()
  return page
}
