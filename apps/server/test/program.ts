import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const main = join(import.meta.dirname, '../src/main.ts')

/** Where a program of its own keeps what must last, the port it listens on, and what else it is told. */
export interface Home { data: string, port: number, env?: Record<string, string> }

const environment = ({ data, port, env }: Home) => ({ ...process.env, LINLI_DATA: data, PORT: String(port), LINLI_HOST: '127.0.0.1', LINLI_DEMO: 'off', LINLI_SCREENS: 'off', LINLI_LOG: 'error', ...env })

/** The program itself, as `npm start` runs it. */
export function run(home: Home, ...words: string[]) {
  const child = spawn(process.execPath, [main, ...words], { env: environment(home), stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => { text += String(piece) })
  return { child, said: () => text, ended: once(child, 'close') }
}

/** Until it has said everything that a start says. @throws Error with what it said, where it ends before. */
export async function start(home: Home) {
  const server = run(home, 'start')
  while (!server.said().includes('按 Ctrl-C 停止')) {
    if (server.child.exitCode !== null) throw new Error(server.said())
    await new Promise((resolve) => void setTimeout(resolve, 20))
  }
  return server
}

export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const { port } = listener.address() as AddressInfo
  listener.close()
  await once(listener, 'close')
  return port
}
