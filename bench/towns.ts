import { openCity, type City } from '../apps/server/test/city.ts'
import { refresh } from '../apps/server/src/modules/insight/index.ts'
import { aMillion, aYear, fill, type Town } from './events.ts'

/** A small town, measured before the large one stands beside it in the same tables. */
export type Size = 'small' | 'large'

let opened: Promise<City> | undefined
const filled = new Map<Size, Promise<Town>>()
const counted = new Map<Size, Promise<number>>()

export const city = (): Promise<City> => (opened ??= openCity())

/** A town full of events, made when first asked for and shared by the benches of a run; the database goes with the run. */
export function townOf(size: Size): Promise<Town> {
  const town = filled.get(size) ?? city().then((here) => fill(here, size === 'small' ? aYear : aMillion))
  filled.set(size, town)
  return town
}

/** Counts the statistics of the town as the server's own job does: all of a small one, of a large one the last thirteen months; the year before is a copy of it. @returns seconds. */
export function countsOf(size: Size): Promise<number> {
  const seconds = counted.get(size) ?? count(size)
  counted.set(size, seconds)
  return seconds
}

async function count(size: Size): Promise<number> {
  const [{ street }, { server, owner }] = [await townOf(size), await city()]
  if (size === 'large') await owner.query(`insert into tally_mark (subdistrict, area, until) values ($1, $2, now() - interval '13 months') on conflict do nothing`, [street.code, street.area])
  const began = performance.now()
  await refresh({ database: server.around.database, now: new Date() })
  const seconds = (performance.now() - began) / 1000
  await owner.query(`create temporary table earlier as select * from tally where subdistrict = $1 and first >= now() - interval '12 months'`, [street.code])
  await owner.query(`update earlier set first = (first - interval '1 year')::date`)
  await owner.query('insert into tally select * from earlier on conflict do nothing')
  await owner.query('drop table earlier')
  await owner.query('vacuum analyze tally')
  return seconds
}
