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
export async function stopOrphans(place: Place, { pgCtl }: Binaries, log: (line: string) => void): Promise<void> {
  const { cluster, socket } = place
  if (process.platform === 'win32') {
    spawnSync(pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w'], { windowsHide: true })
    return
  }
  await stopPostmaster(place, log)
  await killRest(place, log)
  await rm(join(cluster, 'postmaster.pid'), { force: true })
  await rm(socket, { recursive: true, force: true })
}

/** Waits for the processes that may outlive the postmaster by a moment. @returns those still there after the time given. */
export async function waitUntilGone(place: Pick<Place, 'root' | 'cluster'>, seconds: number): Promise<number[]> {
  const end = Date.now() + seconds * 1000
  for (;;) {
    const running = await processesIn(place)
    if (running.length === 0 || Date.now() > end) return running
    await wait(20)
  }
}

/** A fast shutdown (SIGINT) keeps everything and ends open sessions; if that hangs, an immediate one (SIGQUIT) recovers at the next start. */
async function stopPostmaster(place: Place, log: (line: string) => void): Promise<void> {
  for (const { signal, seconds } of [{ signal: 'SIGINT', seconds: 30 }, { signal: 'SIGQUIT', seconds: 10 }] as const) {
    const [line] = (await readFile(join(place.cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
    const postmaster = Number(line)
    if (!line || !(await processesIn(place)).includes(postmaster)) return
    log(`Stopping PostgreSQL that an earlier server left running, pid ${postmaster}`)
    send(postmaster, signal)
    await waitUntilGone(place, seconds)
  }
}

/** Children without a postmaster must go: one that still writes would damage the cluster under a new postmaster. */
async function killRest(place: Place, log: (line: string) => void): Promise<void> {
  const rest = await waitUntilGone(place, 1)
  if (rest.length === 0) return
  log(`Killing PostgreSQL processes that an earlier server left running, pid ${rest.join(', ')}`)
  for (const pid of rest) send(pid, 'SIGKILL')
  const left = await waitUntilGone(place, 10)
  if (left.length > 0) throw new Error(`PostgreSQL processes in ${place.cluster} cannot be stopped: ${left.join(', ')}. Stop them, then start again.`)
}

/** The process ids of PostgreSQL (and of initdb) in this place; dead ones that nobody has buried yet have no working folder. */
async function processesIn({ root, cluster }: Pick<Place, 'root' | 'cluster'>): Promise<number[]> {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name))
  const found = await Promise.all(pids.map(async (pid) => {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => '')
    if (folder !== root && !folder.startsWith(cluster)) return []
    const program = basename(await readlink(`/proc/${pid}/exe`).catch(() => ''))
    return program.startsWith('postgres') || program.startsWith('initdb') ? [Number(pid)] : []
  }))
  return found.flat()
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
