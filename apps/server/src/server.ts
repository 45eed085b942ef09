import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { holders, modules, words } from './app.ts'
import type { Config } from './config.ts'
import { openCrypto } from './kernel/crypto.ts'
import { openDatabase, type ConnectionSettings } from './kernel/db.ts'
import { openFiles } from './kernel/files.ts'
import { openMonths } from './kernel/journal.ts'
import { openJobs, type Jobs, type Pace } from './kernel/jobs.ts'
import { openRealtime, type Realtime } from './kernel/realtime.ts'
import type { Around } from './kernel/transaction.ts'
import { closeMatchers } from './modules/knowledge/index.ts'
import { tiandituTiles } from './outside/tianditu.ts'
import type { Outside, Simulator } from './outside/index.ts'
import { openAppRole } from './start/app-role.ts'

/** One running server: what was opened, and how to close it in order. */
export interface Server {
  config: Config
  log: Logger
  around: Around
  jobs: Jobs
  realtime: Realtime
  outside: Outside
  /** What only pretends to be the outside, for people to know. */
  simulators: Simulator[]
  extraRoutes: ((app: FastifyInstance, server: Server) => Promise<void>)[]
  close(): Promise<void>
}

export interface Parts { config: Config, owner: ConnectionSettings, log: Logger, outside: Outside, simulators?: Simulator[], clock?: () => Date, extraRoutes?: Server['extraRoutes'], pace?: Pace }

/** `npm start` holds the young heap of the thread that answers small. What it says has been heeded by now, and would overrule what threads ask for themselves. */
const leaveThreadsTheirHeaps = () => setFlagsFromString('--max-semi-space-size=0')

/** Opens everything on a migrated database. HTTP and job workers are started by who calls. */
export async function openServer({ config, owner, log, outside, simulators = [], clock = () => new Date(), extraRoutes = [], pace }: Parts): Promise<Server> {
  leaveThreadsTheirHeaps()
  const crypto = openCrypto(join(config.data, 'keys.json'))
  const settings = await openAppRole(owner, crypto)
  const onError = (error: Error) => log.error({ err: error }, 'database connection')
  const database = openDatabase(settings, onError)
  await openMonths(database, clock())
  const jobs = await openJobs(settings, modules, log, pace)
  const realtime = await openRealtime(settings, database, onError)
  const installation = { isDemo: config.isDemo, hasLlm: outside.llm !== null, tianditu: config.tianditu && tiandituTiles(config.tianditu), publicUrl: config.publicUrl, version: config.version, since: clock(), simulators: simulators.map(({ name }) => name), words, holders }
  const around: Around = {
    database, crypto, clock, installation, files: openFiles(join(config.data, 'files')),
    listeners: jobs.listeners, enqueue: jobs.enqueue, jobState: jobs.state, tell: realtime.tell,
  }
  return {
    config, log, around, jobs, realtime, outside, simulators, extraRoutes,
    async close() {
      await jobs.stop()
      await closeMatchers(installation)
      await realtime.stop()
      await database.close()
    },
  }
}
