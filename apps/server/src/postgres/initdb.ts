import { randomBytes } from 'node:crypto'
import { chown, constants, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { runToEnd } from './guard.ts'
import { linkPlace, type Place } from './place.ts'
import { settingsFile } from './settings.ts'

export const superuser = 'linli'

/**
 * Creates the cluster unless it is there. It is made in `cluster.init` and then renamed, so that an interrupted attempt leaves nothing
 * that looks like a cluster. Only the finished one is written through to the disk.
 */
export async function createCluster(place: Place, binaries: Binaries, account: Account, log: (line: string) => void): Promise<void> {
  if (await stat(join(place.cluster, 'PG_VERSION')).catch(() => undefined)) return linkPlace(place)
  log(`Creating the database in ${place.cluster}`)
  const unfinished = `${place.cluster}.init`
  await rm(unfinished, { recursive: true, force: true, maxRetries: 10 })
  await mkdir(unfinished, { mode: 0o700 })
  const passwordFile = `${unfinished}.password`
  const password = randomBytes(24).toString('base64url')
  await writePassword(place.password, password)
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (account) for (const path of [unfinished, passwordFile]) await chown(path, account.uid, account.gid)
  const common = { command: binaries.initdb, uid: account?.uid, gid: account?.gid, cwd: place.root, env: { ...environment(), TZ: 'UTC' } }
  try {
    await run({ ...common, args: ['-D', unfinished, '-U', superuser, `--pwfile=${passwordFile}`, '-A', 'scram-sha-256', '--no-sync', '--no-instructions', ...locale] }, place)
    await includeSettings(join(unfinished, 'postgresql.conf'))
    await run({ ...common, args: ['--sync-only', '-D', unfinished, ...process.platform === 'linux' ? ['--sync-method=syncfs'] : []] }, place)
  } finally {
    await rm(passwordFile, { force: true })
  }
  await rename(unfinished, place.cluster)
  await syncFolder(dirname(place.cluster))
  await linkPlace(place)
}

/** @throws Error in plain words when the file is gone. */
export async function readPassword({ password, cluster }: Place): Promise<string> {
  return readFile(password, 'utf8').catch((error: unknown) => {
    throw new Error(`Cannot read the password of the database ${cluster}: ${(error as Error).message}. If the file is gone, bring it back from a backup.`, { cause: error })
  })
}

/** Only its owner may read it, also when the file was there before. */
export async function writePassword(file: string, password: string): Promise<void> {
  await rm(file, { force: true })
  await writeFile(file, password, { mode: 0o600, flush: true })
}

/**
 * With LC_CTYPE=C, trigram search and ltree silently drop Chinese. Windows has no C.UTF-8; every locale there but C knows Unicode.
 */
const locale = process.platform === 'win32' ? ['--locale=C', '--lc-ctype=en-US', '-E', 'UTF8'] : ['--locale=C.UTF-8', '-E', 'UTF8']

async function includeSettings(path: string): Promise<void> {
  await using file = await open(path, constants.O_WRONLY | constants.O_APPEND | (constants.O_NOFOLLOW ?? 0))
  await file.writeFile(`\ninclude_if_exists = '${settingsFile}'\n`)
}

async function run(watched: Parameters<typeof runToEnd>[0], { root }: Place): Promise<void> {
  const output = join(root, 'start.log')
  await using file = await open(output, 'w', 0o600)
  const code = await runToEnd(watched, file.fd)
  if (code !== 0) throw new Error(`The database could not be created: ${(await readFile(output, 'utf8')).trim()}`)
}

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder)
  await handle.sync()
}

/** Only what programs need to run: settings like PGDATA or NODE_OPTIONS are meant for others. */
export function environment(): Record<string, string> {
  const names = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE', 'APPDATA']
  return Object.fromEntries(names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}
