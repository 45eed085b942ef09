import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choose, mainButton, openStage, signInStaff, somebody, tapOn, write } from './weapp-person.ts'
import { startWeapp } from './weapp-host.ts'

const password = 'Linhe-Office-2026'

let name: string
let housing: string
const stage = openStage(async ({ city, office }) => {
  name = await city.password(office, 'checker', password)
  const building = `${office.grid}b0001/`
  await office.as.checker('housing', 'add', { building, doors: [{ room: '101' }] })
  housing = (await office.as.checker('housing', 'chart', { building })).rows[0]!.id
})
const residents = async () => (await stage.office.as.checker('doorstep', 'residents', { housing })).rows

test('in the mini-program, too, a grid is fetched ahead, and who is registered at a door without a network is kept through the end of the app and arrives once', async () => {
  const { app, phone } = somebody(stage)
  Object.assign(phone, { storage: app.storage })
  const first = startWeapp(stage.folder, phone)
  await signInStaff(first, name, password)
  await tapOn(first, '入户登记')
  await tapOn(first, '第1网格')
  await tapOn(first, '下载到这部手机')
  await first.until(() => first.text().includes('已下载 3 幢'))
  const { request } = phone
  phone.request = () => { throw new Error('fail timeout') }
  await tapOn(first, '示例新村1幢')
  await tapOn(first, '101')
  await tapOn(first, '登记住户')
  await write(first, '姓名', '张示三')
  await choose(first, '租客', 'radio')
  await write(first, '联系电话', '13900000041')
  first.tap(mainButton(first))
  await first.until(() => first.text().includes('等网络'))
  assert.deepEqual(await residents(), [])

  // The app is thrown out of the memory; opened again, there is a network.
  phone.request = request
  const second = startWeapp(stage.folder, phone)
  await tapOn(second, '我的登录')
  await tapOn(second, '工作人员入口')
  await second.until(() => second.text().includes('入户登记') && second.find('待发送', 'button') === undefined)
  assert.deepEqual((await residents()).map((one) => [one.name, one.values.phone]), [['张示三', '139****0041']])
})

test('everything was right: one tap', async () => {
  await stage.city.sql(`update housing set checked_at = now() - interval '2 years' where id = $1`, [housing])
  const { app } = somebody(stage)
  await signInStaff(app, name, password)
  await tapOn(app, '入户登记')
  await tapOn(app, '第1网格')
  await tapOn(app, '示例新村1幢')
  await tapOn(app, '101')
  await app.until(() => app.text().includes('一年未核对'))
  await tapOn(app, '核对无变化')
  await app.until(() => app.text().includes('已送达'))
  const { checkedAt } = await stage.office.as.checker('housing', 'get', { id: housing })
  assert.ok(Date.now() - Date.parse(checkedAt) < 3600_000)
})
