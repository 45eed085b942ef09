import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { aside, fillIn, inHand, nothing, said, send, take, type Fill } from './office.ts'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** Takes a step from the row of an inbox. */
async function takeInRow(page: Page, title: string, { button, step, fill = nothing }: { button: string, step: string, fill?: Fill }): Promise<void> {
  await page.getByRole('row').filter({ hasText: title }).getByRole('button', { name: `${button}：${title}` }).click()
  await send(page, step, fill)
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
  })

  test('what is in time may be urged, and what is late too; how often is shown', async () => {
    const leader = await atDesk(open(), 'lingdao')
    const ask = await aside(open(), 'lingdao')
    const { id: inTime } = await inHand(open(), `催办${Date.now() % 100000}号垃圾堆放`)
    const { rows } = await ask<{ rows: { id: string, dueAt: string }[] }>('event/list', { isOverdue: true, status: ['handling'], order: 'due', limit: 1 })
    const late = rows.find(({ dueAt }) => Date.parse(dueAt) < Date.now())
    for (const [id, words, when] of [[inTime, '请提前完成', '催办（未超时）'], [late!.id, '已经超时，请马上办', '催办（已超时）']] as const) {
      await leader.goto(`/event/${id}`)
      await take(leader, '催办', fillIn('内部意见', words))
      await leader.getByRole('region', { name: '办理情况' }).getByText(/\d+ 次催办/).waitFor()
      await leader.getByRole('region', { name: '经过' }).getByText(words).waitFor()
      await leader.getByRole('region', { name: '经过' }).getByText(when).first().waitFor()
    }
    await picture(leader, 'console-urged')
  })
}
