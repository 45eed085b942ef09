import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayOf, makeIdentityNumber } from '@linli/standards'
import type { Page } from 'playwright-core'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const today = dayOf(new Date())
/** Different at every run: the platform may be one that ran before. */
const entrance = String(20 + Date.now() % 70)
const unit = `${entrance}单元501室`
/** The unit in the building's chart; its words stand in several boxes. */
const cell = (page: Page, words = '') => page.getByRole('button', { name: new RegExp(`${entrance}单元\\s*501\\s*室，\\s*${words}`) })
const people = ['欧阳示甲', '欧阳示乙', '欧阳示丙'] as const
const numbers = ['1950-03-01', '1978-06-12', '2015-09-30'].map((birth, at) => makeIdentityNumber('339901', birth, (Date.now() + at) % 997 + 1))

const drawerOf = (page: Page) => page.locator('.ant-drawer-content-wrapper:visible').last()

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).first().click()
  await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle(option, { exact: true }).click()
}

export const household = (open: () => World) => void test('a social worker draws a building, enters a household of three, finds one by initials, moves one out, and sees what was changed', async () => {
  const page = await atDesk(open(), 'shegong001')
  const building = await drawn(page)
  await entered(page)
  await found(page)
  await changed(page)
  await movedOut(page)
  await page.goto(building)
  await cell(page, '2–4 人').click()
  await page.getByRole('dialog').getByText(people[1]).waitFor()
  assert.equal(await page.getByRole('dialog').getByText(people[0]).count(), 0)
  await axeFindsNothing(page, 'a unit beside its building')
  await picture(page, 'console-housing')
})

/** Adds an entrance of five floors to the first building of the community; answers where its chart is. */
async function drawn(page: Page): Promise<string> {
  await page.goto('/housing')
  await page.getByRole('region', { name: '选择楼幢' }).getByRole('link', { name: /幢$/ }).first().click()
  await page.getByRole('button', { name: '批量登记房屋' }).click()
  const form = drawerOf(page)
  for (const [label, value] of [['单元', entrance], ['从几层', '1'], ['到几层', '6'], ['每层几户', '2'], ['没有的楼层或房号', '4']] as const) await form.getByLabel(label).fill(value)
  await form.getByText('将登记 10 套').waitFor()
  await axeFindsNothing(page, 'adding units')
  await form.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByText('新登记 10 套').waitFor()
  await cell(page, '无人').waitFor()
  await axeFindsNothing(page, 'a building chart')
  return page.url()
}

/** Three people one after another; the place is kept, the number tells sex and birth, and nobody is entered twice. */
async function entered(page: Page): Promise<void> {
  await cell(page).click()
  await page.getByRole('dialog').getByRole('button', { name: '登记人口' }).click()
  await page.getByRole('heading', { level: 1, name: '登记人口' }).waitFor()
  await choose(page, '居住关系（必填）', '业主')
  for (const [at, name] of people.entries()) {
    await page.getByLabel('姓名（必填）').fill(name)
    await page.getByLabel('证件号码').fill(numbers[at]!.toLowerCase())
    await page.getByText(new RegExp(`[男女]，${numbers[at]!.slice(6, 10)}-`)).waitFor()
    await page.getByLabel('联系电话', { exact: true }).fill(`1390000${String(1000 + at)}`)
    if (at === 0) await axeFindsNothing(page, 'entering a person')
    await page.getByRole('button', { name: at < 2 ? '登记，再登记同住的人' : '登记', exact: true }).click()
    if (at < 2) await page.getByText(`已登记${name}`).waitFor()
  }
  await page.getByRole('heading', { level: 1, name: people[2] }).waitFor()
  await page.goto('/person/new')
  await page.getByLabel('证件号码').fill(numbers[0]!)
  await page.getByText('证件号码已登记').waitFor()
}

/** By the keyboard from any page, by the initials of a name and by the end of a number. */
async function found(page: Page): Promise<void> {
  await page.goto('/')
  await page.getByRole('heading', { name: /今日待办/ }).waitFor()
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: '姓名、拼音、号码或地址' })
  await box.waitFor()
  await page.keyboard.type('oysj')
  const hit = page.getByRole('option').filter({ hasText: people[0] }).filter({ hasText: numbers[0]!.slice(-4) })
  await hit.waitFor()
  await axeFindsNothing(page, 'the find box')
  await picture(page, 'console-find')
  await box.fill(numbers[0]!)
  await page.getByRole('option').first().filter({ hasText: unit }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: people[0] }).waitFor()
  assert.ok(!(await page.locator('main').textContent())!.includes(numbers[0]!), 'the number is masked')
}

/** What is changed is told with what stood before, and put back; the whole number is shown for a purpose. */
async function changed(page: Page): Promise<void> {
  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.getByLabel('服务处所').fill('示例厂')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('definition').filter({ hasText: '示例厂' }).waitFor()
  await page.getByRole('button', { name: '查看变更记录' }).click()
  await page.getByRole('button', { name: '恢复服务处所' }).click()
  await page.getByRole('button', { name: '恢复', exact: true }).click()
  await page.getByText('已恢复服务处所').waitFor()
  await page.getByRole('listitem').filter({ hasText: '恢复旧值' }).getByText('示例厂').waitFor()
  await axeFindsNothing(page, 'a person')
  await picture(page, 'console-person')
  await page.getByRole('button', { name: '查看完整的证件号码' }).click()
  await drawerOf(page).getByLabel('核对登记信息').check()
  await drawerOf(page).getByRole('button', { name: '查看', exact: true }).click()
  await page.getByText(numbers[0]!, { exact: true }).waitFor()
  await page.getByRole('button', { name: '看完了' }).click()
}

async function movedOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^从.+迁出$/ }).click()
  const form = drawerOf(page)
  assert.equal(await form.getByLabel('离开日期').inputValue(), today)
  await form.getByLabel('迁出本街道').check()
  await form.getByRole('button', { name: '登记迁出' }).click()
  await page.getByRole('region', { name: '居住' }).getByText(`至 ${today} · 迁出本街道`).waitFor()
  await page.getByText('已离开').first().waitFor()
}
