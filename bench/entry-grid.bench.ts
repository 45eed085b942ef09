import { makeIdentityNumber } from '@linli/standards'
import type { Page } from 'playwright-core'
import { atDesk } from '../e2e/people.ts'
import { openWorld, type World } from '../e2e/world.ts'
import type { Result } from './measure.ts'

/** As many as are pasted at once, and twice that in the sheet. */
const pasted = 5000
/** What is not answered within a tenth of a second is felt (RAIL; W3C Long Tasks counts from 50 ms). */
const most = 100

/**
 * The sheet of 连续录入 in a real browser: the longest piece of work that keeps the page from answering while one pastes, types, scrolls, fills and takes back, in a sheet of ten thousand rows;
 * the baseline is the same in a sheet of twenty. Milliseconds of the main thread's own processor time, so that another process does not count.
 */
export default async function entryGrid(): Promise<Result[]> {
  const world = await openWorld()
  try {
    const [small, large] = [await openSheet(world), await openSheet(world)]
    const results: Result[] = []
    const compare = async (what: string, work: (page: Page, rows: number) => Promise<void>) => {
      const [baseline, ours] = [await longest(world, small, () => work(small, 20)), await longest(world, large, () => work(large, pasted * 2))]
      results.push({ what: `entry grid: ${what}`, ours: ours.own, baseline: baseline.own, target: { ours: most }, note: `${ours.wall.toFixed(0)} ms of the clock` })
    }
    const block = (rows: number) => (page: Page) => paste(page, rows)
    const [few, many] = [await longest(world, small, () => block(20)(small)), await longest(world, large, () => block(pasted)(large))]
    results.push({ what: `entry grid: paste ${pasted} × 10 into an empty sheet`, ours: many.own, baseline: few.own, target: { ours: most }, note: `${many.wall.toFixed(0)} ms of the clock` })
    await go(large, 'Control+End')
    await go(large, 'Home')
    const more = await longest(world, large, () => paste(large, pasted))
    results.push({ what: `entry grid: paste ${pasted} × 10 below as many`, ours: more.own, baseline: few.own, target: { ours: most }, note: `${more.wall.toFixed(0)} ms of the clock` })
    await compare('type a name, tab, type another', async (page) => {
      await go(page, 'Control+Home')
      await page.keyboard.type('wangshiyi', { delay: 30 })
      await page.keyboard.press('Tab')
      await page.keyboard.type('1-201', { delay: 30 })
      await page.keyboard.press('Enter')
    })
    await compare('scroll through it', async (page) => {
      await page.getByRole('grid').hover()
      for (let at = 0; at < 40; at += 1) await page.mouse.wheel(0, 2400)
      await page.waitForTimeout(300)
    })
    await compare('down by the arrow, forty times', async (page) => {
      await go(page, 'Control+Home')
      for (let at = 0; at < 40; at += 1) await page.keyboard.press('ArrowDown')
    })
    await compare('fill a column of telephones down', async (page) => {
      await go(page, 'Control+Home')
      for (const key of [...Array.from({ length: 5 }, () => 'ArrowRight'), 'Control+Shift+ArrowDown', 'Control+D']) await go(page, key)
    })
    await compare('take it back, and do it again', async (page) => {
      for (const key of ['Control+Z', 'Control+Y', 'Control+Z']) await go(page, key)
    })
    await compare('clear a column', async (page) => {
      await go(page, 'Control+Home')
      for (const key of ['Control+Shift+ArrowDown', 'Delete', 'Control+Z']) await go(page, key)
    })
    return results
  } finally {
    await world.close()
  }
}

/** A key, and time to draw what it did. */
async function go(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.waitForTimeout(300)
}

async function openSheet(world: World): Promise<Page> {
  const page = await atDesk(world, 'shegong001')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/entry')
  await page.locator('[role=row][aria-rowindex="2"] [role=gridcell]').first().click()
  return page
}

async function paste(page: Page, rows: number): Promise<void> {
  const text = Array.from({ length: rows }, (_, at) => [`王示${at}`, '', '业主', '2024.3.1', makeIdentityNumber('339901', `19${40 + at % 50}-0${1 + at % 9}-11`, at % 999 + 1), `1390000${String(at % 10_000).padStart(4, '0')}`, '', '', '户籍人口', ''].join('\t')).join('\r\n')
  await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`)
  await page.keyboard.press('Control+V')
  await page.waitForTimeout(3000)
}

interface Task { name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args?: { name?: string } }

/** The longest single task of the page's main thread while something is done, in milliseconds of its own and of the clock. */
async function longest(world: World, page: Page, work: () => Promise<void>): Promise<{ own: number, wall: number }> {
  await world.browser.startTracing(page, { screenshots: false, categories: ['disabled-by-default-devtools.timeline', 'toplevel', '__metadata'] })
  await work()
  const { traceEvents } = JSON.parse((await world.browser.stopTracing()).toString()) as { traceEvents: Task[] }
  const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`))
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && main.has(`${pid} ${tid}`))
  if (tasks.length === 0) throw new Error('no tasks were traced')
  return { own: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000, wall: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1000 }
}
