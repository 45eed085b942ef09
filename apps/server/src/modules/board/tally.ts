import { subdistrictOf } from '@linli/standards'
import type { Database } from '../../kernel/db.ts'
import * as queries from './tally-queries.ts'

/** A judgement may come days after, a rating up to a week; each run looks back so far, the nightly one further. */
export const [overlapMs, nightMs] = [15 * 60_000, 9 * 86_400_000]

/** Counts anew the days on which something happened since a moment; all of them where nothing was counted yet. What it writes follows from talks and can be made again at any time, so it leaves no trace of its own in the journal. @returns how many days */
export async function recount({ database, since }: { database: Database, since: Date }): Promise<number> {
  let counted = 0
  const offices = await database.transact({ role: 'staff', areas: ['/'] }, 'read', queries.listOffices)
  for (const { path: area } of offices) {
    const subdistrict = subdistrictOf(area)
    const scope = { role: 'staff', areas: [area] } as const
    const from = await database.transact(scope, 'read', (db) => queries.isCounted(db, subdistrict)) ? since : new Date(0)
    for (const day of await database.transact(scope, 'read', (db) => queries.changedDays(db, { subdistrict, area, since: from }))) {
      await database.transact(scope, 'write', async (db) => {
        await queries.forget(db, subdistrict, [day])
        await queries.count(db, { subdistrict, area, day })
      })
      counted += 1
    }
  }
  return counted
}
