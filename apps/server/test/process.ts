import { readFile } from 'node:fs/promises'

/**
 * When a process was born, in ticks since the machine started: tells it from a later one with the same number.
 * Undefined when it is dead, buried or not. Elsewhere than on Linux 0 for every living process.
 */
export async function bornAt(pid: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return isAlive(pid) ? 0 : undefined
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined)
  // proc(5): after the name in brackets comes the state (field 3); the time of birth is field 22.
  const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ')
  return fields && !/[ZX]/.test(fields[0] ?? '') ? Number(fields[19]) : undefined
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
