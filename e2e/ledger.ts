import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Call } from '@linli/client'
import { makeIdentityNumber } from '@linli/standards'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
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
  test('a secretary takes a logbook over, a social worker writes into it, and it is handed in as the ledger that ships', async () => {
    const [secretary, page] = [await atDesk(open(), 'shuji01'), await atDesk(open(), 'shegong001')]
    const [name, place] = [`反诈宣传${Date.now() % 100_000}`, `示例广场${Date.now() % 100_000}`]
    await secretary.goto('/logbook?tab=shipped')
    await secretary.getByRole('link', { name: '启用“反诈宣传”' }).click()
    await secretary.getByLabel('名称', { exact: true }).fill(name)
    await secretary.getByRole('button', { name: '启用', exact: true }).click()
    await secretary.getByRole('heading', { name }).waitFor()

    await page.goto('/logbook')
    await page.getByRole('link', { name, exact: true }).click()
    await page.getByRole('button', { name: '登记', exact: true }).click()
    const form = page.getByRole('dialog')
    await form.getByText('除写明的栏目外，不要写个人的姓名、证件号码和电话').waitFor()
    await form.getByLabel('地点').fill(place)
    await form.getByLabel('方式').click()
    await page.getByTitle('讲座', { exact: true }).click()
    await form.getByLabel('覆盖人数').fill('60')
    await axeFindsNothing(page, 'an entry of a logbook being written')
    await form.getByRole('button', { name: '登记', exact: true }).click()
    await form.waitFor({ state: 'detached' })
    await page.getByRole('row').filter({ hasText: place }).getByRole('link').click()
    await page.getByRole('heading', { name: '变更记录' }).waitFor()
    await axeFindsNothing(page, 'an entry of a logbook')

    await page.goto('/ledger?base=entry')
    await page.getByRole('link', { name: '反诈宣传台账', exact: true }).click()
    const line = page.getByRole('row').filter({ hasText: place })
    assert.match(await line.innerText(), /讲座/)
  })

  test('a ledger goes out, is changed in Excel, and comes back cell by cell: what was changed here meanwhile waits for a word', async () => {
    const page = await atDesk(open(), 'shegong001')
    const call = callOn(page)
    const area = (await call('identity', 'me', {})).posts[0]!.area
    const [one, two] = [`${factory}甲`, `${factory}乙`]
    const ids: string[] = []
    for (const name of [one, two]) ids.push((await call('enterprise', 'enter', { values: { name, sort: '01', staff: 3, manager: '王示一' }, at: { area } })).id)
    const { id } = await call('ledger', 'save', { kind: 'ledger', name: `${factory}企业台账`, base: 'enterprise', conditions: [{ any: [{ field: 'enterprise.name', by: 'has', value: factory }] }], columns: [['enterprise.name', '企业'], ['enterprise.staff', '员工数'], ['enterprise.manager', '负责人'], ['record.enteredOn', '建档']].map(([field, label]) => ({ field: field!, label: label! })) })

    await page.goto(`/ledger/${id}`)
    await page.getByText('共 2 行；全部取自底数，不用另填').waitFor()
    await page.getByRole('button', { name: '导出 Excel' }).click()
    await page.getByLabel('用途').fill('核对')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '导出', exact: true }).click()])
    const rows = (await readXlsx(await readFile((await download.path())!))).sheets[0]!.rows
    const line = (name: string) => rows.find(([first]) => first === name)!
    line(one)[1] = 8
    line(one)[2] = '李例二'
    line(two)[2] = '张模三'
    await call('enterprise', 'change', { id: ids[1]!, revision: 1, values: { manager: '赵样四' } })

    await page.goto('/intake')
    await page.getByLabel('选择要导入的表格').setInputFiles({ name: `${factory}-改.xlsx`, mimeType: 'application/octet-stream', buffer: Buffer.from(await writeXlsx({ sheets: [{ name: '企业', rows }] })) })
    await page.getByRole('heading', { name: '核对改动' }).waitFor()
    await page.getByText('改了 2 行共 3 格，采纳其中 2 格').waitFor()
    await page.getByText('导出时是“王示一”，现在是“赵样四”').waitFor()
    await axeFindsNothing(page, 'a ledger that came back')
    await picture(page, 'ledger-returned')
    await page.getByRole('checkbox', { name: /采纳“员工数”/ }).uncheck()
    await page.getByText('采纳其中 1 格').waitFor()
    await page.getByRole('checkbox', { name: /采纳“负责人”/ }).last().check()
    await page.getByRole('button', { name: '采纳 2 格改动' }).click()
    await page.getByText('已更新 2').first().waitFor()
    const now = await Promise.all(ids.map(async (enterprise) => (({ values: { staff, manager } }) => [staff, manager])(await call('enterprise', 'get', { id: enterprise }))))
    assert.deepEqual(now, [[3, '李例二'], [3, '张模三']])
  })
}
