import { join, resolve } from 'node:path'
import { findAccount } from './account.ts'
import { findBinaries } from './binaries.ts'
import { chooseEndpoint, startCluster, type Cluster } from './cluster.ts'
import { ensureDatabase, type Connection } from './connect.ts'
import { createCluster, readPassword } from './initdb.ts'
import { takeLock } from './lock.ts'
import { stopOrphans } from './orphan.ts'
import { findPlace, preparePlace } from './place.ts'
import { writeSettings } from './settings.ts'

export interface Postgres {
  /** connection settings of the owner (superuser) for `pg` */
  readonly owner: Connection
  /** Settles when PostgreSQL is no longer running: true when that was not asked for (killed, out of memory, disk full). */
  readonly ended: Promise<boolean>
  stop(): Promise<void>
}

export interface PostgresOptions { folder: string, log: (line: string) => void, settings?: Record<string, string> }

/**
 * Starts (and on first use creates) the cluster under `folder`; recovers after kill -9. PostgreSQL stops when this process ends,
 * however it ends, and does not keep it alive.
 * @throws Error in plain words: already running (with the pid), no program for this machine, no password, does not start.
 */
export async function startPostgres({ folder, log, settings }: PostgresOptions): Promise<Postgres> {
  const account = await findAccount(join(folder, 'cluster'))
  const place = await findPlace(resolve(folder), account)
  const lock = await takeLock(place.key, folder)
  try {
    const binaries = await findBinaries(place, account, log)
    await stopOrphans(place, binaries, log)
    await preparePlace(place, log)
    await createCluster(place, binaries, account, log)
    const password = await readPassword(place)
    await writeSettings(place.cluster, account, settings)
    const endpoint = await chooseEndpoint(place, account)
    const cluster = await startCluster({ place, binaries, account, endpoint, password, log })
    await ensureDatabase(cluster.connection, database)
    return handle(cluster, lock.release, async () => {
      log('PostgreSQL ended without being asked to')
      // Had only its watchdog been killed, it would run on without one.
      await stopOrphans(place, binaries, log)
    })
  } catch (error) {
    await lock.release()
    throw error
  }
}

/** The one database of a cluster of ours. */
export const database = 'linli'

function handle(cluster: Cluster, release: () => Promise<void>, tidy: () => Promise<void>): Postgres {
  let stopping: Promise<void> | undefined
  const ended = cluster.ended.then(async () => {
    if (stopping) return false
    await tidy()
    return true
  })
  const stop = async () => {
    await cluster.stop()
    await ended
    await release()
  }
  return { owner: { ...cluster.connection, database }, ended, stop: () => (stopping ??= stop()) }
}
