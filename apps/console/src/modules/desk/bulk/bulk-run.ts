import { callOnce, freshKey, wordsOf } from '../../../kernel/call.ts'
import { abreast, patiently } from '../../../kernel/patient.ts'
import type { Rest } from '../../../kernel/patient.ts'
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

/** Sends every item, each by itself, and tells of each as it is answered. */
export const sendAll = (items: readonly Item[], tell: (item: Item, outcome: Outcome) => void, { send = sendOne, rest }: { send?: Send, rest?: Rest } = {}): Promise<void> =>
  abreast(items, async (item) => tell(item, await outcomeOf(item, send, rest)))

const outcomeOf = (item: Item, send: Send, rest: Rest | undefined): Promise<Outcome> =>
  patiently(() => send(item), rest).then(({ changedAt }) => ({ isDone: true, changedAt }), (fault: unknown) => ({ isDone: false, words: wordsOf(fault) }))

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
