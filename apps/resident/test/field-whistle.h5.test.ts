import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { dispatched, openField } from './field-person.ts'
import type { Field } from './field-person.ts'

let field: Field
before(async () => { field = await openField() })
after(() => field.close())

const minute = 60_000

async function blown(title: string) {
  const { as, unit, lng, lat } = field.office
  return as.dispatcher('whistle', 'blow', { kind: 'emergency', urgency: 'urgent', title, requirement: '带抽水泵', point: { lng, lat }, place: '三号地下车库', units: [unit], lead: unit })
}

test('called to a cellar: reported in where there is no network, two hours before anybody hears of it', async () => {
  const { context, office, city } = field
  await field.signInAs(field.names.handler)
  const { id } = await blown('地下车库抽水')
  await field.open('index')
  await field.says('叫我到场的 1 件')
  await field.seen(`whistle.${id}`)
  // It was blown three hours ago; the phone is switched on in the cellar, two hours ago by its clock.
  await city.sql(`update whistle_call set called_at = now() - interval '3 hours', answer_by = now() - interval '170 minutes', arrive_by = now() - interval '1 hour' where whistle = $1`, [id])
  await context.setOffline(true)
  // What was on its way is through: no answer may tell the phone what time it is.
  await field.page().waitForTimeout(1000)
  const twoHoursAgo = Date.now() - 120 * minute
  await field.page().clock.setSystemTime(twoHoursAgo)
  await field.press(/地下车库抽水/)
  await field.says('召集的单位（1）')
  await field.press('到场报到')
  await field.says(/距现场 10 米/)
  await field.press(/^提交$/)
  await field.says('等网络')
  const [parcel] = await field.parcels()
  assert.ok(Math.abs(Date.parse(parcel!.takenAt) - twoHoursAgo) < minute / 2, parcel!.takenAt)
  await field.press('反馈结果')
  await field.shoot('处置照片')
  await field.page().getByLabel('做了什么').fill('抽水两小时')
  await field.press(/^提交$/)
  await field.page().clock.setSystemTime(Date.now())
  await field.die()
  await context.setOffline(false)
  await field.open('index')
  await field.emptied()
  const { calls: [call] } = await office.as.dispatcher('whistle', 'get', { id })
  assert.deepEqual([call?.status, call?.arrival?.lateMinutes, call?.arrival?.metres, call?.result?.text, call?.result?.photos.length], ['fedBack', 0, 0, '抽水两小时', 1])
  assert.ok(Math.abs(Date.parse(call!.arrival!.at) - twoHoursAgo) < minute / 2, call!.arrival!.at)
  assert.ok(Date.parse(call!.arrival!.heardAt!) - twoHoursAgo > 119 * minute)
  assert.deepEqual(await field.journal(id), ['whistle.blown', 'whistle.arrived', 'whistle.fed-back'])
  await field.open(`whistle?id=${id}`)
  await field.says(/当时没有网络，今天 .* 送达/)
  await field.press('评价街道')
  await field.page().getByRole('radio', { name: '是', exact: true }).check()
  await field.page().getByRole('radio', { name: /^4 星/ }).check()
  await field.press(/^提交$/)
  await field.says('这次吹哨现在不用您办')
  assert.deepEqual((await office.as.handler('whistle', 'get', { id })).calls[0]?.officeRating?.preparation, 4)
})

test('without a position the reason is needed; who comes after the end is told, and what was written stays as a note', async () => {
  const { context, office } = field
  const { id } = await blown('桥洞积水')
  await field.open('index')
  await field.press(/桥洞积水/)
  await field.says('召集的单位（1）')
  await context.clearPermissions()
  await context.setOffline(true)
  await field.press('到场报到')
  await field.press('重新定位')
  await field.says(/没有得到定位的允许/)
  await field.press(/^提交$/)
  await field.says('没有取得位置，请写明为什么没有定位')
  await field.page().getByLabel('为什么没有定位').fill('桥洞里没有信号')
  await field.press(/^提交$/)
  await office.as.dispatcher('whistle', 'take', { id, take: { step: 'end', outcome: 'unsolved', text: '无人到场' } })
  await context.grantPermissions(['geolocation'])
  await context.setOffline(false)
  await field.says('没有办成')
  await field.says(/现在的环节：待评价。您写的内容和照片都还在/)
  assert.equal(await field.page().getByRole('button', { name: '重新发送' }).filter({ visible: true }).count(), 0, 'it would be refused again')
  await field.press('留作我的记录')
  await field.says('没有发给服务器，只留在这部手机上，用不着时请删除。')
  await field.open('outbox')
  await field.says('我的记录')
  await field.press('删除')
  await field.page().getByRole('dialog').getByRole('button', { name: '删除', exact: true }).click()
  await field.says('都发出去了')
})

test('sent back, given more time, put aside and resumed, answered to a supervision: each on the phone, also without a network', async () => {
  const { context, office } = field
  await field.signInAs(field.names.handler)
  const { as } = office
  const [back, long] = [await dispatched(office, '路面塌陷一处'), await dispatched(office, '外墙脱落要搭架')]
  await as.handler('event', 'take', { id: long, take: { step: 'sign' } })
  await as.shiftLeader('event', 'take', { id: long, take: { step: 'supervise', text: '三日内排险', days: 3 } })
  await field.open('index')
  await field.seen(`event.${long}`, '"replySupervision"')
  await field.seen(`event.${back}`, '"sign"')
  await context.setOffline(true)
  await field.press(/路面塌陷一处/)
  await field.press(/^退回$/)
  await field.press(/^提交$/)
  await field.says('请选择退回原因')
  await field.page().getByRole('radio', { name: '职责不符' }).check()
  await field.page().getByLabel('退回说明').fill('该路段归市政')
  await field.press(/^提交$/)
  await field.says('等网络')
  await field.open('index')
  await field.press(/外墙脱落要搭架/)
  await field.says(/值班长 督办/)
  await field.press('答复督办')
  await field.page().getByLabel('答复内容').fill('已围挡')
  await field.press(/^提交$/)
  await field.press(/退回、申请延期/)
  await field.press('申请延期')
  await field.says(/最多 \d+/)
  await field.page().getByLabel('延长多少').fill('1')
  await field.page().getByLabel('延期理由').fill('等吊车')
  await field.press(/^提交$/)
  await context.setOffline(false)
  await field.emptied()
  assert.deepEqual([(await as.dispatcher('event', 'get', { id: back })).status, (await field.journal(back)).at(-1)], ['filed', 'event.returned'])
  const asked = await as.dispatcher('event', 'get', { id: long })
  assert.deepEqual([asked.pending, asked.requests[0]?.amount, asked.supervisions[0]?.reply], ['extension', 1, '已围挡'])
  await as.dispatcher('event', 'take', { id: long, take: { step: 'refuse', reason: '先排险' } })
  await field.open(`event?id=${long}`)
  await field.press(/退回、申请/)
  await field.press('申请挂账')
  await field.page().getByRole('radio', { name: '资金未落实' }).check()
  await field.page().getByRole('radio', { name: '一个月后' }).check()
  await field.page().getByLabel('挂账说明').fill('等维修资金表决')
  await field.press(/^提交$/)
  await field.says(/挂账申请等待审批/)
  await as.dispatcher('event', 'take', { id: long, take: { step: 'approveSuspension' } })
  await field.open('index')
  await field.open(`event?id=${long}`)
  await field.says(/已挂账（资金未落实）/)
  await field.press('恢复办理')
  await field.press(/^提交$/)
  await field.says(/反馈结果/)
  await field.emptied()
  assert.equal((await as.dispatcher('event', 'get', { id: long })).status, 'handling')
})

test('the event was handled by a colleague meanwhile: what was written is told as what was done there', async () => {
  const { context, office } = field
  const id = await dispatched(office, '井盖响动')
  await field.open('index')
  await field.press(/井盖响动/)
  await field.press(/^退回$/)
  await context.setOffline(true)
  await field.page().getByRole('radio', { name: '职责不符' }).check()
  await field.page().getByLabel('退回说明').fill('归供水公司')
  await field.press(/^提交$/)
  await office.as.handler('event', 'take', { id, take: { step: 'sign' } })
  await office.as.handler('event', 'take', { id, take: { step: 'askExtension', amount: 1, reason: '等供水公司' } })
  await context.setOffline(false)
  await field.says(/这件事刚由经办人办理过/)
  await field.press('改为登记处置再发')
  await field.says(/已送达/)
  const { rows } = await office.as.dispatcher('event', 'trace', { id })
  assert.deepEqual([rows.at(-1)?.step, rows.at(-1)?.text], ['event.handled', '职责不符\n归供水公司'])
})

test('who may know the reporter calls them with a purpose that is written down; a unit is offered no such thing', async () => {
  const { office } = field
  const id = await dispatched(office, '楼道灯不亮')
  await field.open(`event?id=${id}`)
  await field.says('上报的内容')
  assert.equal(await field.page().getByRole('button', { name: /联系上报人/ }).count(), 0)
  await field.signInAs(field.names.checker)
  await field.open(`event?id=${id}`)
  await field.press(/联系上报人/)
  await field.page().getByRole('radio', { name: '约时间上门' }).check()
  await field.press('查看完整号码')
  await field.page().getByRole('button', { name: '拨打电话' }).filter({ visible: true }).waitFor()
  assert.deepEqual(await field.city.sql(`select actor_name as by, details->>'purpose' as purpose from journal where name = 'event.reveal.looked' and subject = $1`, [id]), [{ by: '网格员', purpose: '约时间上门' }])
})

test('axe finds nothing on these pages in both editions, and nothing runs out of a narrow screen', async () => {
  await field.signInAs(field.names.handler)
  const { id } = await blown('夜间占道')
  for (const path of [`whistle?id=${id}`, 'whistles', 'find?text=%E8%B7%AF', 'kept']) {
    await field.open(path)
    await field.atRest()
    if (path.startsWith('whistle?')) await field.press('到场报到')
    await field.fits(path)
  }
})

test('nothing went wrong unseen: no script error, no blocked resource, no foreign address', () => {
  // The broken networks and the steps that were not open were asked for.
  assert.deepEqual(field.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|403|409)/.test(fault)), [])
})
