import { addDays, dayOf } from '@linli/standards'
import type { Person } from '../apps/server/test/city-people.ts'
import { pointIn } from '../apps/server/test/office.ts'
import { sources } from '../apps/server/src/modules/indicator/sources.ts'
import { countTouched } from '../apps/server/src/modules/measure/index.ts'
import { median, time, type Result } from './measure.ts'
import { city, townOf, type Size } from './towns.ts'

const today = dayOf(new Date())
const times = 60

/** Indicators through the front door (HTTP in memory) at thirty thousand and at a million events, against the same figures read from the events by plain SQL. */
export default async function indicators(): Promise<Result[]> {
  return [...await measure('small'), ...await measure('large')]
}

async function measure(size: Size): Promise<Result[]> {
  const { street, who, events } = await townOf(size)
  const { owner, server } = await city()
  const counting = () => ({ database: server.around.database, now: new Date(), sources })
  const began = performance.now()
  await countTouched(counting())
  const counted = (performance.now() - began) / 1000
  await owner.query('vacuum analyze measure_cell, measure_past')
  const [area, home] = [street.area, street.communities[0]!.area]
  const ask = (what: string, question: (person: Person) => Promise<unknown>, plain: string, values: unknown[], note?: string): [string, (person: Person) => Promise<unknown>, () => Promise<unknown>, string | undefined] => [what, question, () => owner.query(plain, values), note]
  const within = `subdistrict = $1 and area >= $2 and area < $2 || U&'\\FFFF'`
  const aMonth = `${within} and reported_at >= now() - interval '30 days'`
  const all = [
    ask('dashboard of the street', (person) => person.call('indicator', 'figures', { area }), `select count(*) filter (where reported_at >= now() - interval '1 day'), count(*) filter (where status not in ('draft', 'closed', 'cancelled', 'merged')), count(*) filter (where is_overdue), count(*) filter (where closed_at >= now() - interval '30 days' and not is_overdue), count(*) filter (where rating >= 3) from event where ${within}`, [street.code, area], `the first full count took ${counted.toFixed(0)} s`),
    ask('dashboard of a community', (person) => person.call('indicator', 'figures', { area: home }), `select count(*), count(*) filter (where is_overdue) from event where ${aMonth}`, [street.code, home]),
    ask('drill to communities', (person) => person.call('indicator', 'values', { indicator: 'overdue30', area, level: 'community' }), `select substr(area, 1, 18), count(*), count(*) filter (where is_overdue) from event where ${aMonth} group by 1`, [street.code, area]),
    ask('drill to grids', (person) => person.call('indicator', 'values', { indicator: 'overdue30', area: home, level: 'grid' }), `select substr(area, 1, 22), count(*), count(*) filter (where is_overdue) from event where ${aMonth} group by 1`, [street.code, home]),
    ask('drill to buildings', (person) => person.call('indicator', 'values', { indicator: 'overdue30', area: home, level: 'building' }), `select area, count(*), count(*) filter (where is_overdue) from event where ${aMonth} group by 1`, [street.code, home]),
    ask('a year day by day', (person) => person.call('indicator', 'trend', { indicator: 'today', area, from: addDays(today, -364), until: addDays(today, 1) }), `select reported_at::date, count(*) from event where ${within} and reported_at >= now() - interval '365 days' group by 1`, [street.code, area]),
    ask('classes of a month', (person) => person.call('indicator', 'structure', { source: 'reports', dimension: 'matter', area }), `select matter, count(*) from event where ${aMonth} group by 1`, [street.code, area]),
  ]
  const results: Result[] = []
  for (const [what, question, plain, note] of all) {
    const { median: ours, p99 } = await time(times, (at) => question(who.leader[at % who.leader.length]!))
    results.push({ what: `${what}, ${events.toLocaleString('en')} events`, ours, p99, baseline: await median(5, plain), target: { p99: 50 }, ...(note && { note }) })
  }
  results.push(await anEvent(size))
  return results
}

/** From the answer to a report until the street's figure tells of it. */
async function anEvent(size: Size): Promise<Result> {
  const { street, who, events } = await townOf(size)
  const { owner, server } = await city()
  const reporters = await Promise.all(Array.from({ length: 6 }, () => street.staff('网格员', 'gridWorker')))
  const taken: number[] = []
  for (let at = 0; at < 30; at += 1) {
    await reporters[at % reporters.length]!.call('event', 'report', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
    const began = performance.now()
    await countTouched({ database: server.around.database, now: new Date(), sources })
    await who.leader[at % who.leader.length]!.call('indicator', 'figures', { area: street.area, theme: 'event' })
    taken.push(performance.now() - began)
  }
  taken.sort((one, other) => one - other)
  const baseline = await median(3, () => owner.query(`select community, count(*) filter (where is_overdue), count(*) from event where subdistrict = $1 group by 1`, [street.code]))
  return { what: `a report until the figure tells of it, ${events.toLocaleString('en')} events`, ours: taken[15]!, p99: taken.at(-1)!, baseline, target: { p99: 900 }, note: 'counting and asking; 100 ms are gathered before' }
}
