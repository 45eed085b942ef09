import type pg from 'pg'
import { addDays, dayOf } from '@linli/standards'
import type { Person } from '../apps/server/test/city-people.ts'
import type { Town } from './events.ts'
import { median, time, type Result } from './measure.ts'
import { city, countsOf, townOf, type Size } from './towns.ts'

const until = `${dayOf(new Date()).slice(0, 7)}-01`
const year = { from: `${Number(until.slice(0, 4)) - 1}${until.slice(4)}`, until }
const month = { from: `${dayOf(new Date(new Date(`${until}T00:00:00+08:00`).getTime() - 86_400_000)).slice(0, 7)}-01`, until }
const times = 30

/** Statistics through the front door (HTTP in memory) at thirty thousand and at a million events, against the same counts read from the events themselves. */
export default async function insight(): Promise<Result[]> {
  return [...await measure('small'), ...await measure('large')]
}

async function measure(size: Size): Promise<Result[]> {
  const [town, counted] = [await townOf(size), await countsOf(size)]
  const { owner } = await city()
  const { street, units, who, events } = town
  const area = street.communities[0]!.area
  const all: [string, object, (person: Person) => Promise<unknown>, Counted][] = [
    ['figures of a year', year, (person) => person.call('insight', 'figures', year), {}],
    ['figures of a month', month, (person) => person.call('insight', 'figures', month), {}],
    ['figures of a community', year, (person) => person.call('insight', 'figures', { ...year, area }), { area }],
    ['figures of a unit', year, (person) => person.call('insight', 'figures', { ...year, unit: units[4]!.id }), { unit: units[4]!.id }],
    ['figures of a matter', year, (person) => person.call('insight', 'figures', { ...year, matter: 'B04' }), { matter: 'B04' }],
    ['structure of a year', year, (person) => person.call('insight', 'structure', year), { by: 'matter' }],
    ...(['unit', 'area', 'matter'] as const).map((by): (typeof all)[number] => [`side by side: ${by}`, year, (person) => person.call('insight', 'compare', { ...year, by }), { by }]),
    ['recurring places of a month', month, (person) => person.call('insight', 'recurring', month), { by: 'area, matter, place' }],
    ['events behind a number of a year', year, (person) => person.call('insight', 'events', { ...year, part: 'handled' }), {}],
    ['events behind a number of a month', month, (person) => person.call('insight', 'events', { ...month, part: 'due' }), {}],
  ]
  const results: Result[] = []
  for (const [what, period, ask, asked] of all) {
    const { median: ours, p99 } = await time(times, (at) => ask(who.leader[at % who.leader.length]!))
    const baseline = await median(3, () => count(owner, town, { ...year, ...period, ...asked }))
    results.push({ what: `${what}, ${events.toLocaleString('en')} events`, ours, p99, baseline, target: { ours: 100 }, ...(results.length === 0 && { note: `the first full count took ${counted.toFixed(0)} s` }) })
  }
  return results
}

interface Counted { area?: string, unit?: string, matter?: string, by?: string }

/** What a request would have to read without the tally: how many were reported and closed, in time or not, and the median of handling. */
async function count(client: pg.Client, { street }: Town, { from, until: end, area = street.area, unit, matter, by }: Counted & { from: string, until: string }): Promise<void> {
  const within = `subdistrict = $1 and area >= $2 and area < $2 || U&'\\FFFF'`
  const values = [street.code, area, `${from} 00:00+08`, `${addDays(end, 0)} 00:00+08`]
  const which = unit ? `and unit = '${unit}'` : matter ? `and matter = '${matter}'` : ''
  await client.query(`select ${by ? `${by},` : ''} count(*), count(*) filter (where status = 'closed'), count(*) filter (where is_overdue) from event where ${within} and reported_at >= $3 and reported_at < $4 ${which} ${by ? `group by ${by}` : ''}`, values)
  await client.query(`select percentile_disc(0.5) within group (order by used_minutes) from event_stage where ${within} and status = 'handling' and until >= $3 and until < $4`, values)
}
