import type { Actor } from './actor.ts'
import type { Ctx, Installation, JobRequest, JournalEntry, Subject } from './ctx.ts'
import type { Crypto } from './crypto.ts'
import type { Database, Db, Scope } from './db.ts'
import type { Files } from './files.ts'
import { newId } from './id.ts'
import type { JobState } from './job-state.ts'
import { writeJournal } from './journal.ts'
import { RecordedProblem } from './problem.ts'
import type { Told } from './realtime.ts'
import { sql } from 'kysely'

/** What every transaction needs from the server around it. */
export interface Around {
  database: Database
  crypto: Crypto
  clock: () => Date
  files: Files
  installation: Installation
  /** Jobs that listen to a journal name. */
  listeners: (name: string) => string[]
  /** Stores jobs in the transaction that asks for them. */
  enqueue: (db: Db, jobs: JobRequest[]) => Promise<void>
  jobState: (db: Db) => JobState
  tell: (told: Told[]) => void
}

export interface Asking { actor: Actor, scope: Scope, request: Ctx['request'], reached?: unknown, keepSession?: Ctx['keepSession'] }

/** Nothing may change without a trace (留痕): a write that records nothing is rolled back. For an action that is a bug, for a job that found nothing to do it is not. */
export class NothingRecorded extends Error {
  override message = 'a write that records nothing is rolled back'
}

/**
 * One request = one story = one transaction: runs the work, writes what it recorded, sends what listens, and after the commit tells the screens.
 * @throws NothingRecorded where a write recorded nothing, and told nothing that passes.
 */
export async function transact<T>(around: Around, mode: 'read' | 'write', asking: Asking, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const told: Story = { now: around.clock(), recorded: [], passing: [], jobs: [] }
  const { recorded, passing, jobs } = told
  const result = await around.database.transact(asking.scope, mode, async (db) => {
    const answer = await work(context(around, asking, db, told)).catch(kept)
    if (mode === 'read') return answer
    if (recorded.length + passing.length === 0) throw new NothingRecorded()
    if (recorded.length > 0) await writeJournal(db, recorded, asking.request)
    jobs.push(...recorded.flatMap((entry) => listening(around, entry)))
    if (jobs.length > 0) {
      await sql.raw('reset role').execute(db)
      await around.enqueue(db, jobs)
    }
    return answer
  })
  around.tell([...recorded.map(({ subject }) => subject), ...passing].map(({ kind, id, area, leftArea, unit, resident, may }) => ({ topic: kind, id, area, leftArea, units: [unit ?? []].flat(), resident: resident ?? null, may })))
  if (result instanceof RecordedProblem) throw result
  return result
}

/** A refusal that is a story to keep does not undo the transaction. */
function kept(error: unknown): RecordedProblem {
  if (error instanceof RecordedProblem) return error
  throw error
}

/** What an action tells while it runs. */
interface Story { now: Date, recorded: JournalEntry[], passing: Subject[], jobs: JobRequest[] }

function context(around: Around, { actor, request, reached, keepSession }: Asking, db: Db, { now, recorded, passing, jobs }: Story): Ctx {
  return {
    db, actor, now, request, reached,
    crypto: around.crypto, installation: around.installation,
    newId: () => newId(now),
    record(name, subject, details = {}, as) {
      const post = as?.id === null ? null : actor.posts.find((one) => subject.area.startsWith(one.area))?.roleName ?? null
      recorded.push({ id: newId(now), at: now, name, subject, details, actor: { side: actor.side, id: as === undefined ? actor.id : as.id, name: as?.name ?? actor.name, post } })
    },
    keepSession: (token, seconds) => keepSession?.(token, seconds),
    tell: (subject) => void passing.push(subject),
    later: (job) => void jobs.push(job),
    jobs: around.jobState(db),
  }
}

const listening = (around: Around, { id, name, subject }: JournalEntry): JobRequest[] =>
  around.listeners(name).map((queue) => ({ queue, data: { id, name, subjectKind: subject.kind, subject: subject.id, subdistrict: subject.subdistrict, area: subject.area } }))
