import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** The map is drawn, and what is done with it can be pressed. */
const drawn = (page: Page): Promise<void> => page.locator('button:not([disabled])', { hasText: '圈选' }).waitFor({ timeout: 60_000 })
const places = (page: Page, level: string): Locator => page.getByRole('region', { name: `各${level}`, exact: true })

export const sandtable = (open: () => World) => {
  void test('on the sand table a social worker goes from the street down to a household, and the address leads a colleague to the same', async () => {
    const page = await atDesk(open(), 'shegong001')
    await page.goto('/sandtable?paint=emptyShare')
    await drawn(page)
    // On a platform of this minute everything is still being counted.
    await page.getByText('正在第一次计算').waitFor({ state: 'detached', timeout: 240_000 })
    await page.getByRole('group', { name: '图例' }).getByRole('button').first().waitFor()
    await picture(page, 'console-sandtable')
    // The bar goes back to a day before anything was counted, and the colours go with it.
    await page.getByRole('slider', { name: '时间', exact: true }).fill('0')
    await page.getByRole('group', { name: '图例' }).getByText(/这一天没有数|楼幢按所在网格着色/).waitFor()
    await picture(page, 'console-sandtable-past')
    await page.getByRole('button', { name: '看全部' }).click()
    await page.getByRole('navigation', { name: '所在位置' }).getByRole('button').first().click()
    await places(page, '社区').getByRole('button', { name: /示范桥社区/ }).click()
    await page.getByText(/：\d+ ÷ \d+/).first().waitFor()
    await axeFindsNothing(page, 'the sand table')
    await places(page, '网格').getByRole('button').first().click()
    // From the emptiest down: in the first nobody may live at all, and the last may have no homes.
    await places(page, '楼幢').getByRole('button').filter({ hasText: '%' }).last().click()
    await page.waitForURL(/area=.*b\d{4}/)
    const address = page.url()
    const chart = page.getByRole('region', { name: '户室图', exact: true })
    await chart.getByRole('button', { name: /2–4 人/ }).first().click()
    const unit = page.getByRole('dialog')
    await unit.getByRole('heading', { name: /住在这里/ }).waitFor()
    await unit.locator('a[href^="/household/"]').first().click()
    await page.waitForURL(/\/household\//)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.goto(address)
    await drawn(page)
    await chart.getByRole('button', { name: /2–4 人/ }).first().waitFor()
    await picture(page, 'console-sandtable-building')
  })

  void test('a dispatcher draws a line around what waits and dispatches it from the map, and a new report is seen as it comes', async () => {
    const world = open()
    const [acceptor, shiftLeader, page] = await Promise.all([asStaff(world, 'shouli'), asStaff(world, 'zhibanzhang'), atDesk(world, 'paiqian')])
    const { rows: [community] } = await acceptor('organisation', 'findAreas', { text: '示范桥社区', kinds: ['community'] })
    const { rows: [grid] } = await acceptor('organisation', 'areas', { parent: community!.path })
    const point = grid!.centre!
    const words = `沙盘派遣${Date.now() % 100_000}`
    const { id } = await acceptor('event', 'report', { title: words, description: `${words}，垃圾桶满溢`, matter: '06010', point })
    await acceptor('event', 'take', { id, take: { step: 'accept' } })
    await shiftLeader('event', 'take', { id, take: { step: 'file' } })
    await page.goto(`/sandtable?at=${point.lng}_${point.lat}_17.50_0_0`)
    await drawn(page)
    await page.getByRole('button', { name: '圈选' }).click()
    await page.getByText('依次点出范围').waitFor()
    const box = (await page.locator('canvas').boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    for (const [right, down] of [[-110, -90], [110, -90], [110, 110], [-110, 110]] as const) await page.mouse.click(x + right, y + down)
    await page.keyboard.press('Enter')
    const chosen = page.getByRole('region', { name: '圈选的范围' })
    await chosen.getByRole('checkbox', { name: `选择 ${words}` }).check()
    await picture(page, 'console-sandtable-chosen')
    const download = page.waitForEvent('download')
    await chosen.getByRole('button', { name: '导出 Excel' }).click()
    assert.match((await download).suggestedFilename(), /^沙盘圈选-.*\.xlsx$/)
    await chosen.getByRole('button', { name: '批量派遣、办理' }).click()
    await page.getByLabel('步骤').fill('派遣')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '派遣 1 件' }).click()
    await page.getByText('已办完：成功 1 件').waitFor()
    assert.equal((await acceptor('event', 'get', { id })).status, 'dispatched')
    await page.getByRole('button', { name: '完成' }).click()
    await acceptor('event', 'report', { title: `${words}又来`, description: '又满了', matter: '06010', point })
    await page.getByRole('button', { name: `新上报：${words}又来` }).waitFor()
    await page.getByRole('button', { name: `新上报：${words}又来` }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '选中的事件' }).getByRole('link', { name: `${words}又来` }).waitFor()
    await picture(page, 'console-sandtable-pulse')
  })
}
