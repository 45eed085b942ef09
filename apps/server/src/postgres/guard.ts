import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Watched } from './watchdog.ts'

/**
 * Runs a program under the watchdog. It keeps no event loop alive. `output` is a file descriptor.
 * The watchdog has a session of its own, so that Ctrl-C in a terminal reaches the server only, which then stops things in order.
 */
export function runGuarded(watched: Watched, output: number): { ended: Promise<number>, stop(): Promise<void> } {
  const words = [fileURLToPath(new URL('watchdog.ts', import.meta.url)), JSON.stringify(watched)]
  const child = spawn(process.execPath, words, { stdio: ['pipe', output, output], detached: true, windowsHide: true, env: watched.env, cwd: watched.cwd })
  child.stdin?.on('error', () => undefined)
  const ended = endOf(child)
  unrefAll(child)
  return {
    ended,
    stop: async () => {
      child.ref()
      child.stdin?.end()
      await ended
    },
  }
}

/** Runs a program under the watchdog to its end. */
export async function runToEnd(watched: Watched, output: number): Promise<number> {
  const { ended } = runGuarded(watched, output)
  const keepAlive = setInterval(() => undefined, 1000)
  return ended.finally(() => clearInterval(keepAlive))
}

async function endOf(child: ChildProcess): Promise<number> {
  const [code] = await once(child, 'exit').catch(() => [1]) as [number | null]
  return code ?? 1
}

function unrefAll(child: ChildProcess): void {
  child.unref()
  const { stdin } = child
  if (stdin && 'unref' in stdin && typeof stdin.unref === 'function') stdin.unref()
}
