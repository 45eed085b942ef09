import { spawnSync } from 'node:child_process'
import { readFile, readdir, readlink, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'

/**
 * Stops what an earlier server left running in this cluster, and removes what a dead one left lying around. Only the holder of the
 * lock may call it: whatever runs there then has no owner. Every process of PostgreSQL has the cluster as its working folder, so a
 * process that merely got the number in a stale `postmaster.pid` is never mistaken for one.
 */
export async function stopOrphans({ cluster, socket }: Place, { pgCtl }: Binaries, log: (line: string) => void): Promise<void> {
  if (process.platform === 'win32') {
    spawnSync(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], { windowsHide: true })
    return
  }
  for (const { signal, seconds } of [{ signal: 'SIGINT', seconds: 30 }, { signal: 'SIGQUIT', seconds: 10 }, { signal: 'SIGKILL', seconds: 10 }] as const) {
    const running = await processesIn(cluster)
    if (running.length === 0) break
    const postmaster = await readPostmaster(cluster)
    const isWhole = postmaster !== undefined && running.includes(postmaster)
    log(`Stopping PostgreSQL that an earlier server left running, pid ${(isWhole ? [postmaster] : running).join(', ')} (${signal})`)
    // Without a postmaster its children must go too: one that still writes would damage the cluster under a new postmaster.
    for (const pid of isWhole && signal !== 'SIGKILL' ? [postmaster] : running) signalTo(pid, isWhole ? signal : 'SIGKILL')
    await waitUntilGone(cluster, seconds)
  }
  const left = await processesIn(cluster)
  if (left.length > 0) throw new Error(`PostgreSQL processes in ${cluster} cannot be stopped: ${left.join(', ')}. Stop them, then start again.`)
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  await rm(socket, { recursive: true, force: true })
}

/** The process ids of PostgreSQL in this cluster, dead ones not yet buried left out. */
export async function processesIn(cluster: string): Promise<number[]> {
  const names = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(names.map(async (pid) => {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    if (cwd !== cluster) return []
    const program = await readlink(`/proc/${pid}/exe`).catch(() => '')
    return basename(program).startsWith('postgres') ? [Number(pid)] : []
  }))
  return found.flat()
}

async function readPostmaster(cluster: string): Promise<number | undefined> {
  const [pid] = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return pid ? Number(pid) : undefined
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function waitUntilGone(cluster: string, seconds: number): Promise<void> {
  const end = Date.now() + seconds * 1000
  while (Date.now() < end && (await processesIn(cluster)).length > 0) await wait(25)
}
