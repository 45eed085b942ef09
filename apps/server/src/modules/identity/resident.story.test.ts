import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { openCity } from '../../../test/city.ts'
import { openCityWithOutside } from '../../../test/gateway.ts'
import { visitor } from '../../../test/visitor.ts'

let world: Awaited<ReturnType<typeof openCityWithOutside>>
before(async () => { world = await openCityWithOutside() })
after(() => world.close())
afterEach(() => world.city.setClock(undefined))

const door = () => visitor(world.city.http)
const sql = async (text: string, values: unknown[]) => (await world.city.owner.query(text, values)).rows
const stands = (moment: string) => world.city.setClock(`2026-03-02T${moment}+08:00`)

let number = 1000
const newPhone = () => `1390000${number += 1}`

/** Asks for a code and reads it from the phone; `count` messages have come by then. */
async function codeFor(phone: string, count = 1): Promise<string> {
  await door().call('identity', 'sendCode', { phone })
  const [text] = await world.messagesTo(phone, count)
  return /(\d{6})/.exec(text!)![1]!
}

const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')

test('a resident who was never here signs in with the code of a text message and is the same person next time', async () => {
  const phone = newPhone()
  stands('09:00:00')
  const phoneInHand = door()
  const { me, token } = await phoneInHand.call('identity', 'signInByCode', { phone, code: await codeFor(phone) })
  assert.deepEqual([me.name, me.side, me.phone, me.hasPassword, me.may, token], [`居民${phone.slice(-4)}`, 'resident', `139****${phone.slice(-4)}`, false, { 'event.own': ['/'], 'reception.own': ['/'], 'rights.own': ['/'] }, null])
  assert.equal((await phoneInHand.call('identity', 'me', {})).id, me.id)
  stands('09:01:00')
  const again = await door().call('identity', 'signInByCode', { phone, code: await codeFor(phone, 2), client: 'miniProgram' })
  assert.equal(again.me.id, me.id)
  assert.match(again.token!, /^[\w-]{43}$/)
  const [stored] = await sql('select area, phone, phone_masked from account where id = $1', [me.id])
  assert.deepEqual([stored.area, stored.phone_masked, stored.phone.includes(phone)], ['', `139****${phone.slice(-4)}`, false])
  assert.deepEqual((await sql('select name, actor_name from journal where subject = $1 order by at, id', [me.id])).map(({ name, actor_name }) => [name, actor_name]), [
    ['identity.resident-joined', me.name], ['identity.signed-in', me.name], ['identity.signed-in', me.name]])
})

test('the message says what it must and the journal keeps no whole number and no code', async () => {
  const phone = newPhone()
  const code = await codeFor(phone)
  assert.deepEqual(await world.messagesTo(phone, 1), [`【邻里演示】您的验证码为 ${code}，5 分钟内有效，请勿告诉他人。`])
  const [{ found }] = await sql(`select count(*)::int as found from journal where details::text like '%' || $1 || '%' or details::text like '%' || $2 || '%' or subject like '%' || $1 || '%'`, [phone, code])
  const [{ waiting }] = await sql(`select count(*)::int as waiting from pgboss.job where data::text like '%' || $1 || '%' or data::text like '%"' || $2 || '"%'`, [phone, code])
  assert.deepEqual([found, waiting], [0, 0])
})

test('a number we know and a number we do not know are answered alike', async () => {
  const street = await world.city.subdistrict()
  const known = newPhone()
  await street.resident('李例二', known)
  assert.deepEqual(await door().call('identity', 'sendCode', { phone: known }), await door().call('identity', 'sendCode', { phone: newPhone() }))
})

test('a code works once', async () => {
  const phone = newPhone()
  const code = await codeFor(phone)
  await door().call('identity', 'signInByCode', { phone, code })
  await assert.rejects(door().call('identity', 'signInByCode', { phone, code }), { code: 'sign-in.code-wrong' })
})

test('who is signed in and signs in again under a name for repeated submissions is let in, and no token is kept', async () => {
  const phone = newPhone()
  stands('09:00:00')
  const { token, me } = await door().call('identity', 'signInByCode', { phone, code: await codeFor(phone), client: 'miniProgram' })
  stands('09:01:00')
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'sign-in-0001' }
  const again = await world.city.http.inject({ method: 'POST', url: '/api/identity/signInByCode', headers, payload: { phone, code: await codeFor(phone, 2), client: 'miniProgram' } })
  assert.deepEqual([again.statusCode, again.json().me.id], [200, me.id])
  assert.deepEqual(await sql('select from answered where actor = $1', [me.id]), [])
})

test('a code of another number does not work', async () => {
  const [mine, theirs] = [newPhone(), newPhone()]
  const code = await codeFor(mine)
  await codeFor(theirs)
  await assert.rejects(door().call('identity', 'signInByCode', { phone: theirs, code }), { code: 'sign-in.code-wrong' })
})

test('after five wrong tries the right code is worth nothing, and every try stays on record', async () => {
  const phone = newPhone()
  const code = await codeFor(phone)
  for (const _ of [1, 2, 3, 4, 5]) await assert.rejects(door().call('identity', 'signInByCode', { phone, code: otherThan(code) }), { code: 'sign-in.code-wrong' })
  await assert.rejects(door().call('identity', 'signInByCode', { phone, code }), { code: 'sign-in.code-wrong' })
  const rows = await sql(`select subject from journal where name = 'identity.code-refused' and details ->> 'phone' = $1`, [`139****${phone.slice(-4)}`])
  assert.equal(rows.length, 6)
})

test('a code is good for five minutes', async () => {
  const phone = newPhone()
  stands('09:00:00')
  const code = await codeFor(phone)
  stands('09:05:00')
  await assert.rejects(door().call('identity', 'signInByCode', { phone, code }), { code: 'sign-in.code-wrong' })
})

test('another code comes after a minute at the earliest, and five in an hour', async () => {
  const phone = newPhone()
  const ask = (moment: string) => {
    stands(moment)
    return door().call('identity', 'sendCode', { phone })
  }
  await ask('09:00:00')
  await assert.rejects(ask('09:00:59'), { code: 'request.too-many', message: '请 1 秒后再获取验证码' })
  for (const minute of [1, 2, 3, 4]) await ask(`09:0${minute}:00`)
  await assert.rejects(ask('09:10:00'), { code: 'request.too-many', message: '请 50 分钟后再获取验证码' })
  await ask('10:00:00')
})

test('codes asked for at once become one message', async () => {
  const phone = newPhone()
  const answers = await Promise.allSettled([1, 2, 3].map(() => door().call('identity', 'sendCode', { phone })))
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected', 'rejected'])
})

test('a resident whose account is disabled is turned away', async () => {
  const street = await world.city.subdistrict()
  const phone = newPhone()
  const { id } = await street.resident('李例二', phone)
  await sql('update account set is_enabled = false where id = $1', [id])
  await assert.rejects(door().call('identity', 'signInByCode', { phone, code: await codeFor(phone) }), { code: 'sign-in.disabled', message: '账号已停用，如有疑问请联系社区或街道' })
  await assert.rejects(door().call('identity', 'signInByWeChat', { code: 'wang.1', phoneCode: `${phone}.1` }), { code: 'sign-in.disabled' })
  assert.deepEqual(await sql('select wechat from account where id = $1', [id]), [{ wechat: null }])
})

test('WeChat asks for the phone number once, finds the resident it belongs to, and then needs it no more', async () => {
  const street = await world.city.subdistrict()
  const phone = newPhone()
  const { id } = await street.resident('李例二', phone)
  await assert.rejects(door().call('identity', 'signInByWeChat', { code: 'zhou.1' }), { code: 'sign-in.phone-needed' })
  const first = await door().call('identity', 'signInByWeChat', { code: 'zhou.2', phoneCode: `${phone}.1` })
  assert.deepEqual([first.me.id, first.me.name], [id, '李例二'])
  const { me, token } = await door().call('identity', 'signInByWeChat', { code: 'zhou.3' })
  assert.equal(me.id, id)
  const answer = await world.city.http.inject({ method: 'POST', url: '/api/identity/me', payload: {}, headers: { authorization: `Bearer ${token}` } })
  assert.equal(answer.json().id, id)
  assert.deepEqual((await sql('select name from journal where subject = $1 order by at, id', [id])).map(({ name }) => name), ['identity.wechat-linked', 'identity.signed-in', 'identity.signed-in'])
})

test('WeChat makes an account for a number nobody has; a used or made-up code opens nothing', async () => {
  const phone = newPhone()
  const { me } = await door().call('identity', 'signInByWeChat', { code: 'wu.1', phoneCode: `${phone}.1` })
  assert.deepEqual([me.name, me.phone], [`居民${phone.slice(-4)}`, `139****${phone.slice(-4)}`])
  await assert.rejects(door().call('identity', 'signInByWeChat', { code: 'wu.1' }), { code: 'sign-in.code-wrong' })
  await assert.rejects(door().call('identity', 'signInByWeChat', { code: 'zheng.1', phoneCode: `${phone}.1` }), { code: 'sign-in.code-wrong' })
})

test('a resident sees the own devices, ends one and leaves', async () => {
  const phone = newPhone()
  stands('09:00:00')
  const [first, second] = [door(), door()]
  await first.call('identity', 'signInByCode', { phone, code: await codeFor(phone) })
  stands('09:01:00')
  await second.call('identity', 'signInByCode', { phone, code: await codeFor(phone, 2) })
  const { rows } = await first.call('identity', 'sessions', {})
  await first.call('identity', 'endSession', { id: rows.find(({ current }) => !current)!.id })
  await assert.rejects(second.call('identity', 'me', {}), { code: 'sign-in.needed' })
  await assert.rejects(first.call('identity', 'beginTotp', {}), { code: 'conflict.rule' })
  await first.call('identity', 'signOut', {})
  await assert.rejects(first.call('identity', 'me', {}), { code: 'sign-in.needed' })
})

test('the sign-in page learns what it may offer', async () => {
  assert.deepEqual(await door().call('identity', 'signInWays', {}), { oidc: null, code: true, wechat: true, demo: true })
})

test('where nobody could send a code or ask WeChat, that is said, and nothing is promised', async () => {
  const city = await openCity({ outside: { sms: null, wechat: null, identityProvider: null, llm: null, encoder: null }, env: { LINLI_DEMO: 'off' } })
  const ask = visitor(city.http)
  assert.deepEqual(await ask.call('identity', 'signInWays', {}), { oidc: null, code: false, wechat: false, demo: false })
  await assert.rejects(ask.call('identity', 'sendCode', { phone: newPhone() }), { code: 'sign-in.not-offered', message: '这里还没有开通短信验证码，请换一种方式登录，或到社区、街道办理' })
  await assert.rejects(ask.call('identity', 'signInByWeChat', { code: 'zhou.1' }), { code: 'sign-in.not-offered' })
  assert.equal((await city.owner.query('select from phone_code')).rowCount, 0)
  await city.close()
})

test('what ended long ago is forgotten, what is alive is not', async () => {
  const phone = newPhone()
  const resident = door()
  await resident.call('identity', 'signInByCode', { phone, code: await codeFor(phone) })
  const gone = door()
  stands('09:00:00')
  const other = newPhone()
  await gone.call('identity', 'signInByCode', { phone: other, code: await codeFor(other) })
  await gone.call('identity', 'signOut', {})
  world.city.setClock(undefined)
  await world.city.owner.query(`begin; set local app.area = '/'; select retention_sweep(0, 'account.session', '2026-05-01 00:00+08', 1000); commit`)
  const [{ sessions }] = await sql(`select count(*)::int as sessions from session where until < '2026-05-01'`, [])
  assert.equal(sessions, 0)
  assert.equal((await resident.call('identity', 'me', {})).side, 'resident')
})
