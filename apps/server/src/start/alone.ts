import { createHash } from 'node:crypto'
import { openSync, readFileSync, rmSync, writeSync, closeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Does `act` while no other process of this machine does anything under the same name; whoever comes second waits. What a killed process left is taken over. */
export async function alone<T>(name: string, act: () => Promise<T>): Promise<T> {
  const lock = join(tmpdir(), `linli-${createHash('sha256').update(name).digest('hex').slice(0, 16)}.lock`)
  while (!taken(lock)) await wait(200)
  try {
    return await act()
  } finally {
    rmSync(lock, { force: true })
  }
}

function taken(lock: string): boolean {
  try {
    const file = openSync(lock, 'wx')
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    if (!lives(holderOf(lock))) rmSync(lock, { force: true })
    return false
  }
}

/** Empty for the moment between opening and writing: then it is taken for alive. */
function holderOf(lock: string): number {
  try {
    return Number(readFileSync(lock, 'utf8')) || process.pid
  } catch {
    return process.pid
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
