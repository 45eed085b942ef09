import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const run = Date.now() % 100_000
const entrance = String(900 + run % 90)

const option = (page: Page, title: string) => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(title, { exact: true }).first().click()

/** By its name, as one finds it in a long list. */
async function condition(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '加一个条件' }).click()
  await page.keyboard.type(name)
  await option(page, name)
}

async function way(page: Page, name: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: `${name}怎么问` }).click()
  await option(page, words)
}

/** An old man alone on the fifth floor of a house without a lift, and a family that rents until this month ends. */
async function neighbours(world: World) {
  const call = await asStaff(world, 'shegong003')
  const { rows: [building] } = await call('organisation', 'findAreas', { text: '幢', kinds: ['building'] })
  await call('housing', 'add', { building: building!.path, doors: [{ entrance, floor: 5, room: '501' }, { entrance, floor: 1, room: '101' }] })
  const units = (await call('housing', 'chart', { building: building!.path })).rows.filter((unit) => unit.entrance === entrance)
  const [low, high] = ['101', '501'].map((room) => units.find((unit) => unit.room === room)!)
  const month = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 8)
  await call('housing', 'change', { id: low!.id, revision: 1, values: { state: '出租', leaseUntil: `${month}28` } })
  const [old, tenant] = [`诸葛示${run}`, `上官例${run}`]
  const { residencies: [residency], id } = await call('person', 'enter', { values: { name: old, birth: '1938-03-01', groups: ['01'] }, at: { housing: high!.id }, role: '01' })
  await call('household', 'form', { at: { housing: high!.id }, values: { kind: '01' }, members: [residency!.id], head: id })
  await call('person', 'enter', { values: { name: tenant, birth: '1990-03-01' }, at: { housing: low!.id }, role: '03' })
  return { call, old, tenant, hasLift: (await call('thing', 'list', { area: building!.path, limit: 100 })).rows.some(({ kind }) => kind === '01076') }
}

export const lists = (open: () => World) => void test('a social worker keeps a list of those over eighty alone up stairs without a lift, and one of the tenancies that end this month, by clicking conditions of person, household, unit and time', async () => {
  const world = open()
  const { old, tenant, hasLift } = await neighbours(world)
  assert.equal(hasLift, false)
  const page = await atDesk(world, 'shegong003')
  await page.goto('/ledger/make')
  await condition(page, '年龄')
  await page.getByLabel('年龄的内容').fill('80')
  await condition(page, '关爱类别')
  await page.getByLabel('关爱类别的内容').click()
  await option(page, '独居老人')
  await page.keyboard.press('Escape')
  await condition(page, '楼层')
  await page.getByLabel('楼层的内容').fill('4')
  await condition(page, '楼栋有电梯')
  await page.getByLabel('楼栋有电梯的内容').click()
  await option(page, '否')
  await condition(page, '户内人数')
  await way(page, '户内人数', '不大于')
  await page.getByLabel('户内人数的内容').fill('1')
  const preview = page.getByRole('region', { name: '预览' })
  await preview.getByText(old).waitFor()
  assert.equal(await preview.getByText(tenant).count(), 0)
  await axeFindsNothing(page, 'making a list')
  await picture(page, 'console-list-make')
  await kept(page, `高龄独居无电梯${run}`)
  await page.getByRole('cell', { name: old }).waitFor()

  await page.goto('/ledger/make')
  await page.getByRole('combobox', { name: '每行是什么' }).click()
  await option(page, '每个住处一行')
  await condition(page, '居住关系')
  await page.getByLabel('居住关系的内容').click()
  await option(page, '租客')
  await page.keyboard.press('Escape')
  await condition(page, '租赁截止日期')
  await page.getByLabel('租赁截止日期的内容').click()
  await option(page, '本月')
  await condition(page, '姓名')
  await page.getByLabel('姓名的内容').fill(tenant)
  await preview.getByText(tenant).waitFor()
  await kept(page, `本月到期${run}`)
  await page.getByText('共 1 行').waitFor()

  // The next time they are two clicks away, and what comes with the platform is beside them.
  await page.goto('/ledger?kind=list')
  await page.getByRole('link', { name: '八十岁以上独居、住三楼以上没有电梯', exact: true }).waitFor()
  await page.getByRole('link', { name: `高龄独居无电梯${run}`, exact: true }).click()
  await page.getByRole('cell', { name: old }).waitFor()
  await page.setViewportSize({ width: 390, height: 844 })
  await axeFindsNothing(page, 'a list on a phone')
  await picture(page, 'console-list-phone')
})

async function kept(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByLabel('名称', { exact: true }).fill(name)
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name }).waitFor()
}
