import type { JournalEntry } from './ctx.ts'
import { kept, type Database, type Db } from './db.ts'

/** Stores what was recorded, in one statement. */
export async function writeJournal(db: Db, entries: JournalEntry[], request: { id: string, address: string }): Promise<void> {
  await db.insertInto('journal').values(entries.map(({ at, id, name, subject, actor, details }) => ({
    subdistrict: subject.subdistrict, at, id, name, area: subject.area, subject_kind: subject.kind, subject: subject.id,
    actor_side: actor.side, actor: actor.id, actor_name: actor.name, actor_post: actor.post, address: request.address, request: request.id, details: JSON.stringify(details),
  }))).modifyEnd(kept).execute()
}

/** Partitions for this month and the three ahead; a row of a month without one is refused, and with it what it tells of. */
export async function openMonths(database: Database, now: Date): Promise<void> {
  await database.own('select journal_month(($1::timestamptz at time zone $2 + make_interval(months => ahead))::date) from generate_series(0, 3) as ahead', [now, 'Asia/Shanghai'])
}
