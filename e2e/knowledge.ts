import assert from 'node:assert/strict'
import { test } from 'node:test'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

export const knowledge = (open: () => World) => void test('a social worker writes what nobody knew, the secretary reviews it, and the same minute it is what a resident would be told', async () => {
  const world = open()
  const place = `示例馆${Date.now() % 100000}`
  const worker = await atDesk(world, 'shegong001')
  await worker.goto('/knowledge/new')
  await worker.getByLabel('标准问题').fill(`${place}几点开放`)
  await worker.getByLabel('相似问法').fill(`${place}啥时候开门\n${place}周末开不开`)
  await worker.getByRole('combobox', { name: '分类' }).fill('文体活动')
  await worker.getByLabel('简短答复').fill('每天早上九点到晚上八点。')
  await worker.getByRole('button', { name: '加一个入口' }).click()
  await worker.getByLabel('第 1 个入口', { exact: true }).fill('社区二楼')
  await worker.getByRole('article', { name: `答案卡片：${place}几点开放` }).getByText('窗口：社区二楼').waitFor()
  await axeFindsNothing(worker, 'writing an answer')
  await picture(worker, 'console-knowledge-edit')
  await worker.getByRole('button', { name: '保存并提交审核' }).click()
  await worker.getByText('已提交，等别人审核').waitFor()
  assert.equal(await worker.getByRole('button', { name: '试跑并审核' }).count(), 0)

  const secretary = await atDesk(world, 'shuji01')
  await secretary.getByRole('region', { name: '知识待审核' }).getByRole('link', { name: new RegExp(place) }).click()
  await secretary.getByRole('heading', { name: `${place}几点开放`, level: 1 }).waitFor()
  await axeFindsNothing(secretary, 'reviewing an answer')
  await secretary.getByRole('button', { name: '试跑并审核' }).click()
  // All known questions are asked twice, which takes a while beside other stories.
  await secretary.getByRole('status').getByText(/试了 \d+ 个问题/).waitFor({ timeout: 120_000 })
  await secretary.getByRole('button', { name: '发布', exact: true }).click()
  await secretary.getByRole('dialog').getByRole('button', { name: '发布', exact: true }).click()
  await secretary.getByText('居民看到的答案（第 1 版）').waitFor()

  // Found as soon as it was read; until then what stood before answers.
  await secretary.goto('/knowledge/try')
  await secretary.getByLabel('居民的问题').fill(`${place}啥时候开门呀`)
  const told = secretary.getByRole('article', { name: `答案卡片：${place}几点开放` })
  await secretary.getByRole('button', { name: '试一试' }).click()
  for (let tries = 0; tries < 60 && await told.count() === 0; tries += 1) {
    await secretary.getByText('知识库第').waitFor()
    await Promise.all([secretary.waitForResponse(/knowledge\/tryOut/), secretary.getByRole('button', { name: '试一试' }).click()])
  }
  await told.getByText('每天早上九点到晚上八点。').waitFor()
  await secretary.getByText('直接回答').waitFor()
  await axeFindsNothing(secretary, 'a question that is tried out')
  await picture(secretary, 'console-knowledge-try')
})
