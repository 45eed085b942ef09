import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { atDesk, password } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

type Fill = (form: ReturnType<Page['getByRole']>) => Promise<void>
const nothing: Fill = async () => undefined

/** Somebody who asks the server without a browser, for what a story needs before it begins. */
async function aside({ address }: World, name: string) {
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
async function send(page: Page, step: string, fill: Fill): Promise<void> {
  const form = page.getByRole('dialog')
  await form.waitFor()
  await fill(form)
  await form.getByRole('button', { name: step, exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}

/** Takes a step on the page of the event, from the bar or from what is folded away. */
async function take(page: Page, step: string, fill = nothing): Promise<void> {
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

/** Takes a step from the row of an inbox. */
async function takeInRow(page: Page, title: string, { button, step, fill = nothing }: { button: string, step: string, fill?: Fill }): Promise<void> {
  await page.getByRole('row').filter({ hasText: title }).getByRole('button', { name: `${button}：${title}` }).click()
  await send(page, step, fill)
}

const fillIn = (label: string, words: string): Fill => (form) => form.getByLabel(label).first().fill(words)
const said = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor()

/** Something that the cleaning unit has in its hands, and one of its people. */
async function inHand(world: World, title: string) {
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

export function supervision(open: () => World): void {
  test('a leader supervises, the unit replies, the leader sees the reply in the inbox and ends it', async () => {
    const title = `督办${Date.now() % 100000}号垃圾堆放`
    const { id } = await inHand(open(), title)
    const [leader, handler] = [await atDesk(open(), 'lingdao'), await atDesk(open(), 'huanwei')]
    await leader.goto(`/event/${id}`)
    await take(leader, '督办', async (form) => {
      await form.getByLabel('督办要求').fill('居民多次反映，请说明何时清完')
      await form.getByLabel('答复期限').fill('3')
    })
    await said(leader, '居民多次反映，请说明何时清完')
    await handler.goto(`/event/${id}`)
    await take(handler, '答复督办', fillIn('答复', '今天下午清完，加派一车'))
    await leader.goto('/supervision')
    await leader.getByRole('row').filter({ hasText: title }).getByText('今天下午清完，加派一车').waitFor()
    await axeFindsNothing(leader, 'supervision inbox')
    await picture(leader, 'console-supervision-answered')
    await takeInRow(leader, title, { button: '办结督办', step: '办结督办', fill: (form) => form.getByLabel('满意', { exact: true }).check() })
    await leader.getByRole('row').filter({ hasText: title }).waitFor({ state: 'detached' })
    await leader.goto(`/event/${id}`)
    for (const words of ['今天下午清完，加派一车', /对答复满意/]) await said(leader, words)
    const trace = leader.getByRole('region', { name: '经过' })
    for (const step of ['督办', '答复督办', '办结督办']) await trace.getByText(step, { exact: true }).first().waitFor()
    await picture(leader, 'console-supervision-ended')
    for (const page of [leader, handler]) await page.context().close()
  })

  test('a unit asks for more time: once it is refused, once it is granted from the approval inbox, and the limit moves', async () => {
    const title = `延期${Date.now() % 100000}号垃圾堆放`
    const { id, handler: ask } = await inHand(open(), title)
    const [handler, dispatcher] = [await atDesk(open(), 'huanwei'), await atDesk(open(), 'paiqian')]
    const due = async () => (await ask<{ dueAt: string }>('event/get', { id })).dueAt
    const first = await due()
    const apply = async (words: string) => {
      await handler.goto(`/event/${id}`)
      await take(handler, '申请延期', async (form) => {
        await form.getByLabel('延长').fill('2')
        await form.getByLabel('延期原因').fill(words)
      })
      await said(handler, /等待审批/)
      await dispatcher.goto('/approval')
      await dispatcher.getByRole('row').filter({ hasText: title }).getByText(words).waitFor()
    }
    await apply('车辆检修')
    await axeFindsNothing(dispatcher, 'approval inbox')
    await takeInRow(dispatcher, title, { button: '不同意', step: '不同意', fill: fillIn('不同意的原因', '请调用备用车辆') })
    await dispatcher.getByRole('row').filter({ hasText: title }).waitFor({ state: 'detached' })
    assert.equal(await due(), first, 'refused: the limit stands')

    await apply('备用车辆也在检修')
    await picture(dispatcher, 'console-approval')
    await takeInRow(dispatcher, title, { button: '同意延期', step: '同意延期', fill: fillIn('内部意见', '下不为例') })
    await dispatcher.getByRole('row').filter({ hasText: title }).waitFor({ state: 'detached' })
    assert.ok(await due() > first, 'granted: the limit has moved')
    await handler.goto(`/event/${id}`)
    for (const words of [/不同意：请调用备用车辆/, /同意：下不为例/, /1 次延期/]) await said(handler, words)
    await handler.getByRole('region', { name: '各环节用时' }).getByText('6 工作时').waitFor()
    const trace = handler.getByRole('region', { name: '经过' })
    for (const step of ['申请延期', '不同意申请', '同意延期']) await trace.getByText(step, { exact: true }).first().waitFor()
    await handler.getByRole('button', { name: '更多操作' }).click()
    await handler.getByRole('menuitem').first().waitFor()
    assert.equal(await handler.getByRole('menuitem', { name: /^申请延期/ }).count(), 0, 'once is what the office allows')
    for (const page of [handler, dispatcher]) await page.context().close()
  })

  test('what is in time may be urged, and what is late too; how often is shown', async () => {
    const leader = await atDesk(open(), 'lingdao')
    const { id: inTime, handler: ask } = await inHand(open(), `催办${Date.now() % 100000}号垃圾堆放`)
    const { rows: [late] } = await ask<{ rows: { id: string }[] }>('event/list', { isOverdue: true, status: ['handling'], limit: 1 })
    for (const [id, words] of [[inTime, '请提前完成'], [late!.id, '已经超时，请马上办']] as const) {
      await leader.goto(`/event/${id}`)
      await take(leader, '催办', fillIn('内部意见', words))
      await leader.getByRole('region', { name: '办理情况' }).getByText(/\d+ 次催办/).waitFor()
      await leader.getByRole('region', { name: '经过' }).getByText(words).waitFor()
    }
    await picture(leader, 'console-urged')
    await leader.context().close()
  })
}
