import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import { asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

export const organisations = (open: () => World) => void test('a social worker registers a shop where somebody lives, finds it by a word, makes a household of two, hands the list of it out, and takes over what a steward told', async () => {
  const world = open()
  const call = await asStaff(world, 'shegong001')
  // Who is in a grid and in no home stands first, where other stories have told of them.
  const { rows } = await call('housing', 'chart', { building: (await call('organisation', 'findAreas', { text: '1幢', kinds: ['building'] })).rows[0]!.path })
  const unit = rows.find(({ people }) => people > 0)!.id
  const run = Date.now() % 100_000
  const shop = `示例${run}杂货铺`
  const names = [`欧阳示${run}戊`, `欧阳示${run}己`]
  for (const [at, name] of names.entries()) await call('person', 'enter', { values: { name, certificateNumber: makeIdentityNumber('339901', '1970-01-02', (Date.now() + at) % 997 + 1) }, at: { housing: unit }, role: '01' })

  const page = await atDesk(world, 'shegong001')
  await page.goto(`/housing/${unit}`)
  await page.getByRole('button', { name: '登记企业组织' }).or(page.getByRole('link', { name: '登记企业组织' })).first().click()
  await page.getByRole('heading', { level: 1, name: '登记企业组织' }).waitFor()
  await page.getByLabel('名称（必填）').fill(shop)
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: shop }).waitFor()
  await axeFindsNothing(page, 'an enterprise')
  await picture(page, 'console-enterprise')

  await page.goto('/')
  await page.getByRole('heading', { name: /今日待办/ }).waitFor()
  await page.keyboard.press('Control+k')
  await page.keyboard.type(shop.slice(2, 9))
  await page.getByRole('option').filter({ hasText: shop }).click()
  await page.getByRole('heading', { level: 1, name: shop }).waitFor()

  await page.goto(`/housing/${unit}`)
  await page.getByText(shop).first().waitFor()
  await page.getByRole('region', { name: /^家庭户/ }).getByRole('button', { name: '建户' }).click()
  const form = page.getByRole('dialog')
  for (const name of names) await form.getByRole('checkbox', { name: new RegExp(name) }).check()
  await form.getByRole('radio', { name: names[0]! }).check()
  await axeFindsNothing(page, 'making a household')
  await picture(page, 'console-household-form')
  await form.getByRole('button', { name: '建户' }).click()
  await page.getByRole('heading', { level: 1, name: `${names[0]!}户` }).waitFor()
  await page.getByText('户主').first().waitFor()
  for (const name of names) await page.getByRole('main').getByText(name).first().waitFor()
  await axeFindsNothing(page, 'a household')
  await picture(page, 'console-household')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'console-household-phone')
  await page.setViewportSize({ width: 1366, height: 768 })

  // The list goes out as it is filtered.
  await page.goto(`/household?text=${names[0]!}`)
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await page.getByText(/按现在的筛选，共 \d+ 行/).waitFor()
  await axeFindsNothing(page, 'handing out a list')
  await page.getByLabel('用途').fill('核对户主')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('dialog').getByRole('button', { name: /^导\s*出$/ }).click()])
  const [, mark, head, ...lines] = (await readXlsx(await readFile((await download.path())!))).sheets[0]!.rows
  assert.match(String(mark![0]), /导出（号码已遮盖）；用途：核对户主/)
  assert.deepEqual(lines.map((line) => line[head!.indexOf('户主')]), [names[0]])

  await page.goto('/claim')
  const first = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^采纳/ }) }).first()
  const told = (await first.getByRole('link').first().textContent())!
  await first.getByRole('button', { name: /^采纳/ }).click()
  await page.getByText(new RegExp(`^已采纳，${told}的`)).waitFor()
})
