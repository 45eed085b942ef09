import { setTimeout as wait } from 'node:timers/promises'
import { Client, DatabaseError, escapeIdentifier } from 'pg'

/** Connection settings for `pg`; `host` is a folder when it is a unix socket. */
export interface Connection { host: string, port?: number, user: string, password: string, database: string }

/** Runs a piece of work on a connection of its own. */
export async function withClient<T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ ...connection, ssl: false, connectionTimeoutMillis: 5000 })
  // A connection that breaks while idle says so by an event; without a listener it would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/**
 * Waits until a real connection succeeds: `postmaster.pid` says ready long after a server is dead.
 * Recovery after a crash may take as long as it needs; anything else for a minute at most.
 */
export async function waitUntilReady(connection: Connection, isRunning: () => boolean, log: (line: string) => void): Promise<void> {
  const begin = Date.now()
  let told = begin
  while (isRunning()) {
    const failure = await withClient(connection, async () => undefined).then(() => undefined, (error: Error) => error)
    if (!failure) return
    const isRecovering = failure instanceof DatabaseError && failure.code === cannotConnectNow
    if (!isRecovering && (failure instanceof DatabaseError || Date.now() - begin > 60_000)) throw failure
    if (Date.now() - told > 5000) {
      log(`Waiting for PostgreSQL: ${failure.message}`)
      told = Date.now()
    }
    await wait(15)
  }
}

/** PostgreSQL's error code while it starts, recovers or shuts down. */
const cannotConnectNow = '57P03'

/** Creates the database unless it is there. */
export async function ensureDatabase(connection: Connection, name: string): Promise<void> {
  await withClient(connection, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)}`)
  })
}
