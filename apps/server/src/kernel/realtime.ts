import type { Permission } from '@linli/contract'
import pg from 'pg'
import { areasFor, type Actor } from './actor.ts'
import type { ConnectionSettings, Database } from './db.ts'

/** That something changed, and who may be told: screens ask again for the rest. `isOfParts`: what lies in the area changed, which is also told to who sees but a part of it. */
export interface Told { topic: string, id: string, area: string, leftArea?: string | undefined, isOfParts?: boolean, units: readonly string[], resident: string | null, may?: Permission }

export interface Listener { actor: Actor, send: (message: { topic: string, id?: string }) => void }

export interface Realtime {
  tell(told: Told[]): void
  /** Until the answer is called. The listener's actor may be put right meanwhile. */
  listen(listener: Listener): () => void
  /** Open screens: of one session, or all. */
  count(session?: string | null): number
  stop(): Promise<void>
}

const channel = 'linli'
/** NOTIFY carries less than 8,000 bytes; nothing that is told has other letters than ASCII. */
const mostBytes = 7900

/**
 * Tells open screens of this and every other server process. Sent after the commit and not inside it: a NOTIFY in a transaction holds a lock
 * over the commit and would queue all writers. What is lost in between (a crash) is made good by `resync` when the stream reconnects.
 */
export async function openRealtime(settings: ConnectionSettings, database: Database, onError: (error: Error) => void): Promise<Realtime> {
  const listeners = new Set<Listener>()
  /** As they will be sent. */
  let waiting: string[] = []
  let stopped = false
  let client: pg.Client | undefined
  await subscribe()

  async function subscribe(): Promise<void> {
    const fresh = new pg.Client({ ...settings, application_name: 'linli realtime', keepAlive: true })
    fresh.on('error', onError)
    // A try that failed ends as well: only the end of the one that listened begins another row of tries.
    fresh.on('end', () => void (fresh === client && reconnect()))
    fresh.on('notification', ({ payload }) => deliver(listeners, JSON.parse(payload ?? '[]') as Told[]))
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
  }
  async function reconnect(): Promise<void> {
    while (!stopped) {
      await new Promise((resolve) => void setTimeout(resolve, 1000).unref())
      if (!await subscribe().then(() => true, () => false)) continue
      for (const { send } of listeners) send({ topic: 'resync' })
      return
    }
  }
  function flush(): void {
    let [count, bytes] = [0, 0]
    while (count < waiting.length && bytes + waiting[count]!.length < mostBytes) bytes += waiting[count++]!.length + 1
    const batch = waiting.splice(0, Math.max(count, 1))
    if (batch.length > 0) database.own('select pg_notify($1, $2)', [channel, `[${batch.join(',')}]`]).catch(onError)
    if (waiting.length > 0) setImmediate(flush)
  }
  return {
    tell(told) {
      if (told.length > 0 && waiting.length === 0) setImmediate(flush)
      waiting = waiting.concat(told.map((one) => JSON.stringify(one)))
    },
    listen(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    count: (session) => (session === undefined ? listeners.size : [...listeners].filter(({ actor }) => actor.session === session).length),
    async stop() {
      stopped = true
      await client?.end()
    },
  }
}

function deliver(listeners: Set<Listener>, batch: Told[]): void {
  for (const { actor, send } of listeners) {
    for (const told of batch) if (mayHear(actor, told)) send({ topic: told.topic, id: told.id })
  }
}

/** A process of the version before, while a new one takes over, names no units. */
function mayHear(actor: Actor, { topic, area, leftArea = area, isOfParts = false, units = [], resident, may = `${topic}.view` as Permission }: Told): boolean {
  if (actor.side === 'resident') return resident !== null && resident === actor.id
  if (actor.side === 'unit') return actor.unit !== null && units.includes(actor.unit)
  return areasFor(actor, may).some((one) => area.startsWith(one) || leftArea.startsWith(one) || (isOfParts && one.startsWith(area)))
}
