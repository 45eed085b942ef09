import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { handleAll } from './city.ts'
import { openPerson } from './h5-person.ts'
import type { Person } from './h5-person.ts'
import { drawnPhoto } from './photo.ts'

const number = '13900000417'

let person: Person
before(async () => { person = await openPerson() })
after(() => person.close())

test('who wants to report signs in with the code of a text message, after being told what it is for, and is back where they were', async () => {
  const { page, button, says, city, open } = person
  await open()
  await button('我要上报').click()
  await button('去登录').click()
  await button('获取验证码').click()
  await says('请先勾选同意，再登录')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'checkbox', 'one is brought there')
  await page.getByRole('checkbox', { name: '我已了解，同意按规则处理' }).check()
  await button('获取验证码').click()
  await says('请填写 11 位手机号')
  await page.getByLabel('手机号').fill(`+86 ${number.replace('1', '１')}`)
  assert.equal(await page.getByLabel('手机号').inputValue(), number)
  await button('获取验证码').click()
  await button(/秒后可以重新获取/).waitFor()
  const [text] = await city.messagesTo(number, 1)
  const code = /\d{6}/.exec(text!)![0]
  await page.getByLabel('短信验证码').fill(code === '000000' ? '000001' : '000000')
  await button(/^登录$/).click()
  await says('验证码不正确或已过期')
  await page.getByLabel('短信验证码').fill(code)
  await button(/^登录$/).click()
  await page.getByLabel('发生了什么').waitFor()
  assert.equal(await page.evaluate(() => document.cookie), '', 'no script reads the session')
})

test('what is missing is named, one is brought there, and what was written outlives the page', async () => {
  const { page, button, says } = person
  await button('提交').click()
  await says('请写下发生了什么')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'description')
  await page.getByLabel('发生了什么').fill('示例新村2幢楼下垃圾没人收，很臭，旁边还有人打架')
  await page.getByRole('radio', { name: /暴露垃圾/ }).waitFor()
  assert.ok(await page.getByRole('radio', { name: /暴露垃圾/ }).isChecked(), 'the first suggestion holds')
  await button('拨打 110 报警').waitFor()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('添加照片').click()])
  await chooser.setFiles([await drawnPhoto('#3a7'), await drawnPhoto('#a73')])
  await button('删除第 2 张照片').waitFor()
  await page.locator('.photo-grid__state').first().waitFor({ state: 'detached' })
  await page.reload()
  await says('上次没有提交的内容已为您保留')
  assert.match(await page.getByLabel('发生了什么').inputValue(), /垃圾没人收/)
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.photo-grid img')].filter((image) => image.naturalWidth > 0).length === 2)
  await button('接着写').click()
})

test('the place is where the phone is, or what is under the pin of the map, or a name', async () => {
  const { page, button, says } = person
  await button('用我现在的位置').click()
  await says('东苑社区 第1网格')
  await button('换一个地点').click()
  await button('在地图上选').click()
  const map = page.getByRole('application')
  await map.waitFor()
  await says(/东苑社区 第1网格/)
  // The known point is in the middle; a tap 120 px to the right brings the map there: 100 m at 1.2 px a metre.
  const { x, y, width, height } = (await map.boundingBox())!
  await page.touchscreen.tap(x + width / 2 + 120, y + height / 2)
  await says('东苑社区 第1网格 示例新村3幢')
  await map.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await says('东苑社区 第1网格 示例新村2幢')
  await button('就选这里').click()
  await says('东苑社区 第1网格 示例新村2幢')
  await button('换一个地点').click()
  await button('按小区、楼幢名称找').click()
  await page.getByLabel('小区、楼幢或社区的名称').fill('没有的楼')
  await says('没有找到')
  await page.getByLabel('小区、楼幢或社区的名称').fill('新村1')
  await button(/示例新村1幢/).click()
  await says('东苑社区 第1网格 示例新村1幢')
  await page.getByLabel('具体位置').fill('2 单元门口')
})

test('the matter can be looked up in the directory, and what was picked stays', async () => {
  const { page, button } = person
  await button('都不是，从目录里选').click()
  await page.getByLabel('查找').fill('满溢')
  await button(/垃圾站\(箱\)满溢/).click()
  const asked = page.waitForResponse(/matter\/suggest/)
  await page.getByLabel('发生了什么').fill('示例新村2幢楼下垃圾没人收，很臭，桶也满了')
  await (await asked).finished()
  assert.ok(await page.getByRole('radio', { name: /垃圾站\(箱\)满溢/ }).isChecked())
})

test('a report sent over a broken network arrives once, and the answer says what happens next', async () => {
  const { page, context, button, says, idShown, office } = person
  let arrived = 0
  await context.route('**/api/event/reportMine', async (route) => {
    arrived += 1
    const answer = await route.fetch()
    await (arrived === 1 ? route.abort() : route.fulfill({ response: answer }))
  })
  await button('提交').click()
  await says('网络不通，请检查网络后再试')
  await button('提交').click()
  await says('已经收到您的上报')
  await says(/最晚.*情况不清楚时，会请您补充/)
  assert.equal(await page.getByText('网络不通').filter({ visible: true }).count(), 0, 'what went wrong before is not said any more')
  await context.unroute('**/api/event/reportMine')
  assert.equal(arrived, 2)
  const seen = await office.as.acceptor('event', 'get', { id: idShown() })
  assert.deepEqual([seen.matter.code, seen.areaName, seen.place, seen.photos.length, seen.severity, seen.source], ['06042', '东苑社区 第1网格 示例新村1幢', '2 单元门口', 2, 'ordinary', 'resident'])
  assert.equal((await office.as.acceptor('event', 'list', {})).rows.length, 1)
  await page.goBack()
  await button('我要上报').waitFor()
})

test('the list shows it, and the page of it lives: a question appears by itself and is answered with a photo', async () => {
  const { page, button, says, idShown, office, open } = person
  await open('#/pages/event/list')
  await button(/示例新村2幢楼下垃圾没人收/).click()
  await says(/已经收到，等社区受理/)
  const id = idShown()
  await office.as.acceptor('event', 'take', { id, take: { step: 'askInfo', question: '请问是几号桶？' } })
  await says('请问是几号桶？')
  await button('提交补充').click()
  await says('请写下补充的情况')
  await page.getByLabel('您的补充').fill('东边第二个桶')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button('添加照片').click()])
  await chooser.setFiles([await drawnPhoto('#37a')])
  await button('删除第 1 张照片').waitFor()
  await page.locator('.photo-grid__state').waitFor({ state: 'detached' })
  await button('提交补充').click()
  await says(/已经收到，等社区受理/)
  assert.match((await office.as.acceptor('event', 'get', { id })).description, /补充：东边第二个桶/)
  await page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.photo-row img')].filter((image) => image.naturalWidth > 0).length === 3)
})

test('what was done is shown, rated as not solved, and after the closing asked for again', async () => {
  const { page, button, says, idShown, office } = person
  const id = idShown()
  await handleAll(office, id, '垃圾已清运，桶已换大。')
  await says('垃圾已清运，桶已换大。')
  await button('提交评价').click()
  await says('请选择解决了没有')
  await page.getByRole('radio', { name: '没有解决' }).check()
  await page.getByRole('radio', { name: '2 星，不满意' }).check()
  await page.getByLabel('想说的话').fill('第二天又满了')
  await button('提交评价').click()
  await page.getByRole('heading', { name: '您的评价' }).waitFor()
  await office.as.shiftLeader('event', 'take', { id, take: { step: 'close' } })
  await button('要求重新办理').click()
  await page.getByLabel('哪里没有解决').fill('每天晚上都满')
  await button('提交').click()
  await says('已经立案，正在安排办理单位。')
  const { status, reopened } = await office.as.shiftLeader('event', 'get', { id })
  assert.deepEqual([status, reopened], ['filed', 1])
  assert.equal(await button('要求重新办理').count(), 0)
})

test('nothing went wrong unseen: no script error, no blocked resource, no foreign address', () => {
  // The wrong code and the broken network were asked for.
  assert.deepEqual(person.faults.filter((fault) => !/status of 401|ERR_FAILED/.test(fault)), [])
})
