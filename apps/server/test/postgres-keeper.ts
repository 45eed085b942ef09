import { readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { escapeIdentifier } from 'pg'
import { findAccount } from '../src/postgres/account.ts'
import { withClient, type Connection } from '../src/postgres/connect.ts'
import { startPostgres, type Postgres } from '../src/postgres/index.ts'
import { takeLock } from '../src/postgres/lock.ts'
import { stopOrphans } from '../src/postgres/orphan.ts'
import { findPlace } from '../src/postgres/place.ts'
import { readAddress } from '../src/start/own-postgres.ts'
import { bornAt } from './process.ts'

/**
 * Holds the PostgreSQL of one test run, because no test file lives as long as the run. It belongs to no terminal, so Ctrl-C does not reach
 * it; it watches the test runner instead and removes everything when that is gone.
 */
const [folder = '', runner = '', born = '', prefix = ''] = process.argv.slice(2)
const address = process.env.LINLI_TEST_DATABASE_URL

/** Nothing here needs to survive. */
const settings = {
  fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', wal_level: 'minimal', max_wal_senders: '0', autovacuum: 'off',
  max_wal_size: '4GB', checkpoint_timeout: '1h', max_connections: '300', logging_collector: 'off',
}

try {
  const { owner, ended, stop } = address ? await visitPostgres(address) : await startPostgres({ folder, log: console.log, settings })
  const ready = join(folder, 'ready.json')
  await writeFile(`${ready}.unfinished`, JSON.stringify(owner), { mode: 0o600 })
  await rename(`${ready}.unfinished`, ready)
  if (!address) await sweep()
  await Promise.race([ended, endOfRun()])
  await stop()
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
} catch (error) {
  console.error(error)
  await writeFile(join(folder, 'failed'), '')
  await endOfRun()
  await rm(folder, { recursive: true, force: true })
}
process.exit()

/** A PostgreSQL that was there before the run and stays: what the run made in it goes, the roles too unless somebody else's database needs them. */
async function visitPostgres(at: string): Promise<Postgres> {
  const { host, port, user, password, database } = readAddress(at)
  const owner: Connection = { host: host ?? '', port, user: user ?? '', password: password ?? '', database: database ?? '' }
  await withClient(owner, (client) => client.query('select'))
  const stop = () => withClient(owner, async (client) => {
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database where starts_with(datname, $1)', [prefix])
    for (const { datname } of rows) await client.query(`drop database if exists ${escapeIdentifier(datname)} with (force)`)
    await client.query('drop role if exists app, staff, unit, resident, gate').catch((error: Error) => console.log(error.message))
  })
  return { owner, ended: new Promise(() => undefined), stop }
}

async function endOfRun(): Promise<void> {
  while ((await bornAt(Number(runner))) === Number(born)) await wait(200)
}

/** Removes what is left of runs whose keeper was killed too. */
async function sweep(): Promise<void> {
  const siblings = dirname(folder)
  for (const name of await readdir(siblings)) {
    const [, pid, birth] = /^linli-test-(\d+)-(\d+)$/.exec(name) ?? []
    if (pid && (await bornAt(Number(pid))) !== Number(birth)) await clear(join(siblings, name)).catch(() => undefined)
  }
}

async function clear(leftover: string): Promise<void> {
  const account = await findAccount(join(leftover, 'cluster'))
  const place = await findPlace(leftover, account)
  const lock = await takeLock(place.key, leftover)
  await stopOrphans(place, { postgres: '', initdb: '', pgCtl: '' }, () => undefined)
  await rm(leftover, { recursive: true, force: true })
  await lock.release()
}
