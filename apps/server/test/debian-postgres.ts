import { chown, mkdir, open, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { findAccount } from '../src/postgres/account.ts'
import { chooseEndpoint, startCluster } from '../src/postgres/cluster.ts'
import type { Connection } from '../src/postgres/connect.ts'
import { runToEnd } from '../src/postgres/guard.ts'
import { environment, superuser } from '../src/postgres/initdb.ts'
import { findPlace } from '../src/postgres/place.ts'

/** Where Debian's packages keep their oldest PostgreSQL of 15 or later; undefined where none is installed. */
export async function findDebianPostgres(): Promise<string | undefined> {
  const versions = (await readdir('/usr/lib/postgresql').catch(() => [])).map(Number).filter((version) => version >= 15).toSorted((one, other) => one - other)
  for (const version of versions) {
    const bin = `/usr/lib/postgresql/${version}/bin`
    if ((await readdir(bin)).includes('postgres')) return bin
  }
  return undefined
}

/** A new cluster of those programs, which goes with this process; `owner` is its superuser. */
export async function startDebianPostgres(bin: string, folder: string): Promise<{ owner: Connection, stop(): Promise<void> }> {
  const account = await findAccount(join(folder, 'cluster'))
  const place = await findPlace(folder, account)
  const password = 'of-one-test'
  const output = join(folder, 'initdb.log')
  await writeFile(place.password, password)
  await mkdir(place.cluster, { mode: 0o700 })
  if (account) for (const path of [place.password, place.cluster]) await chown(path, account.uid, account.gid)
  const args = ['-D', place.cluster, '-U', superuser, `--pwfile=${place.password}`, '-A', 'scram-sha-256', '--no-sync', '--locale=C.UTF-8', '-E', 'UTF8']
  await using file = await open(output, 'w')
  const code = await runToEnd({ command: join(bin, 'initdb'), args, uid: account?.uid, gid: account?.gid, cwd: folder, env: environment() }, file.fd)
  if (code !== 0) throw new Error(await readFile(output, 'utf8'))
  const binaries = { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl') }
  const { connection, stop } = await startCluster({ place, binaries, account, endpoint: await chooseEndpoint(place, account), password, log: () => undefined })
  return { owner: connection, stop }
}
