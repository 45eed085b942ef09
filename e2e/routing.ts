import { test } from 'node:test'
import { aside, take } from './office.ts'
import { atDesk } from './people.ts'
import { axeFindsNothing, picture, type World } from './world.ts'

export const routing = (open: () => World) => void test('a rule names a unit and a person of it; what is reported then is sent to both and stands first with that person', async () => {
  const world = open()
  const words = `彩虹桥${Date.now() % 100000}`
  const keeper = await atDesk(world, 'xitong')
  await keeper.goto('/routing')
  await keeper.getByRole('button', { name: '新增规则' }).click()
  const form = keeper.getByRole('dialog')
  await form.getByLabel('描述中说到').fill(words)
  await keeper.keyboard.press('Enter')
  await form.getByLabel('单位', { exact: true }).fill('环卫所')
  await keeper.getByTitle('环卫所').first().click()
  const person = form.getByLabel('责任人')
  await person.click()
  const named = (await keeper.locator('.ant-select-item-option-content:visible').nth(1).textContent())!
  await keeper.getByTitle(named, { exact: true }).last().click()
  await axeFindsNothing(keeper, 'a routing rule')
  await picture(keeper, 'console-routing-rule')
  await form.getByRole('button', { name: '存入草稿' }).click()
  await form.waitFor({ state: 'hidden' })
  await keeper.getByText('草稿还没有生效。').waitFor()
  await keeper.getByRole('listitem').filter({ hasText: words }).getByText(named).waitFor()
  await keeper.getByRole('link', { name: '试算并发布' }).click()
  await keeper.getByText(/以来首次派遣的/).waitFor()
  await axeFindsNothing(keeper, 'trying rules out')
  await keeper.getByRole('button', { name: /^发布第 \d+ 版$/ }).click()
  await keeper.getByText(/已发布第 \d+ 版/).waitFor()

  const [acceptor, shiftLeader] = [await aside(world, 'shouli'), await aside(world, 'zhibanzhang')]
  const { rows: [like] } = await acceptor<{ rows: { area: string }[] }>('event/list', { limit: 1 })
  const { id } = await acceptor<{ id: string }>('event/report', { description: `${words}下有人倒垃圾`, matter: '06010', area: like!.area, source: 'hotline' })
  await acceptor('event/take', { id, take: { step: 'accept' } })
  await shiftLeader('event/take', { id, take: { step: 'file' } })
  const dispatcher = await atDesk(world, 'paiqian')
  await dispatcher.goto(`/event/${id}`)
  await take(dispatcher, '派遣', async (sent) => {
    await sent.getByTitle('环卫所').first().waitFor()
    await sent.getByTitle(named).first().waitFor()
    await picture(dispatcher, 'console-routing-dispatch')
  })
  await dispatcher.getByText('待签收').first().waitFor()

  // The one who is named is the second of the unit: they find it first, and the other may handle it all the same.
  const [mine, other] = [await atDesk(world, 'huanwei2'), await atDesk(world, 'huanwei')]
  await mine.getByRole('link', { name: new RegExp(words) }).first().waitFor()
  await mine.goto(`/event/${id}`)
  await mine.getByText(named).first().waitFor()
  await other.goto(`/event/${id}`)
  await take(other, '签收')
  await other.getByText('处置中').first().waitFor()
})
