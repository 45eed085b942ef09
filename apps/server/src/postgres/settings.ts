import { open, rm } from 'node:fs/promises'
import { totalmem } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { forMemory } from './settings-rules.ts'

/** For two cores shared with Node. An installation changes them in postgresql.conf, below the line that includes this file. */
const defaults: Record<string, string> = {
  max_connections: '100',
  // Of a container, what it may have.
  ...forMemory(Math.min(totalmem(), process.constrainedMemory() || Infinity)),
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  random_page_cost: '1.1',
  max_parallel_workers_per_gather: '1',
  // Compiling takes longer than the short queries of an office.
  jit: 'off',
  wal_level: 'replica',
  min_wal_size: '256MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // One file for each day of the week, overwritten a week later: the log cannot fill the disk.
  logging_collector: 'on',
  log_directory: 'log',
  log_filename: 'postgres-%a.log',
  log_rotation_age: '1d',
  log_rotation_size: '0',
  log_truncate_on_rotation: 'on',
  log_checkpoints: 'off',
  log_min_duration_statement: '2s',
  // A slow statement without its values, an error without the row it is about: names and numbers of people stand there.
  log_parameter_max_length: '0',
  log_error_verbosity: 'terse',
}

export const settingsFile = 'linli.conf'

/**
 * Written at every start, so that a new version's settings reach an old cluster. The file is always a new one: were it a link that the
 * database's account had put there, root would write, and give away, what it points to.
 */
export async function writeSettings(cluster: string, account: Account, own: Record<string, string> = {}): Promise<void> {
  const lines = Object.entries({ ...defaults, ...own }).map(([name, value]) => {
    if (!/^[a-z_.]+$/.test(name)) throw new Error(`${name} is not the name of a PostgreSQL setting`)
    return `${name} = '${value.replaceAll("'", "''")}'`
  })
  const path = join(cluster, settingsFile)
  await rm(path, { force: true })
  await using file = await open(path, 'wx', 0o600)
  await file.writeFile(`# Written at every start. Put your own settings into postgresql.conf.\n${lines.join('\n')}\n`)
  if (account) await file.chown(account.uid, account.gid)
}
