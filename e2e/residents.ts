import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import type { Call } from '@linli/client'
import type { Page } from 'playwright-core'
import { dropFile } from './drop.ts'
import { asStaff, atDesk } from './people.ts'
import { drawResidents, edited, residentFile, type Resident } from './resident-file.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const count = 5000
/** Different at every run: the platform may be one that ran before. */
const run = Date.now() % 100_000
const ledger = `示例导入${run}`
/** Known by the initials of his name, and by nobody else's. */
const sought = '司马例舟'
const entrance = String(100 + run % 800)
const drawerOf = (page: Page) => page.locator('.ant-drawer-content-wrapper:visible').last()

export const residents = (open: () => World) => void test('a social worker imports 5,000 residents, mends three rows in the grid, finds one by initials, moves a household, hands out the ledger and takes it back changed', async () => {
  const world = open()
  const call = await asStaff(world, 'shegong001')
  const { home, addresses } = await homesOf(call, Math.ceil(count / 3))
  const people = drawResidents(count, addresses, { note: ledger, run })
  people[0]!.name = sought
  const page = await atDesk(world, 'shegong001')
  await imported(page, people)
  await found(page)
  await moved(page, home, people.slice(0, 3).map(({ name }) => name))
  const file = await handedOut(world, page, call)
  await takenBack(page, call, people, file)
})

/** Two new homes in an entrance that only this story knows, and those of the community, building after building. */
async function homesOf(call: Call, wanted: number): Promise<{ home: string, addresses: string[] }> {
  const { rows: buildings } = await call('organisation', 'findAreas', { text: '幢', kinds: ['building'] })
  const charts: { address: string }[] = []
  for (const { path } of buildings) charts.push(...(await call('housing', 'chart', { building: path })).rows)
  await call('housing', 'add', { building: buildings[0]!.path, doors: ['101', '102'].map((room) => ({ entrance, room })) })
  const fresh = (await call('housing', 'chart', { building: buildings[0]!.path })).rows.filter((unit) => unit.entrance === entrance)
  assert.equal(fresh.length, 2)
  return { home: fresh[1]!.address, addresses: Array.from({ length: wanted }, (_, at) => (at === 0 ? fresh[0]! : charts[at % charts.length]!).address) }
}

/** Three rows are as people write them late on a Friday: a digit of a number, half a phone, a school that is none. */
async function imported(page: Page, people: readonly Resident[]): Promise<void> {
  const sent = people.map((one, at) => (at === 99 ? { ...one, number: one.number.replace(/999(.)$/, '998$1') } : at === 1999 ? { ...one, phone: '139000' } : at === 3999 ? { ...one, school: '社会大学' } : one))
  await page.goto('/intake')
  await dropFile(page, page.getByRole('button', { name: /把表格拖到这里/ }), '实有人口.xlsx', await residentFile(sent))
  await page.getByRole('status').filter({ hasText: /正在读取：已读 \d+ 行/ }).waitFor()
  await page.getByText(`另有 3 行有问题，不导入`).waitFor({ timeout: 120_000 })
  await page.getByText(`新登记 ${count - 3} 人`).waitFor()
  await picture(page, 'console-intake-ready')
  await page.getByRole('button', { name: '在表格里改' }).click()
  const grid = page.getByRole('grid', { name: '待修改的行' })
  const cell = (row: number, column: number) => grid.locator(`[role=row][aria-rowindex="${row + 1}"] [role=gridcell]`).nth(column)
  await cell(1, 1).waitFor()
  await axeFindsNothing(page, 'mending rows of a file in a grid')
  await picture(page, 'console-intake-mend')
  for (const [row, column, text] of [[1, 1, people[99]!.number], [2, 2, people[1999]!.phone], [3, 3, '本科']] as const) {
    await cell(row, column).click()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.getByRole('button', { name: '保存改动（3 行）' }).click()
  await page.getByText('改好 3 行，可以导入了').waitFor()
  await page.getByRole('button', { name: `导入全部 ${count} 行` }).click()
  await page.getByText(`已登记 ${count}`).waitFor({ timeout: 120_000 })
}

/** From any page, by the initials of a name. */
async function found(page: Page): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: '姓名、拼音、号码或地址' }).waitFor()
  await page.keyboard.type('smlz')
  await page.getByRole('option').filter({ hasText: sought }).filter({ hasText: `${entrance}单元` }).first().click()
  await page.getByRole('heading', { level: 1, name: sought }).waitFor()
}

/** He and who lives with him are made a household, and move next door. */
async function moved(page: Page, home: string, names: readonly string[]): Promise<void> {
  await page.getByRole('region', { name: '居住' }).getByRole('link', { name: new RegExp(`${entrance}单元`) }).first().click()
  await page.getByRole('button', { name: '建户' }).click()
  const form = drawerOf(page)
  for (const name of names) await form.getByRole('checkbox', { name }).check()
  for (const name of names) assert.ok(await form.getByRole('checkbox', { name }).isChecked(), name)
  await form.getByRole('button', { name: '建户', exact: true }).click()
  await page.getByRole('region', { name: /^成员/ }).getByText('3 人', { exact: true }).waitFor()
  await page.getByRole('button', { name: '整户搬迁' }).click()
  const move = drawerOf(page)
  await move.getByLabel('新住处').fill(home)
  await page.locator('.ant-select-dropdown:visible').getByTitle(new RegExp(home)).first().click()
  await axeFindsNothing(page, 'moving a household')
  await picture(page, 'console-household-move')
  await move.getByRole('button', { name: '登记搬迁' }).click()
  await page.getByText(`已搬到${home}`).waitFor()
  await page.getByRole('link', { name: home }).first().waitFor()
}

/** With whole numbers, since it is to come back: somebody else agrees first. */
async function handedOut(world: World, page: Page, call: Call): Promise<Uint8Array> {
  const columns = [['name', '姓名'], ['certificateNumber', '公民身份号码'], ['phone', '联系方式'], ['education', '学历'], ['place.address', '现住门（楼）详址'], ['note', '备注']].map(([field, label]) => ({ field: field!, label: label! }))
  const { id } = await call('ledger', 'save', { kind: 'ledger', name: ledger, base: 'person', conditions: [{ any: [{ field: 'note', by: 'has', value: ledger }] }], columns })
  await page.goto(`/ledger/${id}`)
  await page.getByText(`共 ${count} 行；全部取自底数，不用另填`).waitFor()
  await page.getByRole('button', { name: '导出 Excel' }).click()
  await page.getByLabel('用途').fill('核对后回填')
  await page.getByLabel('完整，经别人审批后下载一次').check()
  await page.getByRole('button', { name: '导出', exact: true }).click()
  await page.getByText('待审批').first().waitFor()
  const secretary = await asStaff(world, 'shuji01')
  const asked = (await secretary('ledger', 'exportsToDecide', {})).rows.find(({ name }) => name === ledger)!
  await secretary('ledger', 'decideExport', { id: asked.id, isAgreed: true })
  await page.reload()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: `下载“${ledger}”` }).click()])
  return readFile((await download.path())!)
}

/** A phone and a school written anew in the file that was handed out: only these differ, and they stand when they are taken over. */
async function takenBack(page: Page, call: Call, people: readonly Resident[], file: Uint8Array): Promise<void> {
  const [one, other] = [people[10]!, people[20]!]
  const phone = `1380000${one.phone.slice(-4)}`
  const changed = await edited(file, (row) => (row['公民身份号码'] === one.number ? { ...row, 联系方式: phone } : row['公民身份号码'] === other.number ? { ...row, 学历: '研究生教育' } : row))
  await page.goto('/intake')
  await dropFile(page, page.getByRole('button', { name: /把表格拖到这里/ }), `${ledger}.xlsx`, changed)
  await page.getByRole('heading', { name: '核对改动' }).waitFor({ timeout: 120_000 })
  await page.getByText('改了 2 行共 2 格，采纳其中 2 格').waitFor()
  await picture(page, 'console-intake-back')
  await page.getByRole('button', { name: '采纳 2 格改动' }).click()
  await page.getByText('已更新 2').first().waitFor({ timeout: 120_000 })
  const { people: [known] } = await call('find', 'all', { text: phone })
  assert.equal(known!.name, one.name)
  const { people: [taught] } = await call('find', 'all', { text: other.number })
  assert.equal((await call('person', 'get', { id: taught!.id })).values.education, '10')
}
