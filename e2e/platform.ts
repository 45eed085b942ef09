import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

let ours: { address: string, stop(): Promise<void> } | undefined

/** One platform for the stories of all files (`--test-global-setup`): the first minute after a first start, in which everything is counted, costs two cores more than most stories. */
export async function globalSetup(): Promise<void> {
  ours = await openPlatform()
  process.env.LINLI_E2E_ADDRESS = ours.address
}

export const globalTeardown = async (): Promise<void> => ours?.stop()

/** A platform of its own, or one that already runs at LINLI_E2E_ADDRESS. */
export async function openPlatform(): Promise<{ address: string, stop(): Promise<void> }> {
  const running = process.env.LINLI_E2E_ADDRESS
  if (running) return { address: running, stop: async () => undefined }
  const folder = mkdtempSync(join(tmpdir(), 'linli-e2e-'))
  const port = await freePort()
  const server = await startServer(folder, port)
  return {
    address: `http://localhost:${port}`,
    async stop() {
      await ended(server)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function startServer(folder: string, port: number): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['apps/server/src/main.ts', 'start'], { cwd: root, env: { ...process.env, PORT: String(port), LINLI_DATA: folder, LINLI_LOG: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'] })
  return new Promise((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
      if (said.includes('邻里已就绪')) resolve(server)
    })
    server.on('close', (code) => reject(new Error(`the platform ended with ${code} before it was ready:\n${said}`)))
  })
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners('close')
    server.on('close', () => resolve())
    server.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address() as { port: number }
      probe.close((error) => (error ? reject(error) : resolve(port)))
    })
  })
}
