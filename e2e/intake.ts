import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { openBook } from '@linli/sheet'
import { makeIdentityNumber } from '@linli/standards'
import { writeXlsx } from 'hucre/xlsx'
import { dropFile } from './drop.ts'
import { asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const run = Date.now() % 997 + 1
const names = ['皇甫示甲', '皇甫例乙', '皇甫样丙']
const numbers = ['1961-01-01', '1962-01-01', '1963-01-01'].map((birth) => makeIdentityNumber('339901', birth, run))

export const intake = (open: () => World) => void test('a social worker is told why a file is none, takes the rows to mend as a file, sends them mended, and takes the whole import back', async () => {
  const world = open()
  const page = await atDesk(world, 'shegong004')
  const drop = async (name: string, bytes: Uint8Array) => {
    await page.goto('/intake')
    await dropFile(page, page.getByRole('button', { name: /把表格拖到这里/ }), name, bytes)
  }
  await drop('花名册.xls', Buffer.from('<html><body><table><tr><td>姓名</td></tr></table></body></html>'))
  await page.getByText(/网页格式.*另存为 xlsx/).first().waitFor()
  await axeFindsNothing(page, 'a file that is none')

  await drop('花名册.csv', Buffer.from(['姓名,身份证号,电话', `${names[0]},${numbers[0]},13900000061`, `${names[1]},${numbers[1]},1390`, `${names[2]},${numbers[0]},`].join('\r\n')))
  await page.getByText('新登记 1 人').waitFor()
  await page.getByText('“1390”不是有效的电话号码').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载待修改的行' }).click()])
  assert.equal(download.suggestedFilename(), '花名册-待修改.xlsx')
  await page.getByRole('button', { name: '只导入没有问题的 1 行' }).click()
  await page.getByText('已登记 1', { exact: true }).waitFor()

  const back: string[][] = []
  for await (const { cells } of (await openBook(await readFile((await download.path())!))).rows(0)) back.push(cells.map((cell) => String(cell ?? '')))
  assert.deepEqual(back.map((row) => row[3]), ['导入问题', '电话：“1390”不是有效的电话号码', '与第 2 行的证件号码相同'])
  await drop('花名册-待修改.xlsx', await writeXlsx({ sheets: [{ name: '人口', rows: [back[0]!, [names[1]!, numbers[1]!, '13900000062', ''], [names[2]!, numbers[2]!, '', '']] }] }))
  await page.getByRole('button', { name: '导入全部 2 行' }).click()
  await page.getByText('已登记 2', { exact: true }).waitFor()
  const call = await asStaff(world, 'shegong004')
  const there = async () => (await Promise.all(numbers.map((text) => call('find', 'all', { text })))).map(({ people }) => people.length)
  assert.deepEqual(await there(), [1, 1, 1])
  await page.getByRole('button', { name: '撤销导入' }).click()
  await page.getByText('这批新登记的会删除').waitFor()
  await picture(page, 'console-intake-undo')
  await page.getByRole('dialog').getByRole('button', { name: '撤销导入' }).click()
  await page.getByText('已撤销 2', { exact: true }).waitFor()
  assert.deepEqual(await there(), [1, 0, 0])
  await page.setViewportSize({ width: 390, height: 844 })
  await axeFindsNothing(page, 'an import that was taken back, on a phone')
})
