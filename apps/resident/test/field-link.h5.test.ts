import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { createCall } from '@linli/client'
import { callAs } from './city.ts'
import { dispatched, openField, until } from './field-person.ts'
import type { Field } from './field-person.ts'

let field: Field
before(async () => { field = await openField() })
after(() => field.close())

/** Whoever has a link and no account. */
const visitor = () => createCall(async (path, body) => {
  const answer = await fetch(`${field.city.address}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  return { status: answer.status, body: await answer.json() }
})
const tokenIn = (words: string) => /\/l\/(\w{22})/.exec(words)![1]!
const tomorrow = () => new Date(Date.now() + 24 * 3600_000).toISOString()
const copied = () => field.page().evaluate(() => navigator.clipboard.readText())

async function handled(description: string): Promise<string> {
  const id = await dispatched(field.office, description)
  await field.office.as.handler('event', 'take', { id, take: { step: 'sign' } })
  return id
}

test('somebody in the field asks the property manager by link, with and without a number, and gives the result back as the answer', async () => {
  const { office, city, context } = field
  await context.grantPermissions(['geolocation', 'clipboard-read', 'clipboard-write'])
  await field.signInAs(field.names.handler)
  const id = await handled('三幢楼道灯全不亮')
  await field.open(`event?id=${id}`)
  await field.press('转外部单位')
  await field.press(/^转办$/)
  await field.says('请写下外部单位')
  await field.page().getByLabel('外部单位').fill('临河物业公司')
  await field.page().getByLabel(/^联系电话/).fill('13900007801')
  await field.page().getByLabel('要对方做的事').fill('请修好楼道灯')
  await field.page().getByRole('radio', { name: '三天后' }).check()
  await field.fits('forwarding')
  await field.press(/^转办$/)
  await field.says('给临河物业公司的链接')
  await field.fits('the address of a link')
  await field.press(/^复制$/)
  await field.says('链接已复制')
  const byHand = tokenIn(await copied())
  await field.press('关闭')
  const [text] = await city.messagesTo('13900007801', 1)
  assert.match(text!, /临河物业公司/)
  await visitor()('link', 'settle', { token: tokenIn(text!), text: '灯泡已全部换新', name: '王师傅', photos: [] })

  // The page follows by itself, and the same link by hand is used up.
  await field.says('回复：灯泡已全部换新')
  assert.equal((await visitor()('link', 'open', { token: byHand })).state, 'used')
  await field.press('反馈结果')
  await field.press('填入外部单位办理结果')
  await field.press(/^提交$/)
  await until(async () => (await office.as.checker('event', 'get', { id })).status === 'feedback')
  assert.equal((await office.as.checker('event', 'get', { id })).publicReply, '灯泡已全部换新')
  assert.deepEqual((await field.journal(id)).slice(-3), ['event.forwarded', 'event.forward-done', 'event.fed-back'])
})

test('a link is copied again, given more time and taken back on the phone; what needs the network says so', async () => {
  const { office, context } = field
  const id = await handled('电线垂到路上')
  const first = await office.as.handler('link', 'forward', { event: id, name: '供电所', request: '请处理', dueAt: tomorrow(), isSent: false })
  await field.open(`event?id=${id}`)
  await field.says('供电所')
  assert.equal(await field.page().getByRole('button', { name: /发短信/ }).filter({ visible: true }).count(), 0, 'no number, no text message')
  await context.setOffline(true)
  await field.press('复制链接')
  await field.says(/网络/)
  await context.setOffline(false)
  await field.press('复制链接')
  await field.says('给供电所的链接')
  await field.press(/^复制$/)
  await field.says('链接已复制')
  assert.notEqual(tokenIn(await copied()), tokenIn(first.address))
  await field.press('关闭')
  await field.press('延长期限')
  await field.page().getByRole('radio', { name: '两周后' }).check()
  await field.press('延长期限')
  await field.says('期限已延长')
  const [link] = (await office.as.handler('link', 'list', { event: id })).rows
  assert.match(link!.dueAt, /T09:30:00/)
  await field.press(/^撤回$/)
  await field.press('撤回链接')
  await field.says('请写下撤回的原因')
  await field.page().getByLabel('撤回的原因').fill('已自行处理')
  await field.press('撤回链接')
  await field.says(/撤回：已自行处理/)
  assert.equal((await visitor()('link', 'open', { token: tokenIn(first.address) })).state, 'withdrawn')
})

test('whoever only checks sees what went out and sends nothing; the reporter’s own link is not shown to a unit', async () => {
  const { office, city } = field
  const id = await handled('井盖响')
  await office.as.handler('link', 'forward', { event: id, name: '自来水公司', request: '请固定井盖', dueAt: tomorrow(), isSent: false })
  await office.as.handler('event', 'take', { id, take: { step: 'askInfo', question: '在哪个路口？' } })
  await until(async () => (await city.sql(`select from link where event = $1 and kind = 'ask'`, [id])).length === 1)
  await field.open(`event?id=${id}`)
  await field.says('自来水公司')
  assert.equal(await field.page().getByText('询问上报人').filter({ visible: true }).count(), 0)
  await field.signInAs(field.names.checker)
  await field.open(`event?id=${id}`)
  await field.says('自来水公司')
  await field.says('询问上报人')
  assert.equal(await field.page().getByRole('button', { name: /转外部单位|复制链接|撤回/ }).filter({ visible: true }).count(), 0)
  await assert.rejects(callAs(city.address, office.tokens.checker)('link', 'forward', { event: id, name: '某公司', request: '请处理', dueAt: tomorrow(), isSent: false }), { code: 'event.step-not-open' })
})
