import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { asStaff, onPhone } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

async function ask(page: Page, words: string): Promise<void> {
  await page.getByRole('textbox', { name: '想问的事' }).fill(words)
  await page.getByRole('button', { name: '发送' }).click()
  await page.getByRole('listitem').filter({ hasText: words }).first().waitFor()
}

export const reception = (open: () => World) => void test('a resident asks: an answer with its source, what to bring in the next breath; a person answers and it is there at once, and the rating closes it', async () => {
  const world = open()
  const mark = `邻里${Date.now() % 100_000}号手环`
  const [writer, reviewer] = [await asStaff(world, 'shouli'), await asStaff(world, 'zhibanzhang')]
  const { id } = await writer('knowledge', 'write', { content: { question: `${mark}怎么申领`, category: '养老', answerShort: '到社区服务大厅申领。', materials: ['身份证', '一寸照片'], source: { title: '助老服务规定', date: '2024-01-01' } } })
  await writer('knowledge', 'submit', { items: [{ id, no: 1 }] })
  const { id: rehearsal } = await reviewer('learning', 'rehearse', { items: [{ entry: id, no: 1 }] })
  while ((await reviewer('learning', 'rehearsal', { id: rehearsal })).status !== 'done') await sleep(300)
  await reviewer('learning', 'publish', { rehearsal })

  const phone = await onPhone(world, `1390000${7000 + Date.now() % 1000}`)
  await phone.goto('/m/#/pages/talk/index')
  await phone.getByText('由程序自动回答，不是真人').waitFor()
  assert.ok(await phone.getByRole('button', { name: '转人工' }).isVisible())
  await ask(phone, `${mark}咋个申领啊`)
  await phone.getByText('到社区服务大厅申领。').waitFor()
  await phone.getByText(/来源：助老服务规定（2024-01-01）.*长期有效.*第 1 版/).waitFor()
  await ask(phone, '那要带什么材料呢')
  await phone.getByText(/1\. 身份证/).first().waitFor()
  await axeFindsNothing(phone, 'a talk')
  await picture(phone, 'resident-talk')

  const words = `请社工看看${mark}`
  await ask(phone, `转人工，${words}`)
  await phone.getByText('等人工回复，回复会直接出现在这里。').waitFor()
  const { rows } = await writer('attend', 'queue', {})
  const waiting = rows.find(({ title }) => title.includes(mark))!
  assert.equal(waiting.last?.by, 'machine')
  await writer('attend', 'reply', { id: waiting.id, text: '您好，今天下午可以来拿。' })
  await phone.getByText('您好，今天下午可以来拿。').waitFor()
  await phone.getByText(/正在回复您/).waitFor()
  await ask(phone, '好的，我三点到')
  assert.equal((await writer('attend', 'get', { id: waiting.id })).turns.at(-1)?.text, '好的，我三点到')

  await phone.getByRole('button', { name: '问完了' }).click()
  await phone.getByText('请您评价').waitFor()
  await phone.getByRole('radio', { name: /^5 星/ }).check({ force: true })
  await phone.getByRole('button', { name: '提交评价' }).click()
  await phone.getByText('谢谢您的评价').waitFor()
  await phone.goto('/m/#/pages/talk/list')
  await phone.getByRole('button', { name: new RegExp(mark) }).getByText('已结束').waitFor()
})
