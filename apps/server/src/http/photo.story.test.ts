import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { maxPhotoBytes, problems, type ProblemCode } from '@linli/contract'
import sharp from 'sharp'
import { openCity, type City } from '../../test/city.ts'
import { openOffice, pointIn } from '../../test/office.ts'
import { look, sendUp, takePhoto } from '../../test/photo.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('who may not see events sees no photo of one, though its number stands in the journal', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const photo = (await sendUp(city.http, resident, await takePhoto())).body.id
  await resident.call('event', 'reportMine', { description: '墙上乱贴广告', matter: '07001', point: pointIn(street, 0), photos: [photo] })
  const auditor = await street.staff('孙模五', 'auditAdmin')
  const { rows } = await auditor.call('audit', 'list', { name: 'event.reported' })
  assert.deepEqual(rows[0]!.details.photos, [photo])
  for (const role of ['auditAdmin', 'systemAdmin', 'securityAdmin'] as const) assert.equal((await look(city.http, await street.staff(role, role), photo)).status, 404, role)
  assert.equal((await look(city.http, acceptor, photo)).status, 200)
})

test('what residents send up stands in the journal for the auditor of everything, what staff send up for their office’s', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const uploads = async (area: string) => (await (await street.staff('孙模五', 'auditAdmin', area)).call('audit', 'list', { name: 'photo.uploaded' })).rows.map(({ subject }) => subject)
  const [ours, theirs] = [(await sendUp(city.http, acceptor, await takePhoto())).body.id, (await sendUp(city.http, resident, await takePhoto())).body.id]
  assert.deepEqual(await uploads(street.area), [ours])
  assert.deepEqual((await uploads('/')).slice(0, 2), [theirs, ours])
})

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#3a7' } })
const kinds: [string, () => Promise<Buffer> | Buffer, string | [number, number]][] = [
  ['nothing', () => Buffer.alloc(0), 'file.kind'],
  ['a text', () => Buffer.from('照片'), 'file.kind'],
  ['a drawing that may hold a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'), 'file.kind'],
  ['a GIF', () => plain(9, 9).gif().toBuffer(), 'file.kind'],
  ['a TIFF', () => plain(9, 9).tiff().toBuffer(), 'file.kind'],
  ['a page that begins like a photo', () => Buffer.from('\x89PNG\r\n\x1a\n<script>alert(1)</script>', 'latin1'), 'file.broken'],
  ['half a photo', async () => (await takePhoto()).subarray(0, 900), 'file.broken'],
  ['64 million pixels in a few kilobytes', () => plain(8000, 8000).png().toBuffer(), 'file.too-large'],
  ['more bytes than are taken', () => Buffer.alloc(maxPhotoBytes + 1, 7), 'file.too-large'],
  ['one pixel wide and very long', () => plain(1, 30_001).png().toBuffer(), 'file.too-large'],
  ['a photo taken lying down', () => plain(400, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer(), [200, 400]],
  ['a WebP that one can see through', () => plain(40, 20).ensureAlpha(0.5).webp().toBuffer(), [40, 20]],
]
for (const [what, make, expected] of kinds) {
  test(`sent up: ${what}`, async () => {
    const { resident } = await openOffice(city)
    const { status, body } = await sendUp(city.http, resident, await make())
    const { width, height } = body as { width?: number, height?: number }
    assert.deepEqual([status, body.code ?? [width, height]], [typeof expected === 'string' ? problems[expected as ProblemCode].status : 200, expected])
  })
}

test('one photo sent with two reports at once belongs to one of them', async () => {
  const { street, resident } = await openOffice(city)
  const photo = (await sendUp(city.http, resident, await takePhoto())).body.id
  const report = () => resident.raw('/api/event/reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0), photos: [photo] })
  const answers = await Promise.all([report(), report(), report()])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 400, 400])
  assert.equal((await resident.raw('/api/event/reportMine', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0), photos: [photo, photo] })).status, 400)
})

test('however many photos come at once, no more than two are unpacked at a time', async () => {
  const { resident } = await openOffice(city)
  const photo = await plain(4000, 3000).png({ progressive: true }).toBuffer()
  let most = 0
  const watching = setInterval(() => {
    const { queue, process } = sharp.counters()
    most = Math.max(most, queue + process)
  }, 1)
  const answers = await Promise.all(Array.from({ length: 8 }, () => sendUp(city.http, resident, photo)))
  clearInterval(watching)
  assert.deepEqual(answers.map(({ status }) => status), Array(8).fill(200))
  // One that is done is counted for a moment beside the one that takes its place.
  assert.ok(most === 2 || most === 3, `${most} at once`)
})
