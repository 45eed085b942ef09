import { callOnce, codeOf, freshKey, wordsOf } from '../../../kernel/call.ts'
import { createStore } from '../../../kernel/store.ts'
import type { Take } from '../../event/event-view.ts'

/** One event and what is to be done with it; `asOf` refuses what somebody else changed since it was looked at. `key` lets it be sent again without being done twice. */
export interface Item { id: string, title: string, asOf: string, take: Take, key: string }
export interface Outcome { isDone: boolean, words?: string, changedAt?: string }

/** A step taken with many events. `undo` is what would take each back that was done; nothing where the step has no inverse. */
export interface Run { title: string, items: Item[], outcomes: Record<string, Outcome>, isOver: boolean, undo?: (item: Item) => Take | undefined }

/** Outside React: it goes on while one looks at other pages. */
export const run = createStore<Run | undefined>(undefined)

export type Send = (item: Item) => Promise<{ changedAt: string }>

const sendOne: Send = ({ id, take, asOf, key }) => callOnce(key)('event', 'take', { id, take, asOf })

/** At once so many are under way: others want to be answered, too. */
const abreast = 3
/** After a refusal that time heals (too many, the server busy, the line lost) it is sent again with the same key. */
const waits = [2_000, 5_000, 10_000, 20_000, 30_000]
const passing = new Set(['request.too-many', 'server.busy'])

const pause = (ms: number) => new Promise<void>((resolve) => { setTimeout(resolve, ms) })

/** Sends every item, each by itself, and tells of each as it is answered. */
export async function sendAll(items: readonly Item[], tell: (item: Item, outcome: Outcome) => void, { send = sendOne, rest = pause }: { send?: Send, rest?: (ms: number) => Promise<void> } = {}): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item; item = queue.shift()) tell(item, await outcomeOf(item, send, rest))
  }
  await Promise.all(Array.from({ length: abreast }, worker))
}

async function outcomeOf(item: Item, send: Send, rest: (ms: number) => Promise<void>): Promise<Outcome> {
  for (let tries = 0; ; tries += 1) {
    try {
      return { isDone: true, changedAt: (await send(item)).changedAt }
    } catch (fault) {
      const wait = waits[tries]
      if (wait === undefined || !passing.has(codeOf(fault) ?? '')) return { isDone: false, words: wordsOf(fault) }
      await rest(wait)
    }
  }
}

const warn = (event: BeforeUnloadEvent) => event.preventDefault()

/** Begins a run; one at a time. Closing the browser's page meanwhile is asked about. */
export async function begin(next: Pick<Run, 'title' | 'items' | 'undo'>, send?: Send): Promise<void> {
  if (run.get() && !run.get()!.isOver) return
  run.set({ ...next, outcomes: {}, isOver: false })
  window.addEventListener('beforeunload', warn)
  await sendAll(next.items, (item, outcome) => run.set({ ...run.get()!, outcomes: { ...run.get()!.outcomes, [item.id]: outcome } }), { send })
  window.removeEventListener('beforeunload', warn)
  run.set({ ...run.get()!, isOver: true })
}

/** What would take a run back: of those that were done, each only while nothing has happened to it since. */
export const undoOf = ({ items, outcomes, undo }: Run): Item[] => items.flatMap((item) => {
  const [done, take] = [outcomes[item.id], undo?.(item)]
  return done?.isDone && done.changedAt && take ? [{ ...item, take, asOf: done.changedAt, key: freshKey() }] : []
})

export const tally = ({ items, outcomes }: Pick<Run, 'items' | 'outcomes'>) => {
  const all = Object.values(outcomes)
  const done = all.filter(({ isDone }) => isDone).length
  return { all: items.length, done, refused: all.length - done, left: items.length - all.length }
}
