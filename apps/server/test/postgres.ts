import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, open, readFile, readdir, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { escapeIdentifier, type Client } from 'pg'
import { withClient, type Connection } from '../src/postgres/connect.ts'
import { bornAt } from './process.ts'

export interface TestDatabase { readonly owner: Connection, drop(): Promise<void> }

export interface TestDatabaseOptions {
  /** Shows in the database's name, for whoever looks while a test runs. */
  name?: string
  /** Brings an empty database to where a test begins. Called once in a run; it must close its connections. */
  migrate?: (owner: Connection) => Promise<void>
  /** Another folder than `apps/server/migrations` whose files decide whether a template still fits. */
  migrations?: string
}

/**
 * A fresh database of one's own in about 15 ms (100 ms where there is no /dev/shm): a copy of a template that `migrate` made once. All test files of a `node --test` run share
 * one PostgreSQL, which the first of them starts and which goes when the run ends, however it ends. It keeps its files in memory where
 * there is enough, so a file that makes many databases drops them.
 *
 * With LINLI_TEST_DATABASE_URL that PostgreSQL is used instead: CONTRIBUTING.md.
 */
export async function testDatabase({ name = 'test', migrate, migrations = defaultMigrations }: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { owner, prefix } = await (shared ??= joinRun())
  const template = migrate && await (templates[migrations] ??= makeTemplate(owner, migrate, `${prefix}template_${await hashOf(migrations)}`))
  const database = `${prefix}${name}_${process.pid}_${count += 1}`
  // Two checkpoints cost less than writing every page to the log, where the server never waits for the disk.
  const source = template ? `template ${escapeIdentifier(template)}${prefix ? '' : ' strategy file_copy'}` : ''
  await withClient(owner, (client) => client.query(`create database ${escapeIdentifier(database)} ${source}`))
  return {
    owner: { ...owner, database },
    drop: async () => { await withClient(owner, (client) => client.query(`drop database if exists ${escapeIdentifier(database)} with (force)`)) },
  }
}

const defaultMigrations = fileURLToPath(new URL('../migrations', import.meta.url))
let shared: Promise<Run> | undefined
const templates: Record<string, Promise<string>> = {}
let count = 0

/** The process whose end is the end of the run: the test runner, or ourselves when a file is run alone. */
const runner = process.env.NODE_TEST_CONTEXT?.startsWith('child') ? process.ppid : process.pid

/** `prefix` tells the databases of a run from those of others on a PostgreSQL that is not its own. */
interface Run { owner: Connection, prefix: string }

async function joinRun(): Promise<Run> {
  const born = await bornAt(runner)
  // A test file that outlives a killed runner would hang on a database that is gone.
  setInterval(async () => { if ((await bornAt(runner)) !== born) process.exit(1) }, 1000).unref()
  const prefix = process.env.LINLI_TEST_DATABASE_URL ? `linli_${runner}_${born}_` : ''
  const folder = join(await temporaryRoot(), `linli-test-${runner}-${born}`)
  await mkdir(folder, { recursive: true, mode: 0o711 })
  const isFirst = await open(join(folder, 'keeper.log'), 'wx', 0o600).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
  if (isFirst) {
    const words = [fileURLToPath(new URL('postgres-keeper.ts', import.meta.url)), folder, String(runner), String(born), prefix]
    spawn(process.execPath, words, { detached: true, stdio: ['ignore', isFirst.fd, isFirst.fd], env: { ...process.env, NODE_OPTIONS: '', NODE_TEST_CONTEXT: '' } }).unref()
    await isFirst.close()
  }
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(20)) {
    const ready = await readFile(join(folder, 'ready.json'), 'utf8').catch(() => undefined)
    if (ready) return { owner: JSON.parse(ready) as Connection, prefix }
    if (await readFile(join(folder, 'failed')).catch(() => undefined)) break
  }
  throw new Error(`The PostgreSQL of the tests does not start: ${await readFile(join(folder, 'keeper.log'), 'utf8')}`)
}

/** Memory when the machine gives 2 GB to it (a container often 64 MB); by the size, not by what is free, so that the whole run agrees. */
async function temporaryRoot(): Promise<string> {
  const memory = await statfs('/dev/shm').catch(() => undefined)
  return memory && memory.blocks * memory.bsize >= 2e9 ? '/dev/shm' : tmpdir()
}

async function makeTemplate(owner: Connection, migrate: (owner: Connection) => Promise<void>, template: string): Promise<string> {
  await withClient(owner, async (client) => {
    // Whoever comes second waits here until the first has made it.
    await client.query('select pg_advisory_lock(1)')
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [template])
    if (rowCount === 0) await makeOnce(client, template, (database) => migrate({ ...owner, database }))
  })
  return template
}

/** Renamed last, so that a migration that fails leaves no template. */
async function makeOnce(client: Client, template: string, fill: (database: string) => Promise<void>): Promise<void> {
  const unfinished = `${template}_unfinished`
  await client.query(`drop database if exists ${unfinished} with (force)`)
  await client.query(`create database ${unfinished}`)
  await fill(unfinished)
  await client.query(`alter database ${unfinished} rename to ${template}`)
  await client.query(`alter database ${template} allow_connections false`)
}

async function hashOf(folder: string): Promise<string> {
  const hash = createHash('sha256')
  for (const name of (await readdir(folder)).toSorted()) hash.update(name).update(await readFile(join(folder, name)))
  return hash.digest('hex').slice(0, 12)
}
