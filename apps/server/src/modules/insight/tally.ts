import { addDays, at, monthOf, subdistrictOf } from '@linli/standards'
import type { Database } from '../../kernel/db.ts'
import * as queries from './tally-queries.ts'

/** A transaction that began this long ago may still have to end; what it changed bears the time of its beginning. */
const overlapMs = 2 * 60_000
const everywhere = { role: 'staff', areas: ['/'] } as const

export interface Counting { database: Database, now: Date, isWhole?: boolean }

/**
 * Counts anew the days that changed since the last time, or all (`isWhole`). What it writes follows from events and can be made again at any
 * time, so it leaves no trace of its own in the journal. @returns how many days were counted.
 */
export async function refresh({ database, now, isWhole = false }: Counting): Promise<number> {
  let counted = 0
  for (const { path } of await database.transact(everywhere, 'read', queries.listSubdistricts)) counted += await refreshOne({ database, now, isWhole }, path)
  return counted
}

/** A month at a time, each its own transaction; the mark moves when all are done, so that what broke off is counted again. */
async function refreshOne({ database, now, isWhole }: Counting, area: string): Promise<number> {
  const subdistrict = subdistrictOf(area)
  const days = await database.transact(everywhere, 'write', async (db) => {
    const until = await queries.holdMark(db, subdistrict, area)
    return isWhole || !until ? queries.everyDay(db, subdistrict, now) : queries.changedDays(db, subdistrict, new Date(until.getTime() - overlapMs))
  })
  for (const [month, some] of Map.groupBy(days, monthOf)) {
    await database.transact(everywhere, 'write', async (db) => {
      await queries.holdMark(db, subdistrict, area)
      await queries.forget(db, subdistrict, some)
      for (const few of inParts(some)) await queries.count(db, { subdistrict, from: at(few[0]!), until: at(addDays(few.at(-1)!, 1)) }, few)
      await queries.addUp(db, subdistrict, month)
    })
  }
  await database.transact(everywhere, 'write', (db) => queries.moveMark(db, subdistrict, now))
  return days.length
}

/** So many days that one statement ends well within the time any may take (30 s), in a town with a thousand events a day as well. */
const inParts = (days: string[]): string[][] => Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => days.slice(week * 7, week * 7 + 7))
