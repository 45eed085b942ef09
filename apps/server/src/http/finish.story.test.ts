import assert from 'node:assert/strict'
import { connect, type AddressInfo } from 'node:net'
import { test } from 'node:test'
import { openCity } from '../../test/city.ts'
import { openOffice, pointIn } from '../../test/office.ts'

test('a server that is told to stop answers what it was asked, lets the streams go, and waits for nobody else', async () => {
  const city = await openCity()
  await city.http.listen({ port: 0, host: '127.0.0.1' })
  const { port } = city.http.server.address() as AddressInfo
  const { street, resident, acceptor } = await openOffice(city)
  const header = (token: string) => ({ 'content-type': 'application/json', authorization: `Bearer ${token}` })
  const silent = connect(port, '127.0.0.1').on('error', () => undefined)
  const stream = await fetch(`http://127.0.0.1:${port}/api/stream`, { headers: header(acceptor.token) })

  await city.owner.query('begin; lock table event in access exclusive mode')
  const body = JSON.stringify({ description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
  const asked = fetch(`http://127.0.0.1:${port}/api/event/reportMine`, { method: 'POST', headers: header(resident.token), body })
  for (;;) if ((await city.owner.query(`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`)).rowCount === 1) break
  const closed = city.http.close()
  await city.owner.query('commit')

  assert.equal((await asked).status, 200)
  assert.match(await stream.text(), /resync/)
  await closed
  silent.destroy()
  await city.close()
})
