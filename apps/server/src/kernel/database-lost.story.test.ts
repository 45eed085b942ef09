import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openCity, type City } from '../../test/city.ts'
import { openOffice } from '../../test/office.ts'

let city: City
let elsewhere: pg.Client
before(async () => {
  city = await openCity()
  elsewhere = new pg.Client({ ...city.ownerSettings, database: 'postgres' })
  await elsewhere.connect()
})
after(async () => {
  await elsewhere.end()
  await city.close()
})

const cut = (program: string) => elsewhere.query('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1 and datname = $2', [program, city.ownerSettings.database])
/** As when the database stops and comes back: what is open is cut, and nobody gets in. */
const setOpen = (isOpen: boolean) => elsewhere.query(`alter database ${pg.escapeIdentifier(city.ownerSettings.database!)} allow_connections ${isOpen}`)
const listeners = async () => (await elsewhere.query(`select count(*)::integer as n from pg_stat_activity where application_name = 'linli realtime' and datname = $1`, [city.ownerSettings.database])).rows[0].n

test('a connection that is lost between two statements costs that request and nothing else', async () => {
  const { acceptor } = await openOffice(city)
  const work = city.server.around.database.transact({ role: 'staff', areas: ['/'] }, 'read', async (db) => {
    await db.selectFrom('role').select('code').execute()
    await cut('linli')
    await wait(100)
    return db.selectFrom('role').select('code').execute()
  })
  await assert.rejects(work, { code: 'server.busy' })
  assert.equal((await acceptor.raw('/api/event/list', {})).status, 200)
})

test('while the database is away people are told to come back, and whoever watches the server knows', async () => {
  const { acceptor } = await openOffice(city)
  await setOpen(false)
  await cut('linli')
  await wait(50)
  const answer = await acceptor.raw('/api/event/list', {})
  assert.deepEqual([answer.status, (answer.body as { code: string }).code], [503, 'server.busy'])
  assert.equal((await city.http.inject('/readyz')).statusCode, 503)
  assert.equal((await city.http.inject('/livez')).statusCode, 200)
  await setOpen(true)
  assert.equal((await acceptor.raw('/api/event/list', {})).status, 200)
  assert.equal((await city.http.inject('/readyz')).statusCode, 200)
})

test('however long the database is away, one connection listens when it is back', async () => {
  await setOpen(false)
  await cut('linli realtime')
  await wait(3500)
  await setOpen(true)
  for (const end = Date.now() + 10_000; Date.now() < end && await listeners() === 0; await wait(50));
  await wait(1500)
  assert.equal(await listeners(), 1)
})
