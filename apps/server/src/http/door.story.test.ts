import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { InjectOptions } from 'fastify'
import { openCity, type City } from '../../test/city.ts'
import { openOffice } from '../../test/office.ts'
import { look, sendUp, takePhoto } from '../../test/photo.ts'
import { openOutside, type OpenedOutside } from '../outside/open.ts'

/** What somebody tries at the one port before anybody looks at what they want. */
let outside: OpenedOutside
let city: City
before(async () => {
  outside = await openOutside({ isDemo: true, sms: null, wechat: null, oidc: null })
  city = await openCity({ outside: outside.outside, env: { LINLI_URL: 'https://linli.street.example', LINLI_METRICS_TOKEN: 'of-prometheus' } })
})
after(async () => {
  await city.close()
  await outside.close()
})

const ask = async (options: InjectOptions) => {
  const answer = await city.http.inject({ method: 'POST', payload: {}, ...options })
  return { status: answer.statusCode, type: answer.headers['content-type'], code: answer.json<{ code?: string }>().code }
}
let phones = 0
const askForCode = (options: InjectOptions) => ask({ url: '/api/identity/sendCode', payload: { phone: `1380000${String(phones += 1).padStart(4, '0')}` }, ...options })
const last = async (times: number, once: (time: number) => ReturnType<typeof ask>) => {
  for (let time = 1; time < times; time += 1) assert.equal((await once(time)).status, 200)
  return once(times)
}

test('a token nobody gave out buys no further tries', async () => {
  const answer = await last(31, (time) => askForCode({ remoteAddress: '203.0.113.5', headers: { authorization: `Bearer ${'made-up-token-number-'}${time}` } }))
  assert.equal(answer.code, 'request.too-many')
})

test('an address is believed when our own proxy names it, and not when the visitor does', async () => {
  const forged = await last(31, (time) => askForCode({ remoteAddress: '10.20.30.40', headers: { 'x-forwarded-for': `198.51.100.${time}` } }))
  assert.equal(forged.code, 'request.too-many')
  const passedOn = await last(31, (time) => askForCode({ remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': `198.51.100.${time}` } }))
  assert.equal(passedOn.status, 200)
})

test('however the address is written, whoever asks is known and a page of another site is turned away', async () => {
  const { acceptor } = await openOffice(city)
  const headers = { authorization: `Bearer ${acceptor.token}` }
  for (const url of ['/api/identity/me', '/%61pi/identity/me', '/api/%69dentity/me']) {
    assert.equal((await ask({ url, headers })).status, 200, url)
    for (const origin of ['https://elsewhere.example', 'null', 'nonsense', 'http://localhost.elsewhere.example']) {
      assert.equal((await ask({ url, headers: { ...headers, origin } })).code, 'request.origin', `${url} from ${origin}`)
    }
    assert.equal((await ask({ url, headers: { ...headers, host: 'linli.example', origin: 'https://linli.example' } })).status, 200)
    // A proxy that calls us by our inner name: the address people reach us at is LINLI_URL.
    assert.equal((await ask({ url, headers: { ...headers, host: 'inner:3000', origin: 'https://linli.street.example' } })).status, 200)
  }
})

test('an office that opens the pages all at once gets them', async () => {
  for (let time = 1; time <= 700; time += 1) assert.equal((await city.http.inject({ url: '/favicon.svg', remoteAddress: '203.0.113.9' })).statusCode === 429, false, `${time}`)
})

test('figures of the server are for this machine, and for who brings the token', async () => {
  const figures = async (remoteAddress: string, headers = {}) => (await city.http.inject({ url: '/metrics', remoteAddress, headers })).statusCode
  assert.deepEqual(await Promise.all([figures('127.0.0.1'), figures('::1'), figures('::ffff:127.0.0.1')]), [200, 200, 200])
  assert.deepEqual(await Promise.all([figures('203.0.113.5'), figures('10.0.0.7'), figures('203.0.113.5', { authorization: 'Bearer guess' })]), [404, 404, 404])
  assert.equal(await figures('127.0.0.1', { 'x-forwarded-for': '203.0.113.5' }), 404)
  assert.equal(await figures('10.0.0.7', { authorization: 'Bearer of-prometheus' }), 200)
})

for (const url of ['/api/%', '/%', '/api/file/%zz', '/api//identity/me', '/api/identity/me/', '/api/__proto__/constructor', `/api/file/${'x'.repeat(300)}`]) {
  test(`there is nothing at ${url.slice(0, 40)}, and that is said as a problem`, async () => {
    assert.deepEqual(await ask({ url }), { status: 404, type: 'application/problem+json; charset=utf-8', code: 'input.not-found' })
  })
}

test('an upload that was cut off, or is none, is no fault of ours', async () => {
  const { resident } = await openOffice(city)
  const send = (type: string, payload: string) => ask({ url: '/api/file/upload', headers: { authorization: `Bearer ${resident.token}`, 'content-type': type }, payload })
  for (const [type, payload] of [
    ['multipart/form-data', 'x'], ['multipart/form-data; boundary=x', '--x\r\n'], ['multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc'],
    ['multipart/form-data; boundary=x', '--x\r\nnonsense\r\n\r\n--x--\r\n'], ['application/json', '{}'], ['text/plain', 'x'],
  ] as const) assert.deepEqual(await send(type, payload), { status: 400, type: 'application/problem+json; charset=utf-8', code: 'input.invalid' }, `${type}: ${payload}`)
  const photo = (await sendUp(city.http, resident, await takePhoto())).body.id
  assert.equal((await look(city.http, resident, photo)).status, 200)
})
