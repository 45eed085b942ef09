import { sql } from 'kysely'
import { fromKysely, type PgBoss } from 'pg-boss'
import type { Db } from './db.ts'

export interface QueueState { name: string, title: string, waiting: number, running: number }
/** A job that failed every try. `queue` is where it came from. */
export interface DeadJob { id: string, queue: string, title: string, failedAt: Date, tries: number, reason: string, data: Record<string, unknown> }

/** What people see of the jobs and do about those that failed; the changes belong to the transaction that asks. */
export interface JobState {
  queues(): Promise<QueueState[]>
  /** The oldest thousand, newest first. */
  dead(): Promise<DeadJob[]>
  /** Sends dead jobs of a queue again; answers how many there were. */
  redrive(queue: string, ids: string[]): Promise<number>
  discard(queue: string, ids: string[]): Promise<number>
}

/** Queue for what failed every try; people look at it and send it again. */
export const deadQueue = 'dead'

export function jobState(boss: PgBoss, titles: ReadonlyMap<string, string>, transaction: Db): JobState {
  const db = fromKysely(transaction)
  const titleOf = (queue: string) => titles.get(queue) ?? queue
  const find = async (queue?: string) => (await boss.findJobs<Record<string, unknown>>(deadQueue, { queued: true, limit: 1000 })).filter((job) => queue === undefined || job.sourceName === queue)
  return {
    queues: () => Promise.all([...titles].map(async ([name, title]) => {
      const [now] = await boss.getQueueStats(name, { force: true })
      return { name, title, waiting: now?.queuedCount ?? 0, running: now?.activeCount ?? 0 }
    })),
    async dead() {
      return (await find()).toReversed().map(({ id, sourceName, createdOn, sourceRetryCount, sourceOutput, data }) =>
        ({ id, queue: sourceName ?? '', title: titleOf(sourceName ?? ''), failedAt: createdOn, tries: (sourceRetryCount ?? 0) + 1, reason: reasonOf(sourceOutput), data: data ?? {} }))
    },
    redrive: (queue, ids) => asServer(transaction, () => boss.redrive(deadQueue, { ids, sourceName: queue, db })),
    async discard(queue, ids) {
      const mine = (await find(queue)).map(({ id }) => id).filter((id) => ids.includes(id))
      if (mine.length > 0) await asServer(transaction, () => boss.deleteJob(deadQueue, mine, { db }))
      return mine.length
    },
  }
}

/** The job store belongs to the server's own role: takes it for a moment. */
async function asServer<T>(db: Db, work: () => Promise<T>): Promise<T> {
  const { rows: [now] } = await sql<{ role: string }>`select current_setting('role') as role`.execute(db)
  await sql.raw('reset role').execute(db)
  const result = await work()
  await sql`set local role ${sql.id(now!.role)}`.execute(db)
  return result
}

const reasonOf = (output: object | null) => (output && 'message' in output ? String(output.message) : '没有说明')
