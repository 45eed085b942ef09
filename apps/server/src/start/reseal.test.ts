import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openHome } from '../../test/block.ts'
import { openCity, type City } from '../../test/city.ts'
import { openOffice, pointIn } from '../../test/office.ts'
import { openCrypto, rotateKey } from '../kernel/crypto.ts'
import { reseal, sealedColumns } from './reseal.ts'

let city: City
before(async () => { city = await openCity() })
after(() => city.close())

test('after a rotation everything is sealed anew, and the old key is no longer needed to read it', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const event = await resident.call('event', 'reportMine', { description: '楼道堆物', matter: '06036', point: pointIn(street, 0) })
  const file = join(city.server.config.data, 'keys.json')
  const old = city.server.around.crypto
  await city.owner.query('update account set totp = $1, totp_pending = $2 where id = $3', [old.encrypt('JBSWY3DP', 'account.totp'), old.encrypt('KRSXG5A2', 'account.totp'), acceptor.id])
  const home = await openHome(city, street)
  const worker = await street.staff('社工', 'socialWorker')
  await worker.call('person', 'change', { id: home.ids.person, revision: 1, values: { phone: '13900000002', health: '有慢性病' } })
  rotateKey(file)
  const resealed = await reseal(city.ownerSettings, openCrypto(file))
  assert.ok(resealed >= 8, `${resealed}`)
  assert.equal(await reseal(city.ownerSettings, openCrypto(file)), 0)
  // A server that was not started anew reads it too.
  assert.match((await acceptor.call('event', 'reveal', { id: event.id, purpose: '核实位置' })).phone, /^1390000\d{4}$/)

  const ring = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...ring, keys: { [ring.current]: ring.keys[ring.current] } }))
  const alone = openCrypto(file)
  const { rows: [row] } = await city.owner.query('select totp, totp_pending from account where id = $1', [acceptor.id])
  assert.deepEqual([alone.decrypt(row.totp, 'account.totp'), alone.decrypt(row.totp_pending, 'account.totp')], ['JBSWY3DP', 'KRSXG5A2'])
  const { rows: [phone] } = await city.owner.query('select phone from account where id = $1', [resident.id])
  assert.match(alone.decrypt(phone.phone, 'account.phone'), /^1390000/)
  const { rows: [person] } = await city.owner.query('select person.number, person.phone, person.sealed, revision.sealed as before from person join revision on revision.record = person.id where person.id = $1 and revision.no = 2', [home.ids.person])
  assert.deepEqual([alone.decrypt(person.number, 'person.number'), alone.decrypt(person.phone, 'person.phone'), JSON.parse(alone.decrypt(person.sealed, 'person.sealed')), JSON.parse(alone.decrypt(person.before, 'revision.sealed'))],
    [home.number, '13900000002', { health: '03' }, { phone: '13900000001' }])
})

test('no encrypted column is left out', async () => {
  // What is kept as bytes and is no encrypted value: digests, blind indexes and seals, and a survey's drawing of the town.
  const others = ['account.phone_index', 'session.token', 'phone_code.phone_index', 'phone_code.code', 'photo.digest', 'document.digest', 'event.reporter_index', 'answered.submitted', 'link_token.token', 'person.number_index', 'person.phone_index', 'intake_row.number_index', 'intake_row.phone_index', 'rights_request.phone_index', 'talk.sender_index', 'enterprise.legal_index', 'special.mark', 'special_switch.mark', 'ledger_line.digest', 'mapping_file.content', 'journal_seal.digests', 'journal_seal.previous', 'journal_seal.seal', 'bulletin_issue.seal']
  const { rows } = await city.owner.query(`select table_name || '.' || column_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name) where table_schema = 'public' and data_type = 'bytea' and table_type = 'BASE TABLE'`)
  assert.deepEqual(rows.map(({ name }) => name).toSorted(), [...others, ...sealedColumns.map(({ table, column }) => `${table}.${column}`)].toSorted())
})
