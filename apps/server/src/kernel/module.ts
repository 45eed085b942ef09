import type { Contract, EndpointName, Input, ModuleName, Output } from '@linli/contract'
import type { Logger } from 'pino'
import type { Outside } from '../outside/index.ts'
import type { Ctx, Installation } from './ctx.ts'
import type { Around } from './transaction.ts'

type Handlers<M extends ModuleName> = { [E in EndpointName<M>]: (ctx: Ctx, input: Input<M, E>) => Promise<Output<M, E>> }
/** What an endpoint must ask the outside for before its transaction begins; given to the action as `ctx.reached`. */
type Reach<M extends ModuleName> = { [E in EndpointName<M>]?: (outside: Outside, input: Input<M, E>) => Promise<unknown> }

/** What a listener is told: the journal row, without the words people wrote. */
export interface Happened { id: string, name: string, subjectKind: string, subject: string, subdistrict: number, area: string }

/** What a job works with: transactions of its own, and the outside, which only jobs may call. */
export interface JobTools {
  outside: Outside
  log: Logger
  now: Date
  around: Around
  read<T>(area: string, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Rolled back and answered with undefined where the job found nothing to do and recorded nothing. */
  write<T>(area: string, work: (ctx: Ctx) => Promise<T>): Promise<T | undefined>
}

export interface JobDefinition {
  /** What the job does, in the office's words, for the list of failed jobs. */
  title: string
  /** Cron line in Asia/Shanghai, for work that comes round. */
  every?: string
  /** Also whenever a server starts. */
  atStart?: boolean
  run: (tools: JobTools, data: never) => Promise<void>
}

export interface Module<M extends ModuleName = ModuleName> {
  name: M
  handle: Handlers<M>
  reach?: Reach<M>
  /** Journal name → what this module does about it, as a job. */
  when?: Record<string, (tools: JobTools, happened: Happened) => Promise<void>>
  jobs?: Record<string, JobDefinition>
  /** What this module holds of somebody who asks for what is known of them. */
  holds?: Installation['holders'][number]
  /** Journal names this module records, in the office's words. */
  words: Record<string, string>
}

/** The door of a module. A handler that is missing, or answers something else than promised, does not compile. */
export const defineModule = <M extends ModuleName>(module: Module<M>): Module<M> => module

// oxlint-disable-next-line typescript/no-explicit-any -- a list of modules of different names has no narrower common type
export type AnyModule = Omit<Module<any>, 'name' | 'handle' | 'reach'> & { name: keyof Contract, handle: Record<string, (ctx: Ctx, input: any) => Promise<unknown>>, reach?: Record<string, (outside: Outside, input: any) => Promise<unknown>> }
