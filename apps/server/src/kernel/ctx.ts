import type { Permission } from '@linli/contract'
import type { Actor } from './actor.ts'
import type { Crypto } from './crypto.ts'
import type { Db } from './db.ts'
import type { JobState } from './job-state.ts'

/** What something happened to. `unit` (or several) and `resident` say who besides staff of the area, and of the one it has left, may be told; staff need `<kind>.view`, or `may`. */
export interface Subject { kind: string, id: string, subdistrict: number, area: string, leftArea?: string, unit?: string | readonly string[] | null, resident?: string | null, may?: Permission }

export interface JournalEntry { id: string, at: Date, name: string, subject: Subject, details: Record<string, unknown>, actor: Pick<Actor, 'side' | 'id' | 'name'> & { post: string | null } }

export interface JobRequest { queue: string, data: Record<string, unknown>, startAfter?: Date, singletonKey?: string }

/** Whom something may be held of: a record of the base, an account, or both. */
export interface About { subdistrict: number, person: string | null, account: string | null }
/** What a module holds of somebody, in words and in clear, as far as who asks may see it. */
export interface Held { title: string, lines: { label: string, value: string }[] }

/** What an action may know of the server it runs in. `words`: every journal name in the office's words. `holders`: what modules say they hold of somebody. `simulators`: what outside only pretends. `hasLlm`: whether a language model may be asked, by a job. `tianditu`: addresses of map tiles that browsers may ask for. */
export interface Installation { isDemo: boolean, hasLlm: boolean, tianditu: Record<'vector' | 'vectorNames' | 'image' | 'imageNames', string[]> | null, publicUrl: string, version: string, since: Date, simulators: string[], words: ReadonlyMap<string, string>, holders: readonly ((ctx: Ctx, about: About) => Promise<Held[]>)[] }

/** What an action gets besides its input: one request, one transaction. */
export interface Ctx {
  readonly db: Db
  readonly actor: Actor
  readonly now: Date
  readonly crypto: Crypto
  readonly request: { id: string, address: string, device: string }
  readonly installation: Installation
  /** What was fetched from outside before the transaction began, where the module said so. */
  readonly reached: unknown
  newId(): string
  /** Writes what happened to the journal; the timeline, the listeners and the open screens live from it. `as` without an id is somebody without an account. */
  record(name: string, subject: Subject, details?: Record<string, unknown>, as?: { id: string | null, name: string }): void
  /** Tells open screens of what is fleeting and leaves no trace: nothing that was decided, and nothing of a person but what is gone soon. */
  tell(subject: Subject): void
  /** Gives the browser its session cookie for so many seconds, or takes it away (null). */
  keepSession(token: string | null, seconds: number): void
  /** Work for later, sent when and only when this transaction commits. */
  later(job: JobRequest): void
  /** How the jobs stand, and what is to become of those that failed. */
  readonly jobs: JobState
}
