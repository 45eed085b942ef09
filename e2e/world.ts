import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { storyFlags } from '../tools/browser.ts'
import { openPlatform } from './platform.ts'

const root = join(import.meta.dirname, '..')

/** The platform as a newcomer starts it: one command, an empty folder, the demo sub-district; and a browser. */
export interface World {
  address: string
  browser: Browser
  /** A window of its own with its own cookies. */
  window(kind: 'desk' | 'phone'): Promise<{ page: Page, context: BrowserContext }>
  /** What a story left open would go on drawing beside the next. */
  closeWindows(): Promise<void>
  close(): Promise<void>
}

/** Maps need WebGL, which a machine without a GPU emulates; everything else is drawn without that detour, at half the cost. */
const drawnByTheProcessor = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing']

/** Two cores with three browsers and two platforms that have just begun are slow; what never comes is found out all the same. */
const patience = 90_000

const shapes = {
  desk: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
}

export async function openWorld(): Promise<World> {
  const { address, stop } = await openPlatform()
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: [...storyFlags, ...drawnByTheProcessor] })
  return {
    address, browser,
    async window(kind) {
      const context = await browser.newContext({ ...shapes[kind], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL: address, reducedMotion: 'reduce' })
      context.setDefaultTimeout(patience)
      const page = await context.newPage()
      page.on('pageerror', (error) => { throw error })
      return { page, context }
    },
    async closeWindows() {
      for (const context of browser.contexts()) await context.close()
    },
    async close() {
      await browser.close()
      await stop()
    },
  }
}

/** Nothing that WCAG 2.1 A or AA calls a fault. `isSeen`: the same was looked at in another width; its colours, which take half the time, are not looked at again. */
export async function axeFindsNothing(page: Page, where: string, { isSeen = false } = {}): Promise<void> {
  await atRest(page)
  // Our pages have no frames: looked at where they are and not put together in a page of its own, which takes five times as long.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'], ...(isSeen && { rules: { 'color-contrast': { enabled: false } } }) }).analyze()
  const words = violations.map(({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.slice(0, 5).map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary?.split('\n')[1] ?? ''}`).join('\n  ')}`)
  if (words.length > 0) throw new Error(`axe on ${where}:\n${words.join('\n')}`)
}

/** The mouse away and every movement at its end: colours half-way are nobody's colours. */
async function atRest(page: Page): Promise<void> {
  await page.mouse.move(0, 0)
  await page.evaluate('Promise.allSettled(document.getAnimations().filter(({ effect }) => effect.getTiming().iterations !== Infinity).map(({ finished }) => finished))')
}

/** What the README shows. */
const shown = ['console-today', 'console-event', 'console-sandtable', 'console-command', 'console-indicators', 'resident-report', 'resident-elder']

/** A picture for people to look at, where they want it: LINLI_PICTURES=all draws every page into test-results/, and LINLI_PICTURES=docs renews those of the README. */
export async function picture(page: Page, name: string): Promise<void> {
  const isShown = process.env.LINLI_PICTURES === 'docs' && shown.includes(name)
  if (!isShown && process.env.LINLI_PICTURES !== 'all') return
  const folder = join(root, isShown ? 'docs/screens' : 'test-results')
  mkdirSync(folder, { recursive: true })
  await atRest(page)
  const shot = await page.screenshot()
  // Of a few hundred colours nobody misses any, and a clone is smaller.
  const { default: sharp } = await import('sharp')
  writeFileSync(join(folder, `${name}.png`), folder.endsWith('docs/screens') ? await sharp(shot).png({ palette: true, effort: 10 }).toBuffer() : shot)
}

/** A small photo as a phone would take it. */
export async function photoFile(colour: string): Promise<{ name: string, mimeType: string, buffer: Buffer }> {
  const { default: sharp } = await import('sharp')
  const drawn = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="900"><rect width="1200" height="900" fill="${colour}"/><circle cx="600" cy="500" r="220" fill="#fff" opacity=".5"/><text x="600" y="820" font-size="64" text-anchor="middle" fill="#fff">示例照片</text></svg>`)
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: await sharp(drawn).jpeg().toBuffer() }
}
