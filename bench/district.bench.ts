import { spawnSync } from 'node:child_process'
import { addDays, dayOf } from '@linli/standards'
import { openCity, type City } from '../apps/server/test/city.ts'
import type { Person, Subdistrict } from '../apps/server/test/city-people.ts'
import { pointIn } from '../apps/server/test/office.ts'
import { sources } from '../apps/server/src/modules/indicator/sources.ts'
import { countTouched } from '../apps/server/src/modules/measure/index.ts'
import { fill } from './events.ts'
import { median, time, type Result } from './measure.ts'
import { copyStreet, fillStreet, further } from './people.ts'

const today = dayOf(new Date())
const times = 100
const inStreet = Number(process.env.LINLI_BENCH_EVENTS ?? 500_000)
const events = inStreet * (further + 1)

/** Indexes of events and people that answer lists and searches, which nobody asks here; without them all of it takes some 25 GB. */
const unneeded = ['event_by_grams', 'event_spots', 'event_newest', 'event_by_place', 'event_first_sent', 'event_along_places', 'event_by_unit', 'event_by_status', 'event_by_reporter', 'event_of_matter', 'event_of_unit', 'event_by_due', 'event_by_number', 'event_by_number_end', 'event_newest_above', 'event_changed', 'event_by_id', 'event_closed',
  'person_by_birth', 'person_by_change', 'person_by_checked', 'person_by_given_name', 'person_by_grams', 'person_by_initials', 'person_by_name', 'person_by_number_tail', 'person_by_phone', 'person_by_phone_tail', 'person_by_pinyin']

/**
 * Indicators of a district of ten streets, 1.12 million people and five million events, through the front door (HTTP in memory), each asked of a new count, against the same figures read from the events by plain SQL.
 * One street is counted; the others hold the same under other areas, their counts too.
 */
export default async function district(): Promise<Result[]> {
  const city = await openCity()
  try {
    const { street, who } = await fillStreet(city)
    const { units } = await fill(city, { events: inStreet, days: 1095, buildings: 17 }, street)
    const began = performance.now()
    await countTouched({ database: city.server.around.database, now: new Date(), sources })
    const counted = (performance.now() - began) / 1000
    await copyStreet(city, street, ['person', 'housing', 'household', 'enterprise', 'thing', 'event', 'measure_cell', 'measure_past', 'measure_mark'], unneeded)
    await city.owner.query('vacuum analyze')
    await city.owner.query('checkpoint')
    // Twenty gigabytes on their way to a disk would be measured too.
    spawnSync('sync')
    console.log(` filled, one street counted in ${counted.toFixed(0)} s, ${units.length} units…`)
    const results = await asked(city, street, { county: await leaders(street, county(street)), street: await leaders(street, street.area), community: who.community })
    results[0]!.note = `the first full count of one street took ${counted.toFixed(0)} s`
    return [...results, await anEvent(city, street)]
  } finally {
    await city.close()
  }
}

const county = ({ area }: Subdistrict) => area.replace(/\d+\/$/, '')
const leaders = (street: Subdistrict, area: string): Promise<Person[]> => Promise.all(Array.from({ length: 24 }, () => street.staff('领导', 'leader', area)))

async function asked({ owner }: City, street: Subdistrict, who: Record<'county' | 'street' | 'community', Person[]>): Promise<Result[]> {
  const [wide, own, home] = [county(street), street.area, `${street.area}004/`]
  const inArea = `area >= $1 and area < $1 || U&'\\FFFF'`
  const aMonth = `${inArea} and reported_at >= now() - interval '30 days'`
  const dashboard = `select count(*) filter (where reported_at >= now() - interval '1 day'), count(*) filter (where status not in ('draft', 'closed', 'cancelled', 'merged')), count(*) filter (where is_overdue), count(*) filter (where closed_at >= now() - interval '30 days' and not is_overdue), count(*) filter (where rating >= 3) from event where ${inArea}`
  const drill = (cut: string) => `select ${cut}, count(*), count(*) filter (where is_overdue) from event where ${aMonth} group by 1`
  const ask = (what: string, side: keyof typeof who, question: (person: Person) => Promise<unknown>, plain: string, area: string) => ({ what, side, question, plain, area })
  const values = (area: string, level: 'subdistrict' | 'community' | 'grid' | 'building') => (person: Person) => person.call('indicator', 'values', { indicator: 'overdue30', area, level })
  const all = [
    ask('dashboard of the district', 'county', (person) => person.call('indicator', 'figures', { area: wide }), dashboard, wide),
    ask('dashboard of a street', 'street', (person) => person.call('indicator', 'figures', { area: own }), dashboard, own),
    ask('dashboard of a community', 'community', (person) => person.call('indicator', 'figures', { area: home }), dashboard, home),
    ask('district, drill to streets', 'county', values(wide, 'subdistrict'), drill('subdistrict'), wide),
    ask('district, all its communities', 'county', values(wide, 'community'), drill('substr(area, 1, 18)'), wide),
    ask('street, drill to communities', 'county', values(own, 'community'), drill('substr(area, 1, 18)'), own),
    ask('community, drill to grids', 'county', values(home, 'grid'), drill('substr(area, 1, 22)'), home),
    ask('community, drill to buildings', 'county', values(home, 'building'), drill('area'), home),
    ask('district, a year day by day', 'county', (person) => person.call('indicator', 'trend', { indicator: 'today', area: wide, from: addDays(today, -364), until: addDays(today, 1) }), `select reported_at::date, count(*) from event where ${inArea} and reported_at >= now() - interval '365 days' group by 1`, wide),
    ask('district, classes of a month', 'county', (person) => person.call('indicator', 'structure', { source: 'reports', dimension: 'matter', area: wide }), `select matter, count(*) from event where ${aMonth} group by 1`, wide),
    ask('district, people by age', 'county', (person) => person.call('indicator', 'structure', { source: 'people', dimension: 'age', area: wide }), `select width_bucket(extract(year from age(birth)), 0, 100, 10), count(*) from person where ${inArea} and standing = 'present' group by 1`, wide),
  ]
  const results: Result[] = []
  for (const { what, side, question, plain, area } of all) {
    const taken = await time(times, async (at) => {
      await owner.query('update measure_mark set turn = turn + 1')
      await question(who[side][at % who[side].length]!)
    })
    results.push({ what: `${what}, ${events.toLocaleString('en')} events`, ours: taken.median, p99: taken.p99, baseline: await median(3, () => owner.query(plain, [area])), target: { p99: 50 } })
  }
  return results
}

/** From the answer to a report until the district's figure tells of it. */
async function anEvent({ owner, server }: City, street: Subdistrict): Promise<Result> {
  const [above, reporters] = [await leaders(street, county(street)), await Promise.all(Array.from({ length: 6 }, () => street.staff('网格员', 'gridWorker')))]
  const toldToday = async (at: number) => (await above[at % above.length]!.call('indicator', 'figures', { area: county(street), theme: 'event' })).figures.find(({ code }) => code === 'today')!.value!
  const counting = () => countTouched({ database: server.around.database, now: new Date(), sources })
  await counting()
  const taken: number[] = []
  for (let at = 0; at < 40; at += 1) {
    const before = await toldToday(at)
    await reporters[at % reporters.length]!.call('event', 'report', { description: '路灯不亮', matter: '06010', point: pointIn(street, 0) })
    const began = performance.now()
    await counting()
    if (await toldToday(at) !== before + 1) throw new Error('the district’s figure does not tell of the report')
    taken.push(performance.now() - began)
  }
  taken.sort((one, other) => one - other)
  return { what: `a report until the district’s figure tells of it, ${events.toLocaleString('en')} events`, ours: taken[20]!, p99: taken.at(-1)!, baseline: await median(3, () => owner.query(`select count(*) from event where area >= $1 and area < $1 || U&'\\FFFF' and reported_at >= now() - interval '1 day'`, [county(street)])), target: { p99: 900 }, note: 'counting and asking; 100 ms are gathered before' }
}
