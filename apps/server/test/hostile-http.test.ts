import assert from 'node:assert/strict'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { after, before, test } from 'node:test'
import { problems, type ProblemBody } from '@linli/contract'
import fc from 'fast-check'
import pino from 'pino'
import { openCity, type City } from './city.ts'
import type { Person } from './city-people.ts'
import { openOffice } from './office.ts'
import { takePhoto } from './photo.ts'
import { seed } from './seed.ts'
import { watchWrites } from './watcher.ts'

/** What goes over the wire before anybody asks what it means: whatever it is, it is answered in the declared form or hung up on, and the next one is served. */
const faults: string[] = []
const sum = { sent: 0, answered: 0 }
let city: City
let port: number
let person: Person
let watched: Awaited<ReturnType<typeof watchWrites>>

before(async () => {
  city = await openCity({ log: pino({ level: 'error' }, { write: (line) => void faults.push(line) }) })
  await city.http.listen({ port: 0, host: '127.0.0.1' })
  port = (city.http.server.address() as AddressInfo).port
  watched = await watchWrites(city)
  person = (await openOffice(city)).resident
  await watched.drain()
})
after(() => city.close())

const open = (): Promise<Socket> => new Promise((resolve, reject) => {
  const socket = connect(port, '127.0.0.1', () => resolve(socket))
  socket.on('error', reject)
})

/** Everything that comes back until the other end hangs up; what it goes on waiting for never comes. */
async function send(...pieces: (string | Buffer)[]): Promise<string> {
  const socket = await open()
  socket.on('error', () => undefined)
  return new Promise((resolve) => {
    let said = ''
    const limit = setTimeout(() => socket.destroy(), 3000)
    socket.on('data', (piece: Buffer) => { said += piece.toString('latin1') })
    socket.on('close', () => {
      clearTimeout(limit)
      sum.sent += 1
      if (said !== '') sum.answered += 1
      resolve(said)
    })
    for (const piece of pieces) socket.write(typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)
  })
}

/** Every answer in what came back is one, and a refusal says so as all the others do. */
function assertAnswers(said: string, sent: string): void {
  const told = `${JSON.stringify(sent.slice(0, 300))} → ${JSON.stringify(said.slice(0, 500))}`
  if (said === '') return
  const [, status] = /^HTTP\/1\.1 (\d{3}) /.exec(said) ?? assert.fail(told)
  assert.ok(Number(status) < 500, told)
  // Who names no host Node itself turns away, without a word.
  if (Number(status) < 400 || said.endsWith('\r\n\r\n0\r\n\r\n') && status === '400') return
  assert.match(said, /content-type: application\/problem\+json/i, told)
  const body = said.slice(said.indexOf('\r\n\r\n') + 4)
  if (body === '' || !body.startsWith('{')) return
  const { code, title } = JSON.parse(Buffer.from(body.split('HTTP/1.1 ')[0]!, 'latin1').toString('utf8')) as ProblemBody
  assert.deepEqual([problems[code]?.status, problems[code]?.title], [Number(status), title], told)
  assert.doesNotMatch(body, /\.ts:\d|node_modules| at [\w.]+ \(|SyntaxError|Unexpected/, told)
}

const lines = (first: string, headers: readonly string[]) => `${[first, 'host: linli', 'connection: close', ...headers].join('\r\n')}\r\n\r\n`
const bearer = () => `authorization: Bearer ${person.token}`
const json = 'content-type: application/json'
const post = (body: string | Buffer, { url = '/api/event/mine', type = json }: { url?: string, type?: string } = {}) => [lines(`POST ${url} HTTP/1.1`, [bearer(), type, `content-length: ${Buffer.byteLength(body)}`]), body] as const

const bodies: [string, string | Buffer][] = [
  ['nothing', ''], ['half an object', '{"limit":'], ['a comma too many', '{"limit":1,}'], ['two values', '{}{}'], ['a bare word', 'undefined'], ['not a number', '{"limit":NaN}'], ['a number beyond all', '{"limit":1e999}'],
  ['the same field twice', '{"limit":1,"limit":"x"}'], ['a prototype', '{"__proto__":{"limit":1}}'], ['a constructor', '{"constructor":{"prototype":{"limit":1}}}'], ['half a character', '{"after":"\\ud800"}'],
  ['a NUL', '{"after":"\\u0000"}'], ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])], ['UTF-16', Buffer.from('{"limit":1}', 'utf16le')], ['a mark in front', Buffer.from('\ufeff{}')], ['gzip', Buffer.from('1f8b0800000000000003', 'hex')],
  ['a hundred thousand brackets', '['.repeat(100_000)], ['a hundred thousand nested', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`], ['two megabytes', `{"after":"${'x'.repeat(2_000_000)}"}`],
]
for (const [what, body] of bodies) test(`a body: ${what}`, async () => assertAnswers(await send(...post(body)), String(body)))

for (const type of ['', 'content-type:', 'content-type: text/plain', 'content-type: application/x-www-form-urlencoded', 'content-type: application/json; charset=utf-16', 'content-type: application/json\x00', 'content-type: multipart/form-data; boundary=', 'content-type: */*', 'content-type: application/problem+json', `content-type: ${'a/'.repeat(2000)}`, 'content-encoding: gzip', 'expect: 100-continue', 'expect: something']) {
  test(`a content type: ${type.slice(0, 50)}`, async () => assertAnswers(await send(...post('{"limit":1}', { type })), type))
}

const starts = [
  'GET / HTTP/9.9', 'GET / HTTP/1.0', 'GET /', 'get / HTTP/1.1', 'NONSENSE / HTTP/1.1', 'PUT /api/event/mine HTTP/1.1', 'DELETE /api/event/mine HTTP/1.1', 'PATCH /api/event/mine HTTP/1.1', 'OPTIONS * HTTP/1.1', 'TRACE /api/event/mine HTTP/1.1', 'HEAD /api/event/mine HTTP/1.1', 'GET /api/event/mine HTTP/1.1',
  'CONNECT linli:443 HTTP/1.1', 'PROPFIND / HTTP/1.1', 'GET http://elsewhere.example/api/event/mine HTTP/1.1', 'GET /../../etc/passwd HTTP/1.1', 'GET /m/../../../../etc/passwd HTTP/1.1', 'GET /m/..%2f..%2f..%2fetc%2fpasswd HTTP/1.1', 'GET /assets/%2e%2e/%2e%2e/keys.json HTTP/1.1', 'GET /%00 HTTP/1.1', 'GET /api/file/%00 HTTP/1.1', 'GET /api/file/..%2f..%2fkeys.json HTTP/1.1',
  'GET /api/file/01900000-0000-7000-8000-000000000000?size[]=full&size[]=x HTTP/1.1', 'GET /%ff%fe HTTP/1.1', 'GET /api/%2e%2e/metrics HTTP/1.1', 'GET //metrics HTTP/1.1', 'GET /metrics/ HTTP/1.1', `GET /${'a'.repeat(20_000)} HTTP/1.1`, `GET /?${'a=b&'.repeat(3000)} HTTP/1.1`, 'GET /api/docs/static/..%2f..%2f..%2fpackage.json HTTP/1.1', 'GET /\xff HTTP/1.1', 'GET /api/stream?x HTTP/1.0', 'POST /api/stream HTTP/1.1',
]
for (const start of starts) test(`a first line: ${JSON.stringify(start.slice(0, 60))}`, async () => assertAnswers(await send(lines(start, [])), start))

const headers = [
  'transfer-encoding: chunked\r\ncontent-length: 2', 'content-length: -1', 'content-length: 1e3', 'content-length: 2\r\ncontent-length: 3', 'content-length: 99999999999', 'transfer-encoding: chunked', 'transfer-encoding: identity', 'transfer-encoding: chunked, gzip', `x: ${'y'.repeat(20_000)}`, 'x', ': x', 'x y: z', 'x:\x00', 'host: a\r\nhost: b', 'host:', 'cookie: linli_session=\xff%00', `cookie: ${'linli_session=x; '.repeat(500)}`,
  'cookie: linli_session=%', 'authorization: Bearer', 'authorization: Bearer \x01', `authorization: Bearer ${'x'.repeat(9000)}`, 'authorization: Basic eDp4', 'x-forwarded-for: \'; drop table session; --', 'x-forwarded-for: ::::::', `user-agent: ${'中'.repeat(900)}`, 'origin: null', 'origin: \x7f', 'idempotency-key: ', 'idempotency-key: ../../x', 'upgrade: websocket\r\nconnection: upgrade', 'upgrade: h2c\r\nconnection: upgrade, http2-settings', 'if-none-match: *', 'range: bytes=0-,0-,0-,0-', 'accept-encoding: br;q=x, *;q=9', 'accept: \\',
]
for (const header of headers) {
  test(`a header: ${JSON.stringify(header.slice(0, 50))}`, async () => {
    for (const url of ['POST /api/event/mine', 'GET /', 'GET /api/openapi.json']) assertAnswers(await send(lines(`${url} HTTP/1.1`, [header, json]), '{}'), header)
  })
}

test(`what was mangled on the way (seed ${seed})`, async () => {
  const whole = Buffer.concat(post('{"limit":5,"after":"x"}').map((part) => Buffer.from(part as string)))
  const mangledBytes = fc.array(fc.record({ at: fc.nat(whole.length - 1), byte: fc.nat(255), how: fc.constantFrom('put', 'cut', 'add') }), { minLength: 1, maxLength: 5 })
  await Promise.all(fc.sample(mangledBytes, { numRuns: 150, seed }).map(async (changes) => {
    let bytes = whole
    for (const { at, byte, how } of changes) bytes = Buffer.concat([bytes.subarray(0, at), ...(how === 'cut' ? [] : [Buffer.from([byte])]), bytes.subarray(how === 'add' ? at : at + 1)])
    assertAnswers(await send(bytes), bytes.toString('latin1'))
  }))
})

test(`photos that are mangled, and forms around them (seed ${seed})`, async () => {
  const photo = await takePhoto()
  const forms = fc.record({
    boundary: fc.constantFrom('x', 'x'.repeat(300), "'()+_,-./:=?", ''), name: fc.constantFrom('file', '', 'other', '__proto__', 'file[]'), parts: fc.integer({ min: 0, max: 4 }), type: fc.constantFrom('image/jpeg', 'text/html', 'image/svg+xml', ''),
    file: fc.constantFrom('照片.jpg', '../../../etc/passwd', '\x00.jpg', 'a'.repeat(5000), '', 'x"; filename="y', "x'; drop table photo; --"), changes: fc.array(fc.tuple(fc.nat(photo.length - 1), fc.nat(255)), { maxLength: 20 }), until: fc.option(fc.nat(photo.length)),
  })
  await Promise.all(fc.sample(forms, { numRuns: 50, seed }).map(async ({ boundary, name, parts, type, file, changes, until }) => {
    const content = Buffer.from(photo)
    for (const [at, byte] of changes) content[at] = byte
    const part = [`--${boundary}\r\ncontent-disposition: form-data; name="${name}"; filename="${file}"\r\ncontent-type: ${type}\r\n\r\n`, content.subarray(0, until ?? undefined), '\r\n'].map((one) => Buffer.from(one as string))
    const body = Buffer.concat([...Array.from({ length: parts }, () => part).flat(), Buffer.from(`--${boundary}--\r\n`)])
    assertAnswers(await send(...post(body, { url: '/api/file/upload', type: `content-type: multipart/form-data; boundary="${boundary}"` })), `${parts} ${name} ${file}`)
  }))
})

test('who sends slowly is waited for only so long, and nobody else waits', async () => {
  const { requestTimeout, headersTimeout } = city.http.server
  assert.deepEqual([requestTimeout > 0 && requestTimeout <= 300_000, headersTimeout > 0 && headersTimeout <= 60_000], [true, true])
  const slow = await Promise.all(Array.from({ length: 60 }, open))
  for (const socket of slow) socket.on('error', () => undefined).write(lines('POST /api/event/mine HTTP/1.1', [bearer(), json, 'content-length: 100']) + '{')
  assert.match(await send(...post('{}')), /^HTTP\/1\.1 200 /)
  for (const socket of slow) socket.destroy()
})

test('after all of it the server serves, has logged no fault, and has kept nothing but photos', async () => {
  assert.match(await send(...post('{}')), /^HTTP\/1\.1 200 /)
  assert.deepEqual(faults, [])
  assert.ok(sum.sent > 300 && sum.answered > sum.sent * 0.8, `${sum.answered} of ${sum.sent} were answered`)
  assert.deepEqual([...new Set((await watched.drain()).map(({ name }) => name))].filter((name) => name !== 'photo'), [])
})
