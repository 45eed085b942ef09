import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOutside } from './open.ts'

const nothing = { sms: null, wechat: null, oidc: null }
const message = { id: 'm1', phone: '13900001234', template: 'code' as const, values: { code: '246810' } }

test('in a demonstration simulators stand in for what is not set up', async () => {
  const { outside, simulators, close } = await openOutside({ ...nothing, isDemo: true })
  assert.deepEqual(simulators.map(({ name }) => name), ['短信网关', '微信'])
  await outside.sms!.send(message)
  assert.equal(simulators[0]!.messages!()[0]!.phone, '13900001234')
  assert.match((await outside.wechat!.openIdOf('zhou.1'))!, /^o/)
  assert.equal(outside.identityProvider, null)
  await close()
})

test('elsewhere nothing pretends: a simulator would believe anybody', async () => {
  const { outside, simulators, close } = await openOutside({ ...nothing, isDemo: false })
  assert.deepEqual(simulators, [])
  assert.deepEqual(outside, { sms: null, wechat: null, identityProvider: null, llm: null, encoder: null })
  await close()
})

test('what is set up is not simulated', async () => {
  const { simulators, close } = await openOutside({
    isDemo: true, oidc: null,
    sms: { endpoint: 'http://127.0.0.1:1', accessKeyId: 'a', accessKeySecret: 'b', signName: '临河街道', codeTemplate: 'SMS_1', askTemplate: null, forwardTemplate: 'SMS_3', replyTemplate: null, replyLongest: 35 }, wechat: { endpoint: 'http://127.0.0.1:1', appId: 'a', appSecret: 'b' },
  })
  assert.deepEqual(simulators, [])
  await close()
})

test('a language model is asked only where it is set up; a demonstration may have a simulator stand in for it', async () => {
  const llm = { endpoint: 'simulator', key: null, model: 'demo', embeddingModel: 'demo-embedding' }
  const { outside, simulators, close } = await openOutside({ ...nothing, isDemo: true, llm })
  assert.equal(simulators.at(-1)!.name, '大模型')
  assert.deepEqual(JSON.parse(await outside.llm!.ask({ system: 's', data: JSON.stringify({ question: '居住证' }) })), { queries: ['居住证'] })
  assert.equal((await outside.encoder!.encode(['居住证']))[0]!.length, 256)
  await close()
  await assert.rejects(openOutside({ ...nothing, isDemo: false, llm }), { message: 'LLM_ENDPOINT=simulator 只能用于演示环境。' })
})
