import type { Contract, EndpointName, Input, ModuleName, Output } from '@linli/contract'
import type { Outside } from '../outside/index.ts'
import type { Ctx } from './ctx.ts'
import type { JobDefinition, JobTools } from './jobs.ts'

type Handlers<M extends ModuleName> = { [E in EndpointName<M>]: (ctx: Ctx, input: Input<M, E>) => Promise<Output<M, E>> }
/** What an endpoint must ask the outside for before its transaction begins; given to the action as `ctx.reached`. */
type Reach<M extends ModuleName> = { [E in EndpointName<M>]?: (outside: Outside, input: Input<M, E>) => Promise<unknown> }

/** What a listener is told: the journal row, without the words people wrote. */
export interface Happened { id: string, name: string, subjectKind: string, subject: string, subdistrict: number, area: string }

export interface Module<M extends ModuleName = ModuleName> {
  name: M
  handle: Handlers<M>
  reach?: Reach<M>
  /** Journal name → what this module does about it, as a job. */
  when?: Record<string, (tools: JobTools, happened: Happened) => Promise<void>>
  jobs?: Record<string, JobDefinition>
  /** Journal names this module records, in the office's words. */
  words: Record<string, string>
}

/** The door of a module. A handler that is missing, or answers something else than promised, does not compile. */
export const defineModule = <M extends ModuleName>(module: Module<M>): Module<M> => module

// oxlint-disable-next-line typescript/no-explicit-any -- a list of modules of different names has no narrower common type
export type AnyModule = Omit<Module<any>, 'name' | 'handle' | 'reach'> & { name: keyof Contract, handle: Record<string, (ctx: Ctx, input: any) => Promise<unknown>>, reach?: Record<string, (outside: Outside, input: any) => Promise<unknown>> }
