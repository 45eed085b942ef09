import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { atDesk } from './people.ts'
import { axeFindsNothing, type World } from './world.ts'

/** How many unread notices the bell of the header shows. */
const unread = async (page: Page): Promise<number> => Number((await page.getByRole('link', { name: /^提醒，/ }).getAttribute('aria-label'))!.match(/\d+/)?.[0] ?? 0)

async function becomes(page: Page, count: number): Promise<void> {
  for (const end = Date.now() + 15_000; Date.now() < end; await page.waitForTimeout(100)) if (await unread(page) === count) return
  assert.equal(await unread(page), count)
}

export const notices = (open: () => World) => void test('who is urged sees it at the bell without asking, opens the event from it, and has read it then', async () => {
  const world = open()
  const acceptor = await atDesk(world, 'shouli')
  await acceptor.goto('/notice')
  await acceptor.getByRole('button', { name: '全部标为已读' }).waitFor()
  if (await unread(acceptor) > 0) await acceptor.getByRole('button', { name: '全部标为已读' }).click()
  await becomes(acceptor, 0)
  const shiftLeader = await atDesk(world, 'zhibanzhang')
  await shiftLeader.goto('/event?status=reported')
  await shiftLeader.locator('[data-row-link]').first().click()
  await shiftLeader.getByRole('button', { name: /更多操作/ }).click()
  const title = await shiftLeader.getByRole('heading', { level: 1 }).textContent()
  await shiftLeader.getByRole('menuitem', { name: '催办' }).click()
  const form = shiftLeader.getByRole('dialog')
  await form.getByRole('textbox').first().fill('居民又打来电话')
  await form.getByRole('button', { name: '催办', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
  await becomes(acceptor, 1)
  await acceptor.goto('/')
  await acceptor.getByRole('link', { name: /^提醒，1条未读/ }).click()
  await acceptor.getByText('居民又打来电话').first().waitFor()
  await axeFindsNothing(acceptor, 'notices')
  await acceptor.getByRole('row').filter({ hasText: '居民又打来电话' }).getByRole('link').first().click()
  await acceptor.getByRole('heading', { level: 1, name: title! }).waitFor()
  await becomes(acceptor, 0)
})
