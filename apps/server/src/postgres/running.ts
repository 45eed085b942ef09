import { readFile, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { findAccount } from './account.ts'
import type { Connection } from './connect.ts'
import { database, startPostgres } from './index.ts'
import { readPassword, superuser } from './initdb.ts'
import { lockHolder } from './lock.ts'
import { findPlace, type Place } from './place.ts'

/**
 * Works on the cluster under `folder` as its owner, whether the server is running in any process or not at all; then PostgreSQL is started for
 * as long as it takes.
 */
export async function withRunning<T>(folder: string, log: (line: string) => void, work: (connection: Connection) => Promise<T>): Promise<T> {
  const place = await findExisting(folder)
  if ((await lockHolder(place.key)) !== undefined) return work(await runningConnection(place))
  const postgres = await startPostgres({ folder: place.folder, log })
  return work(postgres.owner).finally(() => postgres.stop())
}

export async function findExisting(folder: string): Promise<Place> {
  const cluster = join(resolve(folder), 'cluster')
  if (!(await stat(cluster).catch(() => undefined))) throw new Error(`There is no database in ${resolve(folder)}.`)
  return findPlace(resolve(folder), await findAccount(cluster))
}

/** From `postmaster.pid`: line 4 is the port, line 5 the folder of the socket, line 6 the address. */
async function runningConnection(place: Place): Promise<Connection> {
  const lines = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8')).split('\n')
  return { host: lines[4] || lines[5] || '', port: Number(lines[3]), user: superuser, password: await readPassword(place), database }
}
