import { mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Client } from 'pg'
import { findAccount } from './account.ts'
import { withClient } from './connect.ts'
import { copyCluster, copySegments, copyTree, syncTree } from './copy.ts'
import { readPassword, writePassword } from './initdb.ts'
import { takeLock } from './lock.ts'
import { findPlace, linkPlace, preparePlace } from './place.ts'
import { findExisting, withRunning } from './running.ts'

/** What a finished backup says about itself in `backup.json`; a folder without that file is none. */
export interface Backup { madeAt: string, postgres: string, bytes: number }

/**
 * Copies the whole cluster while it works, with everything that was committed before the end of the copy. The server may be running in
 * any process, or not at all; then it is started for as long as it takes. The copy holds the password too: guard it like the database.
 * @throws Error in plain words: nothing to back up, something there already, no space.
 */
export async function backUp({ folder, to, log }: { folder: string, to: string, log: (line: string) => void }): Promise<Backup> {
  const place = await findExisting(folder)
  const target = resolve(to)
  if ((await readdir(target).catch(() => [])).length > 0) throw new Error(`There is something in ${target}: a backup needs a folder of its own.`)
  const unfinished = `${target}.unfinished`
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true, mode: 0o700 })
  const backup = await withRunning(folder, log, (connection) => withClient(connection, (client) => copyOnline(client, place.cluster, unfinished)))
  await writePassword(join(unfinished, 'password'), await readPassword(place))
  await writeFile(join(unfinished, 'backup.json'), `${JSON.stringify(backup, undefined, 2)}\n`, { mode: 0o600 })
  await syncTree(unfinished)
  await rm(target, { recursive: true, force: true })
  await rename(unfinished, target)
  await syncTree(dirname(target))
  log(`Backed up ${Math.round(backup.bytes / 1e6)} MB from ${place.cluster} to ${target}`)
  return backup
}

/**
 * Puts a backup where there is no database yet; the next start rolls it forward to the moment the copy ended.
 * @throws Error in plain words: no whole backup, a database is there already.
 */
export async function restore({ from, folder, log }: { from: string, folder: string, log: (line: string) => void }): Promise<Backup> {
  const backup = await readBackup(from)
  const account = await findAccount(join(folder, 'cluster'))
  const place = await findPlace(resolve(folder), account)
  const lock = await takeLock(place.key, folder)
  try {
    await preparePlace(place, log)
    if (await stat(place.cluster).catch(() => undefined)) throw new Error(`There is a database in ${place.cluster}: restore into an empty folder.`)
    const unfinished = `${place.cluster}.init`
    await rm(unfinished, { recursive: true, force: true })
    await copyTree(join(from, 'cluster'), unfinished, { owner: account })
    await writePassword(place.password, await readFile(join(from, 'password'), 'utf8'))
    await syncTree(unfinished)
    await rename(unfinished, place.cluster)
    await linkPlace(place)
    await syncTree(place.root)
  } finally {
    await lock.release()
  }
  log(`Restored the backup of ${backup.madeAt} into ${place.cluster}`)
  return backup
}

async function copyOnline(client: Client, cluster: string, to: string): Promise<Backup> {
  // Keeps the log of changes from being recycled while we copy; it goes with this session.
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [`linli_backup_${process.pid}`])
  const { rows: [start] } = await client.query<{ first: string }>(`select pg_walfile_name(pg_backup_start('linli', fast => true)) as first`)
  const files = await copyCluster(cluster, join(to, 'cluster'))
  const { rows: [end] } = await client.query<{ last: string, labelfile: string, at: Date, version: string }>(
    `select pg_walfile_name(lsn) as last, labelfile, clock_timestamp() as at, current_setting('server_version') as version from pg_backup_stop(false)`,
  )
  if (!start || !end) throw new Error('PostgreSQL did not say what the backup needs.')
  await writeFile(join(to, 'cluster', 'backup_label'), end.labelfile, { mode: 0o600 })
  const segments = await copySegments(cluster, join(to, 'cluster'), { first: start.first, last: end.last })
  return { madeAt: end.at.toISOString(), postgres: end.version, bytes: files + segments }
}

async function readBackup(from: string): Promise<Backup> {
  const text = await readFile(join(from, 'backup.json'), 'utf8').catch(() => undefined)
  if (text === undefined) throw new Error(`${from} does not hold a whole backup.`)
  return JSON.parse(text) as Backup
}
