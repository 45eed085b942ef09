import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atDesk } from './people.ts'
import { axeFindsNothing, type World } from './world.ts'

const parent = '/33/99/01/008/005/'

/** A grid is drawn otherwise on the screen; a file of buildings is looked over. Nothing is left as other stories would not expect it. */
export function atlas(world: () => World): void {
  test('the administrator drags a border that two grids share, sees what would go where, saves it and takes it back; looks a file of buildings over', async () => {
    const page = await atDesk(world(), 'xitong')
    await page.goto(`/atlas?tab=border&parent=${encodeURIComponent(parent)}`)
    await page.getByRole('button', { name: /^第1网格 / }).click()
    const corner = page.getByRole('button', { name: /个角，第1网格、第2网格$/ }).nth(2)
    await corner.focus()
    for (const key of ['ArrowUp', 'Shift+ArrowRight', 'Shift+ArrowRight']) await corner.press(key)
    const { x, y, width, height } = (await corner.boundingBox())!
    await page.mouse.move(x + width / 2, y + height / 2)
    await page.mouse.down()
    await page.mouse.move(x + 80, y + 10, { steps: 5 })
    await page.mouse.up()
    await page.getByRole('button', { name: '预览调整结果' }).click()
    await page.getByRole('heading', { name: /^划到别的网格的楼幢（[1-9]/ }).waitFor()
    await axeFindsNothing(page, 'the preview of a change of grids')
    await page.getByLabel('调整原因').fill('按道路调整')
    await page.getByRole('button', { name: /^保存/ }).click()
    await page.getByRole('heading', { name: '调整前后' }).waitFor({ state: 'hidden' })
    await page.getByRole('tab', { name: '调整记录' }).click()
    const newest = page.getByRole('row', { name: /按道路调整/ }).first()
    await newest.getByRole('button', { name: /^撤销/ }).click()
    await page.getByRole('button', { name: '撤销调整', exact: true }).click()
    await newest.getByText(/已撤销/).waitFor()

    await page.getByRole('tab', { name: '底图数据' }).click()
    const ring = [[120, 20], [120.001, 20], [120.001, 20.001]]
    const file = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: { 名称: '远处的楼' }, geometry: { type: 'Polygon', coordinates: [ring] } }] }
    await page.getByLabel('选择要导入的底图文件').setInputFiles({ name: '楼幢.geojson', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(file)) })
    await page.getByText('不在本街道任何社区的边界内').waitFor()
    assert.equal(await page.getByText('已闭合').count(), 1)
    await axeFindsNothing(page, 'a file of buildings')
    await page.getByRole('button', { name: '取消导入' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '取消导入' }).click()
    await page.getByText('已取消').waitFor()
  })
}
