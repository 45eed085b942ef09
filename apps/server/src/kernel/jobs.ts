import { PgBoss, fromKysely, type JobInsert, type JobResult } from 'pg-boss'
import type { Logger } from 'pino'
import type { Outside } from '../outside/index.ts'
import { theServer } from './actor.ts'
import type { JobRequest } from './ctx.ts'
import type { ConnectionSettings, Db } from './db.ts'
import type { AnyModule, Happened, JobDefinition, JobTools } from './module.ts'
import { newId } from './id.ts'
import { deadQueue, jobState, type JobState } from './job-state.ts'
import { NothingRecorded, transact, type Around } from './transaction.ts'

/** Five more tries with back-off (4 s doubling, at most 10 min), then the dead queue. */
const patient: Pace = { retryLimit: 5, retryDelay: 4, retryBackoff: true, retryDelayMax: 600, lookSeconds: 5 }
const policy = { expireInSeconds: 300, deadLetter: deadQueue, notify: true }

/** How often and after how many seconds a job is tried again, and how often due jobs are looked for; new ones are told of at once. */
export interface Pace { retryLimit: number, retryDelay: number, retryBackoff: boolean, retryDelayMax?: number, lookSeconds: number }

export interface Jobs {
  boss: PgBoss
  enqueue(db: Db, jobs: JobRequest[]): Promise<void>
  listeners(name: string): string[]
  state(db: Db): JobState
  /** How many failed every try and wait for somebody. */
  dead(): Promise<number>
  work(around: Around, outside: Outside): Promise<void>
  stop(): Promise<void>
}

/** Opens the job store (its schema was made by the migrations) and makes a queue of every module's jobs and listeners. */
export async function openJobs(settings: ConnectionSettings, modules: AnyModule[], log: Logger, { lookSeconds, ...tries } = patient): Promise<Jobs> {
  const boss = new PgBoss({ ...settings, schema: 'pgboss', createSchema: false, migrate: false, useListenNotify: true, max: 5, reindex: false, registerInstance: false })
  boss.on('error', (error) => log.error({ err: error }, 'job store'))
  const works = new Map<string, JobDefinition>(modules.flatMap((module) => [
    ...Object.entries(module.jobs ?? {}).map(([name, job]): [string, JobDefinition] => [name, job]),
    ...Object.entries(module.when ?? {}).map(([name, run]): [string, JobDefinition] => [queueOf(module.name, name), { title: `${module.words[name] ?? name}之后`, run: run as (tools: JobTools, data: Happened) => Promise<void> }]),
  ]))
  await boss.start()
  await boss.createQueue(deadQueue, { retentionSeconds: 60 * 24 * 3600 }).catch(() => undefined)
  for (const name of works.keys()) await boss.createQueue(name, { ...policy, ...tries }).catch(() => undefined)
  return {
    boss,
    listeners: (name) => modules.filter((module) => module.when?.[name]).map((module) => queueOf(module.name, name)),
    enqueue: async (db, jobs) => {
      for (const [queue, requests] of Map.groupBy(jobs, (job) => job.queue)) await boss.insert(queue, requests.map(insertable), { db: fromKysely(db) })
    },
    state: (db) => jobState(boss, new Map([...works].map(([name, { title }]) => [name, title])), db),
    dead: async () => (await boss.getQueueStats(deadQueue, { force: true }))[0]?.queuedCount ?? 0,
    work: async (around, outside) => {
      for (const [name, { run, every, atStart }] of works) {
        await boss.work(name, { batchSize: 50, burstWhenBatchFull: true, perJobResults: true, pollingIntervalSeconds: Math.min(2, lookSeconds), notifyPollingIntervalSeconds: lookSeconds }, async (batch) => {
          const results: JobResult[] = []
          for (const job of batch) {
            const own = log.child({ job: name, id: job.id })
            results.push(await settle(job.id, own, () => run(tools(around, outside, own), job.data as never)))
          }
          return results
        })
        if (every) await boss.schedule(name, every, {}, { tz: 'Asia/Shanghai' })
        if (atStart) await boss.send(name, {})
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}

/** One job's failure is its own: the others of its batch are done. */
async function settle(id: string, log: Logger, run: () => Promise<void>): Promise<JobResult> {
  try {
    await run()
    return { id, status: 'completed' }
  } catch (error) {
    log.warn({ err: error }, 'job failed')
    return { id, status: 'failed', output: { message: error instanceof Error ? error.message : String(error) } }
  }
}

const queueOf = (module: string, name: string) => `${module}/${name}`
const insertable = ({ data, startAfter, singletonKey }: JobRequest): JobInsert => ({ data, ...(startAfter && { startAfter }), ...(singletonKey && { singletonKey }) })

export function tools(around: Around, outside: Outside, log: Logger): JobTools {
  const asking = (area: string) => ({ actor: theServer(area), scope: { role: 'staff', areas: [area] } as const, request: { id: newId(), address: '', device: '' } })
  return {
    outside, log, around, now: around.clock(),
    read: (area, work) => transact(around, 'read', asking(area), work),
    write: (area, work) => transact(around, 'write', asking(area), work).catch((error: unknown) => {
      if (!(error instanceof NothingRecorded)) throw error
      return undefined
    }),
  }
}
