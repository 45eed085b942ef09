import pg from 'pg'
import { openCity } from '../apps/server/test/city.ts'
import { openOffice, pointIn } from '../apps/server/test/office.ts'
import { median, type Result } from './measure.ts'

interface Statement { text: string, values: unknown[] }

/** An audited step through the front door (HTTP in memory) against the SQL statements it sends, sent raw through `pg` one after another. */
export default async function eventStep(): Promise<Result[]> {
  const city = await openCity()
  try {
    const { street } = await openOffice(city)
    // Many people, because one person's requests are limited by the minute.
    const residents = await Promise.all(Array.from({ length: 42 }, (_, at) => street.resident('李例二', `139000${String(at).padStart(5, '0')}`)))
    const acceptors = await Promise.all(Array.from({ length: 4 }, () => street.staff('受理员', 'acceptor')))
    const ids: string[] = []
    for (let at = 0; at < 330; at += 1) ids.push((await residents[at % residents.length]!.call('event', 'reportMine', { description: '楼道里堆了旧家具', matter: '06036', point: pointIn(street, 0) })).id)
    const accept = (at: number) => acceptors[at % acceptors.length]!.call('event', 'take', { id: ids[at]!, take: { step: 'accept' } })
    const sent = await statementsOf(() => accept(329))
    const ours = await median(300, accept)
    await city.owner.query('delete from event_stage where event = $1 and no = 2', [ids[329]])
    await city.owner.query(`delete from journal where subject = $1 and name = 'event.accepted'`, [ids[329]])
    const baseline = await median(300, () => replay(city.owner, sent))
    return [{ what: 'one audited step (accept)', unit: 'ms', ours, baseline, note: `${sent.length} statements` }]
  } finally {
    await city.close()
  }
}

/** What `pg` is asked while the work runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = []
  const original = pg.Client.prototype.query
  pg.Client.prototype.query = function query(this: pg.Client, ...words: unknown[]) {
    const [first, values] = words
    const text = typeof first === 'string' ? first : (first as Statement | undefined)?.text
    if (text !== undefined && !text.includes('pg_notify')) sent.push({ text, values: (Array.isArray(values) ? values : (first as Statement).values) ?? [] })
    return Reflect.apply(original, this, words) as never
  } as typeof original
  await work()
  pg.Client.prototype.query = original
  return sent
}

/** The same statements in the same order; rolled back at the end, so that they can be sent again. */
async function replay(client: pg.Client, sent: Statement[]): Promise<void> {
  for (const { text, values } of sent) await client.query(text === 'commit' ? 'rollback' : text, values)
}
