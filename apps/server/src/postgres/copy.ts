import { execFile } from 'node:child_process'
import { chown, constants, copyFile, mkdir, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { promisify } from 'node:util'
import type { Account } from './account.ts'

/** Folders whose content belongs to the running server or is rebuilt; PostgreSQL documentation, "Making a Base Backup". */
const emptied = new Set(['pg_wal', 'pg_replslot', 'pg_dynshmem', 'pg_notify', 'pg_serial', 'pg_snapshots', 'pg_stat_tmp', 'pg_subtrans', 'log'])
const leftOut = /^(postmaster\.(pid|opts)|current_logfiles|backup_label|tablespace_map|pg_internal\.init.*|pgsql_tmp.*)$/
const control = join('global', 'pg_control')

/** Copies a running cluster between `pg_backup_start` and `pg_backup_stop`, without its log of changes. @returns bytes */
export async function copyCluster(from: string, to: string): Promise<number> {
  const bytes = await copyTree(from, to, {
    mayVanish: true,
    isWanted: (name, folder) => !leftOut.test(name) && !emptied.has(relative(from, folder)) && join(relative(from, folder), name) !== control,
  })
  // Last, as the documentation asks: it then names no checkpoint older than what was copied.
  await copyFile(join(from, control), join(to, control))
  return bytes
}

/** Copies the segments of the log of changes from the first to the last, by name. @returns bytes */
export async function copySegments(from: string, to: string, { first, last }: { first: string, last: string }): Promise<number> {
  const isSegment = (name: string) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last
  return copyTree(join(from, 'pg_wal'), join(to, 'pg_wal'), { isWanted: (name) => isSegment(name) || name.endsWith('.history') })
}

interface CopyOptions { isWanted?: (name: string, folder: string) => boolean, mayVanish?: boolean, owner?: Account }

/**
 * Copies folders and plain files. In a running cluster some may vanish meanwhile (a dropped table); they are passed over.
 * @returns bytes
 * @throws Error on anything else, like a tablespace: nothing may be missing in silence.
 */
export async function copyTree(from: string, to: string, options: CopyOptions = {}): Promise<number> {
  const { isWanted = () => true, owner, mayVanish = false } = options
  const whenGone = <T>(value: T) => (error: NodeJS.ErrnoException): T => {
    if (mayVanish && error.code === 'ENOENT') return value
    throw error
  }
  const entries = await readdir(from, { withFileTypes: true }).catch(whenGone([]))
  await mkdir(to, { recursive: true, mode: 0o700 })
  const sizes = await Promise.all(entries.filter(({ name }) => isWanted(name, from)).map(async (entry) => {
    const [source, target] = [join(from, entry.name), join(to, entry.name)]
    if (entry.isDirectory()) return copyTree(source, target, options)
    if (!entry.isFile()) throw new Error(`${source} is neither a file nor a folder and cannot be copied.`)
    return copyOne(source, target, owner).catch(whenGone(0))
  }))
  // The folder last: nobody else can change what is in it while we write.
  if (owner) await chown(to, owner.uid, owner.gid)
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** Writes everything below a folder through to the disk. */
export async function syncTree(folder: string): Promise<void> {
  if (process.platform !== 'win32') await promisify(execFile)('sync', ['-f', folder])
}

async function copyOne(source: string, target: string, owner: Account): Promise<number> {
  await copyFile(source, target, constants.COPYFILE_FICLONE)
  if (owner) await chown(target, owner.uid, owner.gid)
  return (await stat(target)).size
}
