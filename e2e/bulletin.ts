import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { readXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { pdfText } from '../apps/server/test/pdf-text.ts'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

const name = `示例月报${Date.now() % 100_000}`

async function taken(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return readFile((await download.path())!)
}

export function bulletins(open: () => World): void {
  test('what the analysis shows becomes a monthly report: made, reviewed, signed, opened down to the events, and taken as a paper and a spreadsheet', async () => {
    const page = await atDesk(open(), 'zhibanzhang')
    await page.goto('/indicators/analysis?codes=reported30%2CinTime30')
    await page.getByRole('link', { name: '存为报表' }).click()
    await page.getByRole('heading', { name: '新建报表' }).waitFor()
    await page.getByLabel('名称', { exact: true }).fill(name)
    await page.getByLabel('期号前的字').fill('示例')
    await page.getByLabel('正文前的话').fill('本月总体平稳。')
    await page.getByRole('checkbox', { name: '按本期（当日、本周、本月）统计' }).check()
    await page.getByRole('button', { name: '预览' }).click()
    const preview = page.getByRole('region', { name: '预览' })
    await preview.getByText('一、各辖区情况').waitFor()
    await picture(page, 'bulletin-make')
    await axeFindsNothing(page, 'a report that is put together')
    await page.getByRole('button', { name: '保存', exact: true }).click()

    await page.getByRole('button', { name: `立即制作 ${name}` }).click()
    await page.getByRole('heading', { name: new RegExp(name) }).waitFor()
    await page.getByRole('button', { name: '修改文字' }).click()
    await page.getByLabel('正文前的话').fill('本月总体平稳，环境类占多数。')
    await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click()
    await page.getByText('本月总体平稳，环境类占多数。').waitFor()
    await page.getByRole('button', { name: '送审', exact: true }).click()
    await page.getByText('待审核', { exact: true }).waitFor()
    await axeFindsNothing(page, 'an issue that waits')

    const leader = await atDesk(open(), 'lingdao')
    await leader.goto('/bulletin?tab=waiting')
    await leader.getByRole('link', { name: new RegExp(name) }).click()
    await leader.getByRole('button', { name: '审核通过' }).click()
    await leader.getByRole('button', { name: '签发', exact: true }).click()
    await leader.getByRole('dialog').getByRole('button', { name: '签发', exact: true }).click()
    await leader.getByText('核验：与签发时一致').waitFor()
    await leader.getByText(/^示例〔\d{4}〕第 1 期$/).waitFor()
    await picture(leader, 'bulletin-signed')
    await axeFindsNothing(leader, 'a signed issue')

    const [paper, book] = [await taken(leader, '下载 PDF'), await taken(leader, '下载 Excel')]
    const said = pdfText(paper).join('').replaceAll(/\s/g, '')
    for (const words of ['基层治理工作月报', '临河街道办事处', '本月总体平稳，环境类占多数。', '一、各辖区情况', '示范桥社区', '二、口径说明', 'SHA-256摘要']) assert.ok(said.includes(words), words)
    const { sheets } = await readXlsx(book)
    const line = sheets[1]!.rows.find(([place]) => place === '示范桥社区')!
    assert.ok(said.includes(`示范桥社区${line[1]}${line[2]}`), 'both say the same')

    await leader.getByRole('link', { name: /^示范桥社区 本月上报 [\d,]+，查看清单$/ }).click()
    await leader.getByRole('heading', { name: '指标清单：示范桥社区 上报数' }).waitFor()
    await leader.getByRole('row').nth(1).waitFor()

    const digest = /SHA-256摘要：([0-9a-f]{16})/.exec(said)![1]!
    await page.goto('/bulletin/verify')
    await page.getByLabel('摘要').fill(digest)
    await page.getByRole('button', { name: '核验' }).click()
    await page.getByText('与签发时一致').waitFor()
    await axeFindsNothing(page, 'a report that is verified')
  })
}
