import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskPhone } from '@linli/standards'
import type { Page } from 'playwright-core'
import { atDesk } from './people.ts'
import { axeFindsNothing, photoFile, picture, type World } from './world.ts'

const step = (page: Page, name: string) => page.getByRole('region', { name: '可办理的步骤' }).getByRole('button', { name, exact: true })
const send = (page: Page, name: string) => page.locator('form').getByRole('button', { name, exact: true }).click()
const links = (page: Page) => page.getByRole('region', { name: '询问与外部单位' })

export function oneTimeLinks(open: () => World): void {
  test('somebody without an account is asked by text message, answers on a phone with a photo, and the answer is on the event', async () => {
    const desk = await atDesk(open(), 'shouli')
    const number = '13900007701'
    const path = await reported(desk, number)
    await step(desk, '请补充').click()
    await desk.getByLabel('请上报人补充什么').fill('请问是哪个单元？')
    await send(desk, '请补充')
    await links(desk).getByText('短信已发送').waitFor()
    await links(desk).getByRole('button', { name: '复制链接或二维码' }).click()
    await desk.getByRole('dialog').getByText(/\/l\/\w{22}/).waitFor()
    await axeFindsNothing(desk, 'the address of a link')
    await desk.getByRole('dialog').getByRole('button', { name: /关\s*闭/ }).last().click()

    const phone = await messageOpened(open(), number)
    await phone.getByText('请问是哪个单元？').waitFor()
    await fits(phone, 'the question by link')
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.getByText('请写下补充的情况').waitFor()
    await phone.getByLabel('补充的情况').fill('2 单元门口')
    await addPhoto(phone, '#b8722f')
    await picture(phone, 'link-ask')
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.getByText('已经收到，谢谢您').waitFor()
    await phone.reload()
    await phone.getByText('已经收到您的回复').waitFor()

    // The desk follows by itself.
    await links(desk).getByText('2 单元门口').waitFor()
    await step(desk, '受理').waitFor()
    assert.equal(new URL(desk.url()).pathname, path)
    await desk.getByRole('heading', { name: '补充 1 张' }).waitFor()
    await axeFindsNothing(desk, 'an answered link')
    await picture(desk, 'console-link-ask')
  })

  test('a unit forwards to a property manager by link, gets result and photo back, and feeds back with one tap', async () => {
    const unit = await atDesk(open(), 'huanwei')
    // What came by 12345 wants four answers more.
    await unit.goto('/event?status=handling&source=resident,grid,steward')
    await unit.locator('[data-row-link]').first().click()
    await links(unit).getByRole('button', { name: '转外部单位' }).click()
    await unit.getByLabel('外部单位', { exact: true }).fill('临河物业公司')
    await unit.getByLabel('联系电话').fill('13900007702')
    await unit.getByLabel('请对方做什么').fill('请清走楼道里的垃圾')
    await axeFindsNothing(unit, 'forwarding')
    await send(unit, '转办')
    await unit.getByRole('dialog').getByText(/\/l\/\w{22}/).waitFor()
    await unit.getByRole('dialog').getByRole('button', { name: /关\s*闭/ }).last().click()
    await links(unit).getByText('短信已发送').waitFor()
    await picture(unit, 'console-link-forward')

    const phone = await messageOpened(open(), '13900007702')
    await phone.getByText('请清走楼道里的垃圾').waitFor()
    await fits(phone, 'what was forwarded')
    await phone.getByLabel('怎么处理的').fill('已全部清走')
    await phone.getByLabel('办理人').fill('王师傅')
    await addPhoto(phone, '#2f7fb8')
    await picture(phone, 'link-forward')
    await phone.getByRole('button', { name: '提交' }).click()
    await phone.getByText('已经收到，谢谢您').waitFor()

    await links(unit).getByText('已全部清走').waitFor()
    await picture(unit, 'console-link-result')
    await links(unit).getByRole('button', { name: '按此结果反馈' }).click()
    assert.equal(await unit.getByLabel('给居民的答复').inputValue(), '已全部清走')
    await send(unit, '反馈结果')
    await unit.getByText('待核查').first().waitFor()
  })
}

/** The acceptor writes down what was told on the telephone; the path of its page. */
async function reported(desk: Page, number: string): Promise<string> {
  const id = await desk.evaluate<string>(`fetch('/api/event/list', { method: 'POST', headers: { 'content-type': 'application/json', 'x-linli': '1' }, body: JSON.stringify({ status: ['reported'], limit: 1 }) }).then((answer) => answer.json()).then(({ rows: [one] }) =>
    fetch('/api/event/report', { method: 'POST', headers: { 'content-type': 'application/json', 'x-linli': '1' }, body: JSON.stringify({ description: '楼道里堆了纸箱', matter: '06036', area: one.area, source: 'hotline', reporter: { name: '周示例', phone: '${number}' } }) })).then((answer) => answer.json()).then(({ id }) => id)`)
  await desk.goto(`/event/${id}`)
  return `/event/${id}`
}

/** Somebody with a phone and nothing else opens what the newest message to the number brought. */
async function messageOpened(world: World, number: string): Promise<Page> {
  const { page } = await world.window('phone')
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto('/simulator/sms?still')
    const text = await page.locator('tbody tr').filter({ hasText: maskPhone(number) }).first().textContent({ timeout: 500 }).catch(() => '')
    const path = /\/l\/\w{22}/.exec(text ?? '')?.[0]
    if (path) {
      await page.goto(path)
      return page
    }
    await page.waitForTimeout(250)
  }
  throw new Error('no text message came')
}

async function addPhoto(page: Page, colour: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '添加照片' }).click()
  await (await chooser).setFiles(await photoFile(colour))
  await page.getByRole('button', { name: '再加 8 张' }).waitFor()
  await page.getByText(/上传中/).waitFor({ state: 'hidden' })
}

/** No fault for old eyes and screen readers, and nothing wider than the phone. */
async function fits(page: Page, where: string): Promise<void> {
  await axeFindsNothing(page, where)
  assert.ok(Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth')) <= 0, where)
}
