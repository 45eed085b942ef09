import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { modules } from './app.ts'
import type { Config } from './config.ts'
import { openCrypto } from './kernel/crypto.ts'
import { openDatabase, type ConnectionSettings } from './kernel/db.ts'
import { openFiles, type Files } from './kernel/files.ts'
import { openJobs, type Jobs } from './kernel/jobs.ts'
import { openRealtime, type Realtime } from './kernel/realtime.ts'
import type { Around } from './kernel/transaction.ts'
import type { Outside } from './outside/index.ts'
import { openAppRole } from './start/app-role.ts'

/** One running server: what was opened, and how to close it in order. */
export interface Server {
  config: Config
  log: Logger
  around: Around
  files: Files
  jobs: Jobs
  realtime: Realtime
  outside: Outside
  extraRoutes: ((app: FastifyInstance, server: Server) => Promise<void>)[]
  close(): Promise<void>
}

export interface Parts { config: Config, owner: ConnectionSettings, log: Logger, outside: Outside, clock?: () => Date, extraRoutes?: Server['extraRoutes'] }

/** Opens everything on a migrated database. HTTP and job workers are started by who calls. */
export async function openServer({ config, owner, log, outside, clock = () => new Date(), extraRoutes = [] }: Parts): Promise<Server> {
  const crypto = openCrypto(join(config.data, 'keys.json'))
  const settings = await openAppRole(owner, crypto)
  const onError = (error: Error) => log.error({ err: error }, 'database connection')
  const database = openDatabase(settings, onError)
  const jobs = await openJobs(settings, modules, log)
  const realtime = await openRealtime(settings, database, onError)
  const around: Around = { database, crypto, clock, installation: { isDemo: config.isDemo, publicUrl: config.publicUrl }, listeners: jobs.listeners, enqueue: jobs.enqueue, tell: realtime.tell }
  return {
    config, log, around, jobs, realtime, outside, extraRoutes,
    files: openFiles(join(config.data, 'files')),
    async close() {
      await jobs.stop()
      await realtime.stop()
      await database.close()
    },
  }
}
