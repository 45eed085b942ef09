import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { OutsideFailure } from './failure.ts'
import { openLoopback, type Loopback } from './loopback.ts'
import { startWeChatSimulator } from './wechat-simulator.ts'
import { openWeChat } from './wechat.ts'

const app = { appId: 'wx0123456789abcdef', appSecret: 'secret' }
let simulator: Loopback
before(async () => { simulator = await startWeChatSimulator(app) })
after(() => simulator.close())

const wechat = (change: Partial<typeof app> = {}) => openWeChat({ endpoint: simulator.address, ...app, ...change })

test('the same person has the same openid at every sign-in, another person another', async () => {
  const first = await wechat().openIdOf('zhou.1')
  assert.match(first!, /^o[\w-]{27}$/)
  assert.equal(await wechat().openIdOf('zhou.2'), first)
  assert.notEqual(await wechat().openIdOf('wu.1'), first)
})

test('a code is good once; what is no code is none', async () => {
  assert.notEqual(await wechat().openIdOf('zhou.3'), null)
  assert.equal(await wechat().openIdOf('zhou.3'), null)
  assert.equal(await wechat().openIdOf('nonsense'), null)
})

test('a phone number is given for its code, once', async () => {
  const adapter = wechat()
  assert.equal(await adapter.phoneOf('13900001234.1'), '13900001234')
  assert.equal(await adapter.phoneOf('13900001234.1'), null)
  assert.equal(await adapter.phoneOf('13900001234.2'), '13900001234')
})

test('a wrong secret is our failure and not the person’s', async () => {
  await assert.rejects(wechat({ appSecret: 'other' }).openIdOf('zhou.4'), (error: Error) => error instanceof OutsideFailure && error.message.includes('40125'))
  await assert.rejects(wechat({ appSecret: 'other' }).phoneOf('13900001234.3'), OutsideFailure)
})

test('a token is asked for once, and again only when it no longer counts', async () => {
  const asked: string[] = []
  let isStale = true
  const platform = await openLoopback(({ path, query }) => {
    asked.push(path)
    if (path === '/cgi-bin/stable_token') return { body: { access_token: `t${asked.length}`, expires_in: 7200 } }
    const wasStale = isStale
    isStale = false
    if (wasStale) return { body: { errcode: 42001, errmsg: 'access_token expired' } }
    return { body: { errcode: 0, phone_info: { purePhoneNumber: query.get('access_token') === 't3' ? '13900001234' : '', countryCode: 86 } } }
  })
  const adapter = openWeChat({ endpoint: platform.address, ...app })
  assert.equal(await adapter.phoneOf('a.1'), '13900001234')
  assert.equal(await adapter.phoneOf('a.2'), '13900001234')
  assert.deepEqual(asked.filter((path) => path.includes('token')).length, 2)
  await platform.close()
})

const odd: [string, object][] = [['is busy', { errcode: -1 }], ['answers nothing', {}]]
for (const [what, body] of odd) {
  test(`a platform that ${what} is a failure`, async () => {
    const platform = await openLoopback(() => ({ body }))
    await assert.rejects(openWeChat({ endpoint: platform.address, ...app }).openIdOf('zhou.1'), OutsideFailure)
    await platform.close()
  })
}

test('a foreign number is no phone of a resident', async () => {
  const platform = await openLoopback(({ path }) => ({ body: path.includes('token') ? { access_token: 't', expires_in: 7200 } : { errcode: 0, phone_info: { purePhoneNumber: '5550100', countryCode: '1' } } }))
  assert.equal(await openWeChat({ endpoint: platform.address, ...app }).phoneOf('a.1'), null)
  await platform.close()
})
