import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { makeIdentityNumber } from '@linli/standards'
import pg from 'pg'
import { openBlock } from '../../../test/block.ts'
import { openCity, type City } from '../../../test/city.ts'

// What a stay names is there: kept by triggers that look once a statement, and held to what a foreign key would hold.
let city: City
before(async () => { city = await openCity() })
after(() => city.close())

const nobody = '00000000-0000-7000-8000-000000000000'
const ofNobody = { code: '23503', constraint: 'residency_person' }
const inNoHome = { code: '23503', constraint: 'residency_housing' }

/** Somebody who lives somewhere, and somebody who lives nowhere. */
let numbers = 0
async function openStay() {
  const { worker, units } = await openBlock(city)
  const enter = (housing: string) => worker.call('person', 'enter', { values: { name: '王示一', certificateNumber: makeIdentityNumber('339901', '1950-03-01', numbers += 1) }, at: { housing }, role: '01' })
  const [stayer, other] = [await enter(units[0]!), await enter(units[1]!)]
  await city.owner.query('delete from residency where person = $1', [other.id])
  return { worker, units, stayer: stayer.id, other: other.id }
}

/** As the first stay of `like`, of somebody else or somewhere else, as many times as there are ids. */
const copyStay = (client: pg.Client, like: string, people: string[], housing: string | null) => client.query(`
  insert into residency (subdistrict, id, area, place, person, housing, role, created_at) select subdistrict, gen_random_uuid(), area, place, one, $3::uuid, role, created_at from residency, unnest($2::uuid[]) as one where residency.person = $1`, [like, people, housing])

async function another(): Promise<pg.Client> {
  const client = new pg.Client(city.ownerSettings)
  await client.connect()
  return client
}

test('a stay of nobody, or in no home, is refused, and all that came with it', async () => {
  const { units, stayer, other } = await openStay()
  await assert.rejects(copyStay(city.owner, stayer, [other, nobody], units[2]!), ofNobody)
  await assert.rejects(copyStay(city.owner, stayer, [other], nobody), inNoHome)
  assert.equal((await city.owner.query('select from residency where person = $1', [other])).rowCount, 0)
  await copyStay(city.owner, stayer, [other, other], null)
  await copyStay(city.owner, stayer, [other], units[2]!)
  await assert.rejects(city.owner.query('update residency set person = $2 where person = $1', [other, nobody]), ofNobody)
  await assert.rejects(city.owner.query('update residency set housing = $2 where person = $1', [other, nobody]), inNoHome)
  await city.owner.query('update residency set person = $2, housing = null where person = $1', [other, stayer])
})

test('whoever has stays is not deleted, nor is a home somebody stays in, and no key changes', async () => {
  const { units, stayer, other } = await openStay()
  await assert.rejects(city.owner.query('delete from person where id = any ($1)', [[stayer, other]]), ofNobody)
  await assert.rejects(city.owner.query('delete from housing where id = $1', [units[0]]), inNoHome)
  for (const [table, id] of [['person', other], ['housing', units[0]]]) await assert.rejects(city.owner.query(`update ${table} set id = $2 where id = $1`, [id, nobody]), { code: '23001' })
  await city.owner.query('delete from person where id = $1', [other])
})

test('who deletes waits for who enters a stay, and finds it; who enters waits for who deletes, and finds nobody', async () => {
  const { stayer, other } = await openStay()
  const [one, two] = [await another(), await another()]
  const remove = (client: pg.Client) => client.query('delete from person where id = $1', [other])
  for (const [first, then] of [[(client: pg.Client) => copyStay(client, stayer, [other], null), remove], [remove, (client: pg.Client) => copyStay(client, stayer, [other], null)]] as const) {
    await one.query('begin')
    await first(one)
    const waits = then(two).then(() => 'done', (error: { constraint: string }) => error.constraint)
    assert.equal(await Promise.race([waits, new Promise((resolve) => void setTimeout(resolve, 200, 'waits'))]), 'waits')
    await one.query('commit')
    assert.equal(await waits, 'residency_person')
    await city.owner.query('delete from residency where person = $1', [other])
  }
  for (const client of [one, two]) await client.end()
})
