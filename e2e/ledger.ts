import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Call } from '@linli/client'
import { makeIdentityNumber } from '@linli/standards'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** Asks the server as whoever is signed in on the page. */
const callOn = (page: Page) => ((module: string, endpoint: string, input: object) => page.evaluate(async ([path, body]) =>
  (await fetch(`/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json(), [`${module}/${endpoint}`, input] as const)) as unknown as Call

const factory = `示例厂${Date.now() % 100_000}`
const number = makeIdentityNumber('339901', '1991-03-01', 1 + Date.now() % 900)

export function ledgers(open: () => World): void {
  test('a social worker makes a list by clicking, hands it out with whole numbers when the secretary has agreed, and freezes the month', async () => {
    const page = await atDesk(open(), 'shegong001')
    const call = callOn(page)
    const area = (await call('identity', 'me', {})).posts[0]!.area
    await call('person', 'enter', { values: { name: '王示一', certificateNumber: number, workplace: factory }, at: { area }, role: '03' })

    await page.goto('/ledger/make')
    await page.getByRole('combobox', { name: '加一个条件' }).click()
    await page.keyboard.type('服务处所')
    await page.getByTitle('服务处所', { exact: true }).first().click()
    await page.getByLabel('服务处所的内容').fill(factory)
    await page.getByRole('combobox', { name: '加一列', exact: true }).click()
    await page.keyboard.type('证件号码')
    await page.getByTitle('证件号码', { exact: true }).first().click()
    await page.getByLabel('第 4 列的名称').fill('公民身份号码')
    await page.getByText('共 1 行；全部取自底数，不用另填').waitFor()
    await picture(page, 'ledger-make')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByLabel('名称', { exact: true }).fill(factory)
    await page.getByRole('combobox', { name: '给谁用' }).click()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    await page.getByRole('heading', { name: factory }).waitFor()
    await page.getByText('共 1 行；全部取自底数，不用另填').waitFor()
    await axeFindsNothing(page, 'a ledger')

    await page.getByRole('button', { name: '导出 Excel' }).click()
    await page.getByLabel('用途').fill('公安核对')
    await page.getByLabel('完整，经别人审批后下载一次').check()
    await page.getByRole('button', { name: '导出', exact: true }).click()
    await page.getByText('待审批').first().waitFor()
    const secretary = await atDesk(open(), 'shuji01')
    await secretary.goto('/ledger-export?tab=decide')
    await secretary.getByRole('button', { name: `审批“${factory}”` }).click()
    await secretary.getByText('完整显示：联系电话、公民身份号码').waitFor()
    await secretary.getByLabel('同意，可下载一次').check()
    await secretary.getByRole('button', { name: '提交', exact: true }).click()
    await secretary.getByRole('button', { name: `审批“${factory}”` }).waitFor({ state: 'detached' })

    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `下载“${factory}”` }).click()])
    const { sheets } = await readXlsx(await readFile((await download.path())!))
    assert.deepEqual(sheets[0]!.rows[2]!.slice(0, 4), ['姓名', '联系电话', '地址', '公民身份号码'])
    assert.equal(sheets[0]!.rows[3]![3], number)
    await page.getByRole('button', { name: `下载“${factory}”` }).waitFor({ state: 'detached' })

    await page.goto('/ledger')
    await page.getByRole('link', { name: factory, exact: true }).click()
    await page.getByRole('button', { name: '固化本月' }).click()
    await page.getByRole('button', { name: '固化', exact: true }).click()
    await page.getByText(/共 1 行，不再更改/).waitFor()
  })
}
