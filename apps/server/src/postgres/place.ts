import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmod, lstat, mkdir, readlink, realpath, rename, stat, symlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'

/**
 * Where things are. `folder` is what the caller asked for; `root` holds the cluster and is the same folder, unless we are root and
 * the account of PostgreSQL cannot reach it (a clone under /root): then it is `/var/lib/linli/<hash of the folder>`, and
 * `<folder>/cluster` is a symbolic link to it.
 */
export interface Place { folder: string, root: string, cluster: string, key: string, socket: string, password: string }

export async function findPlace(folder: string, account: Account): Promise<Place> {
  await mkdir(folder, { recursive: true })
  const real = await realpath(folder)
  const link = await readlink(join(real, 'cluster')).catch(() => undefined)
  const root = link ? dirname(link) : account && !(await isReachable(real, account)) ? join(elsewhere, hash(real)) : real
  const key = hash(root)
  return { folder: real, root, cluster: join(root, 'cluster'), key, socket: socketFolder(root, key, account), password: join(real, 'password') }
}

/** Creates the folders of a place; to be called by the holder of its lock, with nothing running there. */
export async function preparePlace({ folder, root, cluster }: Place, log: (line: string) => void): Promise<void> {
  if (root === folder) return
  const link = join(folder, 'cluster')
  const isLinked = await lstat(link).then(() => true, () => false)
  const exists = await stat(cluster).then(() => true, () => false)
  if (isLinked && !exists) throw new Error(`${link} points to ${cluster}, which is gone. Bring it back from a backup, or remove the link to begin with an empty database.`)
  if (isLinked) return
  if (exists) {
    const aside = `${root}.before-${Date.now()}`
    await rename(root, aside)
    log(`${folder} is new: the database that an earlier folder of this name had was set aside in ${aside}`)
  }
  await mkdir(root, { recursive: true, mode: 0o755 })
  log(`PostgreSQL cannot read ${folder}, so the database is kept in ${root}`)
}

/** Lets the folder the caller asked for show where its database is. */
export async function linkPlace({ folder, root, cluster }: Place): Promise<void> {
  if (root === folder) return
  await symlink(cluster, join(folder, 'cluster')).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
}

/** Where root keeps what the account of PostgreSQL must read: binaries, and databases of folders it cannot reach. */
export const elsewhere = '/var/lib/linli'

/** Tried, not computed: access lists, mounts and user namespaces have their own mind. */
async function isReachable(folder: string, { uid, gid }: NonNullable<Account>): Promise<boolean> {
  const mode = (await stat(folder)).mode & 0o777
  if ((mode & 0o011) !== 0o011) await chmod(folder, mode | 0o011)
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid, cwd: '/' }).status === 0
}

/** A socket's path may have 107 bytes, of which `/.s.PGSQL.5432` and a closing zero take 15. */
function socketFolder(root: string, key: string, account: Account): string {
  const inside = join(root, 'socket')
  if (Buffer.byteLength(inside) <= 90) return inside
  // Nobody but root can take this name in /run first; in /tmp somebody can, and then the start fails.
  return `${account ? '/run' : '/tmp'}/linli-${key}`
}

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)
