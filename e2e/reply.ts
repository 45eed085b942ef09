import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { inHand, take } from './office.ts'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

/** Unfolds the office's usual words in the form that is open and takes those that are looked for. */
async function pick(form: ReturnType<Page['getByRole']>, words: string): Promise<void> {
  await form.getByRole('button', { name: /^常用回复（/ }).click()
  await form.getByLabel('查找常用回复').fill(words)
  await form.getByRole('listitem').filter({ hasText: words }).first().getByRole('button').first().click()
}

export const replies = (open: () => World) => void test('usual words are written once, filled in with the event where they are taken up, and sent as they stand', async () => {
  const world = open()
  const name = `已清运${Date.now() % 100000}`
  const keeper = await atDesk(world, 'zhibanzhang')
  await keeper.goto('/reply')
  await keeper.getByRole('button', { name: '新增常用回复' }).click()
  const written = keeper.getByRole('dialog')
  await written.getByLabel('名称').fill(name)
  await written.getByLabel('内容').fill('您反映的{事项}已由{承办单位}清运。')
  await axeFindsNothing(keeper, 'writing usual words')
  await written.getByRole('button', { name: '保存' }).click()
  await keeper.getByText('已保存，办理时可以选用').waitFor()

  const { id, handler: ask } = await inHand(world, `常用回复${Date.now() % 100000}号垃圾堆放`)
  const handler = await atDesk(world, 'huanwei')
  await handler.goto(`/event/${id}`)
  await take(handler, '反馈结果', async (form) => {
    await form.getByRole('button', { name: /^常用回复（/ }).click()
    await axeFindsNothing(handler, 'usual words')
    await picture(handler, 'console-replies')
    await form.getByRole('button', { name: /^常用回复（/ }).click()
    await pick(form, name)
    assert.equal(await form.getByLabel('给居民的答复').inputValue(), '您反映的暴露垃圾已由环卫所清运。')
    // It came by 12345, which wants to know more.
    for (const [asked, answer] of [['诉求属实', '是'], ['超职责诉求', '否'], ['联系群众', '已联系'], ['是否解决', '已解决']] as const) await form.getByRole('radiogroup', { name: asked }).getByLabel(answer, { exact: true }).check()
    await axeFindsNothing(handler, 'what 12345 wants to know')
  })
  assert.equal((await ask<{ publicReply: string }>('event/get', { id })).publicReply, '您反映的暴露垃圾已由环卫所清运。')

  // A dispatcher has words of their own for a dispatch, which are added to what stands there.
  const dispatcher = await atDesk(world, 'paiqian')
  await dispatcher.goto('/event?status=filed')
  await dispatcher.locator('[data-row-link]').first().click()
  await take(dispatcher, '派遣', async (form) => {
    await form.getByLabel('内部意见').fill('晚间去。')
    await pick(form, '收件后')
    // The unit that is chosen in the form is the one they speak of.
    const said = await form.getByLabel('内部意见').inputValue()
    assert.match(said, /^晚间去。\n请.{2,}收件后按/)
    assert.doesNotMatch(said, /请填写/)
  })
  await dispatcher.getByText('待签收').first().waitFor()

  await keeper.getByLabel('查找名称、内容').fill(name)
  await keeper.getByLabel('查找名称、内容').press('Enter')
  await keeper.getByRole('row').filter({ hasText: name }).getByText('1 次').waitFor()
})
