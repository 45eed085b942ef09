import { spawn, spawnSync } from 'node:child_process'

/**
 * A process of its own that runs one program and stops it when its standard input closes: the other end is held by the server,
 * so PostgreSQL never outlives it, however it dies. Stopping is SIGINT (PostgreSQL: roll back, disconnect, write everything),
 * then, after a minute, SIGQUIT (leave at once, recover at the next start), then SIGKILL.
 */
export interface Watched { command: string, args: string[], uid?: number, gid?: number, cwd: string, env: Record<string, string>, stopWith?: string[] }

const watched = JSON.parse(process.argv[2] ?? '') as Watched
const { command, args, uid, gid, cwd, env, stopWith } = watched
const program = spawn(command, args, { uid, gid, cwd, env, stdio: ['ignore', 'inherit', 'inherit'], windowsHide: true })

program.on('error', (error) => { process.stderr.write(`${error.message}\n`); process.exit(1) })
program.on('exit', (code) => process.exit(code ?? 1))

process.stdin.on('error', stop).on('close', stop).resume()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

let isStopping = false
function stop(): void {
  if (isStopping) return
  isStopping = true
  setTimeout(() => program.kill('SIGQUIT'), 60_000)
  setTimeout(() => program.kill('SIGKILL'), 70_000)
  const [stopper, ...words] = stopWith ?? []
  if (stopper) spawnSync(stopper, words, { windowsHide: true })
  else program.kill('SIGINT')
}
