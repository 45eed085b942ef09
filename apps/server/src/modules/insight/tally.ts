import { addDays, at, subdistrictOf } from '@linli/standards'
import type { Database } from '../../kernel/db.ts'
import { monthOf } from './period-rules.ts'
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
    return queries.changedDays(db, subdistrict, isWhole || !until ? null : new Date(until.getTime() - overlapMs))
  })
  for (const [month, some] of Map.groupBy(days, monthOf)) {
    await database.transact(everywhere, 'write', async (db) => {
      await queries.holdMark(db, subdistrict, area)
      await queries.count(db, { subdistrict, from: at(some[0]!), until: at(addDays(some.at(-1)!, 1)) }, some, month)
    })
  }
  await database.transact(everywhere, 'write', (db) => queries.moveMark(db, subdistrict, now))
  return days.length
}
