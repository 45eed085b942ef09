import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Call } from '@linli/client'
import { makeIdentityNumber } from '@linli/standards'
import { asStaff, atPage } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** A day and digits that no run before has used: a server may have told these stories before. */
function unused(): { birth: string, sequence: number, tail: string } {
  const now = Date.now()
  const two = (number: number) => String(number).padStart(2, '0')
  return { birth: `${1940 + now % 40}-${two(1 + now % 12)}-${two(1 + now % 28)}`, sequence: 2 + now % 499 * 2, tail: String(now).slice(-4) }
}

/** A building in the community of shegong001 that no story has given its two entrances yet. */
async function twoEntrances(worker: Call): Promise<{ name: string, path: string }> {
  for (const text of ['幢', ...Array.from({ length: 9 }, (_, at) => `${at + 1}幢`)]) {
    for (const { path, fullName: name } of (await worker('organisation', 'findAreas', { text, kinds: ['building'] })).rows) {
      if ((await worker('housing', 'chart', { building: path })).rows.some(({ room }) => room.startsWith('示'))) continue
      await worker('housing', 'add', { building: path, doors: ['8', '9'].flatMap((entrance) => [2, 3].map((floor) => ({ entrance, floor, room: `示${floor}01` }))) })
      return { name, path }
    }
  }
  throw new Error('every building has been used: start with an empty folder')
}

export const typing = (open: () => World) => void test('a social worker types and pastes a building’s people as in a spreadsheet, mends what is wrong in place, and hands them in', async () => {
  const world = open()
  const [worker, page] = await Promise.all([asStaff(world, 'shegong001'), atPage(world, 'shegong001', '/entry')])
  const { name, path } = await twoEntrances(worker)
  await page.getByRole('combobox', { name: '楼幢或社区' }).click()
  await page.keyboard.type(name.slice(-6))
  await page.getByRole('treeitem', { name }).or(page.getByTitle(name)).first().click()
  const { birth, sequence, tail } = unused()
  const [number, wrong] = [makeIdentityNumber('339901', birth, sequence), '33990119900101001X']
  const cell = (row: number, column: number) => page.locator(`[role=row][aria-rowindex="${row + 1}"] [role=gridcell]`).nth(column)
  await cell(1, 0).click()
  // Through an input method, as Chinese is typed: its own keys are not those of the sheet, and of a cell that was scrolled away nothing is written unseen.
  const method = await page.context().newCDPSession(page)
  await page.getByRole('grid').evaluate((grid) => grid.parentElement!.scrollTo({ top: 600 }))
  for (const text of ['w', 'wang', 'wang shi yi']) await method.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Enter', code: 'Enter' })
  await method.send('Input.insertText', { text: '王示一' })
  await page.waitForFunction((grid) => grid!.parentElement!.scrollTop === 0, await page.getByRole('grid').elementHandle())
  await page.keyboard.press('Tab')
  assert.equal(await cell(1, 0).textContent(), '王示一')
  await page.keyboard.type('8-示201')
  await page.keyboard.press('Tab')
  await page.keyboard.type('业主')
  await page.keyboard.press('Enter')
  assert.equal(await cell(1, 2).textContent(), '业主')
  await cell(2, 0).click()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(`李示二\t9单元示301\t租客\t2024.3.1\t${number}\t1390001${tail}\r\n张示三\t示301\t租客\t\t${wrong}\t1390000123\r\n`)})`)
  await page.keyboard.press('Control+V')
  assert.deepEqual([await cell(2, 6).textContent(), await cell(2, 7).textContent()], ['女', birth], 'the number tells sex and date of birth')
  await page.getByRole('button', { name: '下一处错误（1 行）' }).click()
  await page.getByText('有几个单元都有 示301，请写明单元，如 8-示301', { exact: true }).waitFor()
  await axeFindsNothing(page, 'entry sheet')
  await picture(page, 'console-entry')
  await page.keyboard.type('8-示301')
  await page.keyboard.press('Tab')
  await cell(3, 4).click()
  await page.keyboard.press('Delete')
  await cell(3, 5).click()
  await page.keyboard.type(`1390002${tail}`)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '登记 3 人' }).click()
  await page.getByText('已登记 3 人。').waitFor()
  const units = (await worker('housing', 'chart', { building: path })).rows.filter(({ room }) => room.startsWith('示'))
  const living = await Promise.all(units.map(async ({ id, entrance, room }) => (await worker('person', 'list', { area: path, housing: id })).rows.map(({ name: who }) => `${who} ${entrance}-${room}`)))
  assert.deepEqual(living.flat().toSorted(), ['张示三 8-示301', '李示二 9-示301', '王示一 8-示201'])
})

export const nobodyTwice = (open: () => World) => void test('whoever types somebody in is told while typing who it may be, opens that one, says it is another, and enters them all the same', async () => {
  const world = open()
  const [worker, page] = await Promise.all([asStaff(world, 'shegong001'), atPage(world, 'shegong001', '/person/new')])
  const { path } = await twoEntrances(worker)
  const units = (await worker('housing', 'chart', { building: path })).rows
  const unit = units.find(({ room }) => room === '示301')!
  const known = await worker('person', 'enter', { values: { name: '孙示北', birth: unused().birth }, at: { housing: unit.id }, role: '01' })
  await page.getByRole('combobox', { name: '住处' }).fill(unit.address)
  await page.locator('.ant-select-item-option').filter({ hasText: unit.address }).first().click()
  await page.getByLabel('姓名').first().fill('孙十北')
  await page.getByText('可能已经登记过，请核对：').waitFor()
  const [opened] = await Promise.all([page.context().waitForEvent('page'), page.getByRole('link', { name: '孙示北' }).click()])
  await opened.getByRole('heading', { name: '孙示北', level: 1 }).waitFor()
  assert.match(opened.url(), new RegExp(known.id))
  await opened.close()
  await axeFindsNothing(page, 'likely twins')
  await picture(page, 'console-twins')
  await page.getByRole('button', { name: '孙示北不是同一人' }).click()
  await page.getByRole('combobox', { name: '居住关系' }).click()
  await page.locator('.ant-select-item-option').filter({ hasText: '同住人' }).first().click()
  await page.getByRole('button', { name: '登记', exact: true }).click()
  await page.getByRole('heading', { name: '孙十北', level: 1 }).waitFor()
  assert.deepEqual((await worker('twin', 'list', { status: 'different', limit: 100 })).rows.some(({ one, other }) => [one.id, other.id].includes(known.id)), true, 'said once, remembered')
})
