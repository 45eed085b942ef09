import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withClient, type Connection } from './connect.ts'
import { waitUntilGone } from './orphan.ts'

/** A folder that is gone after the story; the account of PostgreSQL can reach what is in it. */
export async function temporaryFolder(): Promise<{ path: string, [Symbol.asyncDispose](): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'linli-postgres-'))
  await chmod(path, 0o755)
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) }
}

export const silent = () => undefined

export async function ask(connection: Connection, sql: string): Promise<unknown[]> {
  return withClient(connection, async (client) => (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.map(([first]) => first))
}

/** A server in a process of its own, which can be killed. `said` is everything it printed. */
export async function startServer(folder: string, until: RegExp): Promise<{ child: ChildProcess, said: () => string, ended: Promise<unknown> }> {
  const child = spawn(process.execPath, [fileURLToPath(new URL('server.fixture.ts', import.meta.url)), folder], { stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  const ended = once(child, 'close')
  await new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => {
      text += String(data)
      if (until.test(text)) resolve()
    })
    void ended.then(() => resolve())
  })
  return { child, said: () => text, ended }
}

/** The processes of PostgreSQL that still run in the folder after a fair time to end. */
export const processesLeft = (folder: string) => waitUntilGone({ root: folder, cluster: join(folder, 'cluster') }, 15)
