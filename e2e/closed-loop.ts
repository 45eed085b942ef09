import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { atDesk, onPhone } from './people.ts'
import { axeFindsNothing, photoFile, picture, type World } from './world.ts'

/** Opens the event on a desk and takes a step whose form needs no more than `fill`. */
async function take(page: Page, title: string, step: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined): Promise<void> {
  await page.goto('/event?isMine=1')
  await page.getByRole('link', { name: title }).first().click()
  await page.getByRole('heading', { name: title }).waitFor()
  await page.getByRole('button', { name: step, exact: true }).first().click()
  const form = page.getByRole('dialog')
  await form.waitFor()
  await fill(form)
  await form.getByRole('button', { name: step, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}

export const closedLoop = (open: () => World) => void test('a resident reports on a phone, the dispatcher sees it live, the unit handles it with photos, the resident rates', async () => {
  const world = open()
  const words = `示范桥${Date.now() % 100000}号楼下垃圾没人收`
  const acceptor = await atDesk(world, 'shouli')
  const dispatcher = await atDesk(world, 'paiqian')
  await axeFindsNothing(acceptor, 'today')
  await picture(acceptor, 'console-today')
  // The whole list, as 今日待办 shows the first few of each kind and a day may be busy.
  for (const page of [acceptor, dispatcher]) {
    await page.goto('/event')
    await page.getByRole('row').nth(1).waitFor()
  }

  const resident = await onPhone(world, `1390000${9000 + Date.now() % 1000}`)
  await resident.getByLabel('发生了什么').fill(words)
  await resident.getByRole('radio').first().waitFor()
  await resident.getByRole('button', { name: /按小区、楼幢名称找/ }).click()
  await resident.getByLabel('小区、楼幢或社区的名称').fill('示范桥社区 第1网格')
  await resident.getByRole('button', { name: /第1网格/ }).first().click()
  await resident.getByLabel('具体位置').fill('楼下垃圾桶边')
  const [chooser] = await Promise.all([resident.waitForEvent('filechooser'), resident.getByRole('button', { name: '添加照片' }).click()])
  await chooser.setFiles(await photoFile('#5a7'))
  await resident.getByText('再加 8 张').waitFor()
  await resident.getByText(/上传中/).waitFor({ state: 'hidden' })
  await axeFindsNothing(resident, 'report')
  await resident.evaluate('window.scrollTo(0, 0)')
  await picture(resident, 'resident-report')
  await resident.getByRole('button', { name: '提交' }).click()
  await resident.getByText('已经收到您的上报').waitFor()
  await axeFindsNothing(resident, 'sent')

  await acceptor.getByText(words).first().waitFor()
  await take(acceptor, words, '受理')
  const shiftLeader = await atDesk(world, 'zhibanzhang')
  await take(shiftLeader, words, '立案')
  await dispatcher.getByText(words).first().waitFor()
  await take(dispatcher, words, '派遣', async (form) => {
    await form.getByLabel('办理单位').click()
    await form.getByLabel('办理单位').fill('环卫所')
    await dispatcher.getByTitle('环卫所').first().click()
  })
  await axeFindsNothing(dispatcher, 'event')

  const handler = await atDesk(world, 'huanwei')
  await take(handler, words, '签收')
  await take(handler, words, '反馈结果', async (form) => {
    await form.getByLabel('给居民的答复').fill('垃圾已清运，并增加一次巡查。')
    await form.getByLabel('内部意见').fill('点位常满，建议加桶')
    await form.locator('input[type=file]').setInputFiles(await photoFile('#a75'))
    await form.getByText('已上传').waitFor()
  })
  const gridWorker = await atDesk(world, 'wangge001')
  await take(gridWorker, words, '核查通过')

  await resident.getByRole('button', { name: '查看进度' }).click()
  await resident.getByText('垃圾已清运，并增加一次巡查。').first().waitFor()
  assert.equal(await resident.getByText('建议加桶').count(), 0, 'the internal note stays inside')
  await axeFindsNothing(resident, 'my event')
  await picture(resident, 'resident-event')
  await resident.getByRole('radio', { name: '5 星，非常满意' }).check({ force: true })
  await resident.getByRole('radio', { name: '解决了', exact: true }).check({ force: true })
  await resident.getByRole('button', { name: '提交评价' }).click()
  await resident.getByText('您已评价').waitFor()
  await take(shiftLeader, words, '结案')
  await shiftLeader.getByText('已结案').first().waitFor()
  await picture(shiftLeader, 'console-event')
})
