import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import type { Office } from './city.ts'
import { openPerson } from './h5-person.ts'
import { drawnPhoto } from './photo.ts'

const password = 'Linhe-Office-2026'

/** Somebody who works in the field, with a browser on a phone, in front of a real server: first the one who handles for a unit, later a grid worker. */
export async function openField() {
  const person = await openPerson()
  const { city, office } = person
  const names = { handler: await city.password(office, 'handler', password), checker: await city.password(office, 'checker', password), steward: await city.password(office, 'steward', password) }
  let page: Page = person.page
  const press = (name: string | RegExp) => page.getByRole('button', { name }).filter({ visible: true }).first().click()
  const says = (words: string | RegExp) => page.getByText(words).filter({ visible: true }).first().waitFor()
  const open = (path: string) => page.goto(`${city.address}/m/#/pages/staff/${path}`)
  return {
    ...person, openResident: person.open, names, password, press, says, open,
    page: () => page,
    signInAs: async (name: string) => {
      await open('sign-in')
      await page.getByLabel('登录名').fill(name)
      await page.getByLabel('密码').fill(password)
      await press(/^登录$/)
      await says('登录成功')
      await page.waitForFunction(() => !location.hash.includes('staff/sign-in'))
      await open('index')
      await page.getByRole('heading', { name: /等我办的/ }).or(page.getByText('现在没有等您办的')).filter({ visible: true }).first().waitFor()
      // From now on the pages open without a network.
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
    },
    /** Waits until what is asked for is there. */
    atRest: async () => {
      await page.locator('.page:visible .page__body').waitFor()
      await page.locator('.state__turning:visible').waitFor({ state: 'detached' })
    },
    /** In both editions axe finds nothing on the page in front, and nothing runs out of a narrow screen. */
    fits: async (where: string) => {
      for (const isElder of [false, true]) {
        await page.evaluate((on) => document.querySelectorAll('.page').forEach((one) => one.classList.toggle('page--elder', on)), isElder)
        const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
        assert.deepEqual(violations.map((fault) => `${where}: ${fault.id}: ${fault.nodes[0]?.html}`), [])
        await page.setViewportSize({ width: 320, height: 640 })
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.page *')].filter((element) => element.getBoundingClientRect().right > innerWidth + 1).map((element) => element.outerHTML.slice(0, 200))), [], where)
        await page.setViewportSize({ width: 390, height: 844 })
      }
      await page.evaluate(() => document.querySelectorAll('.page').forEach((one) => one.classList.remove('page--elder')))
    },
    /** Opens the camera by its button, and takes one photo. */
    shoot: async (name: string, file?: Awaited<ReturnType<typeof drawnPhoto>>) => {
      const removable = page.locator('.photo-grid__remove:visible')
      const taken = await removable.count()
      const [camera] = await Promise.all([page.waitForEvent('filechooser'), press(new RegExp(`^(拍照|再拍一张)：${name}$`))])
      await camera.setFiles([file ?? await drawnPhoto('#3a7')])
      await removable.nth(taken).waitFor()
    },
    /** The same, for a photo that is not taken. */
    shootInto: async (name: string, file?: Awaited<ReturnType<typeof drawnPhoto>>) => {
      const [camera] = await Promise.all([page.waitForEvent('filechooser'), press(new RegExp(`^(拍照|再拍一张)：${name}$`))])
      await camera.setFiles([file ?? await drawnPhoto('#3a7')])
    },
    /** Of the photos in the box, how many bytes the largest has. */
    largest: () => page.evaluate(() => new Promise<number>((done) => {
      const asked = indexedDB.open('linli')
      asked.addEventListener('success', () => {
        const all = asked.result.transaction('photo').objectStore('photo').getAll()
        all.addEventListener('success', () => { asked.result.close(); done(Math.max(...all.result.map((one: Blob) => one.size))) })
      })
    })),
    /** What lies in the box. */
    parcels: () => page.evaluate(() => new Promise<{ takenAt: string, shots: { id: string | null }[] }[]>((done) => {
      const asked = indexedDB.open('linli')
      asked.addEventListener('success', () => {
        const all = asked.result.transaction('parcel').objectStore('parcel').getAll()
        all.addEventListener('success', () => { asked.result.close(); done(all.result) })
      })
    })),
    /** The battery is empty; then the phone is switched on again. */
    die: async () => {
      await page.close()
      page = await person.context.newPage()
    },
    /** Waits until nothing waits any more. */
    emptied: async () => {
      await open('outbox')
      await says('都发出去了')
    },
    journal: async (id: string) => (await city.sql('select name from journal where subject = $1 order by at, id', [id])).map(({ name }) => name),
    /** Waits until something was fetched ahead, as it is since it says so. */
    seen: async (name: string, words = '') => {
      await seenOn(page, name, words)
    },
    /** Everything the phone keeps of what the server said. */
    seenText: () => page.evaluate(() => new Promise<string>((done) => {
      const asked = indexedDB.open('linli')
      asked.addEventListener('success', () => {
        const all = asked.result.transaction('seen').objectStore('seen').getAll()
        all.addEventListener('success', () => { asked.result.close(); done(JSON.stringify(all.result)) })
      })
    })),
    /** How much a shelf of the phone's box holds. */
    held: (shelf: 'parcel' | 'photo' | 'seen') => page.evaluate((name) => new Promise<number>((done) => {
      const asked = indexedDB.open('linli')
      asked.addEventListener('success', () => {
        const all = asked.result.transaction(name).objectStore(name).count()
        all.addEventListener('success', () => { asked.result.close(); done(all.result) })
      })
    }), shelf),
  }
}

export type Field = Awaited<ReturnType<typeof openField>>

/** Waits until this page's phone keeps something for where there is no network, and `words` in it. */
export async function seenOn(page: Page, name: string, words = ''): Promise<void> {
  const isSeen = () => page.evaluate((wanted) => new Promise<boolean>((done) => {
    const asked = indexedDB.open('linli')
    asked.addEventListener('success', () => {
      const one = asked.result.transaction('seen').objectStore('seen').get(wanted.name)
      one.addEventListener('success', () => { asked.result.close(); done(one.result !== undefined && JSON.stringify(one.result).includes(wanted.words)) })
    })
  }), { name, words })
  await until(isSeen)
  assert.ok(await isSeen(), `${name} ${words} did not come`)
}

export async function until(isSo: () => Promise<boolean>) {
  for (let tries = 0; tries < 300 && !await isSo(); tries += 1) await new Promise((go) => { setTimeout(go, 100) })
}

/** An event of the office's resident, sent to the unit. */
export async function dispatched({ as, unit, lng, lat }: Office, description: string): Promise<string> {
  const { id } = await as.resident('event', 'reportMine', { description, matter: '06010', point: { lng, lat } })
  await as.acceptor('event', 'take', { id, take: { step: 'accept' } })
  await as.shiftLeader('event', 'take', { id, take: { step: 'file' } })
  await as.dispatcher('event', 'take', { id, take: { step: 'dispatch', unit } })
  return id
}
