import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { addDays, dayOf } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** The last day of which nothing is still being counted while a story looks at it. */
const yesterday = () => addDays(dayOf(new Date()), -1)
const numberIn = (text: string | null) => Number((text ?? '').replaceAll(',', ''))
const step = (page: Page, name: string) => page.getByRole('region', { name: '可办理的步骤' }).getByRole('button', { name, exact: true })
const send = (page: Page, name: string) => page.locator('form').getByRole('button', { name, exact: true }).click()

/** How often the events of a list were counted, over all its pages. */
async function countedIn(page: Page): Promise<number> {
  let sum = 0
  for (let turned = 0; turned < 50; turned += 1) {
    const rows = page.getByRole('table', { name: '统计清单' }).locator('tbody tr.ant-table-row')
    await rows.first().waitFor()
    for (const text of await rows.locator('td:nth-last-child(2)').allTextContents()) sum += numberIn(text)
    const next = page.getByRole('button', { name: '下一页' })
    if (await next.count() === 0 || await next.isDisabled()) return sum
    await next.click()
    await page.getByText(`第 ${turned + 2} 页`).waitFor()
    await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' })
  }
  return sum
}

export function statistics(open: () => World): void {
  test('a number of the statistics leads to a list of as many, to an event, and back; the spreadsheet says the same', async () => {
    const page = await atDesk(open(), 'lingdao')
    await page.goto(`/insight?from=${addDays(yesterday(), -60)}&until=${yesterday()}`)
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '返工率', exact: true }) })
    await card.waitFor()
    const [numerator = '', denominator = ''] = ((await card.getByText(/^[\d,]+ \/ [\d,]+$/).textContent()) ?? '').split(' / ')
    assert.ok(numberIn(numerator) > 0 && numberIn(denominator) > numberIn(numerator), `${numerator} / ${denominator}`)
    await axeFindsNothing(page, 'statistics')
    await card.getByRole('link', { name: `返工 ${numerator}`, exact: true }).click()
    await page.getByRole('heading', { name: '统计清单：返工' }).waitFor()
    assert.equal(await countedIn(page), numberIn(numerator))
    const list = page.url()
    await page.locator('[data-row-link]').first().click()
    await page.getByRole('heading', { name: '位置' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: '统计清单：返工' }).waitFor()
    assert.equal(page.url(), list)
    await page.getByRole('main').getByRole('link', { name: '统计分析' }).click()
    await card.waitFor()
    const arrives = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const { sheets } = await readXlsx(await readFile(await (await arrives).path()))
    const row = sheets[0]!.rows.find(([, label]) => label === '返工率')!
    assert.deepEqual([row[4], row[5]], [numberIn(numerator), numberIn(denominator)])
  })

  test('an hour of the day and a number of a frozen month lead to the lists behind them', async () => {
    const page = await atDesk(open(), 'zhibanzhang')
    await page.goto(`/insight?tab=structure&from=${addDays(yesterday(), -7)}&until=${yesterday()}`)
    const hour = page.getByRole('region', { name: '上报时段' }).getByRole('link').first()
    const [, at, many] = /^(\d+) 时 ([\d,]+) 件/.exec((await hour.getAttribute('aria-label'))!)!
    await axeFindsNothing(page, 'the structure of what was reported')
    await picture(page, 'console-hours')
    await hour.click()
    await page.getByRole('heading', { name: `统计清单：${at} 时上报` }).waitFor()
    assert.equal(await countedIn(page), numberIn(many!))
    await page.getByRole('main').getByRole('link', { name: '统计分析' }).click()
    await page.getByRole('region', { name: '上报时段' }).waitFor()

    // The last month was kept by itself when the first count was done.
    await page.goto('/insight?tab=frozen')
    const again = page.getByRole('link', { name: /^返工率今日复核 .+，查看清单$/ })
    await again.waitFor()
    await axeFindsNothing(page, 'a frozen month')
    await picture(page, 'console-frozen')
    await again.click()
    await page.getByRole('heading', { name: '统计清单：返工' }).waitFor()
    await page.locator('[data-row-link]').first().waitFor()
  })

  test('what comes back becomes a governance item by one tap; the unit finds it among what waits, and tells of its progress', async () => {
    const page = await atDesk(open(), 'lingdao')
    await page.goto('/governance?tab=clues')
    await page.getByRole('button', { name: /，立项$/ }).first().click()
    await page.getByText('还没有方案。').waitFor()
    const path = new URL(page.url()).pathname
    const title = await page.getByRole('heading', { level: 1 }).textContent()
    await step(page, '定方案').click()
    await page.getByLabel('成因').fill('附近没有投放点')
    await page.getByLabel('治理措施').fill('增设投放点，早晚各清运一次')
    await page.getByLabel('责任单位').fill('环卫所')
    await page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').getByTitle('环卫所', { exact: true }).click()
    await page.getByLabel('计划完成').click()
    await page.locator(`.ant-picker-cell[title="${dayOf(new Date())}"]`).click()
    await send(page, '定方案')
    await step(page, '开始治理').waitFor()
    await axeFindsNothing(page, 'a governance item')
    await page.getByRole('region', { name: /^相关事件/ }).locator('a[href^="/event/"]').first().click()
    await page.getByRole('region', { name: '治理事项' }).getByRole('link', { name: new RegExp(`^${title}`) }).waitFor()

    const unit = await atDesk(open(), 'huanwei')
    await unit.setViewportSize({ width: 390, height: 844 })
    await unit.goto('/')
    await unit.getByRole('region', { name: '治理待办' }).getByRole('link', { name: new RegExp(`^${title}`) }).click()
    await step(unit, '开始治理').click()
    await send(unit, '开始治理')
    await step(unit, '记进展').click()
    await unit.getByRole('textbox', { name: '进展' }).fill('投放点位置已选好')
    await send(unit, '记进展')
    await unit.getByText('投放点位置已选好').waitFor()
    await axeFindsNothing(unit, 'a governance item on a phone')
    assert.ok(Number(await unit.evaluate('document.documentElement.scrollWidth - window.innerWidth')) <= 0)
    await picture(unit, 'console-governance-phone')
    await page.goto(path)
    await page.getByText('投放点位置已选好').waitFor()
  })
}
