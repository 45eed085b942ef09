import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { openCity, type City } from '../../../test/city.ts'
import { eventually } from '../../../test/eventually.ts'
import { openOffice, pointIn } from '../../../test/office.ts'
import { runQueued } from '../../../test/queued.ts'

let city: City
let second: pg.Client
before(async () => {
  city = await openCity()
  second = new pg.Client(city.ownerSettings)
  await second.connect()
})
after(async () => {
  await second.end()
  await city.close()
})

test('what goes on into another whole waits for it before it holds anything, so that nobody waits for each other', async () => {
  const { street, resident, acceptor } = await openOffice(city)
  const report = async () => (await resident.call('event', 'reportMine', { description: '垃圾没人收', matter: '06010', point: pointIn(street, 0) })).id
  const [whole, middle, part] = [await report(), await report(), await report()]
  for (const [id, into] of [[part, middle], [middle, whole]] as const) await acceptor.call('event', 'take', { id: id!, take: { step: 'merge', into: into! } })
  await city.owner.query('begin')
  await city.owner.query('select from event where id = $1 for update', [whole])
  const passedOn = runQueued({ ...city, owner: second }, 'event')
  await eventually(async () => assert.ok((await city.owner.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).rowCount! > 0))
  await city.owner.query('select from event where id = $1 for update nowait', [part])
  await city.owner.query('commit')
  await passedOn
  assert.equal((await city.owner.query('select merged_into from event where id = $1', [part])).rows[0].merged_into, whole)
})
