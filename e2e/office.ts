import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { password } from './people.ts'
import type { World } from './world.ts'

export type Fill = (form: ReturnType<Page['getByRole']>) => Promise<void>
export const nothing: Fill = async () => undefined

/** Somebody who asks the server without a browser, for what a story needs before it begins. */
export async function aside({ address }: World, name: string) {
  let cookie = ''
  const ask = async <T>(path: string, body: object): Promise<T> => {
    const answer = await fetch(`${address}/api/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-linli': '1', cookie }, body: JSON.stringify(body) })
    cookie ||= answer.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ')
    assert.equal(answer.status, 200, path)
    return await answer.json() as T
  }
  await ask('identity/signIn', { name, password })
  return ask
}

/** Fills in the form of a step that has opened and sends it. */
export async function send(page: Page, step: string, fill: Fill): Promise<void> {
  const form = page.getByRole('dialog')
  await form.waitFor()
  await fill(form)
  await form.getByRole('button', { name: step, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}

/** Takes a step on the page of the event, from the bar or from what is folded away. */
export async function take(page: Page, step: string, fill = nothing): Promise<void> {
  const bar = page.getByRole('region', { name: '可办理的步骤' })
  await bar.waitFor()
  const button = bar.getByRole('button', { name: step, exact: true })
  if (await button.count() > 0) await button.click()
  else {
    await bar.getByRole('button', { name: '更多操作' }).click()
    await page.getByRole('menuitem', { name: new RegExp(`^${step}`) }).click()
  }
  await send(page, step, fill)
}

export const fillIn = (label: string, words: string): Fill => (form) => form.getByLabel(label).first().fill(words)
export const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

/** Something that the cleaning unit has in its hands, and one of its people. */
export async function inHand(world: World, title: string) {
  const [acceptor, shiftLeader, dispatcher, handler] = await Promise.all([aside(world, 'shouli'), aside(world, 'zhibanzhang'), aside(world, 'paiqian'), aside(world, 'huanwei')])
  const { rows: [like] } = await acceptor<{ rows: { area: string }[] }>('event/list', { limit: 1 })
  const { rows: units } = await dispatcher<{ rows: { id: string, name: string }[] }>('organisation/units', {})
  const { id } = await acceptor<{ id: string }>('event/report', { description: title, matter: '06010', area: like!.area, source: 'hotline' })
  await acceptor('event/take', { id, take: { step: 'accept' } })
  await shiftLeader('event/take', { id, take: { step: 'file' } })
  await dispatcher('event/take', { id, take: { step: 'dispatch', unit: units.find(({ name }) => name === '环卫所')!.id } })
  await handler('event/take', { id, take: { step: 'sign' } })
  return { id, handler }
}
