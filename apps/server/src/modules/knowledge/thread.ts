import { Worker } from 'node:worker_threads'
import type { Entry, Match } from '@linli/matching'

/** What a thread is asked: to read a knowledge base, to find in one, to forget one. */
export type Asked = { no: number, key: string } & ({ entries: readonly Entry[] } | { question: string, most: number } | { isForgotten: true })
export type Answered = { no: number } & ({ match: Match | null } | { fault: string })

type Wish = Asked extends infer A ? A extends Asked ? Omit<A, 'no'> : never : never
interface Waiting { resolve: (match: Match | null) => void, reject: (error: Error) => void }

/** A thread that finds answers. `has`: what it has read, each with the mark it was read under. */
export interface Thread { has: Map<string, string>, load: () => number, ask: (wish: Wish) => Promise<Match | null>, end: () => Promise<unknown> }

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
