import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../test/city.ts'
import { openOffice } from '../../test/office.ts'
import { publishKnowledge } from '../../test/publish.ts'
import { tools } from '../kernel/jobs.ts'
import { reception } from '../modules/reception/index.ts'
import { messageSimulator } from '../outside/wechat-message-simulator.ts'
import { startWeChatSimulator, type WeChatSimulator } from '../outside/wechat-simulator.ts'
import { openOfficialAccount } from '../outside/wechat.ts'

const token = 'token-of-the-story'
const app = { appId: 'wxaccount', appSecret: 'secret-of-the-story' }
let city: City
let wechat: WeChatSimulator
before(async () => {
  wechat = await startWeChatSimulator(app)
  const env = { WECHAT_ACCOUNT_ENDPOINT: wechat.address, WECHAT_ACCOUNT_APP_ID: app.appId, WECHAT_ACCOUNT_APP_SECRET: app.appSecret, WECHAT_ACCOUNT_TOKEN: token }
  city = await openCity({ env, outside: { sms: null, wechat: null, identityProvider: null, llm: null, encoder: null, account: openOfficialAccount({ endpoint: wechat.address, ...app }) } })
  city.setClock('2026-03-02T09:00:00+08:00')
})
after(async () => {
  await city.close()
  await wechat.close()
})

async function openAccount() {
  const office = await openOffice(city)
  const { street, acceptor, shiftLeader } = office
  const items = [] as { id: string, no: number }[]
  for (const [question, answerShort] of [['大件垃圾怎么清运', '预约后放到指定点位。'], ['老年优待证怎么办理', '带身份证办理，<当场>领取。'], ['残疾人证怎么办理', '先到社区申请。'], ['居住证怎么办理', '到派出所申请。']] as const) {
    const { id } = await acceptor.call('knowledge', 'write', { content: { question, category: '办事', answerShort } })
    await acceptor.call('knowledge', 'submit', { items: [{ id, no: 1 }] })
    items.push({ id, no: 1 })
  }
  await publishKnowledge(city, shiftLeader, items)
  const post = async (method: 'GET' | 'POST', path: string, body?: string) => (await city.http.inject({ method, url: path, ...(body !== undefined && { payload: body, headers: { 'content-type': 'text/xml' } }) })).body
  return { ...office, ...messageSimulator({ path: `/api/wechat/${street.code}`, token, post }), post, forged: messageSimulator({ path: `/api/wechat/${street.code}`, token: 'guessed', post }) }
}

/** As the server's own job does after what comes without being asked for. */
const tellOutside = (talk: string, area: string) => reception.jobs!['reception.tell']!.run(tools(city.server.around, city.server.outside, city.server.log), { talk, area } as never)

test('somebody asks the official account, chooses by number, names the community, and calls a person', async () => {
  const { street, prove, say } = await openAccount()
  assert.equal(await prove(), true)
  const answer = await say('o-grandmother', '大件垃圾怎么清运')
  assert.match(answer, /^【智能客服 · 自动回答】您好，我是第\d+街道的智能客服，由程序自动回答，不是真人/)
  assert.match(answer, /预约后放到指定点位。\n（来源：本街道知识库）$/)
  const offered = await say('o-grandmother', '老人证')
  assert.match(offered, /1\. .*\n2\. .*\n回复数字就能看到答案/s)
  assert.match(await say('o-grandmother', '1'), /申请|领取|办理/)
  assert.match(await say('o-grandmother', '社区电话多少'), /可以回复：东苑社区、西苑社区、南苑社区/)
  assert.match(await say('o-grandmother', '西苑'), /您在西苑社区/)
  assert.match(await say('o-grandmother', '转人工'), /已为您转人工/)
  const { rows: [talk] } = await city.owner.query('select area, channel, state, resident, sender_masked, sender from talk where subdistrict = $1', [street.code])
  assert.deepEqual([talk.area, talk.channel, talk.state, talk.resident, talk.sender_masked], [street.communities[1]!.area, 'wechat', 'waiting', null, '微信用户'])
  assert.ok(!talk.sender.toString('latin1').includes('o-grandmother'))
  const worker = await street.staff('社工小李', 'socialWorker', street.communities[1]!.area)
  const { rows: [{ id }] } = await city.owner.query('select id from talk where subdistrict = $1', [street.code])
  await worker.call('attend', 'reply', { id, text: '您好，我是西苑社区的社工。' })
  await tellOutside(id, street.communities[1]!.area)
  await tellOutside(id, street.communities[1]!.area)
  await worker.call('attend', 'close', { id })
  await tellOutside(id, street.communities[1]!.area)
  assert.deepEqual(wechat.said(), [{ to: 'o-grandmother', text: '【智能客服 · 自动回答】这次对话结束了。没解决的可以随时再问。' }, { to: 'o-grandmother', text: '【社工 社工小李】您好，我是西苑社区的社工。' }])
})

test('after five messages the desk is told that WeChat takes no more, until the resident writes again; two days later it takes none', async () => {
  const { street, say } = await openAccount()
  await say('o-patient', '社区电话多少')
  await say('o-patient', '西苑')
  await say('o-patient', '转人工')
  const { rows: [{ id }] } = await city.owner.query('select id from talk where subdistrict = $1', [street.code])
  const worker = await street.staff('社工小李', 'socialWorker', street.communities[1]!.area)
  const leftNow = async () => (await worker.call('attend', 'get', { id })).left
  const reply = (text: string) => worker.call('attend', 'reply', { id, text })
  assert.deepEqual(await leftNow(), { messages: 5, until: '2026-03-04T01:00:00.000Z' })
  for (const text of ['一', '二', '三', '四', '五']) await reply(text)
  assert.equal((await leftNow())?.messages, 0)
  await assert.rejects(reply('六'), { code: 'attend.out-of-reach' })
  const said = () => wechat.said().filter(({ to }) => to === 'o-patient').length
  await tellOutside(id, street.communities[1]!.area)
  assert.equal(said(), 5)
  await say('o-patient', '好的，那我什么时候来')
  assert.equal((await leftNow())?.messages, 5)
  await reply('六')
  // What the machine adds by itself is counted too, and what goes beyond is not tried.
  for (const text of ['七', '八', '九', '十']) await reply(text)
  await worker.call('attend', 'close', { id })
  await tellOutside(id, street.communities[1]!.area)
  await tellOutside(id, street.communities[1]!.area)
  assert.equal(said(), 10)
  await say('o-late', '转人工')
  const { rows: [{ id: late }] } = await city.owner.query(`select id from talk where subdistrict = $1 and id <> $2`, [street.code, id])
  const clerk = await street.staff('受理员二', 'acceptor')
  city.setClock('2026-03-04T09:00:00+08:00')
  assert.deepEqual((await clerk.call('attend', 'get', { id: late })).left, { messages: 0, until: null })
  await assert.rejects(clerk.call('attend', 'reply', { id: late, text: '您好' }), { code: 'attend.out-of-reach' })
  city.setClock('2026-03-02T09:00:00+08:00')
})

test('a message that comes again is answered the same and asked once; what is no text is not guessed at; markup comes back as words', async () => {
  const { street, say, send } = await openAccount()
  const first = await say('o-twice', '老年优待证怎么办理', '4711')
  const again = await say('o-twice', '老年优待证怎么办理', '4711')
  assert.equal(again, first)
  assert.match(first, /<当场>领取/)
  assert.deepEqual((await city.owner.query(`select count(*)::int as asked from turn where subdistrict = $1 and by = 'resident'`, [street.code])).rows, [{ asked: 1 }])
  assert.match(await send('o-twice', 'image', { MediaId: 'x' }), /只能看懂文字/)
  assert.match(await send('o-new', 'event', { Event: 'subscribe' }), /不是真人/)
  assert.match(await say('o-twice', ']]><x>&amp; 煤气泄漏'), /请马上拨打 119/)
})

test('what is not signed with the account’s token is not heard', async () => {
  const { street, forged, post } = await openAccount()
  assert.equal(await forged.prove(), false)
  assert.equal(await forged.say('o-forger', '你好'), '')
  for (const body of ['', '<xml></xml>', '{}', `<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>`]) assert.doesNotMatch(await post('POST', `/api/wechat/${street.code}?signature=x`, body), /CDATA/)
  assert.equal((await city.owner.query('select count(*)::int as talks from talk where subdistrict = $1', [street.code])).rows[0].talks, 0)
})
