import type { Ctx, Installation } from '../../kernel/ctx.ts'
import { openThread, type Found, type Has, type Known, type Thread } from './thread.ts'

/** One knowledge base to find in: what it is called, the mark of its present state, and what stands in it. */
export interface Base { key: string, mark: string, load: () => Promise<Known> }

export interface Matchers {
  /** How the knowledge of a place stood when somebody asked there last. */
  seen: Map<string, { version: number, isOwn: boolean, day: string }>
  match(base: Base, question: string, most: number): Promise<Found>
  /** Nothing is being read any more. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** As many entries as a thread keeps in all its bases: some 50 KB each. What was asked for least lately is read anew when it is asked for. */
const usuallyKept = 8000

/**
 * Finds answers beside the thread that serves: two threads hold the same, so that one answers from what stood before while the other reads what is
 * new. The first question to a base waits until it is read; later ones never do.
 */
export function openMatchers(mostKept = usuallyKept): Matchers {
  let threads: Thread[] = []
  let [isClosed, reading, busy]: [boolean, Promise<unknown>, Thread | undefined] = [false, Promise.resolve(), undefined]
  const coming = new Map<string, Promise<void>>()

  const fresh = (): Thread => {
    const one: Thread = openThread(() => { threads = threads.filter((other) => other !== one) })
    threads.push(one)
    return one
  }
  const read = async (thread: Thread, { key, mark }: Base, known: Known): Promise<void> => {
    busy = thread
    try {
      await thread.ask({ key, ...known })
      thread.has.delete(key)
      thread.has.set(key, { mark, entries: known.entries.length })
      await forget(thread)
    } finally {
      busy = undefined
    }
  }
  const forget = async (thread: Thread): Promise<void> => {
    for (const key of [...thread.has.keys()].slice(0, -1)) {
      if ([...thread.has.values()].reduce((sum, one) => sum + one.entries, 0) <= mostKept) return
      thread.has.delete(key)
      await thread.ask({ key, isForgotten: true })
    }
  }
  /** One is read after the other, first by the thread that knows it less. `first` is kept when one of the two has it. */
  const renew = (base: Base, loading: Promise<Known>): void => {
    while (threads.length < 2) fresh()
    const order = threads.toSorted((a, b) => Number(a.has.has(base.key)) - Number(b.has.has(base.key)))
    const before = reading
    const first = loading.then((known) => before.then(() => read(order[0]!, base, known)))
    const both = Promise.all([loading, first]).then(([known]) => read(order[1]!, base, known))
    reading = both.catch(() => undefined)
    const done = () => void coming.delete(base.key)
    both.then(done, done)
    first.catch(() => undefined)
    coming.set(base.key, first)
  }
  const holder = (key: string): Thread | undefined => threads.filter(({ has }) => has.has(key)).toSorted((a, b) => Number(a === busy) - Number(b === busy) || a.load() - b.load())[0]

  return {
    seen: new Map(),
    async match(base, question, most) {
      if (isClosed) throw new Error('the server is closing')
      for (const { has } of threads) touch(has, base.key)
      if (holder(base.key)?.has.get(base.key)?.mark !== base.mark && !coming.has(base.key)) {
        const loading = base.load()
        renew(base, loading)
        // It is read in the transaction of who asks, which must not end before.
        await loading
      }
      if (!holder(base.key)) await coming.get(base.key)
      return (await holder(base.key)!.ask({ key: base.key, question, most }))!
    },
    settled: async () => void await reading,
    async close() {
      isClosed = true
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

/** What was asked for last is forgotten last. */
function touch(has: Map<string, Has>, key: string): void {
  const one = has.get(key)
  if (one === undefined) return
  has.delete(key)
  has.set(key, one)
}

const opened = new WeakMap<Installation, Matchers>()

/** Those of this server, opened with the first question. */
export function matchersOf({ installation }: Ctx): Matchers {
  const here = opened.get(installation) ?? openMatchers()
  opened.set(installation, here)
  return here
}

/** Ends the threads of a server that closes. */
export const closeMatchers = async (installation: Installation): Promise<void> => opened.get(installation)?.close()
