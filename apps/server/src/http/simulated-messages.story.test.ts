import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../test/city.ts'
import { visitor } from '../../test/visitor.ts'
import { openOutside, type OpenedOutside } from '../outside/open.ts'
import { openHttp } from './app.ts'
import { showMessages } from './simulated-messages.ts'

let city: City
let outside: OpenedOutside
before(async () => {
  outside = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null, llm: { endpoint: 'simulator', key: null, model: 'simulator', embeddingModel: null } })
  city = await openCity({ outside: outside.outside })
})
after(async () => {
  await city.close()
  await outside.close()
})

const page = async (env: { isDemo: boolean, path?: string }) => {
  const http = await openHttp({ ...city.server, config: { ...city.server.config, isDemo: env.isDemo }, simulators: outside.simulators, extraRoutes: [showMessages] })
  const answer = await visitor(http).open(env.path ?? '/simulator/sms')
  await http.close()
  return answer
}

test('in a demonstration the messages stand on a page, newest first, with numbers masked and nothing taken for markup', async () => {
  assert.match((await page({ isDemo: true })).body, /还没有短信/)
  for (const code of ['111111', '<b>222222</b>']) await outside.outside.sms!.send({ id: code, phone: '13900001234', template: 'code', values: { code } })
  const { status, body } = await page({ isDemo: true })
  assert.equal(status, 200)
  assert.ok(body.indexOf('222222') < body.indexOf('111111'))
  assert.ok(body.includes('&lt;b&gt;222222&lt;/b&gt;') && !body.includes('<b>'))
  assert.ok(body.includes('139****1234') && !body.includes('13900001234'))
  assert.ok(body.includes('<html lang="zh-CN">') && body.includes('http-equiv="refresh"') && !body.includes('<script'))
  assert.ok(!(await page({ isDemo: true, path: '/simulator/sms?still' })).body.includes('http-equiv="refresh"'))
})

test('what the language model was asked and what it said stand on a page of their own', async () => {
  assert.match((await page({ isDemo: true, path: '/simulator/llm' })).body, /还没有问过/)
  await outside.outside.llm!.ask({ system: '把居民的话改写成标准问法', data: JSON.stringify({ question: '<i>奶奶</i>吃饭' }) })
  const { status, body } = await page({ isDemo: true, path: '/simulator/llm' })
  assert.equal(status, 200)
  assert.ok(body.includes('把居民的话改写成标准问法') && body.includes('&lt;i&gt;奶奶&lt;/i&gt;吃饭') && !body.includes('<i>'))
  assert.ok(body.includes('&quot;queries&quot;'))
})

test('elsewhere there are no such pages', async () => {
  for (const path of ['/simulator/sms', '/simulator/llm']) assert.equal((await page({ isDemo: false, path })).status, 404)
})
