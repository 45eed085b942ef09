import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../test/city.ts'
import { settled } from '../../test/job.ts'
import { openOffice } from '../../test/office.ts'
import { publishKnowledge } from '../../test/publish.ts'
import { openAliyunSms } from '../outside/sms-aliyun.ts'
import { simulatedNames, startSmsSimulator, type SmsSimulator } from '../outside/sms-simulator.ts'
import { textUpSimulator } from '../outside/sms-up-simulator.ts'

const token = 'token-of-the-story'
const keys = { accessKeyId: 'a', accessKeySecret: 'secret-of-the-story' }
let city: City
let gateway: SmsSimulator
let phones = 0
before(async () => {
  gateway = await startSmsSimulator(keys)
  const sms = openAliyunSms({ endpoint: gateway.address, ...keys, signName: '临河街道', templates: simulatedNames, replyLongest: 35 })
  city = await openCity({ work: true, env: { SMS_INBOUND_TOKEN: token }, outside: { sms, wechat: null, identityProvider: null, llm: null, encoder: null } })
  city.setClock('2026-03-02T09:00:00+08:00')
})
after(async () => {
  await city.close()
  await gateway.close()
})

/** An office that knows something, somebody's phone, and how the gateway pushes. */
async function openNumber() {
  const office = await openOffice(city)
  const { street, acceptor, shiftLeader } = office
  const items = [] as { id: string, no: number }[]
  for (const [question, answerShort] of [['大件垃圾怎么清运', '预约后放到指定点位。'], ['老年优待证怎么办理', '带身份证到社区服务大厅办理，当场领取。网上办理看 https://www.example.gov.cn/card?x=1，也可以请家里人代办。'], ['残疾人证怎么办理', '先到社区申请。'], ['居住证怎么办理', '到派出所申请。']] as const) {
    const { id } = await acceptor.call('knowledge', 'write', { content: { question, category: '办事', answerShort } })
    await acceptor.call('knowledge', 'submit', { items: [{ id, no: 1 }] })
    items.push({ id, no: 1 })
  }
  await publishKnowledge(city, shiftLeader, items)
  const post = async (url: string, payload: string) => {
    const { statusCode: status, body } = await city.http.inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json;charset=utf-8' } })
    await settled(city, 'reception')
    return { status, body }
  }
  const { push } = textUpSimulator({ path: `/api/sms/${street.code}/${token}`, post })
  const phone = `1390000${String(phones += 1).padStart(4, '0')}`
  const inbox = (of = phone) => gateway.messages().filter((message) => message.phone === of).map(({ text }) => text.replace('【临河街道】您好，关于您的咨询：', '')).toReversed()
  /** What comes to the phone after a message from it. */
  const say = async (text: string, sequence?: number) => {
    const earlier = inbox().length
    assert.deepEqual(await push({ phone, text, sequence }), { status: 200, body: '{"code":0,"msg":"接收成功"}' })
    return inbox().slice(earlier)
  }
  const talks = async () => (await city.owner.query('select * from talk where subdistrict = $1', [street.code])).rows
  return { ...office, post, push, phone, inbox, say, talks }
}

test('somebody asks by text message, reads on, chooses by number, calls a person, and is answered by them', async () => {
  const { street, phone, say, inbox, talks, acceptor } = await openNumber()
  const read = async (text: string) => {
    let all = ''
    for (let [piece] = await say(text); piece; [piece] = piece.endsWith('（回复0看下文）') ? await say('0') : []) {
      assert.ok(piece.length <= 35, piece)
      all += piece.replace('（回复0看下文）', '')
    }
    return all
  }
  const answer = await read('老年优待证怎么办理')
  assert.match(answer, /^智能客服：您好，我是第\d+街道的智能客服，程序自动回答，不是真人；找社工请回复“转人工”。\n?带身份证到社区服务大厅办理，当场领取。网上办理看（网址请在居民端查看），也可以请家里人代办。/)
  assert.match(answer, /来源：本街道知识库）$/)
  assert.match(await read('老人证'), /^智能客服：您想问的是下面哪一个？\n?1\. .*2\. .*回复数字就能看到答案。$/s)
  assert.match(await read('1'), /^智能客服：/)
  assert.match(await read('转人工'), /已为您转人工.*社工会尽快回复，请稍等；回复会用短信发给您。$/)
  const [talk] = await talks()
  assert.deepEqual([talk.channel, talk.state, talk.resident, talk.sender_masked, talk.area], ['sms', 'waiting', null, `139****${phone.slice(-4)}`, street.area])
  await acceptor.call('attend', 'reply', { id: talk.id, text: '您好，我是街道的受理员，优待证请带上户口簿和一寸照片，星期三上午来。' })
  await settled(city, 'reception')
  assert.equal(inbox().at(-1), '社工受理员：您好，我是街道的受理员，（回复0看下文）')
  await say('0')
  assert.match(inbox().at(-1)!, /^优待证请带上户口簿和一寸照片，/)
  await acceptor.call('attend', 'reply', { id: talk.id, text: '几点都行。' })
  await settled(city, 'reception')
  assert.equal(inbox().at(-1), '社工受理员：几点都行。')
  await acceptor.call('attend', 'close', { id: talk.id })
  await settled(city, 'reception')
  assert.deepEqual(inbox().slice(-2), ['社工受理员：几点都行。', '智能客服：这次对话结束了。没解决的可以随时再问。'])
  const { rows } = await city.owner.query('select details from journal where subject = $1', [talk.id])
  assert.doesNotMatch(JSON.stringify([rows, (await city.owner.query(`select data from pgboss.job where name = 'reception.text'`)).rows]), new RegExp(`${phone}|优待证`))
})

test('what is pushed again is asked once and answered once, also after something else was asked, and in whatever push it comes', async () => {
  const { push, phone, say, inbox, talks } = await openNumber()
  await say('大件垃圾怎么清运', 4711)
  await say('残疾人证怎么办理', 4712)
  const [{ turns }] = await talks()
  const earlier = inbox().length
  assert.deepEqual(await say('大件垃圾怎么清运', 4711), [])
  const other = `${phone.slice(0, 3)}9${phone.slice(4)}`
  await push({ phone, text: '残疾人证怎么办理', sequence: 4712 }, { phone: other, text: '居住证怎么办理', sequence: 4713 }, { phone: '10086', text: '您的话费', sequence: 4714 }, { phone: other, text: ' TD', sequence: 4715 })
  const now = await talks()
  assert.deepEqual([now.length, now.find(({ sender_masked: masked }) => masked.startsWith('139****')).turns, inbox().length, inbox(other).length], [2, turns, earlier, 1])
})

test('who tells of danger gets the numbers first; a flood is left unanswered and not pushed again', async () => {
  const { say, talks } = await openNumber()
  const pieces = await say('家里煤气泄漏了')
  assert.match(pieces[0]!, /^智能客服：危险请马上拨打 119/)
  assert.match(pieces.at(-1)!, /回复会用短信发给您。$/, 'all of it comes without being asked for')
  assert.deepEqual((await talks()).map(({ state, why }) => [state, why]), [['waiting', 'danger']])
  for (let times = 0; times < 6; times += 1) await say('你们几点下班呀')
  assert.deepEqual(await say('你们几点下班呀'), [])
})

test('where the token is another, or it is no push, nothing is heard', async () => {
  const { street, post, talks } = await openNumber()
  const body = JSON.stringify([{ phone_number: '13900001234', content: '你好', send_time: '2026-03-02 09:00:00', sequence_id: 1 }])
  for (const path of [`/api/sms/${street.code}/guessed-guessed-guessed`, `/api/sms/${street.code}`, `/api/sms/nine/${token}`]) assert.equal((await post(path, body)).status, 404, path)
  for (const wrong of ['', '{}', 'null', '[', '"x"']) assert.equal((await post(`/api/sms/${street.code}/${token}`, wrong)).status, 400, wrong)
  assert.equal((await post(`/api/sms/${street.code}/${token}`, '[1,null,{},{"phone_number":{},"content":[]}]')).status, 200)
  assert.deepEqual(await talks(), [])
})
