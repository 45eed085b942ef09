import type { JournalEntry } from './ctx.ts'
import type { Database, Db } from './db.ts'

/** Stores what was recorded, in one statement. */
export async function writeJournal(db: Db, entries: JournalEntry[], request: { id: string, address: string }): Promise<void> {
  await db.insertInto('journal').values(entries.map((entry) => ({
    subdistrict: entry.subject.subdistrict,
    at: entry.at,
    id: entry.id,
    name: entry.name,
    area: entry.subject.area,
    subject_kind: entry.subject.kind,
    subject: entry.subject.id,
    actor_side: entry.actor.side,
    actor: entry.actor.id,
    actor_name: entry.actor.name,
    actor_post: entry.actor.post,
    address: request.address,
    request: request.id,
    details: JSON.stringify(entry.details),
  }))).execute()
}

/** Partitions for this month and the three ahead; a row of a month without one is refused, and with it what it tells of. */
export async function openMonths(database: Database, now: Date): Promise<void> {
  await database.own('select journal_month(($1::timestamptz at time zone $2 + make_interval(months => ahead))::date) from generate_series(0, 3) as ahead', [now, 'Asia/Shanghai'])
}
