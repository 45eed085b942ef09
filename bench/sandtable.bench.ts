import { chromium, type Browser, type Page } from 'playwright-core'
import type { Person } from '../apps/server/test/city-people.ts'
import { chromiumFlags } from '../tools/browser.ts'
import { buildScreens } from '../apps/server/src/start/screens.ts'
import { sources } from '../apps/server/src/modules/indicator/sources.ts'
import { countTouched } from '../apps/server/src/modules/measure/index.ts'
import { openCity, type City } from '../apps/server/test/city.ts'
import type { Result } from './measure.ts'
import { startOther } from './other-server.ts'

const communities = 17
const grids = 7
const times = 5
/** What people feel as a halt. */
const halt = 100

/** As e2e/world.ts draws maps on a machine without a GPU. */
const drawnByTheProcessor = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-gpu-compositing']

/**
 * The sand table in a real browser whose pictures the processor draws: from going to its address, the console's files kept from an earlier visit, until the town is drawn; then how long frames take while it is dragged and turned.
 * The baseline is the same town with one building to each grid.
 */
export default async function sandtable(): Promise<Result[]> {
  const city = await openCity()
  await buildScreens(() => undefined)
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: [...chromiumFlags, ...drawnByTheProcessor] })
  const other = await startOther(city, false)
  try {
    const sizes = [['few', 1, undefined], ['2,000', 17, 2000], ['20,000', 168, 4000]] as const
    const measured: (Looked & { words: string, target: number | undefined, buildings: number })[] = []
    for (const [words, each, target] of sizes) measured.push({ words, target, buildings: communities * grids * each, ...await lookAt(browser, other.address, await townOf(city, each)) })
    const [few, ...towns] = measured
    return towns.flatMap(({ words, target, buildings, first, coloured, slow, frames, longest }): Result[] => [
      { what: `sand table: first frame of ${words} buildings`, ours: first, baseline: few!.first, target: { ours: target! }, note: `${buildings} buildings, coloured after ${coloured.toFixed(0)} ms; median of ${times}` },
      { what: `sand table: longest frame while ${words} are dragged and turned`, ours: longest, baseline: few!.longest, note: `${slow} of ${frames} frames over ${halt} ms` },
    ])
  } finally {
    await browser.close()
    await other.close()
    await city.close()
  }
}

/** A sub-district of as many communities and grids as the demo's, with so many buildings in each grid and four homes in each building. @returns its leader. */
async function townOf(city: City, each: number): Promise<Person> {
  const { owner } = city
  const street = await city.subdistrict()
  const side = 0.004 * Math.sqrt(each / 17 + 0.3)
  const [west, south] = [120 + (street.code % 1000) / 100, 31]
  // Communities on a lattice five wide, each cut into upright grids, each with its buildings on a lattice nine wide.
  await owner.query(`
    with community as (select c, $1 || lpad((c + 101)::text, 3, '0') || '/' as path, $2::float8 + c % 5 * $4::float8 as west, $3::float8 + c / 5 * $4::float8 as south from generate_series(0, ${communities - 1}) as c),
    grid as (select path || lpad((g + 1)::text, 3, '0') || '/' as path, '第' || g + 1 || '网格' as name, west + g * $4::float8 / ${grids} as west, south from community, generate_series(0, ${grids - 1}) as g),
    building as (select path || 'b' || lpad((b + 1)::text, 4, '0') || '/' as path, b + 1 || '幢' as name, west + (b % 4 + 0.2) * $4::float8 / ${grids} / 4 as west, south + (b / 4 + 0.2) * $4::float8 / ceil($5::float8 / 4) as south, 2 + b * 7 % 20 as floors from grid, generate_series(0, $5::int - 1) as b),
    placed as (
      select path, '第' || c + 1 || '社区' as name, 'community' as kind, west, south, west + $4::float8 as east, south + $4::float8 as north, null::int as floors from community
      union all select path, name, 'grid', west, south, west + $4::float8 / ${grids}, south + $4::float8, null from grid
      union all select path, name, 'building', west, south, west + $4::float8 / ${grids} / 4 * 0.6, south + $4::float8 / ceil($5::float8 / 4) * 0.6, floors from building)
    insert into area (path, name, kind, west, south, east, north, lng, lat, floors, height, shape) select path, name, kind, west, south, east, north, (west + east) / 2, (south + north) / 2, floors, floors * 3,
      jsonb_build_object('type', 'Polygon', 'coordinates', jsonb_build_array(jsonb_build_array(jsonb_build_array(west, south), jsonb_build_array(east, south), jsonb_build_array(east, north), jsonb_build_array(west, north), jsonb_build_array(west, south)))) from placed`,
  [street.area, west, south, side, each])
  await owner.query(`insert into housing (subdistrict, id, area, entrance, floor, room, place, address, key, state, created_at, changed_at, checked_at)
    select $1, gen_random_uuid(), path, '1', n, n || '01', path || n, name || n || '01', path || n, case when (n + floors) % 5 = 0 then '04' else '01' end, now(), now(), now() from area, generate_series(1, 4) as n where kind = 'building' and path ^@ $2`, [street.code, street.area])
  await owner.query('vacuum analyze area, housing')
  await countTouched({ database: city.server.around.database, now: new Date(), sources })
  return street.staff('街道领导', 'leader')
}

interface Opened { first: number, coloured: number }
interface Looked extends Opened { frames: number, slow: number, longest: number }

async function lookAt(browser: Browser, address: string, { token }: Person): Promise<Looked> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' })
  await context.addCookies([{ name: 'linli_session', value: token, url: address }])
  const page = await context.newPage()
  const opened: Opened[] = []
  for (let at = 0; at <= times; at += 1) opened.push(await openOnce(page, `${address}/sandtable?paint=emptyShare`))
  const [first, coloured] = [median(opened.slice(1).map((one) => one.first)), median(opened.slice(1).map((one) => one.coloured))]
  const frames = await dragged(page)
  await context.close()
  return { first, coloured, frames: frames.length, slow: frames.filter((ms) => ms > halt).length, longest: Math.max(...frames) }
}

/** Milliseconds of the page's own clock, which begins with the navigation. */
async function openOnce(page: Page, address: string): Promise<Opened> {
  await page.goto('about:blank')
  await page.goto(address, { waitUntil: 'commit' })
  const since = async (condition: string) => Number(await page.evaluate(`new Promise((done) => { const look = () => ${condition} ? done(performance.now()) : requestAnimationFrame(look); look() })`))
  const first = await since(`document.querySelector('section[aria-busy="false"][data-map]')`)
  return { first, coloured: await since(`document.querySelector('details[aria-label="图例"] li')`) }
}

/** How long each frame took while the town is dragged about and turned. */
async function dragged(page: Page): Promise<number[]> {
  const box = (await page.locator('canvas').boundingBox())!
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.evaluate('{ window.frames_ = []; let last = performance.now(); const go = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(go) }; requestAnimationFrame(go) }')
  for (const button of ['left', 'right'] as const) {
    await page.mouse.move(x, y)
    await page.mouse.down({ button })
    for (let at = 0; at < 60; at += 1) await page.mouse.move(x + 150 * Math.sin(at / 8), y + 60 * Math.sin(at / 5))
    await page.mouse.up({ button })
  }
  return (await page.evaluate('window.frames_') as number[]).slice(1)
}

const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]!
