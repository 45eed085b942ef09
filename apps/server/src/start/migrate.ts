import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { ConnectionSettings } from '../kernel/db.ts'

export const migrationsFolder = join(import.meta.dirname, '../../migrations')

interface Migration { name: string, text: string, hash: string }

/** All migrations in order, each with the hash it was applied under. */
export function readMigrations(): Migration[] {
  return readdirSync(migrationsFolder).filter((name) => name.endsWith('.sql')).toSorted().map((name) => {
    const text = readFileSync(join(migrationsFolder, name), 'utf8')
    return { name, text, hash: createHash('sha256').update(text).digest('hex') }
  })
}

/**
 * Brings the database to the newest form, as its owner: plain SQL files, forward only, one transaction each, one server at a time.
 * @throws where a file that was already applied has changed since: applied migrations are never edited.
 */
export async function migrate(owner: ConnectionSettings, log: (line: string) => void = () => undefined): Promise<void> {
  const client = new pg.Client(owner)
  client.on('error', (error) => log(`migration connection: ${error.message}`))
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(7211001)')
    await client.query('create table if not exists migration (name text primary key, hash text not null, at timestamptz not null default now())')
    const { rows } = await client.query<{ name: string, hash: string }>('select name, hash from migration')
    const applied = new Map(rows.map(({ name, hash }) => [name, hash]))
    for (const one of readMigrations()) await apply(client, one, applied.get(one.name), log)
    await client.query('call journal_settle()')
    await openJobStore(client, owner)
  } finally {
    await client.end()
  }
}

async function apply(client: pg.Client, { name, text, hash }: Migration, before: string | undefined, log: (line: string) => void): Promise<void> {
  if (before === hash) return
  if (before !== undefined) throw new Error(`migration ${name} was changed after it had been applied; add a new one instead`)
  await client.query('begin')
  try {
    await client.query(text)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
    log(`migration ${name}`)
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** The job store brings its own migrations; the server's role may use its tables and nothing else of the owner's. */
async function openJobStore(client: pg.Client, owner: ConnectionSettings): Promise<void> {
  const boss = new PgBoss({ ...owner, schema: 'pgboss', supervise: false, schedule: false, max: 2, registerInstance: false })
  boss.on('error', () => undefined)
  await boss.start()
  await boss.stop({ graceful: false })
  await client.query('grant usage on schema pgboss to app; grant select, insert, update, delete on all tables in schema pgboss to app; grant usage on all sequences in schema pgboss to app; grant execute on all functions in schema pgboss to app')
}
