import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const papersOf = (page: Page): Locator => page.getByRole('region', { name: /^附件材料/ })

/** A picture of the screen is a picture as good as any. */
async function keep(page: Page, sort: string, name: string): Promise<void> {
  const buffer = await page.screenshot()
  await papersOf(page).getByRole('button', { name: '上传' }).click()
  const form = page.getByRole('dialog')
  await form.getByLabel('选择文件', { exact: true }).setInputFiles({ name: `${name}.png`, mimeType: 'image/png', buffer })
  await form.getByRole('radio', { name: sort }).check()
  await form.getByRole('button', { name: /^上\s*传$/ }).click()
  await papersOf(page).getByText(name, { exact: true }).waitFor()
}

const seen = (page: Page, name: string): Promise<void> => page.getByRole('img', { name, exact: true }).and(page.locator('[src^="blob:"]')).waitFor()

export const building = (open: () => World) => void test('a social worker writes down what is known of a building, goes from its figures to who is meant, keeps its plan with it, and a copy of a card with somebody, which is opened for a purpose only', async () => {
  const world = open()
  const call = await asStaff(world, 'shegong002')
  const { rows: [found] } = await call('organisation', 'findAreas', { text: '幢', kinds: ['building'] })
  const { path } = found!
  const [plan, card] = ['消防平面图', '身份证正面'].map((words) => `${words}${Date.now() % 100_000}`) as [string, string]
  const page = await atDesk(world, 'shegong002')
  await page.goto(`/housing?area=${encodeURIComponent(path)}`)
  const known = page.getByRole('region', { name: /^登记信息/ })
  await known.getByRole('button', { name: '修改' }).click()
  await page.getByRole('dialog').getByLabel(/^建成年份/).fill('1998')
  await page.getByRole('dialog').getByRole('button', { name: /^保\s*存$/ }).click()
  await known.getByText('1998').waitFor()
  await keep(page, '图纸', plan)
  await papersOf(page).getByRole('button', { name: `查看${plan}` }).click()
  await seen(page, plan)
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).or(page.getByRole('dialog').getByRole('button', { name: '关闭' })).first().click()
  await axeFindsNothing(page, 'a building and its papers')
  await picture(page, 'console-building')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'console-building-phone')
  await page.setViewportSize({ width: 1366, height: 768 })

  // From the figures to the people who were counted.
  await page.getByRole('region', { name: /^底数/ }).locator('div').filter({ has: page.getByText('户籍人口', { exact: true }) }).getByRole('link').click()
  await page.getByRole('heading', { level: 1, name: '人口' }).waitFor()
  await page.getByText('本页').first().waitFor()
  const { rows } = await call('person', 'list', { area: path, populationKind: '01', limit: 100 })
  assert.equal(new URL(page.url()).searchParams.get('populationKind'), '01')

  await page.goto(`/person/${rows[0]!.id}`)
  await page.getByRole('heading', { level: 1, name: rows[0]!.name }).waitFor()
  await keep(page, '证件复印件', card)
  await papersOf(page).getByRole('button', { name: `查看${card}` }).click()
  const form = page.getByRole('dialog')
  await form.getByRole('button', { name: /^查\s*看$/ }).click()
  await form.getByText('请选择用途').waitFor()
  await form.getByRole('radio', { name: '核对登记信息' }).check()
  await axeFindsNothing(page, 'what a paper is opened for')
  await form.getByRole('button', { name: /^查\s*看$/ }).click()
  await seen(page, card)
  await picture(page, 'console-paper')
  await page.goto(`/person/${rows[0]!.id}`)
  await papersOf(page).getByRole('button', { name: `删除${card}` }).click()
  await page.getByRole('dialog').getByLabel('为什么删除').fill('传错了')
  await page.getByRole('dialog').getByRole('button', { name: /^删\s*除$/ }).click()
  await papersOf(page).getByText(card, { exact: true }).waitFor({ state: 'detached' })
})
