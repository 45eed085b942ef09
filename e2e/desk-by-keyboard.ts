import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** No hand on the mouse: only what a keyboard sends. */
const press = (page: Page, key: string) => page.keyboard.press(key)

/** Goes to the desk and, by searching, to the event; the focus is then on its row. */
async function toEvent(page: Page, words: string): Promise<void> {
  await page.goto('/desk')
  await page.getByRole('list', { name: '事件' }).waitFor()
  await press(page, '/')
  await page.keyboard.type(words)
  await press(page, 'Enter')
  await page.getByRole('heading', { level: 2, name: words }).waitFor()
  await press(page, 'j')
}

/** Opens the form of a step by its letter and sends it with Ctrl+Enter. */
async function take(page: Page, letter: string, fill: (form: ReturnType<Page['getByRole']>) => Promise<void> = async () => undefined): Promise<void> {
  await press(page, letter)
  const form = page.getByRole('dialog')
  await form.waitFor()
  await form.locator('input:focus, textarea:focus').first().waitFor()
  await fill(form)
  await press(page, 'Control+Enter')
  await form.waitFor({ state: 'hidden' })
}

const focused = (page: Page) => page.evaluate('document.activeElement.textContent') as Promise<string>

export const deskByKeyboard = (open: () => World) => void test('from report to dispatch at the desk, without the mouse', async () => {
  const world = open()
  const words = `长虹路${Date.now() % 100000}号门口路灯不亮`
  const acceptor = await atDesk(world, 'shouli')
  await acceptor.goto('/desk')
  await acceptor.getByRole('list', { name: '事件' }).waitFor()
  await axeFindsNothing(acceptor, 'desk')
  await picture(acceptor, 'console-desk')

  await press(acceptor, 'n')
  await acceptor.getByRole('heading', { name: '上报事件' }).waitFor()
  await acceptor.keyboard.type(words)
  await acceptor.getByRole('group', { name: '根据描述推荐的事项' }).waitFor()
  for (let tries = 0; tries < 20 && await acceptor.evaluate(`document.activeElement.id !== 'report_where'`); tries += 1) await press(acceptor, 'Tab')
  await acceptor.keyboard.type('示范桥社区 第1网格')
  await acceptor.getByTitle(/第1网格/).first().waitFor()
  await press(acceptor, 'ArrowDown')
  await press(acceptor, 'Enter')
  await press(acceptor, 'Control+Enter')
  // What is still missing has the focus.
  await acceptor.locator('#report_source:focus').waitFor()
  await press(acceptor, 'ArrowDown')
  await acceptor.getByTitle('网格巡查').waitFor()
  await press(acceptor, 'Enter')
  await press(acceptor, 'Control+Enter')
  await acceptor.getByRole('heading', { name: words }).waitFor()

  await toEvent(acceptor, words)
  assert.match(await focused(acceptor), new RegExp(words))
  await take(acceptor, 'a')
  await acceptor.getByText('都办完了').or(acceptor.getByText('没有符合条件的事件')).first().waitFor()

  const shiftLeader = await atDesk(world, 'zhibanzhang')
  await toEvent(shiftLeader, words)
  await press(shiftLeader, 'Enter')
  await shiftLeader.getByRole('dialog').getByText('立案后由派遣员派给办理单位。').waitFor()
  await press(shiftLeader, 'Escape')
  await shiftLeader.getByRole('dialog').waitFor({ state: 'hidden' })
  assert.match(await focused(shiftLeader), new RegExp(words), 'the row has the focus back')
  await take(shiftLeader, 'f')

  const dispatcher = await atDesk(world, 'paiqian')
  await toEvent(dispatcher, words)
  await take(dispatcher, 'd', async () => {
    await dispatcher.keyboard.type('环卫所')
    await dispatcher.getByTitle('环卫所').first().waitFor()
    await press(dispatcher, 'ArrowDown')
    await press(dispatcher, 'Enter')
  })
  await dispatcher.getByText('派遣已完成').waitFor()

  await dispatcher.goto('/desk')
  const rows = dispatcher.getByRole('list', { name: '事件' }).getByRole('link')
  await rows.nth(1).waitFor()
  const second = await rows.nth(1).getAttribute('href')
  await press(dispatcher, 'j')
  await press(dispatcher, 'j')
  await dispatcher.locator(`[data-row-link][aria-current=true][href="${second}"]`).waitFor()
  await press(dispatcher, 'k')
  await dispatcher.locator(`[data-row-link][aria-current=true]:not([href="${second}"])`).waitFor()
  await press(dispatcher, '?')
  await dispatcher.getByRole('dialog', { name: '受理台快捷键' }).waitFor()
  await axeFindsNothing(dispatcher, 'keys')
})
