import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asResident, asStaff, atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

export const attendance = (open: () => World) => void test('what nobody knows comes before a person: seen at the desk as it is asked, taken up and answered by keyboard, and what the resident says next stands below', async () => {
  const world = open()
  const mark = `蓝鲸${Date.now() % 100_000}号雕像`
  const { posts } = await (await asStaff(world, 'shegong001'))('identity', 'me', {})
  const worker = await atDesk(world, 'shegong001')
  await worker.goto('/attend')
  const queue = worker.getByRole('list', { name: '居民' })
  await queue.waitFor()

  const resident = await asResident(world, `1390000${6000 + Date.now() % 1000}`)
  const { id: talk } = await resident('reception', 'begin', { area: posts[0]!.area })
  assert.equal((await resident('reception', 'ask', { talk, text: `${mark}归谁养护` })).talk.state, 'waiting')
  await queue.getByRole('link').filter({ hasText: mark }).waitFor()
  await axeFindsNothing(worker, 'the desk with somebody waiting')

  const shown = worker.getByRole('article', { name: new RegExp(mark) })
  const rows = await queue.getByRole('link').count()
  for (let at = 0; at < rows && await shown.count() === 0; at += 1) {
    await worker.keyboard.press('j')
    await worker.getByRole('article').waitFor()
  }
  await shown.getByRole('button', { name: '接待' }).waitFor()
  await worker.keyboard.press('Enter')
  await worker.locator('textarea:focus').waitFor()
  await worker.keyboard.type('您好，由街道文化站养护。')
  await worker.keyboard.press('Control+Enter')
  const said = worker.getByRole('log', { name: '对话内容' })
  await said.getByText('您好，由街道文化站养护。').waitFor()
  assert.deepEqual((await resident('reception', 'get', { talk })).turns.slice(-1).map(({ by, text }) => [by, text]), [['worker', '您好，由街道文化站养护。']])

  await resident('reception', 'ask', { talk, text: '那我给文化站打电话' })
  await said.getByText('那我给文化站打电话').waitFor()
  await axeFindsNothing(worker, 'a talk at the desk')
  await picture(worker, 'console-attend')
})
