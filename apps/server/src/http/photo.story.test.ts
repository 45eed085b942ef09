import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
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
