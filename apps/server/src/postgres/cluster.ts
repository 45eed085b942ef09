import { chown, mkdir, open, readFile, readdir, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { waitUntilReady, type Connection } from './connect.ts'
import { runGuarded } from './guard.ts'
import { environment, superuser } from './initdb.ts'
import { waitUntilGone } from './orphan.ts'
import type { Place } from './place.ts'

/** A running PostgreSQL: how to reach it, when it ended, how to stop it. */
export interface Cluster { connection: Connection, ended: Promise<number>, stop(): Promise<void> }

/** Where it listens: a unix socket that only its own account can open, or a port of the loopback where there are no such sockets. */
export type Endpoint = { host: string, port: number }

export async function chooseEndpoint(place: Place, account: Account): Promise<Endpoint> {
  if (process.platform === 'win32') return { host: '127.0.0.1', port: await freePort() }
  await mkdir(place.socket, { mode: 0o700 })
  if (account) await chown(place.socket, account.uid, account.gid)
  return { host: place.socket, port: 5432 }
}

/** Starts PostgreSQL on a cluster where nothing runs, and waits until it answers. */
export async function startCluster(parts: { place: Place, binaries: Binaries, account: Account, endpoint: Endpoint, password: string, log: (line: string) => void }): Promise<Cluster> {
  const { place, binaries, account, endpoint, password, log } = parts
  await using output = await open(join(place.root, 'start.log'), 'w', 0o600)
  const { ended, stop } = runGuarded({
    command: binaries.postgres,
    args: ['-D', place.cluster, '-p', String(endpoint.port), ...listenOn(endpoint)],
    uid: account?.uid, gid: account?.gid, cwd: place.root, env: environment(),
    stopWith: process.platform === 'win32' ? [binaries.pgCtl, 'stop', '-D', place.cluster, '-m', 'fast', '-w'] : undefined,
  }, output.fd)
  let isRunning = true
  void ended.then(() => { isRunning = false })
  const connection = { ...endpoint, user: superuser, password, database: 'postgres' }
  await waitUntilReady(connection, () => isRunning, log).catch(async (error: unknown) => {
    await stop()
    throw error
  })
  if (!isRunning) throw new Error(`PostgreSQL does not start: ${await lastWords(place)}`)
  return {
    connection,
    ended,
    stop: async () => {
      await stop()
      // Its log writer leaves a moment after it, and whoever stops may want to remove the folder.
      await waitUntilGone(place, 5)
    },
  }
}

const listenOn = ({ host }: Endpoint) => host.startsWith('/')
  ? ['-c', 'listen_addresses=', '-c', `unix_socket_directories=${host}`, '-c', 'unix_socket_permissions=0700']
  : ['-c', `listen_addresses=${host}`, '-c', 'unix_socket_directories=']

/** The end of what PostgreSQL wrote: before its log is open to `start.log`, later to the newest file in `log`. */
async function lastWords({ root, cluster }: Place): Promise<string> {
  const logs = await readdir(join(cluster, 'log')).catch(() => [])
  const dated = await Promise.all(logs.map(async (name) => ({ path: join(cluster, 'log', name), at: (await stat(join(cluster, 'log', name))).mtimeMs })))
  const newest = dated.toSorted((one, other) => other.at - one.at).slice(0, 1).map(({ path }) => path)
  const texts = await Promise.all([join(root, 'start.log'), ...newest].map((path) => readFile(path, 'utf8')))
  return texts.flatMap((text) => text.trim().split('\n').slice(-5)).join('\n')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => { server.close(resolve) })
  return port
}
