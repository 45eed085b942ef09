import { deepEqual, equal } from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { openCity, type City } from '../../../test/city.ts'
import { runJob } from '../../../test/job.ts'
import { march, mondayOf, valuesOf } from './monday.fixture.ts'

let city: City
before(async () => { city = await openCity({ work: true }) })
after(() => city.close())

const { at, monday } = mondayOf(() => city)

test('a month is kept by itself once it is over, by a server that was off on the first as well, and none from before the records began', async () => {
  const { street, leader } = await monday()
  const kept = async () => (await leader.call('insight', 'months', {})).rows.map(({ month, area }) => `${month} ${area}`)
  const run = async (time: string, day: string) => {
    at(time, day)
    await runJob(city, 'insight.refresh')
  }
  await run('17:00', '2026-03-02')
  deepEqual(await kept(), [])
  await run('01:19', '2026-04-01')
  deepEqual(await kept(), [], 'not before what happened until midnight is counted')
  await run('09:00', '2026-04-05')
  const all = [street.area, ...street.communities.map(({ area }) => area)].map((area) => `2026-03-01 ${area}`)
  deepEqual(await kept(), all)
  await run('09:01', '2026-04-05')
  deepEqual(await kept(), all, 'once')
  const told = await leader.call('insight', 'frozen', { area: street.area, month: march.from })
  equal(valuesOf(told as never, 'reported').reported, 3)
})
