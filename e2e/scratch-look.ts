import { openWorld } from './world.ts'
import { atDesk } from './people.ts'
const world = await openWorld()
const [, , who, size, ...paths] = process.argv
const page = await atDesk(world, who!)
if (size === 'phone') await page.setViewportSize({ width: 390, height: 844 })
let at = 0
for (const path of paths) {
  await page.goto(path).catch((error: unknown) => console.log(String(error)))
  await page.waitForLoadState('networkidle').catch(() => undefined)
  await page.waitForTimeout(Number(process.env.WAIT ?? 1500))
  const file = `/tmp/look/${who}-${size}-${at}.png`
  await page.screenshot({ path: file, fullPage: size === 'full' })
  console.log(file, path, page.url())
  at += 1
}
await world.close()
