import { openCity, type City } from '../apps/server/test/city.ts'
import type { Person } from '../apps/server/test/city-people.ts'
import { openOffice, pointIn } from '../apps/server/test/office.ts'
import { time, type Result } from './measure.ts'
import { replay, statementsOf } from './replay.ts'

const times = 300

/** Audited writes through the front door (HTTP in memory) against the SQL statements each sends, sent raw through `pg` one after another. */
export default async function eventStep(): Promise<Result[]> {
  const city = await openCity()
  try {
    const { street } = await openOffice(city)
    // Several people, because one person's requests are limited by the minute.
    const [reporters, acceptors] = [await crowd(() => street.staff('网格员', 'gridWorker')), await crowd(() => street.staff('受理员', 'acceptor'))]
    const ids: string[] = []
    const report = async (at: number) => void ids.push((await reporters[at % reporters.length]!.call('event', 'report', { description: '楼道里堆了旧家具', matter: '06036', point: pointIn(street, 0) })).id)
    const accept = (at: number) => acceptors[at % acceptors.length]!.call('event', 'take', { id: ids[at]!, take: { step: 'accept' } })
    const reported = await time(times, report)
    const reports = await compare(city, 'report', reported, () => report(0), () => undo(city, ids.pop()!, 'event_stage', 'event'))
    await report(0)
    const last = ids.length - 1
    const accepted = await time(times, accept)
    const accepts = await compare(city, 'accept', accepted, () => accept(last), () => undo(city, ids[last]!, 'event_stage'))
    return [reports, accepts]
  } finally {
    await city.close()
  }
}

async function crowd(make: () => Promise<Person>): Promise<Person[]> {
  const people: Person[] = []
  while (people.length < 6) people.push(await make())
  return people
}

/** Takes the step once more to learn its statements, takes back what they did, and sends them raw. */
async function compare(city: City, what: string, { median, p99 }: { median: number, p99: number }, take: () => Promise<unknown>, takeBack: () => Promise<void>): Promise<Result> {
  const sent = await statementsOf(take)
  await takeBack()
  const baseline = (await time(times, () => replay(city.owner, sent))).median
  return { what: `an audited write: ${what}`, ours: median, p99, baseline, target: { ratio: 2 }, note: `baseline: its ${sent.length} statements sent raw` }
}

/** What the replayed statements insert again. */
async function undo({ owner }: City, id: string, ...tables: ('event_stage' | 'event')[]): Promise<void> {
  await owner.query('delete from journal where subject = $1 and at = (select max(at) from journal where subject = $1)', [id])
  await owner.query('delete from reminder where event = $1', [id])
  for (const table of tables) await owner.query(table === 'event' ? 'delete from event where id = $1' : 'delete from event_stage where event = $1 and no = (select max(no) from event_stage where event = $1)', [id])
}
