import { addDays, dayOf, subdistrictOf, type Day } from '@linli/standards'
import { sql } from 'kysely'
import type { Database, Db } from '../../kernel/db.ts'
import * as queries from './count-queries.ts'
import { keysOf, type Source } from './source.ts'

export interface Counting { database: Database, now: Date, sources: readonly Source[] }
interface Office { subdistrict: number, area: string }

/** So many places that one statement ends well within the time any may take (30 s). */
const atOnce = 500
const everywhere = { role: 'staff', areas: ['/'] } as const
const scopeOf = ({ area }: Office) => ({ role: 'staff', areas: [area] }) as const

const counted = (source: Source, day: string): queries.Counted => ({ name: source.name, from: source.from, where: source.where, at: source.at, keys: keysOf(source, sql`${day}::date`) })

/**
 * Counts anew what was touched since the last time, in every sub-district; one that was never counted, as a whole. What it writes follows from the records and
 * can be made again at any time, so it leaves no trace of its own in the journal. @returns the sub-districts where figures are otherwise now.
 */
export async function countTouched(counting: Counting): Promise<string[]> {
  const changed: string[] = []
  const touched = new Set(await counting.database.transact(everywhere, 'read', queries.hasTouched))
  for (const area of await counting.database.transact(everywhere, 'read', queries.listSubdistricts)) {
    const office = { subdistrict: subdistrictOf(area), area }
    if (touched.has(office.subdistrict) && await countOne(counting, office)) changed.push(area)
  }
  return changed
}

async function countOne(counting: Counting, office: Office): Promise<boolean> {
  for (let found = atOnce, some = false; ; some = true) {
    const isThrough = await counting.database.transact(scopeOf(office), 'write', async (db) => {
      const mark = await queries.holdMark(db, office.subdistrict, office.area)
      if (!mark.counted_at) return undefined
      const touched = await queries.takeTouched(db, office.subdistrict, { most: atOnce })
      found = touched.length
      await settlePlaces(db, counting, { ...office, day: mark.day ?? dayOf(counting.now) }, touched)
      if (found > 0) await queries.setMark(db, office.subdistrict, { counted_at: counting.now })
      return found < atOnce
    })
    if (isThrough === undefined) return countWhole(counting, office)
    if (isThrough) return some || found > 0
  }
}

async function settlePlaces(db: Db, { sources }: Counting, { subdistrict, day }: Office & { day: string }, touched: readonly { source: string, area: string, day: string | null }[]): Promise<void> {
  for (const [name, places] of Map.groupBy(touched, ({ source }) => source)) {
    const source = sources.find((one) => one.name === name)
    if (source) await settle(db, { source, subdistrict, day }, { places })
  }
}

interface Settling { source: Source, subdistrict: number, day: string }

/** @returns how many places were otherwise themselves. */
async function settle(db: Db, { source, subdistrict, day }: Settling, where: queries.Where): Promise<number> {
  const cells = await queries.settle(db, counted(source, day), subdistrict, where)
  const areas = cells.filter(({ span, level }) => span === 'now' && level !== 'building').map(({ area }) => area)
  if (areas.length > 0) await queries.keepPast(db, { subdistrict, source: source.name, day, areas })
  return cells.filter(({ isOwn, span }) => isOwn && span !== 'month').length
}

/** Of several that would count the whole of a sub-district one does. @returns undefined if somebody else does just now. */
async function alone<T>({ database }: Counting, office: Office, work: () => Promise<T>): Promise<T | undefined> {
  if (!await database.transact(scopeOf(office), 'write', (db) => queries.takeWhole(db, office.subdistrict, office.area))) return undefined
  try {
    return await work()
  } finally {
    await database.transact(scopeOf(office), 'write', (db) => queries.leaveWhole(db, office.subdistrict))
  }
}

/** Everything of a sub-district, a source and a community or a month at a time. @returns whether it did; not if somebody else does just now. */
async function countWhole(counting: Counting, office: Office): Promise<boolean> {
  const { database, now, sources } = counting
  const day = dayOf(now)
  return await alone(counting, office, async () => {
    // What was touched until now is counted with the rest.
    while ((await database.transact(scopeOf(office), 'write', (db) => queries.takeTouched(db, office.subdistrict, { most: 100 * atOnce, isWhole: true }))).length === 100 * atOnce);
    for (const source of sources) await through(database, office, { source, day })
    await database.transact(scopeOf(office), 'write', (db) => queries.setMark(db, office.subdistrict, { day, counted_at: now }))
    return true
  }) === true
}

/** @returns how many places were otherwise. */
async function through(database: Database, office: Office, { source, day }: { source: Source, day: string }): Promise<number> {
  const parts = await database.transact(scopeOf(office), 'read', async (db) => (source.at ? monthsOf(await queries.daysOf(db, counted(source, day), office.subdistrict)) : partsOf(await queries.listCommunities(db, office.area), office)))
  let otherwise = 0
  for (const part of parts) {
    otherwise += await database.transact(scopeOf(office), 'write', async (db) => {
      await queries.keepWhole(db, office.subdistrict)
      await queries.takeRoom(db)
      return settle(db, { source, subdistrict: office.subdistrict, day }, part)
    })
  }
  return otherwise
}

/** A community at a time, and what lies in none. */
const partsOf = (communities: readonly string[], { area }: Office): queries.Where[] => [...communities.map((under) => ({ under })), { places: [{ area, day: null }] }]

/** Thirty days at a time. */
function monthsOf(days: { from: string, until: string } | undefined): { from: string, until: string }[] {
  const parts: { from: string, until: string }[] = []
  for (let from = days?.from as Day | undefined; days && from! < days.until; from = addDays(from!, 30)) parts.push({ from: from!, until: addDays(from!, 30) })
  return parts
}

export interface Difference { source: string, places: number, sums: number }

/**
 * The night's proof: everything is counted anew as of the day the figures are of, and what is otherwise is told and made right; then the day moves on, with what
 * changes with it. What was never counted as a whole is counted, and that is all. @returns what was otherwise, by source; undefined if somebody else counts the whole just now.
 */
export async function prove(counting: Counting, office: Office): Promise<Difference[] | undefined> {
  const { database, now, sources } = counting
  const { day: before } = await database.transact(scopeOf(office), 'write', (db) => queries.holdMark(db, office.subdistrict, office.area))
  if (!before) return await countWhole(counting, office) ? [] : undefined
  await countOne(counting, office)
  const today = dayOf(now)
  return alone(counting, office, async () => {
    const differences: Difference[] = []
    for (const source of sources) {
      const places = await through(database, office, { source, day: before })
      const sums = await database.transact(scopeOf(office), 'write', (db) => queries.mendSums(db, office.subdistrict, source.name))
      if (places + sums > 0) differences.push({ source: source.name, places, sums })
      if (source.isOfToday && before !== today) await through(database, office, { source, day: today })
    }
    await database.transact(scopeOf(office), 'write', (db) => queries.setMark(db, office.subdistrict, { day: today, counted_at: now, proved_at: now, looked: sources.length, differences: JSON.stringify(differences) }))
    return differences
  })
}

/** Every sub-district whose figures are of a day that is over. @returns what was otherwise in each, those left out that somebody else counts just now. */
export async function proveAll(counting: Counting): Promise<Map<string, Difference[]>> {
  const found = new Map<string, Difference[]>()
  const today = dayOf(counting.now)
  const proved = new Map((await counting.database.transact(everywhere, 'read', queries.listMarks)).map(({ area, day }) => [area, day]))
  for (const area of await counting.database.transact(everywhere, 'read', queries.listSubdistricts)) {
    const differences = proved.get(area) === today ? [] : await prove(counting, { subdistrict: subdistrictOf(area), area })
    if (differences) found.set(area, differences)
  }
  return found
}
