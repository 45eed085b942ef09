import { Worker } from 'node:worker_threads'
import type { Entry, Match, Settings } from '@linli/matching'

/** What stands in a base, and how it is found. */
export interface Known extends Pick<Settings, 'terms' | 'thresholds'> { entries: readonly Entry[] }
/** With the sureness from which something is offered there. */
export interface Found extends Match { offer: number }

/** What a thread is asked: to read a knowledge base, to find in one, to forget one. */
export type Asked = { no: number, key: string } & (Known | { question: string, most: number } | { isForgotten: true })
export type Answered = { no: number } & ({ match: Found | null } | { fault: string })

type Wish = Asked extends infer A ? A extends Asked ? Omit<A, 'no'> : never : never
interface Waiting { resolve: (match: Found | null) => void, reject: (error: Error) => void }

/** Under which mark a base was read, and how many entries it has. */
export interface Has { mark: string, entries: number }
/** A thread that finds answers. `has`: what it has read, what was asked for last at the end. */
export interface Thread { has: Map<string, Has>, load: () => number, ask: (wish: Wish) => Promise<Found | null>, end: () => Promise<unknown> }

/** `onEnd` is told when it has ended by itself; who waits for it is refused. */
export function openThread(onEnd: () => void): Thread {
  const worker = new Worker(new URL('matcher-worker.ts', import.meta.url))
  // A server that is closing does not wait for it.
  worker.unref()
  const waiting = new Map<number, Waiting>()
  let last = 0
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
    onEnd()
  }
  worker.on('error', fail).on('exit', () => fail(new Error('the thread that finds answers has ended')))
  worker.on('message', (answered: Answered) => {
    const one = waiting.get(answered.no)
    waiting.delete(answered.no)
    if ('fault' in answered) one?.reject(new Error(answered.fault))
    else one?.resolve(answered.match)
  })
  return {
    has: new Map(),
    load: () => waiting.size,
    ask: (wish) => new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      worker.postMessage({ ...wish, no: last } satisfies Asked, [])
    }),
    end: () => worker.terminate(),
  }
}
